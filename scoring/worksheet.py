"""The score by hand: small whole numbers to add up, and a table that turns the sum into the score, or nearly.

The roots of the formula are rounded to whole points. The fewest points that keep to `MOST_OFF` are found by trying,
and how far a score on paper can be from the real one is counted over every possible set of answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement, count
from math import sqrt

from scoring.model import MAX_ANSWER, MAY_BE_SET_ASIDE, STRAND_IDS
from scoring.score import Values, exact_score, round_half_up

MOST_OFF = 2
"""Points that a score on paper may be off."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What is needed to score by hand."""

    points: tuple[int, ...]
    """What each answer adds, from 0 up."""

    @property
    def scores(self) -> tuple[int, ...]:
        """The score of each sum, from 0 up: the sum as a part of the most, times itself."""
        most = len(STRAND_IDS) * self.points[-1]
        return tuple(round_half_up(100 * (total / most) ** 2) for total in range(most + 1))

    def sum_of(self, counted: Values) -> int:
        """Add up as the worksheet says: the points of all answers, a skipped one as 0.

        Where strands are set aside, `counted` is without them: the sum is spread over ten, and rounded.
        """
        total = sum(self.points[value or 0] for value in counted)
        return round_half_up(len(STRAND_IDS) * total / len(counted))

    def most_off(self) -> int:
        """How far a score on paper can be from the real one, in points, whatever the answers."""
        return max(self.each_off())

    def each_off(self) -> Iterator[int]:
        """How far the score of each set of answers is from the real one."""
        scores = self.scores
        return (abs(scores[self.sum_of(some)] - round_half_up(exact_score(some))) for some in _every_set())


@cache
def make_worksheet() -> Worksheet:
    """Find the smallest points that are close enough."""
    sheets = (Worksheet(_rounded(top)) for top in count(MAX_ANSWER))
    return next(sheet for sheet in sheets if all(off <= MOST_OFF for off in sheet.each_off()))


def _rounded(top: int) -> tuple[int, ...]:
    """The roots of the answers as whole points, `top` for the highest."""
    return tuple(round(top * sqrt(answer / MAX_ANSWER)) for answer in range(MAX_ANSWER + 1))


def _every_set() -> Iterator[tuple[int, ...]]:
    """Every set of answers that count, with no strand set aside or with some; their order changes nothing."""
    for set_aside in range(len(MAY_BE_SET_ASIDE) + 1):
        yield from combinations_with_replacement(range(MAX_ANSWER + 1), len(STRAND_IDS) - set_aside)
