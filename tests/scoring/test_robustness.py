"""How steady the score is: the counting by symmetry against the real scoring of every single answer set."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest

from scoring.model import BANDS, MAX_ANSWER, STRAND_IDS
from scoring.robustness import Robustness, count_robustness
from scoring.score import band_of, exact_score, round_half_up, score_answers, thin_strands

type Values = tuple[int, ...]


def real_score(values: Values) -> int:
    return round_half_up(exact_score(values))


def gains(values: Values) -> list[float | None]:
    """What one more step would add, by the real scoring."""
    return [
        None if value == MAX_ANSWER else exact_score((*values[:n], value + 1, *values[n + 1 :])) - exact_score(values)
        for n, value in enumerate(values)
    ]


def thinnest(values: Values) -> tuple[str, ...]:
    """The strands that are equally thin, thinner than all others; the rest of the ten is full."""
    rest = 10 - len(values)
    groups = thin_strands((*values, *[MAX_ANSWER] * rest), (*gains(values), *[None] * rest))
    return groups[0] if groups else ()


def thin_spot(values: Values) -> str | None:
    return next(iter(thinnest(values)), None)


def every_set(strands: int) -> list[Values]:
    """Every way to answer so many strands."""
    return list(product(range(MAX_ANSWER + 1), repeat=strands))


def every_change(values: Values) -> Iterator[Values]:
    """Every set in which one answer is one step lower or higher."""
    for place, value in enumerate(values):
        for step in (-1, 1):
            if value is not None and 0 <= value + step <= MAX_ANSWER:
                yield (*values[:place], value + step, *values[place + 1 :])


def plain_mean(values: Values) -> Fraction:
    return Fraction(100 * sum(values), MAX_ANSWER * len(values))


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
    assert counted.bands == shares([band_of(real_score(values)) for values in sets])
    assert counted.means == shares([round_half_up(float(plain_mean(values))) for values in sets])
    assert counted.score_change == shares([abs(real_score(after) - real_score(before)) for before, after in changes])
    steady = [thin_spot(after) == thin_spot(before) for before, after in changes if thin_spot(before)]
    assert counted.thin_spot_stays == Fraction(sum(steady), len(steady))
    assert counted.tied == Fraction(sum(len(thinnest(values)) > 1 for values in sets), len(sets))
    places = [STRAND_IDS.index(spot) for values in sets if (spot := thin_spot(values))]
    assert counted.thin_spot_by_place == tuple(Fraction(places.count(n), len(sets)) for n in range(strands))


@pytest.mark.parametrize("strands", [1, 2, 3])
def test_the_distance_to_the_plain_average_is_that_of_the_real_scoring(strands: int) -> None:
    sets = every_set(strands)
    counted = count_robustness(strands)
    gaps = [plain_mean(values) - Fraction(exact_score(values)) for values in sets]
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


def test_for_ten_strands_the_numbers_are_those_of_whole_scores(whole: Robustness) -> None:
    values = (0, 1, 2, 3, 4, 0, 1, 2, 3, 4)
    assert real_score(values) == score_answers(values).score
    assert gains(values) == pytest.approx(score_answers(values).gains)
    assert sum(whole.thin_spot_by_place) == 1 - Fraction(1, 5**10)  # all but the full set has one


def test_the_first_place_in_the_order_is_thin_most_and_the_last_least(whole: Robustness) -> None:
    places = whole.thin_spot_by_place
    assert len(places) == 10
    assert list(places) == sorted(places, reverse=True)
    assert places[0] > 2 * Fraction(1, 10) > 2 * places[-1]
    assert Fraction(1, 2) < whole.tied < 1
