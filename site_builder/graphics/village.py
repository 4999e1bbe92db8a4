"""The village map: your house on the green, ten lanes around it, and on each as many houses as its answer's step.

All houses are always in the drawing. What stands, what is only a plot and what is a ghost follows from the
attributes `data-value` and `data-thin` of a strand, by CSS alone; so the builder redraws it by setting attributes.
"""

from collections.abc import Mapping
from functools import cache

from scoring import Catalogue
from scoring.model import MAX_ANSWER, STRAND_IDS
from site_builder.graphics.shapes import HOUSES, OWN_HOUSE, trees
from site_builder.graphics.svg import Drawing, Point, along, element, framed, label, path, steps

type Curve = tuple[Point, Point, Point, Point]

WIDTH, HEIGHT = 400, 388
GREEN = (200, 196, 44, 24)
"""Center and half axes of the village green."""

LANES: Mapping[str, Curve] = {
    "belonging": ((223, 175), (221, 92), (232, 18), (390, 56)),
    "weak-ties": ((240, 187), (262, 144), (292, 106), (396, 133)),
    "friendship": ((244, 196), (290, 212), (320, 182), (394, 204)),
    "hosting": ((239, 207), (260, 250), (290, 276), (397, 280)),
    "groups": ((222, 217), (219, 296), (236, 352), (388, 360)),
    "contribution": ((178, 217), (182, 292), (160, 352), (10, 365)),
    "reciprocity": ((163, 209), (144, 258), (110, 274), (3, 286)),
    "repair": ((156, 196), (116, 186), (78, 206), (5, 212)),
    "local-life": ((162, 184), (140, 132), (104, 108), (3, 137)),
    "digital-community": ((178, 175), (184, 88), (166, 26), (8, 64)),
}
"""From the green's edge to the last plot, clockwise."""

FIRST_PLOT, PLOT, HALF = 17, 34, 10
"""From a lane's far end to the middle of its last house, from house to house, from a house's middle to its corner."""

LOT = "M-13 0l5-6h21l-5 6z"
TREES = (
    (200, 252), (190, 272), (209, 272), (200, 292), (186, 310), (213, 310), (200, 328), (176, 340), (224, 346),
    (52, 24), (70, 31), (372, 24), (142, 106), (270, 98), (302, 170), (40, 186), (150, 366), (262, 372),
)  # fmt: skip
"""Where trees stand: an orchard in the south, and some between the lanes."""

BROOK = "M192 2c-6 15 11 24 4 40s-7 22-1 39M200 2c-6 15 11 24 4 40s-7 22-1 39"
POND = "M178 90a21 9 0 0 1 42 0 21 9 0 0 1-42 0zM190 89h8M201 93h9"
BANK = "M173 91c3 9 14 13 26 13s23-4 26-13M182 82v-9M186 81v-13M190 80v-8M216 83v-9"
"""The near bank of the pond, and reeds on the far one."""


def village_map(
    catalogue: Catalogue, values: Mapping[str, int | None] | None = None, thin: str = "", title: str = ""
) -> str:
    """Draw the map of answers, by strand; `thin` is the id of the thin spot. Without a title it is an ornament."""
    return framed(village(catalogue, values or {}, thin), title, "drawing village")


def village(catalogue: Catalogue, values: Mapping[str, int | None], thin: str) -> Drawing:
    """Draw the map without its frame."""
    labels = {strand.id: strand.label for strand in catalogue.strands}
    kinds = "".join(
        element("g", path("lot", LOT), path("wall", walls), path("roof", roof), id=f"house-{kind}")
        for kind, (walls, roof) in enumerate(HOUSES)
    )
    strands = "".join(_strand(strand, labels[strand], values.get(strand), strand == thin) for strand in STRAND_IDS)
    return Drawing(WIDTH, HEIGHT, element("defs", kinds) + land() + strands + _green())


def _strand(strand: str, name: str, value: int | None, thin: bool) -> str:
    """Draw a lane with its four houses and its name."""
    curve = LANES[strand]
    line = steps("M", *curve[0], "C", *(number for point in curve[1:] for number in point))
    houses = ""
    for plot in range(1, MAX_ANSWER + 1):
        x, y = foot(curve, plot)
        kind = (STRAND_IDS.index(strand) * 2 + plot) % len(HOUSES)
        houses += element("use", cls=f"plot plot-{plot}", href=f"#house-{kind}", x=x, y=y)
    end_x, end_y = curve[3]
    words = label(name, (end_x, end_y + 17), text_anchor="end" if end_x > WIDTH / 2 else "start")
    state = {"data_strand": strand}
    if value is not None:
        state["data_value"] = str(value)
    if thin:
        state["data_thin"] = ""
    return element("g", path("edge", line), path("lane", line), houses, words, cls="strand", **state)


@cache
def foot(curve: Curve, plot: int) -> Point:
    """Find where a house stands: behind the lane, the first one nearest to the green."""
    outward = 1 if curve[3][0] > curve[0][0] else -1
    x = curve[3][0] - outward * (FIRST_PLOT + PLOT * (MAX_ANSWER - plot))
    return x, round(min(_height(curve, x + side, outward) for side in (-HALF, HALF))) - 5


def _height(curve: Curve, wanted: float, outward: int) -> float:
    """Find the height of a lane at x = `wanted`, by halving; lanes never turn back."""
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        if (along(curve, middle)[0] - wanted) * outward < 0:
            low = middle
        else:
            high = middle
    return along(curve, low)[1]


def _green() -> str:
    """Draw the green with your own house."""
    x, y, wide, deep = GREEN
    walls, roof, smoke = OWN_HOUSE
    house = (path("wall", walls), path("roof", roof), path("d-ink", smoke))
    return element("ellipse", cls="green", cx=x, cy=y, rx=wide, ry=deep) + element(
        "g", *house, cls="own", transform=f"translate({x} {y})"
    )


def land() -> str:
    """Draw what lies between the lanes: a brook from the north with its pond, and trees."""
    return path("d-soft", BROOK + BANK) + path("d-soft f-tint", POND) + trees(TREES)
