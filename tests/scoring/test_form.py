"""The builder's form to checked answers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, Refused
from scoring.fields import show
from scoring.form import Form, form_entries, ideas_data, parse_form, whole_form
from scoring.model import STRAND_IDS
from scoring.second_questions import SECOND_QUESTIONS
from tests.scoring.people import EXAMPLE, answers_of, as_form, person, said
from tests.scoring.strategies import form_people

MONDAY = "2026-11-23"
FIELDS = ", ".join(
    [
        *(f"answers.{strand}" for strand in STRAND_IDS),
        *("capacity", "ordinary", "contexts", "wishes"),
        *(f"second.{question}" for question in SECOND_QUESTIONS),
    ]
)


def faults(entries: object, today: object, catalogue: Catalogue) -> list[str]:
    """What a person reads when the form is refused."""
    with pytest.raises(Refused) as refused:
        parse_form(entries, today, catalogue)
    return [str(issue) for issue in refused.value.issues]


def test_a_whole_form_is_read(catalogue: Catalogue) -> None:
    someone = person(
        {"hosting": 4, "groups": None, "repair": "none", "digital-community": "none"},
        rest=1,
        capacity="plenty",
        contexts=("new-here", "prefers-quiet"),
        week=48,
        wishes=("belonging", "groups", "local-life"),
        ordinary=False,
        second=said(too_much="yes", a_group="no"),
    )
    assert parse_form(as_form(someone), MONDAY, catalogue) == Form(someone, STRAND_IDS) == whole_form(someone)


def test_an_untouched_form_is_no_fault(catalogue: Catalogue) -> None:
    assert parse_form([], MONDAY, catalogue) == Form(person(capacity=None, week=48), ())


def test_not_sure_is_skipped_but_dealt_with(catalogue: Catalogue) -> None:
    entries = [["answers.hosting", "2"], ["answers.repair", "skip"]]
    read = Form(person({"hosting": 2}, capacity=None, week=48), ("hosting", "repair"))
    assert parse_form(entries, MONDAY, catalogue) == read


def test_what_has_nothing_to_count_is_set_aside_and_dealt_with(catalogue: Catalogue) -> None:
    read = parse_form([["answers.repair", "none"], ["answers.hosting", "2"]], MONDAY, catalogue)
    assert read == Form(person({"hosting": 2, "repair": "none"}, capacity=None, week=48), ("hosting", "repair"))


@pytest.mark.parametrize(
    ("entry", "ordinary"), [([], None), ([["ordinary", "yes"]], True), ([["ordinary", "no"]], False)]
)
def test_whether_the_weeks_were_ordinary_may_stay_open(
    entry: list, ordinary: bool | None, catalogue: Catalogue
) -> None:
    assert parse_form(entry, MONDAY, catalogue).answers.ordinary is ordinary


@pytest.mark.parametrize("chosen", [None, "groups"])
def test_the_thin_spot_that_was_chosen_is_sent_beside_the_form(chosen: str | None, catalogue: Catalogue) -> None:
    assert parse_form([], MONDAY, catalogue, None, chosen).answers.thin_spot == chosen


@pytest.mark.parametrize("chosen", ["", "hostin", 3, ["groups"]])
def test_what_is_no_strand_is_no_thin_spot(chosen: object, catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as refused:
        parse_form([], MONDAY, catalogue, None, chosen)
    assert str(refused.value) == f"thin_spot: {show(chosen)} given; allowed: {', '.join(STRAND_IDS)}"


@pytest.mark.parametrize(
    ("another", "ideas"),
    [
        (None, (0, 0)),
        ({}, (0, 0)),
        ({"contribution": 3}, (0, 3)),
        ({"invitation": 30, "contribution": 1}, (30, 1)),
    ],
)
def test_other_ideas_are_counted_by_kind(another: object, ideas: tuple[int, int], catalogue: Catalogue) -> None:
    assert parse_form([], MONDAY, catalogue, another).answers.ideas == ideas


@pytest.mark.parametrize(
    ("another", "fault"),
    [
        ({"invitation": 31}, "another.invitation: 31 given; allowed: a whole number from 0 to 30"),
        ({"invitation": -1}, "another.invitation: -1 given; allowed: a whole number from 0 to 30"),
        ({"contribution": True}, "another.contribution: true given; allowed: a whole number from 0 to 30"),
        ({"card": 1}, 'another.card: unknown field "card"; allowed: invitation, contribution'),
        ([1, 2], "another: [1, 2] is not a set of fields; allowed: fields with names"),
        (3, "another: 3 is not a set of fields; allowed: fields with names"),
    ],
)
def test_anything_else_is_no_count_of_ideas(another: object, fault: str, catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as refused:
        parse_form([], MONDAY, catalogue, another)
    assert [str(issue) for issue in refused.value.issues] == [fault]


@given(form_people, st.sets(st.sampled_from(STRAND_IDS)))
def test_the_entries_of_a_form_give_the_same_form(catalogue: Catalogue, who: Answers, unsure: set[str]) -> None:
    dealt_with = tuple(strand for strand, answer in answers_of(who).items() if answer is not None or strand in unsure)
    form = Form(replace(who, week=48), dealt_with)
    assert parse_form(form_entries(form), MONDAY, catalogue, ideas_data(who)) == form


@pytest.mark.parametrize(
    ("today", "week"),
    [("2026-01-01", 1), ("2027-01-01", 53), ("2026-12-31", 53), ("2024-12-30", 1), ("2026-11-22", 47), (MONDAY, 48)],
)
def test_the_week_is_the_iso_week_of_the_readers_date(today: str, week: int, catalogue: Catalogue) -> None:
    assert parse_form(as_form(EXAMPLE), today, catalogue).answers.week == week


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
        (["answers.hosting", "none"], 'entries[1].answers.hosting: "none" given; allowed: 0, 1, 2, 3, 4, skip'),
        (["answers.repair", "no"], 'entries[1].answers.repair: "no" given; allowed: 0, 1, 2, 3, 4, skip, none'),
        (["ordinary", "true"], 'entries[1].ordinary: "true" given; allowed: yes, no'),
        (["second.a-group", "1"], 'entries[1].second.a-group: "1" given; allowed: yes, no'),
        (["second.texting", "yes"], f'entries[1]: unknown field "second.texting"; allowed: {FIELDS}'),
        (["history", "x"], f'entries[1]: unknown field "history"; allowed: {FIELDS}'),
        (["answers.hosting", 2], "entries[1].answers.hosting: 2 given; allowed: 0, 1, 2, 3, 4, skip"),
        (["capacity", "lots"], 'entries[1].capacity: "lots" given; allowed: none, low, some, plenty'),
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
            "contexts[1]: 7 given; allowed: new-here, caring-for-someone, small-children, ",
        ),
    ],
)
def test_contexts_are_checked_as_one_list(contexts: list[object], fault: str, catalogue: Catalogue) -> None:
    [told] = faults([["contexts", context] for context in contexts], MONDAY, catalogue)
    assert told.startswith(fault)


@pytest.mark.parametrize(
    ("wishes", "fault"),
    [
        (["groups", "groups"], 'wishes[1]: "groups" stands twice; allowed: once'),
        (["fun"], f'wishes[0]: "fun" given; allowed: {", ".join(STRAND_IDS)}'),
    ],
)
def test_wishes_are_checked_as_one_list(wishes: list[object], fault: str, catalogue: Catalogue) -> None:
    assert faults([["wishes", wish] for wish in wishes], MONDAY, catalogue) == [fault]


def test_every_fault_of_the_form_is_told_at_once(catalogue: Catalogue) -> None:
    told = faults([["answers.repair", "x"], ["x", "1"], ["contexts", "x"], ["capacity", ""]], "soon", catalogue)
    assert [fault.split(":")[0] for fault in told] == [
        "entries[0].answers.repair",
        "entries[1]",
        "entries[3].capacity",
        "contexts[0]",
        "today",
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
