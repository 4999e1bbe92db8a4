"""The form as a file: whole round trips, what an import would change, and what is refused."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, Refused, parse_catalogue
from scoring.form import Form, answers_data, form_entries, ideas_data, parse_form, whole_form
from scoring.model import STRAND_IDS
from scoring.saved_form import MOST_CHARACTERS, READERS, VERSION, export_view, import_preview
from scoring.second_questions import SECOND_QUESTIONS
from tests.scoring.people import CONTEXTS, EXAMPLE, answers_of, as_form, history, person, said
from tests.scoring.strategies import form_people

MONDAY = "2026-11-23"
FOLDER = Path(__file__).parent / "saved_forms"
FIRST = json.loads((FOLDER / "version-1.json").read_text("utf-8"))
NOTHING = Form(person(capacity=None), ())


def preview(data: object, catalogue: Catalogue, current: Form = NOTHING) -> dict:
    return import_preview(json.dumps(data), current, catalogue)


def a_form(who: Answers, unsure: set[str]) -> Form:
    """A form in which some of the questions without an answer are marked as not sure."""
    pairs = answers_of(who).items()
    return Form(who, tuple(strand for strand, answer in pairs if answer is not None or strand in unsure))


forms = st.builds(a_form, form_people, st.sets(st.sampled_from(STRAND_IDS)))


@given(forms, st.dates())
def test_what_was_saved_comes_back_whole(catalogue: Catalogue, form: Form, day: date) -> None:
    saved = export_view(form, str(day))
    assert saved["file"] == f"weekly-review-{day}.json"
    opened = import_preview(saved["text"], form, catalogue)
    assert opened["entries"] == form_entries(form)
    assert opened["another"] == ideas_data(form.answers)
    assert opened["said"] == catalogue.words["file_same"].format(date=day)
    assert (opened["changes"], opened["notes"]) == ([], [])
    again = parse_form(opened["entries"], MONDAY, catalogue, opened["another"])
    assert again == Form(replace(form.answers, week=48), form.dealt_with)
    assert export_view(again, str(day)) == saved


def test_the_longest_file_is_far_shorter_than_the_limit() -> None:
    most = person(
        dict.fromkeys(("repair", "digital-community"), "none"),
        capacity="plenty",
        contexts=CONTEXTS,
        ideas=(30, 30),
        wishes=STRAND_IDS,
        ordinary=False,
        second=tuple((question, "yes") for question in SECOND_QUESTIONS),
    )
    assert len(export_view(whole_form(most), MONDAY)["text"]) < MOST_CHARACTERS / 3


def test_what_is_of_one_visit_or_another_place_is_not_in_the_file() -> None:
    who = person({"hosting": 1}, history=history((3, "gone", "done")), thin_spot="hosting")
    saved = json.loads(export_view(whole_form(who), MONDAY)["text"])
    assert list(saved) == [
        *("format", "version", "model", "date", "answers", "capacity"),
        *("contexts", "wishes", "second", "another"),
    ]


@given(forms, forms)
def test_a_preview_tells_of_every_difference_and_of_nothing_else(
    catalogue: Catalogue, before: Form, after: Form
) -> None:
    opened = import_preview(export_view(after, MONDAY)["text"], before, catalogue)
    old, new = before.answers, after.answers
    expected = [
        strand.label
        for strand in catalogue.strands
        if answers_data(before).get(strand.id, "open") != answers_data(after).get(strand.id, "open")
    ]
    expected += ["Room this week"] * (old.capacity != new.capacity)
    expected += ["What describes you"] * (old.contexts != new.contexts)
    expected += ["More of"] * (old.wishes != new.wishes)
    expected += ["Two ordinary weeks"] * (old.ordinary != new.ordinary)
    said_before, said_after = dict(old.second), dict(new.second)
    expected += [
        question.question
        for question in catalogue.second_questions
        if said_before.get(question.id) != said_after.get(question.id)
    ]
    assert [change["label"] for change in opened["changes"]] == expected
    assert all(change["before"] and change["after"] for change in opened["changes"])
    assert all(change["before"] != change["after"] for change in opened["changes"])


def test_a_preview_shows_both_sides_in_words(catalogue: Catalogue) -> None:
    before = Form(
        person(
            {"belonging": 3, "hosting": None, "digital-community": "none"},
            capacity="low",
            contexts=("rural-or-remote",),
            wishes=("repair",),
            ordinary=True,
            second=said(a_group="no", an_invitation="yes"),
        ),
        ("belonging", "hosting", "digital-community"),
    )
    opened = preview(FIRST, catalogue, before)
    strands = {strand.id: strand for strand in catalogue.strands}
    questions = {question.id: question for question in catalogue.second_questions}
    assert [tuple(change.values()) for change in opened["changes"]] == [
        ("Weak ties", "no answer", strands["weak-ties"].answers[1]),
        ("Close ties", "no answer", "not sure"),
        ("Invitations", "not sure", strands["hosting"].answers[2]),
        ("Repair", "no answer", strands["repair"].set_aside),
        ("Local recognition", "no answer", strands["local-life"].answers[0]),
        ("Digital support", strands["digital-community"].set_aside, strands["digital-community"].answers[4]),
        ("Room this week", "Very little", "Some"),
        ("What describes you", "I live somewhere rural or remote", "I am new here, I prefer quiet"),
        ("More of", "Repair", "Weak ties, Groups"),
        ("Two ordinary weeks", "yes", "no"),
        (questions["help-went"].question, "no answer", questions["help-went"].yes),
        (questions["a-group"].question, questions["a-group"].no, "no answer"),
        (questions["an-invitation"].question, questions["an-invitation"].yes, "no answer"),
    ]
    assert opened["said"] == catalogue.words["file_changes"].format(date=MONDAY, changes=13)
    emptied = import_preview(export_view(NOTHING, MONDAY)["text"], before, catalogue)
    assert [change["after"] for change in emptied["changes"]] == [
        *["no answer"] * 4,
        *["none"] * 2,
        *["no answer"] * 3,
    ]


def test_where_nothing_would_change_the_preview_says_so(catalogue: Catalogue) -> None:
    opened = import_preview(export_view(whole_form(EXAMPLE), MONDAY)["text"], whole_form(EXAMPLE), catalogue)
    assert opened["said"] == catalogue.words["file_same"].format(date=MONDAY)


def test_a_file_of_every_version_is_kept_here_and_still_opens(catalogue: Catalogue) -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [
        f"version-{version}.json" for version in sorted(READERS)
    ]
    assert max(READERS) == VERSION
    opened = import_preview((FOLDER / "version-1.json").read_text("utf-8"), NOTHING, catalogue)
    assert opened["entries"] == [
        ["answers.belonging", "3"],
        ["answers.weak-ties", "1"],
        ["answers.friendship", "skip"],
        ["answers.hosting", "2"],
        ["answers.repair", "none"],
        ["answers.local-life", "0"],
        ["answers.digital-community", "4"],
        ["capacity", "some"],
        ["contexts", "new-here"],
        ["contexts", "prefers-quiet"],
        ["wishes", "weak-ties"],
        ["wishes", "groups"],
        ["ordinary", "no"],
        ["second.help-went", "yes"],
    ]
    assert opened["another"] == {"invitation": 2, "contribution": 0}


def test_what_is_written_is_what_the_saved_form_of_this_version_is(catalogue: Catalogue) -> None:
    text = (FOLDER / f"version-{VERSION}.json").read_text("utf-8")
    opened = import_preview(text, NOTHING, catalogue)
    form = parse_form(opened["entries"], MONDAY, catalogue, opened["another"])
    assert export_view(form, MONDAY)["text"] == text


def test_a_choice_that_the_site_has_no_more_is_named_and_left_out(practices: dict) -> None:
    for group in practices["contexts"]:
        group["choices"] = [context for context in group["choices"] if context["id"] != "new-here"]
    for strand in practices["strands"]:
        for move in strand["moves"]:
            for field in ("avoid", "suits", "only"):
                move[field] = [context for context in move.get(field, []) if context != "new-here"]
    smaller = parse_catalogue(practices)
    opened = preview(FIRST, smaller)
    assert opened["notes"] == [smaller.words["file_unknown"].format(name="new-here")]
    assert [value for name, value in opened["entries"] if name == "contexts"] == ["prefers-quiet"]


def test_a_mark_of_the_byte_order_does_no_harm(catalogue: Catalogue) -> None:
    assert import_preview("\ufeff" + json.dumps(FIRST), NOTHING, catalogue) == preview(FIRST, catalogue)


def test_the_form_may_be_unlike_the_file_without_any_answer(catalogue: Catalogue) -> None:
    form = parse_form(as_form(EXAMPLE), MONDAY, catalogue)
    empty = {"answers": {}, "contexts": [], "wishes": [], "second": {}}
    del (data := FIRST | empty)["ordinary"]
    assert len(preview(data, catalogue, form)["changes"]) == 10


@pytest.mark.parametrize("today", [None, "soon", 3])
def test_a_file_needs_a_date(today: object) -> None:
    with pytest.raises(Refused, match="today: "):
        export_view(NOTHING, today)
