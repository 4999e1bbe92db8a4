"""One if-then plan, at a moment and a place in the reader's own words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, Refused, builder_view, result_data, result_view
from scoring.card import MOST_CHARACTERS as MOST_OF_A_CARD
from scoring.fields import Checker
from scoring.model import Step
from scoring.plan import MOST_CHARACTERS, NO_MOMENT, Moment, as_clause, make_plan, read_moment
from tests.scoring.moves import a_move
from tests.scoring.people import EXAMPLE, FULL, person
from tests.scoring.strategies import json_values, people, texts

TODAY = date(2026, 11, 23)
own_words = st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=MOST_CHARACTERS)


def read(value: object) -> Moment:
    checker = Checker()
    moment = read_moment(checker, value, ("moment",), TODAY)
    checker.finish()
    return moment


def faults(value: object) -> list[str]:
    with pytest.raises(Refused) as refused:
        read(value)
    return [str(issue) for issue in refused.value.issues]


@pytest.mark.parametrize(
    ("moment", "when"),
    [
        (NO_MOMENT, "the moment that you choose comes"),
        (Moment("it is Thursday at five"), "it is Thursday at five"),
        (Moment("", "at the library"), "I am at the library"),
        (Moment("it is Thursday at five", "at the library"), "it is Thursday at five, at the library"),
    ],
)
def test_a_plan_ties_the_move_to_the_moment(moment: Moment, when: str, catalogue: Catalogue) -> None:
    move = replace(a_move("greet"), title="Greet whoever else is up at six.")
    assert make_plan(move, moment, catalogue) == Step(when, "greet whoever else is up at six", "")


def test_without_a_move_there_is_nothing_to_plan(catalogue: Catalogue) -> None:
    assert make_plan(None, Moment("now"), catalogue) is None
    assert result_data(FULL, catalogue)["plan"] is None
    assert result_view(FULL, catalogue, moment=Moment("now"))["plan"] is None


def test_braces_of_the_reader_stay_braces(catalogue: Catalogue) -> None:
    plan = make_plan(a_move("x"), Moment("{where}", "{0}"), catalogue)
    assert plan.when == "{where}, {0}"


def test_a_title_becomes_the_end_of_a_sentence() -> None:
    assert as_clause("Ask at a stall what is good.") == "ask at a stall what is good"
    assert as_clause("") == ""


def test_the_plan_is_for_the_first_move_that_there_is(catalogue: Catalogue) -> None:
    data = result_data(EXAMPLE, catalogue)
    assert data["plan"] == {
        "when": "the moment that you choose comes",
        "then": as_clause(data["invitation"]["title"]),
    }
    rest = result_data(person(rest=1, capacity="none"), catalogue)
    assert rest["plan"]["then"] == as_clause(rest["invitation"]["title"])


def test_a_moment_takes_the_place_of_the_protocol_on_the_card(catalogue: Catalogue) -> None:
    first = catalogue.strand("weak-ties").protocol.steps[0]
    usual = result_view(EXAMPLE, catalogue)
    assert f"\nProtocol: When {first.when}, {first.then}.\n" in usual["card"]
    own = result_view(EXAMPLE, catalogue, moment=Moment("it is noon"))
    assert f"\nProtocol: When it is noon, {own['plan']['then']}.\n" in own["card"]
    assert (usual["card_parts"]["moment"], own["card_parts"]["moment"]) == ("", "When it is noon")
    changed = {name for name in own if own[name] != usual[name]}
    assert changed == {"plan", "card", "card_parts"}


def test_a_day_alone_leaves_the_protocol_on_the_card(catalogue: Catalogue) -> None:
    usual, chosen = (result_view(EXAMPLE, catalogue, moment=Moment(day=day)) for day in (None, date(2026, 11, 26)))
    assert chosen["plan"] == usual["plan"]
    assert chosen["card"].replace("Day: Thursday, 26 November\n", "") == usual["card"]
    assert (usual["card_parts"]["day"], chosen["card_parts"]["day"]) == ("This week", "Thursday, 26 November")


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (None, NO_MOMENT),
        ({}, NO_MOMENT),
        ({"when": "", "where": ""}, NO_MOMENT),
        ({"when": "  after   the  shift "}, Moment("after the shift")),
        ({"where": "am Kiosk an der Straße"}, Moment("", "am Kiosk an der Straße")),
        ({"when": "x" * 60, "where": "y" * 60}, Moment("x" * 60, "y" * 60)),
        ({"when": " " * 90, "where": "\u200b"}, NO_MOMENT),
        ({"when": "a\tb\nc\u00a0d\u2009e\u202ff\u2028g"}, Moment("a b c d e f g")),
        ({"when": "\ufeffat\u200b no\u00adon\u200e"}, Moment("at noon")),
        ({"day": "2026-11-23"}, Moment(day=TODAY)),
        ({"day": "2027-11-23"}, Moment(day=date(2027, 11, 23))),
    ],
)
def test_a_moment_is_read(value: object, moment: Moment) -> None:
    assert read(value) == replace(moment, asked_on=TODAY)


@pytest.mark.parametrize(
    "words",
    [
        "می\u200cروم کنار کتاب\u200cخانه",  # Persian, with half-spaces
        "क्\u200dष के पास",  # Hindi
        "with the 👩\u200d👩\u200d👧 next door",
        "🏳\ufe0f\u200d🌈",
        "am Fluß, près du café",
    ],
)
def test_what_writing_needs_between_two_signs_stays(words: str) -> None:
    assert read({"when": words, "where": words}) == Moment(words, words, asked_on=TODAY)


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d", "\u200d \u200c"])
def test_joiners_alone_are_no_words(joiner: str) -> None:
    assert read({"when": joiner}) == Moment(asked_on=TODAY)


AHEAD = "allowed: a date from 2026-11-23 to 2027-11-23"
SIGN = "holds a sign that cannot be shown; allowed: letters, digits and marks"


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ({"when": "x" * 61}, "moment.when: 61 characters; allowed: at most 60"),
        ({"where": "a\x00b"}, f"moment.where: {SIGN}"),
        ({"where": "a\x1b[1mb"}, f"moment.where: {SIGN}"),
        ({"where": "a\u202eb"}, f"moment.where: {SIGN}"),
        ({"where": "a\u2067b"}, f"moment.where: {SIGN}"),
        ({"where": "a\ud800b"}, f"moment.where: {SIGN}"),
        ({"when": 5}, "moment.when: 5 is not a text; allowed: a text"),
        ({"who": "Ada"}, 'moment.who: unknown field "who"; allowed: when, where, day'),
        ({"day": "2026-11-22"}, f'moment.day: "2026-11-22" given; {AHEAD}'),
        ({"day": "2027-11-24"}, f'moment.day: "2027-11-24" given; {AHEAD}'),
        ({"day": "Thursday"}, f'moment.day: "Thursday" given; {AHEAD}'),
        ({"day": ""}, f'moment.day: "" given; {AHEAD}'),
        ({"day": None}, f"moment.day: null given; {AHEAD}"),
        ("noon", 'moment: "noon" is not a set of fields; allowed: fields with names'),
    ],
)
def test_what_is_no_line_of_words_is_refused_once(value: object, fault: str) -> None:
    assert faults(value) == [fault]


@given(st.dictionaries(st.sampled_from(["when", "where", "day"]), texts | json_values) | json_values)
def test_whatever_is_sent_the_words_are_one_printable_line_or_refused(value: object) -> None:
    try:
        moment = read(value)
    except Refused:
        return
    for words in (moment.when, moment.where):
        assert words.replace("\u200c", "").replace("\u200d", "").isprintable()
        assert len(words) <= MOST_CHARACTERS
        assert words == " ".join(words.split())


@given(people, own_words, own_words)
def test_the_readers_words_fit_on_the_card_and_are_nowhere_else(
    catalogue: Catalogue, who: Answers, when: str, where: str
) -> None:
    moment = Moment(when, where)
    usual, own = builder_view(who, 10, catalogue), builder_view(who, 10, catalogue, moment=moment)
    assert len(own["card"]) <= MOST_OF_A_CARD
    assert {name for name in own if own[name] != usual[name]} <= {"plan", "card", "card_parts"}
    assert own["link"] == usual["link"]
