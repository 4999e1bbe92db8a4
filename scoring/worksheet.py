"""The score by hand: whole numbers to add up, and a table that turns the sum into the exact score.

The table is not a second formula. Every possible set of answers is scored by `scoring.score` and summed on paper;
the table holds the smallest sum of each score, and building it fails if two scores ever shared a sum.
"""

from fractions import Fraction
from itertools import combinations_with_replacement
from math import floor, sqrt

from scoring.model import MAX_ANSWER, STRAND_IDS
from scoring.score import Values, exact_score, round_half_up

WORKSHEET_POINTS = tuple(round(1000 * sqrt(answer / MAX_ANSWER)) for answer in range(MAX_ANSWER + 1))
"""What each answer adds on paper: a thousand times its square root, as a whole number."""

type WorksheetTable = tuple[tuple[int, Fraction], ...]
"""Score and the least sum that gives it, in rising order; scores that no answers give are left out."""


def worksheet_sum(values: Values) -> Fraction:
    """Add up as the worksheet says: the points of all answers, times ten, divided by the number of answers."""
    answered = [value for value in values if value is not None]
    return Fraction(len(STRAND_IDS) * sum(WORKSHEET_POINTS[value] for value in answered), len(answered))


def worksheet_table() -> WorksheetTable:
    """Find the least sum of each score, in whole numbers or, where two scores lie close, with one decimal."""
    least: dict[int, Fraction] = {}
    most: dict[int, Fraction] = {}
    for answered in range(1, len(STRAND_IDS) + 1):
        for answers in combinations_with_replacement(range(MAX_ANSWER + 1), answered):
            values = [*answers, *[None] * (len(STRAND_IDS) - answered)]
            total, score = worksheet_sum(values), round_half_up(exact_score(values))
            least[score] = min(least.get(score, total), total)
            most[score] = max(most.get(score, total), total)
    table: list[tuple[int, Fraction]] = []
    for score in sorted(least):
        below = most[table[-1][0]] if table else Fraction(-1)
        table.append((score, _between(below, least[score])))
    return tuple(table)


def worksheet_score(values: Values, table: WorksheetTable) -> int:
    """Look a sum up in the table."""
    total = worksheet_sum(values)
    return max(score for score, least in table if total >= least)


def _between(below: Fraction, least: Fraction) -> Fraction:
    """The plainest number above `below` and at most `least`."""
    for parts in (1, 10):
        number = Fraction(floor(least * parts), parts)
        if number > below:
            return number
    raise ValueError(f"sums {below} and {least} are too close for a table")
