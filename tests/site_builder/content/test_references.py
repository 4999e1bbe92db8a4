import pytest

from site_builder.content.located_yaml import parse_yaml
from site_builder.content.references import check_references
from site_builder.core.model import Reference
from site_builder.core.problems import Problem, Source

ENTRY = """\
- id: hall-2019
  kind: research
  title: How many hours?
  authors: Hall, J. A.
  publisher: A journal
  year: 2019
  url: https://example.org/
  finding: Time helps.
"""
BOOK = ENTRY.replace("hall-2019", "book").replace("research", "book").replace("  url: https://example.org/\n", "")


def check(text: str) -> tuple[dict[str, Reference] | None, list[Problem]]:
    parsed, problems = parse_yaml(Source("content/sources.yaml", text))
    assert problems == []
    return check_references(parsed)


def places(text: str) -> list[tuple[str, int, int, str]]:
    references, problems = check(text)
    assert references is None
    return [(problem.code, problem.line, problem.column, problem.text) for problem in problems]


def test_sources_are_found_by_id_in_the_order_of_the_file() -> None:
    references, problems = check(BOOK + ENTRY)
    assert problems == []
    assert references is not None
    assert list(references) == ["book", "hall-2019"]
    assert references["hall-2019"] == Reference(
        "hall-2019",
        "research",
        "How many hours?",
        "Hall, J. A.",
        "A journal",
        2019,
        "https://example.org/",
        "Time helps.",
    )


def test_a_book_may_have_no_address() -> None:
    references, _ = check(BOOK)
    assert references is not None
    assert references["book"].url == ""


def test_an_id_stands_once() -> None:
    assert places(ENTRY + ENTRY) == [("repeated", 9, 7, 'id: source "hall-2019" stands twice')]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("kind: research", "kind: blog", ("not-allowed", 2, 9, 'kind: "blog" given')),
        ("year: 2019", "year: 19", ("not-allowed", 6, 9, "year: 19 given")),
        ("year: 2019", "year: '2019'", ("not-allowed", 6, 9, 'year: "2019" given')),
        ("https:", "http:", ("not-allowed", 7, 8, 'url: "http://example.org/" given')),
        ("Time helps.", "''", ("empty", 8, 12, "finding: is empty")),
        ("authors", "author", ("unknown-key", 4, 3, 'unknown field "author"')),
    ],
)
def test_a_wrong_field_is_marked(old: str, new: str, place: tuple[str, int, int, str]) -> None:
    assert place in places(ENTRY.replace(old, new))


def test_sources_are_a_list() -> None:
    assert places("hall-2019: 1\n") == [("wrong-type", 1, 1, '{"hall-2019": 1} is not a list')]


def test_an_entry_is_a_set_of_fields() -> None:
    assert places(f"{ENTRY}- hall-2020\n") == [("wrong-type", 9, 3, '"hall-2020" is not a set of fields')]


def test_the_mistakes_of_all_entries_are_told_at_once() -> None:
    faulty = ENTRY.replace("year: 2019", "year: x")
    assert [line for _, line, _, _ in places(faulty + faulty.replace("hall-2019", "other"))] == [6, 14]
