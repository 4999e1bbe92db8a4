"""The calendar file on clocks that change, at ends of years and on leap days, as two calendar programs read it.

`icalendar` and `ical` share no code that parses or counts: where they agree, the file says it.
"""

from datetime import date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from scoring import Catalogue
from scoring.calendar_file import WEEKDAYS, calendar_view

CHANGES = {
    "Europe/Berlin": ("2027-03-28", "2027-10-31"),
    "America/New_York": ("2027-03-14", "2027-11-07"),
    "America/Santiago": ("2027-04-03", "2027-09-05"),
    "Australia/Lord_Howe": ("2027-04-04", "2027-10-03"),  # by half an hour
    "Pacific/Auckland": ("2027-04-04", "2027-09-26"),
}
"""Days on which clocks change, by zone."""

TIMES = ("00:00", "00:30", "01:30", "02:15", "02:30", "03:00", "18:00", "23:59")
"""Some of them do not exist on such a day, and some exist twice."""


def file_of(catalogue: Catalogue, today: str, **fields: object) -> str:
    return calendar_view({"today": today, "stamp": f"{today}T09:12:44Z", "alarm": True} | fields, catalogue)["text"]


def a_move(catalogue: Catalogue, day: str, at: str) -> dict[str, str]:
    return {"id": catalogue.strands[0].moves[0].id, "date": day, "time": at}


def one(text: str) -> tuple[icalendar.Event, Event]:
    """The only event of a file, as each program reads it."""
    [first] = icalendar.Calendar.from_ical(text).events
    [second] = IcsCalendarStream.calendar_from_ics(text).events
    return first, second


def reviews(text: str, count: int) -> list[datetime]:
    """The first so many times of a weekly review."""
    timeline = IcsCalendarStream.calendar_from_ics(text).timeline
    return [found.dtstart for found in islice(timeline, count)]


@pytest.mark.parametrize(("zone", "day"), [(zone, day) for zone, days in CHANGES.items() for day in days])
def test_the_clock_on_the_wall_counts_on_days_when_it_changes(zone: str, day: str, catalogue: Catalogue) -> None:
    midnight = datetime.combine(date.fromisoformat(day), time(), ZoneInfo(zone))
    assert midnight.utcoffset() != (midnight + timedelta(days=1)).utcoffset()
    for at in TIMES:
        wanted = datetime.combine(date.fromisoformat(day), time.fromisoformat(at))
        event, other = one(file_of(catalogue, "2027-01-01", move=a_move(catalogue, day, at)))
        assert event.start == other.dtstart == wanted
        assert event.start.tzinfo is other.dtstart.tzinfo is None
        assert event.duration == other.duration == timedelta(minutes=30)
        [alarm] = other.alarm
        assert alarm.trigger == timedelta()
        event.alarms.set_local_timezone(ZoneInfo(zone))
        [ring] = event.alarms.times
        assert ring.trigger.replace(tzinfo=None) == wanted


@pytest.mark.parametrize("zone", CHANGES)
@pytest.mark.parametrize("at", ["02:30", "18:00"])
def test_a_weekly_review_stays_at_its_hour_across_a_change(zone: str, at: str, catalogue: Catalogue) -> None:
    for day in CHANGES[zone]:
        before = date.fromisoformat(day) - timedelta(days=8)
        weekday = WEEKDAYS[date.fromisoformat(day).weekday()]
        text = file_of(catalogue, str(before), review={"weekday": weekday, "time": at})
        times = reviews(text, 4)
        assert {found.time() for found in times} == {time.fromisoformat(at)}
        assert day in {str(found.date()) for found in times}
        assert all(later - earlier == timedelta(weeks=1) for earlier, later in pairwise(times))


def test_the_year_with_a_week_53_ends_without_a_gap(catalogue: Catalogue) -> None:
    times = reviews(file_of(catalogue, "2026-12-20", review={"weekday": "sunday", "time": "18:00"}), 4)
    assert [(str(found.date()), found.isocalendar().week) for found in times] == [
        ("2026-12-20", 51),
        ("2026-12-27", 52),
        ("2027-01-03", 53),
        ("2027-01-10", 1),
    ]


@pytest.mark.parametrize(
    ("today", "day"),
    [("2026-12-31", "2026-12-31"), ("2026-12-31", "2027-01-01"), ("2027-12-31", "2028-02-29"), ("2028-02-29",) * 2],
)
def test_a_move_on_the_last_day_the_first_and_a_leap_day(today: str, day: str, catalogue: Catalogue) -> None:
    event, other = one(file_of(catalogue, today, move=a_move(catalogue, day, "23:59")))
    assert event.start == other.dtstart == datetime.fromisoformat(f"{day}T23:59")
    assert event.end == other.end == event.start + timedelta(minutes=30)


def test_a_review_on_a_leap_day_comes_again_a_week_later(catalogue: Catalogue) -> None:
    times = reviews(file_of(catalogue, "2028-02-28", review={"weekday": "tuesday", "time": "00:00"}), 2)
    assert [str(found.date()) for found in times] == ["2028-02-29", "2028-03-07"]


words = st.text(st.characters(categories=["L", "N", "P", "S"]) | st.sampled_from(" \u200c\u200d"), max_size=60)


@given(words, words, st.booleans(), st.sampled_from(["", "https://ledger.example/a;b,c/builder.html?d=1:2"]))
def test_two_programs_read_the_same(catalogue: Catalogue, when: str, where: str, alarm: bool, link: str) -> None:
    extra = {"moment": {"when": when, "where": where}, "name_the_move": True} | ({"link": link} if link else {})
    move = a_move(catalogue, "2027-01-05", "18:30")
    event, other = one(file_of(catalogue, "2027-01-01", move=move, **extra | {"alarm": alarm}))
    for name in ("SUMMARY", "DESCRIPTION", "LOCATION", "URL", "UID"):
        assert str(event.get(name, "")) == str(getattr(other, name.lower()) or ""), name
    assert len(event.walk("VALARM")) == len(other.alarm) == alarm
