"""Pictures of the text that are SVG: checked, and stripped to what may stand inside a page.

Their only colors are the classes of `web/css/site/8-drawing.css`, so they follow the reader's theme, and they hold
nothing that could run, style or load anything.
"""

import re
from collections.abc import Mapping
from html import escape
from xml.parsers import expat

from site_builder.core.inputs import parse_text
from site_builder.core.problems import Problem, Source, did_you_mean
from site_builder.graphics.svg import Drawing

ELEMENTS = ("circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg", "text", "tspan")
ATTRIBUTES = (
    "class", "cx", "cy", "d", "dx", "dy", "font-style", "height", "points", "r", "rx", "ry", "stroke-dasharray",
    "stroke-linecap", "stroke-linejoin", "stroke-width", "text-anchor", "transform", "width", "x", "x1", "x2", "y",
    "y1", "y2",
)  # fmt: skip
OF_THE_ROOT = ("viewBox", "xmlns")
CLASSES = (
    "d-accent", "d-ghost", "d-halo", "d-ink", "d-paper", "d-rule", "d-soft", "d-text", "d-text-strong",
    "f-accent", "f-ink", "f-paper", "f-soft", "f-tint",
)  # fmt: skip
SHEET = re.compile(r"0 0 (\d+) (\d+)\Z")


def parse_drawings(pictures: Mapping[str, bytes]) -> tuple[dict[str, Drawing], list[Problem]]:
    """Read the pictures that are SVG, by address, and note everything they may not hold."""
    drawings, problems = {}, []
    for name, data in pictures.items():
        if name.endswith(".svg"):
            source, found = parse_text(f"content/{name}", data)
            if not found:
                drawings[name], found = parse_drawing(source)
            problems += found
    return drawings, problems


def parse_drawing(source: Source) -> tuple[Drawing, list[Problem]]:
    """Read one picture; the drawing is of use only where there are no problems."""
    reader = _Reader(source)
    try:
        reader.parser.Parse(source.text, True)
    except expat.ExpatError as error:
        text = f"not well-formed: {expat.ErrorString(error.code)}"
        reader.problems.append(source.problem(error.lineno, error.offset + 1, "svg-form", text))
    return Drawing(*reader.size, "".join(reader.written)), reader.problems


class _Reader:
    """Writes again what is allowed and notes the rest, with its line."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.written: list[str] = []
        self.size = (0, 0)
        self.open: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.parser.StartDoctypeDeclHandler = self.doctype

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in ELEMENTS:
            self.note(
                "svg-element",
                f"<{name}> cannot stand in a picture",
                did_you_mean(name, ELEMENTS, ", ".join(ELEMENTS)),
            )
        allowed = ATTRIBUTES if self.open else (*ATTRIBUTES, *OF_THE_ROOT)
        for attribute, value in attributes.items():
            if attribute not in allowed:
                hint = "allowed: classes of web/css/site/8-drawing.css for color, and " + ", ".join(ATTRIBUTES)
                self.note("svg-attribute", f"{attribute} cannot stand in a picture", hint)
            elif attribute == "class":
                self.classes(value)
        if not self.open:
            self.root(name, attributes)
        else:
            kept = "".join(f' {attribute}="{escape(value)}"' for attribute, value in attributes.items())
            self.written.append(f"<{name}{kept}>")
        self.open.append(name)

    def root(self, name: str, attributes: dict[str, str]) -> None:
        sheet = SHEET.match(attributes.get("viewBox", ""))
        if name != "svg" or not sheet:
            self.note("svg-form", "the size of the sheet is missing", 'begin with <svg viewBox="0 0 360 200" ...>')
        else:
            self.size = (int(sheet[1]), int(sheet[2]))

    def classes(self, value: str) -> None:
        for name in value.split():
            if name not in CLASSES:
                self.note("svg-class", f'no class "{name}"', did_you_mean(name, CLASSES, ", ".join(CLASSES)))

    def end(self, name: str) -> None:
        self.open.pop()
        if self.open:
            self.written.append(f"</{name}>")

    def words(self, text: str) -> None:
        inside = self.open[-1:] in (["text"], ["tspan"])
        if inside:
            self.written.append(escape(text, quote=False))
        elif text.strip():
            self.note("svg-form", "words outside of <text>", "put them into a text element")

    def doctype(self, *_: object) -> None:
        self.note("svg-form", "a document type cannot stand in a picture", "leave the <!DOCTYPE> out")

    def note(self, code: str, text: str, hint: str) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.problems.append(self.source.problem(line, column, code, text, hint))
