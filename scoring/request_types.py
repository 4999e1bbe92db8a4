"""The requests that the gateway takes, as types. No browser loads this module; see `scoring.contract`."""

from typing import Literal, NotRequired, TypedDict

type Capacity = Literal["none", "low", "some", "plenty"]
type YesOrNo = Literal["yes", "no"]
type Outcome = Literal["done", "not-now", "not-for-me", "no-answer"]
type Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
type Entries = list[list[str]]
"""The form as a page sends it: [name, value] pairs."""


class Ideas(TypedDict, total=False):
    """How many times another idea was asked for, by slot."""

    invitation: int
    contribution: int


class Moment(TypedDict, total=False):
    """When and where, in the reader's own words, and the day."""

    when: str
    where: str
    day: str


class Counted(TypedDict, total=False):
    """The days on which the reader counted, this time and the time before."""

    now: str
    before: str


class PastMove(TypedDict):
    """What became of a move in an earlier week."""

    move: str
    week: int
    outcome: Outcome


class Person(TypedDict):
    """The input of the command line: answers by strand, 0 to 4, null, or "none" where there is nothing to count."""

    answers: dict[str, int | str | None]
    capacity: NotRequired[Capacity]
    contexts: NotRequired[list[str]]
    week: NotRequired[int]
    wishes: NotRequired[list[str]]
    ordinary: NotRequired[bool]
    second: NotRequired[dict[str, YesOrNo]]
    history: NotRequired[list[PastMove]]
    thin_spot: NotRequired[str]


class ScoreRequest(TypedDict):
    """Asks for the score of a person."""

    do: Literal["score"]
    input: Person


class WhatIfRequest(TypedDict):
    """Asks for the same with one answer changed."""

    do: Literal["what-if"]
    input: Person
    strand: str
    answer: int


class FormRequest(TypedDict):
    """What every request about the form brings."""

    entries: Entries
    today: str
    another: NotRequired[Ideas]


class PhrasingRequest(TypedDict):
    """How texts are to be phrased: with which address, whether with scores and points, and with the card's score."""

    site: NotRequired[str]
    numbers: NotRequired[bool]
    card_score: NotRequired[bool]


class BuilderRequest(FormRequest, PhrasingRequest):
    """Asks for the view of the form."""

    do: Literal["builder"]
    thin_spot: NotRequired[str | None]
    promised: NotRequired[str | None]
    counted: NotRequired[Counted]
    moment: NotRequired[Moment]


class OpenLinkRequest(PhrasingRequest):
    """Asks for the card behind a shared link."""

    do: Literal["open-link"]
    code: str


class ExportRequest(FormRequest):
    """Asks for the form as a file."""

    do: Literal["export"]


class ImportPreviewRequest(FormRequest):
    """Asks what such a file would change."""

    do: Literal["import-preview"]
    text: str


class ReviewChoice(TypedDict):
    """The weekly review in a calendar."""

    weekday: Weekday
    time: str


class MoveChoice(TypedDict):
    """A move in a calendar, one of the site by its id, or in the reader's own words."""

    id: NotRequired[str]
    title: NotRequired[str]
    date: str
    time: str


class CalendarRequest(TypedDict):
    """Asks for a calendar file, at `stamp`."""

    do: Literal["calendar"]
    today: str
    stamp: str
    name_the_move: NotRequired[bool]
    review: NotRequired[ReviewChoice]
    move: NotRequired[MoveChoice]
    moment: NotRequired[Moment]
    alarm: NotRequired[bool]
    link: NotRequired[str]


type LedgerFields = dict[str, object]
"""Fields of an entry by name, null where a value is taken back; `scoring.ledger.fields` says what each may hold."""


LedgerChange = TypedDict(
    "LedgerChange",
    {
        "in": str,
        "id": NotRequired[str],
        "fields": NotRequired[LedgerFields],
        "remove": NotRequired[bool],
        "join": NotRequired[str],
    },
)
"""One change of one entry in "people" or "weeks"; without an id somebody is added."""


class LedgerRequest(TypedDict):
    """Asks for this week, with the builder's form where it holds anything."""

    do: Literal["ledger"]
    text: str
    today: str
    entries: NotRequired[Entries]
    another: NotRequired[Ideas]
    promised: NotRequired[str | None]


class PeopleRequest(TypedDict):
    """Asks for the people as a list and as rings."""

    do: Literal["people"]
    text: str
    today: str


class KnownNameRequest(TypedDict):
    """Asks whether a name is in the ledger already."""

    do: Literal["people-name"]
    text: str
    name: str
    today: str


class JoinedPeopleRequest(TypedDict):
    """Asks what becomes of two entries that are made one."""

    do: Literal["people-join"]
    text: str
    id: str
    join: str
    today: str


class LedgerChangeRequest(TypedDict):
    """Asks for the ledger with changes made at a moment, in UTC."""

    do: Literal["ledger-change"]
    text: str
    changes: list[LedgerChange]
    now: str


class LedgerImportRequest(TypedDict):
    """Asks what the text of a file would change."""

    do: Literal["ledger-import"]
    text: str
    file: str
    today: str


LedgerFileRequest = TypedDict(
    "LedgerFileRequest",
    {"do": Literal["ledger-file"], "text": str, "as": Literal["json", "people", "weeks"], "today": str},
)
"""Asks for the ledger as a file: whole, or a table of people or weeks."""


class LedgerNamesRequest(TypedDict):
    """Asks for the names in contacts."""

    do: Literal["ledger-names"]
    names: str


class LedgerAnswersRequest(TypedDict):
    """Asks which answers the ledger suggests."""

    do: Literal["ledger-answers"]
    text: str
    today: str
