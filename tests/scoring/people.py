"""People that the tests score, and the worked example of the model's section 5."""

from collections.abc import Mapping

from scoring import Answers
from scoring.model import STRAND_IDS

CONTEXTS = (
    "new-here",
    "caring-for-someone",
    "limited-energy-or-mobility",
    "tight-budget",
    "prefers-quiet",
    "rural-or-remote",
)
"""The contexts of the real catalogue."""


def person(
    answers: Mapping[str, int | None] | None = None,
    rest: int | None = None,
    capacity: str | None = "some",
    contexts: tuple[str, ...] = (),
    week: int = 0,
    ideas: tuple[int, int] = (0, 0),
) -> Answers:
    """Someone who gave these answers, and `rest` to every other question."""
    given = answers or {}
    assert given.keys() <= set(STRAND_IDS)
    return Answers(tuple(given.get(strand, rest) for strand in STRAND_IDS), capacity, contexts, week, ideas)


def as_input(answers: Answers) -> dict[str, object]:
    """The same answers as input of the command-line contract."""
    return {
        "answers": dict(zip(STRAND_IDS, answers.values, strict=True)),
        **({"capacity": answers.capacity} if answers.capacity else {}),
        "contexts": list(answers.contexts),
        "week": answers.week,
    }


def as_form(answers: Answers) -> list[list[str]]:
    """The same answers as the builder's form sends them; week and ideas are sent beside them."""
    entries = [
        [f"answers.{strand}", "skip" if value is None else str(value)]
        for strand, value in zip(STRAND_IDS, answers.values, strict=True)
    ]
    entries += [["capacity", answers.capacity]] if answers.capacity else []
    return entries + [["contexts", context] for context in answers.contexts]


EXAMPLE = person({"weak-ties": 1, "hosting": 2, "repair": 2}, rest=3)
FULL = person(rest=4)
NOTHING = person(rest=0)
