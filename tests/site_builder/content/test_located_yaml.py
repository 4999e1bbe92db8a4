from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scoring.issues import Issue
from site_builder.content.located_yaml import Mark, Yaml, parse_yaml
from site_builder.core.problems import Problem, Source


def parse(text: str) -> Yaml:
    parsed, problems = parse_yaml(Source("content/a.yaml", text))
    assert problems == []
    return parsed


def problems_of(text: str) -> list[Problem]:
    return parse_yaml(Source("content/a.yaml", text))[1]


def place(problem: Problem) -> tuple[str, int, int, int]:
    return problem.code, problem.line, problem.column, problem.length


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-01-01", "2026-01-01"),
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("NULL", "NULL"),
        ("1.5", "1.5"),
        ("1e3", "1e3"),
        ("0x10", "0x10"),
        ("007", "007"),
        ("12:30:45", "12:30:45"),
        ("1_000", "1_000"),
        ("nan", "nan"),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'12'", "12"),
        ('"true"', "true"),
        ("|-\n  12", "12"),
        (">-\n  null", "null"),
    ],
)
def test_only_whole_numbers_true_false_and_null_are_more_than_text(written: str, value: object) -> None:
    found = parse(f"a: {written}\n").value
    assert found == {"a": value}
    assert type(found["a"]) is type(value)


def test_keys_and_values_have_their_places() -> None:
    parsed = parse("title: A walk\nsteps:\n  - when: at ten\n    then: 'go out'\n")
    assert parsed.keys[("title",)] == Mark(1, 1, 5)
    assert parsed.values[("title",)] == Mark(1, 8, 6)
    assert parsed.keys[("steps", 0, "then")] == Mark(4, 5, 4)
    assert parsed.values[("steps", 0, "then")] == Mark(4, 11, 8)


def test_places_count_characters_not_bytes() -> None:
    assert parse("é: [ü, ö]\n").values[("é", 1)] == Mark(1, 8, 1)


def test_a_value_of_several_lines_is_marked_at_its_first_character() -> None:
    assert parse("a:\n  b: 1\n  c: 2\n").values[("a",)] == Mark(2, 3, 1)


def test_a_part_of_a_file_keeps_the_lines_of_the_file() -> None:
    source = Source("a.md", "---\ntitle: A\norder: 1\n---\n")
    parsed, problems = parse_yaml(source, "title: A\norder: 1", first_line=2)
    assert problems == []
    assert parsed.keys[("order",)] == Mark(3, 1, 5)


def test_lines_may_end_as_on_windows() -> None:
    parsed = parse("a: 1\r\nb: two\r\n")
    assert parsed.value == {"a": 1, "b": "two"}
    assert parsed.values[("b",)] == Mark(2, 4, 3)


def test_an_empty_file_is_a_set_of_no_fields() -> None:
    assert parse("").value == parse("# a comment\n").value == {}


def test_a_key_that_stands_twice_is_refused_at_the_second_place() -> None:
    (problem,) = problems_of("a: 1\nb:\n  c: 1\n  c: 2\n")
    assert place(problem) == ("duplicate-key", 4, 3, 1)
    assert (problem.text, problem.hint) == ('field "c" stands twice', "first at line 3")


def test_the_same_key_in_two_places_is_fine() -> None:
    assert parse("a:\n  c: 1\nb:\n  c: 2\n").value == {"a": {"c": 1}, "b": {"c": 2}}


def test_a_key_must_be_a_word() -> None:
    (problem,) = problems_of("? [a, b]\n: 1\nc: 2\n")
    assert place(problem) == ("yaml-key", 1, 3, 6)


def test_an_alias_inside_itself_is_refused_and_does_not_hang() -> None:
    (problem,) = problems_of("a: 1\nb: &loop\n  - *loop\n")
    assert place(problem)[:3] == ("yaml-loop", 2, 4)


def test_an_alias_used_twice_is_fine() -> None:
    assert parse("a: &x [1]\nb: *x\nc: *x\n").value == {"a": [1], "b": [1], "c": [1]}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb: c: d\n", 2, 5),
        ("a: 1\nb: *nobody\n", 2, 4),
        ("- a\nb: c\n", 2, 1),
        ("a: 1\n---\nb: 2\n", 2, 1),
        ("a: [1, 2\n", 1, 4),
    ],
)
def test_a_mistake_of_syntax_is_told_where_it_is(text: str, line: int, column: int) -> None:
    (problem,) = problems_of(text)
    assert (problem.code, problem.line, problem.column) == ("yaml-syntax", line, column)


def test_a_mistake_of_syntax_in_a_part_of_a_file_is_told_where_it_is_in_the_file() -> None:
    source = Source("a.md", "---\ntitle: A\nsummary: one: two\n---\n")
    _, (problem,) = parse_yaml(source, "title: A\nsummary: one: two", first_line=2)
    assert (problem.line, problem.column, problem.source_line) == (3, 13, "summary: one: two")


def test_a_character_that_no_text_has_is_refused() -> None:
    (problem,) = problems_of("a: 1\nb: \x07\n")
    assert problem.code == "yaml-character"


def test_an_issue_of_a_key_is_put_at_the_key() -> None:
    parsed = parse("a:\n  sumary: x\n")
    issue = Issue(("a", "sumary"), "unknown-key", "unknown field", "summary", "sumary", ("summary",))
    problem = parsed.problem(issue)
    assert place(problem) == ("unknown-key", 2, 3, 6)
    assert problem.hint == 'did you mean "summary"? allowed: summary'


def test_an_issue_of_a_value_is_put_at_the_value_and_names_the_field() -> None:
    problem = parse("a:\n  order: x\n").problem(Issue(("a", "order"), "not-allowed", '"x" given', "a number"))
    assert place(problem) == ("not-allowed", 2, 10, 1)
    assert (problem.text, problem.hint) == ('order: "x" given', "allowed: a number")


def test_an_issue_of_a_missing_value_is_put_at_what_is_around_it() -> None:
    problem = parse("x: 1\na:\n  b: 1\n").problem(Issue(("a", "c", 0), "missing-key", 'field "d" is missing'))
    assert place(problem)[:3] == ("missing-key", 3, 3)


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
def test_what_is_written_as_quoted_texts_is_read_back(value: object) -> None:
    written = yaml.safe_dump({"a": value}, default_style='"')
    assert parse(written).value == {"a": value}


def test_a_character_that_no_text_has_is_shown_as_a_character_at_its_place() -> None:
    (problem,) = problems_of("a: 1\nb: \x07\n")
    assert (problem.line, problem.column) == (2, 4)
    assert problem.text == "the character '\\x07' cannot be in a text file"


def test_a_number_of_thousands_of_digits_is_no_bug_of_the_program() -> None:
    digits = "1" * 5000
    assert parse(f"a: {digits}\n").value == {"a": digits}


@pytest.mark.parametrize("text", ["a: bus #12\n", "a: [x #y\n]\n", "a: one\n  two #12\n", "- one #12\n"])
def test_a_comment_behind_a_text_is_refused(text: str) -> None:
    (problem,) = problems_of(text)
    assert problem.code == "yaml-comment"
    assert problem.source_line[problem.column - 1] == "#"


@pytest.mark.parametrize(
    "text", ["a: 3 # third\n", "a: # those\n  b: 1\n", "# of a\na: 1\n", "a: 'bus #12'\n", "a: bus#12\n"]
)
def test_other_comments_and_signs_are_fine(text: str) -> None:
    parse(text)


@pytest.mark.parametrize("deep", ["[" * 3_000, "[" * 100_000, "- " * 3_000 + "x", "{a: " * 3_000])
def test_what_nests_beyond_measure_is_refused(deep: str) -> None:
    (problem,) = problems_of(deep)
    assert (problem.code, problem.line) == ("yaml-deep", 1)


def test_aliases_of_aliases_are_refused_before_they_grow() -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [f"{name}: &{name} [{', '.join(['*' + before] * 9)}]" for before, name in pairwise("abcdefghijklmnop")]
    assert [problem.code for problem in problems_of("\n".join(rows))] == ["yaml-aliases"]


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_an_end_of_a_line_that_nobody_sees_is_refused(sign: str) -> None:
    (problem,) = problems_of(f"a: 1\nb: one{sign}two\n")
    assert place(problem)[:3] == ("yaml-character", 2, 7)
