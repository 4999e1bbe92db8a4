"""What the ledger knows of the last 14 days, as answers."""

import pytest

from scoring import Catalogue
from scoring.ledger.document import WEEKS
from tests.scoring.ledger.ledgers import ask, ledger

TODAY = "2026-11-25"
"""A Wednesday; the 14 days begin on the 12th, a Thursday."""


def suggested(catalogue: Catalogue, people: dict | None = None, weeks: dict | None = None) -> dict[str, int]:
    found = ask(catalogue, "ledger-answers", text=ledger(people, weeks), today=TODAY)["answers"]
    return {row["strand"]: row["answer"] for row in found}


def test_where_nothing_is_noted_nothing_is_suggested(catalogue: Catalogue) -> None:
    assert suggested(catalogue) == {}
    assert suggested(catalogue, {"aaa": {"name": "R.", "ring": "close"}}) == {}


@pytest.mark.parametrize(
    ("fields", "strand"),
    [
        ({"ring": "close"}, "friendship"),
        ({"ring": "warm"}, None),
        ({"kind": "group"}, "groups"),
        ({"kind": "place"}, "local-life"),
        ({"ring": "close", "kind": "household"}, None),
    ],
)
def test_contact_within_the_days_counts(fields: dict, strand: str | None, catalogue: Catalogue) -> None:
    for last, within in (("2026-11-11", False), ("2026-11-12", True), (TODAY, True), ("2026-11-26", False)):
        found = suggested(catalogue, {"aaa": {"name": "R.", "last": last, **fields}})
        assert found == ({strand: 1} if strand and within else {})
    assert suggested(catalogue, {"aaa": {"name": "R.", "last": "2026-11", **fields}}) == {}


@pytest.mark.parametrize(
    ("week", "more", "counts"),
    [
        ("2026-W48", {}, True),
        ("2026-W47", {}, True),
        ("2026-W46", {}, True),
        ("2026-W45", {}, False),
        ("2026-W49", {}, False),
        ("2026-W46", {"day": "2026-11-11"}, False),
        ("2026-W46", {"day": "2026-11-12"}, True),
        ("2026-W48", {"day": "2026-11-26"}, False),
        ("2026-W48", {"outcome": "no-answer"}, True),
        ("2026-W48", {"outcome": "not-yet"}, False),
        ("2026-W48", {"outcome": "let-go"}, False),
    ],
)
def test_an_invitation_that_was_made_within_the_days_counts(
    week: str, more: dict, counts: bool, catalogue: Catalogue
) -> None:
    weeks = {week: {"invitation": {"title": "Soup"}, "outcome": "done", **more}}
    assert suggested(catalogue, weeks=weeks) == ({"hosting": 1} if counts else {})
    assert WEEKS in ledger(weeks=weeks)


def test_what_waits_for_a_first_word_counts_down(catalogue: Catalogue) -> None:
    people = {f"a{sign}": {"name": "R.", "repair": True} for sign in "abcdef"}
    assert suggested(catalogue, people) == {"repair": 0}
    assert suggested(catalogue, {"aa": people["aa"]}) == {"repair": 3}
