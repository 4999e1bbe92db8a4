"""Prunes: functions far from any that ran in a survey are replaced by a trap, so that readers do not load them.

Functions that stand near each other come from the same file of CPython's source and are used together; that is why
neighbors of what ran are kept. Whoever meets a trap after all is served by the plain engine.
"""

from site_builder.runtime.embed import exported_functions, resize, with_section
from site_builder.runtime.wasm import (
    I32_CONST,
    PAGE,
    Kind,
    Sections,
    after_locals,
    join_bodies,
    section,
    split_bodies,
    write_signed,
)

NEIGHBORS = 20
"""So many functions are kept on each side of one that ran. docs/start-of-python.md has what other numbers give."""

TRAP = b"\0\0\x0b"
"""A body without locals, of the one instruction `unreachable`."""

NOTES_AT = 127 * 1024 * 1024
"""Address of the survey's notes, one byte a function: far above the heap, which must not grow so far."""
SURVEY_PAGES = NOTES_AT // PAGE + 16
NOTE = I32_CONST + b"\1\x3a\0\0"
"""The instructions that write a 1 to the address on the stack: i32.const 1, i32.store8."""


def instrument(sections: Sections) -> Sections:
    """Let every function note that it ran."""
    bodies = []
    for number, body in enumerate(split_bodies(section(sections, Kind.CODE))):
        start = after_locals(body)
        bodies.append(body[:start] + I32_CONST + write_signed(NOTES_AT + number) + NOTE + body[start:])
    if len(bodies) > 16 * PAGE:
        raise ValueError(f"{len(bodies)} functions do not fit into the survey's notes")
    return resize(with_section(sections, Kind.CODE, join_bodies(bodies)), SURVEY_PAGES)


def prune(sections: Sections, ran: bytes, neighbors: int = NEIGHBORS) -> Sections:
    """Keep what ran, what is exported, and their neighbors; `ran` has a byte for each function, see `instrument`."""
    bodies = split_bodies(section(sections, Kind.CODE))
    if len(ran) != len(bodies):
        raise ValueError(f"the survey knows {len(ran)} functions, the module has {len(bodies)}")
    kept = bytearray(len(bodies))
    for number in {*(n for n, noted in enumerate(ran) if noted), *exported_functions(sections)}:
        start, end = max(0, number - neighbors), min(len(bodies), number + neighbors + 1)
        kept[start:end] = b"\1" * (end - start)
    left = [body if keep else TRAP for body, keep in zip(bodies, kept, strict=True)]
    return with_section(sections, Kind.CODE, join_bodies(left))
