"""Moves that a share code could not tell apart. It is for whoever writes a catalogue; browsers do not load it."""

from collections.abc import Iterator

from scoring.issues import Issue
from scoring.model import Catalogue
from scoring.share_code import move_mark


def check_move_marks(catalogue: Catalogue) -> Iterator[Issue]:
    """Every move has a mark of its own."""
    seen: dict[str, str] = {}
    for s, strand in enumerate(catalogue.strands):
        for m, move in enumerate(strand.moves):
            other = seen.setdefault(move_mark(move.id), move.id)
            if other != move.id:
                text = f'"{move.id}" and "{other}" have the same mark in share codes'
                yield Issue(("strands", s, "moves", m, "id"), "same-mark", text, "another id for the newer move")
