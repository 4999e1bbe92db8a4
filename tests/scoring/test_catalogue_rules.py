"""Rules about the catalogue as a whole: the ids it must have, and choice enough for everybody."""

from itertools import combinations

import pytest

from scoring import Catalogue
from scoring.catalogue_rules import MOVES_LEFT, MOVES_OF_A_KIND
from scoring.model import BANDS, CAPACITIES, KINDS, STRAND_IDS
from tests.scoring.broken import faults
from tests.scoring.people import CONTEXTS

HOSTING = STRAND_IDS.index("hosting")
FEW = (f"strands[{HOSTING}].moves", "few-moves")


def moves_of(practices: dict, kind: str) -> list[dict]:
    return [move for move in practices["strands"][HOSTING]["moves"] if move["kind"] == kind]


def keep(practices: dict, kind: str, kept: list[dict]) -> None:
    """Leave only these moves of the kind."""
    strand = practices["strands"][HOSTING]
    strand["moves"] = [move for move in strand["moves"] if move["kind"] != kind or move in kept]


def open_to_all(practices: dict, kind: str) -> list[dict]:
    """The small moves of the kind, made to suit everybody; larger ones that none can do."""
    small = [move for move in moves_of(practices, kind) if move["effort"] == 1]
    for move in small:
        move["avoid"] = []
    return small


@pytest.mark.parametrize(
    ("part", "expected"),
    [("strands", STRAND_IDS), ("capacities", CAPACITIES), ("bands", [band for band, _ in BANDS])],
)
def test_the_ids_stand_in_their_order(part: str, expected: list[str], practices: dict) -> None:
    practices[part][0], practices[part][1] = practices[part][1], practices[part][0]
    given = ", ".join(item["id"] for item in practices[part])
    assert faults(practices) == [(part, "wrong-ids", f"ids are {given}", f"in this order: {', '.join(expected)}")]


@pytest.mark.parametrize("part", ["strands", "capacities", "bands"])
def test_none_of_the_ids_is_absent(part: str, practices: dict) -> None:
    del practices[part][-1]
    [(path, code, text, allowed)] = faults(practices)
    assert (path, code) == (part, "wrong-ids")
    assert len(text.split(", ")) == len(allowed.split(", ")) - 1


@pytest.mark.parametrize("part", ["strands", "capacities", "bands"])
def test_no_ids_at_all_are_absent(part: str, practices: dict) -> None:
    practices[part] = []
    [(path, code, text, _)] = faults(practices)
    assert (path, code, text) == (part, "wrong-ids", "ids are absent")


def test_a_misspelt_strand_is_refused(practices: dict) -> None:
    practices["strands"][HOSTING]["id"] = "hostng"
    [(path, code, text, _)] = faults(practices)
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


def test_a_context_stands_once(practices: dict) -> None:
    practices["contexts"].append(dict(practices["contexts"][0]))
    assert ("contexts[6].id", "repeated", '"new-here" stands twice', "once") in faults(practices)


@pytest.mark.parametrize("kind", KINDS)
def test_a_strand_has_enough_moves_of_each_kind(kind: str, practices: dict) -> None:
    small = open_to_all(practices, kind)
    larger = [move for move in moves_of(practices, kind) if move["effort"] > 1]
    kept = [*small[:4], *larger[: MOVES_OF_A_KIND - 4]]
    keep(practices, kind, kept[:-1])
    assert faults(practices) == [(*FEW, f"hosting, {kind}: 7 moves", "at least 8")]


@pytest.mark.parametrize("kind", KINDS)
def test_one_small_move_of_each_kind_suits_every_context(kind: str, practices: dict) -> None:
    for place, move in enumerate(open_to_all(practices, kind)):
        move["avoid"] = [CONTEXTS[place % len(CONTEXTS)]]
        move["suits"] = []
    told = faults(practices)
    assert told == [
        (*FEW, f"hosting, {kind}: no move of effort 1 suits every context", "at least one that avoids none")
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("context", CONTEXTS)
def test_a_context_leaves_enough_small_moves(context: str, kind: str, practices: dict) -> None:
    small = open_to_all(practices, kind)
    for move in small[MOVES_LEFT[0] - 1 :]:
        move["avoid"] = [context]
    assert faults(practices) == [(*FEW, f"hosting, {kind}: 2 moves of effort 1 left for {context}", "at least 3")]


def test_no_small_move_left_for_a_pair_of_contexts_is_told_for_each_pair(practices: dict) -> None:
    small = open_to_all(practices, "invitation")
    for place, move in enumerate(small):
        move["avoid"] = ["tight-budget"] if place % 2 else ["new-here"]
    left = "no move of effort 1 suits every context"
    pair = "0 moves of effort 1 left for new-here with tight-budget"
    assert [text for _, _, text, _ in faults(practices)] == [
        f"hosting, invitation: {left}",
        f"hosting, invitation: {pair}",
    ]
    assert faults(practices)[1][3] == "at least 1"


def test_larger_moves_do_not_count_as_small_ones(practices: dict) -> None:
    for move in open_to_all(practices, "invitation")[2:]:
        move["effort"] = 2
    told = [text for _, _, text, _ in faults(practices)]
    assert told == [f"hosting, invitation: 2 moves of effort 1 left for {context}" for context in CONTEXTS]


def test_a_strand_without_moves_is_told_for_each_kind(practices: dict) -> None:
    practices["strands"][HOSTING]["moves"] = []
    told = [text for _, _, text, _ in faults(practices)]
    for kind in KINDS:
        assert f"hosting, {kind}: 0 moves" in told
        assert f"hosting, {kind}: no move of effort 1 suits every context" in told
        for chosen in (*CONTEXTS, *map(" with ".join, combinations(CONTEXTS, 2))):
            assert f"hosting, {kind}: 0 moves of effort 1 left for {chosen}" in told
    assert len(told) == 2 * (2 + 6 + 15)


def test_the_real_catalogue_serves_every_pair_of_contexts_in_a_week_with_no_room(catalogue: Catalogue) -> None:
    for strand in catalogue.strands:
        for kind in KINDS:
            small = [move for move in strand.moves if move.kind == kind and move.effort == 1]
            assert any(move.avoid == () for move in small)
            for context in CONTEXTS:
                assert sum(context not in move.avoid for move in small) >= 3
            for pair in combinations(CONTEXTS, 2):
                assert any(not set(pair) & set(move.avoid) for move in small)
