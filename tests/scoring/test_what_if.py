"""What one change would do."""

import pytest

from scoring import next_steps, score_answers
from scoring.model import STRAND_IDS
from scoring.what_if import NextStep, change, with_change
from tests.scoring.people import EXAMPLE, FULL, person


def test_each_next_step_is_the_score_of_the_changed_answers() -> None:
    who = person({"weak-ties": 1, "hosting": 4, "repair": 0})
    score = score_answers(who.values)
    raised = {"weak-ties": 2, "repair": 1}
    expected = []
    for strand, answer in raised.items():
        after = score_answers(change(who.values, strand, answer))
        gain = score.gains[STRAND_IDS.index(strand)]
        expected.append(NextStep(strand, answer, after.score, gain))
        assert gain == pytest.approx(after.exact - score.exact)
    assert next_steps(who.values, score) == tuple(expected)


def test_the_next_steps_of_the_worked_example_stand_in_canonical_order() -> None:
    steps = next_steps(EXAMPLE.values, score_answers(EXAMPLE.values))
    assert tuple(step.strand for step in steps) == STRAND_IDS
    assert [step.answer for step in steps] == [4, 2, 4, 3, 4, 4, 4, 3, 4, 4]
    assert steps[1].score == 67


def test_nothing_can_gain_where_all_is_full() -> None:
    assert next_steps(FULL.values, score_answers(FULL.values)) == ()


def test_a_change_touches_one_strand() -> None:
    assert change(EXAMPLE.values, "belonging", 0) == (0, *EXAMPLE.values[1:])
    assert change(EXAMPLE.values, "digital-community", 4) == (*EXAMPLE.values[:9], 4)
    assert change(EXAMPLE.values, "hosting", None)[3] is None


def test_the_answers_keep_all_else() -> None:
    who = person({"hosting": 1}, 2, "plenty", ("new-here",), 17)
    assert with_change(who, "hosting", 3) == person({"hosting": 3}, 2, "plenty", ("new-here",), 17)


@pytest.mark.parametrize("answer", [-1, 5])
def test_a_change_to_something_that_is_no_answer_is_a_bug_of_the_caller(answer: int) -> None:
    with pytest.raises(ValueError, match=f"{answer} is no answer"):
        change(EXAMPLE.values, "hosting", answer)


def test_a_change_in_an_unknown_strand_is_a_bug_of_the_caller() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        change(EXAMPLE.values, "hostin", 1)
