"""What one change would do."""

import pytest

from scoring import next_steps, score_answers
from scoring.model import STRAND_IDS
from scoring.what_if import NextStep, change, possible_scores, with_change
from tests.scoring.people import EXAMPLE, FULL, history, person, said


def test_each_next_step_is_the_score_of_the_changed_answers() -> None:
    who = person({"weak-ties": 1, "hosting": 4, "groups": 4, "repair": 0, "local-life": 4, "belonging": 4})
    score = score_answers(who.values)
    raised = {"weak-ties": 2, "repair": 1}
    expected = []
    for strand, answer in raised.items():
        after = score_answers(change(who.values, strand, answer))
        gain = score.gains[STRAND_IDS.index(strand)]
        expected.append(NextStep(strand, answer, after.score, gain))
        assert gain == pytest.approx(after.exact - score.exact)
    assert next_steps(who, score) == tuple(expected)
    assert all(step.score is not None for step in expected)


def test_a_step_under_six_answers_has_a_gain_and_no_score() -> None:
    who = person({"weak-ties": 1})
    [step] = next_steps(who, score_answers(who.values))
    assert (step.strand, step.answer, step.score) == ("weak-ties", 2, None)
    assert step.gain == pytest.approx(0.25)


def test_the_steps_of_somebody_who_set_a_strand_aside_leave_it_aside() -> None:
    who = person({"repair": "none"}, 2)
    steps = next_steps(who, score_answers(who.values, who.set_aside))
    assert [step.strand for step in steps] == [strand for strand in STRAND_IDS if strand != "repair"]
    raised = person({"repair": "none", "belonging": 3}, 2)
    assert steps[0].score == score_answers(raised.values, raised.set_aside).score


def test_the_next_steps_of_the_worked_example_stand_in_canonical_order() -> None:
    steps = next_steps(EXAMPLE, score_answers(EXAMPLE.values))
    assert tuple(step.strand for step in steps) == STRAND_IDS
    assert [step.answer for step in steps] == [4, 2, 4, 3, 4, 4, 4, 3, 4, 4]
    assert steps[1].score == 67


def test_nothing_can_gain_where_all_is_full() -> None:
    assert next_steps(FULL, score_answers(FULL.values)) == ()


@pytest.mark.parametrize("before", [None, "none", 0, 3])
def test_the_possible_scores_of_a_strand_count_it_whatever_was_answered(before: int | str | None) -> None:
    who = person({"repair": before}, 2)
    expected = tuple(score_answers(person({"repair": answer}, 2).values).score for answer in range(5))
    assert possible_scores(who, "repair") == expected
    assert possible_scores(person({"hosting": 1}), "repair") == (None,) * 5


def test_a_change_touches_one_strand() -> None:
    assert change(EXAMPLE.values, "belonging", 0) == (0, *EXAMPLE.values[1:])
    assert change(EXAMPLE.values, "digital-community", 4) == (*EXAMPLE.values[:9], 4)
    assert change(EXAMPLE.values, "hosting", None)[3] is None


def test_the_answers_keep_all_else() -> None:
    life = {
        "capacity": "plenty",
        "contexts": ("new-here",),
        "week": 17,
        "wishes": ("groups",),
        "second": said(a_group="yes"),
        "history": history((16, "gone", "done")),
    }
    who = person({"hosting": 1, "digital-community": "none"}, 2, **life)
    assert with_change(who, "hosting", 3) == person({"hosting": 3, "digital-community": "none"}, 2, **life)


@pytest.mark.parametrize("answer", [0, 4, None])
def test_a_strand_that_gets_an_answer_is_set_aside_no_more(answer: int | None) -> None:
    who = person({"repair": "none", "digital-community": "none"}, 2)
    assert with_change(who, "repair", answer) == person({"repair": answer, "digital-community": "none"}, 2)


@pytest.mark.parametrize("answer", [-1, 5])
def test_a_change_to_something_that_is_no_answer_is_a_bug_of_the_caller(answer: int) -> None:
    with pytest.raises(ValueError, match=f"{answer} is no answer"):
        change(EXAMPLE.values, "hosting", answer)


def test_a_change_in_an_unknown_strand_is_a_bug_of_the_caller() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        change(EXAMPLE.values, "hostin", 1)
