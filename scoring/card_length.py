"""How long a card can get. Whoever writes a catalogue needs to know, and no reader: browsers do not load this."""

from collections.abc import Iterator

from scoring.card import MOST_CHARACTERS, Card, card_text, path_names, plan_text
from scoring.catalogue import MAX_LENGTHS
from scoring.issues import Issue
from scoring.model import KINDS, MAP_CHAPTER, REVIEW_CHAPTER, Catalogue, Strand
from scoring.plan import MOST_CHARACTERS as MOST_OF_OWN_WORDS
from scoring.plan import Moment, make_plan


def check_card_length(catalogue: Catalogue) -> Iterator[Issue]:
    """The longest card fits, with the longest address that there may be."""
    longest = len(longest_card(catalogue, "x" * MAX_LENGTHS["address"]))
    if longest > MOST_CHARACTERS:
        text = f"a card can get {longest} characters long"
        yield Issue(("words",), "too-long", text, f"at most {MOST_CHARACTERS}")


def longest_card(catalogue: Catalogue, address: str) -> str:
    """Write the longest card that can come of a catalogue."""
    band = max((band.label for band in catalogue.bands), key=len)
    review = path_names((REVIEW_CHAPTER,), catalogue)
    cards = [Card(strand.keep_line, "100", band, "", "", "", "", "", review, address) for strand in catalogue.strands]
    for strand in catalogue.strands:
        first, second, rest = (_longest_title(strand, kind) for kind in KINDS)
        plan, path = _longest_plan(strand, catalogue), _longest_path(strand, catalogue)
        # Where there is a thin spot, the score has two digits.
        score = catalogue.words["card_at_least"].format(score=99)
        start = strand.card_line, score, band, strand.label
        cards += [
            Card(*start, first, second, "", plan, path, address),
            Card(*start, "", second, rest, plan, path, address),
        ]
    return max((card_text(card, catalogue) for card in cards), key=len)


def _longest_plan(strand: Strand, catalogue: Catalogue) -> str:
    """Of the first step and the plans in the reader's own words."""
    own = Moment("x" * MOST_OF_OWN_WORDS, "x" * MOST_OF_OWN_WORDS)
    plans = [make_plan(move, own, catalogue) for move in strand.moves]
    return max((plan_text(step, catalogue) for step in (strand.protocol.steps[0], *plans) if step), key=len)


def _longest_title(strand: Strand, kind: str) -> str:
    return max((move.title for move in strand.moves if move.kind == kind), key=len)


def _longest_path(thin: Strand, catalogue: Catalogue) -> str:
    slugs = [strand.id for strand in catalogue.strands if strand is not thin]
    paths = [(thin.id, slug, last) for slug in slugs for last in (MAP_CHAPTER, REVIEW_CHAPTER)]
    return max((path_names(path, catalogue) for path in paths), key=len)
