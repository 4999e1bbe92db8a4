"""The answers to requests that few readers make: links, files, calendars, and all about the ledger.

The gateway imports this module with the first of them.
"""

from collections.abc import Callable, Mapping

from scoring.calendar_file import calendar_view
from scoring.given import Fields, given_flags, given_form, with_site
from scoring.ledger import requests as ledger
from scoring.model import Catalogue
from scoring.saved_form import export_view, import_preview
from scoring.shared_link import open_link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.contract import SeldomResult
    from scoring.result_types import FileData, ImportPreview, SharedView


def open_card(fields: Fields, catalogue: Catalogue) -> "SharedView":
    """Show the card behind a link."""
    return open_link(fields["code"], with_site(fields, catalogue), **given_flags(fields))


def export_form(fields: Fields, catalogue: Catalogue) -> "FileData":
    """Write the form as a file."""
    return export_view(given_form(fields, catalogue), fields["today"])


def preview_form(fields: Fields, catalogue: Catalogue) -> "ImportPreview":
    """Show what such a file would change."""
    return import_preview(fields["text"], given_form(fields, catalogue), catalogue)


ANSWERS: "Mapping[str, Callable[[Fields, Catalogue], SeldomResult]]" = {
    "open-link": open_card,
    "export": export_form,
    "import-preview": preview_form,
    "calendar": calendar_view,
    "ledger": ledger.show_week,
    "people": ledger.show_people,
    "people-name": ledger.find_name,
    "people-join": ledger.preview_join,
    "ledger-change": ledger.change,
    "ledger-import": ledger.preview_import,
    "ledger-file": ledger.save_file,
    "ledger-names": ledger.find_names,
    "ledger-answers": ledger.suggest_answers,
}
"""Who answers which request."""
