"""The answers that the gateway gives, as types. No browser loads this module; see `scoring.contract`."""

from typing import Literal, TypedDict

from scoring.request_types import Entries, Ideas, LedgerChange


class NamedStrand(TypedDict):
    """A strand by its id and label."""

    id: str
    label: str


class StrandScore(TypedDict):
    """What a strand earned and could gain."""

    id: str
    label: str
    answer: int | None
    set_aside: bool
    points: float | None
    gain: float | None


class MoveData(TypedDict):
    """A move, but for the answers that it makes sense for."""

    id: str
    kind: str
    title: str
    detail: str
    say: str
    easy_no: str
    effort: int
    needs: list[str]
    counts: bool
    direction: str
    only: list[str]
    avoid: list[str]
    suits: list[str]
    guard: str
    sources: list[str]


class PlanData(TypedDict):
    """One if-then plan, for the move on offer."""

    when: str
    then: str


class StepData(TypedDict):
    """A step of a protocol."""

    when: str
    then: str
    if_not: str


class ProtocolData(TypedDict):
    """A strand's if-then steps."""

    steps: list[StepData]
    repair: str


class CardText(TypedDict):
    """The card's headline, and all of it."""

    line: str
    text: str


class ScoreResult(TypedDict):
    """What `community-os score` prints."""

    model: int
    score: int | None
    score_exact: float | None
    range: list[int]
    band: str | None
    answered: int
    strands: list[StrandScore]
    thin_spot: NamedStrand | None
    ties: list[str]
    next_thin: NamedStrand | None
    invitation: MoveData | None
    contribution: MoveData | None
    second: list[str]
    plan: PlanData | None
    protocol: ProtocolData | None
    path: list[str]
    card: CardText
    code: str


class Idea(TypedDict):
    """A move that is suggested."""

    id: str
    kind: str
    title: str
    detail: str
    say: str
    easy_no: str
    guard: str
    after: str
    idea: str
    more: bool
    next: int


class CardParts(TypedDict):
    """The texts of the card's picture; empty where there is none."""

    week: str
    headline: str
    say: str
    day: str
    moment: str
    line: str
    score: str
    address: str


class PossibleAnswer(TypedDict):
    """What another answer would give; of a strand's five, in their order."""

    score: str
    said: str


class PointsRow(TypedDict):
    """A strand in the table of points."""

    label: str
    value: int | None
    answer: str
    points: str
    gain: str
    steps: list[PossibleAnswer]


class MapRow(TypedDict):
    """A strand on the map."""

    id: str
    label: str
    value: int | None
    answer: str
    thin: bool


class CountedData(TypedDict):
    """When the reader counted, this time and the time before; empty where it was today, or never."""

    now: str
    before: str


class BuilderView(TypedDict):
    """The result as finished texts and rows; empty, or null, where there is nothing yet."""

    state: Literal["empty", "partial", "complete"]
    sentence: str
    said: str
    range: str
    score: str
    band: str
    thin_spot: str
    ties: list[str]
    notes: list[str]
    calm: str
    invitation: Idea | None
    contribution: Idea | None
    plan: PlanData | None
    protocol: ProtocolData | None
    second: list[str]
    chapter: list[str]
    path: list[str]
    card: str
    card_parts: CardParts | None
    points: list[PointsRow]
    link: str
    ring: list[MapRow]
    picture: str
    counted: CountedData | None


class SharedView(TypedDict):
    """The card behind a link, and what would put its answers into the form."""

    entries: Entries
    view: BuilderView


class FileData(TypedDict):
    """A file for the reader: name and text."""

    file: str
    text: str


class ChangedLine(TypedDict):
    """A line of the form that a file would change."""

    label: str
    before: str
    after: str


class ImportPreview(TypedDict):
    """What a file holds, and what would put it into the form."""

    said: str
    changes: list[ChangedLine]
    notes: list[str]
    entries: Entries
    another: Ideas


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
    day_text: str
    contribution: PlanChoice
    quiet: bool
    outcome: str


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
    bars: list[WeekRow]
    years: list[HistoryYear]


class SpotData(TypedDict):
    """A place in the picture of the rings, in a square of 200 by 200."""

    x: float
    y: float


class PersonRow(TypedDict):
    """Somebody in the list; only who is active has a place in the picture. `touched`: `about`, if today."""

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
    """What the ledger suggests."""

    answers: list[SuggestedAnswer]


class IssueData(TypedDict):
    """Why a request is refused, and what is allowed."""

    path: str
    code: str
    text: str
    allowed: str


class Refusal(TypedDict):
    """The answer to a bad request."""

    ok: Literal[False]
    issues: list[IssueData]
