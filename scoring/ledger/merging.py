"""Two copies of a ledger become one: of each field the latest change, whatever the order, however often."""

import json
from collections.abc import Mapping

from scoring.ledger.document import KINDS, Document, Entries, Entry, Stamp, Value

type Fields = Mapping[str, tuple[Value, Stamp]]


def merge(first: Document, second: Document) -> Document:
    """Bring two copies together."""
    return Document(**{kind: _merge_entries(first.of(kind), second.of(kind)) for kind in KINDS})


def merge_entry(first: Entry, second: Entry) -> Entry:
    """Bring two copies of an entry together; what changed before it was removed stays gone."""
    removed = max(first.removed, second.removed)
    fields = {
        name: max((one.fields[name] for one in (first, second) if name in one.fields), key=_lateness)
        for name in {**first.fields, **second.fields}
    }
    return Entry({name: pair for name, pair in fields.items() if pair[1] > removed}, removed)


def _merge_entries(first: Entries, second: Entries) -> Entries:
    nothing = Entry()
    return {
        name: merge_entry(first.get(name, nothing), second.get(name, nothing)) if name in second else first[name]
        for name in {**first, **second}
    }


def _lateness(pair: tuple[Value, Stamp]) -> tuple[Stamp, str]:
    """Orders by the moment; two changes of one moment have some order too, the same on every device."""
    value, stamp = pair
    return stamp, json.dumps(value, sort_keys=True)
