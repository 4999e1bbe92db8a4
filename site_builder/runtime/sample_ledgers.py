"""Ledgers, and requests about them, made up for `sample_requests`."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from scoring.ledger.document import FORMAT, VERSION
from scoring.ledger.fields import ID_SIGNS, KINDS, OUTCOMES, RINGS, STATES
from scoring.ledger.requests import FILES

NAMES = ("R.", "Jo", "The Tuesday table", "Mrs K., no. 12", "Änne 你好")
LINES = ("Walked with Jo.", "Lent the drill", "Soup: “extra”, with bread", "see you :[")
DAYS = ("2026-10-10", "2026-11-23", "2026-11-26")
WEEKS = ("2026-W46", "2026-W47", "2026-W48", "2020-W53")
WRONG: Sequence[object] = (
    "",
    "two\nlines",
    "x" * 121,
    "2026-13",
    "2026-W54",
    "2026-W1",
    "2027-W53",
    "about March",
    53,
    [],
    None,
)
"""Values that some field does not take."""
CONTACTS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ito;Jun;;;\r\nFN:Jun\r\n  Ito\r\nTEL:1\r\nEND:VCARD\r\n",
    "BEGIN:VCARD\nitem1.FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=84nne=\n=20M\\, M\nEND:VCARD",
    "BEGIN:VCARD\nN;QUOTED-PRINTABLE:M=FCller;J=ZZ\nEND:VCARD",
    "x" * 60 + "\n" + "e\u0301" * 30,
    "Jo\nR.\n\nJo",
    "",
)

MOMENT = "2026-11-20T18:00:00Z"
TODAY = "2026-11-23"
SITE = "https://example.org/village/"

type Json = dict[str, object]

FAULTY: Sequence[Json] = (
    {"people": {"A": {}, "a": [], "b": {"name": "R.", "ring": ["close"], "last": [1, []], "removed": "2199"}}},
    {"weeks": {"2026-W54": {}, "2027-W53": {}, "1999-W01": {}, "2026-48": {}}},
    {"weeks": {"2026-W47": {"people": [[1] * 4, MOMENT], "note": ["x", "2199-01-01T00:00:00Z"]}}},
    {"weeks": {"2026-W48": {"invitation": [{"title": "", "move": "A b", "person": "?"}, MOMENT]}}},
    {"people": []},
    {"version": 0},
    {"format": "?"},
)
"""Parts that no ledger has."""


def known_ledgers(moves: Sequence[str]) -> Iterator[Json]:
    """Requests that reach what chance rarely does: a crowd, entries made one, a year that is over, many faults."""
    crowd: Json = {sign: {"name": f"{sign} of the crowd", "ring": "close"} for sign in sorted(ID_SIGNS)}
    weeks: Json = {
        "2025-W40": {"invitation": {"title": "Soup", "move": moves[0]}, "outcome": "no-answer", "people": ["a"]},
        "2026-W47": {"invitation": {"title": "Soup", "person": "a"}, "day": "2026-11-19", "people": ["b", "a"]},
    }
    whole: Json = {"people": _stamped(crowd), "weeks": _stamped(weeks)}
    text = ledger_text(whole)
    form: Json = {"entries": [["answers.hosting", "1"]], "promised": moves[1]}
    yield {"do": "people", "text": text, "today": TODAY}
    yield {"do": "people-join", "text": text, "id": "a", "join": "b", "today": TODAY}
    yield {"do": "ledger", "text": text, "today": TODAY, **form}
    yield {"do": "ledger", "text": text, "today": "2026-06-01", **form}
    first: Json = {"in": "people", "id": "a", "join": "b"}
    for changes in ([first], [first, first], [{"in": "weeks"}], [first | {"join": "zz"}]):
        yield {"do": "ledger-change", "text": text, "changes": changes, "now": "2020-01-01T00:00:00Z"}
    for part in FAULTY:
        yield {"do": "ledger-import", "text": text, "file": ledger_text(whole | part)}
    yield {"do": "ledger-file", "text": 7, "as": "csv", "today": "1999-12-31"}
    yield {"do": "ledger-file", "text": 7, "as": "csv", "today": TODAY}


def ledger_text(parts: Json) -> str:
    """Write down a ledger."""
    return json.dumps({"format": FORMAT, "version": VERSION, **parts}, ensure_ascii=False)


def _stamped(entries: Json) -> Json:
    return {
        name: {field: [value, MOMENT] for field, value in fields.items()}
        for name, fields in entries.items()
        if isinstance(fields, dict)
    }


class Chance(Protocol):
    """What makes choices."""

    def below(self, limit: int) -> int:
        """Give a number from 0 on."""

    def one[T](self, options: Sequence[T]) -> T:
        """Give one of them."""

    def form(self) -> Json:
        """Give the builder's form."""


class LedgerMaker:
    """Makes ledgers and requests about them."""

    def __init__(self, chance: Chance, moves: Sequence[str]) -> None:
        self.chance = chance
        self.moves = moves
        self.kinds: list[Callable[[], Json]] = [
            self._week, self._people, self._change, self._change,
            self._bring_in, self._file, self._names, self._answers, self._known, self._join,
        ]  # fmt: skip

    def request(self) -> Json:
        """Ask about a ledger."""
        return self.chance.one(self.kinds)()

    def _week(self) -> Json:
        form = self.chance.form()
        form = (form if self.chance.below(3) else {}) | ({} if self.chance.below(3) else {"site": SITE})
        return {"do": "ledger", "text": self._text(), **form, "today": self._day()}

    def _people(self) -> Json:
        return {"do": "people", "text": self._text(), "today": self._day()}

    def _change(self) -> Json:
        changes = [self._one_change() for _ in range(1 + self.chance.below(3))]
        return {"do": "ledger-change", "text": self._text(), "changes": changes, "now": self._stamp()}

    def _bring_in(self) -> Json:
        return {"do": "ledger-import", "text": self._text(), "file": self._text()}

    def _file(self) -> Json:
        return {"do": "ledger-file", "text": self._text(), "as": self.chance.one(tuple(FILES)), "today": self._day()}

    def _names(self) -> Json:
        return {"do": "ledger-names", "names": self.chance.one(CONTACTS)}

    def _known(self) -> Json:
        return {"do": "people-name", "text": self._text(), "name": self.chance.one(NAMES), "today": self._day()}

    def _join(self) -> Json:
        kept, other = self._one_id(), self._one_id()
        return {"do": "people-join", "text": self._text(), "id": kept, "join": other, "today": self._day()}

    def _answers(self) -> Json:
        return {"do": "ledger-answers", "text": self._text(), "today": self._day()}

    def _one_change(self) -> Json:
        one, name = self.chance.one, self._one_id()
        return one(
            (
                {"in": "people", "fields": self._person()},
                {"in": "people", "id": name, "fields": {"last": one(DAYS), "rhythm": None}},
                {"in": "people", "id": name, "remove": True},
                {"in": "people", "id": name, "join": self._one_id()},
                {"in": "weeks", "id": one(WEEKS), "fields": self._fields_of_week()},
            )
        )

    def _text(self) -> str:
        """A ledger, now and then an empty or a broken one."""
        if not self.chance.below(9):
            return self.chance.one(("", "", "{}", f'{{"format": "{FORMAT}", "version": {VERSION + 1}}}', "\ufeff{"))
        people = {self._one_id(): self._entry(self._person()) for _ in range(self.chance.below(9))}
        weeks = {self.chance.one(WEEKS): self._entry(self._fields_of_week()) for _ in range(self.chance.below(5))}
        return ledger_text({"people": people, "weeks": weeks})

    def _entry(self, fields: Json) -> Json:
        stamped: Json = {name: [value, self._stamp()] for name, value in fields.items()}
        return stamped | ({} if self.chance.below(9) else {"removed": self._stamp()})

    def _person(self) -> Json:
        one = self.chance.one
        most: Json = {
            "last": one((*DAYS, "2026-11")),
            "kind": one(KINDS),
            "state": one(STATES),
            "repair": one((True, False)),
        }
        rare = {} if self.chance.below(4) else {"rhythm": 1 + self.chance.below(52)}
        return self._spoiled({"name": one(NAMES), "ring": one(RINGS)} | most | rare)

    def _fields_of_week(self) -> Json:
        one, move = self.chance.one, {"title": self.chance.one(LINES), "person": self._one_id()}
        every: dict[str, object] = {
            "people": [self._one_id()],
            "line": one(LINES),
            "invitation": one((move, move | {"move": one(self.moves)})),
            "day": one(DAYS),
            "contribution": {"kind": one(("contribution", "repair")), "title": one(LINES)},
            "quiet": True,
            "outcome": one(OUTCOMES),
            "note": one(LINES),
            "score": self.chance.below(101),
        }
        return self._spoiled({name: value for name, value in every.items() if self.chance.below(2)})

    def _spoiled(self, fields: Json) -> Json:
        """The fields, now and then with one that holds something else."""
        if fields and not self.chance.below(40):
            fields[self.chance.one(sorted(fields))] = self.chance.one(WRONG)
        return fields

    def _one_id(self) -> str:
        return self.chance.one(("k3f9wq2", "2nzc9ju", "36ak9fz", "vx7vnqf", "7"))

    def _stamp(self) -> str:
        return f"2026-11-{10 + self.chance.below(9)}T09:12:4{self.chance.below(10)}Z"

    def _day(self) -> str:
        return self.chance.one(("2026-11-23", "2026-11-29", "2026-12-31", "2027-01-03", "2020-12-31"))
