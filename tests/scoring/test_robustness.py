"""How steady the score is: the counting by symmetry against the real scoring of every single answer set."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest

from scoring import score_answers
from scoring.model import BANDS, MAX_ANSWER
from scoring.robustness import Robustness, count_robustness
from scoring.score import round_half_up, thin_strands

type Values = tuple[int | None, ...]


def real_score(values: Values) -> int:
    return score_answers(values).score


def thin_spot(values: Values) -> str | None:
    return next(iter(thin_strands(values, score_answers(values).gains)), None)


def every_set(strands: int) -> list[Values]:
    """Every way to answer the first strands, with the rest skipped."""
    return [(*some, *[None] * (10 - strands)) for some in product(range(MAX_ANSWER + 1), repeat=strands)]


def every_change(values: Values) -> Iterator[Values]:
    """Every set in which one answer is one step lower or higher."""
    for place, value in enumerate(values):
        for step in (-1, 1):
            if value is not None and 0 <= value + step <= MAX_ANSWER:
                yield (*values[:place], value + step, *values[place + 1 :])


def plain_mean(values: Values) -> Fraction:
    answered = [value for value in values if value is not None]
    return Fraction(100 * sum(answered), MAX_ANSWER * len(answered))


def shares(counted: list) -> dict:
    return {key: Fraction(count, len(counted)) for key, count in Counter(counted).items()}


@pytest.fixture(scope="module")
def whole() -> Robustness:
    return count_robustness()


@pytest.mark.parametrize("strands", [1, 2, 3, 4])
def test_the_counts_are_those_of_the_real_scoring(strands: int) -> None:
    sets = every_set(strands)
    counted = count_robustness(strands)
    changes = [(before, after) for before in sets for after in every_change(before)]
    assert (counted.answer_sets, counted.changes) == (len(sets), len(changes))
    assert counted.scores == shares([real_score(values) for values in sets])
    assert counted.bands == shares([score_answers(values).band for values in sets])
    assert counted.means == shares([round_half_up(float(plain_mean(values))) for values in sets])
    assert counted.score_change == shares([abs(real_score(after) - real_score(before)) for before, after in changes])
    steady = [thin_spot(after) == thin_spot(before) for before, after in changes if thin_spot(before)]
    assert counted.thin_spot_stays == Fraction(sum(steady), len(steady))


@pytest.mark.parametrize("strands", [1, 2, 3])
def test_the_distance_to_the_plain_average_is_that_of_the_real_scoring(strands: int) -> None:
    sets = every_set(strands)
    counted = count_robustness(strands)
    gaps = [plain_mean(values) - Fraction(score_answers(values).exact) for values in sets]
    assert float(counted.below_mean) == pytest.approx(float(sum(gaps) / len(gaps)), abs=1e-9)
    rounded = [round_half_up(float(plain_mean(values))) - real_score(values) for values in sets]
    assert counted.most_below_mean == max(rounded)


def test_all_ten_strands_are_counted_in_full(whole: Robustness) -> None:
    assert whole.answer_sets == 5**10
    assert whole.changes == 10 * 8 * 5**9
    for part in (whole.score_change, whole.scores, whole.bands, whole.means):
        assert sum(part.values()) == 1


def test_shares_stand_in_rising_order(whole: Robustness) -> None:
    for part in (whole.score_change, whole.scores, whole.means):
        assert list(part) == sorted(part)
    assert whole.bands.keys() == {band for band, _ in BANDS}
    assert (min(whole.scores), max(whole.scores)) == (min(whole.means), max(whole.means)) == (0, 100)


def test_the_score_never_lies_above_the_plain_average(whole: Robustness) -> None:
    assert whole.below_mean > 0
    assert whole.most_below_mean > 0
    assert count_robustness(1).below_mean == pytest.approx(0, abs=1e-12)


def test_the_thin_spot_stays_more_often_than_not(whole: Robustness) -> None:
    assert Fraction(1, 2) < whole.thin_spot_stays < 1
