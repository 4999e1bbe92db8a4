"""The Community Card: its parts, and as plain text of at most 600 characters. Capacity and contexts are not on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.advice import Advice
from scoring.model import MAP_CHAPTER, REVIEW_CHAPTER, Catalogue, Step
from scoring.score import Score

TYPE_CHECKING = False
if TYPE_CHECKING:
    from scoring.result_types import CardParts

MOST_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class Card:
    """What the card says, for its text and its picture alike. What is not there is empty."""

    line: str
    """What this week needs, or what to keep."""
    score: str
    band: str
    thin_spot: str
    invitation: str
    contribution: str
    protocol: str
    path: str
    address: str


def make_card(score: Score, advice: Advice, catalogue: Catalogue, numbers: bool = True) -> Card:
    """Put together what the card says. Without `numbers` it names the band alone."""
    band = next(band for band in catalogue.bands if band.id == score.band)
    first = advice.thin_spot.protocol.steps[0] if advice.thin_spot else None
    return Card(
        line=advice.line,
        score=str(score.score) if numbers else "",
        band=band.label,
        thin_spot=advice.thin_spot.label if advice.thin_spot else "",
        invitation=advice.invitation.title if advice.invitation else "",
        contribution=advice.contribution.title if advice.contribution else "",
        protocol=plan_text(first, catalogue) if first else "",
        path=path_names(advice.path, catalogue),
        address=catalogue.address,
    )


def card_text(card: Card, catalogue: Catalogue) -> str:
    """Write the card; a line for each thing that is there."""
    words = catalogue.words
    named = {
        "thin_spot": card.thin_spot,
        "invitation": card.invitation,
        "contribution": card.contribution,
        "protocol": card.protocol,
        "path": card.path,
    }
    connection = words["card_score" if card.score else "card_score_in_words"]
    lines = [words["card_title"], card.line, connection.format(score=card.score, band=card.band)]
    lines += [words[f"card_{name}"].format(**{name: text}) for name, text in named.items() if text]
    return "\n".join([*lines, card.address] if card.address else lines)


def card_parts(card: Card) -> "CardParts":
    """Write down the parts, for the picture."""
    return {
        "line": card.line,
        "score": card.score,
        "band": card.band,
        "thin_spot": card.thin_spot,
        "invitation": card.invitation,
        "contribution": card.contribution,
        "protocol": card.protocol,
        "path": card.path,
        "address": card.address,
    }


def plan_text(step: Step, catalogue: Catalogue) -> str:
    """Write the first step of a protocol as one sentence."""
    return catalogue.words["card_step"].format(when=step.when, then=step.then)


def path_names(path: Sequence[str], catalogue: Catalogue) -> str:
    """Name the chapters of a path, given as slugs."""
    names = {strand.id: strand.chapter for strand in catalogue.strands}
    names |= {MAP_CHAPTER: catalogue.words["card_map"], REVIEW_CHAPTER: catalogue.words["card_review"]}
    return ", ".join(names[slug] for slug in path)
