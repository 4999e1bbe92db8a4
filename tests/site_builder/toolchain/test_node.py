"""What is made once is kept, by the hash of what went in; Node's troubles are told."""

import os
from pathlib import Path

import pytest

from site_builder.core.problems import MissingPart
from site_builder.toolchain.node import KEPT, Workshop, content_hash


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "cache", tmp_path / "node_modules" / "pyodide", print)


def never() -> bytes:
    raise AssertionError("made twice")


def test_a_file_is_made_once_for_the_same_inputs(workshop: Workshop) -> None:
    assert workshop.read_or_make("a.zip", {"x": b"1"}, lambda: b"first") == b"first"
    assert workshop.read_or_make("a.zip", {"x": b"1"}, never) == b"first"
    assert workshop.read_or_make("a.zip", {"x": b"2"}, lambda: b"second") == b"second"


def test_nothing_is_kept_of_what_failed(workshop: Workshop) -> None:
    with pytest.raises(AssertionError, match="made twice"):
        workshop.read_or_make("a.zip", {}, never)
    assert not workshop.folder.exists()


def test_the_oldest_files_of_a_name_are_removed(workshop: Workshop) -> None:
    workshop.read_or_make("other.zip", {}, lambda: b"other")
    for number in range(KEPT + 2):
        workshop.read_or_make("a.zip", {"x": bytes([number])}, lambda: b"a")
        made = max(workshop.folder.glob("a-*.zip"), key=lambda path: path.stat().st_mtime_ns)
        os.utime(made, (number, number))
    workshop.read_or_make("a.zip", {"x": b"last"}, lambda: b"a")
    assert len(list(workshop.folder.glob("a-*.zip"))) == KEPT
    assert len(list(workshop.folder.glob("other-*.zip"))) == 1
    workshop.read_or_make("a.zip", {"x": bytes([KEPT + 1])}, never)


def test_names_and_bytes_cannot_be_shifted_in_a_hash() -> None:
    assert content_hash({"a": b"bc"}) != content_hash({"ab": b"c"})
    assert content_hash({"a": b"1"}, {"b": b"2"}) == content_hash({"b": b"2", "a": b"1"})


def test_a_script_that_fails_is_told_with_its_words(workshop: Workshop, tmp_path: Path) -> None:
    script = tmp_path / "broken.mjs"
    script.write_text("console.error(process.env.TZ, process.argv[2]); process.exit(3);", "utf-8")
    with pytest.raises(RuntimeError, match=r"broken\.mjs failed under Node \(task\):\nUTC task"):
        workshop.node(script, "task", given="")


def test_without_node_the_set_up_is_named(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingPart, match="make setup"):
        workshop.node(tmp_path / "x.mjs", "task", given="")
