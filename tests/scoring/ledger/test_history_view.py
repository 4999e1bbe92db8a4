"""The weeks that were: a row for each, quiet ones and blank ones too."""

from datetime import date

from hypothesis import given

from scoring import Catalogue
from scoring.ledger.document import Document
from scoring.ledger.history_view import MOST_BLANK, history_view
from scoring.ledger.weeks import read_weeks
from tests.scoring.ledger.ledgers import document, documents

SOUP = {"invitation": {"title": "Soup"}}


def rows(weeks: dict, today: str, catalogue: Catalogue) -> list[dict]:
    years = history_view(read_weeks(document(weeks=weeks)), date.fromisoformat(today), catalogue)
    assert all(row["year"] == year["year"] for year in years for row in year["weeks"])
    return [row for year in years for row in year["weeks"]]


def test_blank_weeks_have_a_row_over_the_end_of_a_year(catalogue: Catalogue) -> None:
    found = rows({"2026-W52": SOUP, "2027-W02": {"quiet": True}}, "2027-01-18", catalogue)
    assert [(row["id"], row["year"], row["day"], row["text"], row["written"]) for row in found] == [
        ("2027-W03", "2027", "18 January", "", False),
        ("2027-W02", "2027", "11 January", "Quiet week", True),
        ("2027-W01", "2027", "4 January", "", False),
        ("2026-W53", "2026", "28 December", "", False),
        ("2026-W52", "2026", "21 December", "Soup.", True),
    ]


def test_a_long_time_without_a_word_is_one_gap(catalogue: Catalogue) -> None:
    found = rows({"2015-W01": SOUP, "2020-W53": SOUP}, "2026-11-23", catalogue)
    assert [row["id"] for row in found if row["written"]] == ["2020-W53", "2015-W01"]
    assert len(found) == 2 + 2 * MOST_BLANK


def test_weeks_after_a_clock_set_back_are_shown(catalogue: Catalogue) -> None:
    found = rows({"2026-W48": SOUP}, "2026-11-09", catalogue)
    assert [row["id"] for row in found] == ["2026-W48", "2026-W47", "2026-W46"]


def test_a_score_of_nothing_is_not_a_week_without_one(catalogue: Catalogue) -> None:
    found = rows({"2026-W47": {**SOUP, "score": 0}, "2026-W48": SOUP}, "2026-11-23", catalogue)
    assert [(row["score"], row["height"]) for row in found] == [("", 0), ("0", 0)]


@given(documents())
def test_every_week_has_one_row_and_they_go_back_in_time(catalogue: Catalogue, ledger: Document) -> None:
    weeks = read_weeks(ledger)
    shown = [row for year in history_view(weeks, date(2026, 11, 23), catalogue) for row in year["weeks"]]
    assert [row["id"] for row in shown if row["written"]] == [week.id for week in reversed(weeks)]
    assert [row["id"] for row in shown] == sorted({row["id"] for row in shown}, reverse=True)
