"""Chapter openers about who is there: social map, weak ties, hosting, groups."""

from scoring import Catalogue
from site_builder.graphics.shapes import ground, house, own_house, person, trees
from site_builder.graphics.svg import around, circle, element, path

RINGS = (
    (82, (48, 150, 262)),
    (186, (8, 52, 128, 160, 205, 300)),
    (320, (14, 33, 47, 70, 83, 100, 118, 131, 152, 208, 222, 240, 258, 276, 292, 318)),
)
"""Half the width of each ring, and where its people stand, in degrees from the top."""
MISSING = (186, 254)
FLAT = 0.28


def social_map(_: Catalogue) -> str:
    """Rings around your house: few close, more warm, many weak, and one place where somebody is missing."""
    center = (360, 102)
    rings = "".join(
        element("ellipse", cls="d-rule" if wide > 300 else "d-soft", cx=360, cy=102, rx=wide, ry=wide * FLAT)
        for wide, _ in reversed(RINGS)
    )
    sizes = (8, 6.5, 4)
    people = "".join(
        person(around(center, wide, turn, FLAT), size)
        for (wide, turns), size in zip(RINGS, sizes, strict=True)
        for turn in turns
    )
    gap = around(center, MISSING[0], MISSING[1], FLAT)
    missing = circle("f-paper", gap, 9) + circle("d-ghost", gap, 8)
    return rings + people + missing + own_house((360, 116), 1.15)


def weak_ties(catalogue: Catalogue) -> str:
    """A street with a thread between the houses for every invitation of the strand, and people passing below."""
    count = sum(move.kind == "invitation" for move in catalogue.strand("weak-ties").moves)
    threads: list[str | float] = []
    for n in range(count):
        left, right = 100 + 44 * n / count, 100 + 44 * (n * 5 % count) / count
        threads += ["M", 160, left, "Q", 360 + n * 37 % 60 - 30, (left + right) / 2 + 28, 560, right]
    rows = "".join(house((x, 172), 4.4, kind) for x, kind in ((52, 1), (154, 2), (566, 0), (668, 1)))
    passing = "".join(person((x, 164), 6.5) for x in (262, 284, 398, 466))
    return (
        path("d-soft", *threads, stroke_width=1) + ground(172) + rows + passing + person((340, 164), 6.5, "f-accent")
    )


def hosting(_: Catalogue) -> str:
    """A table, chairs behind it, and one chair that is left free."""
    chairs = ""
    for x in (172, 244, 316, 476, 548):
        free = x == 476
        line = "d-ghost" if free else "f-paper d-ink"
        chairs += path(line, "M", x - 23, 122, "v", -44, "q", 23, -14, 46, 0, "v", 44, "M", x - 23, 94, "h", 46)
        chairs += "" if free else person((x, 54), 11)
    table = path("f-paper d-ink", "M120 118h480v10h-480z") + path(
        "d-ink", "M156 128l-14 48M168 128l-6 48M564 128l14 48M552 128l6 48"
    )
    pot = path("f-accent d-ink", "M374 94h44v18q0 6-6 6h-32q-6 0-6-6z") + path(
        "d-ink", "M368 94h56M366 102h8M418 102h8M396 94v-5"
    )
    steam = path("d-soft", "M386 82c-5-7 5-9 0-16M406 82c-5-7 5-9 0-16")
    plates = path(
        "d-ink", *(part for x in (172, 244, 316, 476, 548) for part in ("M", x - 14, 116, "h", 28)), stroke_width=2.6
    )
    return ground(176, 40, 680) + chairs + table + plates + pot + steam


def groups(_: Catalogue) -> str:
    """A circle of people, a free place in it, and a way in from the edge."""
    center, wide, flat = (470, 100), 176, 0.4
    turns = [n * 24 for n in range(15)]
    free = 264
    ring = element("ellipse", cls="d-soft", cx=470, cy=100, rx=wide, ry=wide * flat)
    table = element("ellipse", cls="f-tint d-ink", cx=470, cy=100, rx=74, ry=26)
    people = "".join(person(around(center, wide, turn, flat), 9) for turn in turns if turn != free)
    place = around(center, wide, free, flat)
    gap = circle("f-paper", place, 13) + circle("d-ghost", place, 9)
    way = path(
        "d-accent",
        "M24 170C90 176 120 120 176 122S250 140",
        place[0] - 16,
        place[1] + 3,
        stroke_dasharray="1 9",
        stroke_width=3,
    )
    coming = person((176, 122), 9, "f-accent")
    return ring + people + gap + way + coming + trees(((70, 130), (104, 108), (128, 176)), 1.8) + table
