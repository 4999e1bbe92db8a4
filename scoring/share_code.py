"""Answers as a short code for the part of an address after "#", and back (section 6 of the model).

The answers are the digits of one number in mixed bases: six for each strand (0 to 4, skipped), one more than
there are capacities, two for each context, 54 for the week. The number is written in base 31 at a fixed
length, after the format's version and before a check character. 31 is prime, so the weighted sum behind the
check character tells every single changed character and every two neighbours that swapped places. Names and
free text have no place in it.

The second version has two more characters, for the ideas that were asked for; it is used only where there are any.
"""

from dataclasses import replace

from scoring.issues import Issue, Refused
from scoring.model import CAPACITIES, LAST_WEEK, MAX_ANSWER, MOST_IDEAS, STRAND_IDS, Answers, Catalogue

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""31 characters; 0, 1, i, l and o are left out because they are easily misread."""

PLAIN = ALPHABET[0]
WITH_IDEAS = ALPHABET[1]
"""The two versions."""

BASE = len(ALPHABET)
assert MOST_IDEAS <= BASE


def encode(answers: Answers, catalogue: Catalogue) -> str:
    """Write answers as a code."""
    number = 0
    for digit, base in zip(_digits(answers, catalogue), _bases(catalogue), strict=True):
        number = number * base + digit
    body = ""
    for _ in range(_body_length(catalogue)):
        number, digit = divmod(number, BASE)
        body = ALPHABET[digit] + body
    code = PLAIN + body
    if any(answers.ideas):
        code = WITH_IDEAS + body + "".join(ALPHABET[number] for number in answers.ideas)
    return code + _check_character(code)


def decode(code: str, catalogue: Catalogue) -> Answers:
    """Read a code; a mistyped one is refused with the reason, never read wrongly."""
    body, asked = _checked(code.strip().lower(), _body_length(catalogue))
    number = 0
    for character in body:
        number = number * BASE + ALPHABET.index(character)
    digits = []
    for base in reversed(_bases(catalogue)):
        number, digit = divmod(number, base)
        digits.append(digit)
    ideas = [ALPHABET.index(character) for character in asked]
    if number or (ideas and not any(ideas)):
        raise _refused("code-range", "stands for no answers of this site", "a code made by this site")
    answers = _answers(digits[::-1], catalogue)
    return replace(answers, ideas=(ideas[0], ideas[1])) if ideas else answers


def _checked(code: str, body: int) -> tuple[str, str]:
    """Take a code apart, into the `body` characters of the answers and those of the ideas, if it is sound."""
    lengths = {PLAIN: body + 2, WITH_IDEAS: body + 4}
    unknown = sorted(set(code) - set(ALPHABET))
    if unknown:
        raise _refused("code-character", f'holds "{unknown[0]}"', ALPHABET)
    if len(code) not in lengths.values():
        raise _refused("code-length", f"{len(code)} characters given", " or ".join(map(str, lengths.values())))
    if _check_character(code[:-1]) != code[-1]:
        raise _refused("code-mistyped", "a character is wrong, or two are swapped", "a code as it was copied")
    if code[0] not in lengths:
        allowed = " or ".join(lengths)
        raise _refused("code-version", f'starts with "{code[0]}", a version that this site does not know', allowed)
    if len(code) != lengths[code[0]]:
        raise _refused("code-length", f"{len(code)} characters given", str(lengths[code[0]]))
    return code[1 : 1 + body], code[1 + body : -1]


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
