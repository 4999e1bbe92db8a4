"""What is made once is kept, by the hash of what went in."""

import os
from pathlib import Path

import pytest

from site_builder.core.project import Project
from site_builder.toolchain.cache import KEPT, PREPARED, Cache, content_hash, open_cache


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def never() -> bytes:
    raise AssertionError("made twice")


def test_a_file_is_made_once_for_the_same_inputs(cache: Cache) -> None:
    assert cache.read_or_make("a.zip", {"x": b"1"}, lambda: b"first") == b"first"
    assert cache.read_or_make("a.zip", {"x": b"1"}, never) == b"first"
    assert cache.read_or_make("a.zip", {"x": b"2"}, lambda: b"second") == b"second"


def test_nothing_is_kept_of_what_failed(cache: Cache) -> None:
    with pytest.raises(AssertionError, match="made twice"):
        cache.read_or_make("a.zip", {}, never)
    assert not cache.folder.exists()


def test_the_oldest_files_of_a_name_are_removed(cache: Cache) -> None:
    cache.read_or_make("other.zip", {}, lambda: b"other")
    for number in range(KEPT + 2):
        cache.read_or_make("a.zip", {"x": bytes([number])}, lambda: b"a")
        made = max((cache.folder / "a.zip").iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(made, (number, number))
    cache.read_or_make("a.zip", {"x": b"last"}, lambda: b"a")
    assert len(list((cache.folder / "a.zip").iterdir())) == KEPT
    assert len(list((cache.folder / "other.zip").iterdir())) == 1
    cache.read_or_make("a.zip", {"x": bytes([KEPT + 1])}, never)


def test_names_and_bytes_cannot_be_shifted_in_a_hash() -> None:
    assert content_hash({"a": b"bc"}) != content_hash({"ab": b"c"})
    assert content_hash({"a": b"1"}, {"b": b"2"}) == content_hash({"b": b"2", "a": b"1"})


def test_a_name_may_be_a_path_and_nothing_is_left_beside_the_file(cache: Cache) -> None:
    cache.keep("social/a.png", {"x": b"1"}, b"data")
    assert [path for path in cache.folder.rglob("*") if path.is_file()] == [cache.path("social/a.png", {"x": b"1"})]
    assert cache.read("social/a.png", {"x": b"1"}) == b"data"
    assert cache.read("social/a.png", {"x": b"2"}) is None
    assert cache.read("a.png", {"x": b"1"}) is None


@pytest.mark.parametrize("damaged", [b"", b"abc", b"\0" * 12, b"data"])
def test_a_damaged_file_is_made_again(damaged: bytes, cache: Cache) -> None:
    cache.keep("a.zip", {"x": b"1"}, b"datadata")
    path = cache.path("a.zip", {"x": b"1"})
    path.write_bytes(damaged)
    assert cache.read("a.zip", {"x": b"1"}) is None
    assert not path.exists()  # whoever only asks whether a file is there makes it, too
    assert cache.read_or_make("a.zip", {"x": b"1"}, lambda: b"new") == b"new"


def test_an_empty_file_can_be_kept(cache: Cache) -> None:
    cache.keep("empty", {}, b"")
    assert cache.read("empty", {}) == b""


def test_what_the_book_brings_is_read_and_never_written(tmp_path: Path) -> None:
    book = Cache(tmp_path / "book" / PREPARED / "fonts")
    book.keep("a.woff2", {"x": b"1"}, b"prepared")
    before = {path: path.read_bytes() for path in book.folder.rglob("*") if path.is_file()}
    hers = open_cache(Project(tmp_path / "hers", tmp_path / "book"), "fonts")
    assert hers.read_or_make("a.woff2", {"x": b"1"}, never) == b"prepared"
    assert hers.read_or_make("a.woff2", {"x": b"2"}, lambda: b"made") == b"made"
    assert hers.read_or_make("a.woff2", {"x": b"2"}, never) == b"made"
    assert {path: path.read_bytes() for path in book.folder.rglob("*") if path.is_file()} == before
    assert len(list((tmp_path / "hers/.cache/fonts/a.woff2").iterdir())) == 1
