"""The answers about a ledger, as types. No browser loads this module; see `scoring.contract`."""

from typing import Literal, TypedDict

from scoring.ledger.request_types import LedgerChange
from scoring.request_types import PastMove
from scoring.result_types import CardParts, ChangedLine, Idea, MapRow


class Named(TypedDict):
    """Something by its id and name."""

    id: str
    name: str


class DueRow(Named):
    """Somebody who needs maintenance, and why, in words."""

    reason: str


class LastWeek(TypedDict):
    """An earlier week of which it is not known what became of its invitation."""

    week: str
    range: str
    title: str


class PlanChoice(TypedDict):
    """What is asked or given; empty where there is none."""

    title: str
    move: str
    person: str
    kind: str


class WrittenWeek(TypedDict):
    """This week as it was written."""

    people: list[str]
    names: list[str]
    line: str
    invitation: PlanChoice
    day: str
    contribution: PlanChoice
    quiet: bool


class WeekRow(TypedDict):
    """A week in the history; `height` is its score for a bar, 0 where it was not counted."""

    id: str
    year: str
    day: str
    range: str
    text: str
    outcome: str
    note: str
    score: str
    height: int
    written: bool


class HistoryYear(TypedDict):
    """The weeks of a year, the latest first."""

    year: str
    weeks: list[WeekRow]


class CountedWeek(TypedDict):
    """The score that was counted in a week, which its entry does not have yet."""

    week: str
    score: int


class LedgerView(TypedDict):
    """This week as finished texts and rows; empty, or null, where there is nothing."""

    state: Literal["empty", "open", "written"]
    week: str
    range: str
    last: LastWeek | None
    last_written: str
    due: list[DueRow]
    resting: list[str]
    people: list[Named]
    others: list[Named]
    repairs: list[Named]
    invitation: Idea | None
    promised: bool
    contribution: Idea | None
    days: list[Named]
    written: WrittenWeek | None
    card: str
    card_parts: CardParts | None
    ring: list[MapRow]
    since: str
    recount: bool
    counted: CountedWeek | None
    bars: list[WeekRow]
    years: list[HistoryYear]


class SpotData(TypedDict):
    """A place in the picture of the rings, in a square of 200 by 200."""

    x: float
    y: float


class PersonRow(TypedDict):
    """Somebody in the list; only who may be named has a place in the picture. `touched`: `about`, if today."""

    id: str
    name: str
    kind: str
    ring: str
    state: str
    rhythm: str
    last: str
    last_month: str
    repair: bool
    about: str
    touched: str
    rests: str
    spot: SpotData | None
    closer: str
    further: str
    guarded: bool


class LabelData(TypedDict):
    """A name in the picture, where its line begins, ends or has its middle."""

    text: str
    x: float
    y: float
    anchor: str


class PeopleView(TypedDict):
    """Everybody, in the order of names, and what the picture says."""

    said: str
    room: str
    active: list[PersonRow]
    others: list[PersonRow]
    ghosts: list[SpotData]
    labels: list[LabelData]
    months: list[Named]
    few: bool
    empty: bool


class KnownName(TypedDict):
    """Who has a name already, in words, and the change after which nobody of that name is suggested."""

    said: str
    leave: LedgerChange


class JoinedPeople(TypedDict):
    """What becomes of two entries that are made one, and the change that does it."""

    said: str
    change: LedgerChange


class ChangedLedger(TypedDict):
    """The new text of a ledger, and the changes that take these back."""

    text: str
    undo: list[LedgerChange]


class LedgerPreview(TypedDict):
    """What a file would change, and the ledger with it."""

    said: str
    changes: list[ChangedLine]
    text: str


class FoundNames(TypedDict):
    """The names in contacts."""

    names: list[str]


class SuggestedAnswer(TypedDict):
    """An answer to a question of the builder, and why."""

    strand: str
    answer: int
    said: str


class SuggestedAnswers(TypedDict):
    """What the ledger suggests, and what became of earlier moves."""

    answers: list[SuggestedAnswer]
    history: list[PastMove]
