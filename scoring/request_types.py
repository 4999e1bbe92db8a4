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
    left_out: NotRequired[list[str]]
    numbers: NotRequired[bool]
    card_score: NotRequired[bool]


class BuilderRequest(FormRequest, PhrasingRequest):
    """Asks for the view of the form."""

    do: Literal["builder"]
    thin_spot: NotRequired[str | None]
    promised: NotRequired[str | None]
    history: NotRequired[list[PastMove]]
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
