"""The thin spot, its ties, and the path."""

from dataclasses import replace

import pytest

from scoring import Advice, Answers, Catalogue, Refused, advise, result_data, score_answers
from scoring.choosing import choose_move
from scoring.model import STRAND_IDS
from tests.scoring.moves import a_move, with_moves
from tests.scoring.people import EXAMPLE, FULL, NOTHING, history, person


def advice_for(who: Answers, catalogue: Catalogue) -> Advice:
    return advise(who, score_answers(who.values, who.set_aside), catalogue)


def in_order(who: Answers, catalogue: Catalogue) -> list[str]:
    """The thin spot and those that are just as thin."""
    advice = advice_for(who, catalogue)
    return [strand.id for strand in (advice.thin_spot, *advice.ties)]


def test_the_thin_spot_gives_the_moves_and_the_line(catalogue: Catalogue) -> None:
    advice = advice_for(EXAMPLE, catalogue)
    thin = catalogue.strand("weak-ties")
    assert (advice.thin_spot, advice.next_thin, advice.line) == (thin, catalogue.strand("hosting"), thin.card_line)
    assert advice.invitation == choose_move(thin, "invitation", EXAMPLE, catalogue)
    assert advice.contribution == choose_move(thin, "contribution", EXAMPLE, catalogue)
    assert (advice.invitation.kind, advice.contribution.kind) == ("invitation", "contribution")


@pytest.mark.parametrize(
    ("answers", "rest", "score", "path"),
    [
        ({"weak-ties": 1, "hosting": 2}, 3, 66, ("weak-ties", "hosting", "weekly-review")),
        ({"weak-ties": 1, "hosting": None}, 3, 55, ("weak-ties", "belonging", "social-map")),
        ({"weak-ties": 1, "repair": "none"}, 3, 68, ("weak-ties", "belonging", "weekly-review")),
        (dict.fromkeys(STRAND_IDS[5:], 3), None, None, ("contribution", "reciprocity", "social-map")),
        ({"groups": 0}, 1, 20, ("groups", "belonging", "social-map")),
        ({"belonging": 0, "weak-ties": 1, "friendship": 4}, 2, 42, ("belonging", "weak-ties", "weekly-review")),
        ({"belonging": 0, "weak-ties": 0, "friendship": 3}, 2, 34, ("belonging", "weak-ties", "social-map")),
    ],
)
def test_the_path_ends_at_the_map_with_a_skip_or_a_low_score(
    answers: dict, rest: int | None, score: int | None, path: tuple[str, ...], catalogue: Catalogue
) -> None:
    who = person(answers, rest)
    assert score_answers(who.values, who.set_aside).score == score
    assert advice_for(who, catalogue).path == path


@pytest.mark.parametrize(("score", "last"), [(39, "social-map"), (40, "weekly-review")])
def test_the_path_turns_at_40(score: int, last: str, catalogue: Catalogue) -> None:
    exactly = replace(score_answers(EXAMPLE.values), score=score)
    assert advise(EXAMPLE, exactly, catalogue).path == ("weak-ties", "hosting", last)


def test_one_open_strand_has_no_next_thin_spot(catalogue: Catalogue) -> None:
    advice = advice_for(person({"repair": 3}, 4), catalogue)
    assert advice.thin_spot == catalogue.strand("repair")
    assert advice.next_thin is None
    assert advice.path == ("repair", "weekly-review")


def test_with_everything_full_there_is_only_something_to_keep(catalogue: Catalogue) -> None:
    for week in range(54):
        advice = advice_for(replace(FULL, week=week), catalogue)
        keep = catalogue.strands[week % 10].keep_line
        assert advice == Advice(None, (), None, None, None, (), ("weekly-review",), keep)


def test_only_a_strand_that_was_answered_is_kept(catalogue: Catalogue) -> None:
    answered = {"hosting": 4, "repair": 4}
    lines = [advice_for(person(answered, week=week), catalogue).line for week in (0, 1, 2)]
    hosting, repair = (catalogue.strand(strand).keep_line for strand in answered)
    assert lines == [hosting, repair, hosting]


def test_a_strand_that_was_set_aside_is_never_kept_nor_thin(catalogue: Catalogue) -> None:
    full = person({"hosting": 4, "repair": "none", "digital-community": "none"})
    assert {advice_for(replace(full, week=week), catalogue).line for week in range(10)} == {
        catalogue.strand("hosting").keep_line
    }
    advice = advice_for(person({"hosting": 3, "repair": "none"}, 4), catalogue)
    assert (advice.thin_spot.id, advice.next_thin) == ("hosting", None)


THREE = {"weak-ties": 1, "groups": 1, "local-life": 1}
"""Strands that are just as thin."""


@pytest.mark.parametrize(
    ("week", "order"),
    [
        (0, ["weak-ties", "groups", "local-life"]),
        (1, ["weak-ties", "groups", "local-life"]),
        (2, ["groups", "local-life", "weak-ties"]),
        (4, ["groups", "local-life", "weak-ties"]),
        (8, ["local-life", "weak-ties", "groups"]),
        (9, ["weak-ties", "groups", "local-life"]),
        (12, ["groups", "local-life", "weak-ties"]),
        (53, ["groups", "local-life", "weak-ties"]),
    ],
)
def test_of_strands_that_are_just_as_thin_the_week_says_which_leads(
    week: int, order: list[str], catalogue: Catalogue
) -> None:
    assert in_order(person(THREE, 3, week=week), catalogue) == order


@pytest.mark.parametrize("week", [0, 2, 8])
def test_what_a_person_would_like_more_of_goes_before_the_week(week: int, catalogue: Catalogue) -> None:
    assert in_order(person(THREE, 3, week=week, wishes=("groups",)), catalogue)[0] == "groups"
    both = in_order(person(THREE, 3, week=week, wishes=("weak-ties", "local-life")), catalogue)
    assert set(both[:2]) == {"weak-ties", "local-life"}
    assert both[:2] == [strand for strand in in_order(person(THREE, 3, week=week), catalogue) if strand != "groups"]


def test_a_wish_lifts_no_strand_over_a_thinner_one(catalogue: Catalogue) -> None:
    wished = person(THREE | {"hosting": 2}, 3, wishes=("hosting", "friendship"))
    assert advice_for(wished, catalogue) == advice_for(replace(wished, wishes=()), catalogue)


def test_three_wishes_break_no_tie(catalogue: Catalogue) -> None:
    wished = person(THREE, 3, wishes=("friendship", "groups", "local-life"))
    assert advice_for(wished, catalogue) == advice_for(replace(wished, wishes=()), catalogue)


@pytest.mark.parametrize("chosen", THREE)
def test_the_person_may_choose_among_the_thinnest(chosen: str, catalogue: Catalogue) -> None:
    who = person(THREE, 3, wishes=("groups",), thin_spot=chosen)
    advice = advice_for(who, catalogue)
    assert advice.thin_spot.id == advice.path[0] == chosen
    assert {strand.id for strand in advice.ties} == set(THREE) - {chosen}
    assert advice.next_thin.id in set(THREE) - {chosen}
    assert result_data(who, catalogue)["thin_spot"]["id"] == chosen


@pytest.mark.parametrize(("answers", "allowed"), [(THREE, ", ".join(THREE)), ({"hosting": 0}, "hosting")])
def test_another_choice_is_no_choice_and_the_command_line_says_so(
    answers: dict, allowed: str, catalogue: Catalogue
) -> None:
    who = person(answers, 3, thin_spot="friendship")
    assert advice_for(who, catalogue) == advice_for(replace(who, thin_spot=None), catalogue)
    with pytest.raises(Refused) as refused:
        result_data(who, catalogue)
    assert str(refused.value) == f'thin_spot: "friendship" is not among the thinnest; allowed: {allowed}'


def test_with_everything_full_there_is_nothing_to_choose_from(catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as refused:
        result_data(replace(FULL, thin_spot="hosting"), catalogue)
    assert str(refused.value).endswith("; allowed: none: every answer is full")


def test_where_a_strand_holds_the_choice_is_still_among_the_thinnest(catalogue: Catalogue) -> None:
    small = with_moves(catalogue, "groups", a_move("ask"), a_move("give", kind="contribution"))
    who = person({"groups": 2, "repair": 2, "belonging": 1}, 3, week=2, history=history((1, "ask", "not-now")))
    assert result_data(replace(who, thin_spot="groups"), small)["thin_spot"]["id"] == "groups"
    with pytest.raises(Refused) as refused:
        result_data(replace(who, thin_spot="repair"), small)
    assert str(refused.value) == 'thin_spot: "repair" is not among the thinnest; allowed: belonging'


def test_with_nothing_at_all_the_first_strand_is_the_thin_spot(catalogue: Catalogue) -> None:
    advice = advice_for(NOTHING, catalogue)
    assert advice.thin_spot == catalogue.strands[0]
    assert advice.path == (*STRAND_IDS[:2], "social-map")


def test_who_cannot_talk_freely_at_home_is_led_to_screens_last(catalogue: Catalogue) -> None:
    answers = {"digital-community": 0, "hosting": 2, "groups": 1}
    watched = person(answers, 3, contexts=("home-not-private",))
    assert advice_for(person(answers, 3), catalogue).thin_spot.id == "digital-community"
    advice = advice_for(watched, catalogue)
    assert [advice.thin_spot.id, *advice.path] == ["groups", "groups", "hosting", "weekly-review"]
    alike = person({"digital-community": 1, "groups": 1}, 3, week=9, contexts=("home-not-private",))
    assert in_order(alike, catalogue) == ["groups"]
    alone = person({"digital-community": 1}, 4, contexts=("home-not-private",))
    assert advice_for(alone, catalogue).thin_spot.id == "digital-community"


def test_the_choice_of_who_is_watched_is_among_the_strands_without_screens(catalogue: Catalogue) -> None:
    watched = person({"digital-community": 0, "groups": 1}, 3, contexts=("home-not-private",))
    with pytest.raises(Refused) as refused:
        result_data(replace(watched, thin_spot="digital-community"), catalogue)
    assert str(refused.value) == 'thin_spot: "digital-community" is not among the thinnest; allowed: groups'
