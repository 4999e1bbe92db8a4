"""Text from outside to checked answers: strict JSON, the contract of section 8, and the builder's form."""

import json
from collections.abc import Sequence
from datetime import date

from scoring.fields import Checker, DuplicateKeys, show
from scoring.issues import Issue, Refused
from scoring.model import CAPACITIES, LAST_WEEK, MAX_ANSWER, STRAND_IDS, Answers, Catalogue
from scoring.score import NO_ANSWER

MOST_CHARACTERS = 20_000
MOST_BRACKETS = 200
"""Real requests are far smaller; deep nesting would exhaust the stack of a browser's Python."""

SKIP = "skip"
ANSWER_FIELD = "answers."


def parse_json(text: str) -> object:
    """Parse JSON text from outside; repeated keys are kept for the checks to refuse."""
    if len(text) > MOST_CHARACTERS:
        raise Refused([Issue((), "too-long", f"{len(text)} characters", f"at most {MOST_CHARACTERS}")])
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise Refused([Issue((), "too-deep", "too many brackets", f"at most {MOST_BRACKETS}")])
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        # The words and columns of the library differ between Python versions; the answer must not.
        raise Refused([Issue((), "not-json", f"line {error.lineno} is not JSON", "a JSON object")]) from None
    except ValueError:
        raise Refused([Issue((), "not-json", "holds a number with thousands of digits", "a JSON object")]) from None


def parse_answers(data: object, catalogue: Catalogue) -> Answers:
    """Check the input of the command-line contract, already parsed from JSON.

    Raises `Refused` with every fault: unknown or repeated keys, answers that are not whole numbers
    from 0 to 4 (or null), an unknown capacity or context, a week outside 0 to 53, no answer at all.
    """
    checker = Checker()
    fields = checker.mapping(data, (), ["answers"], ["capacity", "contexts", "week"])
    given = checker.mapping(fields.get("answers", {}), ("answers",), [], STRAND_IDS)
    values = tuple(_answer(checker, given.get(strand), strand) for strand in STRAND_IDS)
    capacity = fields.get("capacity")
    answers = Answers(
        values=values,
        capacity=None if capacity is None else checker.choice(capacity, ("capacity",), CAPACITIES),
        contexts=checker.choices(fields.get("contexts", []), ("contexts",), [c.id for c in catalogue.contexts]),
        week=checker.whole(fields.get("week", 0), ("week",), 0, LAST_WEEK),
    )
    raw = fields.get("answers")
    if isinstance(raw, dict) and all(value is None for value in raw.values()):
        checker.issues.append(NO_ANSWER)
    checker.finish()
    return answers


def parse_form(entries: object, today: object, catalogue: Catalogue) -> tuple[Answers, int]:
    """Check the builder's form, given as [name, value] pairs of texts, and the reader's date as YYYY-MM-DD.

    Returns the answers and how many questions were dealt with, "not sure" included. Nothing answered is allowed here.
    """
    checker = Checker()
    week = _week(checker, today)
    names = [f"{ANSWER_FIELD}{strand}" for strand in STRAND_IDS]
    chosen: dict[str, int | None] = {}
    capacity: str | None = None
    contexts: list[object] = []
    for index, entry in enumerate(checker.sequence(entries, ("entries",))):
        path = ("entries", index)
        name, value = _pair(entry)
        if name in names:
            option = checker.choice(value, (*path, name), [*map(str, range(MAX_ANSWER + 1)), SKIP])
            chosen[name] = None if option == SKIP else int(option)
        elif name == "capacity":
            capacity = checker.choice(value, (*path, name), CAPACITIES)
        elif name == "contexts":
            contexts.append(value)
        else:
            checker.note_choice(
                path, "unknown-key", f"unknown field {show(name)}", name, [*names, "capacity", "contexts"]
            )
    known = checker.choices(contexts, ("contexts",), [context.id for context in catalogue.contexts])
    checker.finish()
    return Answers(tuple(chosen.get(name) for name in names), capacity, known, week), len(chosen)


def _answer(checker: Checker, value: object, strand: str) -> int | None:
    if value is None:
        return None
    return checker.whole(value, ("answers", strand), 0, MAX_ANSWER, " or null")


def _week(checker: Checker, today: object) -> int:
    """The ISO week of a date."""
    try:
        return date.fromisoformat(today if isinstance(today, str) else "").isocalendar().week
    except ValueError:
        checker.note(("today",), "not-allowed", f"{show(today)} given", "a date such as 2026-11-23")
        return 0


def _pair(entry: object) -> tuple[object, object]:
    if isinstance(entry, list) and len(entry) == 2:
        return entry[0], entry[1]
    return None, None


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    keys = [key for key, _ in pairs]
    found = DuplicateKeys(pairs)
    found.repeated = tuple(sorted({key for key in keys if keys.count(key) > 1}))
    return found
