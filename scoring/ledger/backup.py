"""A ledger as a file, and a file of this or another device brought in, after a look at what it would change."""

from collections.abc import Iterator
from datetime import date

from scoring.dates import week_text
from scoring.ledger.document import KINDS, PEOPLE, Document, read_document, write_document
from scoring.ledger.history_view import week_words
from scoring.ledger.merging import merge
from scoring.ledger.people import read_people
from scoring.ledger.people_view import person_words
from scoring.ledger.weeks import read_weeks
from scoring.model import Catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.ledger.result_types import LedgerPreview
    from scoring.result_types import ChangedLine, FileData


def backup_file(document: Document, today: date) -> "FileData":
    """Write the whole ledger as a file, with a neutral name that sorts by date."""
    return {"file": f"weekly-review-{today}.json", "text": write_document(document)}


def import_preview(document: Document, text: object, today: date, catalogue: Catalogue) -> "LedgerPreview":
    """Show what a file would change, and the ledger with it; nothing is changed here. Raises `Refused`."""
    merged = merge(document, read_document(text, catalogue, ("file",)))
    changes = list(_changes(document, merged, today, catalogue))
    words = catalogue.words
    said = words["ledger_changes"].format(changes=len(changes)) if changes else words["ledger_same"]
    return {"said": said, "changes": changes, "text": write_document(merged)}


def _changes(before: Document, after: Document, today: date, catalogue: Catalogue) -> "Iterator[ChangedLine]":
    old, new = _entries(before, today, catalogue), _entries(after, today, catalogue)
    none = catalogue.words["file_none"]
    for key in sorted({*old, *new}):
        label, was = old.get(key, ("", none))
        new_label, now = new.get(key, (label, none))
        if (label, was) != (new_label, now):
            yield {"label": new_label, "before": was, "after": now}


def _entries(document: Document, today: date, catalogue: Catalogue) -> dict[tuple[str, str], tuple[str, str]]:
    """Every entry that is there by kind and id, with its name and its content in words."""
    people, weeks = tuple(KINDS)
    assert people == PEOPLE
    lines = {
        (people, person.id): (person.name, person_words(person, today, catalogue)) for person in read_people(document)
    }
    return lines | {
        (weeks, week.id): (week_text(week.start, catalogue.words), week_words(week, catalogue))
        for week in read_weeks(document)
    }
