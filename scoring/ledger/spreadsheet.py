"""People and weeks as tables for a spreadsheet (CSV, RFC 4180), in the words of the site."""

from collections.abc import Iterable, Mapping
from datetime import date

from scoring.ledger.document import PEOPLE, WEEKS, Document
from scoring.ledger.people import read_people
from scoring.ledger.weeks import read_weeks
from scoring.model import Catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import FileData

type Row = tuple[str, ...]

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A cell that begins so would be worked out by a spreadsheet, the wide ones too; an apostrophe makes it a text."""


def people_table(document: Document, today: date, catalogue: Catalogue) -> "FileData":
    """Everybody, a row each."""
    rows = people_rows(document, catalogue.words).values()
    return {"file": f"weekly-review-people-{today}.csv", "text": _table(columns(PEOPLE, catalogue.words), rows)}


def weeks_table(document: Document, today: date, catalogue: Catalogue) -> "FileData":
    """Every week, a row each, the oldest first."""
    rows = week_rows(document, catalogue.words).values()
    return {"file": f"weekly-review-weeks-{today}.csv", "text": _table(columns(WEEKS, catalogue.words), rows)}


def columns(kind: str, words: Mapping[str, str]) -> Row:
    """The names of the columns, which stand in one text with commas between."""
    return tuple(words[f"ledger_{kind}_columns"].split(", "))


def people_rows(document: Document, words: Mapping[str, str]) -> Mapping[str, Row]:
    """What is known of everybody, in words, by id."""
    return {
        person.id: (
            person.name,
            words[f"ledger_{person.kind}"],
            words[f"ledger_{person.ring}"],
            str(person.weeks),
            person.last_text,
            words[f"ledger_{person.state}"],
            words["ledger_repair"] if person.repair else "",
        )
        for person in read_people(document)
    }


def week_rows(document: Document, words: Mapping[str, str]) -> Mapping[str, Row]:
    """What every week holds, in words, by id."""
    names = {person.id: person.name for person in read_people(document)}
    return {
        week.id: (
            week.id,
            str(week.start),
            ", ".join(names[person] for person in week.people if person in names),
            " ".join(filter(None, (words["ledger_quiet"] if week.quiet else "", week.line))),
            week.invitation.title,
            str(week.day or ""),
            week.contribution.title,
            words[f"ledger_{week.outcome}"] if week.outcome else "",
            week.note,
            "" if week.score is None else str(week.score),
        )
        for week in read_weeks(document)
    }


ROWS = {PEOPLE: people_rows, WEEKS: week_rows}
"""The tables by the kind of their entries."""


def _table(head: Row, rows: Iterable[Row]) -> str:
    return "".join(",".join(map(_cell, line)) + "\r\n" for line in (head, *rows))


def _cell(text: str) -> str:
    safe = f"'{text}" if text.startswith(FORMULA_SIGNS) else text
    return '"' + safe.replace('"', '""') + '"'
