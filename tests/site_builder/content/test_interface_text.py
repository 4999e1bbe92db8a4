from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pytest

from site_builder.content.interface_text import OTHERS, TAKEN, check_interface_words, markdown_words, text_at
from site_builder.content.located_yaml import parse_yaml
from site_builder.core.page_registry import PageSpec
from site_builder.core.problems import Problem, Source


def check(
    text: str, pages: Sequence[PageSpec] = (), others: Mapping[str, str] = MappingProxyType({})
) -> tuple[dict[str, object] | None, list[Problem]]:
    parsed, problems = parse_yaml(Source("content/words.yaml", text))
    assert problems == []
    return check_interface_words(parsed, pages, others)


def test_any_fields_are_words() -> None:
    words, problems = check("a: x\nb:\n  c: [d, {e: f}]\n")
    assert problems == []
    assert words == {"a": "x", "b": {"c": ["d", {"e": "f"}]}}


@pytest.mark.parametrize("name", [*TAKEN, "__class__"])
def test_a_name_that_a_template_would_take_for_a_method_is_refused(name: str) -> None:
    words, problems = check(f"builder:\n  title: x\n  {name}: Copy the card\n")
    assert words is None
    (problem,) = problems
    assert (problem.code, problem.line, problem.column, problem.length) == ("taken-name", 3, 3, len(name))


def test_such_a_name_is_found_at_any_depth_and_all_are_told() -> None:
    _, problems = check("copy: 1\na:\n  - b:\n      - keys: 2\nc: {d: {values: 3}}\n")
    assert [(problem.line, problem.text.rpartition(" ")[2]) for problem in problems] == [
        (1, '"copy"'),
        (4, '"keys"'),
        (5, '"values"'),
    ]


def test_near_names_are_allowed() -> None:
    assert check("copied: 1\nitem: 2\nkey: 3\ncopy_card: 4\n")[1] == []


PAGE = PageSpec("tool.html", "tool.html.j2", "tool", called="common.tool")


def test_what_names_a_page_is_there() -> None:
    assert check("tool: {title: A, summary: B}\ncommon: {tool: C}\n", [PAGE])[1] == []


def test_a_page_without_title_summary_or_name_is_told_with_all_that_is_missing() -> None:
    words, problems = check("common: {other: C}\ntool:\n  title: [A]\n", [PAGE])
    assert words is None
    assert [(problem.line, problem.text) for problem in problems] == [
        (3, 'title: ["A"] is not a text'),
        (3, 'field "summary" is missing; tool.html is named by it'),
        (1, 'common: field "tool" is missing; tool.html is named by it'),
    ]


def test_a_page_without_any_words_is_told() -> None:
    _, problems = check("common: {tool: C}\n", [PAGE])
    assert [problem.text for problem in problems] == ["groups of words are missing: tool; pages are named by them"]


def test_what_else_code_needs_is_there() -> None:
    others = {"markdown.table": "tables need it", "markdown.tip": "tips need it"}
    assert check("markdown: {table: A, tip: B}\n", others=others)[1] == []
    _, problems = check("markdown:\n  table: 7\n", others=others)
    assert [(problem.line, problem.text) for problem in problems] == [
        (2, "table: 7 is not a text"),
        (2, 'markdown: field "tip" is missing; tips need it'),
    ]
    _, problems = check("other: 7\n", others={"markdown.table": "tables need it"})
    assert [problem.text for problem in problems] == ["groups of words are missing: markdown; code needs them"]


def test_what_the_real_words_must_have() -> None:
    assert {"markdown.table", "markdown.note", "markdown.caution", "chapter.sources"} < set(OTHERS)


def test_a_text_is_found_by_its_groups() -> None:
    words = {"a": {"b": {"c": "Found"}}, "d": "Whole"}
    assert [text_at(words, name) for name in ("a.b.c", "d", "a.x", "d.b", "x.y")] == ["Found", "Whole", "", "", ""]


def test_missing_words_are_empty_until_that_is_told() -> None:
    assert set(markdown_words({}).values()) == set(markdown_words({"markdown": 7}).values()) == {""}
    assert markdown_words({"markdown": {"tip": "Rat"}})["tip"] == "Rat"
