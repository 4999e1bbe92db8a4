"""A week that is written again keeps those whom its questions cannot show any more."""

import json

import pytest

from scoring import Catalogue
from tests.scoring.ledger.ledgers import change, ledger

WEEK = "2026-W48"
PEOPLE = {"aaa": {"name": "R.", "state": "died"}, "bbb": {"name": "Jo"}, "ccc": {"name": "Sam"}}


def written_again(catalogue: Catalogue, before: dict, answers: dict, **more: object) -> dict:
    text, undo = change(
        catalogue, ledger(PEOPLE, {WEEK: before}), {"in": "weeks", "id": WEEK, "fields": answers, **more}
    )
    back = change(catalogue, text, *undo)[0] if undo else text
    assert fields_of(back) == {"people": None, **before}
    return fields_of(text)


def fields_of(text: str) -> dict:
    week = json.loads(text)["weeks"][WEEK]
    return {"people": None, **{name: value for name, (value, _) in week.items() if value is not None}}


@pytest.mark.parametrize(
    ("before", "answered", "after"),
    [
        (["aaa", "bbb"], ["bbb"], ["bbb", "aaa"]),
        (["aaa", "bbb"], ["ccc"], ["ccc", "aaa"]),
        (["aaa", "bbb"], None, ["aaa"]),
        (["bbb"], None, None),
        (["aaa"], ["bbb", "ccc"], ["bbb", "ccc", "aaa"]),
    ],
)
def test_who_is_not_active_stays_in_the_week(
    before: list, answered: list | None, after: list | None, catalogue: Catalogue
) -> None:
    assert written_again(catalogue, {"people": before}, {"people": answered}, review=True)["people"] == after


def test_a_week_is_written_for_the_first_time(catalogue: Catalogue) -> None:
    text, _ = change(
        catalogue, ledger(PEOPLE), {"in": "weeks", "id": WEEK, "fields": {"people": ["bbb"]}, "review": True}
    )
    assert fields_of(text) == {"people": ["bbb"]}


@pytest.mark.parametrize("slot", ["invitation", "contribution"])
@pytest.mark.parametrize(
    ("answer", "person"),
    [
        ({"title": "Call"}, "aaa"),
        ({"title": "Walk"}, None),
        ({"title": "Call", "person": "bbb"}, "bbb"),
        (None, None),
    ],
)
def test_the_same_words_are_still_meant_for_the_same_one(
    slot: str, answer: dict | None, person: str | None, catalogue: Catalogue
) -> None:
    kind = {"kind": "repair"} if slot == "contribution" else {}
    before = {slot: {**kind, "title": "Call", "person": "aaa"}, "line": "Rain."}
    after = written_again(catalogue, before, {slot: answer and {**kind, **answer}}, review=True)
    assert after.get(slot, {}).get("person") == person
    assert after["line"] == "Rain."


def test_what_was_said_to_be_for_an_active_one_can_be_for_nobody(catalogue: Catalogue) -> None:
    before = {"invitation": {"title": "Call", "person": "bbb"}}
    assert written_again(catalogue, before, {"invitation": {"title": "Call"}}, review=True)["invitation"] == {
        "title": "Call"
    }


def test_any_other_change_means_what_it_says(catalogue: Catalogue) -> None:
    assert written_again(catalogue, {"people": ["aaa", "bbb"]}, {"people": ["bbb"]})["people"] == ["bbb"]
