"""The score, its range, each strand's share and gain: by hand-made numbers."""

from itertools import combinations, permutations
from math import sqrt

import pytest

from scoring import Refused, score_answers
from scoring.model import STRAND_IDS
from scoring.score import WEIGHTS, band_of, exact_score, round_half_up, thin_strands
from tests.scoring.people import EXAMPLE, FULL, NOTHING, person


def test_one_answered_strand_is_the_whole_score() -> None:
    scores = [score_answers(person({"repair": value}).values).score for value in range(5)]
    assert scores == [0, 25, 50, 75, 100]


def test_the_score_is_the_power_mean_with_exponent_one_half() -> None:
    values = person({"belonging": 0, "groups": 4}).values
    assert exact_score(values) == 100 * ((0 + 1) / 2) ** 2 == 25.0
    assert exact_score(person({"belonging": 1, "groups": 2, "repair": 3}).values) == pytest.approx(
        100 * ((0.5 + sqrt(0.5) + sqrt(0.75)) / 3) ** 2, abs=1e-12
    )


def test_ten_equal_weights() -> None:
    assert len(WEIGHTS) == len(STRAND_IDS) == 10
    assert len(set(WEIGHTS)) == 1


def test_the_root_of_the_worked_example() -> None:
    assert sqrt(exact_score(EXAMPLE.values) / 100) == pytest.approx(0.79764, abs=5e-6)


def test_everything_full_is_exactly_100_and_nothing_is_exactly_0() -> None:
    assert score_answers(FULL.values).exact == 100.0
    assert score_answers(NOTHING.values).exact == 0.0
    assert score_answers(NOTHING.values).score == 0


def test_no_answer_is_refused_and_not_a_zero() -> None:
    with pytest.raises(Refused) as refused:
        score_answers(person().values)
    assert str(refused.value) == "answers: no answer given; allowed: at least one answered question"
    assert refused.value.issues[0].code == "no-answer"


@pytest.mark.parametrize(
    ("number", "rounded"), [(0.0, 0), (0.4999, 0), (0.5, 1), (63.4999, 63), (63.5, 64), (64.5, 65), (100.0, 100)]
)
def test_halves_are_rounded_up(number: float, rounded: int) -> None:
    assert round_half_up(number) == rounded


@pytest.mark.parametrize(("twos", "score"), [(1, 1), (3, 5), (5, 13), (7, 25), (9, 41)])
def test_the_scores_that_are_a_half_exactly_are_rounded_up_in_every_order(twos: int, score: int) -> None:
    # 50 times twos squared by a hundred: 0.5, 4.5, 12.5, 24.5 and 40.5. No other answers give a half.
    for places in combinations(range(10), twos):
        assert score_answers([2 if index in places else 0 for index in range(10)]).score == score


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (0, "quiet"),
        (24, "quiet"),
        (25, "forming"),
        (49, "forming"),
        (50, "warming"),
        (74, "warming"),
        (75, "rooted"),
        (100, "rooted"),
    ],
)
def test_bands_begin_at_their_lowest_score(score: int, band: str) -> None:
    assert band_of(score) == band


def test_the_range_runs_from_all_skipped_at_nothing_to_all_skipped_at_full() -> None:
    score = score_answers(person({"hosting": 4}).values)
    assert (score.score, score.range, score.answered) == (100, (1, 100), 1)
    score = score_answers(person({"hosting": 0}).values)
    assert (score.score, score.range, score.answered) == (0, (0, 81), 1)


def test_with_nothing_skipped_both_ends_of_the_range_are_the_score() -> None:
    score = score_answers(EXAMPLE.values)
    assert (score.score, score.range, score.answered, score.band) == (64, (64, 64), 10, "warming")


def test_points_say_what_each_strand_earns() -> None:
    score = score_answers(person({"belonging": 0, "groups": 1, "repair": 4}).values)
    assert score.exact == pytest.approx(25.0)
    earned = dict(zip(STRAND_IDS, score.points, strict=True))
    assert earned["belonging"] == 0.0
    assert earned["groups"] == pytest.approx(25 / 3)
    assert earned["repair"] == pytest.approx(50 / 3)
    assert {strand for strand, points in earned.items() if points is None} == set(STRAND_IDS) - {
        "belonging",
        "groups",
        "repair",
    }


def test_a_gain_is_what_one_more_step_adds_and_absent_where_there_is_no_step() -> None:
    score = score_answers(person({"belonging": 0, "groups": 4, "repair": 1}).values)
    gains = dict(zip(STRAND_IDS, score.gains, strict=True))
    assert gains["belonging"] == pytest.approx(100 * (2 / 3) ** 2 - 25)
    assert gains["repair"] == pytest.approx(100 * ((1 + sqrt(0.5)) / 3) ** 2 - 25)
    assert gains["groups"] is None
    assert gains["hosting"] is None


def test_the_thinnest_strand_is_the_one_that_gains_most() -> None:
    values = person({"belonging": 3, "groups": 2, "repair": 1, "hosting": 0, "friendship": 4}).values
    assert thin_strands(values, score_answers(values).gains) == ("hosting", "repair", "groups", "belonging")


def test_equal_gains_fall_to_the_lower_answer_and_then_to_the_canonical_order() -> None:
    values = person({"weak-ties": 2, "hosting": 1, "repair": 1}).values
    gains = [None if value is None else 5.0 for value in values]
    assert thin_strands(values, gains) == ("hosting", "repair", "weak-ties")


def test_gains_are_compared_after_nine_decimals() -> None:
    values = person({"weak-ties": 1, "repair": 1}).values
    one, eight = STRAND_IDS.index("weak-ties"), STRAND_IDS.index("repair")
    gains: list[float | None] = [None] * 10
    gains[one], gains[eight] = 5.0, 5.0 + 4e-10
    assert thin_strands(values, gains) == ("weak-ties", "repair")
    gains[eight] = 5.0 + 1e-9
    assert thin_strands(values, gains) == ("repair", "weak-ties")


@pytest.mark.parametrize("answers", [(0, 1, 1, 3, 3, 4, 4, 4), (1, 1, 1, 1, 3, 3, 4, 4), (1, 2, 3, 3, 4, 4, 4, 4)])
def test_equal_answers_tie_even_where_a_gain_lies_next_to_the_edge_of_rounding(answers: tuple[int, ...]) -> None:
    # Of all answers these come nearest: 2e-13 from the middle between two numbers of nine decimals.
    for order in set(permutations(answers)):
        values = (*order, None, None)
        ordered = sorted((value, index) for index, value in enumerate(order) if value < 4)
        assert thin_strands(values, score_answers(values).gains) == tuple(STRAND_IDS[index] for _, index in ordered)
