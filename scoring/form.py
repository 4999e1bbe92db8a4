"""The builder's form as a page sends it: [name, value] pairs of texts, to checked answers and back."""

from dataclasses import dataclass

from scoring.dates import read_day
from scoring.fields import Checker, show
from scoring.issues import Path
from scoring.model import CAPACITIES, KINDS, MAX_ANSWER, MOST_IDEAS, STRAND_IDS, Answers, Catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.request_types import Entries, Ideas

SKIP = "skip"
ANSWER_FIELD = "answers."


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the form."""

    answers: Answers
    dealt_with: tuple[str, ...]
    """The strands that have an answer or "not sure", in canonical order."""


def parse_form(entries: object, today: object, catalogue: Catalogue, another: object = None) -> Form:
    """Check the form, the reader's date as YYYY-MM-DD, and how many times other ideas were asked for, by kind.

    Nothing answered is allowed here. Raises `Refused` with every fault.
    """
    checker = Checker()
    week = read_day(checker, today, ("today",)).isocalendar().week
    names = [f"{ANSWER_FIELD}{strand}" for strand in STRAND_IDS]
    chosen: dict[str, int | None] = {}
    capacity: str | None = None
    contexts: list[object] = []
    for index, entry in enumerate(checker.sequence(entries, ("entries",))):
        path = ("entries", index)
        name, value = _pair(entry)
        if name in names:
            option = checker.choice(value, (*path, name), [*map(str, range(MAX_ANSWER + 1)), SKIP])
            chosen[name] = None if option == SKIP else int(option)
        elif name == "capacity":
            capacity = checker.choice(value, (*path, name), CAPACITIES)
        elif name == "contexts":
            contexts.append(value)
        else:
            checker.note_choice(
                path, "unknown-key", f"unknown field {show(name)}", name, [*names, "capacity", "contexts"]
            )
    known = checker.choices(contexts, ("contexts",), [context.id for context in catalogue.contexts])
    ideas = read_ideas(checker, another, ("another",))
    checker.finish()
    values = tuple(chosen.get(name) for name in names)
    dealt_with = tuple(strand for strand, name in zip(STRAND_IDS, names, strict=True) if name in chosen)
    return Form(Answers(values, capacity, known, week, ideas), dealt_with)


def whole_form(answers: Answers) -> Form:
    """Make the form that these answers stand for: every question is dealt with, the skipped ones as "not sure"."""
    return Form(answers, STRAND_IDS)


def form_entries(form: Form) -> "Entries":
    """List the form's entries as a page sends them; parsing them gives the same form, but for week and ideas."""
    values = dict(zip(STRAND_IDS, form.answers.values, strict=True))
    entries = [
        [f"{ANSWER_FIELD}{strand}", SKIP if values[strand] is None else str(values[strand])]
        for strand in form.dealt_with
    ]
    entries += [["capacity", form.answers.capacity]] if form.answers.capacity else []
    return entries + [["contexts", context] for context in form.answers.contexts]


def read_ideas(checker: Checker, value: object, path: Path) -> tuple[int, int]:
    """Read how many times other ideas were asked for, by kind; what is absent is 0."""
    given = {} if value is None else checker.mapping(value, path, (), KINDS)
    first, second = (checker.whole(given.get(kind, 0), (*path, kind), 0, MOST_IDEAS - 1) for kind in KINDS)
    return first, second


def ideas_data(answers: Answers) -> "Ideas":
    """Write the same by kind."""
    invitation, contribution = answers.ideas
    return {"invitation": invitation, "contribution": contribution}


def _pair(entry: object) -> tuple[object, object]:
    if isinstance(entry, list) and len(entry) == 2:
        return entry[0], entry[1]
    return None, None
