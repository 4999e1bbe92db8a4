"""The colors of the site by day and by night, as the style sheet has them too; a test compares both.

They are needed outside it, where no custom property reaches: around the page, in icons, and in shared pictures.
"""

from dataclasses import dataclass

LINEAR_BELOW = 0.04045
LIGHT_OF_CHANNELS = (0.2126, 0.7152, 0.0722)
"""How much red, green and blue add to what an eye takes for brightness (WCAG 2.2)."""


@dataclass(frozen=True, slots=True)
class Colors:
    """The tokens of one theme by their names in the style sheet, as #rrggbb."""

    paper: str
    raised: str
    ink: str
    soft: str
    rule: str
    strong_rule: str
    accent: str
    on_accent: str
    tint: str


LIGHT = Colors("#f6f0e2", "#fdfaf2", "#1f2a2e", "#525d5c", "#d8d2be", "#7c857d", "#1f6b47", "#fdfaf2", "#e6ecd8")
DARK = Colors("#14191a", "#1c2324", "#ece5d3", "#b3b8ab", "#343e3c", "#808a82", "#93d3a2", "#10201a", "#22322a")


def contrast(one: str, other: str) -> float:
    """How far two colors are apart, from 1 to 21, as WCAG counts it."""
    darker, lighter = sorted(map(_brightness, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _brightness(color: str) -> float:
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return sum(part * share for part, share in zip(linear, LIGHT_OF_CHANNELS, strict=True))
