import pytest

from site_builder.content.interface_text import TAKEN, check_interface_words, markdown_words, text_at
from site_builder.content.located_yaml import parse_yaml
from site_builder.core.problems import Problem, Source


def check(text: str) -> tuple[dict[str, object] | None, list[Problem]]:
    parsed, problems = parse_yaml(Source("content/words.yaml", text))
    assert problems == []
    return check_interface_words(parsed)


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
    _, problems = check("copy: x\na:\n  - b:\n      - keys: x\nc: {d: {values: x}}\n")
    assert [(problem.line, problem.text.rpartition(" ")[2]) for problem in problems] == [
        (1, '"copy"'),
        (4, '"keys"'),
        (5, '"values"'),
    ]


def test_near_names_are_allowed() -> None:
    assert check("copied: a\nitem: b\nkey: c\ncopy_card: d\n")[1] == []


@pytest.mark.parametrize("value", ["7", "true", "null", "~"])
def test_what_is_no_text_is_refused_at_any_depth(value: str) -> None:
    _, (problem,) = check(f"a:\n  b: [x, {value}]\n")
    assert (problem.code, problem.line, problem.column) == ("wrong-type", 2, 10)


@pytest.mark.parametrize(
    ("value", "mark"),
    [
        ("<b>Now</b>", "<b>"),
        ("A <br/> B", "<br/>"),
        ("You &amp; me", "&amp;"),
        ("**Now**", "**"),
        ("[Now](now.html)", "[Now](now.html)"),
    ],
)
def test_markup_is_refused(value: str, mark: str) -> None:
    _, (problem,) = check(f'kept: "{value}"\n')
    assert (problem.code, problem.text) == ("markup", f"kept: readers would see {mark} as it is written")


@pytest.mark.parametrize("value", ["3 < 4 > 2", "you & me; them", "a [b] (c)", "2 * 3"])
def test_signs_that_are_meant_as_such_are_text(value: str) -> None:
    assert check(f'a: "{value}"\n')[1] == []


def test_a_text_is_found_by_its_groups() -> None:
    words = {"a": {"b": {"c": "Found"}}, "d": "Whole"}
    assert [text_at(words, name) for name in ("a.b.c", "d", "a.x", "d.b", "x.y")] == ["Found", "Whole", "", "", ""]


def test_missing_words_are_empty_until_that_is_told() -> None:
    assert set(markdown_words({}).values()) == set(markdown_words({"markdown": 7}).values()) == {""}
    assert markdown_words({"markdown": {"tip": "Rat"}})["tip"] == "Rat"
