"""The colors that are needed outside the style sheet: in the browser's own frame, in icons and in pictures of links.

Such files know no custom properties, so the values stand here as well; a test compares them with the style sheet.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colors:
    """The tokens of one theme by their names in the style sheet, as #rrggbb."""

    paper: str
    ink: str
    soft: str
    rule: str
    strong_rule: str
    accent: str
    tint: str


LIGHT = Colors("#f6f0e2", "#1f2a2e", "#525d5c", "#d8d2be", "#7c857d", "#1f6b47", "#e6ecd8")
DARK = Colors("#14191a", "#ece5d3", "#b3b8ab", "#343e3c", "#808a82", "#93d3a2", "#22322a")
