"""People that the tests score, and the worked example of the model's section 5."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scoring import Answers, Past
from scoring.answers import SET_ASIDE
from scoring.form import SKIP
from scoring.model import NO, STRAND_IDS, YES

CONTEXTS = (
    "new-here",
    "caring-for-someone",
    "small-children",
    "nights-or-shifts",
    "rural-or-remote",
    "no-car",
    "tight-budget",
    "limited-energy-or-mobility",
    "hears-little",
    "sees-little",
    "prefers-quiet",
    "does-not-text",
    "learning-the-language",
    "home-not-private",
    "recent-loss",
)
"""The contexts of the real catalogue, of both groups."""


def person(
    answers: Mapping[str, int | str | None] | None = None,
    rest: int | None = None,
    capacity: str | None = "some",
    contexts: tuple[str, ...] = (),
    week: int = 0,
    ideas: tuple[int, int] = (0, 0),
    **more: object,
) -> Answers:
    """Someone who gave these answers ("none" sets a strand aside), and `rest` to every other question."""
    given = {strand: (answers or {}).get(strand, rest) for strand in STRAND_IDS}
    assert (answers or {}).keys() <= set(STRAND_IDS)
    values = tuple(None if given[strand] == SET_ASIDE else given[strand] for strand in STRAND_IDS)
    set_aside = tuple(strand for strand in STRAND_IDS if given[strand] == SET_ASIDE)
    return Answers(values, capacity, contexts, week, ideas, set_aside, **more)


def history(*past: tuple[int, str, str]) -> tuple[Past, ...]:
    """What was tried: the week, the move and what became of it, oldest first."""
    return tuple(Past(move, week, outcome) for week, move, outcome in past)


def said(**answers: str) -> tuple[tuple[str, str], ...]:
    """Second questions that were answered; hyphens of their names are written as underscores."""
    return tuple((name.replace("_", "-"), answer) for name, answer in answers.items())


def answers_of(who: Answers) -> dict[str, int | str | None]:
    """Their ten answers, as the command-line contract has them."""
    pairs = zip(STRAND_IDS, who.values, strict=True)
    return {strand: SET_ASIDE if strand in who.set_aside else value for strand, value in pairs}


def as_input(who: Answers) -> dict[str, object]:
    """The same answers as input of the command-line contract."""
    return {
        "answers": answers_of(who),
        **({"capacity": who.capacity} if who.capacity else {}),
        "contexts": list(who.contexts),
        "week": who.week,
        **({"wishes": list(who.wishes)} if who.wishes else {}),
        **({} if who.ordinary is None else {"ordinary": who.ordinary}),
        **({"second": dict(who.second)} if who.second else {}),
        **({"history": [as_past(past) for past in who.history]} if who.history else {}),
        **({"thin_spot": who.thin_spot} if who.thin_spot else {}),
    }


def as_past(past: Past) -> dict[str, object]:
    """What became of a move, as the command-line contract has it."""
    return {"move": past.move, "week": past.week, "outcome": past.outcome}


def as_form(who: Answers) -> list[list[str]]:
    """The same answers as the builder's form sends them; week, ideas and thin spot are sent beside them."""
    entries = [
        [f"answers.{strand}", SKIP if answer is None else str(answer)] for strand, answer in answers_of(who).items()
    ]
    entries += [["capacity", who.capacity]] if who.capacity else []
    entries += [["contexts", context] for context in who.contexts]
    entries += [["wishes", strand] for strand in who.wishes]
    entries += [] if who.ordinary is None else [["ordinary", YES if who.ordinary else NO]]
    return entries + [[f"second.{question}", answer] for question, answer in who.second]


def on_a_card(who: Answers) -> Answers:
    """What is left of a person in a share code."""
    return Answers(who.values, None, (), 0, set_aside=who.set_aside)


def in_the_form(who: Answers, week: int) -> Answers:
    """The same person as the form has them: in another week, and with no history."""
    return replace(who, week=week, history=(), thin_spot=None)


def with_answer(who: Answers, strand: str, answer: int | str | None) -> Answers:
    """The same person with another answer."""
    return replace(who, **_values(answers_of(who) | {strand: answer}))


def _values(answers: Mapping[str, int | str | None]) -> dict[str, Sequence[object]]:
    someone = person(answers)
    return {"values": someone.values, "set_aside": someone.set_aside}


EXAMPLE = person({"weak-ties": 1, "hosting": 2, "repair": 2}, rest=3)
FULL = person(rest=4)
NOTHING = person(rest=0)
