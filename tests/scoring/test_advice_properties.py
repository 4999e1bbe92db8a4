"""What must hold for the advice and the views, whoever it is (section 7 of the model)."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import (
    Advice,
    Answers,
    Catalogue,
    advise,
    builder_view,
    decode,
    handle,
    next_steps,
    result_data,
    score_answers,
)
from scoring.advice import thin_groups
from scoring.model import LEAST_COUNTED, MAX_ANSWER, STRAND_IDS
from tests.scoring.people import as_form, as_input, on_a_card, with_answer
from tests.scoring.strategies import TEN, form_people, people, silent_people

TODAY = "2026-11-23"
strands = st.sampled_from(STRAND_IDS)


def advice_for(who: Answers, catalogue: Catalogue) -> Advice:
    return advise(who, score_answers(who.values, who.set_aside), catalogue)


def lowest(who: Answers) -> list[str]:
    """The strands with the lowest answer, where it is not the full one; for the watched, screens only if no other."""
    still_open = {s: v for s, v in zip(STRAND_IDS, who.values, strict=True) if v not in (None, MAX_ANSWER)}
    if "home-not-private" in who.contexts and len(still_open) > 1:
        still_open.pop("digital-community", None)
    return [strand for strand, value in still_open.items() if value == min(still_open.values())]


@given(people, st.randoms())
def test_the_order_in_which_answers_are_given_changes_nothing(catalogue: Catalogue, who: Answers, random) -> None:
    fields = as_input(who)
    text = json.dumps({"do": "score", "input": fields})
    answers = list(fields["answers"].items())
    random.shuffle(answers)
    for name in ("contexts", "wishes"):
        random.shuffle(fields.get(name, []))
    shuffled = list((fields | {"answers": dict(answers)}).items())
    random.shuffle(shuffled)
    other = json.dumps({"input": dict(shuffled), "do": "score"})
    assert handle(other, catalogue) == handle(text, catalogue)


@given(form_people, st.randoms())
def test_the_order_of_the_forms_entries_changes_nothing(catalogue: Catalogue, who: Answers, random) -> None:
    entries = as_form(who)
    text = json.dumps({"do": "builder", "entries": entries, "today": TODAY})
    random.shuffle(entries)
    other = json.dumps({"today": TODAY, "entries": entries, "do": "builder"})
    assert handle(other, catalogue) == handle(text, catalogue)


@given(people)
def test_a_skipped_full_or_set_aside_strand_is_never_the_thin_spot_nor_the_next(
    catalogue: Catalogue, who: Answers
) -> None:
    advice = advice_for(who, catalogue)
    for strand in filter(None, (advice.thin_spot, advice.next_thin, *advice.ties)):
        assert who.values[STRAND_IDS.index(strand.id)] not in (None, MAX_ANSWER)
    still_open = sum(value not in (None, MAX_ANSWER) for value in who.values)
    assert (advice.thin_spot is None, advice.next_thin is None) == (still_open == 0, still_open <= 1)
    assert advice.thin_spot != advice.next_thin or still_open == 0


@given(people)
def test_without_a_history_the_thin_spot_is_the_lowest_answer(catalogue: Catalogue, who: Answers) -> None:
    advice = advice_for(replace(who, history=()), catalogue)
    tied = [strand.id for strand in filter(None, (advice.thin_spot, *advice.ties))]
    assert sorted(tied) == sorted(lowest(who))
    groups = thin_groups(who, score_answers(who.values, who.set_aside), catalogue)
    assert groups[:1] == ([tuple(lowest(who))] if lowest(who) else [])
    assert sorted(strand for group in groups for strand in group) == sorted(
        strand for strand, value in zip(STRAND_IDS, who.values, strict=True) if value not in (None, MAX_ANSWER)
    )


@given(people, st.sets(st.sampled_from(STRAND_IDS), max_size=2))
def test_wishes_break_ties_and_change_nothing_else(catalogue: Catalogue, who: Answers, wished: set[str]) -> None:
    plain = replace(who, wishes=(), history=())
    wishes = replace(plain, wishes=tuple(strand for strand in STRAND_IDS if strand in wished))
    before, after = advice_for(plain, catalogue), advice_for(wishes, catalogue)
    tied = lowest(who)
    if before.thin_spot:
        wished_for = [strand for strand in tied if strand in wished]
        assert after.thin_spot.id in (wished_for or [before.thin_spot.id])
        assert {s.id for s in (after.thin_spot, *after.ties)} == set(tied)
        chosen = replace(plain, thin_spot=after.thin_spot.id)
        same = advice_for(chosen, catalogue)
        assert (same.invitation, same.contribution, same.line) == (after.invitation, after.contribution, after.line)
    if not wished & set(tied) and before.next_thin and before.ties:
        assert after == before
    assert (before.path[-1], len(before.path)) == (after.path[-1], len(after.path))


@given(people, st.sets(st.sampled_from(STRAND_IDS), min_size=3))
def test_more_wishes_than_two_change_no_advice(catalogue: Catalogue, who: Answers, wished: set[str]) -> None:
    many = replace(who, wishes=tuple(strand for strand in STRAND_IDS if strand in wished))
    assert advice_for(many, catalogue) == advice_for(replace(who, wishes=()), catalogue)


@given(people, strands)
def test_the_persons_own_choice_leads_where_it_is_among_the_thinnest(
    catalogue: Catalogue, who: Answers, chosen: str
) -> None:
    advice = advice_for(replace(who, thin_spot=chosen), catalogue)
    if chosen in lowest(who):
        assert advice.thin_spot.id == chosen
    else:
        assert advice == advice_for(who, catalogue)


@given(people)
def test_the_path_leads_from_the_thin_spot_to_the_next(catalogue: Catalogue, who: Answers) -> None:
    advice = advice_for(who, catalogue)
    assert len(set(advice.path)) == len(advice.path)
    assert advice.path[-1] in ("social-map", "weekly-review")
    named = [strand.id for strand in (advice.thin_spot, advice.next_thin) if strand]
    assert list(advice.path[:-1]) == named


@given(people, st.booleans())
def test_whether_the_weeks_were_ordinary_changes_words_and_no_number(
    catalogue: Catalogue, who: Answers, ordinary: bool
) -> None:
    said, unsaid = (builder_view(replace(who, ordinary=what), TEN, catalogue) for what in (ordinary, None))
    assert {name for name in said if said[name] != unsaid[name]} == (set() if ordinary else {"notes"})
    assert result_data(replace(who, ordinary=ordinary), catalogue) == result_data(
        replace(who, ordinary=None), catalogue
    )


@given(people)
def test_a_card_has_at_most_600_characters_and_no_line_is_empty(catalogue: Catalogue, who: Answers) -> None:
    text = result_data(who, catalogue)["card"]["text"]
    assert len(text) <= 600
    assert all(line.strip() for line in text.split("\n"))


@given(people, strands, st.integers(0, MAX_ANSWER))
def test_a_what_if_is_the_real_score_of_the_changed_answers(
    catalogue: Catalogue, who: Answers, strand: str, answer: int
) -> None:
    asked = {"do": "what-if", "input": as_input(who), "strand": strand, "answer": answer}
    changed = as_input(who)
    changed["answers"] |= {strand: answer}
    real = {"do": "score", "input": changed}
    assert handle(json.dumps(asked), catalogue) == handle(json.dumps(real), catalogue)


@given(people)
def test_every_next_step_is_the_real_score_of_the_changed_answers(who: Answers) -> None:
    score = score_answers(who.values, who.set_aside)
    for step in next_steps(who, score):
        raised = with_answer(who, step.strand, step.answer)
        changed = score_answers(raised.values, raised.set_aside)
        assert step.answer == who.values[STRAND_IDS.index(step.strand)] + 1
        assert step.score == changed.score
        assert step.gain == pytest.approx(changed.exact - score.exact, abs=1e-9)


@given(people)
def test_every_possible_score_is_the_real_one(catalogue: Catalogue, who: Answers) -> None:
    rows = builder_view(who, TEN, catalogue)["points"]
    for strand, row in zip(STRAND_IDS, rows, strict=True):
        changed = [with_answer(who, strand, answer) for answer in range(MAX_ANSWER + 1)]
        scores = [score_answers(one.values, one.set_aside).score for one in changed]
        assert [step["score"] for step in row["steps"]] == [str(score) for score in scores if score is not None]


@given(silent_people, st.integers(0, TEN))
def test_the_ring_and_its_sentence_go_with_the_answers(catalogue: Catalogue, who: Answers, dealt_with: int) -> None:
    view = builder_view(who, dealt_with, catalogue)
    assert [row["id"] for row in view["ring"]] == list(STRAND_IDS)
    assert tuple(row["value"] for row in view["ring"]) == who.values
    assert [row["label"] for row in view["ring"] if row["thin"]] == list(filter(None, [view["thin_spot"]]))
    assert len(view["picture"]) <= 125
    assert all(row["answer"] for row in view["ring"])


@given(silent_people, st.integers(0, TEN))
def test_the_link_holds_the_answers_as_soon_as_there_is_one(
    catalogue: Catalogue, who: Answers, dealt_with: int
) -> None:
    view = builder_view(who, dealt_with, catalogue)
    if who.values == (None,) * TEN:
        assert view["link"] == ""
    else:
        card = decode(view["link"], catalogue)
        assert card.answers == on_a_card(who)
        shown = [view[slot] and view[slot]["id"] for slot in ("invitation", "contribution")]
        assert [move and move.id for move in card.moves] == shown


@given(silent_people, st.integers(0, TEN))
def test_the_builder_shows_a_score_only_when_all_is_dealt_with(
    catalogue: Catalogue, who: Answers, dealt_with: int
) -> None:
    view = builder_view(who, dealt_with, catalogue)
    silent = all(value is None for value in who.values)
    assert view["state"] == ("empty" if silent else "partial" if dealt_with < TEN else "complete")
    enough = sum(value is not None for value in who.values) >= LEAST_COUNTED
    assert bool(view["score"]) == bool(view["band"]) == (view["state"] == "complete" and enough)
    is_open = score_answers(who.values, who.set_aside).is_open if not silent else False
    assert bool(view["range"]) == (view["state"] == "partial" or (view["state"] == "complete" and is_open))
