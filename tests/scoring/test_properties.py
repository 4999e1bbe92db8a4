"""What must hold for every score, whatever the answers (section 7 of the model)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Score, score_answers
from scoring.model import LEAST_COUNTED, MAX_ANSWER, MAY_BE_SET_ASIDE, STRAND_IDS
from scoring.score import counted_values, exact_score, round_half_up
from tests.scoring.people import answers_of, with_answer
from tests.scoring.strategies import people

strands = st.sampled_from(STRAND_IDS)


def score(who: Answers) -> Score:
    return score_answers(who.values, who.set_aside)


def counted(who: Answers) -> list[int | None]:
    return list(counted_values(who.values, who.set_aside))


@given(people)
def test_a_score_lies_between_0_and_100_and_is_there_from_six_answers_on(who: Answers) -> None:
    told = score(who)
    assert 0.0 <= told.exact <= 100.0
    assert told.answered == sum(value is not None for value in who.values)
    assert (told.score is None) == (told.band is None) == (told.answered < LEAST_COUNTED)
    if told.score is not None:
        assert told.score == told.range[0] == round_half_up(told.exact)


@given(people, strands)
def test_raising_any_answer_never_lowers_the_score(who: Answers, strand: str) -> None:
    rising = [score(with_answer(who, strand, value)) for value in range(MAX_ANSWER + 1)]
    assert all(low.exact < high.exact for low, high in pairwise(rising))
    for end in (0, 1):
        ends = [told.range[end] for told in rising]
        assert ends == sorted(ends)
    if rising[0].score is not None:
        scores = [told.score for told in rising]
        assert scores == sorted(scores)


@given(people, strands)
def test_marking_an_answer_not_sure_never_raises_the_score(who: Answers, strand: str) -> None:
    given_, unsure = (with_answer(who, strand, answer) for answer in (answers_of(who)[strand], None))
    if any(value is not None for value in unsure.values) and strand not in who.set_aside:
        before, after = score(given_), score(unsure)
        assert after.exact <= before.exact
        assert after.score is None or after.score <= before.score
        assert after.range[0] <= before.range[0] <= before.range[1] <= after.range[1]


@given(people)
def test_points_add_up_to_the_exact_score(who: Answers) -> None:
    told = score(who)
    earned = [points for points in told.points if points is not None]
    assert abs(sum(earned) - told.exact) < 1e-9
    assert min(earned) >= 0.0
    assert [points is None for points in told.points] == [value is None for value in who.values]


@given(people)
def test_the_range_begins_at_the_score_and_is_open_where_something_was_skipped(who: Answers) -> None:
    low, high = score(who).range
    assert 0 <= low <= high <= 100
    skipped = None in counted(who)
    assert (low < high) == skipped


@given(people, st.lists(st.integers(0, MAX_ANSWER), min_size=10, max_size=10))
def test_the_range_holds_every_score_that_is_still_possible(who: Answers, later: list[int]) -> None:
    low, high = score(who).range
    filled = [then if now is None else now for now, then in zip(counted(who), later, strict=False)]
    assert low <= round_half_up(exact_score(filled)) <= high


@given(people)
def test_a_strand_that_is_set_aside_counts_as_if_it_had_never_been_asked(who: Answers) -> None:
    told = score(who)
    assert told.exact == exact_score(counted(who))
    for strand in MAY_BE_SET_ASIDE:
        place = STRAND_IDS.index(strand)
        asked = with_answer(who, strand, None)
        if strand in who.set_aside:
            assert (told.points[place], told.gains[place]) == (None, None)
            assert told.exact >= score(asked).exact
            assert told.answered == score(asked).answered


@given(people)
def test_the_score_lies_between_the_geometric_and_the_plain_mean(who: Answers) -> None:
    ten = [value or 0 for value in counted(who)]
    product = 1.0
    for value in ten:
        product *= value / MAX_ANSWER
    geometric = 100 * product ** (1 / len(ten))
    assert geometric - 1e-9 <= score(who).exact <= 100 * sum(ten) / len(ten) / MAX_ANSWER + 1e-9


@given(people)
def test_gains_are_the_differences_of_exact_scores(who: Answers) -> None:
    told = score(who)
    for strand, value, gain in zip(STRAND_IDS, who.values, told.gains, strict=True):
        if value is None or value == MAX_ANSWER:
            assert gain is None
        else:
            assert gain == pytest.approx(score(with_answer(who, strand, value + 1)).exact - told.exact, abs=1e-9)
            assert gain > 0


@given(people, st.randoms())
def test_which_strand_got_which_answer_does_not_change_the_score(who: Answers, random) -> None:
    answered = [value for strand, value in answers_of(who).items() if strand not in MAY_BE_SET_ASIDE]
    shuffled = [*answered]
    random.shuffle(shuffled)
    places = [n for n, strand in enumerate(STRAND_IDS) if strand not in MAY_BE_SET_ASIDE]
    values = [*who.values]
    for place, value in zip(places, shuffled, strict=True):
        values[place] = value
    told, other = score(who), score_answers(values, who.set_aside)
    assert other.exact == pytest.approx(told.exact, abs=1e-9)
    assert (other.score, other.range, other.answered) == (told.score, told.range, told.answered)
