"""The Community Card as plain text."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, advise, parse_catalogue, result_view, score_answers
from scoring.card import MOST_CHARACTERS, card_text, first_step, make_card
from scoring.card_length import check_card_length, longest_card
from scoring.catalogue import MAX_LENGTHS
from scoring.model import STRAND_IDS, Protocol, Step
from scoring.plan import MOST_CHARACTERS as MOST_OF_OWN_WORDS
from scoring.plan import Moment
from tests.scoring.moves import a_move, a_rest, with_moves
from tests.scoring.people import EXAMPLE, FULL, history, person
from tests.scoring.strategies import people

SAY = (
    "I’m having a look at the library book sale on Tuesday at noon, half an hour at most. "
    "Come along if you feel like it."
)


def card(who: Answers, catalogue: Catalogue) -> str:
    score = score_answers(who.values, who.set_aside)
    advice = advise(who, score, catalogue)
    return card_text(make_card(score, advice, first_step(advice), catalogue), catalogue)


def test_the_card_of_the_worked_example(catalogue: Catalogue) -> None:
    first = catalogue.strand("weak-ties").protocol.steps[0]
    assert card(EXAMPLE, replace(catalogue, address="ledger.example")).split("\n") == [
        "Community Card",
        "This week needs one warm weak tie.",
        "Connection score: 64 (Warming)",
        "Thin spot: Weak ties",
        "Invitation: Send one low-pressure invitation.",
        f"Words: “{SAY}”",
        "Contribution: Offer one useful action within capacity.",
        f"Protocol: When {first.when}, {first.then}.",
        "Path: Weak ties, Hosting, Weekly review",
        "ledger.example",
    ]


def test_where_no_address_is_known_the_card_ends_with_the_path(catalogue: Catalogue) -> None:
    assert card(EXAMPLE, replace(catalogue, address="")).split("\n")[-1] == "Path: Weak ties, Hosting, Weekly review"


def test_a_full_card_has_no_thin_spot_and_no_move(catalogue: Catalogue) -> None:
    assert card(FULL, replace(catalogue, address="ledger.example")).split("\n") == [
        "Community Card",
        catalogue.strands[0].keep_line,
        "Connection score: 100 (Rooted)",
        "Path: Weekly review",
        "ledger.example",
    ]


def test_under_six_answers_a_card_has_no_score(catalogue: Catalogue) -> None:
    lines = card(person({"hosting": 1}), catalogue).split("\n")
    assert lines[:3] == ["Community Card", catalogue.strand("hosting").card_line, "Thin spot: Invitations"]
    assert lines[-1] == "Path: Hosting, Social map"


def test_where_answers_are_skipped_the_card_says_what_is_sure(catalogue: Catalogue) -> None:
    assert card(person({"hosting": None, "weak-ties": 1}, 3), catalogue).split("\n")[2] == (
        "Connection score: 55+ (Warming)"
    )
    assert card(person({"repair": "none"}, 3), catalogue).split("\n")[2] == "Connection score: 75 (Rooted)"


def test_a_rest_move_stands_in_place_of_the_two(catalogue: Catalogue) -> None:
    rest = with_moves(catalogue, "groups", a_rest("sleep"), a_move("ask"), a_move("give", kind="contribution"))
    lines = card(person({"groups": 1}, 3, "none"), rest).split("\n")
    assert "This week: Title of sleep." in lines
    assert [line for line in lines if line.startswith(("Invitation:", "Contribution:"))] == []
    parts = result_view(person({"groups": 1}, 3, "none"), rest)["card_parts"]
    assert parts["headline"] == "Title of sleep."


UNANSWERED = history((1, "a", "no-answer"), (2, "b", "no-answer"))
"""Two invitations in groups, to nobody's answer: a rest move stands beside the contribution."""


@pytest.fixture
def groups(catalogue: Catalogue) -> Catalogue:
    moves = a_move("a"), a_move("b"), a_rest("sleep"), a_move("give", kind="contribution")
    return with_moves(catalogue, "groups", *moves)


def test_where_invitations_rest_a_rest_move_stands_beside_the_contribution(groups: Catalogue) -> None:
    lines = card(person({"groups": 1}, 3, week=3, history=UNANSWERED), groups).split("\n")
    assert {"This week: Title of sleep.", "Contribution: Title of give."} <= set(lines)
    assert [line for line in lines if line.startswith("Invitation:")] == []


@pytest.mark.parametrize("capacity", ["none", "some"])
def test_beside_a_rest_move_no_first_step_is_asked_for(capacity: str, groups: Catalogue) -> None:
    rests = person({"groups": 1}, 3, capacity, week=3, history=UNANSWERED)
    assert "Protocol:" not in card(rests, groups)
    assert "Protocol:" in card(replace(rests, capacity="some", history=()), groups)


def test_a_rest_move_beside_a_contribution_counts_for_the_longest_card(groups: Catalogue) -> None:
    wordy = replace(longest(groups), words=groups.words | {"card_rest": "x" * 99 + "{rest}"})
    rests = person({"groups": 1}, 3, week=3, history=UNANSWERED)
    with_both, alone = (
        len(result_view(who, wordy, moment=OWN_WORDS)["card"]) for who in (rests, replace(rests, capacity="none"))
    )
    assert alone < with_both <= len(longest_card(wordy, wordy.address))


def test_capacity_and_contexts_are_not_on_the_card(catalogue: Catalogue) -> None:
    for context in catalogue.contexts:
        text = card(person({"weak-ties": 0}, 2, "plenty", (context.id,)), catalogue)
        assert context.id not in text
        assert context.label not in text
        assert "plenty" not in text.lower()


def test_all_words_of_the_card_come_from_the_catalogue(catalogue: Catalogue) -> None:
    words = catalogue.words | {name: f"<{name}>" for name in catalogue.words if name.startswith("card_")}
    strands = tuple(replace(strand, chapter=f"<{strand.id}>") for strand in catalogue.strands)
    bare = replace(catalogue, words=words, strands=strands, address="")
    names = ("title", "score", "thin_spot", "invitation", "say", "contribution", "protocol", "path")
    lines = [f"<card_{name}>" for name in names]
    assert card(EXAMPLE, bare).split("\n") == [lines[0], catalogue.strand("weak-ties").card_line, *lines[1:]]
    assert "<card_rest>" in card(replace(EXAMPLE, capacity="none"), bare)
    assert card(person({"hosting": None}, 3), bare).split("\n")[2] == "<card_score>"
    parts = cast("dict[str, str]", result_view(person({"hosting": None}, 3), bare)["card_parts"])
    assert parts["score"] == "<card_score>"
    view = result_view(EXAMPLE, bare, numbers=False)
    assert "<card_score_in_words>" in str(view["card"])
    assert view["card_parts"] == {
        "week": "",
        "headline": "Send one low-pressure invitation.",
        "say": "<card_quote>",
        "day": "<card_open_day>",
        "moment": "",
        "line": catalogue.strand("weak-ties").card_line,
        "score": "<card_score_in_words>",
        "address": "",
    }


OWN_WORDS = Moment("x" * MOST_OF_OWN_WORDS, "x" * MOST_OF_OWN_WORDS)


def longest(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with every text as long as its own check allows, but for the words and the chapters."""
    steps = (Step(*("x" * MAX_LENGTHS[name] for name in ("when", "then", "if_not"))),) * 3
    strands = tuple(
        replace(
            strand,
            label="x" * MAX_LENGTHS["label"],
            card_line="x" * MAX_LENGTHS["card_line"],
            keep_line="x" * MAX_LENGTHS["keep_line"],
            protocol=Protocol(steps, "x"),
            moves=tuple(replace(move, title="x" * MAX_LENGTHS["title"]) for move in strand.moves),
        )
        for strand in catalogue.strands
    )
    bands = tuple(replace(band, label="x" * MAX_LENGTHS["label"]) for band in catalogue.bands)
    return replace(catalogue, strands=strands, bands=bands, address="x" * MAX_LENGTHS["address"])


def test_the_full_card_is_short_enough_however_long_the_texts_are(catalogue: Catalogue) -> None:
    assert len(card(FULL, longest(catalogue))) <= MOST_CHARACTERS == 600


def test_the_longest_card_is_hardly_longer_than_one_that_somebody_gets(catalogue: Catalogue) -> None:
    long = longest(catalogue)
    pairs = permutations(STRAND_IDS, 2)
    cards = [result_view(person({one: 1, other: 2}, 4), long, moment=OWN_WORDS)["card"] for one, other in pairs]
    # It counts the plus sign of skipped answers and the last chapter of those who skipped none.
    assert 0 <= len(longest_card(long, long.address)) - max(map(len, cards)) <= 1


def test_texts_that_together_make_a_card_too_long_are_told(catalogue: Catalogue) -> None:
    [issue] = check_card_length(longest(catalogue))
    assert issue.code == "too-long"
    assert list(check_card_length(catalogue)) == []


@given(people)
def test_nobody_gets_a_longer_card_than_the_longest(catalogue: Catalogue, who: Answers) -> None:
    most = len(longest_card(catalogue, catalogue.address))
    assert len("\n".join(line for line in card(who, catalogue).split("\n") if not line.startswith("Words: "))) <= most
    assert most <= MOST_CHARACTERS
    assert len(result_view(who, catalogue, moment=OWN_WORDS)["card"]) <= MOST_CHARACTERS


@given(people, st.dates(), st.dates())
def test_words_and_day_are_on_the_card_where_there_is_room_for_them(
    catalogue: Catalogue, who: Answers, today: date, day: date
) -> None:
    view = result_view(who, catalogue, moment=Moment(day=day, asked_on=today))
    bare = [line for line in str(view["card"]).split("\n") if not line.startswith(("Words: ", "Day: "))]
    parts = cast("dict[str, str]", view["card_parts"])
    added = [f"Words: {parts['say']}"] * bool(parts["say"]) + [f"Day: {parts['day']}"] * bool(parts["day"])
    has_room = len("\n".join([*bare, *added])) <= MOST_CHARACTERS
    assert all(line in view["card"] for line in added) == (has_room or not added)
    assert len(view["card"]) <= MOST_CHARACTERS


@given(people)
def test_without_the_cards_score_nothing_on_it_names_score_or_band(catalogue: Catalogue, who: Answers) -> None:
    marked = replace(
        catalogue,
        words=catalogue.words | {"card_score": "<{score} {band}>", "card_score_in_words": "<{band}>"},
    )
    usual, bare = (result_view(who, marked, card_score=shown) for shown in (True, False))
    line = usual["card_parts"]["score"]
    assert bare["card"].split("\n") == [one for one in usual["card"].split("\n") if one != line]
    assert bare["card_parts"] == usual["card_parts"] | {"score": ""}
    assert {name for name in bare if bare[name] != usual[name]} <= {"card", "card_parts"}


@pytest.mark.parametrize(
    ("today", "week"),
    [
        (date(2026, 11, 23), "23 to 29 November"),
        (date(2026, 11, 29), "23 to 29 November"),
        (date(2026, 12, 1), "30 November to 6 December"),
        (date(2027, 1, 1), "28 December to 3 January"),
        (date.min, "1 to 7 January"),
        (date.max, "27 to 31 December"),
    ],
)
def test_the_week_is_named_by_its_ends(today: date, week: str, catalogue: Catalogue) -> None:
    assert result_view(EXAMPLE, catalogue, moment=Moment(asked_on=today))["card_parts"]["week"] == week


@pytest.mark.parametrize("name", ["card_title", "card_step", "card_review"])
def test_words_that_make_a_card_too_long_are_told(name: str, practices: dict, catalogue: Catalogue) -> None:
    longest = len(longest_card(catalogue, "x" * MAX_LENGTHS["address"]))
    practices["words"][name] += "x" * (MOST_CHARACTERS - longest)
    assert list(check_card_length(parse_catalogue(practices))) == []
    practices["words"][name] += "x"
    [issue] = check_card_length(parse_catalogue(practices))
    assert str(issue) == f"words: a card can get {MOST_CHARACTERS + 1} characters long; allowed: at most 600"


def test_the_text_holds_every_part_of_the_card(catalogue: Catalogue) -> None:
    for who in (EXAMPLE, replace(EXAMPLE, capacity="none"), person({"hosting": None}, 3), FULL):
        view = result_view(who, replace(catalogue, address="ledger.example"))
        parts = cast("dict[str, str]", view["card_parts"])
        assert [text for text in parts.values() if text not in str(view["card"])] == []
    # On a full map the line is what there is to do.
    assert parts["headline"] == view["card"].split("\n")[1]
    assert [name for name, text in parts.items() if not text] == ["week", "say", "day", "moment", "line"]
