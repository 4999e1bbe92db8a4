"""Names in the picture of the rings: where there is room, so that none lies over another, a dot or the house.

A name without room is in the list alone. Sizes are those of the picture, which is 200 by 200.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.ledger.rings import CENTER, Spot

SIGN = 5.4
"""The width of a sign; most are narrower."""

LINE = 11
DOT = 5
HOUSE = 9
GAP = 7
"""From the middle of a dot to its name."""

LEFT, RIGHT, TOP, BOTTOM = -20, 220, 0, 200
"""Names may stand beside the square, in the picture's margin."""

type Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name, where its line begins, ends or has its middle."""

    text: str
    x: float
    y: float
    anchor: str


def place_labels(names: Sequence[tuple[Spot, str]], dots: Sequence[Spot]) -> dict[Spot, Label]:
    """Place names beside their dots, the first ones first."""
    taken = [_around(Spot(CENTER, CENTER), HOUSE), *(_around(dot, DOT) for dot in dots)]
    placed: dict[Spot, Label] = {}
    for spot, text in names:
        for label, box in _places(spot, text):
            if _is_inside(box) and not any(_meet(box, other) for other in taken):
                placed[spot] = label
                taken.append(box)
                break
    return placed


def _places(spot: Spot, text: str) -> Iterator[tuple[Label, Box]]:
    """Where a name may stand: away from the middle first, then towards it, below and above."""
    width, middle = SIGN * len(text), spot.y + LINE / 3
    right = Label(text, spot.x + GAP, middle, "start"), (spot.x + GAP, spot.x + GAP + width)
    left = Label(text, spot.x - GAP, middle, "end"), (spot.x - GAP - width, spot.x - GAP)
    sides = (right, left) if spot.x >= CENTER else (left, right)
    across = (spot.x - width / 2, spot.x + width / 2)
    below = Label(text, spot.x, spot.y + GAP + LINE * 0.8, "middle"), across
    above = Label(text, spot.x, spot.y - GAP - LINE * 0.2, "middle"), across
    for label, (start, end) in (*sides, below, above):
        yield _rounded(label), (start, label.y - LINE * 0.8, end, label.y + LINE * 0.2)


def _rounded(label: Label) -> Label:
    return Label(label.text, round(label.x, 1), round(label.y, 1), label.anchor)


def _around(spot: Spot, half: float) -> Box:
    return spot.x - half, spot.y - half, spot.x + half, spot.y + half


def _is_inside(box: Box) -> bool:
    left, top, right, bottom = box
    return left >= LEFT and top >= TOP and right <= RIGHT and bottom <= BOTTOM


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
