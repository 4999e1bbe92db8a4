"""The pictures at the heads of the chapters: wide bands, one for each chapter that has one."""

from collections.abc import Callable, Mapping

from scoring import Catalogue
from site_builder.graphics import ground, people, rhythm
from site_builder.graphics.svg import Drawing, framed

WIDTH, HEIGHT = 720, 200

OPENERS: Mapping[str, Callable[[Catalogue], str]] = {
    "belonging": rhythm.belonging,
    "social-map": people.social_map,
    "weak-ties": people.weak_ties,
    "friendship": rhythm.friendship,
    "hosting": people.hosting,
    "groups": people.groups,
    "contribution": ground.contribution,
    "reciprocity": ground.reciprocity,
    "repair": ground.repair,
    "local-life": ground.local_life,
    "digital-community": ground.digital_community,
    "weekly-review": rhythm.weekly_review,
}


def opener(slug: str, catalogue: Catalogue) -> str | None:
    """Draw a chapter's band as an ornament; a chapter of somebody's own has none."""
    drawing = opener_drawing(slug, catalogue)
    return framed(drawing, cls="drawing opener") if drawing else None


def opener_drawing(slug: str, catalogue: Catalogue) -> Drawing | None:
    """Draw a chapter's band without its frame."""
    draw = OPENERS.get(slug)
    return Drawing(WIDTH, HEIGHT, draw(catalogue)) if draw else None
