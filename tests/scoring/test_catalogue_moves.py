"""What a move may say of itself: its needs, whom it fits, which way help goes; what a rest move leaves out."""

import pytest

from scoring import parse_catalogue
from scoring.model import DIRECTIONS, MAY_BE_SET_ASIDE, NEEDS, STRAND_IDS
from tests.scoring.broken import drop, faults, find, put
from tests.scoring.people import CONTEXTS

MOVE = ("strands", 1, "moves", 0)
RECIPROCITY = STRAND_IDS.index("reciprocity")


def rest_move(practices: dict) -> tuple[str | int, ...]:
    """The place of a rest move that asks nobody anything."""
    moves = practices["strands"][1]["moves"]
    return ("strands", 1, "moves", next(n for n, m in enumerate(moves) if m["kind"] == "rest" and "say" not in m))


def test_a_rest_move_may_have_nothing_to_say(practices: dict) -> None:
    place = rest_move(practices)
    assert parse_catalogue(practices).strands[1].moves[place[-1]].say == ""
    put(practices, [*place, "say"], "Thanks.")
    put(practices, [*place, "easy_no"], "No.")
    read = parse_catalogue(practices).strands[1].moves[place[-1]]
    assert (read.say, read.easy_no) == ("Thanks.", "No.")


@pytest.mark.parametrize(
    ("kind", "efforts"),
    [("rest", "0"), ("invitation", "a whole number from 1 to 3"), ("contribution", "a whole number from 1 to 3")],
)
def test_a_rest_move_has_no_effort_and_every_other_has_some(kind: str, efforts: str, practices: dict) -> None:
    moves = practices["strands"][1]["moves"]
    place = next(number for number, move in enumerate(moves) if move["kind"] == kind)
    moves[place]["effort"] = 1 if kind == "rest" else 0
    given = moves[place]["effort"]
    fault = ("not-allowed", f"{given} given", efforts)
    assert (f"strands[1].moves[{place}].effort", *fault) in faults(practices)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_moves_of_reciprocity_say_which_way_help_goes(direction: str, practices: dict) -> None:
    place = ("strands", RECIPROCITY, "moves", 0)
    put(practices, [*place, "direction"], direction)
    assert parse_catalogue(practices).strands[RECIPROCITY].moves[0].direction == direction
    put(practices, [*place, "direction"], "both")
    path = f"strands[{RECIPROCITY}].moves[0]"
    assert faults(practices) == [(f"{path}.direction", "not-allowed", '"both" given', "ask, offer")]
    drop(practices, [*place, "direction"])
    assert faults(practices) == [(path, "missing-key", 'field "direction" is missing', "")]


def test_nowhere_else_does_help_have_a_direction(practices: dict) -> None:
    put(practices, [*MOVE, "direction"], "ask")
    [(path, code, text, allowed)] = faults(practices)
    assert (path, code, text) == ("strands[1].moves[0].direction", "unknown-key", 'unknown field "direction"')
    assert "direction" not in allowed


def test_what_a_move_needs_is_read_in_its_own_order(practices: dict) -> None:
    put(practices, [*MOVE, "needs"], [NEEDS[6], NEEDS[0]])
    assert parse_catalogue(practices).strands[1].moves[0].needs == (NEEDS[0], NEEDS[6])
    put(practices, [*MOVE, "needs"], ["a-boat"])
    assert faults(practices) == [("strands[1].moves[0].needs[0]", "not-allowed", '"a-boat" given', ", ".join(NEEDS))]


def test_a_move_may_be_for_some_contexts_only(practices: dict) -> None:
    put(practices, [*MOVE, "only"], [CONTEXTS[5], CONTEXTS[2]])
    assert parse_catalogue(practices).strands[1].moves[0].only == (CONTEXTS[2], CONTEXTS[5])


def test_a_move_that_says_no_answers_is_for_all_of_them(practices: dict) -> None:
    find(practices, MOVE).pop("from", None)
    move = parse_catalogue(practices).strands[1].moves[0]
    assert (move.least, move.most) == (0, 4)


@pytest.mark.parametrize("strand", STRAND_IDS)
def test_a_strand_may_be_set_aside_where_there_may_be_nothing_to_count(strand: str, practices: dict) -> None:
    place = STRAND_IDS.index(strand)
    may = strand in MAY_BE_SET_ASIDE
    fault = ("wrong-place", 'field "set_aside"', "in repair and digital-community only, and always there")
    if may:
        drop(practices, ["strands", place, "set_aside"])
    else:
        put(practices, ["strands", place, "set_aside"], "Nothing came up")
    assert faults(practices) == [(f"strands[{place}].set_aside", *fault)]
