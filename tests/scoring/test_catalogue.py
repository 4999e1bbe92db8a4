"""The catalogue: how the real one is read, and how each kind of broken one is refused."""

import pytest

from scoring import Catalogue, parse_catalogue
from scoring.catalogue_words import WORDS
from scoring.issues import path_text
from scoring.model import BANDS, CAPACITIES, KINDS, STRAND_IDS
from scoring.second_questions import SECOND_QUESTIONS
from tests.scoring.broken import drop, faults, find, put, refusal
from tests.scoring.people import CONTEXTS

MOVE = ("strands", 1, "moves", 0)
STEPS = ("strands", 1, "protocol", "steps")
MOVE_NEEDS = ("id", "title", "detail", "say", "easy_no", "effort", "counts", "avoid", "suits")
REPAIR, RECIPROCITY = STRAND_IDS.index("repair"), STRAND_IDS.index("reciprocity")


def test_the_real_catalogue_is_accepted(practices: dict, catalogue: Catalogue) -> None:
    assert parse_catalogue(practices, catalogue.address) == catalogue


def test_the_catalogue_has_the_fixed_ids_in_their_order(catalogue: Catalogue) -> None:
    assert tuple(strand.id for strand in catalogue.strands) == STRAND_IDS
    assert tuple(capacity.id for capacity in catalogue.capacities) == CAPACITIES
    assert tuple((band.id, band.least) for band in catalogue.bands) == BANDS
    assert tuple(context.id for context in catalogue.contexts) == CONTEXTS
    assert tuple(question.id for question in catalogue.second_questions) == SECOND_QUESTIONS
    assert catalogue.words.keys() == WORDS.keys()
    assert [catalogue.strand(strand_id).id for strand_id in STRAND_IDS] == list(STRAND_IDS)


def test_every_text_is_read_from_where_it_is_written(practices: dict) -> None:
    read = parse_catalogue(practices, "https://ledger.example/")
    written = practices["strands"][1]
    strand = read.strands[1]
    for name in ("id", "label", "chapter", "question", "hint", "card_line", "keep_line"):
        assert getattr(strand, name) == written[name]
    assert strand.answers == tuple(written["answers"])
    assert [one.set_aside for one in read.strands] == [one.get("set_aside", "") for one in practices["strands"]]
    assert strand.protocol.repair == written["protocol"]["repair"]
    for step, step_written in zip(strand.protocol.steps, written["protocol"]["steps"], strict=True):
        assert {"when": step.when, "then": step.then, "if_not": step.if_not} == step_written
    capacities = [{"id": choice.id, "label": choice.label, "hint": choice.hint} for choice in read.capacities]
    assert capacities == practices["capacities"]
    questions = [{"id": q.id, "question": q.question, "yes": q.yes, "no": q.no} for q in read.second_questions]
    assert questions == practices["second_questions"]
    bands = [{"id": band.id, "label": band.label, "sentence": band.sentence} for band in read.bands]
    assert bands == practices["bands"]
    assert (read.words, read.address) == (practices["words"], "https://ledger.example/")


def test_every_part_of_a_move_is_read_from_where_it_is_written(practices: dict) -> None:
    absent = {"say": "", "easy_no": "", "from": 0, "to": 4, "guard": "", "direction": ""}
    for strand, strand_written in zip(parse_catalogue(practices).strands, practices["strands"], strict=True):
        for move, written in zip(strand.moves, strand_written["moves"], strict=True):
            whole = absent | written
            for name in ("id", "kind", "title", "detail", "say", "easy_no", "effort", "counts", "guard", "direction"):
                assert getattr(move, name) == whole[name]
            assert (move.least, move.most) == (whole["from"], whole["to"])
            for name in ("needs", "only", "avoid", "suits", "sources"):
                assert sorted(getattr(move, name)) == sorted(written.get(name, ()))


def test_contexts_stand_in_their_groups(practices: dict, catalogue: Catalogue) -> None:
    groups = catalogue.context_groups()
    assert list(groups) == [group["label"] for group in practices["contexts"]]
    for group in practices["contexts"]:
        choices = [{"id": one.id, "label": one.label, "hint": one.hint} for one in groups[group["label"]]]
        assert choices == group["choices"]
    assert [len(group) for group in groups.values()] == [7, 8]
    assert tuple(context for group in groups.values() for context in group) == catalogue.contexts


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_what_is_not_a_set_of_fields_is_refused(data: object) -> None:
    assert ("", "wrong-type", "fields with names") in [
        (path, code, allowed) for path, code, _, allowed in faults(data)
    ]


@pytest.mark.parametrize(
    ("place", "path"),
    [
        (["model"], ""),
        (["words", "after"], "words"),
        (["bands", 2, "label"], "bands[2]"),
        (["bands", 2, "sentence"], "bands[2]"),
        (["capacities", 0, "hint"], "capacities[0]"),
        (["contexts", 1, "label"], "contexts[1]"),
        (["contexts", 1, "choices", 5, "label"], "contexts[1].choices[5]"),
        *([["second_questions", 2, name], "second_questions[2]"] for name in ("question", "yes", "no")),
        *([["strands", 1, name], "strands[1]"] for name in ("label", "chapter", "question", "hint", "answers")),
        *([["strands", 1, name], "strands[1]"] for name in ("card_line", "keep_line", "protocol")),
        (["strands", 1, "protocol", "steps"], "strands[1].protocol"),
        (["strands", 1, "protocol", "repair"], "strands[1].protocol"),
        *([[*STEPS, 2, name], "strands[1].protocol.steps[2]"] for name in ("when", "then", "if_not")),
        *([[*MOVE, name], "strands[1].moves[0]"] for name in MOVE_NEEDS),
    ],
)
def test_a_missing_field_is_the_one_fault(place: list, path: str, practices: dict) -> None:
    drop(practices, place)
    assert faults(practices) == [(path, "missing-key", f'field "{place[-1]}" is missing', "")]


@pytest.mark.parametrize("part", ["words", "bands", "capacities", "contexts", "second_questions", "strands"])
def test_a_missing_part_is_a_fault(part: str, practices: dict) -> None:
    drop(practices, [part])
    assert faults(practices)[0] == ("", "missing-key", f'field "{part}" is missing', "")


@pytest.mark.parametrize(
    ("place", "path", "allowed"),
    [
        (["colour"], "colour", "model, words, bands, capacities, contexts, second_questions, strands"),
        (["bands", 0, "colour"], "bands[0].colour", "id, label, sentence"),
        (["contexts", 0, "colour"], "contexts[0].colour", "label, choices"),
        (["contexts", 0, "choices", 0, "colour"], "contexts[0].choices[0].colour", "id, label, hint"),
        (["second_questions", 0, "colour"], "second_questions[0].colour", "id, question, yes, no"),
        (
            ["strands", 1, "colour"],
            "strands[1].colour",
            "id, label, chapter, question, hint, card_line, keep_line, answers, protocol, moves, set_aside",
        ),
        (["strands", 1, "protocol", "colour"], "strands[1].protocol.colour", "steps, repair"),
        ([*STEPS, 0, "colour"], "strands[1].protocol.steps[0].colour", "when, then, if_not"),
        (
            [*MOVE, "colour"],
            "strands[1].moves[0].colour",
            "id, kind, title, detail, effort, counts, avoid, suits, "
            "say, easy_no, say, easy_no, from, to, needs, only, guard, sources",
        ),
        (["words", "colour"], "words.colour", ", ".join(WORDS)),
    ],
)
def test_an_unknown_field_is_refused_with_the_known_ones(
    place: list, path: str, allowed: str, practices: dict
) -> None:
    put(practices, place, "blue")
    assert faults(practices) == [(path, "unknown-key", 'unknown field "colour"', allowed)]
    [issue] = refusal(practices)
    assert issue.given == "colour"
    assert issue.options == tuple(allowed.split(", "))


@pytest.mark.parametrize(
    ("place", "most"),
    [
        (["words", "empty"], 240),
        (["bands", 0, "label"], 24),
        (["bands", 0, "sentence"], 240),
        (["capacities", 0, "label"], 60),
        (["capacities", 0, "hint"], 200),
        (["contexts", 0, "label"], 60),
        (["contexts", 0, "choices", 0, "label"], 60),
        (["contexts", 0, "choices", 0, "hint"], 200),
        (["second_questions", 0, "question"], 200),
        (["second_questions", 0, "yes"], 90),
        (["second_questions", 0, "no"], 90),
        (["strands", 1, "label"], 24),
        (["strands", 1, "chapter"], 24),
        (["strands", 1, "question"], 200),
        (["strands", 1, "hint"], 200),
        (["strands", 1, "answers", 4], 90),
        (["strands", REPAIR, "set_aside"], 90),
        (["strands", 1, "card_line"], 54),
        (["strands", 1, "keep_line"], 240),
        (["strands", 1, "protocol", "repair"], 240),
        ([*STEPS, 0, "when"], 70),
        ([*STEPS, 0, "then"], 80),
        ([*STEPS, 0, "if_not"], 100),
        ([*MOVE, "id"], 60),
        ([*MOVE, "title"], 59),
        ([*MOVE, "detail"], 320),
        ([*MOVE, "say"], 220),
        ([*MOVE, "easy_no"], 200),
        ([*MOVE, "guard"], 220),
        ([*MOVE, "sources", 0], 60),
    ],
)
def test_every_text_has_a_limit_and_may_reach_it(place: list, most: int, practices: dict) -> None:
    find(practices, MOVE).setdefault("sources", ["x"])
    put(practices, place, "x" * most)
    parse_catalogue(practices)
    put(practices, place, "x" * (most + 1))
    assert faults(practices) == [(path_text(tuple(place)), "too-long", f"{most + 1} characters", f"at most {most}")]


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        (["model"], 1, ("not-allowed", "1 given", "2")),
        ([*MOVE, "from"], -1, ("not-allowed", "-1 given", "a whole number from 0 to 4")),
        ([*MOVE, "to"], 5, ("not-allowed", "5 given", "a whole number from 1 to 4")),
        ([*MOVE, "to"], 0, ("not-allowed", "0 given", "a whole number from 1 to 4")),
        ([*MOVE, "counts"], "yes", ("wrong-type", '"yes" given', "true or false")),
        ([*MOVE, "needs"], "a-car", ("wrong-type", '"a-car" is not a list', "a list")),
        ([*MOVE, "effort"], 0, ("not-allowed", "0 given", "a whole number from 1 to 3")),
        ([*MOVE, "effort"], 4, ("not-allowed", "4 given", "a whole number from 1 to 3")),
        ([*MOVE, "effort"], True, ("not-allowed", "true given", "a whole number from 1 to 3")),
        ([*MOVE, "effort"], "1", ("not-allowed", '"1" given', "a whole number from 1 to 3")),
        ([*MOVE, "kind"], "offer", ("not-allowed", '"offer" given', ", ".join(KINDS))),
        ([*MOVE, "avoid"], "new-here", ("wrong-type", '"new-here" is not a list', "a list")),
        ([*MOVE, "guard"], "", ("empty", "is empty", "a text")),
        ([*MOVE, "guard"], None, ("wrong-type", "null is not a text", "a text")),
        ([*MOVE, "detail"], "One.\nTwo.", ("line-break", "holds a line break", "one line")),
        ([*MOVE, "sources"], "cohen-2021", ("wrong-type", '"cohen-2021" is not a list', "a list")),
        (["strands", 1, "label"], 7, ("wrong-type", "7 is not a text", "a text")),
        (["strands", 1, "question"], "  ", ("empty", "is empty", "a text")),
        (["strands", 1, "protocol"], [], ("wrong-type", "[] is not a set of fields", "fields with names")),
        (["strands", 1, "answers"], ["None", "Once", "Twice", "More"], ("wrong-length", "4 given", "exactly 5")),
        (["strands", 1, "answers"], list("abcdef"), ("wrong-length", "6 given", "exactly 5")),
        (["words"], None, ("wrong-type", "null is not a set of fields", "fields with names")),
        (["words", "empty"], None, ("wrong-type", "null is not a text", "a text")),
    ],
)
def test_a_wrong_value_is_refused_where_it_stands(
    place: list, value: object, fault: tuple[str, str, str], practices: dict
) -> None:
    put(practices, place, value)
    assert faults(practices) == [(path_text(tuple(place)), *fault)]


@pytest.mark.parametrize(("count", "right"), [(2, False), (3, True), (5, True), (6, False)])
def test_a_protocol_has_three_to_five_steps(count: int, right: bool, practices: dict) -> None:
    put(practices, STEPS, [find(practices, STEPS)[0]] * count)
    if right:
        assert len(parse_catalogue(practices).strands[1].protocol.steps) == count
    else:
        assert faults(practices) == [("strands[1].protocol.steps", "wrong-length", f"{count} given", "3 to 5")]
