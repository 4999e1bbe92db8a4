from functools import partial
from pathlib import Path

import pytest

from site_builder.assets.bundle import pack_sheets
from site_builder.assets.sheets import read_sheets
from site_builder.core.problems import ContentProblems
from site_builder.core.project import Project


def write(root: Path, sheets: dict[str, str]) -> Project:
    """Write style sheets below `web/`."""
    for name, text in sheets.items():
        path = root / "web" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Project(root)


def told(project: Project) -> list[str]:
    """What is said of the style sheets of a project."""
    with pytest.raises(ContentProblems) as caught:
        read_sheets(project, partial(pack_sheets, project, say=print))
    return [f"{one.path}:{one.line}:{one.column}: {one.text}" for one in caught.value.problems]


def test_the_sheets_of_all_tools_have_what_tools_share_first(tmp_path: Path) -> None:
    parts = {"css/tools/1-forms.css": "f{}", "css/ledger/1-rows.css": "r{}", "css/builder/1-points.css": "p{}"}
    sheets = read_sheets(write(tmp_path, parts))
    assert sheets == {"css/builder.css": b"f{}\np{}", "css/ledger.css": b"f{}\nr{}"}


@pytest.mark.parametrize("sheet", ["site", "builder"])
def test_the_parts_of_a_style_sheet_become_one_file_in_the_order_of_their_names(tmp_path: Path, sheet: str) -> None:
    parts = {f"css/{sheet}/2-base.css": "b{}", f"css/{sheet}/1-tokens.css": "a{}", "css/search.css": "c{}"}
    assert read_sheets(write(tmp_path, parts)) == {f"css/{sheet}.css": b"a{}\nb{}", "css/search.css": b"c{}"}


@pytest.mark.parametrize(
    ("rule", "column", "address"),
    [
        ('@import "https://cdn.example/a.css";', 9, "https://cdn.example/a.css"),
        ("a { background: url(//cdn.example/b.png) }", 17, "//cdn.example/b.png"),
        ('a { background: image-set("http://cdn.example/c.png" 2x) }', 27, "http://cdn.example/c.png"),
    ],
)
def test_what_a_sheet_would_fetch_from_elsewhere_is_told_with_its_place(
    tmp_path: Path, rule: str, column: int, address: str
) -> None:
    project = write(tmp_path, {"css/site/1-a.css": "a{}", "css/site/2-b.css": f"b {{}}\n{rule}\n"})
    with pytest.raises(ContentProblems) as caught:
        read_sheets(project)
    (problem,) = caught.value.problems
    place = (problem.path, problem.line, problem.column)
    assert (problem.code, place) == ("foreign", ("web/css/site/2-b.css", 2, column))
    assert problem.text == f'"{address}" would be fetched from another host'


def test_a_file_of_the_site_and_data_may_be_fetched(tmp_path: Path) -> None:
    rule = 'a { background: url("../img/a.svg"), url("data:image/svg+xml,<svg/>") }'
    assert read_sheets(write(tmp_path, {"css/a.css": rule})) == {"css/a.css": rule.encode()}


def test_all_mistakes_of_sheets_are_told_at_once(project: Project, tmp_path: Path) -> None:
    copy = write(
        tmp_path, {"css/site/1-a.css": "a{\n  color: red;\n", "css/b.css": "b{}\n@import '//cdn.example';\n"}
    )
    (copy.root / "node_modules").symlink_to(project.root / "node_modules")
    (copy.web / "css" / "c.css").write_bytes(b"\ncaf\xe9\n")
    assert told(copy) == [
        'web/css/b.css:2:1: all "@import" rules must come first',
        'web/css/b.css:2:9: "//cdn.example" would be fetched from another host',
        "web/css/c.css:2:1: this line is not UTF-8 text",
        'web/css/site/1-a.css:1:2: expected "}" to go with "{"',
    ]
