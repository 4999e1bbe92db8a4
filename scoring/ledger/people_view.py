"""The people of a ledger as display data: a list, and rings that are drawn from it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from scoring.dates import day_text, month_text
from scoring.ledger.document import Document
from scoring.ledger.fields import ACTIVE, RHYTHMS, RINGS, STATES
from scoring.ledger.map_labels import Label, place_labels
from scoring.ledger.people import Person, read_people
from scoring.ledger.rings import Spot, ghosts, spots
from scoring.model import Catalogue
from scoring.plan import shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.ledger.result_types import LabelData, Named, PeopleView, PersonRow, SpotData

INNER = RINGS[:2]
"""Rings whose names stand in the picture; further out there is no room for them."""

WORD_ROOM = 12
"""Characters of a name in the picture."""

FEW = 6
"""With fewer who are active the page helps to think of somebody."""

MONTHS = 24
"""So many a reader can choose from for a contact that was about then."""

GUARDED = STATES[2:4]
"""Where a wish or an order decides, and not this list."""


def people_view(document: Document, today: date, catalogue: Catalogue) -> "PeopleView":
    """Show everybody in the list; counted and with a place in the rings is who may be named."""
    people = read_people(document)
    named = [person for person in people if person.is_named]
    words, counts = catalogue.words, {ring: sum(person.ring == ring for person in named) for ring in RINGS}
    places = spots(people)
    shown = {person.id: places[person.id] for person in named}
    labels = _labels(named, shown)
    rows = [_row(person, shown.get(person.id), today, catalogue) for person in people]
    return {
        "said": words["ledger_map" if named else "ledger_map_empty"].format(**counts),
        "room": words[f"ledger_room_{min(reversed(RINGS), key=counts.__getitem__)}"],
        "active": [row for row in rows if row["state"] == ACTIVE],
        "others": [row for row in rows if row["state"] != ACTIVE],
        "ghosts": [_spot(spot) for spot in ghosts(named)],
        "labels": [_label(label) for label in labels.values()],
        "months": _months(people, today, catalogue),
        "few": len(named) < FEW,
        "empty": not people,
    }


def _row(person: Person, spot: Spot | None, today: date, catalogue: Catalogue) -> "PersonRow":
    words = catalogue.words
    return {
        "id": person.id,
        "name": person.name,
        "kind": person.kind,
        "ring": person.ring,
        "state": person.state,
        "rhythm": "" if person.weeks == RHYTHMS[person.ring] else str(person.weeks),
        "last": "" if person.is_about else person.last_text,
        "last_month": person.last_text if person.is_about else "",
        "repair": person.repair,
        "about": person_words(person, today, catalogue),
        "touched": person_words(replace(person, last=today, is_about=False), today, catalogue),
        "rests": words["ledger_leave"] if person.rests else "",
        "spot": _spot(spot) if spot else None,
        "closer": _beside(person.ring, -1),
        "further": _beside(person.ring, 1),
        "guarded": person.state in GUARDED,
    }


def _beside(ring: str, step: int) -> str:
    """The next ring inward or outward; empty where there is none."""
    place = RINGS.index(ring) + step
    return RINGS[place] if 0 <= place < len(RINGS) else ""


def person_words(person: Person, today: date, catalogue: Catalogue) -> str:
    """Say kind, ring, and when the last contact was."""
    words = catalogue.words
    parts = [words[f"ledger_{person.kind}"], words[f"ledger_{person.ring}"], _last(person, today, catalogue)]
    parts += [] if person.state == ACTIVE else [words[f"ledger_{person.state}"]]
    parts += [words["ledger_repair"]] if person.repair else []
    return " · ".join(part for part in parts if part)


def _last(person: Person, today: date, catalogue: Catalogue) -> str:
    words, days = catalogue.words, person.days(today)
    if person.last is None or days is None:
        return words["ledger_no_last"]
    if person.is_about:
        return words["ledger_last_about"].format(month=month_text(person.last, words))
    if person.last == today:
        return words["ledger_last_today"]
    if days < 7:
        return words["ledger_last_day"].format(day=day_text(person.last, words))
    return words["ledger_last_weeks"].format(weeks=days // 7)


def _labels(named: Sequence[Person], places: dict[str, Spot]) -> dict[Spot, Label]:
    """Names beside their dots, the inner ring's first, who came first before those who came later."""
    inner = sorted(
        (one for one in named if one.ring in INNER), key=lambda one: (RINGS.index(one.ring), one.added, one.id)
    )
    names = [(places[one.id], shortened(one.name, WORD_ROOM, "…")) for one in inner]
    return place_labels(names, [*places.values(), *ghosts(named)])


def _months(people: Sequence[Person], today: date, catalogue: Catalogue) -> "list[Named]":
    """The months of the last two years, and those that stand in the ledger, the latest first."""
    days = {date(today.year + month // 12, month % 12 + 1, 1) for month in _last_months(today)}
    days |= {one.last.replace(day=1) for one in people if one.last and one.is_about}
    return [
        {"id": str(day)[: len("2026-10")], "name": month_text(day, catalogue.words)}
        for day in sorted(days, reverse=True)
    ]


def _last_months(today: date) -> range:
    """Months, counted from January of this year."""
    return range(today.month - MONTHS, today.month)


def _label(label: Label) -> "LabelData":
    return {"text": label.text, "x": label.x, "y": label.y, "anchor": label.anchor}


def _spot(spot: Spot) -> "SpotData":
    return {"x": spot.x, "y": spot.y}
