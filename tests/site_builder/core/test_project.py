from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.core.project import Project, find_project, join_url, relative_url

NAMES = st.text("abc-", min_size=1, max_size=4).filter(lambda name: name.strip("."))
FILES = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


def test_a_project_is_found_from_any_folder_inside_it(tmp_path: Path) -> None:
    inside = tmp_path / "content" / "chapters"
    inside.mkdir(parents=True)
    (tmp_path / "content" / "site.yaml").write_text("", "utf-8")
    assert find_project(tmp_path) == find_project(inside) == Project(tmp_path.resolve())


def test_the_nearest_project_above_is_taken(tmp_path: Path) -> None:
    for root in (tmp_path, tmp_path / "inner"):
        (root / "content").mkdir(parents=True)
        (root / "content" / "site.yaml").write_text("", "utf-8")
    assert find_project(tmp_path / "inner" / "content") == Project((tmp_path / "inner").resolve())


def test_a_folder_without_content_is_no_project(tmp_path: Path) -> None:
    assert find_project(tmp_path) is None


def test_files_are_named_from_the_root(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.name(project.content / "chapters" / "01-a.md") == "content/chapters/01-a.md"


def test_every_folder_of_a_project_has_its_place(tmp_path: Path) -> None:
    project = Project(tmp_path)
    folders = (project.content, project.templates, project.web, project.cache, project.dist)
    assert [project.name(folder) for folder in folders] == ["content", "templates", "web", ".cache", "dist"]


@pytest.mark.parametrize(
    ("target", "page", "address"),
    [
        ("builder.html", "index.html", "builder.html"),
        ("index.html", "chapters/a.html", "../index.html"),
        ("chapters/b.html", "chapters/a.html", "b.html"),
        ("assets/x/css/site.css", "chapters/a.html", "../assets/x/css/site.css"),
        ("runtime/x/", "builder.html", "runtime/x/"),
        ("runtime/x/", "chapters/a.html", "../runtime/x/"),
        ("a.html", "a.html", "a.html"),
    ],
)
def test_addresses_are_written_as_seen_from_the_page(target: str, page: str, address: str) -> None:
    assert relative_url(target, page) == address


@pytest.mark.parametrize(
    ("page", "href", "found"),
    [
        ("index.html", "builder.html", "builder.html"),
        ("chapters/a.html", "../builder.html", "builder.html"),
        ("chapters/a.html", "./b.html", "chapters/b.html"),
        ("chapters/a.html", "../chapters/b.html", "chapters/b.html"),
        ("index.html", "../secret.html", None),
        ("chapters/a.html", "../../secret.html", None),
        ("chapters/a.html", "x/../../../secret.html", None),
    ],
)
def test_an_address_is_followed_from_the_page_and_never_out_of_the_site(
    page: str, href: str, found: str | None
) -> None:
    assert join_url(page, href) == found


@given(FILES, FILES)
def test_following_a_written_address_leads_back_to_the_target(target: str, page: str) -> None:
    assert join_url(page, relative_url(target, page)) == target


@pytest.mark.parametrize("page", ["index.html", "chapters/a.html"])
def test_an_address_from_the_root_of_the_host_leaves_the_site(page: str) -> None:
    assert join_url(page, "/builder.html") is None
