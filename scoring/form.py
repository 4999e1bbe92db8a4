"""The builder's form as a page sends it: [name, value] pairs of texts, to checked answers and back."""

from dataclasses import dataclass

from scoring.answers import SET_ASIDE
from scoring.dates import read_day
from scoring.fields import Checker, show
from scoring.issues import Path
from scoring.model import (
    CAPACITIES,
    MAX_ANSWER,
    MAY_BE_SET_ASIDE,
    MOST_IDEAS,
    NO,
    SLOTS,
    STRAND_IDS,
    YES,
    Answers,
    Catalogue,
)
from scoring.second_questions import SECOND_QUESTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.request_types import Entries, Ideas

SKIP = "skip"
ANSWER_FIELD = "answers."
SECOND_FIELD = "second."
ONE_OF = {"capacity": CAPACITIES, "ordinary": (YES, NO)}
FIELDS = (
    *(f"{ANSWER_FIELD}{strand}" for strand in STRAND_IDS),
    *ONE_OF,
    "contexts",
    "wishes",
    *(f"{SECOND_FIELD}{question}" for question in SECOND_QUESTIONS),
)
"""Every name that the form may send."""

MOST_OF_AN_ID = 200
"""Characters of a move's id; those of the site have some forty."""


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the form."""

    answers: Answers
    dealt_with: tuple[str, ...]
    """The strands that have an answer, "not sure" or nothing to count, in canonical order."""


def parse_form(
    entries: object,
    today: object,
    catalogue: Catalogue,
    another: object = None,
    thin_spot: object = None,
    promised: object = None,
) -> Form:
    """Check the form, the reader's date as YYYY-MM-DD, how many times other ideas were asked for, and two choices.

    These are a thin spot and the id of a move, which the site may have dropped since.

    Nothing answered is allowed here. Raises `Refused` with every fault.
    """
    checker = Checker()
    reader = _EntryReader(checker)
    for index, entry in enumerate(checker.sequence(entries, ("entries",))):
        reader.read(entry, ("entries", index))
    contexts = checker.choices(reader.several["contexts"], ("contexts",), [one.id for one in catalogue.contexts])
    answers = Answers(
        values=tuple(
            int(option) if option.isdigit() else None
            for option in (reader.answers.get(strand, SKIP) for strand in STRAND_IDS)
        ),
        capacity=reader.one.get("capacity"),
        contexts=contexts,
        week=read_day(checker, today, ("today",)).isocalendar().week,
        ideas=read_ideas(checker, another, ("another",)),
        set_aside=tuple(strand for strand in STRAND_IDS if reader.answers.get(strand) == SET_ASIDE),
        wishes=checker.choices(reader.several["wishes"], ("wishes",), STRAND_IDS),
        ordinary=reader.one["ordinary"] == YES if "ordinary" in reader.one else None,
        second=tuple((name, reader.second[name]) for name in SECOND_QUESTIONS if name in reader.second),
        thin_spot=None if thin_spot is None else checker.choice(thin_spot, ("thin_spot",), STRAND_IDS),
        promised=None if promised is None else checker.text(promised, ("promised",), MOST_OF_AN_ID),
    )
    checker.finish()
    return Form(answers, tuple(strand for strand in STRAND_IDS if strand in reader.answers))


class _EntryReader:
    """Sorts the entries of the form by what they are about."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        self.answers: dict[str, str] = {}
        self.second: dict[str, str] = {}
        self.one: dict[str, str] = {}
        self.several: dict[str, list[object]] = {"contexts": [], "wishes": []}

    def read(self, entry: object, path: Path) -> None:
        name, value = _pair(entry)
        text = name if isinstance(name, str) else ""
        strand, question = text.removeprefix(ANSWER_FIELD), text.removeprefix(SECOND_FIELD)
        if text.startswith(ANSWER_FIELD) and strand in STRAND_IDS:
            self.answers[strand] = self.checker.choice(value, (*path, text), answer_options(strand))
        elif text.startswith(SECOND_FIELD) and question in SECOND_QUESTIONS:
            self.second[question] = self.checker.choice(value, (*path, text), (YES, NO))
        elif text in ONE_OF:
            self.one[text] = self.checker.choice(value, (*path, text), ONE_OF[text])
        elif text in self.several:
            self.several[text].append(value)
        else:
            self.checker.note_choice(path, "unknown-key", f"unknown field {show(name)}", name, FIELDS)


def answer_options(strand: str) -> list[str]:
    """List what a strand's question may be answered with in the form."""
    aside = [SET_ASIDE] if strand in MAY_BE_SET_ASIDE else []
    return [*map(str, range(MAX_ANSWER + 1)), SKIP, *aside]


def whole_form(answers: Answers) -> Form:
    """Make the form that these answers stand for: every question is dealt with, the skipped ones as "not sure"."""
    return Form(answers, STRAND_IDS)


def form_entries(form: Form) -> "Entries":
    """List the form's entries as a page sends them; parsing them gives the same form, but for week and ideas."""
    answers = form.answers
    given = answers_data(form)
    entries = [
        [f"{ANSWER_FIELD}{strand}", SKIP if given[strand] is None else str(given[strand])]
        for strand in form.dealt_with
    ]
    entries += [["capacity", answers.capacity]] if answers.capacity else []
    entries += [["contexts", context] for context in answers.contexts]
    entries += [["wishes", strand] for strand in answers.wishes]
    entries += [["ordinary", YES if answers.ordinary else NO]] if answers.ordinary is not None else []
    return entries + [[f"{SECOND_FIELD}{question}", said] for question, said in answers.second]


def answers_data(form: Form) -> dict[str, int | str | None]:
    """Write down the answers of the questions that are dealt with, by strand; null is "not sure"."""
    values = dict(zip(STRAND_IDS, form.answers.values, strict=True))
    return {strand: SET_ASIDE if strand in form.answers.set_aside else values[strand] for strand in form.dealt_with}


def read_ideas(checker: Checker, value: object, path: Path) -> tuple[int, int]:
    """Read how many times other ideas were asked for, by slot; what is absent is 0."""
    given = {} if value is None else checker.mapping(value, path, (), SLOTS)
    first, second = (checker.whole(given.get(kind, 0), (*path, kind), 0, MOST_IDEAS - 1) for kind in SLOTS)
    return first, second


def ideas_data(answers: Answers) -> "Ideas":
    """Write the same by slot."""
    invitation, contribution = answers.ideas
    return {"invitation": invitation, "contribution": contribution}


def _pair(entry: object) -> tuple[object, object]:
    if isinstance(entry, list) and len(entry) == 2:
        return entry[0], entry[1]
    return None, None
