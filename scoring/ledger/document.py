"""What a ledger keeps: entries with fields, each with the moment of its last change.

A text in JSON, one entry a line, which a person can read:

    {"format": "neighborhood-ledger", "version": 1,
    "people": {
    "k3f9wq2": {"name": ["R.", "2026-11-23T09:12:44Z"], "ring": ["close", "2026-11-23T09:12:44Z"]}
    },
    "weeks": {
    "2026-W48": {"quiet": [true, "2026-11-23T09:12:44Z"]}
    }}

A field without a value (null) was taken back. Of an entry that was removed only the moment is left ("removed"), so
that an older copy does not bring it back. Every version of the format that was ever written is read for good.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from scoring.answers import parse_json
from scoring.dates import read_stamp
from scoring.fields import Checker, show
from scoring.issues import Issue, Path, Refused
from scoring.ledger.fields import PERSON_FIELDS, WEEK_FIELDS, Read, read_person_id, read_week_id
from scoring.model import Catalogue

FORMAT = "neighborhood-ledger"
VERSION = 1
MOST_CHARACTERS = 5_000_000
"""10,000 entries have some three million."""

MOST_ENTRIES = 12_000
REMOVED = "removed"
LAST_STAMP = "2198-12-31T23:59:59Z"
"""No change is later: what is written now can be read by everything that dates are read with."""

PEOPLE, WEEKS = "people", "weeks"
KINDS: Mapping[str, tuple[Read[str], Mapping[str, Read[object]]]] = {
    PEOPLE: (read_person_id, PERSON_FIELDS),
    WEEKS: (read_week_id, WEEK_FIELDS),
}
"""The kinds of entries: how their ids are read, and their fields."""

type Stamp = str
"""A moment in UTC, such as 2026-11-23T09:12:44Z; in the order of texts."""

type Value = object
"""A value in JSON, checked by its field; None where it was taken back."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that a ledger keeps, with the moments of its changes."""

    fields: Mapping[str, tuple[Value, Stamp]] = field(default_factory=dict)
    removed: Stamp = ""
    """What changed until then is gone."""

    def get(self, name: str) -> Value:
        """The value of a field; None where there is none."""
        return self.fields.get(name, (None, ""))[0]

    @property
    def is_there(self) -> bool:
        """Whether anything is left of it."""
        return any(value is not None for value, _ in self.fields.values())


type Entries = dict[str, Entry]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole ledger: entries by id, by kind."""

    people: Entries
    weeks: Entries

    def of(self, kind: str) -> Entries:
        """The entries of a kind."""
        return self.people if kind == PEOPLE else self.weeks

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever written."""
        return not self.people and not self.weeks


def read_document(text: object, catalogue: Catalogue, path: Path = ("text",)) -> Document:
    """Read what was kept; an empty text is a ledger in which nothing was written yet. Raises `Refused`."""
    if not isinstance(text, str):
        raise Refused([Issue(path, "wrong-type", f"{show(text)} is not a text", "a text")])
    if text == "":
        return Document({}, {})
    words = catalogue.words
    if len(text) > MOST_CHARACTERS:
        raise Refused([Issue(path, "too-long", words["ledger_too_long"], words["file_again"])])
    try:
        data = parse_json(text.removeprefix("\ufeff"), MOST_CHARACTERS)
    except Refused:
        raise Refused([Issue(path, "not-json", words["ledger_foreign"], words["file_again"])]) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise Refused([Issue(path, "not-ours", words["ledger_foreign"], words["file_again"])])
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Refused([Issue(path, "newer", words["file_newer"], words["file_again"])])
    checker = Checker()
    checker.whole(version, (*path, "version"), 1, VERSION)
    fields = checker.mapping(data, path, ["format", "version"], list(KINDS))
    kinds = {kind: _Reader(checker, kind).entries(fields.get(kind, {}), (*path, kind)) for kind in KINDS}
    checker.finish()
    return Document(**kinds)


def write_document(document: Document) -> str:
    """Write it down, an entry a line, in the order of ids: the same ledger is the same text."""
    kinds = ",\n".join(f'"{kind}": {_lines(document.of(kind))}' for kind in KINDS)
    return f'{{"format": "{FORMAT}", "version": {VERSION},\n{kinds}}}\n'


def write_new(document: Document, catalogue: Catalogue, path: Path) -> str:
    """Write down what has grown. Raises `Refused` where it could not be read again."""
    text = write_document(document)
    if len(text) > MOST_CHARACTERS or any(len(document.of(kind)) > MOST_ENTRIES for kind in KINDS):
        raise Refused([Issue(path, "too-long", catalogue.words["ledger_full"], f"at most {MOST_ENTRIES}")])
    return text


def _lines(entries: Entries) -> str:
    lines = [f'"{name}": {json.dumps(_data(entry), ensure_ascii=False)}' for name, entry in sorted(entries.items())]
    return "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"


def _data(entry: Entry) -> dict[str, object]:
    fields: dict[str, object] = {name: [value, stamp] for name, (value, stamp) in sorted(entry.fields.items())}
    return fields | ({REMOVED: entry.removed} if entry.removed else {})


class _Reader:
    """Reads the entries of a kind."""

    def __init__(self, checker: Checker, kind: str) -> None:
        self.checker = checker
        self.read_id, self.readers = KINDS[kind]
        self.known_stamps: set[str] = set()

    def entries(self, value: object, path: Path) -> Entries:
        if not isinstance(value, dict):
            self.checker.mapping(value, path, [])
            return {}
        if len(value) > MOST_ENTRIES:
            self.checker.note(path, "wrong-length", f"{len(value)} given", f"at most {MOST_ENTRIES}")
            return {}
        for key in getattr(value, "repeated", ()):
            self.checker.note((*path, key), "duplicate-key", "stands twice", "once")
        return {
            self.read_id(self.checker, name, (*path, name)): self.entry(data, (*path, name))
            for name, data in value.items()
        }

    def entry(self, value: object, path: Path) -> Entry:
        given = self.checker.mapping(value, path, (), (*self.readers, REMOVED))
        removed = self.stamp(given.pop(REMOVED), (*path, REMOVED)) if REMOVED in given else ""
        fields = {name: self.field(name, pair, (*path, name)) for name, pair in given.items()}
        return Entry({name: pair for name, pair in fields.items() if pair[1] > removed}, removed)

    def field(self, name: str, value: object, path: Path) -> tuple[Value, Stamp]:
        if not isinstance(value, list) or len(value) != 2:
            self.checker.note(path, "wrong-type", f"{show(value)} given", "a value and the moment of its change")
            return None, ""
        stamp = self.stamp(value[1], path)
        return (None if value[0] is None else self.readers[name](self.checker, value[0], path)), stamp

    def stamp(self, value: object, path: Path) -> Stamp:
        if isinstance(value, str) and value in self.known_stamps:  # thousands are equal
            return value
        stamp = stamp_of(self.checker, value, path)
        self.known_stamps.add(stamp)
        return stamp


def stamp_of(checker: Checker, value: object, path: Path) -> Stamp:
    """Read a moment; thousandths are dropped."""
    stamp = f"{read_stamp(checker, value, path).isoformat()}Z"
    if stamp > LAST_STAMP:
        checker.note(path, "not-allowed", f"{show(value)} given", f"a moment until {LAST_STAMP}")
    return stamp
