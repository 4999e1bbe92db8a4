"""Answers as a short code, and back."""

from dataclasses import replace
from itertools import product

import pytest

from scoring import Answers, Catalogue, Issue, Refused, decode, encode
from scoring.model import CAPACITIES
from scoring.share_code import ALPHABET
from tests.scoring.people import CONTEXTS, EXAMPLE, FULL, NOTHING, person

EVERYONE = (
    EXAMPLE,
    FULL,
    NOTHING,
    person(capacity=None),
    person({"belonging": 0}, None, "low", (), 1),
    person({"digital-community": 4}, 0, "plenty", CONTEXTS, 53),
    person({"repair": None}, 3, None, ("tight-budget",), 26),
    person({"hosting": 2}, 3, ideas=(1, 0)),
    person({"hosting": 2}, 3, ideas=(0, 30)),
    person({"belonging": 1}, 4, "plenty", CONTEXTS, 53, ideas=(30, 30)),
)


def refused(code: str, catalogue: Catalogue) -> Issue:
    """The one reason for which a code is refused."""
    with pytest.raises(Refused) as caught:
        decode(code, catalogue)
    [issue] = caught.value.issues
    assert issue.path == ("code",)
    return issue


def with_any_check(code: str, catalogue: Catalogue) -> list[str]:
    """What happens to a code without its check character, whichever is put there."""
    happened = []
    for character in ALPHABET:
        try:
            decode(code + character, catalogue)
            happened.append("read")
        except Refused as caught:
            happened.append(caught.issues[0].code)
    return happened


@pytest.mark.parametrize("who", EVERYONE)
def test_a_code_gives_the_same_answers_back(who: Answers, catalogue: Catalogue) -> None:
    assert decode(encode(who, catalogue), catalogue) == who


def test_the_code_of_the_worked_example_stays_what_it_is(catalogue: Catalogue) -> None:
    # Codes are in people's bookmarks: whatever changes this needs a new version character.
    assert encode(EXAMPLE, catalogue) == "2jj3m2heem"


def test_the_code_with_other_ideas_stays_what_it_is(catalogue: Catalogue) -> None:
    assert encode(replace(EXAMPLE, ideas=(2, 1)), catalogue) == "3jj3m2hee43n"


def test_the_first_character_and_the_length_say_whether_there_are_other_ideas(catalogue: Catalogue) -> None:
    codes = [encode(who, catalogue) for who in EVERYONE]
    assert {(any(who.ideas), code[0], len(code)) for who, code in zip(EVERYONE, codes, strict=True)} == {
        (False, "2", 10),
        (True, "3", 12),
    }
    assert len(set(codes)) == len(codes)
    assert set("".join(codes)) <= set(ALPHABET)


def test_the_alphabet_has_31_characters_and_none_that_look_alike() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 31
    assert not set(ALPHABET) & set("01ilo")


def test_every_choice_changes_the_code(catalogue: Catalogue) -> None:
    capacities = (None, *CAPACITIES)
    codes = {
        encode(person({"hosting": answer}, 2, capacity, contexts, week), catalogue)
        for answer, capacity, contexts, week in product(
            (None, 0, 1, 2, 3, 4), capacities, ((), *((context,) for context in CONTEXTS)), (0, 1, 53)
        )
    }
    assert len(codes) == 6 * 4 * 7 * 3


@pytest.mark.parametrize("code", ["2JJ3M2HEEM", "  2jj3m2heem\n", "2Jj3m2hEEm"])
def test_capitals_and_space_around_a_code_do_no_harm(code: str, catalogue: Catalogue) -> None:
    assert decode(code, catalogue) == EXAMPLE


@pytest.mark.parametrize(
    ("code", "reason", "text"),
    [
        ("2jj3m2hee0", "code-character", f'code: holds "0"; allowed: {ALPHABET}'),
        ("2jj3m 2heem", "code-character", f'code: holds " "; allowed: {ALPHABET}'),
        ("2jj3m2heé!", "code-character", f'code: holds "!"; allowed: {ALPHABET}'),
        ("", "code-length", "code: 0 characters given; allowed: 10 or 12"),
        ("2jj3m2hee", "code-length", "code: 9 characters given; allowed: 10 or 12"),
        ("2jj3m2heem2", "code-length", "code: 11 characters given; allowed: 10 or 12"),
        ("2jj3m2heem222", "code-length", "code: 13 characters given; allowed: 10 or 12"),
        (
            "2jj3m2heen",
            "code-mistyped",
            "code: a character is wrong, or two are swapped; allowed: a code as it was copied",
        ),
        (
            "2jj3m2ehem",
            "code-mistyped",
            "code: a character is wrong, or two are swapped; allowed: a code as it was copied",
        ),
    ],
)
def test_a_mistyped_code_is_refused_with_the_reason(code: str, reason: str, text: str, catalogue: Catalogue) -> None:
    issue = refused(code, catalogue)
    assert (issue.code, str(issue)) == (reason, text)


def test_a_code_of_another_version_is_refused(catalogue: Catalogue) -> None:
    happened = with_any_check("4jj3m2hee", catalogue)
    assert sorted(set(happened)) == ["code-mistyped", "code-version"]
    assert happened.count("code-version") == 1
    right = ALPHABET[happened.index("code-version")]
    assert str(refused(f"4jj3m2hee{right}", catalogue)) == (
        'code: starts with "4", a version that this site does not know; allowed: 2 or 3'
    )


@pytest.mark.parametrize(("code", "other"), [("3jj3m2hee", 12), ("2jj3m2hee22", 10)])
def test_a_sound_code_of_the_other_length_is_refused(code: str, other: int, catalogue: Catalogue) -> None:
    happened = with_any_check(code, catalogue)
    assert (happened.count("code-length"), happened.count("code-mistyped")) == (1, 30)
    right = ALPHABET[happened.index("code-length")]
    told = f"code: {len(code) + 1} characters given; allowed: {other}"
    assert str(refused(code + right, catalogue)) == told


def test_the_longer_code_is_not_used_without_other_ideas(catalogue: Catalogue) -> None:
    happened = with_any_check("3jj3m2hee22", catalogue)
    assert (happened.count("code-range"), happened.count("code-mistyped")) == (1, 30)


def test_a_number_too_large_for_any_answers_is_refused(catalogue: Catalogue) -> None:
    happened = with_any_check("2zzzzzzzz", catalogue)
    assert happened.count("code-range") == 1
    assert happened.count("code-mistyped") == 30
    right = ALPHABET[happened.index("code-range")]
    assert str(refused(f"2zzzzzzzz{right}", catalogue)) == (
        "code: stands for no answers of this site; allowed: a code made by this site"
    )


def test_the_last_answers_that_a_code_can_hold_are_read(catalogue: Catalogue) -> None:
    last = person(None, None, None, CONTEXTS, 53)
    assert decode(encode(last, catalogue), catalogue) == last


@pytest.mark.parametrize("who", EVERYONE)
def test_exactly_one_check_character_fits(who: Answers, catalogue: Catalogue) -> None:
    happened = with_any_check(encode(who, catalogue)[:-1], catalogue)
    assert happened.count("read") == 1
    assert happened.count("code-mistyped") == 30
