"""The form as a file: whole round trips, what an import would change, and what is refused."""

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, Refused, parse_catalogue
from scoring.form import Form, form_entries, ideas_data, parse_form, whole_form
from scoring.kept import MOST_CHARACTERS, READERS, VERSION, import_preview, kept_view
from scoring.model import STRAND_IDS
from tests.scoring.people import EXAMPLE, as_form, person
from tests.scoring.strategies import json_values, silent_people, texts

MONDAY = "2026-11-23"
FOLDER = Path(__file__).parent / "kept"
FIRST = json.loads((FOLDER / "version-1.json").read_text("utf-8"))
NOTHING = Form(person(capacity=None), ())
ABSENT = object()


def preview(data: object, catalogue: Catalogue, current: Form = NOTHING) -> dict:
    return import_preview(json.dumps(data), current, catalogue)


def told(text: object, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Code and words of every fault."""
    with pytest.raises(Refused) as refused:
        import_preview(text, NOTHING, catalogue)
    return [(issue.code, str(issue)) for issue in refused.value.issues]


def words_for(name: str, catalogue: Catalogue) -> str:
    return f"file: {catalogue.words[name]}; allowed: {catalogue.words['kept_again']}"


def a_form(who: Answers, unsure: set[str]) -> Form:
    """A form in which some of the questions without an answer are marked as not sure."""
    pairs = zip(STRAND_IDS, who.values, strict=True)
    return Form(who, tuple(strand for strand, value in pairs if value is not None or strand in unsure))


forms = st.builds(a_form, silent_people, st.sets(st.sampled_from(STRAND_IDS)))


@given(forms, st.dates())
def test_what_was_kept_comes_back_whole(catalogue: Catalogue, form: Form, day: date) -> None:
    kept = kept_view(form, str(day))
    assert kept["file"] == f"weekly-review-{day}.json"
    opened = import_preview(kept["text"], form, catalogue)
    assert opened["entries"] == form_entries(form)
    assert opened["another"] == ideas_data(form.answers)
    assert opened["date"] == str(day)
    assert (opened["changes"], opened["notes"]) == ([], [])
    again = parse_form(opened["entries"], MONDAY, catalogue, opened["another"])
    assert again == Form(replace(form.answers, week=48), form.dealt_with)
    assert kept_view(again, str(day)) == kept
    assert len(kept["text"]) < MOST_CHARACTERS / 4


@given(forms, forms)
def test_a_preview_tells_of_every_difference_and_of_nothing_else(
    catalogue: Catalogue, before: Form, after: Form
) -> None:
    opened = import_preview(kept_view(after, MONDAY)["text"], before, catalogue)
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
    assert opened["said"] == catalogue.words["kept_changes"].format(date=MONDAY, changes=7)
    emptied = import_preview(kept_view(NOTHING, MONDAY)["text"], before, catalogue)
    assert [change["after"] for change in emptied["changes"]] == ["no answer"] * 3 + ["none"]


def test_where_nothing_would_change_the_preview_says_so(catalogue: Catalogue) -> None:
    opened = import_preview(kept_view(whole_form(EXAMPLE), MONDAY)["text"], whole_form(EXAMPLE), catalogue)
    assert opened["said"] == catalogue.words["kept_same"].format(date=MONDAY)


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


def test_what_is_written_is_what_the_kept_file_of_this_version_is(catalogue: Catalogue) -> None:
    text = (FOLDER / f"version-{VERSION}.json").read_text("utf-8")
    opened = import_preview(text, NOTHING, catalogue)
    form = parse_form(opened["entries"], MONDAY, catalogue, opened["another"])
    assert kept_view(form, MONDAY)["text"] == text


def test_a_choice_that_the_site_has_no_more_is_named_and_left_out(practices: dict) -> None:
    practices["contexts"] = [context for context in practices["contexts"] if context["id"] != "new-here"]
    for strand in practices["strands"]:
        for move in strand["moves"]:
            for field in ("avoid", "suits"):
                move[field] = [context for context in move[field] if context != "new-here"]
    smaller = parse_catalogue(practices)
    opened = preview(FIRST, smaller)
    assert opened["notes"] == [smaller.words["kept_unknown"].format(name="new-here")]
    assert opened["entries"][-1] == ["contexts", "prefers-quiet"]


def test_a_mark_of_the_byte_order_does_no_harm(catalogue: Catalogue) -> None:
    assert import_preview("\ufeff" + json.dumps(FIRST), NOTHING, catalogue) == preview(FIRST, catalogue)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "[]",
        "null",
        "{}",
        '{"format": "community-map"}',
        '{"answers": {"hosting": 2}}',
        "[" * 300,
        "\ud800",
        '{"format": "community-map-builder"',
    ],
)
def test_a_file_of_another_kind_is_explained(text: str, catalogue: Catalogue) -> None:
    [(code, words)] = told(text, catalogue)
    assert code in ("not-json", "not-ours")
    assert words == words_for("kept_foreign", catalogue)


@pytest.mark.parametrize("text", [None, 7, ["{}"], {"format": "community-map-builder"}])
def test_what_is_no_text_is_no_file(text: object, catalogue: Catalogue) -> None:
    [(code, _)] = told(text, catalogue)
    assert code == "wrong-type"


def test_a_file_that_is_too_long_is_explained(catalogue: Catalogue) -> None:
    text = json.dumps(FIRST)
    import_preview(text.ljust(MOST_CHARACTERS), NOTHING, catalogue)
    assert told(text.ljust(MOST_CHARACTERS + 1), catalogue) == [("too-long", words_for("kept_too_long", catalogue))]


@pytest.mark.parametrize("newer", [{"version": 2}, {"model": 2}, {"version": 99, "answers": 7, "more": 1}])
def test_a_file_of_a_newer_site_is_explained(newer: dict, catalogue: Catalogue) -> None:
    assert told(json.dumps(FIRST | newer), catalogue) == [("newer", words_for("kept_newer", catalogue))]


ANSWER = "a whole number from 0 to 4 or null"


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        (["version"], 0, "file.version: 0 given; allowed: a whole number from 1 to 1"),
        (["version"], True, "file.version: true given; allowed: a whole number from 1 to 1"),
        (["version"], "1", 'file.version: "1" given; allowed: a whole number from 1 to 1'),
        (["version"], ABSENT, "file.version: null given; allowed: a whole number from 1 to 1"),
        (["model"], None, "file.model: null given; allowed: a whole number from 1 to 1"),
        (["date"], "yesterday", 'file.date: "yesterday" given; allowed: a date such as 2026-11-23'),
        (["date"], ABSENT, 'file: field "date" is missing'),
        (["answers"], ABSENT, 'file: field "answers" is missing'),
        (["contexts"], ABSENT, 'file: field "contexts" is missing'),
        (["answers"], [], "file.answers: [] is not a set of fields; allowed: fields with names"),
        (["answers", "hosting"], 5, f"file.answers.hosting: 5 given; allowed: {ANSWER}"),
        (["answers", "hosting"], True, f"file.answers.hosting: true given; allowed: {ANSWER}"),
        (["answers", "hosting"], "skip", f'file.answers.hosting: "skip" given; allowed: {ANSWER}'),
        (["answers", "host"], 1, f'file.answers.host: unknown field "host"; allowed: {", ".join(STRAND_IDS)}'),
        (["capacity"], None, "file.capacity: null given; allowed: low, some, plenty"),
        (["contexts"], "new-here", 'file.contexts: "new-here" is not a list; allowed: a list'),
        (["contexts", 0], 7, "file.contexts[0]: 7 is not a text; allowed: a text"),
        (["contexts", 1], "new-here", 'file.contexts[1]: "new-here" stands twice; allowed: once'),
        (["contexts", 0], "x" * 41, "file.contexts[0]: 41 characters; allowed: at most 40"),
        (["contexts"], [str(n) for n in range(51)], "file.contexts: 51 given; allowed: 0 to 50"),
        (["another", "card"], 1, 'file.another.card: unknown field "card"; allowed: invitation, contribution'),
        (["another", "invitation"], 31, "file.another.invitation: 31 given; allowed: a whole number from 0 to 30"),
        (
            ["name"],
            "Ada",
            'file.name: unknown field "name"; '
            "allowed: format, version, model, date, answers, contexts, capacity, another",
        ),
    ],
)
def test_the_fault_says_where_in_the_file(place: list, value: object, fault: str, catalogue: Catalogue) -> None:
    data = deepcopy(FIRST)
    inner = data
    for part in place[:-1]:
        inner = inner[part]
    if value is ABSENT:
        del inner[place[-1]]
    else:
        inner[place[-1]] = value
    assert [words for _, words in told(json.dumps(data), catalogue)] == [fault]


def test_every_fault_is_told_at_once(catalogue: Catalogue) -> None:
    wrong = FIRST | {
        "date": 1,
        "answers": {"hosting": 9, "x": 1},
        "capacity": 2,
        "contexts": [3],
        "another": 4,
        "y": 5,
    }
    assert [words.split(":")[0] for _, words in told(json.dumps(wrong), catalogue)] == [
        "file.y",
        "file.date",
        "file.answers.x",
        "file.answers.hosting",
        "file.capacity",
        "file.contexts[0]",
        "file.another",
    ]


def test_a_field_that_stands_twice_is_refused(catalogue: Catalogue) -> None:
    text = json.dumps(FIRST).replace('"hosting": 2', '"hosting": 2, "hosting": 3')
    assert told(text, catalogue) == [("duplicate-key", "file.answers.hosting: stands twice; allowed: once")]


def test_the_form_may_be_unlike_the_file_without_any_answer(catalogue: Catalogue) -> None:
    form = parse_form(as_form(EXAMPLE), MONDAY, catalogue)
    assert len(preview(FIRST | {"answers": {}, "contexts": []}, catalogue, form)["changes"]) == 10


@pytest.mark.parametrize("today", [None, "soon", 3])
def test_a_file_needs_a_date(today: object) -> None:
    with pytest.raises(Refused, match="today: "):
        kept_view(NOTHING, today)


file_like = st.fixed_dictionaries(
    {},
    optional={
        "format": st.just("community-map-builder") | json_values,
        "version": st.just(1) | json_values,
        "model": st.just(1) | json_values,
        "date": st.dates().map(str) | json_values,
        "answers": st.dictionaries(st.sampled_from(STRAND_IDS) | texts, st.integers(-1, 5) | json_values),
        "capacity": json_values,
        "contexts": st.lists(texts) | json_values,
        "another": json_values,
    },
)


@given(texts | file_like.map(json.dumps) | json_values.map(json.dumps))
@example("\x00")
@example('{"format": "community-map-builder", "version": ' + "9" * 4400 + "}")
@example('{"format": "community-map-builder", "version": 1e999, "model": NaN}')
def test_any_text_is_opened_or_explained(catalogue: Catalogue, text: str) -> None:
    try:
        opened = import_preview(text, NOTHING, catalogue)
    except Refused as refused:
        issues = refused.issues
    else:
        issues = ()
        parse_form(opened["entries"], MONDAY, catalogue, opened["another"])
    assert all(issue.path[0] == "file" and issue.text for issue in issues)
