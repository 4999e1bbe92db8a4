"""Invented moves, and strands and catalogues that have them."""

from dataclasses import replace

from scoring import Answers, Catalogue, Move, Strand
from scoring.choosing import fitting_moves


def a_move(name: str, effort: int = 1, kind: str = "invitation", **more: object) -> Move:
    """A move named `name` that fits everybody with so much room. Contexts and needs are given as words."""
    words = {part: tuple(more.pop(part, "").split()) for part in ("needs", "only", "avoid", "suits", "sources")}
    parts = {"least": 0, "most": 4, "counts": False, "direction": "", "guard": "", **words, **more}
    return Move(name, kind, f"Title of {name}.", "Detail.", "Say.", "No.", 0 if kind == "rest" else effort, **parts)


def a_rest(name: str, **more: object) -> Move:
    """A rest move."""
    return a_move(name, kind="rest", **more)


def with_moves(catalogue: Catalogue, strand: str, *moves: Move) -> Catalogue:
    """The same catalogue with other moves in a strand."""
    changed = (replace(one, moves=moves) if one.id == strand else one for one in catalogue.strands)
    return replace(catalogue, strands=tuple(changed))


def fitting(catalogue: Catalogue, strand: Strand | str, who: Answers, slot: str = "invitation") -> list[str]:
    """The ids of the moves on offer, in their order."""
    chosen = strand if isinstance(strand, Strand) else catalogue.strand(strand)
    return [move.id for move in fitting_moves(chosen, slot, who, catalogue)]


def three_of_each(catalogue: Catalogue) -> Catalogue:
    """Three moves of each kind in groups (a, c and r), and one invitation each in hosting and repair."""
    kinds = {"a": "invitation", "c": "contribution", "r": "rest"}
    moves = [a_move(f"{letter}{n}", kind=kind) for letter, kind in kinds.items() for n in range(3)]
    changed = with_moves(catalogue, "groups", *moves)
    return with_moves(with_moves(changed, "hosting", a_move("host")), "repair", a_move("mend"), a_rest("sleep"))
