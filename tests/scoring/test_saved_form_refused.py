"""Files that are no saved form, or a broken one: each fault is explained, all at once."""

import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoring import Catalogue, Refused
from scoring.form import Form, parse_form
from scoring.model import STRAND_IDS
from scoring.saved_form import MOST_CHARACTERS, import_preview
from scoring.second_questions import SECOND_QUESTIONS
from tests.scoring.people import person
from tests.scoring.strategies import json_values, texts

MONDAY = "2026-11-23"
FIRST = json.loads((Path(__file__).parent / "saved_forms" / "version-1.json").read_text("utf-8"))
NOTHING = Form(person(capacity=None), ())
ABSENT = object()


def told(text: object, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Code and words of every fault."""
    with pytest.raises(Refused) as refused:
        import_preview(text, NOTHING, catalogue)
    return [(issue.code, str(issue)) for issue in refused.value.issues]


def words_for(name: str, catalogue: Catalogue) -> str:
    return f"file: {catalogue.words[name]}; allowed: {catalogue.words['file_again']}"


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
    assert words == words_for("file_foreign", catalogue)


@pytest.mark.parametrize("text", [None, 7, ["{}"], {"format": "community-map-builder"}])
def test_what_is_no_text_is_no_file(text: object, catalogue: Catalogue) -> None:
    [(code, _)] = told(text, catalogue)
    assert code == "wrong-type"


def test_a_file_that_is_too_long_is_explained(catalogue: Catalogue) -> None:
    text = json.dumps(FIRST)
    import_preview(text.ljust(MOST_CHARACTERS), NOTHING, catalogue)
    assert told(text.ljust(MOST_CHARACTERS + 1), catalogue) == [("too-long", words_for("file_too_long", catalogue))]


@pytest.mark.parametrize("newer", [{"version": 2}, {"model": 3}, {"version": 99, "answers": 7, "more": 1}])
def test_a_file_of_a_newer_site_is_explained(newer: dict, catalogue: Catalogue) -> None:
    assert told(json.dumps(FIRST | newer), catalogue) == [("newer", words_for("file_newer", catalogue))]


@pytest.mark.parametrize("draft", [{"model": 1}, {"model": 1, "version": 0}, {"model": 1, "answers": 7}])
def test_a_file_of_a_draft_that_nobody_saved_is_none_of_ours(draft: dict, catalogue: Catalogue) -> None:
    assert told(json.dumps(FIRST | draft), catalogue) == [("not-ours", words_for("file_foreign", catalogue))]


ANSWER = "a whole number from 0 to 4 or null"


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        (["version"], 0, "file.version: 0 given; allowed: 1"),
        (["version"], True, "file.version: true given; allowed: 1"),
        (["version"], "1", 'file.version: "1" given; allowed: 1'),
        (["version"], ABSENT, "file.version: null given; allowed: 1"),
        (["model"], None, "file.model: null given; allowed: a whole number from 1 to 2"),
        (["model"], 0, "file.model: 0 given; allowed: a whole number from 1 to 2"),
        (["date"], "yesterday", 'file.date: "yesterday" given; allowed: a date such as 2026-11-23'),
        (["date"], ABSENT, 'file: field "date" is missing'),
        (["answers"], ABSENT, 'file: field "answers" is missing'),
        (["contexts"], ABSENT, 'file: field "contexts" is missing'),
        (["answers"], [], "file.answers: [] is not a set of fields; allowed: fields with names"),
        (["answers", "hosting"], 5, f"file.answers.hosting: 5 given; allowed: {ANSWER}"),
        (["answers", "hosting"], True, f"file.answers.hosting: true given; allowed: {ANSWER}"),
        (["answers", "hosting"], "skip", f'file.answers.hosting: "skip" given; allowed: {ANSWER}'),
        (["answers", "hosting"], "none", f'file.answers.hosting: "none" given; allowed: {ANSWER}'),
        (
            ["answers", "repair"],
            "skip",
            'file.answers.repair: "skip" given; allowed: a whole number from 0 to 4, null or "none"',
        ),
        (["wishes", 0], "fun", f'file.wishes[0]: "fun" given; allowed: {", ".join(STRAND_IDS)}'),
        (["wishes"], 3, "file.wishes: 3 is not a list; allowed: a list"),
        (["ordinary"], "no", 'file.ordinary: "no" given; allowed: true or false'),
        (["second", "help-went"], True, "file.second.help-went: true given; allowed: yes, no"),
        (
            ["second", "texting"],
            "yes",
            f'file.second.texting: unknown field "texting"; allowed: {", ".join(SECOND_QUESTIONS)}',
        ),
        (["answers", "host"], 1, f'file.answers.host: unknown field "host"; allowed: {", ".join(STRAND_IDS)}'),
        (["capacity"], None, "file.capacity: null given; allowed: none, low, some, plenty"),
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
            "allowed: format, version, model, date, answers, contexts, capacity, wishes, ordinary, second, another",
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
        "wishes": [1],
        "ordinary": 1,
        "second": 2,
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
        "file.wishes[0]",
        "file.ordinary",
        "file.second",
    ]


def test_a_field_that_stands_twice_is_refused(catalogue: Catalogue) -> None:
    text = json.dumps(FIRST).replace('"hosting": 2', '"hosting": 2, "hosting": 3')
    assert told(text, catalogue) == [("duplicate-key", "file.answers.hosting: stands twice; allowed: once")]


file_like = st.fixed_dictionaries(
    {},
    optional={
        "format": st.just("community-map-builder") | json_values,
        "version": st.just(1) | json_values,
        "model": st.sampled_from([1, 2]) | json_values,
        "date": st.dates().map(str) | json_values,
        "answers": st.dictionaries(st.sampled_from(STRAND_IDS) | texts, st.integers(-1, 5) | json_values),
        "capacity": json_values,
        "contexts": st.lists(texts) | json_values,
        "wishes": st.lists(st.sampled_from(STRAND_IDS) | json_values, max_size=4) | json_values,
        "ordinary": st.booleans() | json_values,
        "second": st.dictionaries(st.sampled_from(SECOND_QUESTIONS), st.just("yes") | json_values) | json_values,
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
