from hashlib import sha256

import pytest

from site_builder.output.record import Listed, list_files, parse_older_record, parse_record, render_record

FILES = {"index.html": b"page", 'chapters/a "b" \u00fc.html': b""}


def test_what_is_written_is_read_again() -> None:
    record = list_files(FILES)
    assert record["index.html"] == Listed(4, sha256(b"page").hexdigest())
    assert parse_record(render_record(record)) == record


def test_the_order_of_the_files_changes_nothing() -> None:
    assert render_record(list_files(FILES)) == render_record(list_files(dict(reversed(FILES.items()))))


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"[]", b"{}", b'{"files": []}', b'{"files": {"a": 1}}', b'{"files": {"a": {"bytes": "x"}}}'],
)
def test_what_no_build_wrote_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a list of files that a build wrote"):
        parse_record(data)


def test_a_list_names_nothing_outside_of_the_site() -> None:
    record = render_record({name: Listed(0, "") for name in ("../a", "/b", "c/../../d", "e/f")})
    assert list(parse_record(record)) == ["e/f"]
    assert list(parse_older_record(b"../a\n/b\n\ne/f")) == ["e/f"]
