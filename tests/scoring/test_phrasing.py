"""Views without numbers: no score and no points in any text, and nothing else changed."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, builder_view, handle, result_view
from scoring.phrasing import Phrasing
from scoring.plan import Moment
from scoring.shared_link import open_link
from tests.scoring.cards import code_of
from tests.scoring.moves import a_move, with_moves
from tests.scoring.people import EXAMPLE, FULL, NOTHING, as_form, person
from tests.scoring.strategies import TEN, people, silent_people

TOLD_ANEW = {
    "card_parts",
    "sentence",
    "said",
    "range",
    "score",
    "notes",
    "card",
    "points",
    "invitation",
    "contribution",
}
"""The parts of a view that tell a score or points."""

OWN_TEXTS = ("id", "title", "detail", "say", "easy_no", "guard")
"""What a move says by itself."""

NOT_SHOWN = {"link"}
"""A code for the address; it holds the answers and no score."""


def texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a view, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from texts(part, f"{place}.{name}".lstrip("."))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part, place)


def numbers_told(view: dict, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Every number in the texts of a view but for those of the moves, which have their own."""
    own = {getattr(move, name) for s in catalogue.strands for move in s.moves for name in OWN_TEXTS}
    return [
        (place, number)
        for place, text in texts(view)
        if place not in NOT_SHOWN and text not in own
        for number in re.findall(r"\d+(?:\.\d+)?", text)
    ]


@given(silent_people, st.integers(0, TEN))
def test_without_numbers_only_questions_and_ideas_are_counted(
    catalogue: Catalogue, who: Answers, dealt_with: int
) -> None:
    view = builder_view(who, dealt_with, catalogue, numbers=False)
    counted = str(sum(value is not None for value in who.values))
    skipped = str(TEN - int(counted) - len(who.set_aside))
    told = numbers_told(view, catalogue)
    if view["state"] == "complete":
        few = [
            (place, number) for place in ("sentence", "said") for number in (counted, "10", "6") if int(counted) < 6
        ]
        notes = [("notes", skipped), ("notes", "10")] if int(skipped) else []
        ideas = [(f"{kind}.idea", number) for kind in ("invitation", "contribution") for number in idea(view[kind])]
        assert told == [*few, *notes, *ideas]
    elif view["state"] == "partial":
        done = [("sentence", str(dealt_with)), ("sentence", "10"), ("said", str(dealt_with)), ("said", "10")]
        assert told == [*done, ("picture", counted)]
    else:
        assert told == []


def idea(move: dict | None) -> list[str]:
    return re.findall(r"\d+", move["idea"]) if move else []


@given(silent_people, st.integers(0, TEN))
def test_without_numbers_all_else_stays(catalogue: Catalogue, who: Answers, dealt_with: int) -> None:
    usual, plain = (builder_view(who, dealt_with, catalogue, numbers=numbers) for numbers in (True, False))
    assert usual == builder_view(who, dealt_with, catalogue)
    assert list(plain) == list(usual)
    assert {name for name in usual if usual[name] != plain[name]} <= TOLD_ANEW
    assert [bool(plain[name]) for name in usual if name != "score"] == [bool(usual[n]) for n in usual if n != "score"]
    for row, plain_row in zip(usual["points"], plain["points"], strict=True):
        assert {name for name in row if row[name] != plain_row[name]} <= {"points", "gain", "steps"}


@given(silent_people, st.integers(0, TEN))
def test_of_a_move_only_what_comes_after_is_told_anew(catalogue: Catalogue, who: Answers, dealt_with: int) -> None:
    usual, plain = (builder_view(who, dealt_with, catalogue, numbers=numbers) for numbers in (True, False))
    for slot in ("invitation", "contribution"):
        if usual[slot]:
            assert {name for name in usual[slot] if usual[slot][name] != plain[slot][name]} <= {"after"}
            assert bool(usual[slot]["after"]) == bool(plain[slot]["after"])


@given(people)
def test_a_shared_link_is_told_without_numbers_as_with_them(catalogue: Catalogue, who: Answers) -> None:
    code = code_of(who, catalogue)
    usual, plain = (open_link(code, catalogue, numbers) for numbers in (True, False))
    assert plain | {"view": None} == usual | {"view": None}
    assert {name for name in usual["view"] if usual["view"][name] != plain["view"][name]} <= TOLD_ANEW
    assert plain["view"]["score"] == ""


def test_the_worked_example_in_words(catalogue: Catalogue) -> None:
    view = result_view(EXAMPLE, catalogue, numbers=False)
    assert view["score"] == ""
    assert (view["said"], view["range"], view["band"]) == (
        "Your map: Warming. Thin spot: Weak ties.",
        "",
        "Warming",
    )
    rows = view["points"]
    assert [(row["points"], row["gain"]) for row in rows[:3]] == [
        ("counted", "one more step counts"),
        ("counted", "one more step counts most"),
        ("counted", "one more step counts"),
    ]
    anchor = catalogue.strands[1].answers[4]
    assert rows[1]["steps"][4]["said"] == f"With “{anchor}” your map would be warming."
    assert [step["score"] for row in rows for step in row["steps"]] == [""] * 50


def test_the_card_in_words_names_the_band_alone(catalogue: Catalogue) -> None:
    usual, plain = (result_view(EXAMPLE, catalogue, numbers)["card"].split("\n") for numbers in (True, False))
    assert (usual[2], plain[2]) == ("Connection score: 64 (Warming)", "Connection: Warming")
    assert [*usual[:2], *usual[3:]] == [*plain[:2], *plain[3:]]


def test_what_comes_after_a_move_is_told_in_words(catalogue: Catalogue) -> None:
    counting = with_moves(catalogue, "weak-ties", a_move("ask", counts=True), a_move("give", kind="contribution"))
    usual, plain = (result_view(EXAMPLE, counting, numbers)["invitation"]["after"] for numbers in (True, False))
    assert usual == "Doing it once is one more step in Weak ties: your score would be 67."
    assert plain == "Doing it once is one more step in Weak ties."


def test_under_six_answers_nothing_is_said_of_a_score_in_words(catalogue: Catalogue) -> None:
    view = result_view(person({"hosting": 1}), catalogue, numbers=False)
    assert view["sentence"].startswith("1 of 10 can be counted so far. A map needs 6, so here is a first idea.")
    assert "score" not in str([view[name] for name in ("sentence", "said", "notes", "range", "card")]).lower()


def test_a_range_in_words_goes_from_band_to_band(catalogue: Catalogue) -> None:
    wide = builder_view(person({"hosting": 2}), 1, catalogue, numbers=False)
    assert (wide["range"], wide["sentence"]) == (
        "between quiet and rooted",
        "1 of 10 questions done. Your map will be between quiet and rooted.",
    )
    narrow = builder_view(person({"repair": None}, 2), 9, catalogue, numbers=False)
    assert narrow["sentence"] == "9 of 10 questions done. Your map will be between forming and warming."
    alike = builder_view(person({"repair": None}, 0), 9, catalogue, numbers=False)
    assert (alike["range"], alike["sentence"]) == ("quiet", "9 of 10 questions done. Your map will be quiet.")


def test_what_was_skipped_is_told_in_words(catalogue: Catalogue) -> None:
    view = result_view(person({"belonging": None, "groups": None}, 4), catalogue, numbers=False)
    [note] = view["notes"]
    assert note == (
        "2 of 10 marked “not sure”. That counts for nothing until you know; your map is between warming and rooted."
    )


def test_a_full_map_is_told_in_words(catalogue: Catalogue) -> None:
    view = result_view(FULL, catalogue, numbers=False)
    assert (view["said"], view["range"]) == ("Your map is rooted.", "")
    keep = catalogue.strands[0].keep_line
    assert (view["points"][0]["points"], view["points"][0]["gain"]) == ("counted", f"full: {keep}")


def test_a_skipped_strand_is_not_counted_and_still_has_steps_in_words(catalogue: Catalogue) -> None:
    row = result_view(person({"belonging": None}, 0), catalogue, numbers=False)["points"][0]
    assert (row["points"], row["gain"]) == ("not counted", "")
    anchor = catalogue.strands[0].answers[0]
    assert row["steps"][0]["said"] == f"With “{anchor}” your map would be quiet."


def test_a_sentence_that_has_no_form_in_words_stays(catalogue: Catalogue) -> None:
    for numbers in (True, False):
        assert (
            Phrasing(catalogue, numbers).say("thin", thin_spot="Groups")
            == "The next small step counts most here: Groups."
        )
    assert builder_view(NOTHING, 0, catalogue, numbers=False)["picture"] == catalogue.words["picture_partial"].format(
        counted=10
    )


@pytest.mark.parametrize(
    ("score", "told"), [(0, "quiet"), (24, "quiet"), (25, "forming"), (75, "rooted"), (100, "rooted")]
)
def test_a_score_is_told_by_its_band(score: int, told: str, catalogue: Catalogue) -> None:
    assert Phrasing(catalogue, numbers=False).score(score) == told
    assert Phrasing(catalogue).score(score) == str(score)


def ask(request: dict, catalogue: Catalogue) -> dict:
    return json.loads(handle(json.dumps(request), catalogue))


def test_a_request_turns_numbers_off_and_on(catalogue: Catalogue) -> None:
    builder = {"do": "builder", "entries": as_form(EXAMPLE), "today": "2026-11-23"}
    link = {"do": "open-link", "code": code_of(EXAMPLE, catalogue)}
    who = replace(EXAMPLE, week=48)
    monday = Moment(asked_on=date(2026, 11, 23))
    for numbers in (True, False):
        view = ask(builder | {"numbers": numbers}, catalogue)["result"]
        assert view == json.loads(json.dumps(result_view(who, catalogue, numbers, monday)))
        view = ask(link | {"numbers": numbers}, catalogue)["result"]["view"]
        assert view == json.loads(json.dumps(open_link(code_of(EXAMPLE, catalogue), catalogue, numbers)["view"]))


@pytest.mark.parametrize("numbers", [None, 0, 1, "false", [], {}])
def test_what_is_neither_on_nor_off_is_refused(numbers: object, catalogue: Catalogue) -> None:
    expected = [
        {"path": "numbers", "code": "wrong-type", "text": f"{json.dumps(numbers)} given", "allowed": "true or false"}
    ]
    builder = {"do": "builder", "entries": [], "today": "2026-11-23"}
    for request in (builder, {"do": "open-link", "code": code_of(EXAMPLE, catalogue)}):
        assert ask(request | {"numbers": numbers}, catalogue) == {"ok": False, "issues": expected}
