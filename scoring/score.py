"""Answers to points: the score, its range, each strand's share and gain (sections 2 and 3 of the model)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, sqrt

from scoring.issues import Issue, Refused
from scoring.model import BANDS, LEAST_COUNTED, MAX_ANSWER, STRAND_IDS

GAIN_DECIMALS = 9
"""Gains are compared after rounding, so that equal strands tie however their sums were rounded."""

NO_ANSWER = Issue(("answers",), "no-answer", "no answer given", "at least one answered question")

type Values = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Score:
    """A score and where every point of it comes from. Lists are in canonical order."""

    score: int | None
    """0 to 100, `exact` rounded half up; None with fewer than `LEAST_COUNTED` answers."""
    exact: float
    """What is sure: a skipped answer has earned nothing yet."""
    range: tuple[int, int]
    """The lowest and highest score still possible, whatever the skipped answers turn out to be."""
    answered: int
    points: tuple[float | None, ...]
    """What each strand earns; None where skipped or set aside. They add up to `exact`."""
    gains: tuple[float | None, ...]
    """What one more step would add; None where skipped, set aside or already full."""

    @property
    def is_open(self) -> bool:
        """Whether a skipped answer may still raise it."""
        return self.range[0] != self.range[1]

    @property
    def band(self) -> str | None:
        """The band that the score lies in."""
        return None if self.score is None else band_of(self.score)


def score_answers(values: Values, set_aside: Sequence[str] = ()) -> Score:
    """Score ten values of 0 to 4 or None, of which some are set aside. No answer at all is refused, not a zero."""
    answered = sum(value is not None for value in values)
    if answered == 0:
        raise Refused([NO_ANSWER])
    counted = counted_values(values, set_aside)
    exact = exact_score(counted)
    high = exact_score([MAX_ANSWER if value is None else value for value in counted])
    low = round_half_up(exact)
    root = _root(counted)
    return Score(
        score=low if answered >= LEAST_COUNTED else None,
        exact=exact,
        range=(low, round_half_up(high)),
        answered=answered,
        points=tuple(
            None if value is None else 100 * root * (1 / len(counted)) * sqrt(value / MAX_ANSWER) for value in values
        ),
        gains=tuple(_gain(values, set_aside, place, exact) for place in range(len(values))),
    )


def score_alone(values: Values, set_aside: Sequence[str]) -> int | None:
    """Score without saying where the points come from."""
    if sum(value is not None for value in values) < LEAST_COUNTED:
        return None
    return round_half_up(exact_score(counted_values(values, set_aside)))


def counted_values(values: Values, set_aside: Sequence[str]) -> Values:
    """Leave out the strands that have nothing to count."""
    return [value for strand, value in zip(STRAND_IDS, values, strict=True) if strand not in set_aside]


def exact_score(values: Values) -> float:
    """100 times the power mean with exponent 1/2 of the values, a skipped one as 0: 0.0 to 100.0.

    Every strand weighs the same, and no number says so: docs/strands.md has what counts on it.
    """
    root = _root(values)
    return 100 * (root * root)  # not a power: C libraries differ in its last bit


def round_half_up(number: float) -> int:
    """Round a number of at least 0: 63.5 becomes 64, and 64.5 becomes 65."""
    return floor(number + 0.5)


def band_of(score: int) -> str:
    """Name the band that a score of 0 to 100 lies in."""
    return next(band for band, least in reversed(BANDS) if score >= least)


def thin_strands(values: Values, gains: Sequence[float | None]) -> tuple[tuple[str, ...], ...]:
    """Group the strands that can still gain, thinnest first: those that would gain alike, in canonical order."""
    groups: dict[tuple[float, int], list[str]] = {}
    for strand, gain, value in zip(STRAND_IDS, gains, values, strict=True):
        if gain is not None and value is not None:
            groups.setdefault((-round(gain, GAIN_DECIMALS), value), []).append(strand)
    return tuple(tuple(groups[key]) for key in sorted(groups))


def _root(values: Values) -> float:
    total = 0.0
    for value in values:
        total += sqrt((value or 0) / MAX_ANSWER)
    return total / len(values)


def _gain(values: Values, set_aside: Sequence[str], place: int, exact: float) -> float | None:
    value = values[place]
    if value is None or value == MAX_ANSWER:
        return None
    raised = [*values]
    raised[place] = value + 1
    return exact_score(counted_values(raised, set_aside)) - exact
