"""The score by hand: whole numbers to add up, and a table that turns the sum into the exact score.

The table is not a second formula. Every possible set of answers is scored by `scoring.score` and summed on paper;
the table holds the smallest sum of each score, and building it fails if two scores ever shared a sum.
"""

from fractions import Fraction
from itertools import combinations_with_replacement
from math import floor, sqrt

from scoring.model import MAX_ANSWER, MAY_BE_SET_ASIDE, STRAND_IDS
from scoring.score import Values, exact_score, round_half_up

WORKSHEET_POINTS = tuple(round(1000 * sqrt(answer / MAX_ANSWER)) for answer in range(MAX_ANSWER + 1))
"""What each answer adds on paper: a thousand times its square root, as a whole number."""

type WorksheetTable = tuple[tuple[int, Fraction], ...]
"""Score and the least sum that gives it, in rising order; scores that no answers give are left out."""


def worksheet_sum(counted: Values) -> Fraction:
    """Add up as the worksheet says: the points of all answers, a skipped one as 0.

    Where strands are set aside, `counted` is without them: the sum is taken times ten and divided by their number.
    """
    return Fraction(len(STRAND_IDS) * sum(WORKSHEET_POINTS[value or 0] for value in counted), len(counted))


def worksheet_table() -> WorksheetTable:
    """Find the least sum of each score, in whole numbers or, where two scores lie close, with one decimal."""
    least: dict[int, Fraction] = {}
    most: dict[int, Fraction] = {}
    for set_aside in range(len(MAY_BE_SET_ASIDE) + 1):
        for counted in combinations_with_replacement(range(MAX_ANSWER + 1), len(STRAND_IDS) - set_aside):
            total, score = worksheet_sum(counted), round_half_up(exact_score(counted))
            least[score] = min(least.get(score, total), total)
            most[score] = max(most.get(score, total), total)
    table: list[tuple[int, Fraction]] = []
    for score in sorted(least):
        below = most[table[-1][0]] if table else Fraction(-1)
        table.append((score, _between(below, least[score])))
    return tuple(table)


def worksheet_score(counted: Values, table: WorksheetTable) -> int:
    """Look a sum up in the table."""
    total = worksheet_sum(counted)
    return max(score for score, least in table if total >= least)


def _between(below: Fraction, least: Fraction) -> Fraction:
    """The plainest number above `below` and at most `least`."""
    for parts in (1, 10):
        number = Fraction(floor(least * parts), parts)
        if number > below:
            return number
    raise ValueError(f"sums {below} and {least} are too close for a table")
