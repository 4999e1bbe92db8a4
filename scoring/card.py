"""The Community Card: its parts, and as plain text of at most 600 characters. Capacity and contexts are not on it."""

from dataclasses import dataclass

from scoring.advice import Advice
from scoring.model import Catalogue
from scoring.score import Score

TITLE = "Community Card"
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
        protocol=f"When {first.when}, {first.then}." if first else "",
        path=", ".join(chapter_name(slug) for slug in advice.path),
        address=catalogue.address,
    )


def card_text(card: Card) -> str:
    """Write the card; a line for each thing that is there."""
    named = {
        "Thin spot": card.thin_spot,
        "Invitation": card.invitation,
        "Contribution": card.contribution,
        "Protocol": card.protocol,
        "Path": card.path,
    }
    connection = f"Connection score: {card.score} ({card.band})" if card.score else f"Connection: {card.band}"
    lines = [TITLE, card.line, connection]
    lines += [f"{name}: {text}" for name, text in named.items() if text]
    return "\n".join([*lines, card.address] if card.address else lines)


def chapter_name(slug: str) -> str:
    """Name a chapter by its slug: weak-ties becomes Weak ties."""
    return slug.replace("-", " ").capitalize()
