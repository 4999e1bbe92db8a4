"""What can be asked about a ledger. It comes with every request as the text that the browser keeps."""

from datetime import date

from scoring.dates import read_day
from scoring.fields import Checker, checked
from scoring.form import Form
from scoring.given import Fields, given_form, with_site
from scoring.ledger.backup import backup_file, import_preview
from scoring.ledger.changing import apply, read_changes
from scoring.ledger.document import Document, read_document, stamp_of, write_new
from scoring.ledger.fields import FIRST_DAY, LAST_DAY
from scoring.ledger.names import read_names
from scoring.ledger.people_questions import join_preview, known_name
from scoring.ledger.people_view import people_view
from scoring.ledger.spreadsheet import people_table, weeks_table
from scoring.ledger.suggested import suggested_answers
from scoring.ledger.week_view import Today, week_view
from scoring.ledger.weeks import history_of, read_weeks
from scoring.model import Catalogue, Past

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.ledger.result_types import (
        ChangedLedger,
        FoundNames,
        JoinedPeople,
        KnownName,
        LedgerPreview,
        LedgerView,
        PeopleView,
        SuggestedAnswers,
    )
    from scoring.request_types import PastMove
    from scoring.result_types import FileData

FILES = {
    "json": lambda document, today, _: backup_file(document, today),
    "people": people_table,
    "weeks": weeks_table,
}
"""The files that a ledger can be saved as."""


def show_week(fields: Fields, catalogue: Catalogue) -> "LedgerView":
    """Show this week, its three questions and the weeks before."""
    document, today = _given(fields, catalogue)
    counted = None if fields.get("counted") is None else _day(fields, "counted")
    return week_view(document, Today(today, with_site(fields, catalogue), _form(fields, catalogue), counted))


def show_people(fields: Fields, catalogue: Catalogue) -> "PeopleView":
    """Show the people as a list and as rings."""
    document, today = _given(fields, catalogue)
    return people_view(document, today, catalogue)


def find_name(fields: Fields, catalogue: Catalogue) -> "KnownName":
    """Say whether a name is there already."""
    document, today = _given(fields, catalogue)
    return known_name(document, fields["name"], today, catalogue)


def preview_join(fields: Fields, catalogue: Catalogue) -> "JoinedPeople":
    """Show what becomes of two entries that are made one."""
    document, today = _given(fields, catalogue)
    return join_preview(document, fields["id"], fields["join"], today, catalogue)


def change(fields: Fields, catalogue: Catalogue) -> "ChangedLedger":
    """Change a ledger; gives its new text, and the changes that would take these back."""
    document = read_document(fields["text"], catalogue)
    checker = Checker()
    changes = read_changes(checker, fields["changes"], ("changes",), document)
    now = stamp_of(checker, fields["now"], ("now",))
    checker.finish()
    changed, undo = apply(document, changes, now)
    return {"text": write_new(changed, catalogue, ("changes",)), "undo": undo}


def preview_import(fields: Fields, catalogue: Catalogue) -> "LedgerPreview":
    """Show what a file would change."""
    return import_preview(read_document(fields["text"], catalogue), fields["file"], catalogue)


def save_file(fields: Fields, catalogue: Catalogue) -> "FileData":
    """Write a ledger as a file."""
    document, today = _given(fields, catalogue)
    kind = checked(lambda checker: checker.choice(fields["as"], ("as",), tuple(FILES)))
    return FILES[kind](document, today, catalogue)


def find_names(fields: Fields, catalogue: Catalogue) -> "FoundNames":
    """Find the names in contacts."""
    return {"names": read_names(fields["names"], catalogue)}


def suggest_answers(fields: Fields, catalogue: Catalogue) -> "SuggestedAnswers":
    """Suggest answers to the builder's questions, and tell what became of earlier moves."""
    document, today = _given(fields, catalogue)
    past = history_of(read_weeks(document), today)
    return {
        "answers": suggested_answers(document, today, catalogue),
        "history": [_past_data(one) for one in past],
    }


def _past_data(past: Past) -> "PastMove":
    return {"move": past.move, "week": past.week, "outcome": past.outcome}  # type: ignore[typeddict-item]


def _given(fields: Fields, catalogue: Catalogue) -> tuple[Document, date]:
    today = _day(fields, "today")
    return read_document(fields["text"], catalogue), today


def _day(fields: Fields, name: str) -> date:
    return checked(lambda checker: read_day(checker, fields[name], (name,), FIRST_DAY, LAST_DAY))


def _form(fields: Fields, catalogue: Catalogue) -> Form | None:
    """The builder's form, where the page has one."""
    if "entries" not in fields:
        return None
    form = given_form(fields, catalogue)
    return form if form.dealt_with else None
