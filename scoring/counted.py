"""When a reader counted, this time and the time before, in words."""

from datetime import date, timedelta

from scoring.dates import day_text, read_day
from scoring.fields import Checker
from scoring.issues import Path
from scoring.model import Catalogue

WINDOW = timedelta(days=14)
"""The questions ask about so many days: sooner, some of them would be counted twice."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import CountedData


def counted_view(checker: Checker, value: object, path: Path, today: date, catalogue: Catalogue) -> "CountedData":
    """Name the days, and say whether it is time to count again.

    What was counted today needs no date, nor what a clock set back since says; absent is empty.
    """
    given = checker.mapping(value, path, (), ("now", "before"))
    days = {name: read_day(checker, day, (*path, name)) for name, day in given.items()}
    words = catalogue.words
    now, before = days.get("now", today), days.get("before")
    return {
        "now": "" if now >= today else words["counted"].format(day=day_text(now, words)),
        "again": today - now >= WINDOW,
        "before": words["counted_before"].format(day=day_text(before, words)) if before else "",
    }
