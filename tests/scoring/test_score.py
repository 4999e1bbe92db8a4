"""The score, its range, each strand's share and gain: by hand-made numbers."""

from itertools import combinations, combinations_with_replacement
from math import sqrt

import pytest

from scoring import Answers, Refused, Score, score_answers
from scoring.model import LEAST_COUNTED, STRAND_IDS
from scoring.score import band_of, counted_values, exact_score, round_half_up, score_alone, thin_strands
from tests.scoring.people import EXAMPLE, FULL, NOTHING, person


def score(who: Answers) -> Score:
    return score_answers(who.values, who.set_aside)


@pytest.mark.parametrize(("rest", "expected"), [(0, 0), (1, 25), (2, 50), (3, 75), (4, 100)])
def test_where_all_answers_are_alike_the_score_is_that_answer(rest: int, expected: int) -> None:
    assert score(person(rest=rest)).score == expected


def test_the_score_is_the_power_mean_with_exponent_one_half() -> None:
    assert exact_score([0, 4]) == 100 * ((0 + 1) / 2) ** 2 == 25.0
    assert exact_score([1, 2, 3]) == pytest.approx(100 * ((0.5 + sqrt(0.5) + sqrt(0.75)) / 3) ** 2, abs=1e-12)


def test_a_skipped_answer_earns_nothing_and_counts_in_the_average() -> None:
    assert exact_score([4, None, 4, None]) == exact_score([4, 0, 4, 0]) == 25.0
    assert (
        score(person({"hosting": None, "groups": None}, 3)).exact
        == score(person({"hosting": 0, "groups": 0}, 3)).exact
    )


@pytest.mark.parametrize("aside", [("repair",), ("digital-community",), ("repair", "digital-community")])
def test_a_strand_that_is_set_aside_leaves_the_average(aside: tuple[str, ...]) -> None:
    who = person(dict.fromkeys(aside, "none") | {"belonging": 1}, 3)
    left = [1, *[3] * (9 - len(aside))]
    assert counted_values(who.values, who.set_aside) == left
    assert score(who).exact == exact_score(left)
    assert score(who).range == (score(who).score,) * 2
    assert score(person(dict.fromkeys(aside, "none"), 3)).score == 75


def test_a_skipped_strand_widens_the_range_and_one_set_aside_does_not() -> None:
    assert score(person({"repair": None}, 3)).range == (61, 77)
    assert score(person({"repair": "none"}, 3)).range == (75, 75)
    assert score(person({"repair": "none", "hosting": None}, 3)).range == (59, 78)


def test_all_ten_strands_count_alike() -> None:
    assert len({score(person({strand: 0}, 3)).exact for strand in STRAND_IDS}) == 1


@pytest.mark.parametrize("answered", range(1, 11))
def test_under_six_answers_there_is_a_range_and_no_score(answered: int) -> None:
    who = person(dict.fromkeys(STRAND_IDS[:answered], 2))
    told = score(who)
    assert told.answered == answered
    assert (told.score is None) == (told.band is None) == (score_alone(who.values, ()) is None) == (answered < 6)
    assert told.range[0] == round_half_up(told.exact)
    assert LEAST_COUNTED == 6


def test_what_is_set_aside_is_no_answer_that_makes_a_score() -> None:
    five = dict.fromkeys(STRAND_IDS[:5], 2)
    assert score(person(five | {"repair": "none", "digital-community": "none"})).score is None
    assert score(person(five | {"contribution": 2, "repair": "none"})).score is not None


def test_the_score_of_skipped_answers_is_what_is_sure() -> None:
    who = person({"hosting": None, "groups": None}, 4)
    assert (score(who).score, score(who).range) == (64, (64, 100))


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
    told = score(person({"hosting": 4}))
    assert (told.score, told.range, told.answered) == (None, (1, 100), 1)
    told = score(person({"hosting": 0}))
    assert (told.score, told.range, told.answered) == (None, (0, 81), 1)


def test_with_nothing_skipped_both_ends_of_the_range_are_the_score() -> None:
    told = score(EXAMPLE)
    assert (told.score, told.range, told.answered, told.band) == (64, (64, 64), 10, "warming")


def test_points_say_what_each_strand_earns() -> None:
    told = score(person({"belonging": 0, "groups": 1, "repair": 4}))
    assert told.exact == pytest.approx(100 * (1.5 / 10) ** 2) == pytest.approx(2.25)
    earned = dict(zip(STRAND_IDS, told.points, strict=True))
    assert earned["belonging"] == 0.0
    assert earned["groups"] == pytest.approx(2.25 / 3)
    assert earned["repair"] == pytest.approx(2.25 * 2 / 3)
    unknown = {strand for strand, points in earned.items() if points is None}
    assert unknown == set(STRAND_IDS) - {"belonging", "groups", "repair"}


def test_a_strand_that_is_set_aside_earns_and_gains_nothing_that_is_shown() -> None:
    told = score(person({"repair": "none"}, 2))
    place = STRAND_IDS.index("repair")
    assert (told.points[place], told.gains[place]) == (None, None)
    assert sum(points for points in told.points if points is not None) == pytest.approx(told.exact)


def test_a_gain_is_what_one_more_step_adds_and_absent_where_there_is_no_step() -> None:
    told = score(person({"belonging": 0, "groups": 4, "repair": 1}))
    gains = dict(zip(STRAND_IDS, told.gains, strict=True))
    assert gains["belonging"] == pytest.approx(100 * (2 / 10) ** 2 - 2.25)
    assert gains["repair"] == pytest.approx(100 * ((1 + sqrt(0.5)) / 10) ** 2 - 2.25)
    assert gains["groups"] is None
    assert gains["hosting"] is None


def groups(who: Answers) -> tuple[tuple[str, ...], ...]:
    return thin_strands(who.values, score(who).gains)


def test_the_thinnest_strand_is_the_one_that_gains_most() -> None:
    who = person({"belonging": 3, "groups": 2, "repair": 1, "hosting": 0, "friendship": 4})
    assert groups(who) == (("hosting",), ("repair",), ("groups",), ("belonging",))


def test_strands_that_gain_alike_stand_together_in_canonical_order() -> None:
    who = person({"repair": 1, "hosting": 1, "groups": 0, "local-life": 3, "digital-community": 4})
    assert groups(who) == (("groups",), ("hosting", "repair"), ("local-life",))


def test_equal_gains_fall_to_the_lower_answer_and_then_to_the_canonical_order() -> None:
    values = person({"weak-ties": 2, "hosting": 1, "repair": 1}).values
    gains = [None if value is None else 5.0 for value in values]
    assert thin_strands(values, gains) == (("hosting", "repair"), ("weak-ties",))


def test_gains_are_compared_after_nine_decimals() -> None:
    values = person({"weak-ties": 1, "repair": 1}).values
    one, eight = STRAND_IDS.index("weak-ties"), STRAND_IDS.index("repair")
    gains: list[float | None] = [None] * 10
    gains[one], gains[eight] = 5.0, 5.0 + 4e-10
    assert thin_strands(values, gains) == (("weak-ties", "repair"),)
    gains[eight] = 5.0 + 1e-9
    assert thin_strands(values, gains) == (("repair",), ("weak-ties",))


def test_equal_answers_tie_however_their_sums_were_rounded() -> None:
    for counted in combinations_with_replacement(range(5), 10):
        values = tuple(reversed(counted))
        expected = [tuple(s for s, v in zip(STRAND_IDS, values, strict=True) if v == low) for low in range(4)]
        assert thin_strands(values, score_answers(values).gains) == tuple(filter(None, expected))
