"""Chapter openers about time: belonging, friendship, weekly review."""

from itertools import pairwise

from scoring import Catalogue
from site_builder.graphics.shapes import house, own_house, person
from site_builder.graphics.svg import circle, path

WEEKS, DAYS, EVENING = 13, 7, 4
"""The Fridays of the chapter, the days of a week, and which of them is Friday."""
MISSED = (10, 11)

MEETINGS = (182, 300, 392, 466, 526, 576, 618, 654)
"""Where two lives cross, ever sooner."""

REVIEWS = "1101110111100111111011"
"""Twenty-two Sundays, some of them blank; nobody counts how many in a row."""


def belonging(_: Catalogue) -> str:
    """The same evening, week after week, and a place at the end of it."""
    left, top, week, day = 52, 26, 44, 25
    line = top + EVENING * day
    others = [(left + week * w, top + day * d) for d in range(DAYS) if d != EVENING for w in range(WEEKS)]
    dots = path("d-soft", *(part for x, y in others for part in ("M", x, y, "h", 0.1)), stroke_width=2.5)
    rules = path("d-rule", *(part for d in range(DAYS) for part in ("M", 24, top + day * d, "H", 696)))
    lane = path("d-ink", "M", 24, line, "H", 650)
    evenings = ""
    for w in range(WEEKS):
        at = (left + week * w, line)
        missed = w in MISSED
        evenings += circle("f-paper", at, 9) + circle("d-ghost f-paper", at, 8) if missed else person(at, 8.5)
    return rules + dots + lane + evenings + own_house((664, line), 1.35)


def friendship(catalogue: Catalogue) -> str:
    """Two lanes that meet more and more often; the first meetings are as many as the steps of the protocol."""
    steps = len(catalogue.strand("friendship").protocol.steps)
    upper: list[str | float] = ["M", 70, 52, "C", 110, 52, 150, 60, MEETINGS[0], 100]
    lower: list[str | float] = ["M", 70, 148, "C", 110, 148, 150, 140, MEETINGS[0], 100]
    side = 1
    for start, end in pairwise(MEETINGS):
        third, bow = (end - start) / 3, (end - start) * 0.58
        for lane, way in ((upper, side), (lower, -side)):
            lane += ["C", start + third, 100 + way * bow, end - third, 100 + way * bow, end, 100]
        side = -side
    marks = "".join(
        person((x, 100), 5.5, "f-ink" if n < steps else "f-paper d-ink") for n, x in enumerate(MEETINGS[:-1])
    )
    lanes = path("d-ink", *upper) + path("d-ink", *lower)
    homes = house((48, 60), 1.7) + house((48, 156), 1.7, 1)
    return lanes + homes + marks + path("d-ink", "M654 100h36") + person((654, 100), 8, "f-accent")


def weekly_review(_: Catalogue) -> str:
    """A ledger with three rows; weeks are strokes of the pen, and a gap is only a gap."""
    rows = (56, 100, 144)
    rules = path("d-rule", *(part for y in (34, *rows, 166) for part in ("M", 0, y + 10, "H", 720)))
    margin = path("d-accent", "M62 14v172M67 14v172")
    strokes: list[str | float] = []
    for row, y in enumerate(rows):
        for week, kept in enumerate(REVIEWS):
            if kept == "1" and (week * 7 + row * 5) % 4:
                strokes += ["M", 92 + week * 24, y + 10, "l", 5, -22]
    marks = path("d-ink", *strokes, stroke_width=2.4)
    numbers = path(
        "d-ink", "M36 66v-20l-6 4M28 94c2-8 14-6 11 2-2 5-9 8-12 14h14M29 134h11l-7 8c10-1 10 12-1 12-3 0-5-1-6-3"
    )
    pencil = path("f-paper d-ink", "M620 138l8-14 50-40 8 9-50 41z") + path("f-ink", "M620 138l4-7 4 4z")
    return rules + margin + numbers + marks + pencil + path("d-ink", "M628 124l8 10M670 91l8 9")
