"""What must hold for every share code (section 7 of the model)."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, decode, encode
from scoring.model import MAX_ANSWER, STRAND_IDS
from scoring.share_code import ALPHABET, LENGTH, VERSION, SharedCard, move_mark
from tests.scoring.cards import any_moves, code_of, moves_of, read, with_each_check
from tests.scoring.people import on_a_card, person
from tests.scoring.strategies import silent_people, texts

FAULTS = ("code-character", "code-length", "code-mistyped", "code-version", "code-range")


def sampled_codes(count: int, catalogue: Catalogue) -> list[str]:
    """Codes of the same made-up cards every time."""
    random = Random(20261123)
    moves = [None, *(move for strand in catalogue.strands for move in strand.moves)]

    def answer(strand: str) -> int | str | None:
        aside = ["none"] if strand in ("repair", "digital-community") else []
        return random.choice((None, *range(MAX_ANSWER + 1), *aside))

    return [
        encode(
            person({strand: answer(strand) for strand in STRAND_IDS}), (random.choice(moves), random.choice(moves))
        )
        for _ in range(count)
    ]


@given(silent_people, st.data())
def test_decoding_gives_back_what_was_encoded(catalogue: Catalogue, who: Answers, data: st.DataObject) -> None:
    moves = data.draw(any_moves(catalogue))
    code = encode(who, moves)
    assert decode(code, catalogue) == SharedCard(on_a_card(who), moves)
    assert decode(code.upper(), catalogue) == decode(code, catalogue)
    assert len(code) == LENGTH == 16
    assert code[0] == VERSION
    assert set(code) <= set(ALPHABET)


@given(silent_people, silent_people, st.data())
def test_different_cards_have_different_codes(
    catalogue: Catalogue, who: Answers, other: Answers, data: st.DataObject
) -> None:
    moves, others = data.draw(any_moves(catalogue)), data.draw(any_moves(catalogue))
    same = (on_a_card(who), moves) == (on_a_card(other), others)
    assert (encode(who, moves) == encode(other, others)) == same


@given(silent_people, silent_people)
def test_a_code_holds_neither_room_nor_life_nor_week_nor_history(
    catalogue: Catalogue, who: Answers, other: Answers
) -> None:
    with_the_same_answers = replace(other, values=who.values, set_aside=who.set_aside)
    moves = (catalogue.strands[0].moves[0], None)
    assert encode(who, moves) == encode(with_the_same_answers, moves)
    if any(value is not None for value in who.values) and moves_of(who, catalogue) == moves_of(
        with_the_same_answers, catalogue
    ):
        assert code_of(who, catalogue) == code_of(with_the_same_answers, catalogue)


def test_one_changed_character_is_always_detected(catalogue: Catalogue) -> None:
    for code in sampled_codes(40, catalogue):
        for place in range(len(code)):
            for character in set(ALPHABET) - {code[place]}:
                mistyped = code[:place] + character + code[place + 1 :]
                assert read(mistyped, catalogue) == "code-mistyped"


def test_two_swapped_neighbors_are_always_detected(catalogue: Catalogue) -> None:
    for code in sampled_codes(1000, catalogue):
        for place in range(len(code) - 1):
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            assert swapped == code or read(swapped, catalogue) == "code-mistyped"


@given(silent_people, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_a_lost_or_added_character_is_detected(catalogue: Catalogue, who: Answers, place: int, added: str) -> None:
    code = code_of(who, catalogue)
    for broken in (code[:place] + code[place + 1 :], code[:place] + added + code[place:]):
        happened = read(broken, catalogue)
        other_version = broken[0] != VERSION and happened == "code-version"
        assert happened == "code-length" or other_version


@given(st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH) | st.text(ALPHABET, max_size=LENGTH + 2) | texts)
def test_any_text_is_refused_or_is_the_code_of_what_was_read(catalogue: Catalogue, text: str) -> None:
    happened = read(text, catalogue)
    if happened not in FAULTS:
        given_code = text.strip().lower()
        assert encode(happened.answers, happened.moves)[:7] == given_code[:7]
        for move, mark in zip(happened.moves, (given_code[7:11], given_code[11:15]), strict=True):
            assert move is None or move_mark(move.id) == mark


@given(st.text(ALPHABET, min_size=LENGTH - 2, max_size=LENGTH - 2))
def test_of_all_check_characters_one_fits_at_most(catalogue: Catalogue, body: str) -> None:
    happened = list(with_each_check(f"{VERSION}{body}", catalogue).values())
    assert happened.count("code-mistyped") == len(ALPHABET) - 1
    [other] = [what for what in happened if what != "code-mistyped"]
    assert other == "code-range" or isinstance(other, SharedCard)
