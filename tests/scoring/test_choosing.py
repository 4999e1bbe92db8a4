"""Which moves fit a person, and in which order they are offered."""

from dataclasses import replace

import pytest

from scoring import Answers, Catalogue, Move
from scoring.choosing import choose_idea, choose_move
from scoring.model import MOST_IDEAS, NEEDS, NO, YES
from tests.scoring.moves import a_move, a_rest, fitting, with_moves
from tests.scoring.people import history, person, said

HERE = "groups"
"""The strand whose moves are invented here; it gives a group and a group chat from answer 1 on."""


@pytest.fixture
def offered(catalogue: Catalogue):
    """Gives the ids of the invented moves that fit somebody, in their order."""

    def ids(who: Answers, *moves: Move, slot: str = "invitation") -> list[str]:
        return fitting(with_moves(catalogue, HERE, *moves), HERE, who, slot)

    return ids


def test_moves_of_the_other_kind_do_not_fit(offered) -> None:
    moves = a_move("ask"), a_move("give", kind="contribution"), a_rest("stay")
    assert offered(person(), *moves) == ["ask"]
    assert offered(person(), *moves, slot="contribution") == ["give"]


@pytest.mark.parametrize(
    ("capacity", "efforts"), [("low", ["1"]), ("some", ["2", "1"]), ("plenty", ["2", "3", "1"]), (None, ["1"])]
)
def test_capacity_limits_the_effort_and_unknown_capacity_is_very_little(
    capacity: str | None, efforts: list[str], offered
) -> None:
    moves = [a_move(str(effort), effort) for effort in (2, 1, 3)]
    assert offered(person({HERE: 1}, capacity=capacity), *moves) == efforts


def test_without_room_a_rest_move_stands_in_the_first_slot_and_nothing_in_the_second(offered) -> None:
    moves = a_move("ask"), a_move("give", kind="contribution"), a_rest("stay")
    assert offered(person(capacity="none"), *moves) == ["stay"]
    assert offered(person(capacity="none"), *moves, slot="contribution") == []


@pytest.mark.parametrize(("answer", "efforts"), [(0, ["2"]), (None, ["2"]), (1, ["2", "3"]), (3, ["2", "3"])])
def test_at_nothing_the_largest_step_is_not_offered(answer: int | None, efforts: list[str], offered) -> None:
    who = person({HERE: answer}, 2, "plenty")
    assert offered(who, a_move("2", 2), a_move("3", 3)) == efforts


@pytest.mark.parametrize(
    ("answer", "fit"),
    [(0, ["start", "any"]), (1, ["start", "middle", "any"]), (2, ["middle", "any"]), (3, ["any"])],
)
def test_a_move_fits_from_one_answer_to_another(answer: int, fit: list[str], offered) -> None:
    moves = a_move("start", most=1), a_move("middle", least=1, most=2), a_move("any")
    assert offered(person({HERE: answer}), *moves) == fit


def test_a_move_that_avoids_one_of_the_contexts_is_dropped(offered) -> None:
    moves = a_move("party", avoid="prefers-quiet"), a_move("cafe", avoid="tight-budget new-here"), a_move("note")
    assert offered(person(contexts=("prefers-quiet",)), *moves) == ["cafe", "note"]
    assert offered(person(contexts=("new-here", "prefers-quiet")), *moves) == ["note"]


def test_a_move_that_avoids_a_context_is_dropped_even_where_it_suits_another(offered) -> None:
    moves = a_move("walk", avoid="tight-budget", suits="new-here"), a_move("note")
    assert offered(person(contexts=("new-here", "tight-budget")), *moves) == ["note"]


def test_a_move_for_some_contexts_only_fits_nobody_else(offered) -> None:
    moves = a_move("grief", only="recent-loss caring-for-someone"), a_move("note")
    assert offered(person(), *moves) == ["note"]
    assert offered(person(contexts=("new-here",)), *moves) == ["note"]
    assert offered(person(contexts=("new-here", "recent-loss")), *moves) == ["grief", "note"]


@pytest.mark.parametrize("need", NEEDS)
def test_a_move_fits_where_all_it_needs_is_there(need: str, offered) -> None:
    moves = a_move("both", needs=f"{need} texting"), a_move("note")
    everything = tuple((name, YES) for name in NEEDS)
    assert offered(person(second=everything), *moves) == ["both", "note"]
    assert offered(person(contexts=("does-not-text",), second=everything), *moves) == ["note"]


def test_what_suits_best_comes_first(offered) -> None:
    moves = (
        a_move("plain-1"),
        a_move("plain-3", 3),
        a_move("one-1", suits="new-here"),
        a_move("one-2", 2, suits="tight-budget rural-or-remote"),
        a_move("both-1", suits="new-here tight-budget"),
        *(a_move(f"other-{n}", suits="small-children") for n in range(4)),
    )
    some = person({HERE: 1}, contexts=("new-here", "tight-budget"))
    assert offered(some, *moves)[:4] == ["both-1", "one-1", "one-2", "plain-1"]
    plenty = replace(some, capacity="plenty")
    assert offered(plenty, *moves)[:5] == ["one-2", "both-1", "plain-3", "one-1", "plain-1"]


@pytest.mark.parametrize(("capacity", "first"), [("plenty", "two"), ("some", "one"), ("low", "one")])
def test_plenty_of_room_speaks_for_more_than_a_small_step(capacity: str, first: str, offered) -> None:
    moves = a_move("one"), a_move("two", 2), a_move("three", 3)
    assert offered(person({HERE: 1}, capacity=capacity), *moves)[0] == first


def test_what_the_person_said_to_have_speaks_for_a_move_that_needs_it(offered) -> None:
    moves = [a_move(f"n{n}") for n in range(6)] + [a_move("friend", needs="a-friend")]
    assert offered(person({"friendship": 1}), *moves)[0] == "n0"
    assert offered(person(second=said(a_friend=YES)), *moves)[0] == "friend"


@pytest.mark.parametrize(
    ("answer", "fit"), [(YES, ["plain", "ask"]), (NO, ["plain", "offer"]), (None, ["plain", "ask", "offer"])]
)
def test_who_gave_more_is_not_led_to_offer_and_who_got_more_not_to_ask(
    answer: str | None, fit: list[str], offered
) -> None:
    moves = [a_move("plain"), a_move("ask", direction="ask"), a_move("offer", direction="offer")]
    second = said(help_went=answer) if answer else ()
    assert offered(person(second=second), *moves) == fit


def test_where_it_was_too_much_nothing_more_is_asked_for(offered) -> None:
    moves = a_move("ask"), a_move("give", kind="contribution")
    assert offered(person(second=said(too_much=YES)), *moves, slot="contribution") == []
    assert offered(person(second=said(too_much=YES)), *moves) == ["ask"]
    assert offered(person(second=said(too_much=NO)), *moves, slot="contribution") == ["give"]


def test_the_six_that_suit_best_take_turns_by_the_week_and_the_rest_stay_in_place(offered) -> None:
    best = [a_move(f"b{n}", suits="new-here") for n in range(6)]
    rest = [a_move("r0"), a_move("r1")]
    turned = {week: offered(person(contexts=("new-here",), week=week), *rest, *best) for week in (0, 1, 5, 6, 53)}
    for week, ids in turned.items():
        assert ids == [*(f"b{(week + n) % 6}" for n in range(6)), "r0", "r1"]


def test_where_fewer_than_six_suit_the_next_best_take_turns_with_them(offered) -> None:
    moves = [a_move(f"r{n}") for n in range(3)] + [
        a_move("two", suits="new-here no-car"),
        a_move("one", suits="no-car"),
    ]
    order = ["two", "one", "r0", "r1", "r2"]
    for week in range(10):
        turn = week % 5
        ids = offered(person(contexts=("new-here", "no-car"), week=week), *moves)
        assert ids == [*order[turn:], *order[:turn]]


def test_all_that_suit_as_well_as_the_sixth_take_turns_too(offered) -> None:
    moves = [
        a_move("rest"),
        a_move("best", suits="new-here no-car"),
        *(a_move(f"s{n}", suits="no-car") for n in range(8)),
    ]
    who = ("new-here", "no-car")
    firsts = [offered(person(contexts=who, week=week), *moves)[0] for week in range(9)]
    assert firsts == ["best", *(f"s{n}" for n in range(8))]


def test_those_for_which_nothing_speaks_only_fill_up(offered) -> None:
    moves = [a_move("best", suits="new-here"), *(a_move(f"r{n}") for n in range(8))]
    firsts = [offered(person(contexts=("new-here",), week=week), *moves)[0] for week in range(7)]
    assert firsts == ["best", *(f"r{n}" for n in range(5)), "best"]


def test_where_nothing_speaks_for_any_of_them_all_take_turns(offered) -> None:
    moves = [a_move(f"r{n}") for n in range(9)]
    assert [offered(person(week=week), *moves)[0] for week in range(10)] == [*(f"r{n}" for n in range(9)), "r0"]


def test_where_some_were_offered_before_no_turns_are_needed(offered) -> None:
    moves = [a_move(f"r{n}") for n in range(9)]
    past = history((3, "r0", "done"))
    assert {offered(person(week=week, history=past), *moves)[0] for week in range(10)} == {"r1"}


def test_a_history_elsewhere_stops_no_turns(offered) -> None:
    moves = [a_move(f"r{n}") for n in range(9)]
    for past in (history((3, "elsewhere", "done")), history((3, "give", "not-now"))):
        firsts = [offered(person(week=week, history=past), *moves)[0] for week in range(9)]
        assert firsts == [f"r{n}" for n in range(9)]


def test_nothing_fits_where_every_move_is_ruled_out(offered) -> None:
    moves = a_move("hard", 3), a_move("loud", avoid="prefers-quiet")
    assert offered(person(contexts=("prefers-quiet",), week=7), *moves) == []


def test_where_nothing_fits_no_move_is_chosen(catalogue: Catalogue) -> None:
    bare = with_moves(catalogue, HERE)
    assert choose_idea(bare.strand(HERE), "invitation", person(ideas=(3, 0)), bare) == ((), 0)
    assert choose_move(bare.strand(HERE), "invitation", person(), bare) is None


def test_another_idea_is_the_next_one_and_after_the_last_comes_the_first(catalogue: Catalogue) -> None:
    three = with_moves(catalogue, HERE, *(a_move(name) for name in "abc"))
    strand = three.strand(HERE)
    shown = [choose_move(strand, "invitation", person(ideas=(asked, 9)), three).id for asked in range(5)]
    assert shown == ["a", "b", "c", "a", "b"]


def test_no_more_ideas_are_offered_than_can_be_asked_for(catalogue: Catalogue) -> None:
    many = with_moves(catalogue, HERE, *(a_move(f"m{n}") for n in range(40)))
    moves, place = choose_idea(many.strand(HERE), "invitation", person(ideas=(30, 0)), many)
    assert (moves[place].id, place, len(moves)) == ("m30", 30, MOST_IDEAS)
