"""The score by hand is never more than two points from the score of the real scoring, whatever the answers."""

from itertools import pairwise

import pytest
from hypothesis import given

from scoring import Answers, score_answers
from scoring.score import Values, counted_values
from scoring.worksheet import MOST_OFF, Worksheet, make_worksheet
from tests.scoring.people import EXAMPLE, FULL, NOTHING, person
from tests.scoring.strategies import counted_people


def counted(who: Answers) -> Values:
    """The answers without those of strands that are set aside."""
    return counted_values(who.values, who.set_aside)


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    return make_worksheet()


def test_the_points_can_be_added_in_the_head(sheet: Worksheet) -> None:
    assert sheet.points == (0, 7, 10, 12, 14)


@pytest.mark.parametrize(
    ("who", "total"),
    [
        (EXAMPLE, 7 + 2 * 10 + 7 * 12),
        (FULL, 140),
        (NOTHING, 0),
        (person({"hosting": 3, "repair": 0}), 12),
        (person({"repair": "none"}, 3), 10 * 12),
        (person({"repair": "none", "hosting": 2, "groups": None}, 0), 11),  # 100 / 9
        (person({"repair": "none", "digital-community": "none", "hosting": 2}, 0), 13),  # 100 / 8, rounded up
    ],
)
def test_points_are_added_and_spread_over_ten_where_strands_are_set_aside(
    sheet: Worksheet, who: Answers, total: int
) -> None:
    assert sheet.sum_of(counted(who)) == total


def test_the_worked_example_by_hand(sheet: Worksheet) -> None:
    assert sheet.scores[sheet.sum_of(counted(EXAMPLE))] == 63  # the real one is 64


def test_no_score_by_hand_is_more_than_two_points_off(sheet: Worksheet) -> None:
    assert sheet.most_off() == MOST_OFF == 2


@pytest.mark.parametrize("points", [(0, 5, 7, 9, 10), (0, 6, 8, 10, 12), (0, 6, 9, 11, 13)])
def test_smaller_points_would_be_off_by_more(points: tuple[int, ...]) -> None:
    assert Worksheet(points).most_off() > MOST_OFF


@given(counted_people)
def test_by_hand_it_is_nearly_the_real_score_whoever_it_is(sheet: Worksheet, who: Answers) -> None:
    real = score_answers(who.values, who.set_aside).score
    assert real is None or abs(sheet.scores[sheet.sum_of(counted(who))] - real) <= MOST_OFF


def test_the_table_rises_from_nothing_to_everything(sheet: Worksheet) -> None:
    assert (sheet.scores[0], sheet.scores[-1]) == (0, 100)
    assert all(low <= high <= low + 2 for low, high in pairwise(sheet.scores))


def test_nothing_and_everything_are_exact(sheet: Worksheet) -> None:
    assert [sheet.scores[sheet.sum_of(counted(who))] for who in (NOTHING, FULL)] == [0, 100]
