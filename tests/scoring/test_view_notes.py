"""What a view says beside the result: what comes after, notes, and the calm line."""

from dataclasses import replace

import pytest

from scoring import Answers, Catalogue, next_steps, result_view, score_answers
from tests.scoring.moves import a_move, a_rest, with_moves
from tests.scoring.people import NOTHING, history, person, said
from tests.scoring.plain_words import PLAIN

GIVE = a_move("give", kind="contribution")


@pytest.fixture(scope="module")
def plain(catalogue: Catalogue) -> Catalogue:
    """The real catalogue with sentences that show which one was used, and few moves in groups."""
    bare = replace(catalogue, words=PLAIN)
    moves = a_move("counts", counts=True), a_move("other"), a_rest("sleep")
    return with_moves(bare, "groups", *moves, replace(GIVE, counts=True))


def notes(who: Answers, catalogue: Catalogue) -> list[str]:
    return result_view(who, catalogue)["notes"]


def test_what_comes_after_stands_in_the_idea_and_is_the_step_in_the_thin_spot(plain: Catalogue) -> None:
    who = person({"groups": 1, "repair": 2}, 3)
    [step] = [step for step in next_steps(who, score_answers(who.values)) if step.strand == "groups"]
    view = result_view(who, plain)
    assert (view["invitation"]["id"], view["contribution"]["id"]) == ("counts", "give")
    assert view["invitation"]["after"] == view["contribution"]["after"] == f"after Groups {step.score}"


def test_a_move_that_does_not_count_promises_nothing(plain: Catalogue) -> None:
    who = person({"groups": 1, "repair": 2}, 3, ideas=(1, 0))
    view = result_view(who, plain)
    assert (view["invitation"]["id"], view["invitation"]["after"]) == ("other", "")
    assert view["contribution"]["after"]
    assert result_view(replace(who, capacity="none"), plain)["invitation"]["after"] == ""


@pytest.mark.parametrize("who", [NOTHING, person({"groups": 1})])
def test_a_step_that_moves_no_score_is_not_announced(who: Answers, plain: Catalogue) -> None:
    thin = "belonging" if who is NOTHING else "groups"
    counting = with_moves(plain, thin, a_move("counts", counts=True), GIVE)
    assert result_view(who, counting)["invitation"]["id"] == "counts"
    assert result_view(who, counting)["invitation"]["after"] == ""


def test_skipped_answers_and_open_capacity_are_noted(plain: Catalogue) -> None:
    two = person({"belonging": None, "groups": None}, 4, None)
    assert notes(two, plain) == ["skipped 2 range 64 100", "capacity_open"]
    assert notes(person({"belonging": None}, 4), plain) == ["skipped 1 range 81 100"]
    assert notes(person(rest=2, capacity=None), plain) == ["capacity_open"]


def test_a_strand_that_is_set_aside_is_not_called_skipped(plain: Catalogue) -> None:
    assert notes(person({"repair": "none", "digital-community": "none"}, 3), plain) == []
    assert notes(person({"repair": "none", "belonging": None}, 3), plain) == ["skipped 1 range 59 78"]


@pytest.mark.parametrize(("ordinary", "expected"), [(None, []), (True, []), (False, ["unusual"])])
def test_two_weeks_that_were_not_ordinary_are_noted(
    ordinary: bool | None, expected: list[str], plain: Catalogue
) -> None:
    assert notes(person(rest=3, ordinary=ordinary), plain) == expected


@pytest.mark.parametrize(("count", "expected"), [(0, []), (2, []), (3, ["wishes_many 3"])])
def test_wishes_that_wait_are_noted(count: int, expected: list[str], plain: Catalogue) -> None:
    wishes = ("belonging", "groups", "repair")[:count]
    assert notes(person(rest=3, wishes=wishes), plain) == expected


UNANSWERED = history((1, "counts", "no-answer"), (2, "other", "no-answer"))


def test_invitations_that_rest_are_noted_where_there_is_something_else(plain: Catalogue) -> None:
    who = person({"groups": 1}, 3, week=3, history=UNANSWERED)
    assert notes(who, plain) == ["invitations_rest"]
    assert notes(replace(who, week=11), plain) == []
    assert result_view(who, plain)["invitation"]["id"] == "sleep"
    assert notes(replace(who, second=said(too_much="yes")), plain) == ["invitations_rest"]
    assert notes(replace(who, capacity="none"), plain) == []
    bare = with_moves(plain, "groups", a_move("counts"), a_move("other"))
    assert notes(who, bare) == ["no_move"]


def test_where_no_invitation_fits_nobody_is_said_to_have_left_two_unanswered(plain: Catalogue) -> None:
    gone = history((1, "counts", "not-for-me"), (2, "other", "not-for-me"))
    who = person({"groups": 1}, 3, week=3, history=gone)
    assert result_view(who, plain)["invitation"] is None
    assert notes(who, plain) == []


def test_where_nothing_fits_the_list_says_that_it_is_its_fault(plain: Catalogue) -> None:
    bare = with_moves(plain, "groups")
    view = result_view(person({"groups": 1}, 3), bare)
    assert (view["invitation"], view["contribution"], view["plan"]) == (None, None, None)
    assert view["notes"] == ["no_move"]
    assert view["protocol"]
    assert notes(person({"groups": 1}, 3, "none"), bare) == ["no_move"]


def test_with_everything_full_no_move_is_missed(plain: Catalogue) -> None:
    assert notes(person(rest=4), plain) == []


def test_without_room_one_rest_move_is_all_there_is_to_say(plain: Catalogue) -> None:
    assert notes(person({"groups": 1}, 3, "none"), plain) == []


@pytest.mark.parametrize(
    ("answers", "rest", "calm"),
    [
        ({}, 0, "calm"),
        ({}, 1, ""),
        ({"belonging": 0, "weak-ties": 0, "friendship": 2}, 1, "calm"),
        ({"belonging": 0, "weak-ties": 2, "friendship": 2}, 1, "calm"),
        ({"belonging": 0, "weak-ties": None}, 1, ""),
        ({"belonging": 0, "weak-ties": None}, 0, "calm"),
        ({"belonging": 0}, None, ""),
    ],
)
def test_the_calm_line_stands_where_the_score_lies_under_25_for_sure(
    answers: dict, rest: int | None, calm: str, plain: Catalogue
) -> None:
    view = result_view(person(answers, rest), plain)
    assert view["calm"] == calm
    assert (score_answers(person(answers, rest).values).range[1] < 25) == bool(calm)


@pytest.mark.parametrize("rest", [0, 3, 4])
def test_who_cannot_talk_freely_at_home_gets_a_calm_line_of_their_own(rest: int, plain: Catalogue) -> None:
    who = person(rest=rest, contexts=("new-here", "home-not-private"))
    assert result_view(who, plain)["calm"] == "calm_home"
