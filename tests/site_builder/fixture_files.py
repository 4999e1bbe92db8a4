"""Reads fixture files: cases of a title, an input and an expected output, each ended by a line with a single dot."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "fixtures"


class Case(NamedTuple):
    """One case; `place` names it in the report of a failure."""

    place: str
    given: str
    expected: str


def read_cases(name: str) -> Iterator[Case]:
    """Read the cases of a file in `fixtures/`. What stands above the first title's paragraph is for people."""
    lines = [f"{line}\n" for line in (FOLDER / name).read_text("utf-8").split("\n")]
    dots = [number for number, line in enumerate(lines) if line.rstrip("\n") == "."]
    if not dots or len(dots) % 3:
        raise ValueError(f"{name} has {len(dots)} lines with a dot; every case has three")
    for first, second, third in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
        place = f"{name}:{first}: {lines[first - 1].strip()}"
        yield Case(place, "".join(lines[first + 1 : second]), "".join(lines[second + 1 : third]))
