"""What to do next: the thin spot, the moves that fit, and the path (sections 3 and 4 of the model)."""

from dataclasses import dataclass

from scoring.model import (
    CAPACITIES,
    KINDS,
    MAP_CHAPTER,
    MOST_IDEAS,
    REVIEW_CHAPTER,
    Answers,
    Catalogue,
    Move,
    Strand,
)
from scoring.score import Score, thin_strands

MAP_BELOW = 40
"""Under this score, or with a skipped answer, the path ends at the map instead of the review."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the result suggests. With every answer full there is no thin spot and no move, only what to keep."""

    thin_spot: Strand | None
    next_thin: Strand | None
    invitation: Move | None
    contribution: Move | None
    path: tuple[str, ...]
    """Chapter slugs, in reading order."""
    line: str
    """The card's headline."""


def advise(answers: Answers, score: Score, catalogue: Catalogue) -> Advice:
    """Choose the thin spot, one move of each kind and the path. Pure: the same input gives the same advice."""
    thin = [catalogue.strand(strand_id) for strand_id in thin_strands(answers.values, score.gains)]
    if not thin:
        return Advice(None, None, None, None, (REVIEW_CHAPTER,), _keep_line(answers, catalogue))
    last = MAP_CHAPTER if None in answers.values or score.score < MAP_BELOW else REVIEW_CHAPTER
    return Advice(
        thin_spot=thin[0],
        next_thin=thin[1] if len(thin) > 1 else None,
        invitation=choose_move(thin[0], "invitation", answers),
        contribution=choose_move(thin[0], "contribution", answers),
        path=(*(strand.id for strand in thin[:2]), last),
        line=thin[0].card_line,
    )


def fitting_moves(strand: Strand, kind: str, answers: Answers) -> tuple[Move, ...]:
    """All moves that suit the person, best first: within capacity, none to avoid.

    Those that tie for first place are turned by the week, so that the same answers get another idea next week.
    """
    most_effort = CAPACITIES.index(answers.capacity or CAPACITIES[0]) + 1
    fitting = [
        move
        for move in strand.moves
        if move.kind == kind and move.effort <= most_effort and not set(move.avoid) & set(answers.contexts)
    ]
    ranked = sorted(fitting, key=lambda move: _rank(move, answers))
    best = [move for move in ranked if _rank(move, answers) == _rank(ranked[0], answers)]
    turn = answers.week % len(best) if best else 0
    return (*best[turn:], *best[:turn], *ranked[len(best) :])


def choose_idea(strand: Strand, kind: str, answers: Answers) -> tuple[tuple[Move, ...], int]:
    """List the moves on offer and the place of the one to show: the first, or a later one where that was asked for.

    After the last comes the first again. The catalogue's checks guarantee that there is one.
    """
    moves = fitting_moves(strand, kind, answers)[:MOST_IDEAS]
    return moves, answers.ideas[KINDS.index(kind)] % len(moves)


def choose_move(strand: Strand, kind: str, answers: Answers) -> Move:
    """Take the move that is shown."""
    moves, place = choose_idea(strand, kind, answers)
    return moves[place]


def _rank(move: Move, answers: Answers) -> tuple[int, int]:
    return (-len(set(move.suits) & set(answers.contexts)), -move.effort)


def _keep_line(answers: Answers, catalogue: Catalogue) -> str:
    full = [strand for strand, value in zip(catalogue.strands, answers.values, strict=True) if value is not None]
    return full[answers.week % len(full)].keep_line
