"""Chapter openers about places and what joins them: contribution, reciprocity, repair, local life, digital."""

from scoring import Catalogue
from site_builder.graphics.shapes import ground, house, own_house, person, road, trees
from site_builder.graphics.svg import along, circle, element, path


def contribution(catalogue: Catalogue) -> str:
    """Houses on the ledger line with roots below it, one for each contribution of the strand."""
    count = sum(move.kind == "contribution" for move in catalogue.strand("contribution").moves)
    roots: list[str | float] = []
    for n in range(count):
        part = (n + 0.5) / count * 2 - 1
        x, depth = 360 + 26 * part, 104 - 62 * part * part
        end = 360 + 300 * part
        curve = ((x, 84), (x, 84 + depth * 0.7), (end - 60 * part, 84 + depth * 0.5), (end, 84 + depth))
        roots += ["M", *curve[0], "C", *(value for point in curve[1:] for value in point)]
        if n % 2:
            roots += ["M", *along(curve, 0.7), "q", 26 * part, 0, 30 * part, 22]
    strata = path("d-rule", "M0 108H720M0 132H720M0 156H720M0 180H720")
    neighbors = (
        house((110, 84), 1.9, 0) + house((176, 84), 1.9, 1) + house((548, 84), 1.9, 2) + house((616, 84), 1.9, 1)
    )
    return strata + path("d-ink", *roots) + ground(84) + neighbors + own_house((360, 84), 1.75)


GIFTS = ((128, 5), (96, 2), (62, 8))
"""What goes over: the height of each arc and its weight."""
RETURNS = ((126, 2), (100, 3), (74, 2), (48, 8))


def reciprocity(_: Catalogue) -> str:
    """Arcs to and fro between two houses: never the same, and as much one way as the other."""
    arcs = ""
    for cls, side, lanes in (("d-ink d-wide", -1, GIFTS), ("d-accent d-wide", 1, RETURNS)):
        for height, weight in lanes:
            start, level, top = 236 - height * 0.5, 100 + 6 * side, 100 + side * height
            arcs += path(
                cls, "M", start, level, "C", start + 90, top, 630 - start, top, 720 - start, level,
                stroke_width=weight, stroke_linecap="butt",
            )  # fmt: skip
    return ground(100) + arcs + house((116, 100), 3, 0) + house((604, 100), 3, 2)


def repair(_: Catalogue) -> str:
    """A road that broke, and the stitches that hold it; the needle still hangs on the thread."""
    left = road("M-8 122C80 74 150 152 230 124S296 108 326 108", 46)
    right = road("M394 108C436 108 470 84 536 98S660 132 728 96", 46)
    ends = path("d-ink", "M326 85l-9 11 12 8-14 9 12 9-6 9M394 85l-8 10 12 8-14 9 13 8-7 11")
    gap = path("d-ghost", "M334 86H388M334 130H388")
    stitches = path("d-accent", "M298 92L412 96M292 102L420 106M298 113L412 117M292 123L420 127", stroke_width=2)
    thread = path("d-accent", "M420 127C440 160 500 160 496 116S470 40 520 42 560 66 574 40")
    needle = path("d-ink", "M570 46l36-36M574 40c-5 2-5 7-2 9", stroke_width=2.4)
    houses = house((96, 68), 2) + house((196, 102), 2, 1) + house((640, 84), 2, 2)
    return left + right + gap + ends + stitches + thread + needle + houses


BLOCKS = (
    (26, 20, 96, 62),
    (140, 20, 120, 62),
    (278, 20, 84, 62),
    (380, 20, 140, 62),
    (538, 20, 156, 62),
    (26, 104, 140, 76),
    (184, 104, 84, 76),
    (286, 104, 116, 76),
    (420, 104, 100, 76),
    (538, 104, 156, 76),
)
STOPS = ((131, 54), (200, 93), (277, 140), (344, 190), (411, 150), (460, 93), (529, 52), (450, 10), (300, 10))


def local_life(_: Catalogue) -> str:
    """A street plan with a walk that comes round again, and its stops."""
    blocks = "".join(element("rect", cls="f-paper d-ink", x=x, y=y, width=w, height=h, rx=3) for x, y, w, h in BLOCKS)
    lots: list[str | float] = []
    for n, (x, y, w, h) in enumerate(BLOCKS):
        if n in (3, 6):
            continue
        lots += ["M", x, y + h / 2, "h", w]
        for k in range(1, w // 22):
            lots += ["M", x + k * w / (w // 22), y, "v", h]
    park = element("rect", cls="f-tint d-ink", x=380, y=20, width=140, height=62, rx=3)
    walk = path("d-accent", "M131 10V93H277V190H411V93H529V10Z", stroke_width=3.4, stroke_dasharray="7 6")
    stops = "".join(person(at, 6.5, "f-accent") for at in STOPS)
    green = trees(((404, 52), (428, 70), (452, 48), (476, 68), (498, 50)), 1.4)
    hall = house((226, 160), 2.4, 1)
    return blocks + path("d-rule", *lots) + park + green + hall + walk + stops


WINDOWS = ((40, 30), (136, 16), (92, 82), (190, 70), (30, 136), (132, 142), (246, 20), (290, 88), (236, 146))


def digital_community(_: Catalogue) -> str:
    """Small windows with somebody in each, and dashes from all of them to one real door."""
    ways: list[str | float] = []
    screens = ""
    for n, (x, y) in enumerate(WINDOWS):
        ways += ["M", x + 44, y + 15, "Q", 400, y + 15, 524, 132 + n * 4]
        screens += element("rect", cls="f-paper d-ink", x=x, y=y, width=44, height=30, rx=4) + path(
            "d-ink", "M", x + 15, y + 36, "h", 14
        )
        screens += person((x + 22, y + 15), 5)
    walls = path("f-paper d-ink", "M488 176V92l54-52 54 52v84zM596 176h96V92h-96") + path(
        "f-ink d-ink", "M542 40h98l52 52h-96z"
    )
    door = path("f-accent d-ink", "M524 176v-50h36v50z") + circle("f-paper", (553, 152), 2.2)
    pane = path("d-ink", "M622 116h44v30h-44zM644 116v30M622 131h44")
    return ground(176, 420, 720) + walls + path("d-ghost", *ways) + door + pane + screens
