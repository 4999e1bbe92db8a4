"""The things that all pictures share: house, person, tree, road. Each stands or lies at a point of the ground."""

from collections.abc import Iterable

from site_builder.graphics.svg import Point, circle, element, number, path, steps

HOUSES = (
    ("M-12 0v-10l5-8 5 8v10zM-2 0h14v-10h-14", "M-7-18h14l5 8h-14z"),
    ("M-9 0v-12l9-9 9 9v12zM-3 0v-6h5v6", "M-10.5-11l10.5-10 10.5 10z"),
    ("M12 0v-9l-5-8-5 8v9zM2 0h-14v-9h14", "M7-17h-14l-5 8h14z"),
)
"""Walls and roof of three kinds of house, seen from the front, standing on (0, 0): about 24 wide and 20 high."""

OWN_HOUSE = (
    "M-17 8v-16l8-11 8 11v16zM-1 8h19v-16h-19M6 8v-9h6v9",
    "M-9-19h19l8 11h-19z",
    "M5-19v-7h4v7M8-30c-4-5 4-5 1-11",
)
"""Walls, roof, chimney and smoke of your own house."""


def house(at: Point, size: float = 1, kind: int = 0, roof: str = "f-ink") -> str:
    """Build a house; without a `roof` it is a ghost."""
    walls, top = HOUSES[kind % len(HOUSES)]
    drawn = path("f-paper d-ink", walls) + path(f"{roof} d-ink", top) if roof else path("d-ghost", walls + top)
    return element("g", drawn, transform=_place(at, size))


def own_house(at: Point, size: float = 1) -> str:
    """Build your house, the one with a living roof."""
    walls, roof, smoke = OWN_HOUSE
    drawn = path("f-paper d-ink", walls) + path("f-accent d-ink", roof) + path("d-ink", smoke)
    return element("g", drawn, transform=_place((at[0], at[1] - 8 * size), size))


def person(at: Point, radius: float = 5, cls: str = "f-ink") -> str:
    """Mark a person: a dot, or with the class `d-ghost` someone who is missing."""
    return circle(cls, at, radius)


def trees(feet: Iterable[Point], size: float = 1) -> str:
    """Plant trees, all in one line of ink."""
    parts: list[str | float] = []
    for x, y in feet:
        parts += ["M", x, y, "v", -5 * size, "a", 5.5 * size, 5.5 * size, 0, 1, 1, 0.1, 0]
    return path("f-paper d-soft", *parts)


def road(line: str, width: float = 8) -> str:
    """Lay a road along a path: two edges of ink with paper between them."""
    edge = element("path", cls="d-ink d-wide", d=line, stroke_width=width, stroke_linecap="butt")
    return edge + element("path", cls="d-paper d-wide", d=line, stroke_width=width - 2.6)


def ground(height: float, start: float = 0, end: float = 720) -> str:
    """Draw the ledger line on which things stand."""
    return path("d-ink", steps("M", start, height, "H", end))


def _place(at: Point, size: float) -> str:
    scale = "" if size == 1 else f" scale({number(size)})"
    return f"translate({number(at[0])} {number(at[1])}){scale}"
