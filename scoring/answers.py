"""Text from outside to checked answers: strict JSON, and the contract of section 8."""

import json
from collections.abc import Sequence

from scoring.fields import Checker, DuplicateKeys
from scoring.issues import Issue, Path, Refused
from scoring.model import CAPACITIES, LAST_WEEK, MAX_ANSWER, STRAND_IDS, Answers, Catalogue
from scoring.score import NO_ANSWER

MOST_CHARACTERS = 20_000
MOST_BRACKETS = 200
"""Real requests are far smaller; deep nesting would exhaust the stack of a browser's Python."""


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
    from 0 to 4 (or null), an unknown capacity (it may be absent, but not null) or context, a week outside
    0 to 53, no answer at all.
    """
    checker = Checker()
    fields = checker.mapping(data, (), ["answers"], ["capacity", "contexts", "week"])
    given = checker.mapping(fields.get("answers", {}), ("answers",), [], STRAND_IDS)
    values = tuple(read_answer(checker, given.get(strand), ("answers", strand)) for strand in STRAND_IDS)
    answers = Answers(
        values=values,
        capacity=checker.choice(fields["capacity"], ("capacity",), CAPACITIES) if "capacity" in fields else None,
        contexts=checker.choices(fields.get("contexts", []), ("contexts",), [c.id for c in catalogue.contexts]),
        week=checker.whole(fields.get("week", 0), ("week",), 0, LAST_WEEK),
    )
    raw = fields.get("answers")
    if isinstance(raw, dict) and all(value is None for value in raw.values()):
        checker.issues.append(NO_ANSWER)
    checker.finish()
    return answers


def read_answer(checker: Checker, value: object, path: Path) -> int | None:
    """Return an answer of 0 to 4, or None for null."""
    if value is None:
        return None
    return checker.whole(value, path, 0, MAX_ANSWER, " or null")


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    keys = [key for key, _ in pairs]
    found = DuplicateKeys(pairs)
    found.repeated = tuple(sorted({key for key in keys if keys.count(key) > 1}))
    return found
