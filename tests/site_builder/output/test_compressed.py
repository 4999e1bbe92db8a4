import gzip

import brotli
import pytest

from site_builder.build import build_site
from site_builder.core.project import Project
from site_builder.output.compressed import LARGE, compress_large

TEXT = b"a word " * LARGE
FILES = {"a.html": TEXT, "runtime/x/b.wasm": TEXT, "small.html": b"x" * (LARGE - 1), "c.png": TEXT, "d.zip": TEXT}


def test_large_files_that_are_not_compressed_already_get_both_forms(tmp_path) -> None:
    made = compress_large(Project(tmp_path), FILES)
    assert sorted(made) == ["a.html.br", "a.html.gz", "runtime/x/b.wasm.br", "runtime/x/b.wasm.gz"]
    for name, data in made.items():
        assert (brotli if name.endswith(".br") else gzip).decompress(data) == TEXT


def test_the_forms_are_the_same_wherever_and_whenever_they_are_made(tmp_path) -> None:
    assert compress_large(Project(tmp_path / "a"), FILES) == compress_large(Project(tmp_path / "b"), FILES)


def test_what_was_compressed_once_is_not_compressed_again(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = compress_large(Project(tmp_path), FILES)

    def refuse(_: bytes) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr("site_builder.output.compressed.WAYS", {".br": refuse, ".gz": refuse})
    assert compress_large(Project(tmp_path), FILES) == made
    with pytest.raises(ZeroDivisionError):
        compress_large(Project(tmp_path), {"a.html": TEXT + b"changed"})


@pytest.mark.usefixtures("quick_build")
def test_a_build_puts_them_beside_the_files_and_neither_a_page_nor_the_offline_copy_names_them(tiny: Project) -> None:
    site = build_site(tiny, print).files
    written = {path.relative_to(tiny.dist).as_posix() for path in tiny.dist.rglob("*") if path.is_file()}
    added = written - site.keys() - {"build.json"}
    assert added
    assert all(name.endswith((".br", ".gz")) and name[:-3] in site for name in added)
    assert [name for name in added if any(name.encode() in data for data in site.values())] == []
