from pathlib import Path

from site_builder.core.project import Project, find_project


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
