"""The fields of the entries of a ledger, and what each may hold."""

from collections.abc import Callable, Mapping
from datetime import date

from scoring.dates import read_day
from scoring.fields import Checker, show
from scoring.issues import Path
from scoring.model import LAST_WEEK
from scoring.plan import read_own_words

type Read[T] = Callable[[Checker, object, Path], T]

KINDS = ("person", "household", "group", "place")
RINGS = ("close", "warm", "weak")
RHYTHMS = {"close": 2, "warm": 4, "weak": 8}
"""Weeks between contacts, until the reader says otherwise."""

ACTIVE = "active"
STATES = (ACTIVE, "resting", "no-contact", "not-safe", "died")
"""Only who is active is ever suggested, counted, drawn in a prompt or put in a calendar."""

DONE, NOT_YET, LET_GO, NO_ANSWER, NOT_FOR_ME = "done", "not-yet", "let-go", "no-answer", "not-for-me"
OUTCOMES = (DONE, NOT_YET, LET_GO, NO_ANSWER, NOT_FOR_ME)
CONTRIBUTION, REPAIR = "contribution", "repair"

MOST_OF_A_NAME = 40
MOST_OF_A_LINE = 120
MOST_NAMED = 3
"""Names that a week may have: as many as the first question offers."""

MOST_WEEKS_OF_A_RHYTHM = 52
FIRST_YEAR, LAST_YEAR = 2000, 2199
FIRST_DAY, LAST_DAY = date(2000, 1, 3), date(2199, 12, 29)
"""From the Monday of the first week to the Sunday of the last."""

ID_SIGNS = frozenset("23456789abcdefghjkmnpqrstuvwxyz")
MOST_OF_AN_ID = 12
MOST_OF_A_MOVE = 60
MOVE_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def read_person_id(checker: Checker, value: object, path: Path) -> str:
    """Read the id of somebody; it tells nothing."""
    if isinstance(value, str) and 0 < len(value) <= MOST_OF_AN_ID and ID_SIGNS.issuperset(value):
        return value
    checker.note(path, "not-allowed", f"{show(value)} given", "the id of an entry, such as k3f9wq2")
    return ""


def read_week_id(checker: Checker, value: object, path: Path) -> str:
    """Read a week as ISO 8601 writes it: 2026-W48."""
    if isinstance(value, str) and week_start(value):
        return value
    checker.note(path, "not-allowed", f"{show(value)} given", "a week such as 2026-W48")
    return ""


def week_id(day: date) -> str:
    """The week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def week_start(week: str) -> date | None:
    """The Monday of a week; None where there is no such week."""
    year, between, number = week[:4], week[4:6], week[6:]
    if between != "-W" or not (f"{year}{number}".isascii() and f"{year}{number}".isdigit() and len(number) == 2):
        return None
    if not (FIRST_YEAR <= int(year) <= LAST_YEAR and 1 <= int(number) <= LAST_WEEK):
        return None
    try:
        return date.fromisocalendar(int(year), int(number), 1)
    except ValueError:  # not every year has a week 53
        return None


def _choice(options: tuple[str, ...]) -> Read[str]:
    return lambda checker, value, path: checker.choice(value, path, options)


def _words(most: int) -> Read[str]:
    return lambda checker, value, path: _some_words(checker, value, path, most)


def _some_words(checker: Checker, value: object, path: Path, most: int) -> str:
    text = read_own_words(checker, value, path, most)
    if text == "" and isinstance(value, str) and value.strip() == "":
        checker.note(path, "empty", "is empty", "a text")
    return text


def _rhythm(checker: Checker, value: object, path: Path) -> int:
    return checker.whole(value, path, 1, MOST_WEEKS_OF_A_RHYTHM)


def _day(checker: Checker, value: object, path: Path) -> str:
    return str(read_day(checker, value, path, FIRST_DAY, LAST_DAY))


def _last(checker: Checker, value: object, path: Path) -> str:
    """A day, or a month where it is known about when: 2026-10."""
    is_month = isinstance(value, str) and len(value) == len("2026-10")
    return _day(checker, f"{value}-15", path)[: len("2026-10")] if is_month else _day(checker, value, path)


def _flag(checker: Checker, value: object, path: Path) -> bool:
    return checker.flag(value, path)


def _people(checker: Checker, value: object, path: Path) -> list[str]:
    found = checker.each(value, path, lambda v, p: read_person_id(checker, v, p), 0, MOST_NAMED)
    checker.unique(((*path, index), name) for index, name in enumerate(found))
    return list(found)


def _invitation(checker: Checker, value: object, path: Path) -> dict[str, object]:
    """What is asked, and of whom: a move of the site by its id, with the words that it had, or words of one's own."""
    given = checker.mapping(value, path, ["title"], ["move", "person"])
    return _plan(checker, given, path)


def _contribution(checker: Checker, value: object, path: Path) -> dict[str, object]:
    given = checker.mapping(value, path, ["title"], ["kind", "move", "person"])
    kind = checker.choice(given.get("kind", CONTRIBUTION), (*path, "kind"), (CONTRIBUTION, REPAIR))
    return {"kind": kind, **_plan(checker, given, path)}


def _plan(checker: Checker, given: dict[str, object], path: Path) -> dict[str, object]:
    plan: dict[str, object] = {}
    if "move" in given:
        plan["move"] = _move(checker, given["move"], (*path, "move"))
    if "person" in given:
        plan["person"] = read_person_id(checker, given["person"], (*path, "person"))
    return plan | {"title": _some_words(checker, given.get("title", "?"), (*path, "title"), MOST_OF_A_LINE)}


def _move(checker: Checker, value: object, path: Path) -> str:
    """The id of a move, which the site may have dropped since."""
    if isinstance(value, str) and 0 < len(value) <= MOST_OF_A_MOVE and MOVE_SIGNS.issuperset(value):
        return value
    checker.note(path, "not-allowed", f"{show(value)} given", "the id of a move")
    return ""


def _score(checker: Checker, value: object, path: Path) -> int:
    return checker.whole(value, path, 0, 100)


PERSON_FIELDS: Mapping[str, Read[object]] = {
    "name": _words(MOST_OF_A_NAME),
    "kind": _choice(KINDS),
    "ring": _choice(RINGS),
    "rhythm": _rhythm,
    "last": _last,
    "state": _choice(STATES),
    "repair": _flag,
}
WEEK_FIELDS: Mapping[str, Read[object]] = {
    "people": _people,
    "line": _words(MOST_OF_A_LINE),
    "invitation": _invitation,
    "day": _day,
    "contribution": _contribution,
    "quiet": _flag,
    "outcome": _choice(OUTCOMES),
    "note": _words(MOST_OF_A_LINE),
    "score": _score,
}
