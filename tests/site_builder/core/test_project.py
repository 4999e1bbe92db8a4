from pathlib import Path

import pytest

from site_builder.core.inputs import find_files, list_files
from site_builder.core.project import BOOK, WHOLE, Project, find_project


def test_a_project_is_found_from_any_folder_inside_it(tmp_path: Path) -> None:
    inside = tmp_path / "content" / "chapters"
    inside.mkdir(parents=True)
    (tmp_path / "content" / "site.yaml").write_text("", "utf-8")
    assert find_project(tmp_path) == find_project(inside) == Project(tmp_path.resolve(), BOOK)


def test_the_nearest_project_above_is_taken(tmp_path: Path) -> None:
    for root in (tmp_path, tmp_path / "inner"):
        (root / "content").mkdir(parents=True)
        (root / "content" / "site.yaml").write_text("", "utf-8")
    assert find_project(tmp_path / "inner" / "content") == Project((tmp_path / "inner").resolve(), BOOK)


def test_a_folder_without_content_is_no_project(tmp_path: Path) -> None:
    assert find_project(tmp_path) is None


def test_files_are_named_from_the_root(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.name(project.content / "chapters" / "01-a.md") == "content/chapters/01-a.md"


def test_every_folder_of_a_project_has_its_place(tmp_path: Path) -> None:
    project = Project(tmp_path)
    folders = (project.content, project.templates, project.web, project.cache, project.dist)
    assert [project.name(folder) for folder in folders] == ["content", "templates", "web", ".cache", "dist"]


def write(place: Path, *names: str) -> None:
    for name in names:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(place.name, "utf-8")


@pytest.fixture
def over_a_book(tmp_path: Path) -> Project:
    """A site with a page that the book has, one of its own, and nothing else."""
    write(tmp_path / "hers", "content/site.yaml", "content/pages/about.md", "content/pages/desk.md")
    write(tmp_path / "book", "content/site.yaml", "content/pages/about.md", "content/pages/safety.md", "web/a/b.css")
    return Project(tmp_path / "hers", tmp_path / "book")


def test_a_folder_with_the_entry_of_python_is_a_whole_book_itself(tmp_path: Path) -> None:
    write(tmp_path, "content/site.yaml", WHOLE)
    assert find_project(tmp_path) == Project(tmp_path.resolve())


def test_a_file_of_the_site_stands_over_that_of_the_book_with_the_same_name(over_a_book: Project) -> None:
    found = find_files(over_a_book, "content/pages")
    assert {name: path.read_text("utf-8") for name, path in found.items()} == {
        "about.md": "hers",
        "desk.md": "hers",
        "safety.md": "book",
    }
    assert list(list_files(over_a_book, "web")) == ["a"]
    assert list(find_files(over_a_book, "web")) == ["a/b.css"]


@pytest.mark.parametrize(
    ("name", "place"),
    [("content/pages/about.md", "hers"), ("content/pages/safety.md", "book"), ("content/x", "hers")],
)
def test_a_file_is_found_where_it_is_and_named_without_saying_where(
    over_a_book: Project, tmp_path: Path, name: str, place: str
) -> None:
    path = over_a_book.find(name)
    assert path == tmp_path / place / name
    assert over_a_book.name(path) == name


def test_below_a_file_is_that_of_the_book_and_only_where_both_have_it(over_a_book: Project, tmp_path: Path) -> None:
    assert over_a_book.below("content/site.yaml") == tmp_path / "book/content/site.yaml"
    assert over_a_book.below("content/pages/desk.md") is None
    assert over_a_book.below("content/pages/safety.md") is None
    assert Project(tmp_path / "book").below("content/site.yaml") is None


def test_a_link_to_nothing_is_not_passed_over_for_the_file_of_the_book(over_a_book: Project, tmp_path: Path) -> None:
    link = over_a_book.root / "content/pages/safety.md"
    link.symlink_to("nothing")
    assert over_a_book.find("content/pages/safety.md") == link
    assert over_a_book.below("content/pages/safety.md") == tmp_path / "book/content/pages/safety.md"
