"""Answers to points: the score, its range, each strand's share and gain (sections 2 and 3 of the model)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, sqrt

from scoring.issues import Issue, Refused
from scoring.model import BANDS, MAX_ANSWER, STRAND_IDS

WEIGHTS = (1,) * len(STRAND_IDS)
"""Equal in version 1: there is no evidence for others."""

GAIN_DECIMALS = 9
"""Gains are compared after rounding, so that equal strands tie however their sums were rounded."""

NO_ANSWER = Issue(("answers",), "no-answer", "no answer given", "at least one answered question")

type Values = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Score:
    """A score and where every point of it comes from. Lists are in canonical order."""

    score: int
    """0 to 100, `exact` rounded half up."""
    exact: float
    range: tuple[int, int]
    """The lowest and highest score still possible, whatever the skipped answers turn out to be."""
    band: str
    answered: int
    points: tuple[float | None, ...]
    """What each strand earns; None where skipped. They add up to `exact`."""
    gains: tuple[float | None, ...]
    """What one more step would add; None where skipped or already full."""


def score_answers(values: Values) -> Score:
    """Score ten values of 0 to 4 or None (skipped). No answer at all is refused, not a zero."""
    if all(value is None for value in values):
        raise Refused([NO_ANSWER])
    exact = exact_score(values)
    low = exact_score([0 if value is None else value for value in values])
    high = exact_score([MAX_ANSWER if value is None else value for value in values])
    score = round_half_up(exact)
    return Score(
        score=score,
        exact=exact,
        range=(round_half_up(low), round_half_up(high)),
        band=band_of(score),
        answered=sum(value is not None for value in values),
        points=_points(values),
        gains=tuple(_gain(values, index, exact) for index in range(len(values))),
    )


def exact_score(values: Values) -> float:
    """100 times the weighted power mean with exponent 1/2 of the answered values, 0.0 to 100.0."""
    root = _root(values)
    return 100 * (root * root)  # not a power: C libraries differ in its last bit


def round_half_up(number: float) -> int:
    """Round a number of at least 0: 63.5 becomes 64, and 64.5 becomes 65."""
    return floor(number + 0.5)


def band_of(score: int) -> str:
    """Name the band that a score of 0 to 100 lies in."""
    return next(band for band, least in reversed(BANDS) if score >= least)


def thin_strands(values: Values, gains: Sequence[float | None]) -> tuple[str, ...]:
    """Order the strands that can still gain, thinnest first: largest gain, lower answer, canonical order."""
    open_strands = [
        (-round(gain, GAIN_DECIMALS), value, index)
        for index, (gain, value) in enumerate(zip(gains, values, strict=True))
        if gain is not None and value is not None
    ]
    return tuple(STRAND_IDS[index] for _, _, index in sorted(open_strands))


def _root(values: Values) -> float:
    total = 0.0
    weight_of_answered = 0
    for value, weight in zip(values, WEIGHTS, strict=True):
        if value is not None:
            total += weight * sqrt(value / MAX_ANSWER)
            weight_of_answered += weight
    return total / weight_of_answered


def _points(values: Values) -> tuple[float | None, ...]:
    root = _root(values)
    total = sum(weight for value, weight in zip(values, WEIGHTS, strict=True) if value is not None)
    return tuple(
        None if value is None else 100 * root * (weight / total) * sqrt(value / MAX_ANSWER)
        for value, weight in zip(values, WEIGHTS, strict=True)
    )


def _gain(values: Values, index: int, exact: float) -> float | None:
    value = values[index]
    if value is None or value == MAX_ANSWER:
        return None
    raised = [*values]
    raised[index] = value + 1
    return exact_score(raised) - exact
