"""Dates and times from outside, in the one form that each may have, and dates in words."""

from collections.abc import Mapping
from datetime import date, datetime
from datetime import time as time_of_day

from scoring.fields import Checker, show
from scoring.issues import Path

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""As the catalogue's words are called that name them."""

DAYS_AHEAD = 365
"""How far a day may be that a reader chooses."""

STAMP_LENGTH = len("2026-11-23T09:12:44")


def read_day(checker: Checker, value: object, path: Path, first: date = date.min, last: date = date.max) -> date:
    """Return a date written as 2026-11-23, from `first` to `last`."""
    allowed = "a date such as 2026-11-23"
    if (first, last) != (date.min, date.max):
        allowed = f"a date from {first} to {last}"
    try:
        day = date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        day = None
    if day is None or str(day) != value or not first <= day <= last:
        checker.note(path, "not-allowed", f"{show(value)} given", allowed)
        return first
    return day


def read_day_ahead(checker: Checker, value: object, path: Path, today: date) -> date:
    """Return a date from `today` to a year ahead."""
    return read_day(checker, value, path, today, _later(today, DAYS_AHEAD))


def day_text(day: date, words: Mapping[str, str]) -> str:
    """Name a day, with its weekday."""
    month = words[MONTHS[day.month - 1]]
    return words["date_day"].format(weekday=weekday_text(day, words), day=day.day, month=month)


def weekday_text(day: date, words: Mapping[str, str]) -> str:
    """Name the weekday of a day."""
    return words[WEEKDAYS[day.weekday()]]


def month_day_text(day: date, words: Mapping[str, str]) -> str:
    """Name a day without its weekday."""
    return words["date_short"].format(day=day.day, month=words[MONTHS[day.month - 1]])


def month_text(day: date, words: Mapping[str, str]) -> str:
    """Name the month of a day, with the year."""
    return words["date_month"].format(month=words[MONTHS[day.month - 1]], year=day.year)


def week_text(day: date, words: Mapping[str, str]) -> str:
    """Name the week of a day by its Monday and its Sunday."""
    first = _later(day, -day.weekday())
    last = _later(first, len(WEEKDAYS) - 1)
    name = "date_week" if first.month == last.month else "date_two_months"
    months = {"first_month": words[MONTHS[first.month - 1]], "last_month": words[MONTHS[last.month - 1]]}
    return words[name].format(first=first.day, last=last.day, **months)


def _later(day: date, days: int) -> date:
    """The date so many days later, or the last that there is."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def read_time(checker: Checker, value: object, path: Path) -> time_of_day:
    """Return a time of day written as 18:30."""
    try:
        at = time_of_day.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        at = None
    if at is None or f"{at:%H:%M}" != value:
        checker.note(path, "not-allowed", f"{show(value)} given", "a time from 00:00 to 23:59, such as 18:30")
        return time_of_day()
    return at


def read_stamp(checker: Checker, value: object, path: Path) -> datetime:
    """Return a moment in UTC, written as 2026-11-23T09:12:44Z; thousandths, as browsers write them, are dropped."""
    text = value if isinstance(value, str) else ""
    seconds, rest = text[:STAMP_LENGTH], text[STAMP_LENGTH:]
    digits = rest[1:-1]
    thousandths = rest == f".{digits}Z" and len(digits) == 3 and digits.isascii() and digits.isdigit()
    try:
        moment = datetime.fromisoformat(seconds)
    except ValueError:
        moment = None
    if moment is None or moment.isoformat() != seconds or not (rest == "Z" or thousandths):
        checker.note(path, "not-allowed", f"{show(value)} given", "a moment such as 2026-11-23T09:12:44Z")
        return datetime.combine(date.min, time_of_day())
    return moment
