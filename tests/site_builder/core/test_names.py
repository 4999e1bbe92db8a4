"""Files whose names cannot be addresses, and files that nothing reads."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.core.names import NAME, check_top, find_named, fitting_name
from site_builder.core.project import Project


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    """A project with the three folders of the content."""
    for folder in ("chapters", "pages", "pictures"):
        (tmp_path / "content" / folder).mkdir(parents=True)
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("file", "text", "meant"),
    [
        ("pages/what now?.md", '"what now?" cannot be in an address', "what-now.md"),
        ("pages/100%.md", '"100%" cannot be in an address', "100.md"),
        ("pages/50%25 off.md", '"50%25 off" cannot be in an address', "50-25-off.md"),
        ("pages/a\\b.md", '"a\\b" cannot be in an address', "a-b.md"),
        ("pages/c#.md", '"c#" cannot be in an address', "c.md"),
        ("pages/help: now.md", '"help: now" cannot be in an address', "help-now.md"),
        ("pages/Index.md", '"Index" cannot be in an address', "index.md"),
        ("pages/über-uns.md", '"über-uns" cannot be in an address', "uber-uns.md"),
        ("chapters/about (1).md", '"about (1)" cannot be in an address', "about-1.md"),
        ("pages/हिन्दी.md", '"हिन्दी" cannot be in an address', ""),
        ("pages/Notes.MD", 'a file that ends with ".MD" is not read here', "notes.md"),
        ("pages/x.markdown", 'a file that ends with ".markdown" is not read here', "x.md"),
        ("pages/rings.svg", 'a file that ends with ".svg" is not read here', ""),
        ("pages/notes", "a file without an ending is not read here", ""),
        ("pictures/rings.SVG", 'a file that ends with ".SVG" is not read here', "rings.svg"),
        ("pictures/page.htm", 'a file that ends with ".htm" is not read here', ""),
        ("pictures/code.js", 'a file that ends with ".js" is not read here', ""),
        ("pictures/baum-größe.png", '"baum-größe" cannot be in an address', "baum-grosse.png"),
    ],
)
def test_a_name_that_is_no_address_is_told_with_one_that_is(empty: Project, file: str, text: str, meant: str) -> None:
    folder, _, name = file.partition("/")
    (empty.content / folder / name).write_text("", "utf-8")
    _, (problem,) = find_named(empty, folder)
    assert (problem.path, problem.text) == (f"content/{file}", text)
    assert problem.hint.startswith(f'did you mean "{meant}"? allowed: ' if meant else "allowed: ")


@pytest.mark.parametrize("folder", ["sub", "notes.md", "old.svg"])
def test_a_folder_is_told(empty: Project, folder: str) -> None:
    (empty.content / "pages" / folder).mkdir()
    found, (problem,) = find_named(empty, "pages")
    assert found == []
    assert (problem.text, problem.hint) == ("a folder is not read here", "put its files into content/pages/ itself")


def test_a_picture_that_is_a_link_is_told_and_not_read(empty: Project, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", "utf-8")
    (empty.content / "pictures" / "rings.svg").symlink_to(tmp_path / "secret")
    found, (problem,) = find_named(empty, "pictures")
    assert found == []
    assert problem.text == "a link to a file is not followed here"


def test_what_programs_left_behind_is_neither_read_nor_told(empty: Project) -> None:
    names = (".about.md", "._about.md", "about.md~", "~$about.md", "about.sync-conflict-20260101-101010-ABC.md")
    for name in (*names, "about (Ann's conflicted copy 2026-01-01).md", "Thumbs.db", "about.md.orig", ".secret.env"):
        (empty.content / "pages" / name).write_text("", "utf-8")
    (empty.content / "pages" / ".#about.md").symlink_to("ann@host.1234")
    assert find_named(empty, "pages") == ([], [])


def test_a_text_under_a_wrong_name_is_found_under_the_right_one(empty: Project) -> None:
    (empty.content / "pages" / "What now?.md").write_text("", "utf-8")
    assert [name for _, name in find_named(empty, "pages")[0]] == ["what-now"]


def test_what_is_not_read_of_the_content_is_told(empty: Project) -> None:
    (empty.content / "es").mkdir()
    for name in ("site.yaml", "word.yaml", "README.md", ".word.yaml.swp"):
        (empty.content / name).write_text("", "utf-8")
    told = {problem.path: problem.hint for problem in check_top(empty, ["es"])}
    assert list(told) == ["content/README.md", "content/word.yaml"]
    assert told["content/word.yaml"].startswith('did you mean "words.yaml"? allowed: ')


@given(st.text(max_size=30))
def test_a_fitting_name_fits_and_stays(text: str) -> None:
    name = fitting_name(text)
    assert name == "" or NAME.fullmatch(name)
    assert fitting_name(name) == name
    assert bool(name) >= bool(re.search("[a-z0-9]", text))
