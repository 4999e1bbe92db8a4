"""Text from outside to checked answers: strict JSON, and the contract of section 8."""

import json
from collections.abc import Sequence
from itertools import accumulate

from scoring.fields import Checker, DuplicateKeys
from scoring.history import read_history
from scoring.issues import Issue, Path, Refused
from scoring.model import (
    CAPACITIES,
    LAST_WEEK,
    MAX_ANSWER,
    MAY_BE_SET_ASIDE,
    MOST_WISHES,
    NO,
    STRAND_IDS,
    YES,
    Answers,
    Catalogue,
)
from scoring.score import NO_ANSWER
from scoring.second_questions import SECOND_QUESTIONS

MOST_CHARACTERS = 20_000
"""Of one person's answers; what has more to bring says so."""

MOST_DEPTH = 100
"""Real requests are not as deep; brackets within brackets would exhaust the stack of a browser's Python."""

STEPS = {91: 1, 123: 1, 93: -1, 125: -1}
"""How far each bracket leads in; by its number, as bytes are read."""

NOT_A_BRACKET = bytes(sorted({*range(256)} - STEPS.keys()))

SET_ASIDE = "none"
"""Stands for an answer where there is nothing to count."""


def parse_json(text: str, most_characters: int = MOST_CHARACTERS) -> object:
    """Parse JSON text from outside; repeated keys are kept for the checks to refuse."""
    if len(text) > most_characters:
        raise Refused([Issue((), "too-long", f"{len(text)} characters", f"at most {most_characters}")])
    if _is_too_deep(text):
        raise Refused([Issue((), "too-deep", "too many brackets within brackets", f"at most {MOST_DEPTH}")])
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        # The words and columns of the library differ between Python versions; the answer must not.
        raise Refused([Issue((), "not-json", f"line {error.lineno} is not JSON", "a JSON object")]) from None
    except ValueError:
        raise Refused([Issue((), "not-json", "holds a number with thousands of digits", "a JSON object")]) from None


def parse_answers(data: object, catalogue: Catalogue) -> Answers:
    """Check the input of the command-line contract, already parsed from JSON.

    Raises `Refused` with every fault: unknown or repeated keys, answers that are not whole numbers from 0 to 4 (or
    null, or "none" where there may be nothing to count), an unknown capacity (it may be absent, but not null),
    context, wish, second question or outcome, a week outside 0 to 53, no answer at all.
    """
    checker = Checker()
    optional = ["capacity", "contexts", "week", "wishes", "ordinary", "second", "history", "thin_spot"]
    fields = checker.mapping(data, (), ["answers"], optional)
    given = checker.mapping(fields.get("answers", {}), ("answers",), [], STRAND_IDS)
    values, set_aside = read_values(checker, given, ("answers",))
    answers = Answers(
        values=values,
        capacity=read_capacity(checker, fields, ()),
        contexts=checker.choices(fields.get("contexts", []), ("contexts",), [c.id for c in catalogue.contexts]),
        week=checker.whole(fields.get("week", 0), ("week",), 0, LAST_WEEK),
        set_aside=set_aside,
        wishes=checker.choices(fields.get("wishes", []), ("wishes",), STRAND_IDS, MOST_WISHES),
        ordinary=checker.optional(fields, (), "ordinary", checker.flag),
        second=read_second(checker, fields.get("second", {}), ("second",)),
        history=read_history(checker, fields.get("history", []), ("history",)),
        thin_spot=checker.optional(fields, (), "thin_spot", lambda v, p: checker.choice(v, p, STRAND_IDS)),
    )
    raw = fields.get("answers")
    if isinstance(raw, dict) and all(value is None or strand in set_aside for strand, value in raw.items()):
        checker.issues.append(NO_ANSWER)
    checker.finish()
    return answers


def read_values(
    checker: Checker, given: dict[str, object], path: Path
) -> tuple[tuple[int | None, ...], tuple[str, ...]]:
    """Read answers by strand: those of 0 to 4 (None where there is none), and the strands that are set aside."""
    set_aside = tuple(strand for strand in MAY_BE_SET_ASIDE if given.get(strand) == SET_ASIDE)
    values = tuple(
        None if strand in set_aside else _read_answer(checker, strand, given.get(strand), (*path, strand))
        for strand in STRAND_IDS
    )
    return values, set_aside


def read_capacity(checker: Checker, fields: dict[str, object], path: Path) -> str | None:
    """Read the capacity, which may be left open."""
    return checker.optional(fields, path, "capacity", lambda v, p: checker.choice(v, p, CAPACITIES))


def read_second(checker: Checker, value: object, path: Path) -> tuple[tuple[str, str], ...]:
    """Read answers to second questions, by question."""
    given = checker.mapping(value, path, (), SECOND_QUESTIONS)
    return tuple(
        (question, checker.choice(given[question], (*path, question), (YES, NO)))
        for question in SECOND_QUESTIONS
        if question in given
    )


def _read_answer(checker: Checker, strand: str, value: object, path: Path) -> int | None:
    if value is None:
        return None
    also = f', null or "{SET_ASIDE}"' if strand in MAY_BE_SET_ASIDE else " or null"
    return checker.whole(value, path, 0, MAX_ANSWER, also)


def _is_too_deep(text: str) -> bool:
    """Whether brackets stand too deep within others. After a fault the count may be wrong: there the parser ends."""
    if text.count("[") + text.count("{") <= MOST_DEPTH:
        return False
    outside_strings = "".join(text.replace("\\\\", "").replace('\\"', "").split('"')[::2])
    brackets = outside_strings.encode("utf-8", "replace").translate(None, NOT_A_BRACKET)
    return max(accumulate(map(STEPS.__getitem__, brackets)), default=0) > MOST_DEPTH


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = DuplicateKeys(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        found.repeated = tuple(sorted({key for key in keys if keys.count(key) > 1}))
    return found
