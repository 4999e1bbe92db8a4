"""Changes of a ledger: fields that are set or taken back, entries that are removed or made one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count

from scoring.fields import Checker, show
from scoring.fingerprint import fingerprint
from scoring.issues import Path
from scoring.ledger.document import (
    KINDS,
    LAST_STAMP,
    MOST_ENTRIES,
    PEOPLE,
    WEEKS,
    Document,
    Entries,
    Entry,
    Stamp,
    Value,
)
from scoring.ledger.fields import ID_SIGNS
from scoring.ledger.reviewing import keep_unasked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.ledger.request_types import LedgerChange

MOST_CHANGES = 2 * MOST_ENTRIES
"""Every entry once."""

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
    review: bool = False
    """Whether these are the answers to the three questions of a week."""


def read_changes(checker: Checker, value: object, path: Path, document: Document) -> tuple[Change, ...]:
    """Read what is to change. Each entry stands once, so that the order within a request decides nothing."""
    changes = checker.each(value, path, lambda v, p: _change(checker, v, p), 1, MOST_CHANGES)
    for index, change in enumerate(changes):
        _check(checker, change, (*path, index), document)
    named = [((*path, place), name) for place, one in enumerate(changes) for name in (one.id, one.joins) if name]
    checker.unique(named)
    return tuple(_with_unasked(change, document) for change in changes)


def _with_unasked(change: Change, document: Document) -> Change:
    if not change.review:
        return change
    week = document.of(change.kind).get(change.id, Entry())
    return replace(change, fields=keep_unasked(change.fields, week, document))


def _change(checker: Checker, value: object, path: Path) -> Change:
    given = checker.mapping(value, path, ["in"], ["id", "fields", "remove", "join", "review"])
    kind = checker.choice(given.get("in", PEOPLE), (*path, "in"), tuple(KINDS)) or PEOPLE
    read_id, readers = KINDS[kind]
    name = read_id(checker, given["id"], (*path, "id")) if "id" in given else ""
    fields = checker.mapping(given.get("fields", {}), (*path, "fields"), (), list(readers))
    read = {
        field: None if item is None else readers[field](checker, item, (*path, "fields", field))
        for field, item in fields.items()
    }
    removes = checker.flag(given.get("remove", False), (*path, "remove"))
    joins = KINDS[PEOPLE][0](checker, given["join"], (*path, "join")) if "join" in given else ""
    review = checker.flag(given.get("review", False), (*path, "review"))
    return Change(kind, name, read, removes, joins, review)


def _check(checker: Checker, change: Change, path: Path, document: Document) -> None:
    """Note what would leave somebody without a name, or names nobody."""
    if checker.issues:
        return
    if change.kind == WEEKS and not change.id:
        checker.note(path, "missing-key", 'field "id" is missing')
    known = document.people.get(change.id, Entry())
    if change.kind == PEOPLE and not change.removes and change.fields.get("name", known.get("name")) is None:
        if change.id and not is_there(PEOPLE, known):
            _note_nobody(checker, change.id, (*path, "id"))
        else:
            checker.note((*path, "fields"), "missing-key", 'field "name" is missing')
    if change.joins and (change.kind != PEOPLE or not is_there(PEOPLE, document.people.get(change.joins, Entry()))):
        _note_nobody(checker, change.joins, (*path, "join"))


def _note_nobody(checker: Checker, name: str, path: Path) -> None:
    checker.note(path, "not-allowed", f"{show(name)} given", "the id of somebody in the ledger")


def next_stamp(document: Document, now: Stamp) -> Stamp:
    """The moment of the next change: now, or a second after the latest where the clock was set back since."""
    latest = max((_latest(entry) for kind in KINDS for entry in document.of(kind).values()), default="")
    if now > latest:
        return now
    return min(f"{(datetime.fromisoformat(latest) + timedelta(seconds=1)).isoformat()[:19]}Z", LAST_STAMP)


def _latest(entry: Entry) -> Stamp:
    return max((stamp for _, stamp in entry.fields.values()), default=entry.removed)


def apply(document: Document, changes: Sequence[Change], now: Stamp) -> "tuple[Document, list[LedgerChange]]":
    """Make the changes; gives what takes them back as well, as changes in JSON."""
    stamp = next_stamp(document, now)
    kinds = {kind: dict(document.of(kind)) for kind in KINDS}
    for change in changes:
        entries = kinds[change.kind]
        name = change.id or _new_id(entries, stamp, str(change.fields.get("name")))
        if change.removes:
            _remove(entries, name, stamp)
        else:
            _set(entries, name, change.fields, stamp)
        if change.joins:
            _remove(kinds[PEOPLE], change.joins, stamp)
            for week, entry in kinds[WEEKS].items():
                _set(kinds[WEEKS], week, _renamed(entry, change.joins, name), stamp)
    changed = Document(**kinds)
    return changed, _undo(document, changed)


def _set(entries: Entries, name: str, fields: Mapping[str, Value], stamp: Stamp) -> None:
    """Write fields; one that stays as it is keeps its moment, so that it does not win over a change elsewhere."""
    was = entries.get(name, Entry())
    new = {field: (value, stamp) for field, value in fields.items() if value != was.get(field)}
    if new:
        entries[name] = Entry({**was.fields, **new}, was.removed)


def _remove(entries: Entries, name: str, stamp: Stamp) -> None:
    if name in entries and entries[name].fields:
        entries[name] = Entry(removed=stamp)


def is_there(kind: str, entry: Entry) -> bool:
    """Whether a reader meets the entry; of somebody who was removed, a late change of another device may be left."""
    return entry.get("name") is not None if kind == PEOPLE else entry.is_there


def _undo(before: Document, after: Document) -> "list[LedgerChange]":
    """What would bring back what was there before: every field that is another now."""
    changes: list[LedgerChange] = []
    for kind in KINDS:
        old, new = before.of(kind), after.of(kind)
        for name in new:
            was, now = old.get(name, Entry()), new[name]
            if was is now or was == now:
                continue
            if is_there(kind, was):
                differ = [field for field in {**was.fields, **now.fields} if was.get(field) != now.get(field)]
                changes.append({"in": kind, "id": name, "fields": {field: was.get(field) for field in differ}})
            else:
                changes.append({"in": kind, "id": name, "remove": True})
    return changes


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
    ids = (_id_of(f"{stamp} {name} {number}") for number in count())
    return next(one for one in ids if one not in entries)


def _id_of(text: str) -> str:
    value, signs = fingerprint(text), []
    for _ in range(ID_LENGTH):
        value, sign = divmod(value, len(SIGNS))
        signs.append(SIGNS[sign])
    return "".join(signs)
