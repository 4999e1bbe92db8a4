"""The requests that the gateway takes, as types. No browser loads this module; see `scoring.contract`."""

from typing import Literal, NotRequired, TypedDict

type Capacity = Literal["low", "some", "plenty"]
type Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
type Entries = list[list[str]]
"""The form as a page sends it: [name, value] pairs."""


class Ideas(TypedDict, total=False):
    """How many times another idea was asked for, by kind."""

    invitation: int
    contribution: int


class Person(TypedDict):
    """The input of the command line: answers by strand, 0 to 4 or null."""

    answers: dict[str, int | None]
    capacity: NotRequired[Capacity]
    contexts: NotRequired[list[str]]
    week: NotRequired[int]


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
    """How texts are to be phrased: with which address, and whether with scores and points."""

    site: NotRequired[str]
    numbers: NotRequired[bool]


class BuilderRequest(FormRequest, PhrasingRequest):
    """Asks for the view of the form."""

    do: Literal["builder"]


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
    """A move in a calendar."""

    id: str
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
