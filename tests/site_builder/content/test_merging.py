"""A host's YAML over that of the book: hers where she says something, and every mistake at its place."""

import pytest

from site_builder.content.located_yaml import Yaml, parse_yaml
from site_builder.content.merging import MERGED, check_shape, merge
from site_builder.core.problems import Source

BOOK = """\
common:
  skip: Skip to the text
  search: Search
steps: [one, two]
count: 3
operator: Who runs it
"""


def read(name: str, text: str) -> Yaml:
    yaml, problems = parse_yaml(Source(name, text))
    assert problems == []
    return yaml


def merged(text: str) -> Yaml:
    return merge(read("words.yaml", text), read("book.yaml", BOOK), MERGED["words.yaml"])


def misfits(text: str) -> list[tuple[int, int, str]]:
    yaml = merged(text)
    assert yaml.book
    return [
        (problem.line, problem.column, problem.text) for problem in check_shape(read("words.yaml", text), yaml.book)
    ]


def test_hers_stands_over_the_books_and_the_rest_is_the_books() -> None:
    assert merged("common:\n  skip: Jump\n").value == {
        "common": {"skip": "Jump", "search": "Search"},
        "steps": ["one", "two"],
        "count": 3,
        "operator": "Who runs it",
    }


def test_who_runs_a_copy_is_not_taken_from_the_book() -> None:
    book = read("book.yaml", "name: A\nlang: en\nshort_name: B\noperator: C\nsite_url: D\n")
    assert merge(read("site.yaml", "name: Hers\nshort_name: H\n"), book, MERGED["site.yaml"]).value == {
        "name": "Hers",
        "lang": "en",
        "short_name": "H",
    }


def test_a_list_is_hers_as_a_whole() -> None:
    value = merged("steps: [only]\n").value
    assert isinstance(value, dict)
    assert value["steps"] == ["only"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("common:\n  skip: Jump\n", []),
        ("common:\n  skib: Jump\n", [(2, 3, 'unknown field "skib"')]),
        ("common: Jump\n", [(1, 9, 'common: "Jump" is not a group of fields')]),
        ("steps: one\n", [(1, 8, 'steps: "one" is not a list')]),
        ("steps: [one, 2]\n", [(1, 14, "steps: 2 is not a text")]),
        ("common:\n  skip: [a]\n", [(2, 9, 'skip: ["a"] is not a text')]),
        ("count: many\n", [(1, 8, 'count: "many" is not a number, or true or false')]),
        ("- a\n", [(1, 1, '["a"] is not a group of fields')]),
    ],
)
def test_what_the_book_has_not_or_has_otherwise_is_told_at_its_place(
    text: str, found: list[tuple[int, int, str]]
) -> None:
    assert misfits(text) == found


def test_a_language_may_have_more_plural_forms_but_only_of_a_number() -> None:
    below = read("words.yaml", 'minutes: {one: A minute., other: "{count} minutes."}\nhome: Home\n')
    own = read("ar/words.yaml", 'minutes: {two: Zwei., few: "{count} few."}\n')
    assert list(check_shape(own, below)) == []
    [problem] = check_shape(read("ar/words.yaml", "few: Wrong.\n"), below)
    assert problem.text == 'unknown field "few"'
