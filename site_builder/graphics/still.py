"""Drawings for files of their own, where no style sheet of the site reaches: plain rules, and a village that stands.

The village of the pages follows attributes by CSS that only browsers know, so here its houses are built one by one.
"""

from collections.abc import Sequence

from scoring.model import MAX_ANSWER, STRAND_IDS
from site_builder.core.colors import Colors
from site_builder.graphics.shapes import HOUSES, house, own_house, road
from site_builder.graphics.svg import Drawing, element, path, steps
from site_builder.graphics.village import GREEN, HEIGHT, LANES, LOT, WIDTH, foot, land


def still_style(colors: Colors) -> str:
    """Write the rules of the classes that drawings use, without variables and nesting."""
    strokes = {"ink": colors.ink, "soft": colors.soft, "rule": colors.rule, "accent": colors.accent}
    fills = {"ink": colors.ink, "soft": colors.soft, "accent": colors.accent, "tint": colors.tint}
    rules = [f".d-{name}{{stroke:{color}}}" for name, color in (strokes | {"paper": colors.paper}).items()]
    rules += [f".f-{name}{{fill:{color}}}" for name, color in (fills | {"paper": colors.paper}).items()]
    dashes = "stroke-dasharray:4 4"
    rules += [f".d-ghost{{stroke:{colors.strong_rule};{dashes}}}", f".thin .d-ghost{{stroke:{colors.accent}}}"]
    return "".join(rules)


def still_village(values: Sequence[int | None], thin: str) -> Drawing:
    """Draw the map of answers, in the order of the strands, without names; `thin` is the id of the thin spot."""
    lanes = "".join(
        _lane(strand, value or 0, strand == thin) for strand, value in zip(STRAND_IDS, values, strict=True)
    )
    x, y, wide, deep = GREEN
    green = element("ellipse", cls="f-tint d-ink", cx=x, cy=y, rx=wide, ry=deep)
    return Drawing(WIDTH, HEIGHT, land() + lanes + green + own_house((x, y + 8)))


def _lane(strand: str, value: int, thin: bool) -> str:
    """Draw a lane with as many houses as its answer counts, and the plots that wait."""
    curve = LANES[strand]
    drawn = road(steps("M", *curve[0], "C", *(number for point in curve[1:] for number in point)))
    for plot in range(1, MAX_ANSWER + 1):
        at = foot(curve, plot)
        kind = (STRAND_IDS.index(strand) * 2 + plot) % len(HOUSES)
        if plot <= value:
            drawn += house(at, kind=kind)
        elif thin:
            drawn += house(at, kind=kind, roof="")
        else:
            drawn += element("g", path("d-rule", LOT), transform=f"translate({at[0]:g} {at[1]:g})")
    return element("g", drawn, cls="thin") if thin else drawn
