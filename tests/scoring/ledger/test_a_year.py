"""A year of one invented reader, `a_year.json`: 52 weeks with a week 53 among them, as the pages show it."""

from collections import Counter
from pathlib import Path

import pytest

from scoring import Catalogue
from scoring.ledger.fields import OUTCOMES
from tests.scoring.ledger.ledgers import ask

YEAR = (Path(__file__).parent / "a_year.json").read_text("utf-8")
TODAY = "2027-07-26"


@pytest.fixture(scope="module")
def week(catalogue: Catalogue) -> dict:
    return ask(catalogue, "ledger", text=YEAR, today=TODAY)


@pytest.fixture(scope="module")
def people(catalogue: Catalogue) -> dict:
    return ask(catalogue, "people", text=YEAR, today=TODAY)


def test_the_week_after(week: dict) -> None:
    assert (week["state"], week["week"], week["last_written"]) == ("open", "2027-W30", "Last written: 19 to 25 July")
    assert week["last"]["title"] == "Ask Sam to the Tuesday table"
    assert week["since"] == "Weeks written: 42. Invitations made: 25."
    assert [(row["name"], row["reason"]) for row in week["due"]] == [
        ("Ines", "You like every 8 weeks; it has been 21."),
        ("Choir", "You like every 8 weeks; it has been 17."),
        ("Mrs K., no. 12", "You like every 4 weeks; it has been 8."),
    ]
    assert week["resting"] == []  # R. rests since spring: that was said then
    assert week["repairs"] == []


def test_the_people(people: dict) -> None:
    assert people["said"] == "2 close, 5 warm, 4 weak."
    assert [row["name"] for row in people["others"]] == ["A.", "Mr Lund", "Teo"]
    assert [row["name"] for row in people["active"] if row["spot"] is None] == ["R."]
    assert people["ghosts"] == []
    about = {row["name"]: row["about"] for row in (*people["active"], *people["others"])}
    assert about["The man with two dogs"] == "Person · weak · about April 2027"
    assert about["Jo"] == "Person · close · in touch Wednesday, 21 July"
    assert about["Teo"] == "Person · warm · weeks since then: 31 · resting · something to mend"
    assert about["A."] == "Person · close · last contact not noted · not safe"


def test_the_history(week: dict, catalogue: Catalogue) -> None:
    rows = [row for year in week["years"] for row in year["weeks"]]
    assert (len(rows), rows[0]["id"], rows[-1]["id"]) == (53, "2027-W30", "2026-W31")
    assert "2026-W53" in [row["id"] for row in rows]
    kinds = Counter("blank" if not row["written"] else "quiet" if row["text"] == "Quiet week" else "" for row in rows)
    assert kinds == {"": 36, "blank": 11, "quiet": 6}
    outcomes = Counter(row["outcome"] for row in rows if row["outcome"])
    assert set(outcomes) == {catalogue.words[f"ledger_{outcome}"] for outcome in OUTCOMES}
    assert [row["height"] for row in rows if row["score"]] == [60, 57, 55, 52, 48, 41, 34]


def test_a_day_in_the_middle_of_the_year(catalogue: Catalogue) -> None:
    """As after a clock was set back: what is later is not asked about, and nothing is lost."""
    view = ask(catalogue, "ledger", text=YEAR, today="2027-01-03")
    assert (view["week"], view["last_written"]) == ("2026-W53", "Last written: 21 to 27 December, 2026")
    assert sum(row["written"] for year in view["years"] for row in year["weeks"]) == 42


def test_every_file_can_be_saved(catalogue: Catalogue) -> None:
    for kind, lines in (("people", 16), ("weeks", 43)):
        file = ask(catalogue, "ledger-file", **{"as": kind}, text=YEAR, today=TODAY)
        assert file["text"].count("\r\n") == lines
    assert ask(catalogue, "ledger-file", **{"as": "json"}, text=YEAR, today=TODAY)["text"] == YEAR
