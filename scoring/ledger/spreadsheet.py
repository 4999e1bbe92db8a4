"""People and weeks as tables for a spreadsheet (CSV, RFC 4180), in the words of the site."""

from collections.abc import Iterable, Sequence
from datetime import date

from scoring.ledger.document import Document
from scoring.ledger.people import read_people
from scoring.ledger.weeks import read_weeks
from scoring.model import Catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import FileData

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be worked out by a spreadsheet; an apostrophe makes it a text."""


def people_table(document: Document, today: date, catalogue: Catalogue) -> "FileData":
    """Everybody, a row each."""
    words = catalogue.words
    rows = [
        (
            person.name,
            words[f"ledger_{person.kind}"],
            words[f"ledger_{person.ring}"],
            str(person.weeks),
            str(person.last)[: len("2026-10")] if person.is_about else str(person.last or ""),
            words[f"ledger_{person.state}"],
        )
        for person in read_people(document)
    ]
    return {"file": f"weekly-review-people-{today}.csv", "text": _table(words["ledger_people_columns"], rows)}


def weeks_table(document: Document, today: date, catalogue: Catalogue) -> "FileData":
    """Every week, a row each, the oldest first."""
    words = catalogue.words
    names = {person.id: person.name for person in read_people(document)}
    rows = [
        (
            week.id,
            str(week.start),
            ", ".join(names[person] for person in week.people if person in names),
            words["ledger_quiet"] if week.quiet else week.line,
            week.invitation.title,
            str(week.day or ""),
            week.contribution.title,
            words[f"ledger_{week.outcome}"] if week.outcome else "",
            week.note,
            "" if week.score is None else str(week.score),
        )
        for week in read_weeks(document)
    ]
    return {"file": f"weekly-review-weeks-{today}.csv", "text": _table(words["ledger_week_columns"], rows)}


def _table(columns: str, rows: Iterable[Sequence[str]]) -> str:
    """Write a table; its columns are named in one text, with commas between."""
    lines = [columns.split(", "), *rows]
    return "".join(",".join(map(_cell, line)) + "\r\n" for line in lines)


def _cell(text: str) -> str:
    safe = f"'{text}" if text.startswith(FORMULA_SIGNS) else text
    return '"' + safe.replace('"', '""') + '"'
