"""A calendar file (iCalendar, RFC 5545) with the weekly review, one move at a chosen time, or both.

Titles and alarms tell nothing to someone who looks at the calendar; the move, the reader's own words and a link back
are in it only where they were asked for. Times are floating: they mean the clock of whoever opens the file, so no
table of time zones is needed. The same choices give the same UID: adding the file again replaces.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from scoring.dates import WEEKDAYS, read_day, read_day_ahead, read_stamp, read_time
from scoring.fields import Checker, show
from scoring.fingerprint import fingerprint
from scoring.model import Catalogue
from scoring.plan import Moment, read_moment, read_own_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import FileData

FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2100, 12, 31)
REVIEW_MINUTES = 15
MOVE_MINUTES = 30
MOST_OF_A_TITLE = 120

FILE_NAME = "weekly-review.ics"
MAKER = "-//Weekly review//1.0//EN"
"""Some calendars show it, so it is as neutral as the titles."""

MOST_OCTETS = 75
"""Of a line, without its end."""

ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
NOT_IN_TEXT = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), 0x2028, 0x2029))
"""Control characters but for tab and line feed, and other signs that some readers take for the end of a line."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something in a calendar."""

    identity: str
    """What makes it this event and no other; the UID comes from it."""
    title: str
    start: datetime
    """Floating: without a time zone."""
    minutes: int
    weekday: str = ""
    """Repeats each week on this day; empty for once."""
    detail: str = ""
    place: str = ""


def calendar_view(fields: dict[str, object], catalogue: Catalogue) -> "FileData":
    """Make the file for `today` and `stamp` with a `review`, a `move` or both.

    The move's own title and the reader's `moment` are in it only where `name_the_move` is true. Raises `Refused` with
    every fault.
    """
    checker = Checker()
    today = read_day(checker, fields["today"], ("today",), FIRST_DAY, LAST_DAY)
    stamp = read_stamp(checker, fields["stamp"], ("stamp",))
    named = checker.flag(fields.get("name_the_move", False), ("name_the_move",))
    moment = read_moment(checker, fields.get("moment"), ("moment",), today)
    alarm = checker.flag(fields.get("alarm", False), ("alarm",))
    link = checker.optional(fields, (), "link", checker.address) or ""
    events = []
    if "review" in fields:
        events.append(_review(checker, fields["review"], today, catalogue))
    if "move" in fields:
        events.append(_move(checker, fields["move"], today, moment if named else None, catalogue))
    if not events:
        checker.note((), "missing-key", "nothing to put into a calendar", "a review, a move, or both")
    checker.finish()
    return {"file": FILE_NAME, "text": calendar_text(events, stamp, alarm, link)}


def calendar_text(events: Sequence[Event], stamp: datetime, alarm: bool = False, link: str = "") -> str:
    """Write the file, made at `stamp` in UTC; with `alarm` each event rings as it starts, `link` is its page."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MAKER}"]
    for event in events:
        lines += _event_lines(event, stamp, link)
        lines += [*_alarm_lines(event), "END:VEVENT"] if alarm else ["END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _fold(line))


def _event_lines(event: Event, stamp: datetime, link: str) -> list[str]:
    """All lines of an event but for its alarm and its end."""
    lines = ["BEGIN:VEVENT", f"UID:{_uid(event.identity)}", f"DTSTAMP:{_written(stamp)}Z"]
    lines += [f"DTSTART:{_written(event.start)}", f"DURATION:PT{event.minutes}M"]
    lines += [f"RRULE:FREQ=WEEKLY;BYDAY={event.weekday[:2].upper()}"] if event.weekday else []
    texts = {"SUMMARY": event.title, "DESCRIPTION": event.detail, "LOCATION": event.place}
    lines += [f"{name}:{_escape(text)}" for name, text in texts.items() if text]
    lines += [f"URL:{link}"] if link else []
    return [*lines, "CLASS:PRIVATE"]


def _alarm_lines(event: Event) -> list[str]:
    return ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escape(event.title)}", "TRIGGER:PT0S", "END:VALARM"]


def _review(checker: Checker, value: object, today: date, catalogue: Catalogue) -> Event:
    """The review, for the first time on the chosen weekday from today on."""
    fields = checker.mapping(value, ("review",), ["weekday", "time"])
    weekday = checker.choice(fields.get("weekday", WEEKDAYS[0]), ("review", "weekday"), WEEKDAYS)
    at = read_time(checker, fields.get("time", "00:00"), ("review", "time"))
    first = date.fromordinal(today.toordinal() + (WEEKDAYS.index(weekday) - today.weekday()) % len(WEEKDAYS))
    title = catalogue.words["calendar_review"]
    return Event(f"review {weekday} {at}", title, datetime.combine(first, at), REVIEW_MINUTES, weekday)


def _move(checker: Checker, value: object, today: date, moment: Moment | None, catalogue: Catalogue) -> Event:
    """A move, once, at most a year ahead; with a moment, which may be empty, it is named.

    It is one of the catalogue, by its id, or in the reader's own words.
    """
    fields = checker.mapping(value, ("move",), ["date", "time"], ["id", "title"])
    title = _title(checker, fields, catalogue)
    day = read_day_ahead(checker, fields.get("date", str(today)), ("move", "date"), today)
    at = read_time(checker, fields.get("time", "00:00"), ("move", "time"))
    identity = f"move {fields.get('id', title)} {day} {at}"
    event = Event(identity, catalogue.words["calendar_move"], datetime.combine(day, at), MOVE_MINUTES)
    if moment is None:
        return event
    return replace(event, detail="\n".join(filter(None, (title, moment.when))), place=moment.where)


def _title(checker: Checker, fields: Mapping[str, object], catalogue: Catalogue) -> str:
    if "id" not in fields and "title" in fields:
        return read_own_words(checker, fields["title"], ("move", "title"), MOST_OF_A_TITLE)
    move = catalogue.move(fields.get("id"))
    if move is None:
        checker.note(
            ("move", "id"), "not-allowed", f"{show(fields.get('id'))} given", "the id of a move of this site"
        )
    return move.title if move else ""


def _uid(identity: str) -> str:
    return f"{fingerprint(identity):016x}@weekly-review"


def _written(moment: datetime) -> str:
    """Write a moment; not with `strftime`, which writes years before 1000 differently on each system."""
    return moment.isoformat("T", "seconds").replace("-", "").replace(":", "")


def _escape(text: str) -> str:
    whole = text.encode("utf-8", "ignore").decode()  # without halves of characters
    return whole.replace("\r\n", "\n").replace("\r", "\n").translate(NOT_IN_TEXT).translate(ESCAPED)


def _fold(line: str) -> list[str]:
    """Cut a line into parts of at most 75 octets, between characters; a part that continues starts with a space."""
    parts, part, octets = [], "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > MOST_OCTETS:
            parts.append(part)
            part, octets = " ", 1
        part += character
        octets += size
    return [*parts, part]
