"""How steady the score is: exact counts over every way to answer, not a sample.

With equal weights a score depends only on how many answers are 0, 1, 2, 3 and 4. For ten strands these are 1,001
cases; each stands for as many answer sets as its answers have arrangements, 9,765,625 in all. The thin spot depends
on the arrangement only through the order of the lowest answers, which is counted by symmetry. The tests compare all
of it with the real scoring of every single answer set for fewer strands.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement
from math import factorial, prod

from scoring.model import MAX_ANSWER, STRAND_IDS
from scoring.score import band_of, exact_score, round_half_up

LEVELS = range(MAX_ANSWER + 1)

type Counts = tuple[int, ...]
"""How many answers are 0, 1, 2, 3 and 4."""


@dataclass(frozen=True, slots=True)
class Robustness:
    """Shares are of all answer sets, or of all pairs of an answer set and one answer moved by one step."""

    answer_sets: int
    changes: int
    thin_spot_stays: Fraction
    """Of the changes to sets that have a thin spot: how many leave it where it is."""
    tied: Fraction
    """Of all answer sets: how many have two or more strands that are equally thin, the thinnest."""
    thin_spot_by_place: tuple[Fraction, ...]
    """Of all answer sets: how many have their thin spot in each place of the order that decides ties."""
    score_change: dict[int, Fraction]
    """Share of the changes by how many points the score moves, up or down."""
    scores: dict[int, Fraction]
    """Share of the answer sets by score."""
    bands: dict[str, Fraction]
    means: dict[int, Fraction]
    """Share of the answer sets by plain average (0 to 100, rounded half up)."""
    below_mean: Fraction
    """Points by which the score lies under the plain average, on average over all answer sets."""
    most_below_mean: int
    """The largest such difference of the two rounded numbers."""


def count_robustness(strands: int = len(STRAND_IDS)) -> Robustness:
    """Count over all answer sets of `strands` answered strands (the rest skipped)."""
    scores: Counter[int] = Counter()
    means: Counter[int] = Counter()
    moved: Counter[int] = Counter()
    stays, with_thin_spot, tied, gap, widest = Fraction(0), 0, 0, Fraction(0), 0
    for counts in _all_counts(strands):
        sets = _arrangements(counts)
        mean = Fraction(100 * sum(level * count for level, count in enumerate(counts)), MAX_ANSWER * strands)
        score, rounded_mean = _score(counts), round_half_up(float(mean))
        scores[score] += sets
        means[rounded_mean] += sets
        gap += sets * (mean - Fraction(_exact(counts)))
        widest = max(widest, rounded_mean - score)
        for level, changed in _changes(counts):
            moved[abs(_score(changed) - score)] += sets * counts[level]
        if counts[MAX_ANSWER] < strands:
            stays += sets * _thin_spot_stays(counts)
            tied += sets * (next(filter(None, counts)) > 1)
            with_thin_spot += sets * sum(counts[level] for level, _ in _changes(counts))
    total, changes = sum(scores.values()), sum(moved.values())
    bands: Counter[str] = Counter()
    for score, sets in scores.items():
        bands[band_of(score)] += sets
    return Robustness(
        answer_sets=total,
        changes=changes,
        thin_spot_stays=stays / with_thin_spot,
        tied=Fraction(tied, total),
        thin_spot_by_place=tuple(_thin_spot_in_place(place, strands) for place in range(strands)),
        score_change={points: Fraction(moved[points], changes) for points in sorted(moved)},
        scores={score: Fraction(scores[score], total) for score in sorted(scores)},
        bands={band: Fraction(count, total) for band, count in bands.items()},
        means={mean: Fraction(means[mean], total) for mean in sorted(means)},
        below_mean=gap / total,
        most_below_mean=widest,
    )


def _all_counts(strands: int) -> Iterator[Counts]:
    for values in combinations_with_replacement(LEVELS, strands):
        yield tuple(values.count(level) for level in LEVELS)


def _arrangements(counts: Counts) -> int:
    return factorial(sum(counts)) // prod(factorial(count) for count in counts)


def _changes(counts: Counts) -> Iterator[tuple[int, Counts]]:
    """Move one answer by one step, down and up, from each level that has answers."""
    for level in LEVELS:
        for to in (level - 1, level + 1):
            if counts[level] and to in LEVELS:
                changed = [*counts]
                changed[level] -= 1
                changed[to] += 1
                yield level, tuple(changed)


def _thin_spot_stays(counts: Counts) -> Fraction:
    """Of the changes to one average arrangement: how many leave the thin spot, the first of the lowest answers."""
    lowest = next(level for level in LEVELS if counts[level])
    tied, above = counts[lowest], counts[lowest + 1]
    stays = Fraction(tied - 1)  # another of the lowest rises
    if lowest > 0:
        stays += 1  # the thin spot itself falls
    if tied == 1 and lowest + 1 < MAX_ANSWER:
        stays += Fraction(1, above + 1)  # it rises to the next level and is the first there
    stays += Fraction(above * tied, tied + 1)  # one of the next level falls, and lies behind it
    if lowest + 1 < MAX_ANSWER:
        stays += above  # one of the next level rises
    for level in range(lowest + 2, MAX_ANSWER + 1):
        stays += counts[level] * (1 if level == MAX_ANSWER else 2)
    return stays


def _thin_spot_in_place(place: int, strands: int) -> Fraction:
    """Those before it are higher, those after it are not lower."""
    sets = sum(
        (MAX_ANSWER - low) ** place * (MAX_ANSWER + 1 - low) ** (strands - 1 - place) for low in range(MAX_ANSWER)
    )
    return Fraction(sets, (MAX_ANSWER + 1) ** strands)


@cache
def _exact(counts: Counts) -> float:
    return exact_score([level for level in LEVELS for _ in range(counts[level])])


def _score(counts: Counts) -> int:
    return round_half_up(_exact(counts))
