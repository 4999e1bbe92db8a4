"""The builder's form as a file: saved, and read back with a preview of what it would change.

Every version of the format that was ever written is read for good; `READERS` has an entry for each. Names of persons
and free text have no place in it. In `answers` a question that is absent is open, and `null` is "not sure".
"""

import json
from collections.abc import Callable
from datetime import date

from scoring.answers import parse_json, read_capacity, read_second, read_values
from scoring.dates import read_day
from scoring.fields import Checker, checked, show
from scoring.form import Form, answers_data, form_entries, ideas_data, read_ideas
from scoring.issues import SHOWN, Issue, Path, Refused
from scoring.map_view import answer_text
from scoring.model import MODEL_VERSION, NO, STRAND_IDS, YES, Answers, Catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import ChangedLine, FileData, ImportPreview

FORMAT = "community-map-builder"
VERSION = 1
MOST_CHARACTERS = 5_000
"""A whole file has about 600."""

DRAFTS = (1,)
"""Models that no reader has saved a file with."""

MOST_CONTEXTS = 50
PLACE: Path = ("file",)
ORDINARY_WORDS = {True: "file_yes", False: "file_no", None: "file_open"}

type SavedForm = tuple[Form, date, tuple[str, ...]]
"""What stood in the form, the day it was saved, and the contexts that this site does not have."""


def export_view(form: Form, today: object) -> "FileData":
    """Write the form as a file, with a neutral name that sorts by date."""
    day = checked(lambda checker: read_day(checker, today, ("today",)))
    answers = form.answers
    data = {
        "format": FORMAT,
        "version": VERSION,
        "model": MODEL_VERSION,
        "date": str(day),
        "answers": answers_data(form),
        **({"capacity": answers.capacity} if answers.capacity else {}),
        "contexts": list(answers.contexts),
        "wishes": list(answers.wishes),
        **({} if answers.ordinary is None else {"ordinary": answers.ordinary}),
        "second": dict(answers.second),
        "another": ideas_data(answers),
    }
    return {"file": f"weekly-review-{day}.json", "text": json.dumps(data, indent=2) + "\n"}


def import_preview(text: object, current: Form, catalogue: Catalogue) -> "ImportPreview":
    """Show what a saved form holds and what it would change in the current form; nothing is changed here.

    Raises `Refused` with every fault.
    """
    form, day, unknown = _read(text, catalogue)
    words = catalogue.words
    changes = _changes(current, form, catalogue)
    said = words["file_changes" if changes else "file_same"].format(date=day, changes=len(changes))
    return {
        "said": said,
        "changes": changes,
        "notes": [words["file_unknown"].format(name=name) for name in unknown],
        "entries": form_entries(form),
        "another": ideas_data(form.answers),
    }


def _read(text: object, catalogue: Catalogue) -> SavedForm:
    if not isinstance(text, str):
        raise Refused([Issue(PLACE, "wrong-type", f"{show(text)} is not a text", "a text")])
    if len(text) > MOST_CHARACTERS:
        raise _refused("too-long", "file_too_long", catalogue)
    try:
        data = parse_json(text.removeprefix("\ufeff"))  # some editors put a mark in front
    except Refused:
        raise _refused("not-json", "file_foreign", catalogue) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _refused("not-ours", "file_foreign", catalogue)
    checker = Checker()
    for name, known in (("version", VERSION), ("model", MODEL_VERSION)):
        number = data.get(name)
        if isinstance(number, int) and number > known:
            raise _refused("newer", "file_newer", catalogue)
        checker.whole(number, (*PLACE, name), 1, known)
    if data.get("model") in DRAFTS:
        raise _refused("not-ours", "file_foreign", catalogue)
    checker.finish()
    saved = READERS[data["version"]](checker, data, catalogue)
    checker.finish()
    return saved


def _read_first(checker: Checker, data: dict[str, object], catalogue: Catalogue) -> SavedForm:
    required = ["format", "version", "model", "date", "answers", "contexts"]
    optional = ["capacity", "wishes", "ordinary", "second", "another"]
    fields = checker.mapping(data, PLACE, required, optional)
    day = checker.optional(fields, PLACE, "date", lambda v, p: read_day(checker, v, p)) or date.min
    path = (*PLACE, "answers")
    given = checker.mapping(fields.get("answers", {}), path, [], STRAND_IDS)
    values, set_aside = read_values(checker, given, path)
    capacity = read_capacity(checker, fields, PLACE)
    known, unknown = _contexts(checker, fields.get("contexts", []), catalogue)
    answers = Answers(
        values=values,
        capacity=capacity,
        contexts=known,
        week=0,
        ideas=read_ideas(checker, fields.get("another"), (*PLACE, "another")),
        set_aside=set_aside,
        wishes=checker.choices(fields.get("wishes", []), (*PLACE, "wishes"), STRAND_IDS),
        ordinary=checker.optional(fields, PLACE, "ordinary", checker.flag),
        second=read_second(checker, fields.get("second", {}), (*PLACE, "second")),
    )
    return Form(answers, tuple(strand for strand in STRAND_IDS if strand in given)), day, unknown


READERS: dict[int, Callable[[Checker, dict[str, object], Catalogue], SavedForm]] = {1: _read_first}


def _contexts(checker: Checker, value: object, catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Split contexts into those of this site and others: a host may have dropped one since, which is no fault."""
    path = (*PLACE, "contexts")
    names = checker.each(value, path, lambda v, p: checker.text(v, p, SHOWN), 0, MOST_CONTEXTS)
    checker.unique(((*path, index), name) for index, name in enumerate(names))
    known = tuple(context.id for context in catalogue.contexts)
    return tuple(name for name in known if name in names), tuple(name for name in names if name not in known)


def _changes(before: Form, after: Form, catalogue: Catalogue) -> "list[ChangedLine]":
    return [
        {"label": label, "before": old, "after": new}
        for (label, old), (_, new) in zip(_shown(before, catalogue), _shown(after, catalogue), strict=True)
        if old != new
    ]


def _shown(form: Form, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Each question of the form in a few words, and what stands there."""
    words, answers = catalogue.words, form.answers
    rows = []
    for strand in catalogue.strands:
        open_or_unsure = words["file_unsure" if strand.id in form.dealt_with else "file_open"]
        rows.append((strand.label, answer_text(strand, answers) or open_or_unsure))
    room = [choice.label for choice in catalogue.capacities if choice.id == answers.capacity]
    life = [choice.label for choice in catalogue.contexts if choice.id in answers.contexts]
    wishes = [strand.label for strand in catalogue.strands if strand.id in answers.wishes]
    rows.append((words["file_capacity"], ", ".join(room) or words["file_open"]))
    rows.append((words["file_contexts"], ", ".join(life) or words["file_none"]))
    rows.append((words["file_wishes"], ", ".join(wishes) or words["file_none"]))
    rows.append((words["file_ordinary"], words[ORDINARY_WORDS[answers.ordinary]]))
    second = dict(answers.second)
    return rows + [
        (question.question, {YES: question.yes, NO: question.no}.get(second.get(question.id, ""), words["file_open"]))
        for question in catalogue.second_questions
    ]


def _refused(code: str, word: str, catalogue: Catalogue) -> Refused:
    return Refused([Issue(PLACE, code, catalogue.words[word], catalogue.words["file_again"])])
