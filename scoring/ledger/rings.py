"""Where everybody stands in the picture: rings around a house, in a square of 200 by 200.

A place hangs on the id and on those who came into the ring before, so that nobody moves when one is added, renamed or
rests.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.fingerprint import fingerprint
from scoring.ledger.people import Person

CENTER = 100
RADII = {"close": 32, "warm": 58, "weak": 84}
PLACES = {"close": 8, "warm": 14, "weak": 20}
"""Places on a ring's line; more than that stand beside it."""

BESIDE = (0, 9, -9)
"""How far from the line, in the order in which places are taken."""

BETWEEN = (0, 0.5, 0.25, 0.75)
"""How far on toward the next place, so that nobody stands where somebody does: room for twelve laps."""

TURN = {"close": 0.3, "warm": 0.1, "weak": 0.2}
"""So that the rings do not begin on one line, in parts of a whole turn."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the picture."""

    x: float
    y: float


def spots(people: Sequence[Person]) -> dict[str, Spot]:
    """The place of everybody, by id."""
    placed: dict[str, Spot] = {}
    for ring, radius in RADII.items():
        taken: set[int] = set()
        places = PLACES[ring]
        here = [person for person in people if person.ring == ring]
        for person in sorted(here, key=lambda one: (one.added, one.id)):
            number = _first_free(fingerprint(person.id) % places, places, taken)
            taken.add(number)
            placed[person.id] = _spot(radius, ring, number)
    return placed


def ghosts(people: Sequence[Person]) -> list[Spot]:
    """Places for those who are missing: one in each ring that has nobody, three where nobody is anywhere."""
    return [_spot(radius, ring, 0) for ring, radius in RADII.items() if all(one.ring != ring for one in people)]


def _first_free(wanted: int, places: int, taken: set[int]) -> int:
    """The place, or the next one; on the line first, then beside it: a lap begins when the one before is full."""
    lap = len(taken) // places
    numbers = (lap * places + (wanted + step) % places for step in range(places))
    return next(number for number in numbers if number not in taken)


def _spot(radius: int, ring: str, number: int) -> Spot:
    lap, place = divmod(number, PLACES[ring])
    beside = BESIDE[lap % len(BESIDE)]
    between = BETWEEN[(lap % len(BESIDE) + lap // len(BESIDE)) % len(BETWEEN)]
    angle = 2 * math.pi * ((place + between) / PLACES[ring] + TURN[ring])
    return Spot(
        round(CENTER + (radius + beside) * math.cos(angle), 1), round(CENTER + (radius + beside) * math.sin(angle), 1)
    )
