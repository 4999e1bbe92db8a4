"""The result as display data: finished words in the right places."""

from dataclasses import asdict, replace

import pytest

from scoring import Catalogue, builder_view, next_steps, result_view, score_answers
from scoring.catalogue import WORDS
from scoring.views import EMPTY, decimal, range_text
from tests.scoring.people import EXAMPLE, FULL, NOTHING, person

PLAIN = {name: " ".join([name, *(f"{{{item}}}" for item in items)]) for name, items in WORDS.items()}
"""Each sentence is its own name and what it was given."""

DONE = 10


@pytest.fixture(scope="module")
def plain(catalogue: Catalogue) -> Catalogue:
    """The real catalogue with sentences that show which one was used."""
    return replace(catalogue, words=PLAIN)


def test_without_an_answer_the_view_is_empty_but_for_one_sentence(plain: Catalogue) -> None:
    assert builder_view(person(), 0, plain) == EMPTY | {"sentence": "empty"}


def test_ten_times_not_sure_is_empty_and_says_why(plain: Catalogue) -> None:
    assert builder_view(person(), DONE, plain) == EMPTY | {"sentence": "set_aside"}


def test_a_step_that_does_not_move_the_score_is_not_announced(plain: Catalogue) -> None:
    assert result_view(NOTHING, plain)["after"] == ""


def test_a_part_of_the_answers_gives_a_range_and_no_advice(plain: Catalogue) -> None:
    view = builder_view(person({"hosting": 4}), 3, plain)
    sentence = "partial 3 range 1 100"
    assert view == EMPTY | {"state": "partial", "sentence": sentence, "said": sentence, "range": "range 1 100"}


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
    assert (view["range"], view["score"], view["band"], view["thin-spot"]) == ("64", "64", "Warming", "Weak ties")
    assert view["after"] == "after Weak ties 67"
    assert (view["notes"], view["calm"]) == ([], "")
    assert view["protocol"] == asdict(thin.protocol)
    assert view["path"] == ["weak-ties", "hosting", "weekly-review"]
    assert view["card"].startswith("Community Card\nThis week needs one warm weak tie.\n")


def test_a_move_is_shown_with_what_a_reader_needs_to_do_it(plain: Catalogue) -> None:
    view = result_view(EXAMPLE, plain)
    shown = ["id", "title", "detail", "say", "easy_no", "guard"]
    assert list(view["invitation"]) == list(view["contribution"]) == shown
    moves = {move.id: move for move in plain.strand("weak-ties").moves}
    for kind in ("invitation", "contribution"):
        move = moves[view[kind]["id"]]
        assert move.kind == kind
        assert view[kind] == {name: getattr(move, name) for name in shown}


def test_with_everything_full_the_view_says_what_to_keep(plain: Catalogue) -> None:
    view = result_view(FULL, plain)
    rooted = next(band for band in plain.bands if band.id == "rooted")
    assert view["sentence"] == f"{rooted.sentence} full"
    assert view["said"] == "complete 100 rooted"
    assert [view[part] for part in ("thin-spot", "after")] == ["", ""]
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
    assert rows[0] == {"label": skipped.label, "answer": "", "points": "not_counted", "gain": ""}
    assert rows[1] == {
        "label": thin.label,
        "answer": thin.answers[0],
        "points": "points 0.0",
        "gain": f"gain {score.gains[1]:.1f}",
    }
    assert rows[2] == {
        "label": full.label,
        "answer": full.answers[4],
        "points": f"points {score.points[2]:.1f}",
        "gain": f"full_strand {full.keep_line}",
    }


def test_the_row_shows_the_words_of_the_answer_that_was_given(plain: Catalogue) -> None:
    for value in range(5):
        rows = result_view(person(rest=value), plain)["points"]
        assert [row["answer"] for row in rows] == [strand.answers[value] for strand in plain.strands]


def test_a_range_whose_ends_meet_is_one_number(plain: Catalogue) -> None:
    assert range_text(score_answers(NOTHING.values), plain) == "0"
    assert range_text(score_answers(person({"hosting": 2}).values), plain) == "range 1 94"


@pytest.mark.parametrize(("number", "text"), [(0.0, "0.0"), (3.34682, "3.3"), (6.96, "7.0"), (100.0, "100.0")])
def test_points_have_one_decimal(number: float, text: str) -> None:
    assert decimal(number) == text
