"""A week written by its three questions, which ask of nobody who is not active: whoever was in it before, stays."""

from collections.abc import Mapping

from scoring.ledger.document import Document, Entry, Value
from scoring.ledger.fields import MOST_NAMED
from scoring.ledger.people import read_people


def keep_unasked(fields: Mapping[str, Value], week: Entry, document: Document) -> dict[str, Value]:
    """Add to the answers those of the week as it is whom the questions could not show."""
    unasked = {person.id for person in read_people(document) if not person.is_named}
    kept = dict(fields)
    if "people" in fields:
        kept["people"] = _people(fields["people"], week.get("people"), unasked)
    for plan in ("invitation", "contribution"):
        if plan in fields:
            kept[plan] = _plan(fields[plan], week.get(plan), unasked)
    return kept


def _people(given: Value, before: Value, unasked: set[str]) -> Value:
    new, old = (value if isinstance(value, list) else [] for value in (given, before))
    return [*new, *(name for name in old if name in unasked and name not in new)][:MOST_NAMED] or None


def _plan(given: Value, before: Value, unasked: set[str]) -> Value:
    """The same words without a name are still meant for whoever they were meant for."""
    if not isinstance(given, dict) or not isinstance(before, dict) or "person" in given:
        return given
    is_same = given.get("title") == before.get("title") and before.get("person") in unasked
    return {**given, "person": before["person"]} if is_same else given
