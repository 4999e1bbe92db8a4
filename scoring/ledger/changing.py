"""Changes of a ledger: fields that are set or taken back, entries that are removed or made one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from scoring.fields import Checker
from scoring.fingerprint import fingerprint
from scoring.issues import Path
from scoring.ledger.document import KINDS, PEOPLE, WEEKS, Document, Entries, Entry, Stamp, Value
from scoring.ledger.fields import ID_SIGNS
from scoring.ledger.merging import merge_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.ledger.request_types import LedgerChange

MOST_CHANGES = 500
ID_LENGTH = 7
SIGNS = sorted(ID_SIGNS)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one entry."""

    kind: str
    id: str
    """Empty for somebody new."""
    fields: Mapping[str, Value]
    """None takes a value back."""
    removes: bool = False
    joins: str = ""
    """The id of somebody who is the same, and is removed; weeks that name them name this entry instead."""


def read_changes(checker: Checker, value: object, path: Path) -> tuple[Change, ...]:
    """Read what is to change."""
    return checker.each(value, path, lambda v, p: _change(checker, v, p), 1, MOST_CHANGES)


def _change(checker: Checker, value: object, path: Path) -> Change:
    given = checker.mapping(value, path, ["in"], ["id", "fields", "remove", "join"])
    kind = checker.choice(given.get("in", PEOPLE), (*path, "in"), tuple(KINDS)) or PEOPLE
    read_id, readers = KINDS[kind]
    name = read_id(checker, given["id"], (*path, "id")) if "id" in given else ""
    if not name and kind == WEEKS and "id" not in given:
        checker.note(path, "missing-key", 'field "id" is missing')
    fields = checker.mapping(given.get("fields", {}), (*path, "fields"), (), list(readers))
    read = {
        field: None if item is None else readers[field](checker, item, (*path, "fields", field))
        for field, item in fields.items()
    }
    if not given.get("id") and kind == PEOPLE and read.get("name") is None and not checker.issues:
        checker.note((*path, "fields"), "missing-key", 'field "name" is missing')
    removes = checker.flag(given.get("remove", False), (*path, "remove"))
    joins = KINDS[PEOPLE][0](checker, given["join"], (*path, "join")) if "join" in given else ""
    return Change(kind, name, read, removes, joins)


def next_stamp(document: Document, now: Stamp) -> Stamp:
    """The moment of the next change: now, or a second after the latest where the clock was set back since."""
    latest = max((_latest(entry) for kind in KINDS for entry in document.of(kind).values()), default="")
    return now if now > latest else f"{(datetime.fromisoformat(latest) + timedelta(seconds=1)).isoformat()[:19]}Z"


def _latest(entry: Entry) -> Stamp:
    return max((stamp for _, stamp in entry.fields.values()), default=entry.removed)


def apply(document: Document, changes: Sequence[Change], now: Stamp) -> "tuple[Document, list[LedgerChange]]":
    """Make the changes; gives what takes them back as well, as changes in JSON."""
    stamp = next_stamp(document, now)
    kinds = {kind: dict(document.of(kind)) for kind in KINDS}
    for change in changes:
        entries = kinds[change.kind]
        name = change.id or _new_id(entries, stamp, str(change.fields.get("name")))
        _set(entries, name, Entry(removed=stamp) if change.removes else _written(change.fields, stamp))
        if change.joins and change.joins != name:
            _set(kinds[PEOPLE], change.joins, Entry(removed=stamp))
            for week in [week for week, entry in kinds[WEEKS].items() if change.joins in _names(entry)]:
                _set(kinds[WEEKS], week, _written(_renamed(kinds[WEEKS][week], change.joins, name), stamp))
    changed = Document(**kinds)
    return changed, _undo(document, changed)


def _written(fields: Mapping[str, Value], stamp: Stamp) -> Entry:
    return Entry({field: (value, stamp) for field, value in fields.items()})


def _set(entries: Entries, name: str, entry: Entry) -> None:
    entries[name] = merge_entry(entries.get(name, Entry()), entry)


def _undo(before: Document, after: Document) -> "list[LedgerChange]":
    """What would bring back what was there before: every field that is another now."""
    changes: list[LedgerChange] = []
    for kind in KINDS:
        old, new = before.of(kind), after.of(kind)
        for name in new:
            was, now = old.get(name, Entry()), new[name]
            if was is now or was == now:
                continue
            fields = {
                field: was.get(field) for field in {**was.fields, **now.fields} if was.get(field) != now.get(field)
            }
            if not was.is_there:
                changes.append({"in": kind, "id": name, "remove": True})
            elif fields:
                changes.append({"in": kind, "id": name, "fields": fields})
    return changes


def _names(entry: Entry) -> set[object]:
    """Everybody whom a week names."""
    plans = [plan for field in ("invitation", "contribution") if isinstance(plan := entry.get(field), dict)]
    people = entry.get("people")
    return {*(people if isinstance(people, list) else ()), *(plan.get("person") for plan in plans)}


def _renamed(entry: Entry, old: str, new: str) -> dict[str, Value]:
    """The fields of a week that name somebody, with the other id."""
    fields: dict[str, Value] = {}
    people = entry.get("people")
    if isinstance(people, list) and old in people:
        fields["people"] = list(dict.fromkeys(new if one == old else one for one in people))
    for field in ("invitation", "contribution"):
        plan = entry.get(field)
        if isinstance(plan, dict) and plan.get("person") == old:
            fields[field] = plan | {"person": new}
    return fields


def _new_id(entries: Entries, stamp: Stamp, name: str) -> str:
    """An id that no entry has or had; there is no chance here, and two devices rarely add the same name at once."""
    for number in range(len(entries) + 1):
        value, signs = fingerprint(f"{stamp} {name} {number}"), []
        for _ in range(ID_LENGTH):
            value, sign = divmod(value, len(SIGNS))
            signs.append(SIGNS[sign])
        if "".join(signs) not in entries:
            break
    return "".join(signs)
