"""What must hold for everybody (section 7 of the model): score, thin spot, moves, card, what-if."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import (
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
from scoring.advice import choose_idea, choose_move, fitting_moves
from scoring.model import CAPACITIES, KINDS, MAX_ANSWER, STRAND_IDS
from scoring.score import thin_strands
from scoring.what_if import change
from tests.scoring.people import as_form, as_input
from tests.scoring.strategies import TEN, full_values, people, silent_people, values

TODAY = "2026-11-23"
places = st.integers(0, TEN - 1)
type Ten = tuple[int | None, ...]


def with_value(ten: Ten, place: int, value: int | None) -> Ten:
    return (*ten[:place], value, *ten[place + 1 :])


@given(values)
def test_a_score_lies_between_0_and_100(ten: Ten) -> None:
    score = score_answers(ten)
    assert 0 <= score.score <= 100
    assert 0.0 <= score.exact <= 100.0
    assert abs(score.score - score.exact) <= 0.5


@given(full_values, places)
def test_raising_any_answer_never_lowers_the_score(ten: Ten, place: int) -> None:
    rising = [score_answers(with_value(ten, place, value)) for value in range(MAX_ANSWER + 1)]
    assert all(low.exact < high.exact for low, high in pairwise(rising))
    assert all(low.score <= high.score for low, high in pairwise(rising))


@given(values, places)
def test_raising_an_answer_among_skipped_ones_never_lowers_the_score(ten: Ten, place: int) -> None:
    rising = [score_answers(with_value(ten, place, value)) for value in range(MAX_ANSWER + 1)]
    assert all(low.exact < high.exact for low, high in pairwise(rising))
    ranges = [score.range for score in rising]
    assert ranges == sorted(ranges)
    assert [high for _, high in ranges] == sorted(high for _, high in ranges)


@given(values)
def test_points_add_up_to_the_exact_score(ten: Ten) -> None:
    score = score_answers(ten)
    earned = [points for points in score.points if points is not None]
    assert abs(sum(earned) - score.exact) < 1e-9
    assert min(earned) >= 0.0
    assert [points is None for points in score.points] == [value is None for value in ten]


@given(values)
def test_the_range_holds_the_score(ten: Ten) -> None:
    score = score_answers(ten)
    low, high = score.range
    assert low <= score.score <= high
    if None not in ten:
        assert low == high


@given(values, full_values)
def test_the_range_holds_every_score_that_is_still_possible(ten: Ten, later: Ten) -> None:
    low, high = score_answers(ten).range
    filled = tuple(then if now is None else now for now, then in zip(ten, later, strict=True))
    assert low <= score_answers(filled).score <= high


@given(values)
def test_the_score_lies_between_the_geometric_and_the_plain_mean(ten: Ten) -> None:
    given_values = [value for value in ten if value is not None]
    plain = 100 * sum(given_values) / len(given_values) / MAX_ANSWER
    product = 1.0
    for value in given_values:
        product *= value / MAX_ANSWER
    geometric = 100 * product ** (1 / len(given_values))
    assert geometric - 1e-9 <= score_answers(ten).exact <= plain + 1e-9


@given(values)
def test_gains_are_the_differences_of_exact_scores(ten: Ten) -> None:
    score = score_answers(ten)
    for place, (value, gain) in enumerate(zip(ten, score.gains, strict=True)):
        if value is None or value == MAX_ANSWER:
            assert gain is None
        else:
            assert gain == pytest.approx(
                score_answers(with_value(ten, place, value + 1)).exact - score.exact, abs=1e-9
            )
            assert gain > 0


@given(values, st.randoms())
def test_which_strand_got_which_answer_does_not_change_the_score(ten: Ten, random) -> None:
    shuffled = list(ten)
    random.shuffle(shuffled)
    score, other = score_answers(ten), score_answers(shuffled)
    assert other.exact == pytest.approx(score.exact, abs=1e-9)
    assert (other.score, other.range, other.answered) == (score.score, score.range, score.answered)


@given(people, st.randoms())
def test_the_order_in_which_answers_are_given_changes_nothing(catalogue: Catalogue, who: Answers, random) -> None:
    fields = as_input(who)
    text = json.dumps({"do": "score", "input": fields})
    answers = list(fields["answers"].items())
    random.shuffle(answers)
    random.shuffle(fields["contexts"])
    shuffled = list((fields | {"answers": dict(answers)}).items())
    random.shuffle(shuffled)
    other = json.dumps({"input": dict(shuffled), "do": "score"})
    assert handle(other, catalogue) == handle(text, catalogue)


@given(silent_people, st.randoms())
def test_the_order_of_the_forms_entries_changes_nothing(catalogue: Catalogue, who: Answers, random) -> None:
    entries = as_form(who)
    text = json.dumps({"do": "builder", "entries": entries, "today": TODAY})
    random.shuffle(entries)
    other = json.dumps({"today": TODAY, "entries": entries, "do": "builder"})
    assert handle(other, catalogue) == handle(text, catalogue)


@given(people)
def test_a_skipped_or_full_answer_is_never_the_thin_spot_nor_the_next(catalogue: Catalogue, who: Answers) -> None:
    advice = advise(who, score_answers(who.values), catalogue)
    for strand in filter(None, (advice.thin_spot, advice.next_thin)):
        assert who.values[STRAND_IDS.index(strand.id)] not in (None, MAX_ANSWER)
    still_open = sum(value not in (None, MAX_ANSWER) for value in who.values)
    assert (advice.thin_spot is None, advice.next_thin is None) == (still_open == 0, still_open <= 1)
    assert advice.thin_spot != advice.next_thin or still_open == 0


@given(values)
def test_with_equal_weights_the_lowest_answer_is_the_thinnest_and_equals_keep_their_order(ten: Ten) -> None:
    lowest_first = sorted((value, place) for place, value in enumerate(ten) if value not in (None, MAX_ANSWER))
    assert thin_strands(ten, score_answers(ten).gains) == tuple(STRAND_IDS[place] for _, place in lowest_first)


@given(silent_people)
def test_no_move_that_fits_breaks_avoid_or_capacity_and_none_is_lost(catalogue: Catalogue, who: Answers) -> None:
    most = 1 + CAPACITIES.index(who.capacity or "low")
    for strand in catalogue.strands:
        for kind in KINDS:
            moves = fitting_moves(strand, kind, who)
            assert moves
            assert {move.kind for move in moves} == {kind}
            assert not any(set(move.avoid) & set(who.contexts) for move in moves)
            assert max(move.effort for move in moves) <= most
            ranks = [(-len(set(move.suits) & set(who.contexts)), -move.effort) for move in moves]
            assert ranks == sorted(ranks)
            possible = {m.id for m in strand.moves if m.kind == kind and m.effort <= most}
            avoided = {m.id for m in strand.moves if set(m.avoid) & set(who.contexts)}
            assert sorted(move.id for move in moves) == sorted(possible - avoided)


@given(people)
def test_the_advice_holds_the_moves_and_the_path_of_the_thin_spot(catalogue: Catalogue, who: Answers) -> None:
    advice = advise(who, score_answers(who.values), catalogue)
    assert len(set(advice.path)) == len(advice.path)
    assert advice.path[-1] in ("social-map", "weekly-review")
    named = [strand.id for strand in (advice.thin_spot, advice.next_thin) if strand]
    assert list(advice.path[:-1]) == named
    if advice.thin_spot:
        for kind, asked in zip(KINDS, who.ideas, strict=True):
            moves = fitting_moves(advice.thin_spot, kind, who)
            assert getattr(advice, kind) == moves[asked % len(moves)]


@given(people, st.sampled_from(STRAND_IDS), st.sampled_from(KINDS))
def test_another_idea_goes_through_every_move_that_fits_and_comes_back(
    catalogue: Catalogue, who: Answers, strand_id: str, kind: str
) -> None:
    strand, place = catalogue.strand(strand_id), KINDS.index(kind)
    moves = fitting_moves(strand, kind, who)
    offered = []
    asked = 0
    for _ in moves:
        ideas = (asked, 0) if place == 0 else (0, asked)
        on_offer, number = choose_idea(strand, kind, replace(who, ideas=ideas))
        assert (on_offer, number) == (moves, asked)
        offered.append(choose_move(strand, kind, replace(who, ideas=ideas)))
        asked = (number + 1) % len(on_offer)
    assert tuple(offered) == moves
    assert asked == 0


@given(people)
def test_no_idea_asks_for_more_than_the_person_has_room_for(catalogue: Catalogue, who: Answers) -> None:
    data = result_data(who, catalogue)
    for kind in KINDS:
        if data[kind]:
            assert data[kind]["effort"] <= CAPACITIES.index(who.capacity or "low") + 1
            assert not set(data[kind]["avoid"]) & set(who.contexts)


@given(people, st.sampled_from(STRAND_IDS), st.sampled_from(KINDS))
def test_every_week_only_turns_the_best(catalogue: Catalogue, who: Answers, strand_id: str, kind: str) -> None:
    strand = catalogue.strand(strand_id)
    first = fitting_moves(strand, kind, replace(who, week=0))
    turned = fitting_moves(strand, kind, who)
    assert sorted(move.id for move in turned) == sorted(move.id for move in first)
    ranks = [(len(set(move.suits) & set(who.contexts)), move.effort) for move in first]
    best = ranks.count(ranks[0])
    assert turned[0] == first[who.week % best]
    assert turned[best:] == first[best:]


@given(people)
def test_a_card_has_at_most_600_characters_and_no_line_is_empty(catalogue: Catalogue, who: Answers) -> None:
    text = result_data(who, catalogue)["card"]["text"]
    assert len(text) <= 600
    assert all(line.strip() for line in text.split("\n"))


@given(people, st.sampled_from(STRAND_IDS), st.integers(0, MAX_ANSWER))
def test_a_what_if_is_the_real_score_of_the_changed_answers(
    catalogue: Catalogue, who: Answers, strand: str, answer: int
) -> None:
    asked = {"do": "what-if", "input": as_input(who), "strand": strand, "answer": answer}
    changed = as_input(who)
    changed["answers"] |= {strand: answer}
    real = {"do": "score", "input": changed}
    assert handle(json.dumps(asked), catalogue) == handle(json.dumps(real), catalogue)


@given(values)
def test_every_next_step_is_the_real_score_of_the_changed_answers(ten: Ten) -> None:
    score = score_answers(ten)
    for step in next_steps(ten, score):
        changed = score_answers(change(ten, step.strand, step.answer))
        assert step.answer == ten[STRAND_IDS.index(step.strand)] + 1
        assert step.score == changed.score
        assert step.gain == pytest.approx(changed.exact - score.exact, abs=1e-9)


@given(people)
def test_every_possible_score_is_the_real_one(catalogue: Catalogue, who: Answers) -> None:
    rows = builder_view(who, TEN, catalogue)["points"]
    for strand, row in zip(STRAND_IDS, rows, strict=True):
        for answer, step in enumerate(row["steps"]):
            assert step["score"] == str(score_answers(change(who.values, strand, answer)).score)


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
    link = builder_view(who, dealt_with, catalogue)["link"]
    if who.values == (None,) * TEN:
        assert link == ""
    else:
        assert decode(link, catalogue) == who


@given(silent_people, st.integers(0, TEN))
def test_the_builder_shows_a_score_only_when_all_is_dealt_with(
    catalogue: Catalogue, who: Answers, dealt_with: int
) -> None:
    view = builder_view(who, dealt_with, catalogue)
    silent = all(value is None for value in who.values)
    assert view["state"] == ("empty" if silent else "partial" if dealt_with < TEN else "complete")
    assert bool(view["score"]) == (view["state"] == "complete")
