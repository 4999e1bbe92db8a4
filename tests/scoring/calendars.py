"""Calendar files as the tests ask for them, and as a calendar library reads them."""

import icalendar

from scoring import Catalogue

MONDAY = "2026-11-23"
REVIEW = {"weekday": "sunday", "time": "18:00"}

LINK = "https://ledger.example/builder.html"
OWN = {"when": "the kettle is on", "where": "by the oak, left"}


def request(**fields: object) -> dict[str, object]:
    return {"today": MONDAY, "stamp": "2026-11-23T09:12:44.123Z"} | fields


def events_in(text: str) -> list[icalendar.Event]:
    """The events, as the library reads them; it must have nothing to complain of."""
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    assert all(event.errors == [] for event in calendar.events)
    return calendar.events


def a_move(catalogue: Catalogue) -> dict[str, str]:
    """The first move of a strand, two days later."""
    return {"id": catalogue.strand("weak-ties").moves[0].id, "date": "2026-11-25", "time": "18:30"}
