"""The result as display data: finished words in the right places."""

from dataclasses import replace

import pytest

from scoring import Answers, Catalogue, builder_view, encode, parse_catalogue, result_view, score_answers
from scoring.catalogue_words import WORDS
from scoring.choosing import fitting_moves
from scoring.phrasing import Phrasing, decimal
from scoring.plain_data import protocol_data
from scoring.plan import as_clause
from scoring.views import EMPTY
from tests.scoring.broken import faults
from tests.scoring.cards import NO_MOVES, code_of
from tests.scoring.moves import a_move, with_moves
from tests.scoring.people import EXAMPLE, FULL, NOTHING, person
from tests.scoring.plain_words import PLAIN

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


@pytest.mark.parametrize("aside", [{"repair": "none"}, {"repair": "none", "digital-community": "none"}])
def test_where_all_is_not_sure_or_set_aside_there_is_nothing_to_count(aside: dict, plain: Catalogue) -> None:
    view = builder_view(person(aside), DONE, plain)
    assert (view["state"], view["sentence"], view["link"]) == ("empty", "set_aside", "")
    assert builder_view(person(aside), DONE - 1, plain)["sentence"] == "empty"


def test_a_part_of_the_answers_gives_a_range_and_no_advice(plain: Catalogue) -> None:
    view = builder_view(person({"hosting": 4}), 3, plain)
    sentence = "partial 3 range 1 100"
    shown = {"state": "partial", "sentence": sentence, "said": sentence, "range": "range 1 100"}
    link = encode(person({"hosting": 4}), NO_MOVES)
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
    assert (view["range"], view["score"], view["band"], view["thin_spot"]) == ("", "64", "Warming", "Weak ties")
    assert (view["notes"], view["calm"]) == ([], "")
    assert view["protocol"] == protocol_data(thin.protocol)
    assert view["path"] == ["weak-ties", "hosting", "weekly-review"]
    assert view["card"].startswith("card_title\nThis week needs one warm weak tie.\n")
    assert (view["ties"], view["chapter"], view["second"]) == ([], ["weak-ties"], ["too-much"])
    assert view["plan"] == {"when": "plan_open", "then": as_clause(view["invitation"]["title"])}
    assert view["link"] == code_of(EXAMPLE, plain)


def test_a_move_is_shown_with_what_a_reader_needs_to_do_it(plain: Catalogue) -> None:
    view = result_view(EXAMPLE, plain)
    shown = ["id", "title", "detail", "say", "easy_no", "guard"]
    parts = ["id", "kind", "title", "detail", "say", "easy_no", "guard", "after", "idea", "more", "next"]
    assert list(view["invitation"]) == list(view["contribution"]) == parts
    moves = {move.id: move for move in plain.strand("weak-ties").moves}
    for kind in ("invitation", "contribution"):
        move = moves[view[kind]["id"]]
        assert (move.kind, view[kind]["kind"]) == (kind, f"kind_{kind}")
        assert {name: view[kind][name] for name in shown} == {name: getattr(move, name) for name in shown}


def test_a_rest_move_is_called_one(plain: Catalogue) -> None:
    view = result_view(replace(EXAMPLE, capacity="none"), plain)
    assert (view["invitation"]["kind"], view["contribution"]) == ("kind_rest", None)
    assert view["plan"]["then"] == as_clause(view["invitation"]["title"])


def test_an_idea_says_which_it_is_and_what_to_ask_for_next(plain: Catalogue) -> None:
    count = len(fitting_moves(plain.strand("weak-ties"), "invitation", EXAMPLE, plain))
    assert count > 2
    for asked, number, following in ((0, 1, 1), (1, 2, 2), (count - 1, count, 0), (count, 1, 1), (count + 1, 2, 2)):
        idea = result_view(replace(EXAMPLE, ideas=(asked, 0)), plain)["invitation"]
        assert (idea["idea"], idea["more"], idea["next"]) == (f"idea {number} {count}", True, following)


def test_the_only_idea_has_no_other(plain: Catalogue) -> None:
    alone = with_moves(plain, "weak-ties", a_move("ask"), a_move("give", kind="contribution"))
    idea = result_view(replace(EXAMPLE, ideas=(3, 0)), alone)["invitation"]
    assert (idea["id"], idea["idea"], idea["more"], idea["next"]) == ("ask", "idea 1 1", False, 0)


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
        names = "".join(f"{{{one}}}" for one in WORDS[name])
        practices["words"][name] = names.ljust(99, "x")
        parse_catalogue(practices)
        practices["words"][name] = names.ljust(100, "x")
        assert faults(practices) == [(f"words.{name}", "too-long", "100 characters", "at most 99")]
        practices["words"][name] = names or "x"


def test_with_everything_full_the_view_says_what_to_keep(plain: Catalogue) -> None:
    view = result_view(FULL, plain)
    rooted = next(band for band in plain.bands if band.id == "rooted")
    assert view["sentence"] == f"{rooted.sentence} full"
    assert view["said"] == "complete 100 rooted"
    assert (view["thin_spot"], view["ties"], view["second"], view["chapter"]) == ("", [], [], [])
    assert [view[part] for part in ("invitation", "contribution", "protocol", "plan")] == [None] * 4
    assert view["path"] == ["weekly-review"]


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
    assert [step["score"] for step in steps[1]] == ["64", "72", "76", "79", "81"]
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


@pytest.mark.parametrize(
    ("who", "headline"),
    [
        (EXAMPLE, "64"),
        (person({"hosting": None}, 3), "at_least 61"),
        (person({"repair": "none"}, 3), "75"),
        (person({"hosting": 3}), "range 1 97"),
    ],
)
def test_the_headline_is_the_score_or_what_is_sure_of_it(who: Answers, headline: str, plain: Catalogue) -> None:
    assert Phrasing(plain).headline(score_answers(who.values, who.set_aside)) == headline


def test_where_answers_are_skipped_what_is_sure_is_said(plain: Catalogue) -> None:
    view = result_view(person({"hosting": None, "weak-ties": 1}, 3), plain)
    assert view["said"] == "said at_least 55 Warming Weak ties"
    assert (view["score"], view["range"]) == ("55", "range 55 71")


def test_under_six_answers_there_is_a_range_and_an_idea(plain: Catalogue) -> None:
    view = result_view(person({"hosting": 1}), plain)
    assert view["sentence"] == view["said"] == "few 1 6 thin Invitations"
    assert (view["state"], view["score"], view["band"], view["range"]) == ("complete", "", "", "range 0 90")
    assert view["invitation"]
    assert [row["steps"] for row in view["points"]] == [[]] * 10


def test_strands_that_are_just_as_thin_are_named(plain: Catalogue) -> None:
    view = result_view(person({"hosting": 1, "groups": 1}, 3), plain)
    assert (view["chapter"], view["ties"]) == (["hosting"], ["groups"])
    chosen = result_view(person({"hosting": 1, "groups": 1}, 3, thin_spot="groups"), plain)
    assert (chosen["chapter"], chosen["ties"]) == (["groups"], ["hosting"])


def test_a_strand_that_is_set_aside_is_shown_with_its_own_answer(plain: Catalogue) -> None:
    view = result_view(person({"repair": "none"}, 3), plain)
    repair = plain.strand("repair")
    row = {"id": "repair", "label": repair.label, "value": None, "answer": repair.set_aside, "thin": False}
    assert view["ring"][7] == row
    points = view["points"][7]
    assert (points["answer"], points["points"], points["gain"]) == (repair.set_aside, "not_counted", "")
    assert len(points["steps"]) == 5
