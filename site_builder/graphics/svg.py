"""Small SVG: elements as text, numbers with one decimal at most, curves as points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, radians, sin

type Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture without its frame: what stands inside `<svg>`, and the size of its sheet.

    Nothing stands inside one of pixels, which is a file of its own beside the page.
    """

    width: int
    height: int
    body: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """An SVG file to be drawn, and another that covers a part of it: what many sheets show is drawn once for all."""

    svg: str
    inset: str = ""
    """Without words."""
    left: int = 0
    top: int = 0


NO_DRAWINGS: Mapping[str, Drawing] = {}


def number(value: float) -> str:
    """Write a coordinate, short and the same everywhere: 12, 0.5, -3.2."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def element(name: str, *children: str, **attributes: float | str) -> str:
    """Write an element; `cls` is its class, and an underscore in a name stands for a hyphen."""
    written = "".join(
        f' {"class" if key == "cls" else key.replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def path(cls: str, *parts: str | float, **attributes: float | str) -> str:
    """Draw a line; letters and coordinates come one after the other."""
    return element("path", cls=cls, d=steps(*parts), **attributes)


def steps(*parts: str | float) -> str:
    """Write the steps of a path with no more spaces than it needs."""
    written = ""
    for part in parts:
        text = part if isinstance(part, str) else number(part)
        glued = not written or text[0].isalpha() or text[0] == "-" or written[-1].isalpha()
        written += text if glued else f" {text}"
    return written


def circle(cls: str, center: Point, radius: float, **attributes: float | str) -> str:
    """Draw a circle, or with a small radius the dot that stands for a person."""
    return element("circle", cls=cls, cx=center[0], cy=center[1], r=radius, **attributes)


def label(words: str, at: Point, cls: str = "d-text", **attributes: float | str) -> str:
    """Write words at a point of their baseline."""
    return element("text", escape(words), cls=cls, x=at[0], y=at[1], **attributes)


def along(curve: Sequence[Point], part: float) -> Point:
    """Find the point of a cubic curve that lies `part` of the way, from 0 to 1, along its parameter."""
    (a, b, c, d), rest = curve, 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    x = sum(weight * point[0] for weight, point in zip(weights, (a, b, c, d), strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, (a, b, c, d), strict=True))
    return x, y


def around(center: Point, radius: float, degrees: float, flat: float = 1) -> Point:
    """Find a point of a circle, from the top clockwise; `flat` under 1 looks at it from the side."""
    turn = radians(degrees)
    return center[0] + radius * sin(turn), center[1] - radius * flat * cos(turn)


def framed(drawing: Drawing, title: str = "", cls: str = "drawing", **more: str) -> str:
    """Put a drawing on a page: named by `title`, or hidden from screen readers where the text says it already."""
    named: Mapping[str, str] = {"role": "img", "aria_label": title} if title else {"aria_hidden": "true"}
    return element(
        "svg",
        drawing.body,
        cls=cls,
        viewBox=f"0 0 {drawing.width} {drawing.height}",
        focusable="false",
        **named,
        **more,
    )


def _value(value: float | str) -> str:
    return escape(value) if isinstance(value, str) else number(value)
