"""What all else is about: the fixed names and numbers of the model, the catalogue, one person's answers."""

from dataclasses import dataclass

MODEL_VERSION = 1
MODEL_DATE = "2026-11-23"
"""When the model was last changed, as YYYY-MM-DD."""

STRAND_IDS = (
    "belonging",
    "weak-ties",
    "friendship",
    "hosting",
    "groups",
    "contribution",
    "reciprocity",
    "repair",
    "local-life",
    "digital-community",
)
"""In canonical order: it orders lists and breaks ties. Each id is also the slug of the strand's chapter."""

MAP_CHAPTER = "social-map"
REVIEW_CHAPTER = "weekly-review"
MAX_ANSWER = 4
LAST_WEEK = 53
"""ISO weeks are 1 to 53; 0 means that the caller gave none."""

CAPACITIES = ("low", "some", "plenty")
"""In rising order: the place of a capacity, counted from 1, is the highest effort it allows."""

KINDS = ("invitation", "contribution")
MOST_IDEAS = 31
"""As many of the moves that fit are offered, one after the other; a share code has one character for each kind."""

BANDS = (("quiet", 0), ("forming", 25), ("warming", 50), ("rooted", 75))
"""Each band's id and the lowest score in it."""

CALM_LINE_BELOW = 25
"""Scores under this get one calm, practical line with a link to help."""


@dataclass(frozen=True, slots=True)
class Move:
    """One thing to do this fortnight."""

    id: str
    kind: str
    title: str
    detail: str
    say: str
    easy_no: str
    effort: int
    avoid: tuple[str, ...]
    suits: tuple[str, ...]
    guard: str
    """When not to do it; empty where nothing needs saying."""
    sources: tuple[str, ...]
    """Ids of the sources it rests on; empty for plain good sense."""


@dataclass(frozen=True, slots=True)
class Step:
    """An if-then plan: when a cue comes, do this; if that is too much, the smaller thing."""

    when: str
    then: str
    if_not: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """A strand's if-then steps, and what to do when it goes wrong."""

    steps: tuple[Step, ...]
    repair: str


@dataclass(frozen=True, slots=True)
class Strand:
    """One of the ten behaviours that the score counts, with its question and its moves."""

    id: str
    label: str
    chapter: str
    """The name of its chapter, for the path on the card."""
    question: str
    hint: str
    answers: tuple[str, ...]
    """Five anchors, for 0 to 4."""
    card_line: str
    keep_line: str
    """What to keep doing, said when the strand is full."""
    protocol: Protocol
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a person can choose: a capacity, a context."""

    id: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the score, in words."""

    id: str
    label: str
    least: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything in `content/practices.yaml`, checked."""

    strands: tuple[Strand, ...]
    capacities: tuple[Choice, ...]
    contexts: tuple[Choice, ...]
    bands: tuple[Band, ...]
    words: dict[str, str]
    """Sentences of the result, by name; see `catalogue.WORDS`."""
    address: str
    """The site's address, for the card; empty where it is not known."""

    def strand(self, strand_id: str) -> Strand:
        """Find a strand; an unknown id is a bug of the caller."""
        return self.strands[STRAND_IDS.index(strand_id)]


@dataclass(frozen=True, slots=True)
class Answers:
    """What one person entered, checked."""

    values: tuple[int | None, ...]
    """0 to 4, or None where skipped, in canonical order."""
    capacity: str | None
    """None until the person says: moves are then chosen as for the lowest."""
    contexts: tuple[str, ...]
    week: int
    """The ISO week, or 0."""
    ideas: tuple[int, int] = (0, 0)
    """How many times another invitation and another contribution were asked for."""
