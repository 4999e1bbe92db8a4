"""One if-then plan for the move on offer, at a moment and a place in the reader's own words."""

from dataclasses import dataclass
from datetime import date

from scoring.dates import read_day_ahead
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
    """When and where, in the reader's own words, and on which day; each may be left open."""

    when: str = ""
    where: str = ""
    day: date | None = None
    asked_on: date | None = None
    """The reader's date, where it is known; the card names its week."""

    @property
    def own_words(self) -> bool:
        """Whether the reader wrote anything."""
        return bool(self.when or self.where)


NO_MOMENT = Moment()


def read_moment(checker: Checker, value: object, path: Path, today: date) -> Moment:
    """Read the reader's own words, which are shown and kept nowhere, and a day from `today` on."""
    given = {} if value is None else checker.mapping(value, path, (), ("when", "where", "day"))
    when, where = (read_own_words(checker, given.get(name, ""), (*path, name)) for name in ("when", "where"))
    day = read_day_ahead(checker, given["day"], (*path, "day"), today) if "day" in given else None
    return Moment(when, where, day, today)


def make_plan(move: Move | None, moment: Moment, catalogue: Catalogue) -> Step | None:
    """Tie a move to a moment. Without a move there is nothing to plan."""
    return Step(moment_text(moment, catalogue), as_clause(move.title), "") if move else None


def as_clause(title: str) -> str:
    """Make a title the end of a sentence: no capital, no period."""
    return title[:1].lower() + title[1:].removesuffix(".")


def moment_text(moment: Moment, catalogue: Catalogue) -> str:
    """Say when, and where; that it is open, where the reader wrote nothing."""
    words = catalogue.words
    if moment.when and moment.where:
        return words["plan_both"].format(when=moment.when, where=moment.where)
    if moment.when:
        return words["plan_when"].format(when=moment.when)
    return words["plan_where"].format(where=moment.where) if moment.where else words["plan_open"]


def shortened(text: str, most: int, end: str = "") -> str:
    """Cut a text to so many characters, not within what is one sign on the screen."""
    if len(text) <= most:
        return text
    room = most - len(end)
    cut = next((place for place in range(room, 0, -1) if not _goes_on(text, place)), room)
    return f"{text[:cut].rstrip()}{end}"


def _goes_on(text: str, place: int) -> bool:
    """Whether a sign goes on here: with a mark, which may stand in a name but is no letter, or by a joiner."""
    sign = text[place]
    is_mark = f"a{sign}".isidentifier() and not sign.isalnum() and not sign.isascii()
    return is_mark or not text[place - 1 : place + 1].translate(JOINERS)[1:]


def read_own_words(checker: Checker, value: object, path: Path, most: int = MOST_CHARACTERS) -> str:
    """Read one line of text, or nothing; white space of any kind is one space."""
    if not isinstance(value, str):
        return checker.text(value, path, most)
    text = " ".join((value if value.isascii() else value.translate(LEFT_OUT)).split())
    shown = text if text.isascii() else text.translate(JOINERS)
    if not shown.isprintable():
        checker.note(path, "not-allowed", "holds a sign that cannot be shown", "letters, digits and marks")
        return ""
    return checker.text(text, path, most) if shown.strip() else ""
