"""What all else is about: the fixed names and numbers of the model, the catalogue, one person's answers."""

from dataclasses import dataclass

MODEL_VERSION = 2
MODEL_DATE = "2026-11-28"
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
LEAST_COUNTED = 6
"""With fewer counted answers there is no score, only the range and a first idea."""

LAST_WEEK = 53
"""ISO weeks are 1 to 53; 0 means that the caller gave none."""

CAPACITIES = ("none", "low", "some", "plenty")
"""In rising order: the place of a capacity, counted from 0, is the highest effort it allows."""

CAPACITY_LEFT_OPEN = "low"
"""Moves are chosen for it until the person says how much room there is."""

REST = "rest"
KINDS = ("invitation", "contribution", REST)
"""A rest move receives or rests. It is for those who have no room this week or got no answers, and has effort 0."""

SLOTS = ("invitation", "contribution")
"""The two places of a result. A rest move stands in the first; without room the second is empty."""

NEEDS = (
    "a-group",
    "a-friend",
    "a-regular-place",
    "a-group-chat",
    "an-invitation",
    "a-car",
    "texting",
    "a-private-home",
)
"""What a move may take for granted; `scoring.needs` knows who has it."""

DIRECTIONS = ("ask", "offer")
"""Of help, in the strand of that: it comes to the person, or goes out."""

MAY_BE_SET_ASIDE = ("repair", "digital-community")
"""Strands that may have nothing to count: nothing came up, or the person does not use it."""

HOME_NOT_PRIVATE = "home-not-private"
"""The context of those who cannot talk freely at home."""

YES, NO = "yes", "no"
MOST_WISHES = 2
MOST_IDEAS = 31
"""As many of the moves that fit are offered, one after the other."""

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
    """How the other can decline; with `say`, empty where nobody is asked anything."""
    effort: int
    """0 to 3: minutes and nerve."""
    least: int
    most: int
    """The answers of its strand for which it makes sense; `from` and `to` in the file."""
    needs: tuple[str, ...]
    counts: bool
    """Doing it once raises the count of its strand's question."""
    direction: str
    """Of the help, in reciprocity; empty elsewhere."""
    only: tuple[str, ...]
    """Contexts of which the person has one, where it makes sense for nobody else; empty for everybody."""
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
    set_aside: str
    """The answer of those for whom there is nothing to count; empty where there is always something."""
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
    group: str = ""
    """The heading that a context stands under."""


@dataclass(frozen=True, slots=True)
class SecondQuestion:
    """Asked after the ten where its answer leads to another move."""

    id: str
    """One of `second_questions.SECOND_QUESTIONS`."""
    question: str
    yes: str
    no: str


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
    second_questions: tuple[SecondQuestion, ...]
    bands: tuple[Band, ...]
    words: dict[str, str]
    """Sentences of the result, by name; see `catalogue.WORDS`."""
    address: str
    """The site's address, for the card; empty where it is not known."""
    left_out: tuple[str, ...] = ()
    """Strands whose chapter the site does not have."""

    @property
    def moves(self) -> tuple[Move, ...]:
        """All moves, strand by strand."""
        return tuple(move for strand in self.strands for move in strand.moves)

    def move(self, move_id: object) -> Move | None:
        """Find a move; a site may have dropped it since."""
        return next((move for move in self.moves if move.id == move_id), None)

    def context_groups(self) -> dict[str, list[Choice]]:
        """The contexts by the heading that they stand under."""
        groups: dict[str, list[Choice]] = {}
        for context in self.contexts:
            groups.setdefault(context.group, []).append(context)
        return groups

    def strand(self, strand_id: str) -> Strand:
        """Find a strand; an unknown id is a bug of the caller."""
        return self.strands[STRAND_IDS.index(strand_id)]


@dataclass(frozen=True, slots=True)
class Past:
    """What became of a move in an earlier week."""

    move: str
    """An id; the catalogue may no longer have it."""
    week: int
    outcome: str
    """One of `history.OUTCOMES`."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What one person entered, checked."""

    values: tuple[int | None, ...]
    """0 to 4, or None where skipped or set aside, in canonical order."""
    capacity: str | None
    """None until the person says: moves are then chosen as for `CAPACITY_LEFT_OPEN`."""
    contexts: tuple[str, ...]
    week: int
    """A whole number that grows by one each week, such as the ISO week; 0 where none was given."""
    ideas: tuple[int, int] = (0, 0)
    """How many times another move was asked for, by slot."""
    set_aside: tuple[str, ...] = ()
    """Strands that have nothing to count."""
    wishes: tuple[str, ...] = ()
    """Strands that the person would like more of; two of them break ties, more do not."""
    ordinary: bool | None = None
    """Whether these were two ordinary weeks; it changes words, no number."""
    second: tuple[tuple[str, str], ...] = ()
    """Second questions that were answered, each with `YES` or `NO`."""
    history: tuple[Past, ...] = ()
    """Oldest first."""
    thin_spot: str | None = None
    """The person's choice among strands that are just as thin."""
    promised: str | None = None
    """The id of the move that the person said yes to; it stays, whatever would be offered now."""
