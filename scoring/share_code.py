"""A card as a short code for the part of an address after "#", and back (section 6 of the model).

A code holds the ten answers and the moves on the card. Capacity and contexts are not in it, and names and free text
have no place. The answers are the digits of one number in base 7 (0 to 4, skipped, set aside), a move is a mark made
of its id. Both are written in base 31 at a fixed length, after the version and before a check character. 31 is prime,
so the weighted sum behind that tells every single changed character and every two neighbors that swapped places.
"""

from dataclasses import dataclass

from scoring.fingerprint import fingerprint
from scoring.issues import Issue, Refused
from scoring.model import MAX_ANSWER, MAY_BE_SET_ASIDE, STRAND_IDS, Answers, Catalogue, Move

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""31 characters; 0, 1, i, l and o are left out because they are easily misread."""

VERSION = ALPHABET[2]
"""The first two were drafts that no reader has seen."""

BASE = len(ALPHABET)
SKIPPED, SET_ASIDE = MAX_ANSWER + 1, MAX_ANSWER + 2
DIGITS = MAX_ANSWER + 3
ANSWER_CHARACTERS = 6
assert DIGITS ** len(STRAND_IDS) <= BASE**ANSWER_CHARACTERS
MOVE_CHARACTERS = 4
LENGTH = 1 + ANSWER_CHARACTERS + 2 * MOVE_CHARACTERS + 1
NO_MOVE = ALPHABET[0] * MOVE_CHARACTERS


@dataclass(frozen=True, slots=True)
class SharedCard:
    """What a code holds."""

    answers: Answers
    """Without capacity, contexts and week."""
    moves: tuple[Move | None, Move | None]
    """By slot; None where the card has none, or the site no longer has it."""


def encode(answers: Answers, moves: tuple[Move | None, Move | None]) -> str:
    """Write answers and the moves of a card as a code."""
    number = 0
    for strand, value in zip(STRAND_IDS, answers.values, strict=True):
        digit = SET_ASIDE if strand in answers.set_aside else SKIPPED if value is None else value
        number = number * DIGITS + digit
    code = VERSION + _in_base(number, ANSWER_CHARACTERS)
    code += "".join(NO_MOVE if move is None else move_mark(move.id) for move in moves)
    return code + _check_character(code)


def decode(code: str, catalogue: Catalogue) -> SharedCard:
    """Read a code; a mistyped one is refused with the reason, never read wrongly."""
    body = _checked(code.strip().lower())
    number = 0
    for character in body[:ANSWER_CHARACTERS]:
        number = number * BASE + ALPHABET.index(character)
    digits = []
    for _ in STRAND_IDS:
        number, digit = divmod(number, DIGITS)
        digits.append(digit)
    digits.reverse()
    set_aside = tuple(strand for strand, digit in zip(STRAND_IDS, digits, strict=True) if digit == SET_ASIDE)
    if number or not set(set_aside) <= set(MAY_BE_SET_ASIDE):
        raise _refused("code-range", "stands for no answers of this site", "a code made by this site")
    values = tuple(digit if digit <= MAX_ANSWER else None for digit in digits)
    marks = body[ANSWER_CHARACTERS:-MOVE_CHARACTERS], body[-MOVE_CHARACTERS:]
    known = {move_mark(move.id): move for move in catalogue.moves}
    first, second = (known.get(mark) for mark in marks)
    return SharedCard(Answers(values, None, (), 0, set_aside=set_aside), (first, second))


def move_mark(move_id: str) -> str:
    """Write the mark of a move; the build refuses two moves with the same one."""
    return _in_base(1 + fingerprint(move_id) % (BASE**MOVE_CHARACTERS - 1), MOVE_CHARACTERS)


def _in_base(number: int, length: int) -> str:
    text = ""
    for _ in range(length):
        number, digit = divmod(number, BASE)
        text = ALPHABET[digit] + text
    return text


def _checked(code: str) -> str:
    """Take out what stands between version and check character, if the code is sound."""
    unknown = sorted(set(code) - set(ALPHABET))
    if unknown:
        raise _refused("code-character", f'holds "{unknown[0]}"', ALPHABET)
    is_whole = len(code) > 1 and _check_character(code[:-1]) == code[-1]
    if is_whole and code[0] != VERSION:
        raise _refused("code-version", f'starts with "{code[0]}", a version that this site does not know', VERSION)
    if len(code) != LENGTH:
        raise _refused("code-length", f"{len(code)} characters given", str(LENGTH))
    if not is_whole:
        raise _refused("code-mistyped", "a character is wrong, or two are swapped", "a code as it was copied")
    return code[1:-1]


def _check_character(text: str) -> str:
    """Weights 1, 2, 3, ... stay below 31 and differ, which is what makes the two promises hold."""
    return ALPHABET[sum(weight * ALPHABET.index(c) for weight, c in enumerate(text, start=1)) % BASE]


def _refused(code: str, text: str, allowed: str) -> Refused:
    return Refused([Issue(("code",), code, text, allowed)])
