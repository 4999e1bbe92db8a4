"""`scoring.ledger.people_view`: what the page of the people needs beside the list."""

from datetime import date

import pytest

from scoring import Catalogue
from scoring.ledger.fields import STATES
from scoring.ledger.people_view import people_view
from tests.scoring.ledger.neighbors import TODAY, crowd, ledger


def test_closer_and_further_name_the_ring_that_it_would_be(catalogue: Catalogue) -> None:
    document = ledger(aaa={"ring": "close"}, bbb={"ring": "warm"}, ccc={"ring": "weak"})
    rows = people_view(document, TODAY, catalogue)["active"]
    assert [(row["closer"], row["further"]) for row in rows] == [("", "warm"), ("close", "weak"), ("warm", "")]


def test_a_row_knows_what_a_contact_today_would_make_of_it(catalogue: Catalogue) -> None:
    before = people_view(ledger(aaa={"last": "2026-10", "repair": True}), TODAY, catalogue)["active"][0]
    after = people_view(ledger(aaa={"last": str(TODAY), "repair": True}), TODAY, catalogue)["active"][0]
    assert before["touched"] == after["about"] == after["touched"] != before["about"]


def test_a_wish_or_an_order_is_told_from_other_states(catalogue: Catalogue) -> None:
    document = ledger(**{letter * 3: {"state": state} for letter, state in zip("abcde", STATES, strict=True)})
    view = people_view(document, TODAY, catalogue)
    assert [row["state"] for row in view["others"] if row["guarded"]] == ["no-contact", "not-safe"]
    assert not any(row["guarded"] for row in view["active"])


def test_only_who_is_active_has_a_name_in_the_picture(catalogue: Catalogue) -> None:
    document = ledger(aaa={"ring": "close"}, bbb={"ring": "close", "state": "resting"}, ccc={"ring": "weak"})
    assert [label["text"] for label in people_view(document, TODAY, catalogue)["labels"]] == ["aaa"]


@pytest.mark.parametrize(("number", "few"), [(0, True), (5, True), (6, False)])
def test_with_few_the_page_helps_to_think_of_somebody(number: int, few: bool, catalogue: Catalogue) -> None:
    assert people_view(crowd(number), TODAY, catalogue)["few"] is few


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 23), "November 2026", "December 2024"),
        (date(2026, 12, 31), "December 2026", "January 2025"),
        (date(2026, 1, 1), "January 2026", "February 2024"),
    ],
)
def test_the_months_of_two_years_can_be_chosen(today: date, first: str, last: str, catalogue: Catalogue) -> None:
    months = [month["name"] for month in people_view(ledger(), today, catalogue)["months"]]
    assert (months[0], months[-1], len(months)) == (first, last, 24)


def test_a_month_that_stands_in_the_ledger_can_be_chosen_too(catalogue: Catalogue) -> None:
    months = people_view(ledger(aaa={"last": "2019-03"}), TODAY, catalogue)["months"]
    assert months[-1] == {"id": "2019-03", "name": "March 2019"}
