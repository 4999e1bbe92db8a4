"""Answers as a short code for the part of an address after "#", and back (section 6 of the model).

The answers are the digits of one number in mixed bases: six for each strand (0 to 4, skipped), one more than
there are capacities, two for each context, 54 for the week. The number is written in base 31 at a fixed
length, after the format's version and before a check character. 31 is prime, so the weighted sum behind the
check character tells every single changed character and every two neighbours that swapped places. Names and
free text have no place in it.
"""

from scoring.issues import Issue, Refused
from scoring.model import CAPACITIES, LAST_WEEK, MAX_ANSWER, STRAND_IDS, Answers, Catalogue

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""31 characters; 0, 1, i, l and o are left out because they are easily misread."""

VERSION = ALPHABET[0]
BASE = len(ALPHABET)


def encode(answers: Answers, catalogue: Catalogue) -> str:
    """Write answers as a code."""
    number = 0
    for digit, base in zip(_digits(answers, catalogue), _bases(catalogue), strict=True):
        number = number * base + digit
    body = ""
    for _ in range(_body_length(catalogue)):
        number, digit = divmod(number, BASE)
        body = ALPHABET[digit] + body
    return VERSION + body + _check_character(VERSION + body)


def decode(code: str, catalogue: Catalogue) -> Answers:
    """Read a code; a mistyped one is refused with the reason, never read wrongly."""
    code = code.strip().lower()
    length = _body_length(catalogue) + 2
    unknown = sorted(set(code) - set(ALPHABET))
    if unknown:
        raise _refused("code-character", f'holds "{unknown[0]}"', ALPHABET)
    if len(code) != length:
        raise _refused("code-length", f"{len(code)} characters given", f"exactly {length}")
    if _check_character(code[:-1]) != code[-1]:
        raise _refused("code-mistyped", "a character is wrong, or two are swapped", "a code as it was copied")
    if code[0] != VERSION:
        raise _refused("code-version", f'starts with "{code[0]}", a version that this site does not know', VERSION)
    number = 0
    for character in code[1:-1]:
        number = number * BASE + ALPHABET.index(character)
    digits = []
    for base in reversed(_bases(catalogue)):
        number, digit = divmod(number, base)
        digits.append(digit)
    if number:
        raise _refused("code-range", "stands for no answers of this site", "a code made by this site")
    return _answers(digits[::-1], catalogue)


def _bases(catalogue: Catalogue) -> list[int]:
    contexts = [2] * len(catalogue.contexts)
    return [*[MAX_ANSWER + 2] * len(STRAND_IDS), len(CAPACITIES) + 1, *contexts, LAST_WEEK + 1]


def _digits(answers: Answers, catalogue: Catalogue) -> list[int]:
    values = [MAX_ANSWER + 1 if value is None else value for value in answers.values]
    capacity = len(CAPACITIES) if answers.capacity is None else CAPACITIES.index(answers.capacity)
    return [
        *values,
        capacity,
        *(int(context.id in answers.contexts) for context in catalogue.contexts),
        answers.week,
    ]


def _answers(digits: list[int], catalogue: Catalogue) -> Answers:
    strands = len(STRAND_IDS)
    capacity = digits[strands]
    chosen = digits[strands + 1 : -1]
    return Answers(
        values=tuple(None if digit > MAX_ANSWER else digit for digit in digits[:strands]),
        capacity=None if capacity == len(CAPACITIES) else CAPACITIES[capacity],
        contexts=tuple(context.id for context, digit in zip(catalogue.contexts, chosen, strict=True) if digit),
        week=digits[-1],
    )


def _body_length(catalogue: Catalogue) -> int:
    most = 1
    for base in _bases(catalogue):
        most *= base
    length = 0
    while most > 1:
        most = -(-most // BASE)
        length += 1
    return length


def _check_character(text: str) -> str:
    """Weights 1, 2, 3, ... stay below 31 and differ, which is what makes the two promises hold."""
    return ALPHABET[sum(weight * ALPHABET.index(c) for weight, c in enumerate(text, start=1)) % BASE]


def _refused(code: str, text: str, allowed: str) -> Refused:
    return Refused([Issue(("code",), code, text, allowed)])
