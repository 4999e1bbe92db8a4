"""What to do next: the thin spot, the moves, the second questions and the path (sections 3 and 4 of the model)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.choosing import choose_move
from scoring.history import held_strand, last_strand, refused_strands
from scoring.model import (
    HOME_NOT_PRIVATE,
    MAP_CHAPTER,
    MOST_WISHES,
    NO,
    REVIEW_CHAPTER,
    SLOTS,
    STRAND_IDS,
    YES,
    Answers,
    Catalogue,
    Move,
    Strand,
)
from scoring.needs import needs_met, ruled_out
from scoring.score import Score, thin_strands
from scoring.second_questions import HELP_WENT, MOST_ASKED, SECOND_QUESTIONS, TOO_MUCH

MAP_BELOW = 40
"""Under this score, or with a skipped answer, the path ends at the map instead of the review."""

ON_SCREENS = "digital-community"

MUCH_GIVEN = 3
"""From this answer in contribution on, it may have been too much."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the result suggests. With every answer full there is no thin spot and no move, only what to keep."""

    thin_spot: Strand | None
    ties: tuple[Strand, ...]
    """Others that are just as thin and could be chosen; none where a strand holds that is not the thinnest."""
    next_thin: Strand | None
    invitation: Move | None
    """A rest move where there is no room this week, or where invitations rest; None where none fits."""
    contribution: Move | None
    """None where there is no room for one."""
    second: tuple[str, ...]
    """Second questions to ask, or that were answered."""
    path: tuple[str, ...]
    """Chapter slugs, in reading order."""
    line: str
    """The card's headline."""

    @property
    def first_move(self) -> Move | None:
        """What to plan, and what is asked for first."""
        return self.invitation or self.contribution


def advise(answers: Answers, score: Score, catalogue: Catalogue) -> Advice:
    """Choose the thin spot, one move for each slot and the path. Pure: the same input gives the same advice."""
    groups = thin_groups(answers, score, catalogue)
    if not groups:
        return Advice(None, (), None, None, None, (), (REVIEW_CHAPTER,), _keep_line(answers, catalogue))
    latest = last_strand(answers, catalogue)
    ordered = [catalogue.strand(strand_id) for group in groups for strand_id in _in_order(group, answers, latest)]
    thin = _thin_spot(ordered, groups[0], answers, catalogue)
    alike = groups[0] if thin.id in groups[0] else ()
    others = [strand for strand in ordered if strand is not thin]
    chapters = [strand.id for strand in (thin, *others[:1])]
    open_ended = score.score is None or score.score < MAP_BELOW or score.is_open
    advice = Advice(
        thin_spot=thin,
        ties=tuple(strand for strand in others if strand.id in alike),
        next_thin=others[0] if others else None,
        invitation=choose_move(thin, "invitation", answers, catalogue),
        contribution=choose_move(thin, "contribution", answers, catalogue),
        second=_second_questions(thin, answers, catalogue),
        path=_there(catalogue, *chapters, MAP_CHAPTER if open_ended else REVIEW_CHAPTER),
        line=thin.card_line,
    )
    return _with_promise(advice, answers, catalogue) if answers.promised else advice


def with_moves(advice: Advice, moves: Sequence[Move | None], catalogue: Catalogue) -> Advice:
    """The advice with these moves by slot instead, at least one of them, and the strand that they belong to."""
    thin = next(strand for strand in catalogue.strands if any(move in strand.moves for move in moves if move))
    *chapters, last = advice.path
    others = [slug for slug in chapters if slug != thin.id]
    invitation, contribution = moves
    return replace(
        advice,
        thin_spot=thin,
        ties=(),
        invitation=invitation,
        contribution=contribution,
        second=(),
        path=_there(catalogue, thin.id, *others[:1], last),
        line=thin.card_line,
    )


def _there(catalogue: Catalogue, *path: str) -> tuple[str, ...]:
    """Those chapters of a path that the site has."""
    return tuple(slug for slug in path if slug not in catalogue.left_out)


def _with_promise(advice: Advice, answers: Answers, catalogue: Catalogue) -> Advice:
    """The advice with the move that the person said yes to."""
    promised = catalogue.move(answers.promised)
    if promised is None:
        return advice
    beside = advice if advice.thin_spot and promised in advice.thin_spot.moves else None
    place = promised.kind if promised.kind in SLOTS else SLOTS[0]
    moves = [promised if slot == place else getattr(beside, slot, None) for slot in SLOTS]
    return with_moves(advice, moves, catalogue)


def thin_groups(answers: Answers, score: Score, catalogue: Catalogue) -> list[tuple[str, ...]]:
    """Group the strands that can still gain, thinnest first.

    At the end stand those that others go before: strands that the person refused, and, for those who cannot talk
    freely at home, the strand of screens, for what is done there may be seen.
    """
    groups = thin_strands(answers.values, score.gains)
    last = _go_last(answers, catalogue)
    first = [tuple(strand for strand in group if strand not in last) for group in groups]
    rest = [tuple(strand for strand in group if strand in last) for group in groups]
    return [group for group in (*first, *rest) if group]


def _go_last(answers: Answers, catalogue: Catalogue) -> frozenset[str]:
    return refused_strands(answers, catalogue) | ({ON_SCREENS} if HOME_NOT_PRIVATE in answers.contexts else set())


def _in_order(group: Sequence[str], answers: Answers, latest: Strand | None) -> list[str]:
    """Order strands that are just as thin: those wished for, then others than the last; each by the week."""
    wishes = answers.wishes if len(answers.wishes) <= MOST_WISHES else ()

    def place(strand_id: str) -> tuple[bool, bool, int]:
        was_last = latest is not None and latest.id == strand_id
        return strand_id not in wishes, was_last, (STRAND_IDS.index(strand_id) - answers.week) % len(STRAND_IDS)

    return sorted(group, key=place)


def _thin_spot(ordered: Sequence[Strand], thinnest: Sequence[str], answers: Answers, catalogue: Catalogue) -> Strand:
    """The person's own choice among the thinnest; else the strand that holds; else the first."""
    if answers.thin_spot and answers.thin_spot in thinnest:
        return catalogue.strand(answers.thin_spot)
    held = held_strand(answers, catalogue, _go_last(answers, catalogue))
    return held if held in ordered and held else ordered[0]


def _second_questions(thin: Strand, answers: Answers, catalogue: Catalogue) -> tuple[str, ...]:
    asked = (
        question
        for question in SECOND_QUESTIONS
        if _makes_sense(question, thin, answers) and _leads_elsewhere(question, thin, answers, catalogue)
    )
    return tuple(question for question, _ in zip(asked, range(MOST_ASKED), strict=False))


def without_stale(answers: Answers) -> Answers:
    """Without what was said of much giving or one-way help that is there no more: nobody sees that question now."""
    if not _gave_much(answers):
        answers = _without(TOO_MUCH, answers)
    return answers if _went_one_way(answers) else _without(HELP_WENT, answers)


def _gave_much(answers: Answers) -> bool:
    return (answers.values[STRAND_IDS.index("contribution")] or 0) >= MUCH_GIVEN


def _went_one_way(answers: Answers) -> bool:
    return answers.values[STRAND_IDS.index("reciprocity")] == 1


def _makes_sense(question: str, thin: Strand, answers: Answers) -> bool:
    if question == HELP_WENT:
        return thin.id == "reciprocity" and _went_one_way(answers)
    if question == TOO_MUCH:
        return _gave_much(answers)
    return not ruled_out(question, answers.contexts) and question not in needs_met(_without(question, answers))


def _leads_elsewhere(question: str, thin: Strand, answers: Answers, catalogue: Catalogue) -> bool:
    """Whether yes and no lead to different moves."""
    yes, no = (_moves(thin, _with_second(answers, question, said), catalogue) for said in (YES, NO))
    return yes != no


def _moves(thin: Strand, answers: Answers, catalogue: Catalogue) -> list[Move | None]:
    return [choose_move(thin, slot, answers, catalogue) for slot in SLOTS]


def _with_second(answers: Answers, question: str, said: str) -> Answers:
    return replace(answers, second=(*_without(question, answers).second, (question, said)))


def _without(question: str, answers: Answers) -> Answers:
    return replace(answers, second=tuple(pair for pair in answers.second if pair[0] != question))


def _keep_line(answers: Answers, catalogue: Catalogue) -> str:
    full = [strand for strand, value in zip(catalogue.strands, answers.values, strict=True) if value is not None]
    return full[answers.week % len(full)].keep_line
