"""Rules about the catalogue as a whole: the ids it must have, and choice enough for everybody."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from scoring.fields import Checker
from scoring.issues import Path
from scoring.model import KINDS, MAX_ANSWER, REST, Move, Strand
from scoring.needs import ANSWERS_THAT_GIVE, CONTEXTS_THAT_TAKE, THERE_UNLESS_TAKEN

MOVES_THAT_FIT = (6, 3, 3)
"""The fewest moves of a kind that fit somebody without a context, with one, and with two together."""


def check_ids(checker: Checker, path: Path, given: Sequence[str], expected: Sequence[str]) -> None:
    """The ids are the expected ones, in that order."""
    if list(given) != list(expected):
        checker.note(
            path,
            "wrong-ids",
            f"ids are {', '.join(given) or 'absent'}",
            f"in this order: {', '.join(expected)}",
        )


def check_moves(checker: Checker, strands: Sequence[Strand], contexts: Sequence[str]) -> None:
    """Ids are unique in the whole catalogue, and nobody is left without a choice."""
    checker.unique(
        (("strands", s, "moves", m, "id"), move.id)
        for s, strand in enumerate(strands)
        for m, move in enumerate(strand.moves)
    )
    for index, strand in enumerate(strands):
        for kind in KINDS:
            for fault, allowed in _thin_choice(strand, kind, contexts):
                checker.note(("strands", index, "moves"), "few-moves", f"{strand.id}, {kind}: {fault}", allowed)


def _thin_choice(strand: Strand, kind: str, contexts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Find where one strand's moves of one kind leave too little choice.

    Every capacity with room allows effort 1, so it is enough that the moves of effort 1 serve everybody. Of what
    moves need, only what the strand's own answer shows is there.
    """
    small = [_Reach(move, contexts) for move in strand.moves if move.kind == kind and move.effort <= 1]
    groups = [[(chosen, _bits(chosen, contexts)) for chosen in combinations(contexts, count)] for count in range(3)]
    for answer in range(MAX_ANSWER):
        shown = {need for need, given_by in ANSWERS_THAT_GIVE.items() if answer and strand.id in given_by}
        fitting = [reach for reach in small if reach.is_for(answer, shown | set(THERE_UNLESS_TAKEN))]
        for cases, least in zip(groups, MOVES_THAT_FIT, strict=True):
            left = {chosen: sum(reach.is_open_to(bits) for reach in fitting) for chosen, bits in cases}
            short = {chosen: number for chosen, number in left.items() if number < least}
            if short:
                chosen, number = next(iter(short.items()))
                whom = f"for {' with '.join(chosen)}" if chosen else "without a context"
                more = f", and too few in {len(short) - 1} more cases" if len(short) > 1 else ""
                of_effort = "rest moves" if kind == REST else "moves of effort 1"
                yield f"{number} {of_effort} fit at answer {answer} {whom}{more}", f"at least {least}"


class _Reach:
    """Whom a move is for. Contexts are bits of one number: there are some hundred pairs, and as many moves."""

    def __init__(self, move: Move, contexts: Sequence[str]) -> None:
        taken = (context for need in move.needs for context in CONTEXTS_THAT_TAKE.get(need, ()))
        self.move = move
        self.closed = _bits((*move.avoid, *taken), contexts)
        self.only = _bits(move.only, contexts)

    def is_for(self, answer: int, has: set[str]) -> bool:
        return self.move.least <= answer <= self.move.most and has.issuperset(self.move.needs)

    def is_open_to(self, bits: int) -> bool:
        return not self.closed & bits and (not self.only or bool(self.only & bits))


def _bits(chosen: Sequence[str], contexts: Sequence[str]) -> int:
    return sum(1 << place for place, context in enumerate(contexts) if context in chosen)
