"""What became of earlier moves, and what follows from it."""

import pytest

from scoring import Catalogue
from scoring.history import REST_WEEKS, held_strand, invitations_closed
from tests.scoring.moves import fitting, three_of_each
from tests.scoring.people import history, person

HERE = "groups"


@pytest.fixture
def small(catalogue: Catalogue) -> Catalogue:
    """Three moves of each kind in groups."""
    return three_of_each(catalogue)


def test_what_was_offered_comes_last_the_longest_ago_first(small: Catalogue) -> None:
    assert fitting(small, HERE, person()) == ["a0", "a1", "a2"]
    for outcome in ("done", "not-now"):
        past = history((1, "a2", outcome), (2, "a0", outcome))
        assert fitting(small, HERE, person(history=past)) == ["a1", "a2", "a0"]
    again = history((1, "a0", "done"), (2, "a1", "done"), (3, "a0", "not-now"))
    assert fitting(small, HERE, person(history=again)) == ["a2", "a1", "a0"]


def test_what_is_not_for_a_person_never_comes_back(small: Catalogue) -> None:
    past = history((1, "a1", "not-for-me"), (2, "a1", "done"), (50, "c0", "not-for-me"))
    assert fitting(small, HERE, person(history=past, week=40)) == ["a0", "a2"]
    assert fitting(small, HERE, person(history=past), "contribution") == ["c1", "c2"]


def test_a_rest_move_is_remembered_as_well(small: Catalogue) -> None:
    past = history((1, "r0", "done"), (2, "r1", "not-for-me"))
    assert fitting(small, HERE, person(capacity="none", history=past)) == ["r2", "r0"]


def test_a_move_that_the_site_has_no_more_changes_nothing(small: Catalogue) -> None:
    past = history((1, "gone", "no-answer"), (2, "lost", "no-answer"))
    assert fitting(small, HERE, person(history=past, week=3)) == fitting(small, HERE, person(week=3))
    assert held_strand(person(rest=1, history=past, week=3), small) is None


@pytest.mark.parametrize(
    ("outcomes", "closed"),
    [
        ([], False),
        (["no-answer"], False),
        (["no-answer", "no-answer"], True),
        (["done", "no-answer", "no-answer"], True),
        (["no-answer", "done"], False),
        (["no-answer", "done", "no-answer"], False),
        (["no-answer", "no-answer", "done"], False),
        (["no-answer", "not-now", "no-answer"], True),
        (["no-answer", "no-answer", "not-now"], True),
        (["no-answer", "not-for-me", "no-answer"], True),
        (["not-now", "not-now"], False),
    ],
)
def test_two_invitations_in_a_row_without_an_answer_close_invitations(
    outcomes: list[str], closed: bool, small: Catalogue
) -> None:
    past = history(*((week, f"a{week % 3}", outcome) for week, outcome in enumerate(outcomes, start=10)))
    who = person(history=past, week=14)
    assert invitations_closed(who, small) == closed
    kinds = {name[0] for name in fitting(small, HERE, who)}
    assert kinds == ({"r"} if closed else {"a"})
    assert fitting(small, HERE, who, "contribution")


def test_only_invitations_count_for_that(small: Catalogue) -> None:
    gave = history((10, "c0", "no-answer"), (11, "c1", "no-answer"))
    assert not invitations_closed(person(history=gave, week=12), small)
    between = history((10, "a0", "no-answer"), (11, "c1", "done"), (12, "a1", "no-answer"))
    assert invitations_closed(person(history=between, week=13), small)
    elsewhere = history((10, "a0", "no-answer"), (11, "host", "no-answer"))
    assert invitations_closed(person(history=elsewhere, week=12), small)


@pytest.mark.parametrize(
    ("now", "closed"), [(20, True), (21, True), (28, True), (29, False), (40, False), (0, True), (19, False)]
)
def test_invitations_open_again_after_eight_weeks(now: int, closed: bool, small: Catalogue) -> None:
    past = history((10, "a0", "no-answer"), (20, "a1", "no-answer"))
    assert invitations_closed(person(history=past, week=now), small) == closed
    assert REST_WEEKS == 8


@pytest.mark.parametrize(("then", "now", "closed"), [(50, 5, True), (50, 6, False), (53, 1, True), (46, 1, True)])
def test_the_weeks_go_on_into_the_next_year(then: int, now: int, closed: bool, small: Catalogue) -> None:
    past = history((40, "a0", "no-answer"), (then, "a1", "no-answer"))
    assert invitations_closed(person(history=past, week=now), small) == closed


def test_without_room_closed_invitations_do_not_close_rest_moves(small: Catalogue) -> None:
    past = history((10, "a0", "no-answer"), (11, "a1", "no-answer"))
    assert fitting(small, HERE, person(capacity="none", history=past, week=12)) == ["r0", "r1", "r2"]
