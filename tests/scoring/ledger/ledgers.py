"""Ledgers for tests: written by hand, or made up by hypothesis."""

import json
from typing import Any

from hypothesis import strategies as st

from scoring import Catalogue, handle
from scoring.ledger.document import FORMAT, VERSION, Document, Entry, read_document
from scoring.ledger.fields import KINDS as KINDS_OF_PEOPLE
from scoring.ledger.fields import OUTCOMES, RINGS, STATES
from tests.scoring.real import real_catalogue

NOW = "2026-11-23T09:12:44Z"
TODAY = "2026-11-23"
"""A Monday, the first day of week 48."""

IDS = ("aaa", "bbb", "ccc", "ddd", "eee")
WEEKS = ("2020-W53", "2021-W01", "2026-W46", "2026-W47", "2026-W48")
STAMPS = tuple(f"2026-11-{day:02}T08:00:00Z" for day in range(1, 9))


def ledger(people: dict[str, dict] | None = None, weeks: dict[str, dict] | None = None, at: str = NOW) -> str:
    """The text of a ledger in which everything was written at one moment."""

    def stamped(entries: dict[str, dict] | None) -> dict:
        return {
            name: {field: [value, at] for field, value in fields.items()} for name, fields in (entries or {}).items()
        }

    return json.dumps(
        {"format": FORMAT, "version": VERSION, "people": stamped(people), "weeks": stamped(weeks)}, ensure_ascii=False
    )


def document(people: dict[str, dict] | None = None, weeks: dict[str, dict] | None = None, at: str = NOW) -> Document:
    """A ledger that was read from such a text."""
    return read_document(ledger(people, weeks, at), real_catalogue())


def ask(catalogue: Catalogue, do: str, **fields: object) -> Any:
    """What a request is answered with."""
    answer = json.loads(handle(json.dumps({"do": do, **fields}), catalogue))
    assert answer["ok"], answer
    return answer["result"]


def refusal(catalogue: Catalogue, do: str, **fields: object) -> list[tuple[str, str]]:
    """Where a request is refused, and the rules."""
    answer = json.loads(handle(json.dumps({"do": do, **fields}), catalogue))
    assert not answer["ok"]
    assert all(issue["text"] for issue in answer["issues"])
    return [(issue["path"], issue["code"]) for issue in answer["issues"]]


def change(catalogue: Catalogue, text: str, *changes: dict, now: str = NOW) -> tuple[str, list[dict]]:
    """A ledger after changes, and what takes them back."""
    result = ask(catalogue, "ledger-change", text=text, changes=list(changes), now=now)
    return result["text"], result["undo"]


days = st.sampled_from(["2020-12-28", "2021-01-03", "2026-10-20", "2026-11-23", "2026-11-26"])
names = st.sampled_from(["R.", "Jo", "Mrs K., no. 12", "=1+1", "Änne 你好", "e\u0301e\u0301"])
lines = st.sampled_from(["Walked with Jo.", "@home", "Soup: “extra”", "see you :["])
ids = st.sampled_from(IDS)
plans = st.builds(dict, title=lines) | st.builds(dict, title=lines, person=ids)
PEOPLE_FIELDS = {
    "name": names,
    "ring": st.sampled_from(RINGS),
    "kind": st.sampled_from(KINDS_OF_PEOPLE),
    "rhythm": st.integers(1, 52),
    "last": days | st.just("2026-10"),
    "state": st.sampled_from(STATES),
    "repair": st.booleans(),
}
WEEK_FIELDS = {
    "people": st.lists(ids, max_size=3, unique=True),
    "line": lines,
    "invitation": plans,
    "day": days,
    "contribution": plans.map(lambda plan: {"kind": "repair", **plan}),
    "quiet": st.booleans(),
    "outcome": st.sampled_from(OUTCOMES),
    "note": lines,
    "score": st.integers(0, 100),
}
people = st.fixed_dictionaries(
    {"name": names}, optional={name: PEOPLE_FIELDS[name] for name in PEOPLE_FIELDS if name != "name"}
)
weeks = st.fixed_dictionaries({}, optional=WEEK_FIELDS)


def _entries(names: tuple[str, ...], fields: dict[str, st.SearchStrategy]) -> st.SearchStrategy[dict]:
    """A few entries, written at different moments, some values taken back, some entries removed."""
    stamps = st.sampled_from(STAMPS)
    pairs = {field: st.tuples(st.none() | value, stamps) for field, value in fields.items()}
    return st.dictionaries(
        st.sampled_from(names), st.fixed_dictionaries({}, optional=pairs | {"removed": stamps}), max_size=3
    )


def documents() -> st.SearchStrategy[Document]:
    """Any ledger, as it would be read from a file."""
    entries = {"people": _entries(IDS, PEOPLE_FIELDS), "weeks": _entries(WEEKS, WEEK_FIELDS)}
    head = {"format": st.just(FORMAT), "version": st.just(VERSION)}
    return st.fixed_dictionaries(head | entries).map(lambda data: read_document(json.dumps(data), real_catalogue()))


def _partly(draw: st.DrawFn, fields: st.SearchStrategy[dict]) -> dict:
    """Fields of which some are taken back."""
    return {field: draw(st.just(value) | st.none()) for field, value in draw(fields).items()}


@st.composite
def changes_of(draw: st.DrawFn, ledger: Document) -> list[dict]:
    """Changes that a page may ask for: of entries that are there, each once, or new ones."""
    there = sorted(name for name, entry in ledger.people.items() if entry.get("name") is not None)
    changes: list[dict] = []
    for name in draw(st.lists(st.sampled_from(there), unique=True, max_size=3)) if there else []:
        fields = {field: draw(st.just(value) | st.none()) for field, value in draw(people).items()} | {
            "name": draw(names)
        }
        changes.append({"in": "people", "id": name} | draw(st.sampled_from([{"fields": fields}, {"remove": True}])))
    left = [name for name in there if all(one["id"] != name for one in changes)]
    if len(left) > 1 and draw(st.booleans()):
        changes.append({"in": "people", "id": left[0], "join": left[1]})
    for week in draw(st.lists(st.sampled_from(WEEKS), unique=True, max_size=2)):
        fields = _partly(draw, weeks)
        changes.append({"in": "weeks", "id": week} | draw(st.sampled_from([{"fields": fields}, {"remove": True}])))
    if not changes or draw(st.booleans()):
        changes.append({"in": "people", "fields": draw(people)})
    return changes


def visible(ledger: Document) -> dict[str, dict[str, dict]]:
    """What a reader meets: the values of everybody with a name, and of every week; moments do not count."""

    def values(entry: Entry) -> dict:
        return {field: value for field, (value, _) in entry.fields.items() if value is not None}

    return {
        "people": {name: values(entry) for name, entry in ledger.people.items() if entry.get("name") is not None},
        "weeks": {name: values(entry) for name, entry in ledger.weeks.items() if values(entry)},
    }
