"""The form as a file: whole round trips, what an import would change, and what is refused."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, Refused, parse_catalogue
from scoring.form import Form, form_entries, ideas_data, parse_form, whole_form
from scoring.model import STRAND_IDS
from scoring.saved_form import MOST_CHARACTERS, READERS, VERSION, export_view, import_preview
from tests.scoring.people import EXAMPLE, as_form, person
from tests.scoring.strategies import silent_people

MONDAY = "2026-11-23"
FOLDER = Path(__file__).parent / "saved_forms"
FIRST = json.loads((FOLDER / "version-1.json").read_text("utf-8"))
NOTHING = Form(person(capacity=None), ())


def preview(data: object, catalogue: Catalogue, current: Form = NOTHING) -> dict:
    return import_preview(json.dumps(data), current, catalogue)


def a_form(who: Answers, unsure: set[str]) -> Form:
    """A form in which some of the questions without an answer are marked as not sure."""
    pairs = zip(STRAND_IDS, who.values, strict=True)
    return Form(who, tuple(strand for strand, value in pairs if value is not None or strand in unsure))


forms = st.builds(a_form, silent_people, st.sets(st.sampled_from(STRAND_IDS)))


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
    assert len(saved["text"]) < MOST_CHARACTERS / 4


@given(forms, forms)
def test_a_preview_tells_of_every_difference_and_of_nothing_else(
    catalogue: Catalogue, before: Form, after: Form
) -> None:
    opened = import_preview(export_view(after, MONDAY)["text"], before, catalogue)
    expected = [
        strand.label
        for strand, old, new in zip(catalogue.strands, before.answers.values, after.answers.values, strict=True)
        if (old, strand.id in before.dealt_with) != (new, strand.id in after.dealt_with)
    ]
    expected += ["Room this week"] * (before.answers.capacity != after.answers.capacity)
    expected += ["What describes you"] * (before.answers.contexts != after.answers.contexts)
    assert [change["label"] for change in opened["changes"]] == expected
    assert all(change["before"] and change["after"] for change in opened["changes"])
    assert all(change["before"] != change["after"] for change in opened["changes"])


def test_a_preview_shows_both_sides_in_words(catalogue: Catalogue) -> None:
    before = Form(
        person({"belonging": 3, "hosting": None}, None, "low", ("rural-or-remote",)), ("belonging", "hosting")
    )
    opened = preview(FIRST, catalogue, before)
    anchors = {strand.id: strand.answers for strand in catalogue.strands}
    assert opened["changes"] == [
        {"label": "Weak ties", "before": "no answer", "after": anchors["weak-ties"][1]},
        {"label": "Close ties", "before": "no answer", "after": "not sure"},
        {"label": "Invitations", "before": "not sure", "after": anchors["hosting"][2]},
        {"label": "Local recognition", "before": "no answer", "after": anchors["local-life"][0]},
        {"label": "Digital support", "before": "no answer", "after": anchors["digital-community"][4]},
        {"label": "Room this week", "before": "Very little", "after": "Some"},
        {
            "label": "What describes you",
            "before": "I live somewhere rural or remote",
            "after": "I am new here, I prefer quiet",
        },
    ]
    assert opened["said"] == catalogue.words["file_changes"].format(date=MONDAY, changes=7)
    emptied = import_preview(export_view(NOTHING, MONDAY)["text"], before, catalogue)
    assert [change["after"] for change in emptied["changes"]] == ["no answer"] * 3 + ["none"]


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
        ["answers.local-life", "0"],
        ["answers.digital-community", "4"],
        ["capacity", "some"],
        ["contexts", "new-here"],
        ["contexts", "prefers-quiet"],
    ]
    assert opened["another"] == {"invitation": 2, "contribution": 0}


def test_what_is_written_is_what_the_saved_form_of_this_version_is(catalogue: Catalogue) -> None:
    text = (FOLDER / f"version-{VERSION}.json").read_text("utf-8")
    opened = import_preview(text, NOTHING, catalogue)
    form = parse_form(opened["entries"], MONDAY, catalogue, opened["another"])
    assert export_view(form, MONDAY)["text"] == text


def test_a_choice_that_the_site_has_no_more_is_named_and_left_out(practices: dict) -> None:
    practices["contexts"] = [context for context in practices["contexts"] if context["id"] != "new-here"]
    for strand in practices["strands"]:
        for move in strand["moves"]:
            for field in ("avoid", "suits"):
                move[field] = [context for context in move[field] if context != "new-here"]
    smaller = parse_catalogue(practices)
    opened = preview(FIRST, smaller)
    assert opened["notes"] == [smaller.words["file_unknown"].format(name="new-here")]
    assert opened["entries"][-1] == ["contexts", "prefers-quiet"]


def test_a_mark_of_the_byte_order_does_no_harm(catalogue: Catalogue) -> None:
    assert import_preview("\ufeff" + json.dumps(FIRST), NOTHING, catalogue) == preview(FIRST, catalogue)


def test_the_form_may_be_unlike_the_file_without_any_answer(catalogue: Catalogue) -> None:
    form = parse_form(as_form(EXAMPLE), MONDAY, catalogue)
    assert len(preview(FIRST | {"answers": {}, "contexts": []}, catalogue, form)["changes"]) == 10


@pytest.mark.parametrize("today", [None, "soon", 3])
def test_a_file_needs_a_date(today: object) -> None:
    with pytest.raises(Refused, match="today: "):
        export_view(NOTHING, today)
