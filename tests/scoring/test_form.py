"""The builder's form to checked answers."""

import pytest

from scoring import Catalogue, Refused
from scoring.answers import parse_form
from scoring.fields import show
from scoring.model import STRAND_IDS
from tests.scoring.people import EXAMPLE, as_form, person

MONDAY = "2026-11-23"
FIELDS = ", ".join([*(f"answers.{strand}" for strand in STRAND_IDS), "capacity", "contexts"])


def faults(entries: object, today: object, catalogue: Catalogue) -> list[str]:
    """What a person reads when the form is refused."""
    with pytest.raises(Refused) as refused:
        parse_form(entries, today, catalogue)
    return [str(issue) for issue in refused.value.issues]


def test_a_whole_form_is_read(catalogue: Catalogue) -> None:
    someone = person({"hosting": 4, "repair": None}, 1, "plenty", ("new-here", "prefers-quiet"), 48)
    assert parse_form(as_form(someone), MONDAY, catalogue) == (someone, 10)


def test_an_untouched_form_is_no_fault(catalogue: Catalogue) -> None:
    assert parse_form([], MONDAY, catalogue) == (person(capacity=None, week=48), 0)


def test_not_sure_is_skipped_but_dealt_with(catalogue: Catalogue) -> None:
    entries = [["answers.hosting", "2"], ["answers.repair", "skip"]]
    assert parse_form(entries, MONDAY, catalogue) == (person({"hosting": 2}, capacity=None, week=48), 2)


@pytest.mark.parametrize(
    ("today", "week"),
    [("2026-01-01", 1), ("2027-01-01", 53), ("2026-12-31", 53), ("2024-12-30", 1), ("2026-11-22", 47), (MONDAY, 48)],
)
def test_the_week_is_the_iso_week_of_the_readers_date(today: str, week: int, catalogue: Catalogue) -> None:
    assert parse_form(as_form(EXAMPLE), today, catalogue)[0].week == week


@pytest.mark.parametrize("today", ["", "23 November", "2026-02-30", "2026-13-01", "\ud800"])
def test_a_text_that_is_no_date_is_refused(today: str, catalogue: Catalogue) -> None:
    shown = '"\\ud800"' if today == "\ud800" else f'"{today}"'
    assert faults([], today, catalogue) == [f"today: {shown} given; allowed: a date such as 2026-11-23"]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            ["answers.hosting", "5"],
            'entries[1].answers.hosting: "5" given; allowed: 0, 1, 2, 3, 4, skip',
        ),
        (["answers.hosting", 2], "entries[1].answers.hosting: 2 given; allowed: 0, 1, 2, 3, 4, skip"),
        (["capacity", "lots"], 'entries[1].capacity: "lots" given; allowed: low, some, plenty'),
        (["name", "Ada"], f'entries[1]: unknown field "name"; allowed: {FIELDS}'),
        (["hosting", "2"], f'entries[1]: unknown field "hosting"; allowed: {FIELDS}'),
        (["answers.hosting"], f"entries[1]: unknown field null; allowed: {FIELDS}"),
        (["answers.hosting", "1", "2"], f"entries[1]: unknown field null; allowed: {FIELDS}"),
        ([["answers.hosting"], "1"], f'entries[1]: unknown field ["answers.hosting"]; allowed: {FIELDS}'),
        ("ab", f"entries[1]: unknown field null; allowed: {FIELDS}"),
    ],
)
def test_the_fault_says_which_entry(entry: object, fault: str, catalogue: Catalogue) -> None:
    assert faults([["capacity", "some"], entry], MONDAY, catalogue) == [fault]


@pytest.mark.parametrize(
    ("contexts", "fault"),
    [
        (["new-here", "new-here"], 'contexts[1]: "new-here" stands twice; allowed: once'),
        (
            ["new-here", 7],
            "contexts[1]: 7 given; allowed: new-here, caring-for-someone, limited-energy-or-mobility, ",
        ),
    ],
)
def test_contexts_are_checked_as_one_list(contexts: list[object], fault: str, catalogue: Catalogue) -> None:
    [told] = faults([["contexts", context] for context in contexts], MONDAY, catalogue)
    assert told.startswith(fault)


def test_every_fault_of_the_form_is_told_at_once(catalogue: Catalogue) -> None:
    told = faults([["answers.repair", "x"], ["x", "1"], ["contexts", "x"], ["capacity", ""]], "soon", catalogue)
    assert [fault.split(":")[0] for fault in told] == [
        "today",
        "entries[0].answers.repair",
        "entries[1]",
        "entries[3].capacity",
        "contexts[0]",
    ]


@pytest.mark.parametrize("entries", [None, "text", {"answers.hosting": "2"}, 3])
def test_entries_are_a_list(entries: object, catalogue: Catalogue) -> None:
    [told] = faults(entries, MONDAY, catalogue)
    assert told == f"entries: {show(entries)} is not a list; allowed: a list"


@pytest.mark.parametrize("today", [None, 17, True, ["2026-11-23"], {}])
def test_a_date_that_is_no_text_is_refused(today: object, catalogue: Catalogue) -> None:
    [told] = faults([], today, catalogue)
    assert told.startswith("today: ")
    assert told.endswith("given; allowed: a date such as 2026-11-23")
