"""Rules about the catalogue as a whole: the ids it must have, and choice enough for everybody."""

import pytest

from scoring import Refused, parse_catalogue
from scoring.issues import path_text
from scoring.model import BANDS, CAPACITIES, KINDS, STRAND_IDS
from scoring.second_questions import SECOND_QUESTIONS
from tests.scoring.broken import faults
from tests.scoring.people import CONTEXTS

HOSTING = STRAND_IDS.index("hosting")
FEW = (f"strands[{HOSTING}].moves", "few-moves")


def moves_that_fit_all(kind: str, count: int) -> list[dict]:
    """Small moves of a kind that fit everybody."""
    return [
        {
            "id": f"{kind}-{number}",
            "kind": kind,
            "title": f"{kind} {number}.",
            "detail": "x",
            "say": "x",
            "easy_no": "x",
            "effort": 0 if kind == "rest" else 1,
            "counts": False,
            "avoid": [],
            "suits": [],
        }
        for number in range(count)
    ]


@pytest.fixture
def hosting() -> dict[str, list[dict]]:
    """The moves of hosting by kind, put in place by `told`: at first six of each that fit everybody."""
    return {kind: moves_that_fit_all(kind, 6) for kind in KINDS}


def told(practices: dict, hosting: dict[str, list[dict]]) -> list[tuple[str, str]]:
    """What is said of the moves of hosting, and what is allowed."""
    moves = [move for of_kind in hosting.values() for move in of_kind]
    practices["strands"][HOSTING]["moves"] = moves
    try:
        parse_catalogue(practices)
    except Refused as refused:
        issues = refused.issues
    else:
        return []
    assert {(path_text(issue.path), issue.code) for issue in issues} == {FEW}
    return [(issue.text, issue.allowed) for issue in issues]


def of_the_ids(practices: dict) -> list[tuple[str, str, str, str]]:
    """The faults, but for those of moves: a strand under another name needs other things, and has others to offer."""
    beside = ("few-moves", "missing-key", "unknown-key", "wrong-place")
    return [fault for fault in faults(practices) if fault[1] not in beside]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("strands", STRAND_IDS),
        ("capacities", CAPACITIES),
        ("second_questions", SECOND_QUESTIONS),
        ("bands", [band for band, _ in BANDS]),
    ],
)
def test_the_ids_stand_in_their_order(part: str, expected: list[str], practices: dict) -> None:
    practices[part][0], practices[part][1] = practices[part][1], practices[part][0]
    given = ", ".join(item["id"] for item in practices[part])
    assert of_the_ids(practices) == [(part, "wrong-ids", f"ids are {given}", f"in this order: {', '.join(expected)}")]


@pytest.mark.parametrize("part", ["strands", "capacities", "second_questions", "bands"])
def test_none_of_the_ids_is_absent(part: str, practices: dict) -> None:
    del practices[part][-1]
    [(path, code, text, allowed)] = of_the_ids(practices)
    assert (path, code) == (part, "wrong-ids")
    assert len(text.split(", ")) == len(allowed.split(", ")) - 1


@pytest.mark.parametrize("part", ["strands", "capacities", "second_questions", "bands"])
def test_no_ids_at_all_are_absent(part: str, practices: dict) -> None:
    practices[part] = []
    [(path, code, text, _)] = faults(practices)
    assert (path, code, text) == (part, "wrong-ids", "ids are absent")


def test_a_misspelt_strand_is_refused(practices: dict) -> None:
    practices["strands"][HOSTING]["id"] = "hostng"
    [(path, code, text, _)] = of_the_ids(practices)
    assert (path, code) == ("strands", "wrong-ids")
    assert "friendship, hostng, groups" in text


def test_an_id_of_a_move_stands_once_in_the_whole_catalogue(practices: dict) -> None:
    first = practices["strands"][0]["moves"][2]["id"]
    practices["strands"][9]["moves"][4]["id"] = first
    assert faults(practices) == [("strands[9].moves[4].id", "repeated", f'"{first}" stands twice', "once")]


def test_an_id_that_stands_three_times_is_told_twice(practices: dict) -> None:
    first = practices["strands"][0]["moves"][0]["id"]
    practices["strands"][0]["moves"][1]["id"] = first
    practices["strands"][1]["moves"][0]["id"] = first
    assert [(path, code) for path, code, _, _ in faults(practices)] == [
        ("strands[0].moves[1].id", "repeated"),
        ("strands[1].moves[0].id", "repeated"),
    ]


@pytest.mark.parametrize("group", [0, 1])
def test_a_context_stands_once_in_both_groups(group: int, practices: dict) -> None:
    practices["contexts"][group]["choices"].append(dict(practices["contexts"][0]["choices"][0]))
    assert faults(practices) == [
        (f"contexts[{group}].choices[{7 + group}].id", "repeated", '"new-here" stands twice', "once")
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_six_moves_of_each_kind_fit_somebody_without_a_context(kind: str, practices: dict, hosting: dict) -> None:
    assert told(practices, hosting) == []
    del hosting[kind][-1]
    of = "rest moves" if kind == "rest" else "moves of effort 1"
    assert told(practices, hosting) == [
        (f"hosting, {kind}: 5 {of} fit at answer {answer} without a context", "at least 6") for answer in range(4)
    ]


def test_every_answer_but_the_full_one_has_enough(practices: dict, hosting: dict) -> None:
    hosting["invitation"][0] |= {"from": 1, "to": 2}
    assert told(practices, hosting) == [
        (f"hosting, invitation: 5 moves of effort 1 fit at answer {answer} without a context", "at least 6")
        for answer in (0, 3)
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("context", CONTEXTS)
def test_three_moves_are_left_for_every_context(context: str, kind: str, practices: dict, hosting: dict) -> None:
    for move in hosting[kind][:3]:
        move["avoid"] = [context]
    assert told(practices, hosting) == []
    hosting[kind][3]["avoid"] = [context]
    of = "rest moves" if kind == "rest" else "moves of effort 1"
    alone = f"hosting, {kind}: 2 {of} fit at answer 0 for {context}"
    paired = f"hosting, {kind}: 2 {of} fit at answer 0 for "
    found = [text for text, _ in told(practices, hosting)]
    assert found[0] == alone
    assert found[1].startswith(paired)
    assert found[1].endswith(", and too few in 13 more cases")
    assert len(found) == 2 * 4


def test_three_moves_are_left_for_every_pair_of_contexts(practices: dict, hosting: dict) -> None:
    one, other, *_ = hosting["invitation"]
    for move, contexts in zip(
        hosting["invitation"], (["new-here"], ["new-here"], ["no-car"], ["no-car"]), strict=False
    ):
        move["avoid"] = contexts
    assert {text for text, _ in told(practices, hosting)} == {
        f"hosting, invitation: 2 moves of effort 1 fit at answer {answer} for new-here with no-car"
        for answer in range(4)
    }
    one["avoid"] = []
    assert told(practices, hosting) == []
    other["avoid"] = ["tight-budget"]
    assert told(practices, hosting) == []


def test_larger_moves_do_not_count_for_those_with_little_room(practices: dict, hosting: dict) -> None:
    hosting["invitation"][0]["effort"] = 2
    assert told(practices, hosting)[0][0].startswith("hosting, invitation: 5 moves of effort 1 fit at answer 0")


def test_a_move_for_some_contexts_only_does_not_count_for_the_others(practices: dict, hosting: dict) -> None:
    hosting["invitation"][0]["only"] = ["recent-loss"]
    assert [text for text, _ in told(practices, hosting)] == [
        f"hosting, invitation: 5 moves of effort 1 fit at answer {answer} without a context" for answer in range(4)
    ]
    more = {**moves_that_fit_all("invitation", 7)[6], "only": ["recent-loss"]}
    hosting["invitation"] = [*moves_that_fit_all("invitation", 6), more]
    assert told(practices, hosting) == []


@pytest.mark.parametrize(
    ("need", "fits"),
    [("a-group", False), ("a-friend", False), ("an-invitation", False), ("texting", True), ("a-car", False)],
)
def test_a_move_that_needs_what_not_everybody_has_does_not_count(
    need: str, fits: bool, practices: dict, hosting: dict
) -> None:
    hosting["invitation"][0]["needs"] = [need]
    assert (told(practices, hosting) == []) == fits


@pytest.mark.parametrize(("need", "context"), [("texting", "does-not-text"), ("a-private-home", "home-not-private")])
def test_a_move_whose_need_a_context_takes_is_not_left_there(
    need: str, context: str, practices: dict, hosting: dict
) -> None:
    for move in hosting["invitation"][:4]:
        move["needs"] = [need]
    first = f"hosting, invitation: 2 moves of effort 1 fit at answer 0 for {context}"
    assert told(practices, hosting)[0][0].startswith(first)


def test_what_the_strands_own_answer_shows_may_be_needed_from_there_on(practices: dict) -> None:
    groups = practices["strands"][STRAND_IDS.index("groups")]
    kept = [{**move, "needs": []} for move in moves_that_fit_all("invitation", 6)]
    kept += [{**move, "id": f"more-{move['id']}", "needs": ["a-group"]} for move in kept[:3]]
    for move in kept[:3]:
        move["to"] = 0
    groups["moves"] = [*kept, *moves_that_fit_all("contribution", 6), *moves_that_fit_all("rest", 6)]
    parse_catalogue(practices)
    kept[-1]["needs"] = ["a-friend"]
    assert [text for _, _, text, _ in faults(practices)] == [
        f"groups, invitation: 5 moves of effort 1 fit at answer {answer} without a context" for answer in (1, 2, 3)
    ]


def test_a_strand_without_moves_is_told_for_each_kind_and_answer(practices: dict) -> None:
    found = told(practices, {kind: [] for kind in KINDS})
    assert len(found) == len(KINDS) * 4 * 3
    for kind, of in (
        ("invitation", "moves of effort 1"),
        ("contribution", "moves of effort 1"),
        ("rest", "rest moves"),
    ):
        for answer in range(4):
            start = f"hosting, {kind}: 0 {of} fit at answer {answer}"
            assert (f"{start} without a context", "at least 6") in found
            assert (f"{start} for {CONTEXTS[0]}, and too few in 14 more cases", "at least 3") in found
            pair = f"{start} for {CONTEXTS[0]} with {CONTEXTS[1]}, and too few in 104 more cases"
            assert (pair, "at least 3") in found
