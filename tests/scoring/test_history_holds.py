"""The thin spot holds, and what ends that."""

from dataclasses import replace

import pytest

from scoring import Answers, Catalogue, advise, score_answers
from tests.scoring.moves import a_move, three_of_each, with_moves
from tests.scoring.people import history, person

HERE = "groups"


@pytest.fixture
def small(catalogue: Catalogue) -> Catalogue:
    """Three moves of each kind in groups."""
    return three_of_each(catalogue)


def thin(who: Answers, catalogue: Catalogue) -> str:
    return advise(who, score_answers(who.values, who.set_aside), catalogue).thin_spot.id


WORKED_ON = history((10, "a0", "done"))


def test_the_strand_that_was_worked_on_holds_though_another_is_as_thin(small: Catalogue) -> None:
    tied = person({"belonging": 1, HERE: 1}, 3, week=18)
    assert thin(tied, small) == "belonging"
    assert thin(replace(tied, history=WORKED_ON), small) == HERE


@pytest.mark.parametrize(("lower", "expected"), [(2, HERE), (1, HERE), (0, "belonging")])
def test_a_strand_that_is_two_steps_lower_takes_its_place(lower: int, expected: str, small: Catalogue) -> None:
    who = person({HERE: 2, "belonging": lower}, 3, week=11, history=WORKED_ON)
    assert thin(who, small) == expected


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ([(10, "a0", "done"), (11, "c0", "not-now")], HERE),
        ([(10, "a0", "not-for-me"), (11, "a1", "no-answer")], HERE),
        ([(10, "a0", "done"), (11, "c0", "done")], "belonging"),
        ([(10, "a0", "done"), (11, "c0", "done"), (12, "a2", "not-now")], "belonging"),
        ([(8, "a0", "done"), (9, "host", "done"), (10, "a1", "done")], HERE),
        ([(9, "a0", "done"), (10, "host", "not-now")], "hosting"),
    ],
)
def test_it_holds_until_two_of_its_moves_are_done(past: list, expected: str, small: Catalogue) -> None:
    who = person({HERE: 2, "hosting": 2, "belonging": 1}, 3, week=13, history=history(*past))
    assert thin(who, small) == expected


@pytest.mark.parametrize(("week", "expected"), [(18, HERE), (19, "belonging"), (0, HERE)])
def test_it_holds_no_longer_than_eight_weeks(week: int, expected: str, small: Catalogue) -> None:
    who = person({HERE: 2, "belonging": 1}, 3, week=week, history=WORKED_ON)
    assert thin(who, small) == expected


@pytest.mark.parametrize("answer", [4, None])
def test_a_strand_that_is_full_or_skipped_does_not_hold(answer: int | None, small: Catalogue) -> None:
    who = person({HERE: answer, "belonging": 3}, 4, week=11, history=WORKED_ON)
    assert thin(who, small) == "belonging"


def test_a_strand_that_is_set_aside_does_not_hold(small: Catalogue) -> None:
    who = person({"repair": "none", "belonging": 1}, 3, week=11, history=history((10, "mend", "not-now")))
    assert thin(who, small) == "belonging"


def test_the_persons_own_choice_goes_before_the_strand_that_holds(small: Catalogue) -> None:
    who = person({HERE: 2, "belonging": 1, "hosting": 1}, 3, week=11, history=WORKED_ON)
    assert thin(replace(who, thin_spot="hosting"), small) == "hosting"


def test_where_a_thicker_strand_holds_there_is_nothing_to_choose_from(small: Catalogue) -> None:
    who = person({HERE: 2, "repair": 2, "belonging": 1}, 3, week=11, history=WORKED_ON)
    advice = advise(who, score_answers(who.values), small)
    assert (advice.thin_spot.id, advice.ties) == (HERE, ())
    assert advice.next_thin.id == "belonging"


def refused(*moves: str) -> tuple:
    """These moves were not for the person, one week after the other."""
    return history(*((week, move, "not-for-me") for week, move in enumerate(moves, start=10)))


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        (["a0", "a1"], HERE),
        (["a0", "a1", "a2"], "belonging"),
        (["a0", "c1", "r2"], "belonging"),
        (["a0", "a0", "a1"], HERE),
        (["a0", "a1", "host"], HERE),
        (["a0", "a1", "gone"], HERE),
    ],
)
def test_a_strand_of_which_three_moves_were_refused_goes_last(
    moves: list[str], expected: str, small: Catalogue
) -> None:
    who = person({HERE: 0, "belonging": 2}, 3, week=40, history=refused(*moves))
    advice = advise(who, score_answers(who.values), small)
    assert advice.thin_spot.id == expected
    assert advice.ties == ()
    assert advice.path[-1] == "weekly-review"


def test_a_refused_strand_that_is_the_only_one_left_is_the_thin_spot(small: Catalogue) -> None:
    assert thin(person({HERE: 2}, 4, week=40, history=refused("a0", "a1", "a2")), small) == HERE


def test_a_refused_strand_does_not_hold(small: Catalogue) -> None:
    who = person({HERE: 1, "belonging": 2}, 3, week=13, history=refused("a0", "a1", "a2"))
    assert thin(who, small) == "belonging"


def test_of_strands_that_are_just_as_thin_the_last_one_leads_last(small: Catalogue) -> None:
    tied = person({HERE: 1, "hosting": 1}, 3, week=40)
    for week in range(40, 50):
        now = replace(tied, week=week, history=history((12, "a0", "done"), (13, "a1", "done"), (14, "gone", "done")))
        assert thin(now, small) == "hosting"
        assert thin(replace(now, wishes=(HERE,)), small) == HERE
        assert thin(replace(now, history=history((13, "host", "done"))), small) == HERE


def test_for_who_cannot_talk_freely_at_home_the_strand_of_screens_does_not_hold(catalogue: Catalogue) -> None:
    screens = with_moves(catalogue, "digital-community", a_move("chat"), a_move("post", kind="contribution"))
    who = person({"digital-community": 1, "groups": 1}, 3, week=11, history=history((10, "chat", "not-now")))
    assert thin(who, screens) == "digital-community"
    assert thin(replace(who, contexts=("home-not-private",)), screens) == "groups"


def test_a_strand_that_goes_last_takes_no_others_place(small: Catalogue) -> None:
    past = (*refused("a0", "a1", "a2"), *history((20, "host", "not-now")))
    who = person({HERE: 0, "hosting": 2, "belonging": 2}, 3, week=21, history=past)
    for week in range(21, 28):
        assert thin(replace(who, week=week), small) == "hosting"
    screens = person({"digital-community": 0, "hosting": 2, "belonging": 2}, 3, contexts=("home-not-private",))
    for week in range(21, 28):
        now = replace(screens, week=week, history=history((20, "host", "not-now")))
        assert thin(now, small) == "hosting"
