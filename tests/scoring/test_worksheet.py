"""The score by hand gives the score of the real scoring, whatever the answers."""

from fractions import Fraction
from itertools import combinations_with_replacement, pairwise

import pytest
from hypothesis import given

from scoring import score_answers, worksheet
from scoring.model import MAX_ANSWER
from scoring.worksheet import WORKSHEET_POINTS, WorksheetTable, worksheet_score, worksheet_sum, worksheet_table
from tests.scoring.people import EXAMPLE, FULL, NOTHING, person
from tests.scoring.strategies import values


@pytest.fixture(scope="module")
def table() -> WorksheetTable:
    return worksheet_table()


def test_an_answer_adds_a_thousand_times_its_square_root() -> None:
    assert WORKSHEET_POINTS == (0, 500, 707, 866, 1000)


@pytest.mark.parametrize(
    ("ten", "total"),
    [
        (EXAMPLE.values, 500 + 2 * 707 + 7 * 866),
        (FULL.values, 10_000),
        (NOTHING.values, 0),
        (person({"hosting": 3, "repair": 0}).values, 10 * 866 // 2),
        (person({"hosting": 2, "repair": 0, "groups": 0}).values, Fraction(7070, 3)),
    ],
)
def test_the_points_of_all_answers_times_ten_are_divided_by_the_number_of_answers(
    ten: tuple[int | None, ...], total: int | Fraction
) -> None:
    assert worksheet_sum(ten) == total


def test_the_worked_example_by_hand(table: WorksheetTable) -> None:
    assert worksheet_score(EXAMPLE.values, table) == 64


def test_every_set_of_answers_has_the_same_score_by_hand(table: WorksheetTable) -> None:
    wrong = []
    for answered in range(1, 11):
        for some in combinations_with_replacement(range(MAX_ANSWER + 1), answered):
            ten = (*some, *[None] * (10 - answered))
            if worksheet_score(ten, table) != score_answers(ten).score:
                wrong.append(ten)
    assert wrong == []


@given(values)
def test_the_order_of_the_answers_does_not_matter_by_hand(table: WorksheetTable, ten: tuple[int | None, ...]) -> None:
    assert worksheet_score(ten, table) == score_answers(ten).score


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
    for answered in range(1, 11):
        for some in combinations_with_replacement(range(MAX_ANSWER + 1), answered):
            ten = (*some, *[None] * (10 - answered))
            reached.setdefault(score_answers(ten).score, []).append(worksheet_sum(ten))
    assert [score for score, _ in table] == sorted(reached)
    for (below, _), (score, least) in pairwise(table):
        assert max(reached[below]) < least <= min(reached[score])
        if least.denominator > 1:
            assert max(reached[below]) >= least // 1


def test_points_too_coarse_to_tell_two_scores_apart_are_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "WORKSHEET_POINTS", (0, 5, 7, 9, 10))
    with pytest.raises(ValueError, match=r"^sums \d\S* and \d\S* are too close for a table$"):
        worksheet_table()
