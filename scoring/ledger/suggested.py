"""What a ledger knows of the last 14 days, as answers that the builder suggests; the reader confirms each."""

from collections.abc import Mapping
from datetime import date, timedelta

from scoring.counted import WINDOW
from scoring.ledger.document import Document
from scoring.ledger.people import read_people
from scoring.ledger.weeks import Week, read_weeks
from scoring.model import MAX_ANSWER, Catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.ledger.result_types import SuggestedAnswer


def suggested_answers(document: Document, today: date, catalogue: Catalogue) -> "list[SuggestedAnswer]":
    """Suggest an answer where something was noted; that nothing was noted says nothing."""
    counts = _counts(document, today)
    said = catalogue.words["ledger_notes"]
    return [
        {"strand": strand, "answer": _answer(strand, count), "said": said.format(count=count)}
        for strand, count in counts.items()
        if count
    ]


def _answer(strand: str, count: int) -> int:
    """The answer for a count; that of repair counts down."""
    return MAX_ANSWER - min(count, MAX_ANSWER) if strand == "repair" else min(count, MAX_ANSWER)


def _counts(document: Document, today: date) -> Mapping[str, int]:
    first = today - WINDOW + timedelta(days=1)
    weeks = read_weeks(document)
    people = [person for person in read_people(document, weeks) if person.is_named]
    met = [person for person in people if person.last and not person.is_about and first <= person.last <= today]
    return {
        "friendship": sum(person.ring == "close" and person.kind == "person" for person in met),
        "hosting": sum(_asked_within(week, first, today) for week in weeks),
        "groups": sum(person.kind == "group" for person in met),
        "repair": sum(person.repair for person in people),
        "local-life": sum(person.kind == "place" for person in met),
    }


def _asked_within(week: Week, first: date, today: date) -> bool:
    """Whether somebody was asked within the days: on the day that was chosen, or else in a week that shares some."""
    start, end = (week.day, week.day) if week.day else (week.start, week.end)
    return week.was_asked and start <= today and end >= first
