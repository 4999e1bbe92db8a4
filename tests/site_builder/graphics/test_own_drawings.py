from pathlib import Path

import pytest

from site_builder.core.project import Project
from site_builder.graphics.own_drawings import MOST_LEVELS, check_own_drawings

DRAWING = '<svg viewBox="0 0 9 9"><title>One</title>{}</svg>'


def told(tmp_path: Path, icon: str, mark: str = DRAWING) -> list[tuple[str, int, int, str]]:
    """What is said of an icon, and of a drawing that templates take in."""
    for name, text in {"web/img/icon.svg": icon, "templates/partials/mark.svg": mark}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    return [(one.path, one.line, one.column, one.code) for one in check_own_drawings(Project(tmp_path))]


def test_the_drawings_of_the_site_are_fine(project: Project) -> None:
    assert check_own_drawings(project) == []


def test_a_site_without_an_icon_is_told(tmp_path: Path) -> None:
    (problem,) = check_own_drawings(Project(tmp_path))
    assert (problem.path, problem.text) == ("web/img/icon.svg", "this file is missing")


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("", "svg-form", 1),
        ("our logo", "svg-form", 1),
        ('<svg width="9"></svg>', "svg-form", 1),
        ('<image viewBox="0 0 9 9"/>', "svg-form", 1),
        (DRAWING.format("<g>"), "svg-form", 47),
        (DRAWING.format('<g style="fill: red"/>'), "inline-style", 42),
        (DRAWING.format("<style/>"), "inline-style", 42),
        (DRAWING.format("<script/>"), "inline-script", 42),
        (DRAWING.format('<g onclick="go()"/>'), "inline-script", 42),
        (DRAWING.format("<text>A</text>"), "svg-form", 42),
        (f"<!DOCTYPE svg>{DRAWING}", "svg-form", 14),
    ],
)
def test_what_is_no_drawing_or_would_run_is_told_with_its_place(
    tmp_path: Path, text: str, code: str, column: int
) -> None:
    assert told(tmp_path, text) == [("web/img/icon.svg", 1, column, code)]


def test_all_drawings_are_looked_at(tmp_path: Path) -> None:
    assert [path for path, *_ in told(tmp_path, "", "")] == ["templates/partials/mark.svg", "web/img/icon.svg"]


@pytest.mark.parametrize(("levels", "count"), [(MOST_LEVELS - 2, 0), (MOST_LEVELS + 50, 1)])
def test_elements_far_inside_each_other_are_told_once(tmp_path: Path, levels: int, count: int) -> None:
    deep = DRAWING.format("<g>" * levels + "</g>" * levels)
    assert [code for *_, code in told(tmp_path, deep)] == ["svg-form"] * count


def test_words_may_stand_in_other_drawings_which_browsers_draw(tmp_path: Path) -> None:
    assert told(tmp_path, DRAWING.format(""), DRAWING.format("<text>A</text>")) == []
