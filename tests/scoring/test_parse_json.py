"""Strict JSON from outside, neither long nor deep."""

import pytest

from scoring import Refused, parse_json
from scoring.answers import MOST_BRACKETS, MOST_CHARACTERS


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


@pytest.mark.parametrize("pair", ["[]", "{}"])
def test_deep_nesting_is_refused_before_it_is_read(pair: str) -> None:
    flat = ", ".join([pair] * (MOST_BRACKETS - 1))
    assert isinstance(parse_json(f"[{flat}]"), list)
    with pytest.raises(Refused) as refused:
        parse_json(f"[{flat}, {pair}]")
    assert str(refused.value) == "too many brackets; allowed: at most 300"
    assert refused.value.issues[0].code == "too-deep"


def test_the_deepest_text_that_is_allowed_can_be_read() -> None:
    assert isinstance(parse_json("[" * MOST_BRACKETS + "]" * MOST_BRACKETS), list)
