"""Who is not active, or left two invitations unanswered, is named, counted and drawn nowhere but where a reader
looks after the ledger itself: the list of people, the weeks in the reader's own words, and the whole files."""

import json
from dataclasses import replace

from hypothesis import given

from scoring import Catalogue
from scoring.gateway import REQUESTS
from scoring.ledger.document import Document, Entry, write_document
from scoring.ledger.people import read_people
from tests.scoring.ledger.ledgers import TODAY, ask, documents
from tests.scoring.people import EXAMPLE, as_form

ASKED_HERE = {"ledger", "people", "ledger-answers"}
WHOLE = {"ledger-change", "ledger-import", "ledger-file"}
WITHOUT_A_LEDGER = {"ledger-names"}

marked = documents().map(
    lambda document: replace(
        document,
        people={
            name: Entry({**entry.fields, "name": (f"Name of {name}", "2026-11-08T08:00:00Z")}, entry.removed)
            for name, entry in document.people.items()
        },
    )
)
"""Ledgers in which every name is unlike all other words."""


def unnamed(document: Document) -> list[str]:
    return [person.name for person in read_people(document) if not person.is_named]


def without_them(document: Document) -> str:
    """The ledger as if they had never been in it."""
    named = {person.id for person in read_people(document) if person.is_named}
    return write_document(replace(document, people={name: document.people[name] for name in named}))


def test_every_request_that_reads_a_ledger_is_looked_at() -> None:
    asked = {name for name, (_, required, _) in REQUESTS.items() if name.startswith("ledger") or name == "people"}
    assert asked == ASKED_HERE | WHOLE | WITHOUT_A_LEDGER


@given(marked)
def test_this_week_names_none_of_them(catalogue: Catalogue, document: Document) -> None:
    """But for the one sentence which says that a name rests."""
    form = {"entries": as_form(EXAMPLE)}
    view = ask(catalogue, "ledger", text=write_document(document), today=TODAY, **form)
    resting = view.pop("resting")
    said = json.dumps(view, ensure_ascii=False)
    assert [name for name in unnamed(document) if name in said] == []
    active = {person.name for person in read_people(document) if person.state == "active"}
    assert [line for line in resting if not any(line.startswith(name) for name in active)] == []
    other = ask(catalogue, "ledger", text=without_them(document), today=TODAY, **form)
    assert all(view[part] == other[part] for part in ("due", "people", "repairs", "since", "invitation", "years"))


@given(marked)
def test_the_rings_draw_and_count_none_of_them(catalogue: Catalogue, document: Document) -> None:
    view = ask(catalogue, "people", text=write_document(document), today=TODAY)
    other = ask(catalogue, "people", text=without_them(document), today=TODAY)
    assert all(view[part] == other[part] for part in ("said", "room", "ghosts"))
    hidden = unnamed(document)
    rows = [row for row in (*view["active"], *view["others"]) if row["name"] in hidden]
    assert len(rows) == len(hidden)
    assert all(row["spot"] is None for row in rows)
    drawn = [row["name"] for row in view["active"] if row["spot"]]
    assert all(any(name.startswith(label["text"].rstrip("…")) for name in drawn) for label in view["labels"])


@given(marked)
def test_no_answer_is_suggested_from_them(catalogue: Catalogue, document: Document) -> None:
    def suggested(text: str) -> object:
        return ask(catalogue, "ledger-answers", text=text, today=TODAY)

    assert suggested(write_document(document)) == suggested(without_them(document))
