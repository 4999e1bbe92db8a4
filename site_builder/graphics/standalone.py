"""A drawing as a file of its own, for readers that have no style sheet: books and preview images."""

import re

from site_builder.core.colors import Colors
from site_builder.graphics.svg import Drawing, element

CLASS = re.compile(r' class="([^"]*)"')
STROKES = {f"d-{name}": name for name in ("ink", "soft", "rule", "accent", "paper")} | {"d-ghost": "strong_rule"}
FILLS = {f"f-{name}": name for name in ("ink", "soft", "accent", "tint", "paper")}


def standalone(drawing: Drawing, colors: Colors) -> str:
    """Write a drawing as a file, on paper, with its classes turned into colors."""
    wide, high = drawing.width, drawing.height
    paper = element("rect", width=wide, height=high, fill=colors.paper)
    return element(
        "svg", paper, CLASS.sub(lambda found: _paint(found[1].split(), colors), drawing.body),
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {wide} {high}", width=wide, height=high, fill="none",
        stroke_width=1.6, stroke_linecap="round", stroke_linejoin="round",
    )  # fmt: skip


def _paint(classes: list[str], colors: Colors) -> str:
    words = {"d-text", "d-text-strong"} & set(classes)
    fill = next((getattr(colors, FILLS[name]) for name in classes if name in FILLS), colors.ink if words else "")
    stroke = next((getattr(colors, STROKES[name]) for name in classes if name in STROKES), "")
    written = (f' fill="{fill}"' if fill else "") + (f' stroke="{stroke}"' if stroke else "")
    if "d-ghost" in classes:
        written += ' stroke-dasharray="4 4"'
    if words:
        written += ' font-family="serif" font-size="14.5"' + (
            ' font-weight="700"' if "d-text-strong" in words else ""
        )
    return written
