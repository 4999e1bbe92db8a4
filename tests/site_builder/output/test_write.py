import os
from pathlib import Path

import pytest

from site_builder.output.write import write_site

OLD = {"index.html": b"old", "chapters/gone.html": b"old"}
NEW = {"index.html": b"new", "chapters/a.html": b"a", "assets/x/css/site.css": b"\x00\xff"}


def read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A folder with the old site, alone in its own folder."""
    target = tmp_path / "dist"
    write_site(OLD, target)
    assert read(target) == OLD
    return target


def assert_old_site_is_alone(dist: Path) -> None:
    assert read(dist) == OLD
    assert [path.name for path in dist.parent.iterdir()] == ["dist"]


def test_the_first_site_is_written(tmp_path: Path) -> None:
    write_site(NEW, tmp_path / "dist")
    assert read(tmp_path / "dist") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_a_new_site_holds_exactly_its_files_and_leaves_nothing_beside(dist: Path) -> None:
    write_site(NEW, dist)
    assert read(dist) == NEW
    assert [path.name for path in dist.parent.iterdir()] == ["dist"]


def test_the_folder_can_be_read_by_a_web_server(dist: Path) -> None:
    write_site(NEW, dist)
    assert dist.stat().st_mode & 0o777 == 0o755


def test_a_failure_while_writing_leaves_the_old_site(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_bytes = Path.write_bytes

    def fail_at_the_last(path: Path, data: bytes) -> int:
        if path.name == "site.css":
            raise OSError("the disk is full")
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail_at_the_last)
    with pytest.raises(OSError, match="the disk is full"):
        write_site(NEW, dist)
    assert_old_site_is_alone(dist)


def fail_rename(monkeypatch: pytest.MonkeyPatch, at: int, error: BaseException) -> None:
    """Let the rename number `at` fail, counted from 1."""
    rename, count = os.rename, 0

    def counted(source: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == at:
            raise error
        rename(source, target)
        return Path(target)

    monkeypatch.setattr(Path, "rename", counted)


def test_a_failure_of_the_swap_brings_the_old_site_back(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_rename(monkeypatch, 2, OSError("busy"))
    with pytest.raises(OSError, match="busy"):
        write_site(NEW, dist)
    assert_old_site_is_alone(dist)


def test_a_failure_of_the_first_site_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_rename(monkeypatch, 1, OSError("busy"))
    with pytest.raises(OSError, match="busy"):
        write_site(NEW, tmp_path / "dist")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../outside.html", "chapters/../../outside.html", "/outside-of-the-site.html"])
def test_a_file_outside_of_the_site_is_refused(dist: Path, name: str) -> None:
    with pytest.raises(ValueError, match="lies outside the site"):
        write_site({**NEW, name: b"x"}, dist)
    assert_old_site_is_alone(dist)
    assert not Path("/outside-of-the-site.html").exists()


def test_a_link_cannot_lead_a_file_outside(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = dist.parent.parent / "outside"
    write_bytes = Path.write_bytes

    def replace_folder_by_link(path: Path, data: bytes) -> int:
        (path.parent / "chapters").symlink_to(outside, target_is_directory=True)
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", replace_folder_by_link)
    with pytest.raises(ValueError, match="lies outside the site"):
        write_site(NEW, dist)
    assert_old_site_is_alone(dist)


def test_an_interruption_of_the_swap_brings_the_old_site_back(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_rename(monkeypatch, 2, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write_site(NEW, dist)
    assert_old_site_is_alone(dist)


def test_a_swap_that_cannot_start_leaves_no_folder_behind(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_rename(monkeypatch, 1, OSError("busy"))
    with pytest.raises(OSError, match="busy"):
        write_site(NEW, dist)
    assert_old_site_is_alone(dist)


def number_of(path: Path) -> int:
    return path.lstat().st_ino


def test_a_file_with_the_same_bytes_is_not_written_again(dist: Path) -> None:
    before = {path: number_of(path) for path in dist.rglob("*.html")}
    write_site(OLD | {"index.html": b"now"}, dist)
    after = {path: number_of(path) for path in dist.rglob("*.html")}
    assert [path.name for path in after if after[path] == before[path]] == ["gone.html"]
    assert read(dist) == OLD | {"index.html": b"now"}


def test_a_file_that_somebody_changed_is_written_again(dist: Path) -> None:
    (dist / "index.html").write_bytes(b"new")
    write_site(OLD, dist)
    assert_old_site_is_alone(dist)


def test_a_changed_file_leaves_other_links_to_the_old_one_as_they_are(dist: Path) -> None:
    copy = dist.with_name("copy.html")
    copy.hardlink_to(dist / "index.html")
    write_site(NEW, dist)
    assert copy.read_bytes() == b"old"
    assert read(dist) == NEW


def test_a_link_that_somebody_put_into_the_site_becomes_a_file(dist: Path) -> None:
    elsewhere = dist.with_name("elsewhere.html")
    (dist / "index.html").rename(elsewhere)
    (dist / "index.html").symlink_to(elsewhere)
    write_site(OLD, dist)
    assert number_of(dist / "index.html") != number_of(elsewhere)
    assert not (dist / "index.html").is_symlink()
    assert read(dist) == OLD


def test_where_a_disk_has_no_links_all_files_are_written(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path, __: Path) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_site(OLD | NEW, dist)
    assert read(dist) == dict(sorted((OLD | NEW).items()))
