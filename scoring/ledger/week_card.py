"""The card of a week: what the reader will do, as text and as a picture."""

from scoring.dates import day_text, week_text
from scoring.ledger.weeks import NO_PLAN, Week
from scoring.model import Catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import CardParts


def week_card(week: Week, catalogue: Catalogue) -> "CardParts":
    """Put together the parts of the picture; a name is on it only where the reader wrote it into the words."""
    words = catalogue.words
    first = week.invitation if week.invitation.title else week.contribution
    rest = week.contribution if week.invitation.title else NO_PLAN
    move = catalogue.move(first.move)
    return {
        "week": week_text(week.start, words),
        "headline": first.title or words["ledger_quiet"],
        "say": words["card_quote"].format(say=move.say) if move and move.say else "",
        "day": day_text(week.day, words) if week.day else words["card_open_day"] if first.title else "",
        "moment": "",
        "line": rest.title,
        "score": "",
        "address": catalogue.address,
    }


def week_card_text(parts: "CardParts", catalogue: Catalogue) -> str:
    """Write the card as text, a line for each thing that is there."""
    lines = [
        catalogue.words["card_title"],
        parts["week"],
        parts["headline"],
        parts["say"],
        parts["day"],
        parts["line"],
    ]
    return "\n".join(line for line in (*lines, parts["address"]) if line)
