"""One if-then plan for the move on offer, at a moment and a place in the reader's own words."""

from dataclasses import dataclass

from scoring.fields import Checker
from scoring.issues import Path
from scoring.model import Catalogue, Move, Step

MOST_CHARACTERS = 60
"""Of each of the reader's own words."""

JOINERS = dict.fromkeys((0x200C, 0x200D))
"""Persian, Hindi and many emoji need them between two signs; alone they show nothing."""

LEFT_OUT = dict.fromkeys((0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF))
"""Signs that nobody sees, and that come along with what is pasted."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where, in the reader's own words; each may be empty."""

    when: str = ""
    where: str = ""


NO_MOMENT = Moment()


def read_moment(checker: Checker, value: object, path: Path) -> Moment:
    """Read the reader's own words; they are shown, and kept nowhere."""
    given = {} if value is None else checker.mapping(value, path, (), ("when", "where"))
    return Moment(*(_own_words(checker, given.get(name, ""), (*path, name)) for name in ("when", "where")))


def make_plan(move: Move | None, moment: Moment, catalogue: Catalogue) -> Step | None:
    """Tie a move to a moment. Without a move there is nothing to plan."""
    return Step(_moment_text(moment, catalogue), as_clause(move.title), "") if move else None


def as_clause(title: str) -> str:
    """Make a title the end of a sentence: no capital, no period."""
    return title[:1].lower() + title[1:].removesuffix(".")


def _moment_text(moment: Moment, catalogue: Catalogue) -> str:
    words = catalogue.words
    if moment.when and moment.where:
        return words["plan_both"].format(when=moment.when, where=moment.where)
    if moment.when:
        return words["plan_when"].format(when=moment.when)
    return words["plan_where"].format(where=moment.where) if moment.where else words["plan_open"]


def _own_words(checker: Checker, value: object, path: Path) -> str:
    """One line of text, or nothing; white space of any kind is one space."""
    if not isinstance(value, str):
        return checker.text(value, path, MOST_CHARACTERS)
    text = " ".join(value.translate(LEFT_OUT).split())
    shown = text.translate(JOINERS)
    if not shown.isprintable():
        checker.note(path, "not-allowed", "holds a sign that cannot be shown", "letters, digits and marks")
        return ""
    return checker.text(text, path, MOST_CHARACTERS) if shown.strip() else ""
