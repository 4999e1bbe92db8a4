"""A drawing as a file of its own, for readers that have no style sheet: books and preview images."""

import re
from collections.abc import Mapping

from site_builder.graphics.svg import Drawing, element
from site_builder.graphics.tokens import LIGHT as DAY

type Palette = Mapping[str, str]
"""The colors by name: paper, ink, soft, rule, strong-line, accent, tint."""

LIGHT: Palette = {
    "paper": DAY.paper,
    "ink": DAY.ink,
    "soft": DAY.soft,
    "rule": DAY.rule,
    "strong-line": DAY.strong_rule,
    "accent": DAY.accent,
    "tint": DAY.tint,
}
"""As in the light theme of the site."""

CLASS = re.compile(r' class="([^"]*)"')
STROKES = {f"d-{name}": name for name in ("ink", "soft", "rule", "accent", "paper")} | {"d-ghost": "strong-line"}
FILLS = {f"f-{name}": name for name in ("ink", "soft", "accent", "tint", "paper")}


def standalone(drawing: Drawing, palette: Palette) -> str:
    """Write a drawing as a file, on paper, with its classes turned into colors."""
    wide, high = drawing.width, drawing.height
    paper = element("rect", width=wide, height=high, fill=palette["paper"])
    return element(
        "svg", paper, CLASS.sub(lambda found: _colors(found[1].split(), palette), drawing.body),
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {wide} {high}", width=wide, height=high, fill="none",
        stroke_width=1.6, stroke_linecap="round", stroke_linejoin="round",
    )  # fmt: skip


def _colors(classes: list[str], palette: Palette) -> str:
    words = {"d-text", "d-text-strong"} & set(classes)
    fill = next((palette[FILLS[name]] for name in classes if name in FILLS), palette["ink"] if words else "")
    stroke = next((palette[STROKES[name]] for name in classes if name in STROKES), "")
    written = (f' fill="{fill}"' if fill else "") + (f' stroke="{stroke}"' if stroke else "")
    if "d-ghost" in classes:
        written += ' stroke-dasharray="4 4"'
    if words:
        written += ' font-family="serif" font-size="14.5"' + (
            ' font-weight="700"' if "d-text-strong" in words else ""
        )
    return written
