"""The colors of `content/site.yaml`: a pair of two for each name, by day and by night, that can be told apart."""

import re
from collections.abc import Collection, Iterator
from dataclasses import fields, replace

from scoring.fields import Checker, show
from site_builder.core.colors import DARK, LIGHT, Colors, contrast

NAMES = [field.name for field in fields(Colors)]
FORM = re.compile(r"#[0-9a-f]{6}\Z")
ALLOWED = 'two colors such as ["#1f6b47", "#93d3a2"], by day and by night'

GROUNDS = ("paper", "raised", "tint")
NEEDED = (
    *((name, ground, 4.5) for name in ("ink", "soft", "accent") for ground in GROUNDS),
    ("on_accent", "accent", 4.5),
    *(("strong_rule", ground, 3.0) for ground in GROUNDS[:2]),
)
"""What stands on what, and the least contrast of both (WCAG 2.2, 1.4.3 and 1.4.11)."""


def read_colors(checker: Checker, value: object) -> tuple[Colors, Colors]:
    """Read the colors by day and by night; what is not named stays as it is."""
    given = checker.mapping(value, ("colors",), (), NAMES)
    pairs = {name: pair for name, item in given.items() if (pair := _pair(checker, item, name))}
    themes = (
        replace(LIGHT, **{name: pair[0] for name, pair in pairs.items()}),
        replace(DARK, **{name: pair[1] for name, pair in pairs.items()}),
    )
    for colors, when in zip(themes, ("day", "night"), strict=True):
        for name, text, least in _too_near(colors, pairs):
            checker.note(("colors", name), "contrast", f"{text} by {when}", f"{least:g} or more")
    return themes


def _pair(checker: Checker, value: object, name: str) -> tuple[str, str] | None:
    match value:
        case [str(day), str(night)] if FORM.match(day.lower()) and FORM.match(night.lower()):
            return day.lower(), night.lower()
    checker.note(("colors", name), "not-allowed", f"{show(value)} given", ALLOWED)
    return None


def _too_near(colors: Colors, given: Collection[str]) -> Iterator[tuple[str, str, float]]:
    """Each pair with a color of hers in it that is not far enough apart, told at one of hers."""
    for name, ground, least in NEEDED:
        found = contrast(getattr(colors, name), getattr(colors, ground))
        if found < least and {name, ground} & set(given):
            yield name if name in given else ground, f"{name} on {ground} has a contrast of {found:.2f}", least
