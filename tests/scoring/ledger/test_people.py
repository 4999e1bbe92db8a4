"""Who needs maintenance, and whose name rests."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.ledger.document import Document
from scoring.ledger.fields import RINGS, STATES
from scoring.ledger.people import needs_maintenance, read_people
from tests.scoring.ledger.ledgers import document, documents

MONDAY = date(2026, 11, 23)


def due(people: dict[str, dict], weeks: dict[str, dict] | None = None, today: date = MONDAY) -> list[str]:
    return [person.id for person in needs_maintenance(read_people(document(people, weeks)), today)]


def one(last: str, **more: object) -> dict[str, object]:
    return {"name": "R.", "last": last, **more}


def test_at_most_three_are_named_the_largest_share_of_the_rhythm_first() -> None:
    people = {
        "aaa": one("2026-11-02", ring="close"),  # 3 of 2 weeks
        "bbb": one("2026-10-12", ring="warm"),  # 6 of 4
        "ccc": one("2026-09-21", ring="weak"),  # 9 of 8
        "ddd": one("2026-11-09", rhythm=1),  # 2 of 1
        "eee": one("2026-11-10", ring="close"),  # 13 days of 14
    }
    assert due(people) == ["ddd", "aaa", "bbb"]


@pytest.mark.parametrize(("ring", "weeks"), [("close", 2), ("warm", 4), ("weak", 8), (None, 8)])
def test_the_rhythm_comes_from_the_ring_until_another_is_said(ring: str | None, weeks: int) -> None:
    fields = {"ring": ring} if ring else {}
    last = MONDAY - timedelta(days=7 * weeks)
    assert due({"aaa": one(str(last), **fields)}) == ["aaa"]
    assert due({"aaa": one(str(last + timedelta(days=1)), **fields)}) == []
    assert due({"aaa": one(str(last), rhythm=weeks + 1, **fields)}) == []


@pytest.mark.parametrize("state", STATES)
def test_only_who_is_active_is_named(state: str) -> None:
    assert due({"aaa": one("2020-01-01", state=state)}) == (["aaa"] if state == "active" else [])


def test_of_whom_no_contact_is_noted_nothing_is_due() -> None:
    assert due({"aaa": {"name": "R.", "ring": "close"}}) == []


def test_a_clock_that_was_set_back_makes_nothing_due() -> None:
    assert due({"aaa": one("2026-11-20", ring="close")}, today=date(2000, 1, 3)) == []


ASK = {"title": "Ask R.", "person": "aaa"}


@pytest.mark.parametrize(
    ("outcomes", "last", "rests"),
    [
        (["no-answer", "no-answer"], "2026-01-01", True),
        (["no-answer"], "2026-01-01", False),
        (["no-answer", "done"], "2026-01-01", False),
        (["done", "no-answer"], "2026-01-01", False),
        (["no-answer", "not-yet", "no-answer"], "2026-01-01", True),
        (["no-answer", "let-go", "no-answer"], "2026-01-01", True),
        (["no-answer", None, "no-answer"], "2026-01-01", True),
        (["no-answer", "done", "no-answer"], "2026-01-01", False),
        (["no-answer", "no-answer"], "2026-10-11", True),
        (["no-answer", "no-answer"], "2026-10-12", False),
        (["no-answer", "no-answer"], "2026-10-25", False),
    ],
)
def test_after_two_invitations_without_an_answer_the_name_rests_until_there_is_contact(
    outcomes: list, last: str, rests: bool
) -> None:
    """What was never sent counts for nothing. The last two of these weeks begin on 12 and 19 October."""
    weeks = {
        f"2026-W{43 - len(outcomes) + 1 + number}": {"invitation": ASK, **({"outcome": outcome} if outcome else {})}
        for number, outcome in enumerate(outcomes)
    }
    [person] = read_people(document({"aaa": one(last, rhythm=1)}, weeks))
    assert person.is_named is not rests


def test_contact_on_the_day_of_the_invitation_or_later_ends_the_rest() -> None:
    weeks = {week: {"invitation": ASK, "outcome": "no-answer"} for week in ("2026-W43", "2026-W44")}
    weeks["2026-W43"]["day"] = "2026-10-22"
    for last, named in (("2026-10-21", False), ("2026-10-22", True)):
        [person] = read_people(document({"aaa": one(last)}, weeks))
        assert person.is_named is named


def test_an_invitation_without_a_name_was_for_the_only_one_who_was_looked_after() -> None:
    weeks = {
        week: {"people": ["aaa"], "invitation": {"title": "Soup"}, "outcome": "no-answer"}
        for week in ("2026-W42", "2026-W43")
    }
    assert [person.unanswered for person in read_people(document({"aaa": one("2026-01-01")}, weeks))] == [2]


@given(documents(), st.dates(date(2020, 1, 1), date(2027, 1, 1)))
def test_whoever_is_named_is_active_was_answered_and_waited_a_whole_rhythm(ledger: Document, today: date) -> None:
    people = read_people(ledger)
    found = needs_maintenance(people, today)
    assert len(found) <= 3
    for person in found:
        assert person.state == "active"
        assert person.unanswered < 2
        assert person.ring in RINGS
        assert person.last is not None
        assert (today - person.last).days >= 7 * person.weeks
    shares = [(person.days(today) or 0) / person.weeks for person in found]
    assert shares == sorted(shares, reverse=True)
