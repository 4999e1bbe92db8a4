import errno
import os
from pathlib import Path

import pytest

from site_builder.core.inputs import MOST_BYTES, find_inputs, parse_text, read_input
from site_builder.core.problems import ContentProblems, Source
from site_builder.core.project import Project


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")


def names(folder: Path, *pattern: str) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_inputs(folder, *pattern)]


def told(project: Project, path: Path) -> tuple[str, str]:
    """What is said of a file that is not read, with its name, and what to do."""
    with pytest.raises(ContentProblems) as caught:
        read_input(project, path)
    (problem,) = caught.value.problems
    return f"{problem.path}: {problem.text}", problem.hint


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
        text = f"{name or '.'}: this cannot be read ({os.strerror(error)})"
        assert told(project, tmp_path / name) == (text, "make it readable or take it away")


def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert told(Project(tmp_path), tmp_path / "a.md") == ("a.md: this is no plain file", "take it away")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    hint = "the site cannot do without it; bring it back"
    assert told(Project(tmp_path), tmp_path / "a.md") == ("a.md: this file is missing", hint)


def test_a_link_to_nothing_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("nothing")
    hint = "put the file itself here, or take the link away"
    assert told(Project(tmp_path), tmp_path / "a.md") == ("a.md: this link leads nowhere", hint)


@pytest.mark.parametrize("name", ["a.md", "content/a.md", "content/chapters/a.md", "web/a.md"])
def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path, name: str) -> None:
    write(tmp_path / "outside", "secret", "chapters/a.md")
    path = tmp_path / "project" / name
    path.parent.mkdir(parents=True)
    path.symlink_to(tmp_path / "outside" / "secret")
    hint = "put the file itself here, or take the link away"
    assert told(Project(tmp_path / "project"), path) == (f"{name}: this link leads out of the project", hint)


def test_a_folder_that_is_a_link_leads_out_of_the_project_too(tmp_path: Path) -> None:
    write(tmp_path / "outside", "a.md")
    write(tmp_path / "project", "content/site.yaml")
    (tmp_path / "project" / "content" / "chapters").symlink_to(tmp_path / "outside")
    project = Project(tmp_path / "project")
    text, _ = told(project, project.content / "chapters" / "a.md")
    assert text == "content/chapters/a.md: this link leads out of the project"


def test_the_folders_of_a_project_may_be_links_and_so_may_files_inside_it(tmp_path: Path) -> None:
    write(tmp_path / "outside", "chapters/a.md")
    write(tmp_path / "project", "web/b.css")
    project = Project(tmp_path / "project")
    project.content.symlink_to(tmp_path / "outside")
    (project.content / "b.md").symlink_to("chapters/a.md")
    (project.content / "b.css").symlink_to(project.web / "b.css")
    assert read_input(project, project.content / "chapters" / "a.md") == b"chapters/a.md"
    assert read_input(project, project.content / "b.md") == b"chapters/a.md"
    assert read_input(project, project.content / "b.css") == b"web/b.css"


def test_text_has_no_mark_at_its_start_and_one_kind_of_line_ends() -> None:
    assert parse_text("a.md", b"\xef\xbb\xbfOne\r\ntwo\n") == (Source("a.md", "One\ntwo\n"), [])


def test_what_is_no_text_is_told_with_its_line() -> None:
    source, (problem,) = parse_text("a.md", b"One\ncaf\xe9\n")
    assert source.text == ""
    assert (problem.path, problem.line, problem.code) == ("a.md", 2, "encoding")


@pytest.mark.parametrize(("data", "line", "column", "shown"), [(b"\0", 1, 1, " "), (b"One\ntw\x1bo\n", 2, 3, "tw o")])
def test_a_character_that_no_editor_shows_is_told_with_its_place(
    data: bytes, line: int, column: int, shown: str
) -> None:
    source, (problem,) = parse_text("a.md", data)
    assert source.text == ""
    assert (problem.line, problem.column, problem.code) == (line, column, "character")
    assert problem.source_line == shown


def test_a_text_beyond_measure_is_not_looked_at() -> None:
    assert parse_text("a.md", b"a" * MOST_BYTES)[1] == []
    source, (problem,) = parse_text("a.md", b"a" * (MOST_BYTES + 1))
    assert source.text == ""
    assert (problem.code, problem.text, problem.hint) == (
        "too-long",
        "1.0 MB of text",
        "allowed: at most 1 MB; divide it",
    )


def test_a_link_out_of_the_book_below_a_site_is_not_followed_either(tmp_path: Path) -> None:
    write(tmp_path / "outside", "secret")
    write(tmp_path / "book" / "content", "a.md")
    project = Project(tmp_path / "hers", tmp_path / "book")
    for name in ("a.md", "secret"):
        (tmp_path / "book" / "content" / f"to-{name}").symlink_to(
            tmp_path / ("book/content" if name == "a.md" else "outside") / name
        )
    assert read_input(project, tmp_path / "book/content/to-a.md") == b"a.md"
    text, _ = told(project, tmp_path / "book/content/to-secret")
    assert text == "content/to-secret: this link leads out of the project"
