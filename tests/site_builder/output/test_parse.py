"""A finished file is parsed once, and means the same when it was kept."""

from pathlib import Path

import pytest

from site_builder.core.model import Files
from site_builder.core.problems import Problem
from site_builder.core.project import Project
from site_builder.output.audit import check_site
from site_builder.output.parse import parse_files, read_finished
from tests.site_builder.output.test_audit import GOOD
from tests.site_builder.output.test_fetched import SVG

FILES: Files = {
    "index.html": GOOD.encode(),
    "a.svg": SVG.format('<use href="#a"/>').encode(),
    "a.css": b"a { cursor: url(a.svg) }",
    "a.txt": b"Text",
}


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    return Project(tmp_path)


def told(project: Project, files: Files) -> list[Problem]:
    """What one build tells of the files."""
    return list(check_site(read_finished(project, files)))


def test_kept_files_are_the_parsed_ones(empty: Project, tiny_files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    files = FILES | tiny_files
    parsed = parse_files(files)
    assert read_finished(empty, files) == parsed
    monkeypatch.setattr("site_builder.output.parse.parse_file", None)
    assert read_finished(empty, files) == parsed


def test_the_same_bytes_are_another_thing_under_another_ending(empty: Project) -> None:
    data = GOOD.replace("Text", "a { b: url(c.png) }").encode()
    assert told(empty, {"index.html": data}) == []
    assert [problem.code for problem in told(empty, {"index.html": data, "a.css": data})] == ["broken-address"]


@pytest.mark.parametrize(
    "body", ['<a href="nothing.html">x</a>', "<style></style>", "<h4>x</h4>", '<b id="here"></b>', "<h1>x</h1>"]
)
def test_a_mistake_is_told_again_in_the_same_words_and_at_its_place(body: str, empty: Project) -> None:
    bad = GOOD.replace("Text", body).encode()
    first, second = told(empty, {"a.html": bad}), told(empty, {"a.html": bad})
    assert len(first) == 1
    assert first == second
    (moved,) = told(empty, {"b.html": bad})
    assert (moved.path, moved.line, moved.column) == ("dist/b.html", first[0].line, first[0].column)


def test_an_address_is_followed_anew_when_what_it_leads_to_is_gone(empty: Project) -> None:
    files = {"a.html": GOOD.replace("Text", '<a href="b.html#here">x</a>').encode(), "b.html": GOOD.encode()}
    assert told(empty, files) == []
    (problem,) = told(empty, files | {"b.html": GOOD.replace("here", "there").encode()})
    assert (problem.path, problem.line, problem.code) == ("dist/a.html", 4, "broken-address")
