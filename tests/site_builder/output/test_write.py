import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from site_builder.core.model import Files
from site_builder.core.problems import MissingPart
from site_builder.output.record import OLDER_RECORD, RECORD, list_files, parse_record
from site_builder.output.write import write_site

OLD = {"index.html": b"old", "chapters/gone.html": b"old"}
NEW = {"index.html": b"new", "chapters/a.html": b"a", "assets/x/css/site.css": b"\x00\xff"}


def read(folder: Path) -> dict[str, bytes]:
    """The files of a site; what the folder holds beside them is for the next build."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name != RECORD}


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
        if data == NEW["assets/x/css/site.css"]:
            raise OSError("the disk is full")
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail_at_the_last)
    with pytest.raises(OSError, match="the disk is full"):
        write_site(NEW, dist)
    assert_old_site_is_alone(dist)


class Broken(BaseException):
    """Stops a build at a chosen step."""


def break_at(monkeypatch: pytest.MonkeyPatch, step: int, error: BaseException) -> None:
    """Let a step of the swap fail, counted from 1: a file put into its place, or an old one taken away."""
    steps = count(1)

    def breaking(act: Callable[..., object]) -> Callable[..., object]:
        def stepping(path: Path, *arguments: object, **options: object) -> object:
            if path.parent.name.startswith(".building-") and path.name.startswith("old-"):
                return act(path, *arguments, **options)  # the way back
            if next(steps) == step:
                raise error
            return act(path, *arguments, **options)

        return stepping

    for name in ("replace", "unlink"):
        monkeypatch.setattr(Path, name, breaking(getattr(Path, name)))


STEPS = 1 + len(NEW) + 1 + 1
"""The record of both, the new files, the old file that goes, the record of the new ones."""


@pytest.mark.parametrize("error", [OSError("busy"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_a_swap_that_stops_anywhere_brings_the_old_site_back(
    dist: Path, monkeypatch: pytest.MonkeyPatch, step: int, error: BaseException
) -> None:
    record = (dist / RECORD).read_bytes()
    with monkeypatch.context() as patch:
        break_at(patch, step, error)
        with pytest.raises(type(error)):
            write_site(NEW, dist)
    assert_old_site_is_alone(dist)
    assert (dist / RECORD).read_bytes() == record


def test_there_are_no_more_steps(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_at(monkeypatch, STEPS + 1, Broken())
    write_site(NEW, dist)
    assert read(dist) == NEW


@pytest.mark.parametrize("step", range(1, len(NEW) + 2))
def test_a_first_site_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    break_at(monkeypatch, step, OSError("busy"))
    with pytest.raises(OSError, match="busy"):
        write_site(NEW, tmp_path / "dist")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_a_build_that_is_killed_leaves_whole_files_and_the_next_one_tidies(dist: Path, step: int) -> None:
    child = os.fork()
    if child == 0:  # as a kill would, it runs nothing more
        patch = pytest.MonkeyPatch()
        break_at(patch, step, Broken())
        patch.setattr("site_builder.output.write._Change.go_back", lambda _: os._exit(9))
        write_site(NEW, dist)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    there = {name: data for name, data in read(dist).items() if not name.startswith(".building-")}
    assert there.keys() >= {"index.html"}
    assert all(data in (OLD.get(name), NEW.get(name)) for name, data in there.items())
    write_site(NEW | {"chapters/a.html": b"later"}, dist)
    assert read(dist) == NEW | {"chapters/a.html": b"later"}
    assert sorted(path.name for path in dist.iterdir()) == ["assets", RECORD, "chapters", "index.html"]


def test_the_folder_itself_stays_for_whoever_holds_it(dist: Path) -> None:
    held = os.open(dist, os.O_RDONLY)
    write_site(NEW, dist)
    assert sorted(os.listdir(held)) == ["assets", RECORD, "chapters", "index.html"]
    os.close(held)


def test_a_link_in_the_place_of_the_folder_is_followed(dist: Path) -> None:
    link = dist.with_name("link")
    link.symlink_to(dist)
    write_site(NEW, link)
    assert link.is_symlink()
    assert read(dist) == NEW


def test_what_others_put_there_stays(dist: Path) -> None:
    for name in (".git/HEAD", "CNAME", "assets/logo.png", "chapters/notes/mine.txt", "google1a2b.html"):
        (dist / name).parent.mkdir(parents=True, exist_ok=True)
        (dist / name).write_bytes(b"mine")
    write_site(NEW, dist)
    others = {name: data for name, data in read(dist).items() if name not in NEW}
    assert others == dict.fromkeys(
        [".git/HEAD", "CNAME", "assets/logo.png", "chapters/notes/mine.txt", "google1a2b.html"], b"mine"
    )


@pytest.mark.parametrize("before", [OLD, {}])
def test_what_others_put_in_the_place_of_a_file_is_not_overwritten(tmp_path: Path, before: dict[str, bytes]) -> None:
    dist = tmp_path / "dist"
    dist.mkdir()
    if before:
        write_site(before, dist)
    (dist / "new.html").write_bytes(b"mine")
    with pytest.raises(MissingPart, match=r"new\.html is not of this site; move it away, or take another folder"):
        write_site(NEW | {"new.html": b"ours"}, dist)
    assert read(dist) == before | {"new.html": b"mine"}


def test_a_site_of_a_program_that_kept_no_record_is_known_by_its_pages(tmp_path: Path, files: Files) -> None:
    dist = tmp_path / "dist"
    dist.mkdir()
    (dist / "index.html").write_bytes(files["index.html"])
    (dist / "sw.js").write_bytes(b"older")
    write_site({"index.html": b"new", "sw.js": b"new"}, dist)
    assert read(dist) == {"index.html": b"new", "sw.js": b"new"}


def test_a_web_server_can_read_everything_whatever_this_user_keeps_from_others(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        for site in (OLD, OLD | NEW):
            write_site(site, tmp_path / "dist")
            modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (tmp_path / "dist").rglob("*")}
            assert modes == {True: 0o755, False: 0o644}
    finally:
        os.umask(before)


@pytest.mark.parametrize("name", ["../outside.html", "chapters/../../outside.html", "/outside-of-the-site.html"])
def test_a_file_outside_of_the_site_is_refused(dist: Path, name: str) -> None:
    with pytest.raises(ValueError, match="lies outside the site"):
        write_site({**NEW, name: b"x"}, dist)
    assert_old_site_is_alone(dist)
    assert not Path("/outside-of-the-site.html").exists()


def test_a_link_inside_the_folder_cannot_lead_a_file_outside(dist: Path) -> None:
    outside = dist.with_name("outside")
    (dist / "chapters").rename(outside)
    (dist / "chapters").symlink_to(outside)
    with pytest.raises(ValueError, match="lies outside the site"):
        write_site(NEW, dist)
    assert read(outside) == {"gone.html": b"old"}
    write_site({"index.html": b"new"}, dist)
    assert read(outside) == {"gone.html": b"old"}


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


def test_the_record_lists_every_file_with_its_hash(dist: Path) -> None:
    write_site(NEW, dist)
    assert parse_record((dist / RECORD).read_bytes()) == list_files(NEW)


def test_a_site_with_the_record_of_older_builds_is_known(dist: Path) -> None:
    (dist / RECORD).unlink()
    (dist / OLDER_RECORD).write_text("\n".join(OLD), "utf-8")
    write_site(NEW, dist)
    assert read(dist) == NEW


def test_a_file_of_somebody_else_with_the_name_of_the_record_is_not_overwritten(dist: Path) -> None:
    (dist / RECORD).write_text("{}", "utf-8")
    with pytest.raises(MissingPart, match=r"build\.json is not of this site; move it away"):
        write_site(NEW, dist)
    assert read(dist) == OLD
    assert (dist / RECORD).read_text("utf-8") == "{}"
