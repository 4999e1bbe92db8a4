"""Nobody is left without a choice: the real catalogue, through the real choosing."""

from itertools import combinations

import pytest

from scoring import Catalogue
from scoring.choosing import fitting_moves
from scoring.model import CAPACITIES, MAX_ANSWER, SLOTS, STRAND_IDS
from tests.scoring.people import CONTEXTS, person, said

LIVES = [chosen for count in range(3) for chosen in combinations(CONTEXTS, count)]
"""Without a context, with one, and with every two together."""


def test_there_are_a_hundred_and_twenty_one_lives() -> None:
    assert len(LIVES) == 1 + 15 + 105


@pytest.mark.parametrize("capacity", CAPACITIES)
@pytest.mark.parametrize("strand_id", STRAND_IDS)
def test_everybody_has_three_moves_and_six_without_a_context(
    strand_id: str, capacity: str, catalogue: Catalogue
) -> None:
    strand = catalogue.strand(strand_id)
    short = {}
    for answer in range(MAX_ANSWER):
        for life in LIVES:
            who = person({strand_id: answer}, capacity=capacity, contexts=life)
            for slot in SLOTS:
                kind = "rest" if capacity == "none" else slot
                moves = fitting_moves(strand, slot, who, catalogue)
                assert {move.kind for move in moves} <= {kind}
                if capacity == "none" and slot == "contribution":
                    assert moves == ()
                elif len(moves) < (3 if life else 6):
                    short[answer, life, slot] = len(moves)
    assert short == {}


@pytest.mark.parametrize("strand_id", STRAND_IDS)
def test_who_said_nothing_of_room_has_as_much_choice_as_with_very_little(
    strand_id: str, catalogue: Catalogue
) -> None:
    strand = catalogue.strand(strand_id)
    for slot in SLOTS:
        unsaid, low = (
            fitting_moves(strand, slot, person({strand_id: 1}, capacity=capacity), catalogue)
            for capacity in (None, "low")
        )
        assert unsaid == low


@pytest.mark.parametrize(("answer", "slot", "other"), [("yes", *SLOTS), ("no", *SLOTS[::-1])])
def test_who_said_which_way_help_went_has_as_much_choice_the_other_way(
    answer: str, slot: str, other: str, catalogue: Catalogue
) -> None:
    """Who gave more asks now and gives nothing; who got more gives."""
    strand = catalogue.strand("reciprocity")
    direction = {"invitation": "ask", "contribution": "offer"}[slot]
    short = {}
    for life in LIVES:
        for capacity in CAPACITIES[1:]:
            who = person({"reciprocity": 1}, None, capacity, life, second=said(help_went=answer))
            moves = fitting_moves(strand, slot, who, catalogue)
            assert {move.direction for move in (*moves, *fitting_moves(strand, other, who, catalogue))} <= {direction}
            if len(moves) < (3 if life else 6):
                short[life, capacity] = len(moves)
    assert short == {}


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_without_room_something_is_left_whichever_way_help_went(answer: str, catalogue: Catalogue) -> None:
    strand = catalogue.strand("reciprocity")
    for life in LIVES:
        who = person({"reciprocity": 1}, None, "none", life, second=said(help_went=answer))
        assert fitting_moves(strand, "invitation", who, catalogue), life
