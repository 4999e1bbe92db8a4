"""The score by hand gives the score of the real scoring, whatever the answers."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, pairwise

import pytest
from hypothesis import given

from scoring import Answers, score_answers, worksheet
from scoring.model import MAX_ANSWER, MAY_BE_SET_ASIDE
from scoring.score import Values, counted_values, exact_score, round_half_up
from scoring.worksheet import WORKSHEET_POINTS, WorksheetTable, worksheet_score, worksheet_sum, worksheet_table
from tests.scoring.people import EXAMPLE, FULL, NOTHING, person
from tests.scoring.strategies import counted_people


def counted(who: Answers) -> Values:
    """The answers without those of strands that are set aside."""
    return counted_values(who.values, who.set_aside)


@pytest.fixture(scope="module")
def table() -> WorksheetTable:
    return worksheet_table()


def test_an_answer_adds_a_thousand_times_its_square_root() -> None:
    assert WORKSHEET_POINTS == (0, 500, 707, 866, 1000)


@pytest.mark.parametrize(
    ("who", "total"),
    [
        (EXAMPLE, 500 + 2 * 707 + 7 * 866),
        (FULL, 10_000),
        (NOTHING, 0),
        (person({"hosting": 3, "repair": 0}), 866),
        (person({"repair": "none"}, 3), 10 * 866),
        (person({"repair": "none", "hosting": 2, "groups": None}, 0), Fraction(7070, 9)),
        (person({"repair": "none", "digital-community": "none", "hosting": 2}, 0), Fraction(7070, 8)),
    ],
)
def test_points_are_added_and_spread_over_ten_where_strands_are_set_aside(
    who: Answers, total: int | Fraction
) -> None:
    assert worksheet_sum(counted(who)) == total


def test_the_worked_example_by_hand(table: WorksheetTable) -> None:
    assert worksheet_score(counted(EXAMPLE), table) == 64


def every_set() -> Iterator[tuple[int, ...]]:
    """Every set of answers that count, with nothing, one or two strands set aside."""
    for aside in range(len(MAY_BE_SET_ASIDE) + 1):
        yield from combinations_with_replacement(range(MAX_ANSWER + 1), 10 - aside)


def test_every_set_of_answers_has_the_same_score_by_hand(table: WorksheetTable) -> None:
    wrong = [some for some in every_set() if worksheet_score(some, table) != round_half_up(exact_score(some))]
    assert wrong == []


@given(counted_people)
def test_by_hand_it_is_the_real_score_whoever_it_is(table: WorksheetTable, who: Answers) -> None:
    assert worksheet_score(counted(who), table) == score_answers(who.values, who.set_aside).score


def test_the_table_rises_from_nothing_to_everything(table: WorksheetTable) -> None:
    assert (table[0], table[-1][0]) == ((0, 0), 100)
    assert table[-1][1] <= 10_000
    assert all(low[0] < high[0] and low[1] < high[1] for low, high in pairwise(table))


def test_the_table_has_short_numbers(table: WorksheetTable) -> None:
    assert {least.denominator for _, least in table} <= {1, 2, 5, 10}
    whole = [least for _, least in table if least.denominator == 1]
    assert len(whole) > len(table) / 2


def test_a_whole_number_stands_wherever_one_does(table: WorksheetTable) -> None:
    reached: dict[int, list[Fraction]] = {}
    for some in every_set():
        reached.setdefault(round_half_up(exact_score(some)), []).append(worksheet_sum(some))
    assert [score for score, _ in table] == sorted(reached)
    for (below, _), (score, least) in pairwise(table):
        assert max(reached[below]) < least <= min(reached[score])
        if least.denominator > 1:
            assert max(reached[below]) >= least // 1


def test_points_too_coarse_to_tell_two_scores_apart_are_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "WORKSHEET_POINTS", (0, 5, 7, 9, 10))
    with pytest.raises(ValueError, match=r"^sums \d\S* and \d\S* are too close for a table$"):
        worksheet_table()
