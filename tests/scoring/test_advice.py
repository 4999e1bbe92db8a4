"""The thin spot, the moves that fit, and the path."""

from dataclasses import replace

import pytest

from scoring import Advice, Answers, Catalogue, Move, Strand, advise, score_answers
from scoring.advice import choose_move, fitting_moves
from scoring.model import STRAND_IDS
from tests.scoring.people import EXAMPLE, FULL, NOTHING, person


def a_move(name: str, effort: int = 1, avoid: str = "", suits: str = "", kind: str = "invitation") -> Move:
    """A move named `name`; contexts are given as words."""
    avoided, suited = tuple(avoid.split()), tuple(suits.split())
    return Move(name, kind, "Title.", "Detail.", "Say.", "No.", effort, avoided, suited, "", ())


def strand_with(catalogue: Catalogue, *moves: Move) -> Strand:
    return replace(catalogue.strands[0], moves=moves)


def fitting(strand: Strand, who: Answers, kind: str = "invitation") -> list[str]:
    return [move.id for move in fitting_moves(strand, kind, who)]


def advice_for(who: Answers, catalogue: Catalogue) -> Advice:
    return advise(who, score_answers(who.values), catalogue)


def test_moves_of_the_other_kind_do_not_fit(catalogue: Catalogue) -> None:
    strand = strand_with(catalogue, a_move("ask"), a_move("give", kind="contribution"))
    assert fitting(strand, person()) == ["ask"]
    assert fitting(strand, person(), "contribution") == ["give"]


@pytest.mark.parametrize(
    ("capacity", "efforts"), [("low", ["1"]), ("some", ["2", "1"]), ("plenty", ["3", "2", "1"]), (None, ["1"])]
)
def test_capacity_limits_the_effort_and_unknown_capacity_is_the_lowest(
    capacity: str | None, efforts: list[str], catalogue: Catalogue
) -> None:
    strand = strand_with(catalogue, *(a_move(str(effort), effort) for effort in (2, 1, 3)))
    assert fitting(strand, person(capacity=capacity)) == efforts


def test_a_move_that_avoids_one_of_the_contexts_is_dropped(catalogue: Catalogue) -> None:
    strand = strand_with(
        catalogue,
        a_move("party", avoid="prefers-quiet"),
        a_move("cafe", avoid="tight-budget new-here"),
        a_move("note"),
    )
    assert fitting(strand, person(contexts=("prefers-quiet",))) == ["cafe", "note"]
    assert fitting(strand, person(contexts=("prefers-quiet", "new-here"))) == ["note"]


def test_a_move_that_avoids_a_context_is_dropped_even_where_it_suits_another(catalogue: Catalogue) -> None:
    strand = strand_with(catalogue, a_move("walk", avoid="tight-budget", suits="new-here"), a_move("note"))
    assert fitting(strand, person(contexts=("new-here", "tight-budget"))) == ["note"]


def test_most_matching_contexts_come_first_and_then_the_highest_effort(catalogue: Catalogue) -> None:
    strand = strand_with(
        catalogue,
        a_move("plain-1"),
        a_move("plain-3", 3),
        a_move("one-1", suits="new-here"),
        a_move("one-2", 2, suits="tight-budget rural-or-remote"),
        a_move("both-1", suits="new-here tight-budget"),
    )
    who = person(contexts=("new-here", "tight-budget"), capacity="plenty")
    assert fitting(strand, who) == ["both-1", "one-2", "one-1", "plain-3", "plain-1"]
    assert choose_move(strand, "invitation", who).id == "both-1"


def test_contexts_that_the_person_does_not_have_count_for_nothing(catalogue: Catalogue) -> None:
    strand = strand_with(catalogue, a_move("suits-others", suits="new-here rural-or-remote"), a_move("more", 2))
    assert fitting(strand, person()) == ["more", "suits-others"]


def test_the_week_turns_the_best_and_leaves_the_rest_in_place(catalogue: Catalogue) -> None:
    strand = strand_with(catalogue, a_move("x"), *(a_move(name, 2) for name in "abc"), a_move("y"))
    turned = {week: fitting(strand, person(week=week)) for week in (0, 1, 2, 3, 53)}
    assert turned == {
        0: ["a", "b", "c", "x", "y"],
        1: ["b", "c", "a", "x", "y"],
        2: ["c", "a", "b", "x", "y"],
        3: ["a", "b", "c", "x", "y"],
        53: ["c", "a", "b", "x", "y"],
    }


def test_nothing_fits_where_every_move_is_ruled_out(catalogue: Catalogue) -> None:
    strand = strand_with(catalogue, a_move("hard", 3), a_move("loud", avoid="prefers-quiet"))
    assert fitting(strand, person(contexts=("prefers-quiet",), week=7)) == []


def test_the_thin_spot_gives_the_moves_and_the_line(catalogue: Catalogue) -> None:
    advice = advice_for(EXAMPLE, catalogue)
    thin = catalogue.strand("weak-ties")
    assert (advice.thin_spot, advice.next_thin, advice.line) == (thin, catalogue.strand("hosting"), thin.card_line)
    assert advice.invitation == choose_move(thin, "invitation", EXAMPLE)
    assert advice.contribution == choose_move(thin, "contribution", EXAMPLE)
    assert (advice.invitation.kind, advice.contribution.kind) == ("invitation", "contribution")


@pytest.mark.parametrize(
    ("answers", "rest", "score", "path"),
    [
        ({"weak-ties": 1, "hosting": 2}, 3, 66, ("weak-ties", "hosting", "weekly-review")),
        ({"weak-ties": 1, "hosting": None}, 3, 68, ("weak-ties", "belonging", "social-map")),
        ({"groups": 0}, 1, 20, ("groups", "belonging", "social-map")),
        ({"belonging": 0, "weak-ties": 1, "friendship": 4}, 2, 42, ("belonging", "weak-ties", "weekly-review")),
        ({"belonging": 0, "weak-ties": 0, "friendship": 3}, 2, 34, ("belonging", "weak-ties", "social-map")),
    ],
)
def test_the_path_ends_at_the_map_with_a_skip_or_a_low_score(
    answers: dict[str, int | None], rest: int, score: int, path: tuple[str, ...], catalogue: Catalogue
) -> None:
    who = person(answers, rest)
    assert score_answers(who.values).score == score
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
        assert advice == Advice(None, None, None, None, ("weekly-review",), keep)


def test_only_a_strand_that_was_answered_is_kept(catalogue: Catalogue) -> None:
    answered = {"hosting": 4, "repair": 4}
    lines = [advice_for(person(answered, week=week), catalogue).line for week in (0, 1, 2)]
    hosting, repair = (catalogue.strand(strand).keep_line for strand in answered)
    assert lines == [hosting, repair, hosting]


def test_with_nothing_at_all_the_first_strand_is_the_thin_spot(catalogue: Catalogue) -> None:
    advice = advice_for(NOTHING, catalogue)
    assert advice.thin_spot == catalogue.strands[0]
    assert advice.path == (*STRAND_IDS[:2], "social-map")
