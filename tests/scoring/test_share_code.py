"""A card as a short code, and back."""

from dataclasses import replace
from itertools import product

import pytest

from scoring import Answers, Catalogue, Issue, Refused, decode, encode
from scoring.model import MAY_BE_SET_ASIDE, STRAND_IDS
from scoring.share_code import ALPHABET, LENGTH, NO_MOVE, VERSION, SharedCard, move_mark
from tests.scoring.cards import NO_MOVES, moves_of, read, sound, with_each_check
from tests.scoring.moves import a_move, with_moves
from tests.scoring.people import CONTEXTS, EXAMPLE, FULL, NOTHING, on_a_card, person

EXAMPLE_CODE = "46jbzg394xwjmg9a"

EVERYONE = (
    EXAMPLE,
    FULL,
    NOTHING,
    person(),
    person({"belonging": 0}),
    person({"digital-community": 4}, 0),
    person({"repair": None}, 3),
    person({"repair": "none"}, 3),
    person({"repair": "none", "digital-community": "none"}, 4),
    person({"repair": "none", "digital-community": "none"}),
)


def refused(code: str, catalogue: Catalogue) -> Issue:
    """The one reason for which a code is refused."""
    with pytest.raises(Refused) as caught:
        decode(code, catalogue)
    [issue] = caught.value.issues
    assert issue.path == ("code",)
    return issue


@pytest.mark.parametrize("who", EVERYONE)
def test_a_code_gives_the_same_answers_and_moves_back(who: Answers, catalogue: Catalogue) -> None:
    first, second = catalogue.strands[1].moves[:2]
    for moves in (NO_MOVES, (first, second), (None, second), (first, None)):
        assert decode(encode(who, moves), catalogue) == SharedCard(on_a_card(who), moves)


def test_the_code_of_the_worked_example_stays_what_it_is(catalogue: Catalogue) -> None:
    # Codes are in people's bookmarks: whatever changes this needs a new version character.
    moves = {move.id: move for move in catalogue.strand("weak-ties").moves}
    shown = moves["send-one-low-pressure-invitation"], moves["offer-one-useful-action"]
    assert encode(EXAMPLE, shown) == EXAMPLE_CODE
    assert decode(EXAMPLE_CODE, catalogue) == SharedCard(on_a_card(EXAMPLE), shown)


def test_all_codes_are_alike_in_length_and_differ_in_what_they_hold() -> None:
    codes = [encode(who, NO_MOVES) for who in EVERYONE]
    assert {(len(code), code[0]) for code in codes} == {(LENGTH, VERSION)} == {(16, "4")}
    assert len(set(codes)) == len(codes)
    assert set("".join(codes)) <= set(ALPHABET)


def test_the_alphabet_has_31_characters_and_none_that_look_alike() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 31
    assert not set(ALPHABET) & set("01ilo")


def test_every_answer_and_move_changes_the_code(catalogue: Catalogue) -> None:
    moves = (None, *catalogue.strands[0].moves[:3])
    codes = {
        encode(person({"hosting": hosting, "repair": repair}, 2), (one, other))
        for hosting, repair, one, other in product((None, 0, 1, 2, 3, 4), (None, 0, 4, "none"), moves, moves)
    }
    assert len(codes) == 6 * 4 * 4 * 4


def test_two_people_whose_lives_differ_and_whose_cards_do_not_have_the_same_code(catalogue: Catalogue) -> None:
    plain = with_moves(catalogue, "hosting", a_move("ask"), a_move("give", kind="contribution"))
    one = person({"hosting": 1}, 3, "low", (), 1)
    other = person({"hosting": 1}, 3, "plenty", CONTEXTS, 53, wishes=("groups",), ordinary=False)
    assert moves_of(one, plain) == moves_of(other, plain)
    assert encode(one, moves_of(one, plain)) == encode(other, moves_of(other, plain))


@pytest.mark.parametrize("code", [EXAMPLE_CODE.upper(), f"  {EXAMPLE_CODE}\n", EXAMPLE_CODE.title()])
def test_capitals_and_space_around_a_code_do_no_harm(code: str, catalogue: Catalogue) -> None:
    assert decode(code, catalogue).answers == on_a_card(EXAMPLE)


MISTYPED = "code: a character is wrong, or two are swapped; allowed: a code as it was copied"


@pytest.mark.parametrize(
    ("code", "reason", "text"),
    [
        (EXAMPLE_CODE[:-1] + "0", "code-character", f'code: holds "0"; allowed: {ALPHABET}'),
        (EXAMPLE_CODE[:6] + " " + EXAMPLE_CODE[6:], "code-character", f'code: holds " "; allowed: {ALPHABET}'),
        (EXAMPLE_CODE[:-2] + "é!", "code-character", f'code: holds "!"; allowed: {ALPHABET}'),
        ("", "code-length", "code: 0 characters given; allowed: 16"),
        ("4", "code-length", "code: 1 characters given; allowed: 16"),
        (EXAMPLE_CODE[:-1], "code-length", "code: 15 characters given; allowed: 16"),
        (EXAMPLE_CODE + "3", "code-length", "code: 17 characters given; allowed: 16"),
        (EXAMPLE_CODE[:-1] + "k", "code-mistyped", MISTYPED),
        (EXAMPLE_CODE[:7] + EXAMPLE_CODE[8] + EXAMPLE_CODE[7] + EXAMPLE_CODE[9:], "code-mistyped", MISTYPED),
    ],
)
def test_a_mistyped_code_is_refused_with_the_reason(code: str, reason: str, text: str, catalogue: Catalogue) -> None:
    issue = refused(code, catalogue)
    assert (issue.code, str(issue)) == (reason, text)


@pytest.mark.parametrize("draft", ["2jj3m2heem", "2JJ3M2HEEM", "3jj3m2hee43n"])
def test_codes_of_the_drafts_are_refused_as_another_version(draft: str, catalogue: Catalogue) -> None:
    assert str(refused(draft, catalogue)) == (
        f'code: starts with "{draft[0]}", a version that this site does not know; allowed: 4'
    )
    assert refused(draft, catalogue).code == "code-version"


def test_a_code_of_another_version_is_refused_whatever_its_length(catalogue: Catalogue) -> None:
    for body in (EXAMPLE_CODE[1:-1], EXAMPLE_CODE[1:-4], EXAMPLE_CODE[1:-1] * 2):
        happened = list(with_each_check(f"5{body}", catalogue).values())
        assert happened.count("code-version") == 1
        assert "code-range" not in happened


def test_a_sound_code_of_another_length_is_refused(catalogue: Catalogue) -> None:
    for start in (EXAMPLE_CODE[:-2], EXAMPLE_CODE):
        happened = list(with_each_check(start, catalogue).values())
        assert happened == ["code-length"] * len(ALPHABET)


def test_a_number_too_large_for_any_answers_is_refused(catalogue: Catalogue) -> None:
    code, happened = sound(f"{VERSION}zzzzzz{NO_MOVE}{NO_MOVE}", catalogue)
    assert happened == "code-range"
    assert str(refused(code, catalogue)) == (
        "code: stands for no answers of this site; allowed: a code made by this site"
    )


@pytest.mark.parametrize("strand", STRAND_IDS)
def test_only_strands_that_may_be_set_aside_are(strand: str, catalogue: Catalogue) -> None:
    code = encode(replace(EXAMPLE, set_aside=(strand,)), NO_MOVES)
    happened = read(code, catalogue)
    if strand in MAY_BE_SET_ASIDE:
        assert happened.answers.set_aside == (strand,)
        assert happened.answers.values[STRAND_IDS.index(strand)] is None
    else:
        assert happened == "code-range"


def test_a_move_that_the_site_has_no_more_is_no_move(catalogue: Catalogue) -> None:
    gone = a_move("long-gone")
    kept = catalogue.strands[0].moves[0]
    assert decode(encode(EXAMPLE, (gone, kept)), catalogue).moves == (None, kept)


def test_a_mark_is_no_answer_to_whether_there_is_a_move() -> None:
    marks = {move_mark(f"move-{number}") for number in range(2000)}
    assert NO_MOVE == "2222"
    assert NO_MOVE not in marks
    assert {len(mark) for mark in marks} == {4}


@pytest.mark.parametrize("who", EVERYONE)
def test_exactly_one_check_character_fits(who: Answers, catalogue: Catalogue) -> None:
    code = encode(who, NO_MOVES)
    assert sound(code[:-1], catalogue)[0] == code
