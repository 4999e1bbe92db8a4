"""The result as display data: finished words in the right places."""

from dataclasses import replace

import pytest

from scoring import Catalogue, builder_view, encode, next_steps, parse_catalogue, result_view, score_answers
from scoring.advice import choose_idea, fitting_moves
from scoring.catalogue import WORDS
from scoring.phrasing import Phrasing, decimal
from scoring.plain_data import protocol_data
from scoring.views import EMPTY
from tests.scoring.broken import faults
from tests.scoring.people import EXAMPLE, FULL, NOTHING, person

PLAIN = {name: " ".join([name, *(f"{{{item}}}" for item in items)]) for name, items in WORDS.items()}
"""Each sentence is its own name and what it was given."""

DONE = 10


def without_picture(view: dict) -> dict:
    return {name: part for name, part in view.items() if name not in ("ring", "picture")}


@pytest.fixture(scope="module")
def plain(catalogue: Catalogue) -> Catalogue:
    """The real catalogue with sentences that show which one was used."""
    return replace(catalogue, words=PLAIN)


def test_without_an_answer_the_view_is_empty_but_for_one_sentence(plain: Catalogue) -> None:
    view = builder_view(person(), 0, plain)
    assert without_picture(view) == without_picture(EMPTY | {"sentence": "empty"})
    assert view["picture"] == "picture_empty"


def test_ten_times_not_sure_is_empty_and_says_why(plain: Catalogue) -> None:
    assert without_picture(builder_view(person(), DONE, plain)) == without_picture(EMPTY | {"sentence": "set_aside"})


def test_a_step_that_does_not_move_the_score_is_not_announced(plain: Catalogue) -> None:
    assert result_view(NOTHING, plain)["after"] == ""


def test_a_part_of_the_answers_gives_a_range_and_no_advice(plain: Catalogue) -> None:
    view = builder_view(person({"hosting": 4}), 3, plain)
    sentence = "partial 3 range 1 100"
    shown = {"state": "partial", "sentence": sentence, "said": sentence, "range": "range 1 100"}
    link = encode(person({"hosting": 4}), plain)
    assert without_picture(view) == without_picture(EMPTY | shown | {"link": link})
    assert view["picture"] == "picture_partial 1"


def test_nine_questions_are_a_part_and_ten_are_all(plain: Catalogue) -> None:
    almost = person({"hosting": None}, 3)
    assert builder_view(almost, DONE - 1, plain)["state"] == "partial"
    assert builder_view(almost, DONE, plain) == result_view(almost, plain)


def test_every_view_has_the_same_parts(plain: Catalogue) -> None:
    parts = list(EMPTY)
    assert list(result_view(EXAMPLE, plain)) == parts
    assert list(result_view(FULL, plain)) == parts
    assert list(builder_view(person({"hosting": 4}), 1, plain)) == parts


def test_the_whole_view_of_the_worked_example(plain: Catalogue) -> None:
    view = result_view(EXAMPLE, plain)
    warming = next(band for band in plain.bands if band.id == "warming")
    thin = plain.strand("weak-ties")
    assert view["state"] == "complete"
    assert view["sentence"] == f"{warming.sentence} thin Weak ties"
    assert view["said"] == "said 64 Warming Weak ties"
    assert (view["range"], view["score"], view["band"], view["thin_spot"]) == ("64", "64", "Warming", "Weak ties")
    assert view["after"] == "after Weak ties 67"
    assert (view["notes"], view["calm"]) == ([], "")
    assert view["protocol"] == protocol_data(thin.protocol)
    assert view["path"] == ["weak-ties", "hosting", "weekly-review"]
    assert view["card"].startswith("card_title\nThis week needs one warm weak tie.\n")


def test_a_move_is_shown_with_what_a_reader_needs_to_do_it(plain: Catalogue) -> None:
    view = result_view(EXAMPLE, plain)
    shown = ["id", "title", "detail", "say", "easy_no", "guard"]
    assert list(view["invitation"]) == list(view["contribution"]) == [*shown, "idea", "more", "next"]
    moves = {move.id: move for move in plain.strand("weak-ties").moves}
    for kind in ("invitation", "contribution"):
        move = moves[view[kind]["id"]]
        assert move.kind == kind
        assert {name: view[kind][name] for name in shown} == {name: getattr(move, name) for name in shown}


def test_an_idea_says_which_it_is_and_what_to_ask_for_next(plain: Catalogue) -> None:
    count = len(fitting_moves(plain.strand("weak-ties"), "invitation", EXAMPLE))
    assert count > 2
    for asked, number, following in ((0, 1, 1), (1, 2, 2), (count - 1, count, 0), (count, 1, 1), (count + 1, 2, 2)):
        idea = result_view(replace(EXAMPLE, ideas=(asked, 0)), plain)["invitation"]
        assert (idea["idea"], idea["more"], idea["next"]) == (f"idea {number} {count}", True, following)


def test_the_only_idea_has_no_other(plain: Catalogue) -> None:
    thin = plain.strand("weak-ties")
    [first, *_] = fitting_moves(thin, "invitation", EXAMPLE)
    alone = replace(thin, moves=(first, *(move for move in thin.moves if move.kind == "contribution")))
    strands = tuple(alone if strand is thin else strand for strand in plain.strands)
    idea = result_view(replace(EXAMPLE, ideas=(3, 0)), replace(plain, strands=strands))["invitation"]
    assert (idea["id"], idea["idea"], idea["more"], idea["next"]) == (first.id, "idea 1 1", False, 0)


def test_no_more_ideas_are_offered_than_can_be_asked_for(plain: Catalogue) -> None:
    thin = plain.strand("weak-ties")
    many = tuple(replace(thin.moves[0], id=f"m{n}", kind="invitation", effort=1, avoid=()) for n in range(40))
    strand = replace(thin, moves=many)
    moves, place = choose_idea(strand, "invitation", replace(EXAMPLE, ideas=(30, 0)))
    assert (moves[place].id, place, len(moves)) == ("m30", 30, 31)


def test_the_ring_shows_every_strand_with_its_answer_and_marks_the_thin_spot(plain: Catalogue) -> None:
    who = person({"belonging": None, "weak-ties": 0, "friendship": 4}, 4)
    view = result_view(who, plain)
    skipped, thin, full = plain.strands[:3]
    assert view["ring"][:3] == [
        {"id": "belonging", "label": skipped.label, "value": None, "answer": "not_counted", "thin": False},
        {"id": "weak-ties", "label": thin.label, "value": 0, "answer": thin.answers[0], "thin": True},
        {"id": "friendship", "label": full.label, "value": 4, "answer": full.answers[4], "thin": False},
    ]
    assert view["picture"] == "picture_thin Weak ties"


def test_the_sentence_of_the_picture_changes_with_the_state(plain: Catalogue) -> None:
    assert result_view(FULL, plain)["picture"] == "picture_full"
    assert builder_view(person(), DONE, plain)["picture"] == "picture_empty"
    assert builder_view(person({"hosting": 0, "groups": 4}), 9, plain)["picture"] == "picture_partial 2"
    assert [row["thin"] for row in builder_view(person({"hosting": 0}), 9, plain)["ring"]] == [False] * 10


def test_the_longest_sentence_of_a_picture_can_be_heard_at_once(practices: dict) -> None:
    for name in ("picture_empty", "picture_partial", "picture_thin", "picture_full"):
        practices["words"][name] = "x" * 99
        parse_catalogue(practices)
        practices["words"][name] = "x" * 100
        assert faults(practices) == [(f"words.{name}", "too-long", "100 characters", "at most 99")]
        practices["words"][name] = "x"


def test_with_everything_full_the_view_says_what_to_keep(plain: Catalogue) -> None:
    view = result_view(FULL, plain)
    rooted = next(band for band in plain.bands if band.id == "rooted")
    assert view["sentence"] == f"{rooted.sentence} full"
    assert view["said"] == "complete 100 rooted"
    assert [view[part] for part in ("thin_spot", "after")] == ["", ""]
    assert [view[part] for part in ("invitation", "contribution", "protocol")] == [None] * 3
    assert view["path"] == ["weekly-review"]


def test_what_comes_after_is_the_step_in_the_thin_spot(plain: Catalogue) -> None:
    who = person({"groups": 1, "repair": 2}, 3)
    [step] = [step for step in next_steps(who.values, score_answers(who.values)) if step.strand == "groups"]
    assert result_view(who, plain)["after"] == f"after Groups {step.score}"


def test_skipped_answers_and_open_capacity_are_noted(plain: Catalogue) -> None:
    view = result_view(person({"belonging": None, "groups": None}, 4, None), plain)
    assert view["notes"] == ["skipped 2 range 64 100", "capacity_open"]
    assert result_view(person({"belonging": None}, 4), plain)["notes"] == ["skipped 1 range 81 100"]
    assert result_view(person(rest=2, capacity=None), plain)["notes"] == ["capacity_open"]


@pytest.mark.parametrize(("rest", "calm"), [(0, "calm"), (1, "")])
def test_the_calm_line_stands_under_25_only(rest: int, calm: str, plain: Catalogue) -> None:
    assert result_view(person(rest=rest), plain)["calm"] == calm


def test_the_calm_line_stands_at_24(plain: Catalogue) -> None:
    who = person({"belonging": 0, "weak-ties": 0, "friendship": 2}, 1)
    assert result_view(who, plain)["score"] == "18"
    assert result_view(who, plain)["calm"] == "calm"
    who = person({"belonging": 0, "weak-ties": 2}, 1)
    assert (result_view(who, plain)["score"], result_view(who, plain)["calm"]) == ("22", "calm")
    who = person({"belonging": 0, "weak-ties": 2, "friendship": 2}, 1)
    assert (result_view(who, plain)["score"], result_view(who, plain)["calm"]) == ("24", "calm")


def test_each_strand_has_a_row_with_its_points_and_its_next_step(plain: Catalogue) -> None:
    who = person({"belonging": None, "weak-ties": 0, "friendship": 4}, 4)
    score = score_answers(who.values)
    rows = result_view(who, plain)["points"]
    skipped, thin, full = plain.strands[:3]
    assert len(rows) == 10
    steps = [row.pop("steps") for row in rows]
    assert rows[0] == {
        "label": skipped.label,
        "value": None,
        "answer": "",
        "points": "not_counted",
        "gain": "",
    }
    assert [len(one) for one in steps] == [5] * 10
    assert steps[1][0] == {"score": str(score.score), "said": f"what_if {thin.answers[0]} {score.score}"}
    assert [step["score"] for step in steps[1]] == ["79", "89", "94", "97", "100"]
    assert rows[1] == {
        "label": thin.label,
        "value": 0,
        "answer": thin.answers[0],
        "points": "points 0.0",
        "gain": f"gain {score.gains[1]:.1f}",
    }
    assert rows[2] == {
        "label": full.label,
        "value": 4,
        "answer": full.answers[4],
        "points": f"points {score.points[2]:.1f}",
        "gain": f"full_strand {full.keep_line}",
    }


def test_the_row_shows_the_words_of_the_answer_that_was_given(plain: Catalogue) -> None:
    for value in range(5):
        rows = result_view(person(rest=value), plain)["points"]
        assert [row["answer"] for row in rows] == [strand.answers[value] for strand in plain.strands]


def test_a_range_whose_ends_meet_is_one_number(plain: Catalogue) -> None:
    assert Phrasing(plain).range(score_answers(NOTHING.values)) == "0"
    assert Phrasing(plain).range(score_answers(person({"hosting": 2}).values)) == "range 1 94"


@pytest.mark.parametrize(("number", "text"), [(0.0, "0.0"), (3.34682, "3.3"), (6.96, "7.0"), (100.0, "100.0")])
def test_points_have_one_decimal(number: float, text: str) -> None:
    assert decimal(number) == text
