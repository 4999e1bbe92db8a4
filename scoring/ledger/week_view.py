"""This week as display data: how the last one went, the three questions, and the card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scoring.advice import without_stale
from scoring.counted import WINDOW
from scoring.dates import week_text, weekday_text
from scoring.form import Form
from scoring.ledger.document import Document
from scoring.ledger.fields import ACTIVE, NO_ANSWER, week_id
from scoring.ledger.history_view import history_view
from scoring.ledger.people import Person, needs_maintenance, read_people
from scoring.ledger.week_card import week_card, week_card_text
from scoring.ledger.weeks import Plan, Week, history_of, read_weeks
from scoring.model import Catalogue
from scoring.views import builder_view

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.ledger.result_types import CountedWeek, DueRow, LastWeek, LedgerView, Named, PlanChoice, WrittenWeek
    from scoring.result_types import BuilderView

MEETING_DAYS = (3, 5)
"""A Thursday and a Saturday."""

BARS = 53
"""Weeks that have a bar."""

LATEST_QUESTION = 9
"""Weeks after which nobody is asked any more how it went."""


@dataclass(frozen=True, slots=True)
class Today:
    """What the view of a week hangs on, beside the ledger."""

    day: date
    catalogue: Catalogue
    form: Form | None
    """The builder's form, where it holds anything."""
    counted: date | None = None
    """The day on which that was counted."""


def week_view(document: Document, now: Today) -> "LedgerView":
    """Show this week."""
    words, this = now.catalogue.words, week_id(now.day)
    weeks = read_weeks(document)
    people = read_people(document, weeks)
    week = next((one for one in weeks if one.id == this and one.is_written), None)
    promise = _promise(weeks, week, now)
    advice = _advice(weeks, promise, now)
    invitation = advice["invitation"] if advice else None
    named = [person for person in people if person.is_named]
    due = needs_maintenance(people, now.day)
    before = [one for one in weeks if one.id < this and one.is_written]
    card = week_card(week, now.catalogue) if week else None
    years = history_view(weeks, now.day, now.catalogue)
    return {
        "state": "written" if week else "open" if weeks or people else "empty",
        "week": this,
        "range": week_text(now.day, words),
        "last": _last_week(before, people, now),
        "last_written": _last_written(before, now),
        "due": [_due_row(person, now) for person in due],
        "resting": [] if week else _newly_resting(before, people, words),
        "people": [_named(person) for person in named],
        "others": [_named(person) for person in named if person not in due],
        "repairs": [_named(person) for person in named if person.repair],
        "invitation": invitation,
        "promised": bool(promise and invitation and invitation["id"] == promise),
        "contribution": advice["contribution"] if advice else None,
        "days": _days(now),
        "written": _written(week, people) if week else None,
        "card": week_card_text(card, now.catalogue) if card else "",
        "card_parts": card,
        "ring": advice["ring"] if advice else [],
        "since": _since(weeks, now.catalogue),
        "recount": now.counted is None or now.day - now.counted >= WINDOW,
        "counted": _counted(weeks, advice, now),
        "bars": [row for year in years for row in year["weeks"]][:BARS][::-1],
        "years": years,
    }


def _promise(weeks: Sequence[Week], this: Week | None, now: Today) -> str | None:
    """The move that was promised in the builder, until another week has taken it over."""
    promised = now.form.answers.promised if now.form else None
    return None if any(week.invitation.move == promised for week in weeks if week is not this) else promised


def _advice(weeks: Sequence[Week], promise: str | None, now: Today) -> "BuilderView | None":
    """What the builder says, with what became of earlier moves."""
    if now.form is None:
        return None
    answers = replace(without_stale(now.form.answers), history=history_of(weeks, now.day), promised=promise)
    return builder_view(answers, len(now.form.dealt_with), now.catalogue)


def _counted(weeks: Sequence[Week], advice: "BuilderView | None", now: Today) -> "CountedWeek | None":
    """The score of the builder, where the week in which it was counted has another or none."""
    if now.counted is None or advice is None or not advice["score"]:
        return None
    week, score = week_id(now.counted), int(advice["score"])
    known = next((one.score for one in weeks if one.id == week), None)
    return None if known == score else {"week": week, "score": score}


def _last_week(before: Sequence[Week], people: Sequence[Person], now: Today) -> "LastWeek | None":
    """The latest earlier week with an invitation of which nothing is known yet, to nobody who is not active."""
    if not before or not before[-1].invitation.title or before[-1].outcome:
        return None
    week = before[-1]
    if (now.day - week.start).days > 7 * LATEST_QUESTION:
        return None
    if any(person.id == week.invited and person.state != ACTIVE for person in people):
        return None
    return {"week": week.id, "range": week_text(week.start, now.catalogue.words), "title": week.invitation.title}


def _last_written(before: Sequence[Week], now: Today) -> str:
    """Name the latest earlier week, with its year where that is another."""
    if not before:
        return ""
    words, end = now.catalogue.words, before[-1].end
    name = "ledger_last_written" if end.year == now.day.year else "ledger_last_written_year"
    return words[name].format(range=week_text(end, words), year=end.year)


def _newly_resting(before: Sequence[Week], people: Sequence[Person], words: Mapping[str, str]) -> list[str]:
    """Say it of a name that has come to rest, until the next week is written."""
    if not before or before[-1].outcome != NO_ANSWER:
        return []
    resting = [person.name for person in people if person.rests and person.id == before[-1].invited]
    return [words["ledger_leave_name"].format(name=name) for name in resting]


def _due_row(person: Person, now: Today) -> "DueRow":
    words, weeks = now.catalogue.words, (person.days(now.day) or 0) // 7
    name = "ledger_due_week" if person.weeks == 1 else "ledger_due"
    return {**_named(person), "reason": words[name].format(rhythm=person.weeks, weeks=weeks)}


def _named(person: Person) -> "Named":
    return {"id": person.id, "name": person.name}


def _days(now: Today) -> "list[Named]":
    """Days to choose from: today, and those of the next six that a week is most often spent with others on."""
    words = now.catalogue.words
    soon = [now.day + timedelta(days=days) for days in range(1, 7)]
    named = [(now.day, words["ledger_today"])]
    named += [(day, weekday_text(day, words)) for day in soon if day.weekday() in MEETING_DAYS]
    return [{"id": str(day), "name": name} for day, name in named]


def _written(week: Week, people: Sequence[Person]) -> "WrittenWeek":
    names = {person.id: person.name for person in people if person.is_named}
    return {
        "people": [name for name in week.people if name in names],
        "names": [names[name] for name in week.people if name in names],
        "line": week.line,
        "invitation": _choice(week.invitation),
        "day": str(week.day) if week.day else "",
        "contribution": _choice(week.contribution),
        "quiet": week.quiet,
    }


def _choice(plan: Plan) -> "PlanChoice":
    return {"title": plan.title, "move": plan.move, "person": plan.person, "kind": plan.kind}


def _since(weeks: Sequence[Week], catalogue: Catalogue) -> str:
    written = [week for week in weeks if week.is_written]
    if not written:
        return ""
    done = sum(week.was_asked for week in written)
    return catalogue.words["ledger_since"].format(weeks=len(written), done=done)
