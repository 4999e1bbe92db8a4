"""The small checks on JSON-like values: what they return and what they say."""

import pytest

from scoring import Refused
from scoring.fields import MOST_ISSUES, Checker, DuplicateKeys, show

AT = ("here",)


def told(checker: Checker) -> list[tuple[str, str]]:
    """Every issue as its code and its words."""
    return [(issue.code, str(issue)) for issue in checker.issues]


def test_good_values_are_returned_and_nothing_is_noted() -> None:
    check = Checker()
    assert check.mapping({"a": 1, "b": 2}, AT, ["a"], ["b", "c"]) == {"a": 1, "b": 2}
    assert check.sequence([1, 2], AT, 2, 2) == [1, 2]
    assert check.text("x" * 5, AT, 5) == "xxxxx"
    assert check.whole(0, AT, 0, 4) == 0
    assert check.whole(4, AT, 0, 4) == 4
    assert check.flag(True, AT) is True
    assert check.flag(False, AT) is False
    assert check.choice("b", AT, ["a", "b"]) == "b"
    assert check.choices(["b", "a"], AT, ["a", "b", "c"]) == ("a", "b")
    assert check.each([1, 2], AT, lambda value, path: (value, path)) == ((1, (*AT, 0)), (2, (*AT, 1)))
    check.finish()
    assert check.issues == []


@pytest.mark.parametrize(
    ("value", "returned", "fault"),
    [
        ([], {}, ("wrong-type", "here: [] is not a set of fields; allowed: fields with names")),
        (None, {}, ("wrong-type", "here: null is not a set of fields; allowed: fields with names")),
        ({"b": 1}, {"b": 1}, ("missing-key", 'here: field "a" is missing')),
        ({"a": 1, "z": 2}, {"a": 1}, ("unknown-key", 'here.z: unknown field "z"; allowed: a, b')),
        ({"a": 1, 2: 3}, {"a": 1}, ("unknown-key", "here.2: unknown field 2; allowed: a, b")),
    ],
)
def test_a_set_of_fields_has_the_known_keys(value: object, returned: object, fault: tuple[str, str]) -> None:
    check = Checker()
    assert check.mapping(value, AT, ["a"], ["b"]) == returned
    assert told(check) == [fault]


@pytest.mark.parametrize(
    ("value", "least", "most", "fault"),
    [
        ({}, 0, None, ("wrong-type", "here: {} is not a list; allowed: a list")),
        ("ab", 2, 2, ("wrong-type", 'here: "ab" is not a list; allowed: a list')),
        ([1], 2, 2, ("wrong-length", "here: 1 given; allowed: exactly 2")),
        ([1, 2, 3, 4], 2, 3, ("wrong-length", "here: 4 given; allowed: 2 to 3")),
        ([], 1, None, ("wrong-length", "here: 0 given; allowed: 1 or more")),
    ],
)
def test_a_list_has_as_many_items_as_asked(
    value: object, least: int, most: int | None, fault: tuple[str, str]
) -> None:
    check = Checker()
    assert check.sequence(value, AT, least, most) == (value if isinstance(value, list) else [])
    assert told(check) == [fault]


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (7, ("wrong-type", "here: 7 is not a text; allowed: a text")),
        (" \n", ("empty", "here: is empty; allowed: a text")),
        ("abcdef", ("too-long", "here: 6 characters; allowed: at most 5")),
        ("a\nb", ("line-break", "here: holds a line break; allowed: one line")),
    ],
)
def test_a_text_is_one_short_line(value: object, fault: tuple[str, str]) -> None:
    check = Checker()
    assert check.text(value, AT, 5) == (value if isinstance(value, str) else "")
    assert told(check) == [fault]


@pytest.mark.parametrize("value", [0, 5, -1, True, 2.0, "2", None, float("nan")])
def test_a_whole_number_lies_between_its_ends_and_is_no_truth_value(value: object) -> None:
    check = Checker()
    assert check.whole(value, AT, 1, 4, " or null") == 1
    assert told(check) == [("not-allowed", f"here: {show(value)} given; allowed: a whole number from 1 to 4 or null")]


@pytest.mark.parametrize("address", ["https://a.example/", "http://localhost:8000/b%20c.html?d=1#e"])
def test_an_address_of_the_web_is_one(address: str) -> None:
    check = Checker()
    assert check.address(address, AT) == address
    assert told(check) == []


@pytest.mark.parametrize(
    "value",
    ["", "a.example", "javascript:1", "file:///a", "https://a.example/b c", "https://ä.example/", "http://a\n", 7],
)
def test_anything_else_is_no_address(value: object) -> None:
    check = Checker()
    assert check.address(value, AT) == ""
    allowed = "allowed: an address such as https://example.org/community/"
    assert told(check) == [("not-allowed", f"here: {show(value)} given; {allowed}")]


@pytest.mark.parametrize("value", [0, 1, "true", None])
def test_a_flag_is_true_or_false_and_no_number(value: object) -> None:
    check = Checker()
    assert check.flag(value, AT) is False
    assert told(check) == [("wrong-type", f"here: {show(value)} given; allowed: true or false")]


@pytest.mark.parametrize("value", ["z", None, ["b"], ""])
def test_a_choice_is_one_of_the_options(value: object) -> None:
    check = Checker()
    assert check.choice(value, AT, ["a", "b"]) == "a"
    assert told(check) == [("not-allowed", f"here: {show(value)} given; allowed: a, b")]


def test_a_choice_among_no_options_is_empty() -> None:
    check = Checker()
    assert check.choice("a", AT, []) == ""
    assert told(check) == [("not-allowed", 'here: "a" given')]


@pytest.mark.parametrize(
    ("value", "returned", "fault"),
    [
        ("a", (), ("wrong-type", 'here: "a" is not a list; allowed: a list')),
        (["b", "z"], ("b",), ("not-allowed", 'here[1]: "z" given; allowed: a, b')),
        (["b", ["a"]], ("b",), ("not-allowed", 'here[1]: ["a"] given; allowed: a, b')),
        (["b", "b", "a"], ("a", "b"), ("repeated", 'here[1]: "b" stands twice; allowed: once')),
    ],
)
def test_choices_are_different_options(value: object, returned: object, fault: tuple[str, str]) -> None:
    check = Checker()
    assert check.choices(value, AT, ["a", "b"]) == returned
    assert told(check) == [fault]


@pytest.mark.parametrize(
    ("value", "returned", "fault"),
    [
        (None, (), ("wrong-type", "here: null is not a list; allowed: a list")),
        (["x"], ("x",), ("wrong-length", "here: 1 given; allowed: 2 or more")),
        (["x", 7], ("x", ""), ("wrong-type", "here[1]: 7 is not a text; allowed: a text")),
    ],
)
def test_each_item_of_a_list_is_read(value: object, returned: object, fault: tuple[str, str]) -> None:
    check = Checker()
    assert check.each(value, AT, lambda item, path: check.text(item, path, 5), 2) == returned
    assert told(check) == [fault]


def test_keys_that_stood_twice_are_told_each() -> None:
    check = Checker()
    fields = DuplicateKeys({"a": 2, "b": 3})
    fields.repeated = ("a", "b")
    assert check.mapping(fields, AT, ["a", "b"]) == {"a": 2, "b": 3}
    assert told(check) == [
        ("duplicate-key", "here.a: stands twice; allowed: once"),
        ("duplicate-key", "here.b: stands twice; allowed: once"),
    ]


def test_a_word_outside_the_options_is_kept_for_a_hint() -> None:
    check = Checker()
    check.choice("sme", AT, ["some", "low"])
    check.choice(3, AT, ["some", "low"])
    assert [(issue.given, issue.options) for issue in check.issues] == [
        ("sme", ("some", "low")),
        ("", ("some", "low")),
    ]


def test_finish_raises_everything_that_was_noted() -> None:
    check = Checker()
    check.note(AT, "first", "one")
    check.note((), "second", "two", "three")
    with pytest.raises(Refused) as refused:
        check.finish()
    assert refused.value.issues == tuple(check.issues)
    assert str(refused.value) == "here: one; two; allowed: three"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("ä", '"\\u00e4"'),
        (None, "null"),
        ({"a": [1]}, '{"a": [1]}'),
        (float("nan"), "NaN"),
        ("x" * 38, '"' + "x" * 38 + '"'),
        ("x" * 39, '"' + "x" * 36 + "..."),
        ({1, 2}, "set"),
        (object(), "object"),
    ],
)
def test_a_refused_value_is_shown_as_json_and_shortened(value: object, shown: str) -> None:
    assert show(value) == shown
    assert len(shown) <= 40


def test_a_text_that_stands_twice_is_noted_at_its_second_place() -> None:
    check = Checker()
    check.unique(((*AT, place), text) for place, text in enumerate(["a", "b", "a", "a"]))
    assert told(check) == [("repeated", f'here[{place}]: "a" stands twice; allowed: once') for place in (2, 3)]


def test_a_field_that_is_not_there_is_nothing_and_no_fault() -> None:
    check = Checker()
    assert check.optional({}, AT, "name", check.flag) is None
    assert check.text_of({}, AT, "name", 5) == ""
    assert told(check) == []


def test_a_field_that_is_there_is_read_at_its_place() -> None:
    check = Checker()
    fields: dict[str, object] = {"name": "much too long", "flag": 1}
    assert check.text_of(fields, AT, "name", 5) == "much too long"
    assert check.optional(fields, AT, "flag", check.flag) is False
    assert told(check) == [
        ("too-long", "here.name: 13 characters; allowed: at most 5"),
        ("wrong-type", "here.flag: 1 given; allowed: true or false"),
    ]


def test_reading_ends_where_nobody_would_read_on() -> None:
    checker = Checker()
    with pytest.raises(Refused) as refused:
        checker.each([1] * (2 * MOST_ISSUES), ("a",), checker.flag)
    assert len(refused.value.issues) == MOST_ISSUES
    assert refused.value.issues[-1].path == ("a", MOST_ISSUES - 1)
