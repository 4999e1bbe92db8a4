"""The catalogue: contexts, sentences with names in braces, and many faults at once."""

import pytest

from scoring import Catalogue, parse_catalogue
from scoring.catalogue_words import WORDS
from tests.scoring.broken import drop, faults, put, refusal
from tests.scoring.people import CONTEXTS

MOVE = ("strands", 1, "moves", 0)


@pytest.mark.parametrize("field", ["only", "avoid", "suits"])
def test_an_unknown_context_is_refused_with_the_known_ones(field: str, practices: dict) -> None:
    put(practices, [*MOVE, field], ["new-heer"])
    assert faults(practices) == [
        (f"strands[1].moves[0].{field}[0]", "not-allowed", '"new-heer" given', ", ".join(CONTEXTS))
    ]
    [issue] = refusal(practices)
    assert (issue.given, issue.options) == ("new-heer", CONTEXTS)


def test_a_context_that_stands_twice_in_a_move_is_refused(practices: dict) -> None:
    put(practices, [*MOVE, "suits"], ["new-here", "new-here"])
    assert faults(practices) == [("strands[1].moves[0].suits[1]", "repeated", '"new-here" stands twice', "once")]


def test_contexts_of_a_move_are_kept_in_their_own_order(practices: dict) -> None:
    put(practices, [*MOVE, "suits"], [CONTEXTS[3], CONTEXTS[0]])
    assert parse_catalogue(practices).strands[1].moves[0].suits == (CONTEXTS[0], CONTEXTS[3])


def test_contexts_are_the_catalogues_own(practices: dict) -> None:
    practices["contexts"][0]["choices"].append({"id": "on-a-boat", "label": "I live on a boat", "hint": "Or two."})
    put(practices, [*MOVE, "suits"], ["on-a-boat"])
    read = parse_catalogue(practices)
    assert read.contexts[7].id == "on-a-boat"
    assert read.contexts[7].group == practices["contexts"][0]["label"]
    assert read.strands[1].moves[0].suits == ("on-a-boat",)


@pytest.mark.parametrize("name", WORDS)
def test_a_name_in_braces_that_the_sentence_does_not_have_is_refused(name: str, practices: dict) -> None:
    put(practices, ["words", name], "Hello {stranger}.")
    allowed = ", ".join(f"{{{item}}}" for item in WORDS[name]) or "no names in braces"
    text = '"Hello {stranger}." uses a name that this sentence does not have'
    assert faults(practices) == [(f"words.{name}", "placeholder", text, allowed)]


@pytest.mark.parametrize(
    "text", ["Score {score", "Score }", "Score {}", "Score {0}", "Score {score.real}", "{ score }"]
)
def test_braces_that_would_fail_later_are_refused(text: str, practices: dict) -> None:
    put(practices, ["words", "complete"], text)
    [(path, code, _, allowed)] = faults(practices)
    assert (path, code, allowed) == ("words.complete", "placeholder", "{score}, {band}")


def test_a_sentence_may_double_its_braces(practices: dict) -> None:
    put(practices, ["words", "complete"], "{band}: score {score}, {{really}}.")
    assert parse_catalogue(practices).words["complete"] == "{band}: score {score}, {{really}}."


@pytest.mark.parametrize(
    ("text", "left"),
    [("Score {score}.", "{band}"), ("Well done.", "{score} and {band}"), ("{{band}}", "{score} and {band}")],
)
def test_a_name_that_a_sentence_leaves_out_is_told(text: str, left: str, practices: dict) -> None:
    put(practices, ["words", "complete"], text)
    assert faults(practices) == [("words.complete", "placeholder", f'"{text}" leaves out {left}', "all of its names")]


def test_every_sentence_of_the_real_catalogue_can_be_filled_in(catalogue: Catalogue) -> None:
    filled = {name: text.format(**dict.fromkeys(WORDS[name], 7)) for name, text in catalogue.words.items()}
    assert [name for name, text in filled.items() if "{" in text or "}" in text] == []


def test_several_faults_are_told_at_once_in_the_order_of_reading(practices: dict) -> None:
    put(practices, ["model"], 3)
    put(practices, ["contexts", 0, "label"], "")
    put(practices, [*MOVE, "title"], "x" * 70)
    put(practices, [*MOVE, "effort"], 9)
    drop(practices, [*MOVE, "say"])
    put(practices, ["bands", 3, "colour"], "green")
    put(practices, ["words", "empty"], "{x}")
    practices["strands"].reverse()
    assert [(path, code) for path, code, _, _ in faults(practices)] == [
        ("model", "not-allowed"),
        ("contexts[0].label", "empty"),
        ("strands[8].moves[0]", "missing-key"),
        ("strands[8].moves[0].title", "too-long"),
        ("strands[8].moves[0].effort", "not-allowed"),
        ("strands", "wrong-ids"),
        ("bands[3].colour", "unknown-key"),
        ("words.empty", "placeholder"),
    ]


@pytest.mark.parametrize("place", [["strands", 1, "answers"], ["strands", 1, "protocol", "steps"]])
def test_what_should_be_a_list_is_told_once(place: list, practices: dict) -> None:
    put(practices, place, "None")
    path = "strands[1]." + ".".join(str(part) for part in place[2:])
    assert faults(practices) == [(path, "wrong-type", '"None" is not a list', "a list")]


@pytest.mark.parametrize(
    "text", ["Score {score:zz}.", "Score {score!z}.", "Score {band:d}.", "Score {score:{band}}."]
)
def test_a_name_in_braces_with_a_format_is_refused(text: str, practices: dict) -> None:
    put(practices, ["words", "complete"], text)
    [(path, code, _, allowed)] = faults(practices)
    assert (path, code, allowed) == ("words.complete", "placeholder", "{score}, {band}")


@pytest.mark.parametrize("text", ["{point!s} points", "{point:s} points", "{poin:ts} points"])
def test_a_format_does_not_make_a_wrong_name_look_right(text: str, practices: dict) -> None:
    put(practices, ["words", "points"], text)
    [(path, code, _, allowed)] = faults(practices)
    assert (path, code, allowed) == ("words.points", "placeholder", "{points}")
