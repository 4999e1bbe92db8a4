"""The Community Card as plain text, of at most 600 characters. Capacity and contexts are not on it."""

from scoring.advice import Advice
from scoring.model import Catalogue
from scoring.score import Score

TITLE = "Community Card"
MOST_CHARACTERS = 600


def card_text(score: Score, advice: Advice, catalogue: Catalogue, numbers: bool = True) -> str:
    """Write the card; a line for each thing that is there. Without `numbers` it names the band alone."""
    band = next(band for band in catalogue.bands if band.id == score.band)
    connection = f"Connection score: {score.score} ({band.label})" if numbers else f"Connection: {band.label}"
    lines = [TITLE, advice.line, connection]
    if advice.thin_spot and advice.invitation and advice.contribution:
        first = advice.thin_spot.protocol.steps[0]
        lines += [
            f"Thin spot: {advice.thin_spot.label}",
            f"Invitation: {advice.invitation.title}",
            f"Contribution: {advice.contribution.title}",
            f"Protocol: When {first.when}, {first.then}.",
        ]
    lines.append(f"Path: {', '.join(chapter_name(slug) for slug in advice.path)}")
    if catalogue.address:
        lines.append(catalogue.address)
    return "\n".join(lines)


def chapter_name(slug: str) -> str:
    """Name a chapter by its slug: weak-ties becomes Weak ties."""
    return slug.replace("-", " ").capitalize()
