"""Weeks as ISO 8601 counts them, and what they tell the advice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.fields import Checker
from scoring.history import _weeks_between
from scoring.ledger.fields import FIRST_DAY, LAST_DAY, OUTCOMES, read_week_id, week_id, week_start
from scoring.ledger.weeks import history_of, read_weeks
from tests.scoring.ledger.ledgers import document

MOVE = {"title": "Ask for a song", "move": "one-song-for-tonight"}
days = st.dates(FIRST_DAY, LAST_DAY)


@given(days)
def test_every_day_has_a_week_that_can_be_written(day: date) -> None:
    checker = Checker()
    assert read_week_id(checker, week_id(day), ()) == week_id(day)
    monday = week_start(week_id(day))
    assert not checker.issues
    assert monday is not None
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days < 7


def test_the_weeks_of_two_hundred_years_follow_one_another() -> None:
    mondays = [FIRST_DAY + timedelta(days=7 * number) for number in range((LAST_DAY - FIRST_DAY).days // 7 + 1)]
    names = [week_id(monday) for monday in mondays]
    assert (names[0], names[-1], len(names)) == ("2000-W01", "2199-W52", 10435)
    assert names == sorted(set(names))
    assert [week_start(name) for name in names] == mondays
    assert sum(name.endswith("W53") for name in names) == 35


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2020-12-31", "2020-W53"),
        ("2021-01-03", "2020-W53"),
        ("2021-01-04", "2021-W01"),
        ("2024-12-30", "2025-W01"),
        ("2026-12-31", "2026-W53"),
        ("2027-01-03", "2026-W53"),
        ("2026-03-29", "2026-W13"),
        ("2026-03-30", "2026-W14"),
    ],
)
def test_the_week_belongs_to_the_year_of_its_thursday(day: str, week: str) -> None:
    """The last two lie around the night in which Europe's clocks go forward: days know no clock."""
    assert week_id(date.fromisoformat(day)) == week


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-48", "2026-W1", "2026-W00", "2026-W54", "2027-W53", "1999-W52", "2200-W01", "2026-w48",
             " 2026-W48", "2026-W48 ", "2026-W4٨", "+026-W48", 202648, None],
)  # fmt: skip
def test_what_is_no_week_is_refused(text: object) -> None:
    checker = Checker()
    assert read_week_id(checker, text, ("week",)) == ""
    assert [(issue.path, issue.code) for issue in checker.issues] == [(("week",), "not-allowed")]


@given(st.integers(0, 400), days.filter(lambda day: day > date(2010, 1, 1)))
def test_the_advice_hears_how_many_weeks_ago_a_move_was(ago: int, today: date) -> None:
    """Over year ends and week 53 too; a year and more is as long ago as it can be."""
    week = week_id(today - timedelta(days=7 * ago))
    weeks = read_weeks(document(weeks={week: {"invitation": MOVE, "outcome": "done"}}))
    [past] = history_of(weeks, today)
    assert _weeks_between(past.week, today.isocalendar().week) == min(ago, 52)


def test_what_was_left_unanswered_a_year_ago_is_not_of_this_week() -> None:
    weeks = read_weeks(document(weeks={"2025-W48": {"invitation": MOVE, "outcome": "no-answer"}}))
    [past] = history_of(weeks, date(2026, 11, 23))
    assert past.week != 48


def test_every_outcome_is_one_that_the_advice_knows() -> None:
    names = ("2026-W40", "2026-W41", "2026-W42", "2026-W43", "2026-W44")
    weeks = {week: {"invitation": MOVE, "outcome": outcome} for week, outcome in zip(names, OUTCOMES, strict=True)}
    found = [past.outcome for past in history_of(read_weeks(document(weeks=weeks)), date(2026, 11, 23))]
    assert found == ["done", "not-now", "not-now", "no-answer", "not-for-me"]


def test_own_words_and_weeks_without_an_outcome_say_nothing() -> None:
    weeks = {"2026-W46": {"invitation": {"title": "Soup"}, "outcome": "done"}, "2026-W47": {"invitation": MOVE}}
    assert history_of(read_weeks(document(weeks=weeks)), date(2026, 11, 23)) == ()
