"""The Community Card as a picture, in two shapes: a page of the ledger with the score in its margin and the village.

The page's script fills the slots (`web/js/builder/card-picture.js`): a slot has a width, a most number of lines, and
a type size that is stepped down until its text fits. `data-show` names the part without which an element is left out,
`data-unless` the part in whose place it stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.model import KINDS
from site_builder.graphics.svg import Drawing, Point, element, framed, label, path

type Words = Mapping[str, str]

ENTRIES = ("thin_spot", *KINDS, "path")

MARGIN = 40
"""From the edge of the sheet to what stands at it."""

OF = 76
"""Room for "of 100" before the word for the score."""

BOX = 18
"""Side of a box to tick."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where things stand on a sheet, in pixels of the saved picture. Text stands on the ruled lines."""

    width: int
    height: int
    rule: int
    """The left one of the margin's two green rules."""
    text: int
    """Where entries begin."""
    head: int
    """The double line under score and headline."""
    headline: int
    """Type size of the sentence of the week."""
    pitch: int
    """From ruled line to ruled line."""
    size: int
    """Type size of the entries."""
    lines: int
    """How many ruled lines the entries have."""
    end: int
    """Where entries must end."""
    map_at: Point
    protocol: bool
    """Whether there is room for the plan."""


SHAPES: Mapping[str, Shape] = {
    "wide": Shape(
        width=1200,
        height=630,
        rule=244,
        text=280,
        head=206,
        headline=63,
        pitch=42,
        size=28,
        lines=7,
        end=738,
        map_at=(766, 226),
        protocol=False,
    ),
    "square": Shape(
        width=1080,
        height=1080,
        rule=244,
        text=280,
        head=290,
        headline=75,
        pitch=46,
        size=33,
        lines=7,
        end=1036,
        map_at=(632, 662),
        protocol=True,
    ),
}


def card_picture(name: str, words: Words, site: str) -> str:
    """Draw the card in one shape, `wide` or `square`; `words` are the labels of the result, `site` is its name."""
    shape = SHAPES[name]
    sheet = element("rect", cls="f-paper", width=shape.width, height=shape.height)
    parts = (sheet, _lines(shape), _head(shape, words), _entries(shape, words), _foot(shape, site))
    plan = _plan(shape, words) if shape.protocol else ""
    drawing = Drawing(shape.width, shape.height, "".join(parts) + plan + _map(shape, name))
    return framed(drawing, cls=f"drawing card-picture card-{name}")


def fitted(words: str, at: Point, width: float, size: float, cls: str, **attributes: float | str) -> str:
    """Write fixed words, in smaller type where a translation needs it."""
    return label(words, at, cls, data_size=size, data_width=width, data_lines=1, **attributes)


def slot(name: str, at: Point, width: float, size: float, cls: str, **attributes: float | str) -> str:
    """Leave room for a part of the card.

    `data_lines` is the most lines, `data_pitch` their fixed distance; without it the distance follows the type size,
    and `data_height` is the room for all of them.
    """
    return element("text", cls=cls, x=at[0], y=at[1], data_slot=name, data_size=size, data_width=width, **attributes)


def _line(shape: Shape, number: int) -> float:
    """The height of a ruled line, counted from 1."""
    return shape.head + 14 + number * shape.pitch


def _lines(shape: Shape) -> str:
    """Rule the sheet: lines for entries, the margin's double rule, the head's double line."""
    last = int((shape.height - shape.head - 14 - MARGIN) / shape.pitch)
    ruled = [("M", 0, _line(shape, number) + 8, "H", shape.width) for number in range(1, last + 1)]
    margin = [("M", shape.rule + offset, 0, "V", shape.height) for offset in (0, 6)]
    head = [("M", 0, shape.head + offset, "H", shape.width) for offset in (0, 6)]
    return "".join(
        path(cls, *(part for line in lines for part in line))
        for cls, lines in (("d-rule", ruled), ("d-margin", margin), ("d-ink", head))
    )


def _head(shape: Shape, words: Words) -> str:
    """Leave room for the score in the margin and the sentence of the week beside it."""
    base = shape.head - 24
    room = _margin_room(shape)
    line = slot(
        "line",
        (shape.text, base),
        shape.width - MARGIN - shape.text,
        shape.headline,
        "c-strong",
        data_lines=4,
        data_height=shape.head - 50,
        data_from="foot",
    )
    return "".join(
        (
            fitted(words["score"], (MARGIN, base - 134), room, 20, "c-label", data_show="score"),
            slot("score", (MARGIN - 4, base - 36), room, 110, "c-strong", data_lines=1),
            fitted(words["of"], (MARGIN, base), OF - 12, 22, "c-text", data_show="score"),
            slot("band", (MARGIN, base), room, 44, "c-strong", data_lines=1, data_unless="score"),
            slot("band", (MARGIN + OF, base), room - OF, 22, "c-strong", data_lines=1, data_show="score"),
            line,
        )
    )


def _entries(shape: Shape, words: Words) -> str:
    """Leave room for the entries, with their names in the margin and a box to tick after those that are done once.

    All start on the first ruled line; once they are filled, each moves down to where it belongs.
    """
    y = _line(shape, 1)
    rows = ""
    for name in ENTRIES:
        box = _box((shape.rule - 40, y - BOX + 1)) if name in KINDS else ""
        room = _margin_room(shape) - (30 if box else 0)
        cls, size = ("c-strong", shape.size + 5) if name == "thin_spot" else ("c-text", shape.size)
        most = 1 if name == "thin_spot" else 2
        text = slot(name, (shape.text, y), shape.end - shape.text, size, cls, data_lines=most, data_pitch=shape.pitch)
        rows += element("g", fitted(words[name], (MARGIN, y), room, 21, "c-label"), box, text, data_show=name)
    return element("g", rows, data_rows=shape.lines, data_pitch=shape.pitch)


def _box(at: Point) -> str:
    """Draw a box to tick with a pen."""
    return element("rect", cls="d-ink", x=at[0], y=at[1], width=BOX, height=BOX)


def _margin_room(shape: Shape) -> float:
    return shape.rule - MARGIN - 14


def _plan(shape: Shape, words: Words) -> str:
    """Leave room for the plan, beside the map."""
    y = _line(shape, shape.lines + 2)
    name = fitted(words["protocol"], (MARGIN, y), _margin_room(shape), 21, "c-label", data_show="protocol")
    width = shape.map_at[0] - 20 - shape.text
    text = slot("protocol", (shape.text, y), width, shape.size, "c-text", data_lines=6, data_pitch=shape.pitch)
    return name + text


def _map(shape: Shape, name: str) -> str:
    """Leave room for the village, on a patch without ruled lines; the script copies the page's own map into it."""
    x, y = shape.map_at
    patch = element("rect", cls="f-paper", x=-14, y=-12, width=shape.width - x + 14, height=shape.height - y + 12)
    return element("g", patch, cls="village", data_map=name, transform=f"translate({x} {y})")


def _foot(shape: Shape, site: str) -> str:
    """Say where the card comes from."""
    y = shape.height - 22
    width = shape.map_at[0] - 20 - shape.text
    return fitted(site, (shape.text, y - 24), width, 19, "c-small") + slot(
        "address", (shape.text, y), width, 19, "c-small", data_lines=1
    )
