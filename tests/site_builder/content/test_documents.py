"""A text is parsed once, and is the same document when it was kept."""

from pathlib import Path

import pytest

from site_builder.content.documents import Documents
from site_builder.content.front_matter import FrontMatter, parse_front_matter
from site_builder.core.model import Document
from site_builder.core.problems import Problem, Source
from site_builder.core.project import Project
from tests.site_builder.fixture_files import read_cases
from tests.site_builder.samples import WORDS

FIELDS = "---\ntitle: T\nlabel: L\nsummary: S\norder: 1\n---\n"
TEXTS = [case.given for case in read_cases("markdown-html.md")]


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    return Project(tmp_path)


def read(project: Project, text: str, path: str = "content/a.md", **words: str) -> tuple[Document, list[Problem]]:
    """Read a text as one build does."""
    documents = Documents(project, WORDS | words, "en")
    source = Source(path, FIELDS + text)
    found = documents.read(source, fields_of(source))
    documents.keep()
    return found


def fields_of(source: Source) -> FrontMatter:
    fields, problems = parse_front_matter(source)
    assert fields is not None, problems
    return fields


@pytest.mark.parametrize("text", TEXTS)
def test_a_kept_document_is_the_parsed_one(text: str, empty: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = read(empty, text)
    monkeypatch.setattr("site_builder.content.markdown.parse_markdown", None)
    assert read(empty, text) == parsed


def test_a_text_is_known_under_whatever_name(empty: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = read(empty, "## One\n")
    monkeypatch.setattr("site_builder.content.markdown.parse_markdown", None)
    assert read(empty, "## One\n", "content/b.md") == parsed


def test_words_that_the_text_is_given_decide_too(empty: Project) -> None:
    first, _ = read(empty, "| a |\n| - |\n")
    second, _ = read(empty, "| a |\n| - |\n", table="Another name")
    assert first.pieces != second.pieces


def test_a_mistake_is_told_again_in_the_same_words_and_at_its_place(empty: Project) -> None:
    _, first = read(empty, "Text\n\n# One\n")
    _, second = read(empty, "Text\n\n# One\n")
    _, moved = read(empty, "Text\n\n\n# One\n", "content/b.md")
    assert first == second
    assert [(problem.path, problem.line, problem.code) for problem in second] == [("content/a.md", 9, "h1-in-text")]
    assert [(problem.path, problem.line) for problem in moved] == [("content/b.md", 10)]
