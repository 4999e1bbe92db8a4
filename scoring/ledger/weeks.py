"""The weeks of a ledger, and what they tell the advice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scoring.history import MOST_ENTRIES
from scoring.ledger.document import Document, Entry
from scoring.ledger.fields import DONE, LET_GO, NO_ANSWER, NOT_FOR_ME, NOT_YET, week_start
from scoring.model import LAST_WEEK, Past

PAST = {DONE: "done", NOT_YET: "not-now", LET_GO: "not-now", NO_ANSWER: "no-answer", NOT_FOR_ME: "not-for-me"}
"""What became of a move, as `scoring.history` calls it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked or given, and to whom."""

    title: str
    move: str
    """The id of a move of the site, which may have dropped it since; empty for the reader's own words."""
    person: str
    """The id of somebody; empty where nobody is meant, or it is not said."""
    kind: str = ""


NO_PLAN = Plan("", "", "")


@dataclass(frozen=True, slots=True)
class Week:
    """A week that was written."""

    id: str
    start: date
    people: tuple[str, ...]
    """Ids of those who were looked after."""
    line: str
    invitation: Plan
    day: date | None
    contribution: Plan
    quiet: bool
    outcome: str
    """Empty until it is known what became of the invitation."""
    note: str
    score: int | None

    @property
    def end(self) -> date:
        """Its Sunday."""
        return self.start + timedelta(days=6)

    @property
    def invited(self) -> str:
        """Who was invited: whoever the invitation names, or the only one who was looked after."""
        return self.invitation.person or (self.people[0] if len(self.people) == 1 and self.invitation.title else "")

    @property
    def was_asked(self) -> bool:
        """Whether the invitation was made, whatever was answered."""
        return bool(self.invitation.title) and self.outcome in (DONE, NO_ANSWER)

    @property
    def is_written(self) -> bool:
        """Whether the three questions were answered, or nothing was wanted; a score alone is no review."""
        return self.quiet or bool(self.people or self.line or self.invitation.title or self.contribution.title)


def read_weeks(document: Document) -> tuple[Week, ...]:
    """Every week, oldest first."""
    return tuple(_week(name, entry) for name, entry in sorted(document.weeks.items()) if entry.is_there)


def history_of(weeks: Sequence[Week], today: date) -> tuple[Past, ...]:
    """What became of the moves of the site, oldest first, as the advice wants it."""
    past = [
        Past(week.invitation.move, _number(week, today), PAST[week.outcome])
        for week in weeks
        if week.invitation.move and week.outcome
    ]
    return tuple(past[-MOST_ENTRIES:])


def _number(week: Week, today: date) -> int:
    """The week as the advice counts, which knows no years: a year ago and more is as long ago as it can be."""
    ago = (today - week.start).days // 7
    return (today.isocalendar().week - min(max(ago, 0), LAST_WEEK - 1)) % LAST_WEEK


def _week(name: str, entry: Entry) -> Week:
    people, day, score = entry.get("people"), entry.get("day"), entry.get("score")
    return Week(
        id=name,
        start=week_start(name) or date.min,
        people=tuple(map(str, people)) if isinstance(people, list) else (),
        line=str(entry.get("line") or ""),
        invitation=_plan(entry.get("invitation")),
        day=date.fromisoformat(str(day)) if day else None,
        contribution=_plan(entry.get("contribution")),
        quiet=entry.get("quiet") is True,
        outcome=str(entry.get("outcome") or ""),
        note=str(entry.get("note") or ""),
        score=score if isinstance(score, int) else None,
    )


def _plan(value: object) -> Plan:
    if not isinstance(value, dict):
        return NO_PLAN
    title, move, person, kind = (value.get(name, "") for name in ("title", "move", "person", "kind"))
    return Plan(title, move, person, kind)
