"""How long a card can get. Whoever writes a catalogue needs to know, and no reader: browsers do not load this."""

from collections.abc import Iterator

from scoring.card import MOST_CHARACTERS, Card, card_text, path_names, plan_text
from scoring.catalogue import MAX_LENGTHS
from scoring.issues import Issue
from scoring.model import KINDS, MAP_CHAPTER, REVIEW_CHAPTER, Catalogue, Strand


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
    cards = [Card(strand.keep_line, "100", band, "", "", "", "", review, address) for strand in catalogue.strands]
    for strand in catalogue.strands:
        first, second = (_longest_title(strand, kind) for kind in KINDS)
        plan, path = plan_text(strand.protocol.steps[0], catalogue), _longest_path(strand, catalogue)
        # Where there is a thin spot, the score has two digits.
        cards.append(Card(strand.card_line, "99", band, strand.label, first, second, plan, path, address))
    return max((card_text(card, catalogue) for card in cards), key=len)


def _longest_title(strand: Strand, kind: str) -> str:
    return max((move.title for move in strand.moves if move.kind == kind), key=len)


def _longest_path(thin: Strand, catalogue: Catalogue) -> str:
    slugs = [strand.id for strand in catalogue.strands if strand is not thin]
    paths = [(thin.id, slug, last) for slug in slugs for last in (MAP_CHAPTER, REVIEW_CHAPTER)]
    return max((path_names(path, catalogue) for path in paths), key=len)
