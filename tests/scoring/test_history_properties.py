"""The thin spot holds from week to week, whoever it is and whatever becomes of the moves."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, advise, score_answers
from scoring.history import HOLDS_UNTIL_DONE, OUTCOMES, REFUSALS
from scoring.model import MAX_ANSWER, STRAND_IDS, Past
from tests.scoring.strategies import people


@given(people, st.lists(st.sampled_from(OUTCOMES), min_size=2, max_size=25))
def test_the_thin_spot_holds_until_two_of_its_moves_are_done_or_three_refused(
    catalogue: Catalogue, who: Answers, outcomes: list[str]
) -> None:
    score = score_answers(who.values, who.set_aside)
    refused: dict[str, set[str]] = {strand: set() for strand in STRAND_IDS}
    before, done, past = "", 0, ()
    for week, outcome in enumerate(outcomes, start=1):
        advice = advise(replace(who, week=week, history=past), score, catalogue)
        tried = advice.invitation or advice.contribution
        if advice.thin_spot is None or tried is None:
            return
        thin = advice.thin_spot.id
        if before and done < HOLDS_UNTIL_DONE and len(refused[before]) < REFUSALS:
            assert thin == before
        done = (done if thin == before else 0) + (outcome == "done")
        refused[thin] |= {tried.id} if outcome == "not-for-me" else set()
        before = thin
        past += (Past(tried.id, week, outcome),)


@given(people, st.data())
def test_no_history_makes_a_strand_thin_that_lies_two_steps_over_the_lowest(
    catalogue: Catalogue, who: Answers, data: st.DataObject
) -> None:
    strand = catalogue.strand(data.draw(st.sampled_from(STRAND_IDS)))
    tried = Past(strand.moves[0].id, who.week, data.draw(st.sampled_from(OUTCOMES)))
    thin = advise(replace(who, history=(tried,)), score_answers(who.values, who.set_aside), catalogue).thin_spot
    if thin is None or "home-not-private" in who.contexts:
        return
    answers = dict(zip(STRAND_IDS, who.values, strict=True))
    lowest = min(value for value in who.values if value is not None)
    value = answers[strand.id]
    holds = value not in (None, MAX_ANSWER) and value < lowest + 2
    assert thin is strand if holds else answers[thin.id] == lowest
