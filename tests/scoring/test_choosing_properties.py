"""What must hold for the moves on offer, whoever it is, in the real catalogue (section 7 of the model)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, Move, advise, score_answers
from scoring.choosing import POOL_LEAST, choose_idea, choose_move, fitting_moves
from scoring.history import REST_WEEKS, invitations_closed
from scoring.model import CAPACITIES, MOST_IDEAS, SLOTS, STRAND_IDS, Past
from scoring.needs import needs_met
from tests.scoring.people import history
from tests.scoring.strategies import people

strands = st.sampled_from(STRAND_IDS)
slots = st.sampled_from(SLOTS)


def kind_of(slot: str, who: Answers, catalogue: Catalogue) -> str:
    """A rest move stands where an invitation would, without room or while invitations rest."""
    rests = who.capacity == "none" or invitations_closed(who, catalogue)
    return "rest" if slot == "invitation" and rests else slot


def fits(move: Move, who: Answers, strand: str) -> bool:
    """Each rule of the model, one after the other."""
    answer = who.values[STRAND_IDS.index(strand)] or 0
    room = CAPACITIES.index(who.capacity or "low")
    return (
        move.effort <= (min(room, 2) if answer == 0 else room)
        and move.least <= answer <= move.most
        and not set(move.avoid) & set(who.contexts)
        and (not move.only or bool(set(move.only) & set(who.contexts)))
        and set(move.needs) <= needs_met(who)
        and (move.direction, dict(who.second).get("help-went")) not in {("offer", "yes"), ("ask", "no")}
        and (move.id, "not-for-me") not in {(past.move, past.outcome) for past in who.history}
    )


@given(people, strands, slots)
def test_what_is_offered_is_all_that_fits_and_nothing_else(
    catalogue: Catalogue, who: Answers, strand_id: str, slot: str
) -> None:
    strand = catalogue.strand(strand_id)
    nothing = slot == "contribution" and (who.capacity == "none" or ("too-much", "yes") in who.second)
    kind = kind_of(slot, who, catalogue)
    expected = [move.id for move in strand.moves if move.kind == kind and fits(move, who, strand_id)]
    offered = [move.id for move in fitting_moves(strand, slot, who, catalogue)]
    assert sorted(offered) == ([] if nothing else sorted(expected))
    assert len(set(offered)) == len(offered)


@given(people)
def test_no_advice_breaks_a_rule(catalogue: Catalogue, who: Answers) -> None:
    advice = advise(who, score_answers(who.values, who.set_aside), catalogue)
    for slot, asked in zip(SLOTS, who.ideas, strict=True):
        move = getattr(advice, slot)
        if advice.thin_spot is None:
            assert move is None
            continue
        moves = fitting_moves(advice.thin_spot, slot, who, catalogue)[:MOST_IDEAS]
        assert move == (moves[asked % len(moves)] if moves else None)
        if move:
            assert fits(move, who, advice.thin_spot.id)
            assert move.kind == kind_of(slot, who, catalogue)


@given(people, strands, slots)
def test_another_idea_goes_through_every_move_that_fits_and_comes_back(
    catalogue: Catalogue, who: Answers, strand_id: str, slot: str
) -> None:
    strand, place = catalogue.strand(strand_id), SLOTS.index(slot)
    moves = fitting_moves(strand, slot, who, catalogue)[:MOST_IDEAS]
    offered = []
    asked = 0
    for _ in moves:
        someone = replace(who, ideas=(asked, 0) if place == 0 else (0, asked))
        assert choose_idea(strand, slot, someone, catalogue) == (moves, asked)
        offered.append(choose_move(strand, slot, someone, catalogue))
        asked = (asked + 1) % len(moves)
    assert tuple(offered) == moves
    assert asked == 0


@given(people, strands, slots, st.integers(1, 20))
def test_without_a_history_nothing_leads_again_before_the_pool_is_used_up(
    catalogue: Catalogue, who: Answers, strand_id: str, slot: str, start: int
) -> None:
    strand = catalogue.strand(strand_id)
    forgetful = replace(who, history=())
    weeks = [
        fitting_moves(strand, slot, replace(forgetful, week=week), catalogue) for week in range(start, start + 33)
    ]
    count = len(weeks[0])
    firsts = [moves[0].id for moves in weeks if moves]
    if not firsts:
        return
    pool = firsts.index(firsts[0], 1) if firsts[0] in firsts[1:] else len(firsts)
    assert pool >= min(POOL_LEAST, count)
    for week in range(len(firsts) - pool):
        assert len(set(firsts[week : week + pool])) == pool
    for moves in weeks:
        assert {move.id for move in moves} == {move.id for move in weeks[0]}
        assert moves[pool:] == weeks[0][pool:]


@given(people, strands, st.lists(st.sampled_from(["done", "not-now", "not-for-me"]), min_size=60, max_size=60))
def test_with_a_history_nothing_comes_back_before_all_that_fits_is_used_up(
    catalogue: Catalogue, who: Answers, strand_id: str, outcomes: list[str]
) -> None:
    strand = catalogue.strand(strand_id)
    past: tuple[Past, ...] = ()
    offered: list[str] = []
    refused: set[str] = set()
    for week, outcome in enumerate(outcomes, start=1):
        now = replace(who, history=past[-60:], week=1 + week % 52)
        moves = fitting_moves(strand, "invitation", now, catalogue)
        if not moves:
            break
        fresh = {move.id for move in moves} - set(offered)
        first = moves[0].id
        assert first not in refused
        assert refused.isdisjoint(move.id for move in moves)
        if fresh:
            assert first in fresh
        else:
            assert first == min((move.id for move in moves), key=lambda name: last(offered, name))
        offered.append(first)
        refused |= {first} if outcome == "not-for-me" else set()
        past += (Past(first, now.week, outcome),)


def last(offered: list[str], name: str) -> int:
    return len(offered) - 1 - offered[::-1].index(name)


@given(people, strands, slots)
def test_what_is_not_for_a_person_is_never_offered(
    catalogue: Catalogue, who: Answers, strand_id: str, slot: str
) -> None:
    strand = catalogue.strand(strand_id)
    before = fitting_moves(strand, slot, who, catalogue)
    if before:
        refused = replace(who, history=(*who.history, Past(before[0].id, who.week, "not-for-me")))
        for week in range(54):
            after = fitting_moves(strand, slot, replace(refused, week=week), catalogue)
            assert before[0].id not in {move.id for move in after}


@given(people.filter(lambda who: who.capacity != "none"), strands, st.integers(1, 53))
def test_two_invitations_without_an_answer_close_invitations_for_eight_weeks(
    catalogue: Catalogue, who: Answers, strand_id: str, start: int
) -> None:
    strand = catalogue.strand(strand_id)
    moves = fitting_moves(strand, "invitation", replace(who, history=()), catalogue)
    if len(moves) < 2:
        return
    past = history(*((start, move.id, "no-answer") for move in moves[:2]))
    for after in range(53):
        week = 1 + (start - 1 + after) % 53
        now = replace(who, week=week, history=past)
        offered = fitting_moves(strand, "invitation", now, catalogue)
        assert {move.kind for move in offered} == {"rest" if after <= REST_WEEKS else "invitation"}
        contributions = fitting_moves(strand, "contribution", now, catalogue)
        assert {m.id for m in contributions} == {
            m.id for m in fitting_moves(strand, "contribution", replace(who, history=()), catalogue)
        }
