"""The display face as drawn pictures need it: font files that the rasterizer reads, and the width of any text."""

import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from unicodedata import category, normalize

from site_builder.assets.fonts import full_face
from site_builder.assets.typefaces import DISPLAY, parts
from site_builder.core.project import Project
from site_builder.graphics.measure_font import measure_parts
from site_builder.toolchain.cache import open_cache

PARTS = tuple(parts(DISPLAY))
"""The display face as its package has it: a character is taken from the first part that has it."""

LETTERS = ("L", "M", "N")
"""Unicode categories that carry a word's meaning: letters, marks on letters, numbers."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """One face in one weight."""

    weight: int
    families: dict[str, str] = field(repr=False)
    """For each character, the family name of the part that has it.

    The parts have names of their own: within one family the rasterizer loses glyphs where a text needs two parts.
    """
    widths: dict[str, float] = field(repr=False)
    """How far each character moves the pen, in parts of the font size. Kerning, nearly always inward, is left out."""
    files: tuple[bytes, ...] = field(repr=False)
    """The parts as TrueType."""
    measured: dict[str, float] = field(default_factory=dict, repr=False, compare=False)
    """Widths of texts once measured: to find the best lines, the same ones are tried again and again."""

    def width(self, text: str, size: float) -> float:
        """Measure a text that the face can set, in the unit of `size`. Raises `KeyError` for another one."""
        if text not in self.measured:
            self.measured[text] = sum(self.widths[character] for character in text)
        return size * self.measured[text]

    def runs(self, text: str) -> Iterator[tuple[str, str]]:
        """Split a text that the face can set by the part that it needs: family and characters."""
        for family, characters in groupby(text, self.families.__getitem__):
            yield family, "".join(characters)

    def settable(self, text: str) -> str:
        """Give the text as the face can set it: without signs it lacks, and nothing at all where a letter lacks.

        A picture without its title is better than one with boxes in it, or with a word spelled wrong.
        """
        words = " ".join(normalize("NFC", text).split())
        if any(category(character)[0] in LETTERS and character not in self.widths for character in words):
            return ""
        return " ".join("".join(character for character in words if character in self.widths).split())


def read_typeface(project: Project) -> Typeface:
    """Read the face from its npm package. Raises `MissingPart` where that is not there."""
    faces = [full_face(project, part) for part in PARTS]

    def make() -> bytes:
        return measure_parts(faces)

    inputs = {str(number): face for number, face in enumerate(faces)}
    measured = json.loads(open_cache(project, "fonts").read_or_make("metrics.json", inputs, make))
    files = tuple(b64decode(file) for file in measured.pop("files"))
    return Typeface(**measured, files=files)
