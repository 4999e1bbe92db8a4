"""Strict JSON from outside, neither long nor deep."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Refused, parse_json
from scoring.answers import MOST_CHARACTERS, MOST_DEPTH


def test_json_is_read_as_it_stands() -> None:
    assert parse_json('{"a": [1, 2.5, null, true, "ä"], "b": {}}') == {"a": [1, 2.5, None, True, "ä"], "b": {}}


@pytest.mark.parametrize(
    ("text", "line"), [("", 1), ("{", 1), ("\ufeff{}", 1), ('{"a": 1,\n"b" 2}', 2), ("{}\n\n{}", 3), ("'a'", 1)]
)
def test_text_that_is_not_json_is_refused_with_the_line(text: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        parse_json(text)
    assert str(refused.value) == f"line {line} is not JSON; allowed: a JSON object"
    assert refused.value.issues[0].code == "not-json"


def test_a_number_with_thousands_of_digits_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        parse_json("9" * 5000)
    assert str(refused.value) == "holds a number with thousands of digits; allowed: a JSON object"
    assert refused.value.issues[0].code == "not-json"


def test_a_very_long_text_is_refused_before_it_is_read() -> None:
    assert parse_json(" " * (MOST_CHARACTERS - 2) + "{}") == {}
    with pytest.raises(Refused) as refused:
        parse_json(" " * (MOST_CHARACTERS - 1) + "{}")
    assert str(refused.value) == "20001 characters; allowed: at most 20000"
    assert refused.value.issues[0].code == "too-long"


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a": ', "}")])
def test_deep_nesting_is_refused_before_it_is_read(opening: str, closing: str) -> None:
    inside = "[]" if opening == "[" else "{}"
    deepest = opening * (MOST_DEPTH - 1) + inside + closing * (MOST_DEPTH - 1)
    parse_json(deepest)
    with pytest.raises(Refused) as refused:
        parse_json(opening + deepest + closing)
    assert str(refused.value) == "too many brackets within brackets; allowed: at most 100"
    assert refused.value.issues[0].code == "too-deep"


def test_many_brackets_beside_each_other_are_not_deep() -> None:
    assert parse_json("[" + ", ".join(["[]", "{}"] * MOST_DEPTH) + "]") == [[], {}] * MOST_DEPTH


@pytest.mark.parametrize("text", ["[" * 500, "]" * 500, 'see you :["', "\\", '\\"[', "[{" * 400])
def test_brackets_in_texts_are_not_counted(text: str) -> None:
    value = [[text]] * MOST_DEPTH
    assert parse_json(json.dumps(value), 10**6) == value


@given(st.recursive(st.text('[]{}"\\'), lambda inner: st.lists(inner) | st.dictionaries(st.text('["\\'), inner)))
def test_whatever_is_written_is_read(value: object) -> None:
    assert parse_json(json.dumps([value] * (MOST_DEPTH + 1)), 10**9) == [value] * (MOST_DEPTH + 1)


def test_a_text_with_a_fault_before_its_deep_part_is_not_json() -> None:
    for text in ('\\"' + "[" * 10_000, '"\\' + "[" * 400, "]" * 5_000):
        with pytest.raises(Refused):
            parse_json(text)
