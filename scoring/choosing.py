"""Which moves fit a person, and in which order they are offered (section 4 of the model)."""

from collections.abc import Iterable

from scoring.history import invitations_closed, last_offers, refused_moves
from scoring.model import (
    CAPACITIES,
    CAPACITY_LEFT_OPEN,
    DIRECTIONS,
    MOST_IDEAS,
    NO,
    REST,
    SLOTS,
    STRAND_IDS,
    YES,
    Answers,
    Catalogue,
    Move,
    Strand,
)
from scoring.needs import needs_met
from scoring.second_questions import HELP_WENT, TOO_MUCH

POOL_LEAST = 6
"""The best-suited moves take turns; where they are fewer, the next best join them to make so many."""

MOST_EFFORT_AT_NOTHING = 2
"""Someone at 0 is not offered the largest step, however much room there is."""


def fitting_moves(strand: Strand, slot: str, answers: Answers, catalogue: Catalogue) -> tuple[Move, ...]:
    """All moves of a slot that the person can make, in the order of offer.

    Those that suit the person best take turns by the week; then come the others, and last what was offered before.
    May be empty: the slot stays so.
    """
    kind = _kind(slot, answers, catalogue)
    answer = answers.values[STRAND_IDS.index(strand.id)] or 0
    most_effort = _most_effort(answer, answers)
    has, contexts, unwanted = needs_met(answers), set(answers.contexts), _unwanted_direction(answers)
    refused = refused_moves(answers.history)
    moves = [
        move
        for move in strand.moves
        if move.kind == kind
        and move.effort <= most_effort
        and move.least <= answer <= move.most
        and contexts.isdisjoint(move.avoid)
        and (not move.only or not contexts.isdisjoint(move.only))
        and has.issuperset(move.needs)
        and move.direction != unwanted
        and move.id not in refused
    ]
    offered = last_offers(answers.history)
    turns = not any(move.id in offered for move in moves)  # what was offered comes last in any case
    return tuple(sorted(_in_turn(moves, answers, turns), key=lambda move: offered.get(move.id, -1)))


def choose_idea(strand: Strand, slot: str, answers: Answers, catalogue: Catalogue) -> tuple[tuple[Move, ...], int]:
    """List the moves on offer and the place of the one to show: the first, or a later one where that was asked for.

    After the last comes the first again. Where nothing is on offer the place is 0.
    """
    moves = fitting_moves(strand, slot, answers, catalogue)[:MOST_IDEAS]
    return moves, answers.ideas[SLOTS.index(slot)] % max(len(moves), 1)


def choose_move(strand: Strand, slot: str, answers: Answers, catalogue: Catalogue) -> Move | None:
    """Take the move that is shown, if any fits."""
    moves, place = choose_idea(strand, slot, answers, catalogue)
    return moves[place] if moves else None


def _kind(slot: str, answers: Answers, catalogue: Catalogue) -> str | None:
    """The kind of moves that stands in a slot now; None for none."""
    no_room = answers.capacity == CAPACITIES[0]
    if slot == SLOTS[0]:
        return REST if no_room or invitations_closed(answers, catalogue) else slot
    return None if no_room or (TOO_MUCH, YES) in answers.second else slot


def _most_effort(answer: int, answers: Answers) -> int:
    room = CAPACITIES.index(answers.capacity or CAPACITY_LEFT_OPEN)
    return min(room, MOST_EFFORT_AT_NOTHING) if answer == 0 else room


def _in_turn(moves: Iterable[Move], answers: Answers, turns: bool) -> list[Move]:
    """Put those that suit best first; with `turns`, in the next week the next of them leads.

    Plenty of room speaks for more than a small step.
    """
    contexts, has = set(answers.contexts), {question for question, said in answers.second if said == YES}
    plenty = answers.capacity == CAPACITIES[-1]
    ranked = [
        (
            len(contexts.intersection(move.suits)) + len(has.intersection(move.needs)) + (plenty and move.effort > 1),
            move,
        )
        for move in moves
    ]
    ranked.sort(key=lambda pair: -pair[0])
    pool = len(ranked)
    if ranked and ranked[0][0]:  # something speaks for some of them; those for which nothing does only fill up
        pool = min(POOL_LEAST, len(ranked))
        while pool < len(ranked) and 0 < ranked[pool][0] == ranked[pool - 1][0]:
            pool += 1
    turn = answers.week % max(pool, 1) if turns else 0
    return [move for _, move in (*ranked[turn:pool], *ranked[:turn], *ranked[pool:])]


def _unwanted_direction(answers: Answers) -> str:
    """Who gave more is asked to give nothing now, and who got more to ask for nothing; else none is unwanted."""
    ask, offer = DIRECTIONS
    return {YES: offer, NO: ask}.get(dict(answers.second).get(HELP_WENT, ""), "none")
