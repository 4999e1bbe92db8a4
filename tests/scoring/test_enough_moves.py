"""Nobody is left without a choice: the real catalogue, through the real choosing."""

from itertools import combinations, product

import pytest
from hypothesis import given

from scoring import Answers, Catalogue, result_view
from scoring.choosing import fitting_moves
from scoring.history import NOT_FOR_ME
from scoring.model import CAPACITIES, MAX_ANSWER, SLOTS, STRAND_IDS
from tests.scoring.people import CONTEXTS, person, said
from tests.scoring.strategies import people

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


HELP = [{}, {"help_went": "yes"}, {"help_went": "no"}]
TOO_MUCH = [{}, {"too_much": "yes"}, {"too_much": "no"}]


@pytest.mark.parametrize("capacity", [None, *CAPACITIES])
@pytest.mark.parametrize("strand_id", STRAND_IDS)
def test_a_thin_spot_has_a_first_move_whatever_the_second_answers(
    strand_id: str, capacity: str | None, catalogue: Catalogue
) -> None:
    """In the first slot, for no room and too much both empty the second one."""
    strand = catalogue.strand(strand_id)
    for answer, help_went, too_much in product(range(MAX_ANSWER), HELP, TOO_MUCH):
        second = said(**help_went, **too_much)
        for life in (*LIVES, CONTEXTS):
            who = person({strand_id: answer}, None, capacity, life, second=second)
            assert fitting_moves(strand, "invitation", who, catalogue), (answer, second, life)


@given(people)
def test_whoever_has_a_thin_spot_has_a_move_or_is_told_that_there_is_none(catalogue: Catalogue, who: Answers) -> None:
    view = result_view(who, catalogue)
    moves = [slot for slot in SLOTS if view[slot]]
    assert (catalogue.words["no_move"] in view["notes"]) == bool(view["thin_spot"] and not moves)
    if view["thin_spot"] and not any(past.outcome == NOT_FOR_ME for past in who.history):
        assert moves
