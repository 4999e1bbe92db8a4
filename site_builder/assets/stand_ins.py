"""Style rules for the time before the typefaces arrive.

A serif that the reader's machine has stands in for ours, stretched to the same width and height, so that hardly a
line breaks elsewhere when ours comes. What ours measures is read from its file; the others are on other machines, so
their widths stand here.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

SHEET = "css/site/1-stand-ins.css"

SHARES = {" ": 195, "e": 97, "o": 68, "t": 68, "a": 62, "n": 55, "s": 48, "h": 45, "r": 42, "i": 42, "d": 30, "l": 25}
SHARES |= {"u": 22, "w": 20, "y": 18, "c": 16, "m": 16, "f": 15, ",": 14, "g": 14, "p": 13, ".": 12, "b": 11, "k": 9}
SHARES |= {"v": 6, "I": 4, "T": 3, "S": 2, "A": 2, "W": 2}
"""How often the chapters have a character, in a thousand; a face is as wide as their mean by these."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A face in parts of its size: its width, and how far it reaches above and below the line."""

    width: float
    ascent: float
    descent: float


@dataclass(frozen=True, slots=True)
class Cut:
    """One cut of a serif: its width, and the names that machines know it by."""

    width: float
    names: tuple[str, ...]


BOLD, REGULAR, ITALIC = "font-weight:740", "font-weight:400", "font-weight:400;font-style:italic"
OURS = {"besley": ("Besley", BOLD), "vollkorn": ("Vollkorn", REGULAR), "vollkorn-italic": ("Vollkorn", ITALIC)}
"""Each of our faces: its family and its cut, as `web/css/site/1-fonts.css` has them."""

SERIFS: Mapping[str, Mapping[str, Cut]] = {
    "georgia": {
        BOLD: Cut(0.5058, ("Georgia Bold", "Georgia-Bold")),
        REGULAR: Cut(0.4349, ("Georgia",)),
        ITALIC: Cut(0.4437, ("Georgia Italic", "Georgia-Italic")),
    },
    "noto": {
        BOLD: Cut(0.5008, ("Noto Serif Bold", "NotoSerif-Bold")),
        REGULAR: Cut(0.4724, ("Noto Serif", "NotoSerif", "NotoSerif-Regular")),
        ITALIC: Cut(0.4592, ("Noto Serif Italic", "NotoSerif-Italic")),
    },
    "roboto": {
        BOLD: Cut(0.5352, ("Roboto Serif Bold", "RobotoSerif-Bold")),
        REGULAR: Cut(0.5069, ("Roboto Serif", "Roboto Serif Regular", "RobotoSerif-Regular")),
        ITALIC: Cut(0.4929, ("Roboto Serif Italic", "RobotoSerif-Italic")),
    },
    "times": {
        BOLD: Cut(0.4219, ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold")),
        REGULAR: Cut(0.3976, ("Times New Roman", "TimesNewRomanPSMT", "Liberation Serif")),
        ITALIC: Cut(0.3981, ("Times New Roman Italic", "TimesNewRomanPS-ItalicMT", "Liberation Serif Italic")),
    },
    "dejavu": {
        BOLD: Cut(0.5597, ("DejaVu Serif Bold", "DejaVuSerif-Bold")),
        REGULAR: Cut(0.5076, ("DejaVu Serif", "DejaVuSerif")),
        # A machine may lack the italic; the upright is as wide.
        ITALIC: Cut(0.5076, ("DejaVu Serif Italic", "DejaVuSerif-Italic", "DejaVu Serif", "DejaVuSerif")),
    },
}
"""The first that a machine has is taken. For Georgia and Times their free likenesses, Gelasio and Tinos, were
measured."""

TOKENS = {"display": "Besley", "text": "Vollkorn"}


def render_part(face: str, file: str, characters: Set[str]) -> str:
    """The rule by which a face takes these characters from another file, which only pages with one of them load."""
    family, cut = OURS[face]
    ranges = ",".join(f"U+{ord(character):X}" for character in sorted(characters))
    return (
        f'@font-face{{font-family:{family};src:url("../fonts/{file}.woff2") format("woff2");{cut};'
        f"font-display:swap;unicode-range:{ranges}}}"
    )


def render_stand_ins(measured: Mapping[str, Measured], more: str) -> bytes:
    """The sheet for our faces as measured, packed; its tokens name each family with all that may stand in for it.

    `more` are rules for other files of our faces.
    """
    rules = "".join(rule for name, face in measured.items() for rule in _rules(*OURS[name], face))
    tokens = "".join(
        f"--{token}:{family},{','.join(f'{family}-{serif}' for serif in SERIFS)},serif;"
        for token, family in TOKENS.items()
    )
    return f"@layer fonts{{{more}{rules}}}@layer tokens{{:root{{{tokens}}}}}\n".encode()


def _rules(family: str, cut: str, ours: Measured) -> Iterator[str]:
    for serif, cuts in SERIFS.items():
        there = ",".join(f'local("{name}")' for name in cuts[cut].names)
        stretched = ours.width / cuts[cut].width
        yield (
            f"@font-face{{font-family:{family}-{serif};src:{there};{cut};size-adjust:{stretched:.1%};"
            f"ascent-override:{ours.ascent / stretched:.1%};descent-override:{ours.descent / stretched:.1%};"
            "line-gap-override:0%}"
        )
