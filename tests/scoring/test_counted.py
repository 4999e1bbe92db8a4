"""The days on which a reader counted, in words."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Catalogue, handle
from scoring.counted import counted_view
from scoring.fields import Checker
from tests.scoring.people import EXAMPLE, as_form

TODAY = date(2026, 11, 28)


def shown(value: object, catalogue: Catalogue) -> dict[str, object]:
    checker = Checker()
    view = counted_view(checker, value, ("counted",), TODAY, catalogue)
    checker.finish()
    return dict(view)


@pytest.mark.parametrize(
    ("value", "now", "before"),
    [
        ({}, "", ""),
        ({"now": "2026-11-28"}, "", ""),
        ({"now": "2026-11-14"}, "Counted on Saturday, 14 November.", ""),
        ({"before": "2026-10-31"}, "", "Last time: Saturday, 31 October"),
        ({"now": "2026-12-24"}, "", ""),  # the clock was set back
        (
            {"now": "2026-11-27", "before": "2025-12-31"},
            "Counted on Friday, 27 November.",
            "Last time: Wednesday, 31 December",
        ),
    ],
)
def test_what_was_not_counted_today_is_dated(value: dict, now: str, before: str, catalogue: Catalogue) -> None:
    assert shown(value, catalogue) == {"now": now, "again": value.get("now") == "2026-11-14", "before": before}


@pytest.mark.parametrize(("now", "again"), [("2026-11-14", True), ("2026-11-15", False), ("2026-12-24", False)])
def test_a_recount_is_offered_after_fourteen_days(now: str, again: bool, catalogue: Catalogue) -> None:
    assert shown({"now": now}, catalogue)["again"] is again


@given(st.dates(), st.dates(), st.dates(date(1, 1, 8)))
def test_no_clock_makes_a_kept_day_a_fault(catalogue: Catalogue, now: date, before: date, today: date) -> None:
    request = {"do": "builder", "entries": as_form(EXAMPLE), "today": str(today)}
    request |= {"counted": {"now": str(now), "before": str(before)}}
    answer = json.loads(handle(json.dumps(request), catalogue))
    assert answer["ok"]
    assert bool(answer["result"]["counted"]["now"]) == (now < today)
    assert answer["result"]["counted"]["before"]


def test_what_is_no_day_is_told(catalogue: Catalogue) -> None:
    request = {"do": "builder", "entries": [], "today": str(TODAY), "counted": {"now": "soon", "then": 1}}
    answer = json.loads(handle(json.dumps(request), catalogue))
    assert [issue["path"] for issue in answer["issues"]] == ["counted.then", "counted.now"]
