"""A ledger as a file, and a file of this or another device brought in, after a look at what it would change."""

from collections.abc import Iterator, Mapping
from datetime import date

from scoring.dates import week_text
from scoring.ledger.document import KINDS, WEEKS, Document, Entry, Value, read_document, write_document, write_new
from scoring.ledger.fields import week_start
from scoring.ledger.merging import merge
from scoring.ledger.spreadsheet import ROWS, Row, columns
from scoring.model import Catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.ledger.result_types import LedgerPreview
    from scoring.result_types import ChangedLine, FileData


def backup_file(document: Document, today: date) -> "FileData":
    """Write the whole ledger as a file, with a neutral name that sorts by date."""
    return {"file": f"weekly-review-{today}.json", "text": write_document(document)}


def import_preview(document: Document, text: object, catalogue: Catalogue) -> "LedgerPreview":
    """Show what a file would change, and the ledger with it; nothing is changed here. Raises `Refused`."""
    merged = merge(document, read_document(text, catalogue, ("file",)))
    changes = list(_changes(document, merged, catalogue.words))
    words = catalogue.words
    said = words["ledger_changes"].format(changes=len(changes)) if changes else words["ledger_same"]
    return {"said": said, "changes": changes, "text": write_new(merged, catalogue, ("file",))}


def _changes(before: Document, after: Document, words: Mapping[str, str]) -> "Iterator[ChangedLine]":
    """A line for every entry in which any value is another."""
    for kind in KINDS:
        old, new = ROWS[kind](before, words), ROWS[kind](after, words)
        for name in sorted({*old, *new}):
            if _values(before.of(kind).get(name)) != _values(after.of(kind).get(name)):
                yield {
                    "label": _label(kind, name, new.get(name) or old[name], words),
                    "before": _line(kind, old.get(name), words),
                    "after": _line(kind, new.get(name), words),
                }


def _values(entry: Entry | None) -> dict[str, Value]:
    """What an entry holds, whenever it was written."""
    fields = entry.fields if entry else {}
    return {name: value for name, (value, _) in fields.items() if value is not None}


def _label(kind: str, name: str, row: Row, words: Mapping[str, str]) -> str:
    monday = week_start(name) if kind == WEEKS else None
    return week_text(monday, words) if monday else row[0]


def _line(kind: str, row: Row | None, words: Mapping[str, str]) -> str:
    """A row of the table as one line, each cell with the name of its column; what a file lacks is said so."""
    if row is None:
        return words["file_none"]
    return " · ".join(f"{column}: {cell}" for column, cell in zip(columns(kind, words), row, strict=True) if cell)
