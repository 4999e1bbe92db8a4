import errno
import os
from pathlib import Path

import pytest

from site_builder.core.inputs import find_inputs, parse_text, read_input
from site_builder.core.problems import MissingPart, Source
from site_builder.core.project import Project


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")


def names(folder: Path, *pattern: str) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_inputs(folder, *pattern)]


def test_files_are_found_in_order_and_folders_are_not(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "a.md", "c/d.md", "e.md/f.txt", "b.css")
    assert names(tmp_path) == ["a.md", "b.css", "b.md", "c/d.md", "e.md/f.txt"]
    assert names(tmp_path, "*.md") == ["a.md", "b.md"]
    assert names(tmp_path, "**/*.md") == ["a.md", "b.md", "c/d.md"]


@pytest.mark.parametrize("left", [".a.md.swp", "._a.md", ".DS_Store", "a.md~", "#a.md#", ".trash/a.md", "old~/a.md"])
def test_what_editors_and_systems_leave_is_not_found(tmp_path: Path, left: str) -> None:
    write(tmp_path, "a.md", left)
    assert names(tmp_path) == ["a.md"]


def test_the_lock_of_an_editor_is_not_found_but_another_link_to_nothing_is(tmp_path: Path) -> None:
    (tmp_path / ".#a.md").symlink_to("ann@host.1234")
    (tmp_path / "b.md").symlink_to("nothing")
    assert names(tmp_path, "*.md") == ["b.md"]


def test_a_folder_that_is_hidden_itself_is_looked_into(tmp_path: Path) -> None:
    write(tmp_path / ".config", "a.md")
    assert names(tmp_path / ".config") == ["a.md"]


@pytest.mark.parametrize("folder", ["nothing", "a.md"])
def test_where_there_is_no_folder_there_are_no_files(tmp_path: Path, folder: str) -> None:
    write(tmp_path, "a.md")
    assert names(tmp_path / folder) == []


def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    project = Project(tmp_path)
    (tmp_path / "round.md").symlink_to("round.md")
    for name, error in (("round.md", errno.ELOOP), ("", errno.EISDIR)):
        text = f"{name or '.'} cannot be read ({os.strerror(error)}); make it readable or take it away"
        with pytest.raises(MissingPart) as caught:
            read_input(project, tmp_path / name)
        assert str(caught.value) == text


def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(MissingPart, match=r"^a\.md is no plain file; take it away$"):
        read_input(Project(tmp_path), tmp_path / "a.md")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match=r"^a\.md is missing; run the command in the project's folder$"):
        read_input(Project(tmp_path), tmp_path / "a.md")


def test_text_has_no_mark_at_its_start_and_one_kind_of_line_ends() -> None:
    assert parse_text("a.md", b"\xef\xbb\xbfOne\r\ntwo\n") == (Source("a.md", "One\ntwo\n"), [])


def test_what_is_no_text_is_told_with_its_line() -> None:
    source, (problem,) = parse_text("a.md", b"One\ncaf\xe9\n")
    assert source.text == ""
    assert (problem.path, problem.line, problem.code) == ("a.md", 2, "encoding")
