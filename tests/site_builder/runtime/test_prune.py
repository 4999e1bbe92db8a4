"""Pruning: what is instrumented, what is kept, what becomes a trap."""

import pytest

from site_builder.runtime.prune import NOTES_AT, SURVEY_PAGES, TRAP, instrument, prune
from site_builder.runtime.wasm import (
    PAGE,
    Export,
    Item,
    Kind,
    Sections,
    join_bodies,
    section,
    split_bodies,
    write_exports,
    write_signed,
    write_vector,
)

BODIES = [bytes([1, 2, 0x7F, 0x41, number, 0x1A, 0x0B]) for number in range(10)]
"""Functions with two local variables that put their number on the stack and take it away."""


def make_module(exported: int) -> Sections:
    """Two imported functions and ten of its own, one of them exported."""
    return (
        (Kind.IMPORT, write_vector([b"\1e\1f\0\0", b"\1e\1g\0\0"])),
        (Kind.MEMORY, bytes.fromhex("0101e003808004")),
        (Kind.EXPORT, write_exports([Export("f", Item.FUNCTION, exported), Export("m", Item.MEMORY, 0)])),
        (Kind.CODE, join_bodies(BODIES)),
    )


def notes(*ran: int) -> bytes:
    return bytes(number in ran for number in range(len(BODIES)))


def kept(sections: Sections) -> list[int]:
    """The functions that are as before; all others must be traps."""
    bodies = split_bodies(section(sections, Kind.CODE))
    assert all(body in {TRAP, BODIES[number]} for number, body in enumerate(bodies))
    return [number for number, body in enumerate(bodies) if body != TRAP]


def test_what_ran_is_kept_with_its_neighbors() -> None:
    assert kept(prune(make_module(1), notes(4), 0)) == [4]
    assert kept(prune(make_module(1), notes(4), 2)) == [2, 3, 4, 5, 6]
    assert kept(prune(make_module(1), notes(0, 9), 1)) == [0, 1, 8, 9]


def test_what_is_exported_is_kept_and_numbered_without_the_imports() -> None:
    assert kept(prune(make_module(2 + 7), notes(), 1)) == [6, 7, 8]


def test_notes_of_another_module_are_refused() -> None:
    with pytest.raises(ValueError, match="9 functions, the module has 10"):
        prune(make_module(2), notes()[:-1])


def test_every_function_notes_first_that_it_ran() -> None:
    bodies = split_bodies(section(instrument(make_module(2)), Kind.CODE))
    for number, body in enumerate(bodies):
        note = b"\x41" + write_signed(NOTES_AT + number) + b"\x41\1\x3a\0\0"
        assert body == BODIES[number][:3] + note + BODIES[number][3:]


def test_the_memory_reaches_over_the_notes() -> None:
    assert section(instrument(make_module(2)), Kind.MEMORY) == bytes.fromhex("01018010808004")
    assert SURVEY_PAGES * PAGE == NOTES_AT + 2**20
