"""Cards with long texts: those of the catalogue, and the longest that its checks allow."""

from collections.abc import Iterator

from scoring import Catalogue
from scoring.catalogue import MAX_LENGTHS
from scoring.plan import MOST_CHARACTERS, Moment, moment_text
from scoring.result_types import CardParts

OWN_WORDS = Moment(*2 * [("maximum words " * 5)[:MOST_CHARACTERS].strip()])
"""As long as a reader's own words can be."""

ADDRESS = "https://community.example/"


def catalogue_cards(catalogue: Catalogue) -> Iterator[CardParts]:
    """Every line of the catalogue, with the longest titles and words to say of its strand, and the longest day."""
    words = catalogue.words
    score = words["card_score"].format(score="99+", band=max((band.label for band in catalogue.bands), key=len))
    moment = words["card_moment"].format(moment=moment_text(OWN_WORDS, catalogue))
    dated: CardParts = {
        "week": "28 September to 4 October",
        "headline": "",
        "say": "",
        "day": "Wednesday, 30 September",
        "moment": moment,
        "line": "",
        "score": score,
        "address": ADDRESS,
    }
    for strand in catalogue.strands:
        by_title = sorted(strand.moves, key=lambda move: len(move.title))[-3:]
        by_words = sorted(strand.moves, key=lambda move: len(move.say))[-3:]
        for move in (*by_title, *by_words):
            say = words["card_quote"].format(say=move.say)
            yield dated | {"headline": move.title, "say": say, "line": strand.card_line}
        yield dated | {"headline": strand.keep_line, "day": "", "moment": ""}


def longest_cards() -> Iterator[CardParts]:
    """Texts as long as the catalogue's checks allow, in one word and in many."""
    for letters in ("x" * 300, "word " * 60, "Wide Maximum " * 24):
        most = {name: letters[:length].strip() for name, length in MAX_LENGTHS.items()}
        own = letters[:MOST_CHARACTERS].strip()
        whole: CardParts = {
            "week": "28 September to 4 October",
            "headline": most["title"],
            "say": f"“{most['say']}”",
            "day": "Wednesday, 30 September",
            "moment": f"When {own}, {own}",
            "line": most["card_line"],
            "score": f"Connection score: 99+ ({most['label']})",
            "address": most["address"],
        }
        yield whole
        yield whole | {"headline": most["keep_line"], "say": "", "day": "", "moment": "", "line": ""}
