"""Rules about the catalogue as a whole: the ids it must have, and choice enough for everybody."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from scoring.fields import Checker, show
from scoring.issues import Path
from scoring.model import KINDS, Move, Strand

MOVES_OF_A_KIND = 8
"""The fewest invitations, and contributions, of a strand."""

MOVES_LEFT = (3, 1)
"""The fewest moves of effort 1 left for one context, and for two together."""


def check_ids(checker: Checker, path: Path, given: Sequence[str], expected: Sequence[str]) -> None:
    """The ids are the expected ones, in that order."""
    if list(given) != list(expected):
        checker.note(
            path,
            "wrong-ids",
            f"ids are {', '.join(given) or 'absent'}",
            f"in this order: {', '.join(expected)}",
        )


def check_unique(checker: Checker, ids: Sequence[tuple[Path, str]]) -> None:
    """No id stands twice; `ids` holds each with its place."""
    seen: set[str] = set()
    for path, item in ids:
        if item in seen:
            checker.note(path, "repeated", f"{show(item)} stands twice", "once")
        seen.add(item)


def check_moves(checker: Checker, strands: Sequence[Strand], contexts: Sequence[str]) -> None:
    """Ids are unique in the whole catalogue, and nobody is left without a choice."""
    places = [
        (("strands", s, "moves", m, "id"), move.id)
        for s, strand in enumerate(strands)
        for m, move in enumerate(strand.moves)
    ]
    check_unique(checker, places)
    for index, strand in enumerate(strands):
        for kind in KINDS:
            moves = [move for move in strand.moves if move.kind == kind]
            for fault, allowed in _thin_choice(moves, contexts):
                checker.note(("strands", index, "moves"), "few-moves", f"{strand.id}, {kind}: {fault}", allowed)


def _thin_choice(moves: Sequence[Move], contexts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Find where one strand's moves of one kind leave too little choice.

    Every capacity allows effort 1, so it is enough that the moves of effort 1 serve everybody.
    """
    if len(moves) < MOVES_OF_A_KIND:
        yield f"{len(moves)} moves", f"at least {MOVES_OF_A_KIND}"
    small = [move for move in moves if move.effort == 1]
    if not any(not move.avoid for move in small):
        yield "no move of effort 1 suits every context", "at least one that avoids none"
    for count in range(1, len(MOVES_LEFT) + 1):
        for chosen in combinations(contexts, count):
            left = sum(not set(chosen) & set(move.avoid) for move in small)
            if left < MOVES_LEFT[count - 1]:
                yield (
                    f"{left} moves of effort 1 left for {' with '.join(chosen)}",
                    f"at least {MOVES_LEFT[count - 1]}",
                )
