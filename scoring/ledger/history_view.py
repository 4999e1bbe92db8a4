"""The weeks that were, as display data: a row for each, blank where nothing was written."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from scoring.dates import month_day_text, week_text
from scoring.ledger.fields import week_id
from scoring.ledger.weeks import Week
from scoring.model import Catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.ledger.result_types import HistoryYear, WeekRow

MOST_BLANK = 60
"""So many blank weeks in a row are shown; a longer time without a word is one gap."""


def history_view(weeks: Sequence[Week], today: date, catalogue: Catalogue) -> "list[HistoryYear]":
    """Show every week from the first that was written to this one, the latest first, by the year of its Monday."""
    years: list[HistoryYear] = []
    for row in _rows(weeks, today, catalogue):
        if not years or years[-1]["year"] != row["year"]:
            years.append({"year": row["year"], "weeks": []})
        years[-1]["weeks"].append(row)
    return years


def _rows(weeks: Sequence[Week], today: date, catalogue: Catalogue) -> "Iterator[WeekRow]":
    known = {week.id: week for week in weeks}
    if not known:
        return
    mondays = [date.fromordinal(today.toordinal() - today.weekday()), *(week.start for week in weeks)]
    newest, oldest = max(mondays), min(mondays)
    blank, monday = 0, newest
    while monday >= oldest:
        week = known.get(week_id(monday))
        blank = 0 if week else blank + 1
        if blank <= MOST_BLANK:
            yield _row(week, monday, catalogue)
            monday -= timedelta(days=7)
        else:
            monday = max((one.start for one in weeks if one.start < monday), default=date.min)


def _row(week: Week | None, monday: date, catalogue: Catalogue) -> "WeekRow":
    words = catalogue.words
    return {
        "id": week_id(monday),
        "year": str(monday.year),
        "day": month_day_text(monday, words),
        "range": week_text(monday, words),
        "text": week_words(week, catalogue) if week else "",
        "outcome": words[f"ledger_{week.outcome}"] if week and week.outcome else "",
        "note": week.note if week else "",
        "score": str(week.score) if week and week.score is not None else "",
        "height": week.score if week and week.score is not None else 0,
        "written": week is not None,
    }


def week_words(week: Week, catalogue: Catalogue) -> str:
    """Say what the week was for."""
    said = [week.line, week.invitation.title, week.contribution.title]
    if week.quiet and not any(said):
        return catalogue.words["ledger_quiet"]
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in said if part)
