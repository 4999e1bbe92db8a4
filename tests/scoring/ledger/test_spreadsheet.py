"""Tables that any spreadsheet opens, and that work nothing out."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Catalogue
from scoring.ledger.document import Document, write_document
from scoring.ledger.spreadsheet import FORMULA_SIGNS, _cell
from tests.scoring.ledger.ledgers import TODAY, ask, documents, ledger


def table(text: str, kind: str, catalogue: Catalogue) -> list[list[str]]:
    result = ask(catalogue, "ledger-file", **{"as": kind}, text=text, today=TODAY)
    assert result["file"] == f"weekly-review-{kind}-{TODAY}.csv"
    assert result["text"].endswith("\r\n")
    return list(csv.reader(StringIO(result["text"], newline="")))


@given(documents(), st.sampled_from(["people", "weeks"]))
def test_no_cell_is_a_formula_and_every_row_is_whole(catalogue: Catalogue, document: Document, kind: str) -> None:
    rows = table(write_document(document), kind, catalogue)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [cell for row in rows for cell in row if cell.startswith(FORMULA_SIGNS)] == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\uff1d1", "\t=1"])
def test_what_begins_like_a_formula_is_made_a_text(text: str) -> None:
    assert _cell(text) == f'"\'{text}"'


def test_marks_within_a_cell_stay_what_they_are(catalogue: Catalogue) -> None:
    name = 'Jo "J", Älva; 1'
    assert table(ledger({"aaa": {"name": name}}), "people", catalogue)[1][0] == name


def test_everybody_is_there_with_what_is_known(catalogue: Catalogue) -> None:
    people = {
        "aaa": {"name": "R.", "ring": "close", "last": "2026-10-19", "repair": True},
        "bbb": {"name": "A.", "kind": "group", "rhythm": 5, "last": "2026-10", "state": "not-safe"},
    }
    assert table(ledger(people), "people", catalogue) == [
        ["name", "kind", "nearness", "weeks between", "last contact", "state", "repair"],
        ["A.", "Group", "weak", "5", "2026-10", "not safe", ""],
        ["R.", "Person", "close", "2", "2026-10-19", "active", "something to mend"],
    ]


def test_every_week_is_there_the_oldest_first(catalogue: Catalogue) -> None:
    weeks = {
        "2027-W01": {"quiet": True, "line": "Snow"},
        "2026-W53": {
            "people": ["aaa", "zzz"], "invitation": {"title": "Soup"}, "day": "2027-01-02", "outcome": "done",
            "contribution": {"kind": "repair", "title": "Say sorry"}, "note": "Good", "score": 0,
        },
    }  # fmt: skip
    assert table(ledger({"aaa": {"name": "R."}}, weeks), "weeks", catalogue)[1:] == [
        ["2026-W53", "2026-12-28", "R.", "", "Soup", "2027-01-02", "Say sorry", "Did it", "Good", "0"],
        ["2027-W01", "2027-01-04", "", "Quiet week Snow", "", "", "", "", "", ""],
    ]
