"""The Community Card as plain text."""

from dataclasses import replace
from itertools import permutations
from typing import cast

import pytest
from hypothesis import given

from scoring import Answers, Catalogue, advise, parse_catalogue, result_view, score_answers
from scoring.card import MOST_CHARACTERS, card_text, make_card
from scoring.card_length import check_card_length, longest_card
from scoring.catalogue import MAX_LENGTHS
from scoring.model import STRAND_IDS, Protocol, Step
from tests.scoring.people import EXAMPLE, FULL, person
from tests.scoring.strategies import people


def card(who: Answers, catalogue: Catalogue) -> str:
    score = score_answers(who.values)
    return card_text(make_card(score, advise(who, score, catalogue), catalogue), catalogue)


def test_the_card_of_the_worked_example(catalogue: Catalogue) -> None:
    first = catalogue.strand("weak-ties").protocol.steps[0]
    assert card(EXAMPLE, replace(catalogue, address="ledger.example")).split("\n") == [
        "Community Card",
        "This week needs one warm weak tie.",
        "Connection score: 64 (Warming)",
        "Thin spot: Weak ties",
        "Invitation: Send one low-pressure invitation.",
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
    names = ("title", "score", "thin_spot", "invitation", "contribution", "protocol", "path")
    lines = [f"<card_{name}>" for name in names]
    assert card(EXAMPLE, bare).split("\n") == [lines[0], catalogue.strand("weak-ties").card_line, *lines[1:]]
    view = result_view(EXAMPLE, bare, numbers=False)
    assert "<card_score_in_words>" in str(view["card"])
    parts = cast("dict[str, str]", view["card_parts"])
    assert (parts["protocol"], parts["path"]) == ("<card_step>", "<weak-ties>, <hosting>, <card_review>")
    parts = cast("dict[str, str]", result_view(person({"groups": 1}), bare)["card_parts"])
    assert parts["path"] == "<groups>, <card_map>"


def longest(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with every text as long as its own check allows, but for the words and the chapters."""
    steps = (Step(*("x" * MAX_LENGTHS[name] for name in ("when", "then", "if_not"))),) * 3
    strands = tuple(
        replace(
            strand,
            label="x" * MAX_LENGTHS["label"],
            card_line="x" * MAX_LENGTHS["card_line"],
            keep_line="x" * MAX_LENGTHS["sentence"],
            protocol=Protocol(steps, "x"),
            moves=tuple(replace(move, title="x" * MAX_LENGTHS["title"]) for move in strand.moves),
        )
        for strand in catalogue.strands
    )
    bands = tuple(replace(band, label="x" * MAX_LENGTHS["label"]) for band in catalogue.bands)
    return replace(catalogue, strands=strands, bands=bands, address="x" * MAX_LENGTHS["address"])


def test_the_full_card_is_short_enough_however_long_the_texts_are(catalogue: Catalogue) -> None:
    assert len(card(FULL, longest(catalogue))) <= MOST_CHARACTERS == 600


def test_the_card_is_short_enough_however_long_the_texts_are(catalogue: Catalogue) -> None:
    longest_texts = longest(catalogue)
    cards = [card(person({first: 1, next_: 2}, 4), longest_texts) for first, next_ in permutations(STRAND_IDS, 2)]
    assert max(map(len, cards)) == len(longest_card(longest_texts, longest_texts.address)) <= MOST_CHARACTERS


@given(people)
def test_nobody_gets_a_longer_card_than_the_longest(catalogue: Catalogue, who: Answers) -> None:
    assert len(card(who, catalogue)) <= len(longest_card(catalogue, catalogue.address))


@pytest.mark.parametrize("name", ["card_title", "card_step", "card_review"])
def test_words_that_make_a_card_too_long_are_told(name: str, practices: dict, catalogue: Catalogue) -> None:
    longest = len(longest_card(catalogue, "x" * MAX_LENGTHS["address"]))
    practices["words"][name] += "x" * (MOST_CHARACTERS - longest)
    assert list(check_card_length(parse_catalogue(practices))) == []
    practices["words"][name] += "x"
    [issue] = check_card_length(parse_catalogue(practices))
    assert str(issue) == f"words: a card can get {MOST_CHARACTERS + 1} characters long; allowed: at most 600"


def test_the_text_holds_every_part_of_the_card(catalogue: Catalogue) -> None:
    for who in (EXAMPLE, FULL):
        view = result_view(who, replace(catalogue, address="ledger.example"))
        parts = cast("dict[str, str]", view["card_parts"])
        assert [text for text in parts.values() if text not in str(view["card"])] == []
    assert [name for name, text in parts.items() if not text] == [
        "thin_spot",
        "invitation",
        "contribution",
        "protocol",
    ]
