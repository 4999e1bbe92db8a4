"""Cards with long texts: those of the catalogue, and the longest that its checks allow."""

from collections.abc import Iterator
from itertools import zip_longest

from scoring import Catalogue
from scoring.card import Card, path_names, plan_text
from scoring.catalogue import MAX_LENGTHS
from scoring.model import KINDS, REVIEW_CHAPTER
from scoring.plan import MOST_CHARACTERS, Moment, make_plan

OWN_WORDS = Moment(*2 * [("maximum words " * 5)[:MOST_CHARACTERS].strip()])
"""As long as a reader's own words can be."""


def catalogue_cards(catalogue: Catalogue) -> Iterator[Card]:
    """Every label, line, first plan and long title of the catalogue, with the longest path and band."""
    longest = sorted(catalogue.strands, key=lambda strand: len(strand.chapter))[-2:]
    path = path_names([*(strand.id for strand in longest), REVIEW_CHAPTER], catalogue)
    band = max((band.label for band in catalogue.bands), key=len)
    for strand in catalogue.strands:
        titles = [sorted((move.title for move in strand.moves if move.kind == kind), key=len)[-3:] for kind in KINDS]
        own = [make_plan(move, OWN_WORDS, catalogue) for move in strand.moves]
        plans = sorted((plan_text(step, catalogue) for step in (*strand.protocol.steps[:1], *own) if step), key=len)
        lines = [strand.card_line, strand.keep_line]
        for line, one, other, rest, plan in zip_longest(lines, *titles, plans[-3:], fillvalue=""):
            start, end = (line, "99+", band, strand.label), (plan, path, "https://community.example/")
            yield Card(*start, one, other, "", *end)
            yield Card(*start, "", "", rest, *end)


def longest_cards() -> Iterator[Card]:
    """Texts as long as the catalogue's checks allow, in one word and in many."""
    for letters in ("x" * 300, "word " * 60, "Wide Maximum " * 24):
        most = {name: letters[:length].strip() for name, length in MAX_LENGTHS.items()}
        own = letters[:MOST_CHARACTERS].strip()
        plan = max(f"When {most['when']}, {most['then']}.", f"When {own}, {own}, {most['title']}.", key=len)
        path = ", ".join([most["label"]] * 3)
        for line in (most["card_line"], most["keep_line"]):
            title, label = most["title"], most["label"]
            yield Card(line, "100", label, label, title, title, "", plan, path, most["address"])
            yield Card(line, "99+", label, label, "", "", title, plan, path, most["address"])
