"""Questions after the ten: at most two, and only where the answer leads to another move."""

import json
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given

from scoring import Answers, Catalogue, advise, handle, score_answers
from scoring.advice import without_stale
from scoring.model import CAPACITIES, NO, STRAND_IDS, YES
from scoring.second_questions import MOST_ASKED, SECOND_QUESTIONS
from tests.scoring.moves import a_move, with_moves
from tests.scoring.people import CONTEXTS, as_form, person, said
from tests.scoring.strategies import people

HERE = "reciprocity"
PLAIN = (*(a_move(f"plain{n}") for n in range(6)), a_move("give", kind="contribution"))


def asked(who: Answers, catalogue: Catalogue, *moves: object) -> tuple[str, ...]:
    """The questions that are asked where the thin spot has these moves beside plain ones."""
    changed = with_moves(catalogue, HERE, *PLAIN, *moves)
    return advise(who, score_answers(who.values, who.set_aside), changed).second


def thin_here(answer: int = 1, **more: object) -> Answers:
    """Somebody whose thin spot is here, and who has no friend, group or place to name."""
    return person({HERE: answer, "repair": 3, "hosting": 3, "contribution": 2}, 1 if answer == 0 else None, **more)


@pytest.mark.parametrize("need", ["a-friend", "a-group", "a-regular-place", "a-group-chat", "an-invitation"])
def test_a_need_is_asked_for_where_its_move_would_lead(need: str, catalogue: Catalogue) -> None:
    assert asked(thin_here(), catalogue) == ()
    assert asked(thin_here(), catalogue, a_move("with", needs=need)) == (need,)


def test_what_the_answers_show_is_not_asked_again(catalogue: Catalogue) -> None:
    friend = person({HERE: 1, "friendship": 2, "hosting": 3})
    assert asked(friend, catalogue, a_move("call", needs="a-friend")) == ()


@pytest.mark.parametrize("context", ["does-not-text", "home-not-private"])
def test_what_a_life_rules_out_is_not_asked(context: str, catalogue: Catalogue) -> None:
    who = thin_here(contexts=(context,))
    assert asked(who, catalogue, a_move("post", needs="a-group-chat")) == ()


def test_a_move_that_would_not_lead_raises_no_question(catalogue: Catalogue) -> None:
    beyond = a_move("call", 3, needs="a-friend")
    assert asked(thin_here(), catalogue, beyond) == ()
    assert asked(thin_here(capacity="plenty"), catalogue, beyond) == ("a-friend",)


@pytest.mark.parametrize("answer", [YES, NO])
def test_a_question_that_was_answered_stays_so_that_the_answer_can_be_seen(answer: str, catalogue: Catalogue) -> None:
    call = a_move("call", needs="a-friend")
    assert asked(thin_here(second=said(a_friend=answer)), catalogue, call) == ("a-friend",)


@pytest.mark.parametrize(("answer", "expected"), [(0, ()), (1, ("help-went",)), (2, ())])
def test_which_way_help_went_is_asked_of_those_with_one_way_only(
    answer: int, expected: tuple[str, ...], catalogue: Catalogue
) -> None:
    leads = a_move("ask", direction="ask", suits="new-here"), a_move("offer", direction="offer")
    who = person({HERE: answer, "contribution": None}, 3, contexts=("new-here",))
    assert asked(who, catalogue, *leads) == expected
    assert asked(person({HERE: 1, "contribution": None}, 3), catalogue) == ()


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ({HERE: 1, "contribution": 3}, {"help-went", "too-much", "a-group"}),
        ({HERE: 2, "contribution": 4}, {"too-much", "a-group"}),
        ({HERE: 1, "contribution": 2}, {"help-went", "a-group"}),
        ({HERE: None, "contribution": None}, {"a-group"}),
    ],
)
def test_what_was_said_of_a_question_that_is_gone_counts_no_more(answers: dict, left: set[str]) -> None:
    who = person(answers, 3, second=said(help_went="yes", too_much="yes", a_group="yes"))
    kept = without_stale(who)
    assert {question for question, _ in kept.second} == left
    assert replace(kept, second=who.second) == who


def test_the_builder_forgets_what_nobody_can_take_back(catalogue: Catalogue) -> None:
    """It hides the question whose answer would still keep half of the moves out."""
    little = person({HERE: 2, "contribution": 2}, 3, week=48, second=said(help_went="yes", too_much="yes"))
    request = {"do": "builder", "entries": as_form(little), "today": "2026-11-23", "thin_spot": HERE}
    plain = {**request, "entries": as_form(replace(little, second=()))}
    views = [json.loads(handle(json.dumps(one), catalogue))["result"] for one in (request, plain)]
    assert views[0] == views[1]
    assert views[0]["contribution"]


@pytest.mark.parametrize(("given", "expected"), [(2, ()), (3, ("too-much",)), (4, ("too-much",)), (None, ())])
def test_whether_it_was_too_much_is_asked_of_those_who_gave_much(
    given: int | None, expected: tuple[str, ...], catalogue: Catalogue
) -> None:
    assert asked(person({HERE: 1, "contribution": given}, 2), catalogue) == expected


def test_without_room_it_is_not_asked_for_no_contribution_is_left_out(catalogue: Catalogue) -> None:
    assert asked(person({HERE: 1}, 3, "none"), catalogue) == ()


def test_at_most_two_are_asked_in_their_order(catalogue: Catalogue) -> None:
    moves = [a_move(need, needs=need) for need in ("an-invitation", "a-group", "a-friend")]
    assert asked(thin_here(), catalogue, *moves) == ("a-friend", "a-group")
    assert MOST_ASKED == 2


def somebody_is_asked(question: str, catalogue: Catalogue) -> bool:
    """Whether anybody is asked the question of some thousands whose answers are all about one strand."""
    lives = ((), *((context,) for context in CONTEXTS))
    for week, life, capacity, strand, answer in product(range(4), lives, CAPACITIES, STRAND_IDS, range(4)):
        who = person({strand: answer}, None, capacity, life, week)
        if question in advise(who, score_answers(who.values), catalogue).second:
            return True
    return False


@pytest.mark.parametrize("question", SECOND_QUESTIONS)
def test_every_question_of_the_real_catalogue_is_asked_of_somebody(question: str, catalogue: Catalogue) -> None:
    assert somebody_is_asked(question, catalogue)


@given(people)
def test_every_question_that_is_asked_changes_a_move(catalogue: Catalogue, who: Answers) -> None:
    score = score_answers(who.values, who.set_aside)
    second = advise(who, score, catalogue).second
    assert len(second) <= MOST_ASKED
    assert list(second) == [question for question in SECOND_QUESTIONS if question in second]
    for question in second:
        others = tuple(pair for pair in who.second if pair[0] != question)
        yes, no = (advise(replace(who, second=(*others, (question, s))), score, catalogue) for s in (YES, NO))
        assert (yes.invitation, yes.contribution) != (no.invitation, no.contribution)
        assert yes.thin_spot == no.thin_spot
