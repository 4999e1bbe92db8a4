"""The pictures of the text: of a kind that browsers show, and no larger than can be unpacked.

`site_builder/graphics/photos.py` makes them as small as readers need them.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from warnings import catch_warnings

from PIL import Image, UnidentifiedImageError

from site_builder.core.inputs import read_input
from site_builder.core.model import Files
from site_builder.core.names import PICTURES, find_named
from site_builder.core.problems import ContentProblems, Problem
from site_builder.core.project import Project

DRAWN = ".svg"
KINDS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""The name that Pillow has for the kind of picture that an ending says."""

BOMB = "bomb"
"""Instead of a kind: a picture that would fill the memory of a browser."""

MOST_BYTES = 20_000_000
MOST_ON_A_SIDE = 9000
"""More than any phone makes, and little enough to unpack."""

SMALLER = "make it smaller with any program for pictures; the build makes the rest, down to 1280 pixels"


def read_pictures(project: Project) -> tuple[Files, list[Problem]]:
    """Read the pictures, under the addresses that the text gives them: pictures/rings.svg."""
    named, problems = find_named(project, PICTURES)
    found: Files = {}
    for path, _ in named:
        try:
            data = found[f"{PICTURES}/{path.name}"] = read_input(project, path)
        except ContentProblems as unread:
            problems += unread.problems
            continue
        problems += (Problem(project.name(path), 0, 0, *fault) for fault in picture_faults(path, data))
    return found, problems


def sound_pictures(pictures: Files, problems: list[Problem]) -> Files:
    """Give those that can be unpacked without harm: nothing was found in them."""
    faulty = {problem.path for problem in problems}
    return {name: data for name, data in pictures.items() if f"content/{name}" not in faulty}


def picture_faults(path: Path, data: bytes) -> Iterator[tuple[str, str, str]]:
    """Say what is wrong with a picture of pixels: code, text and hint."""
    if path.suffix == DRAWN:
        return
    if len(data) > MOST_BYTES:
        text = f"a picture of {len(data) / 1e6:.1f} MB; the limit is {MOST_BYTES / 1e6:.0f} MB"
        yield "picture-size", text, SMALLER
    kind, width, height = look(data)
    if kind == BOMB:
        yield "picture-size", f"a picture of far too many pixels; the limit is {MOST_ON_A_SIDE} on a side", SMALLER
    elif kind != KINDS[path.suffix]:
        text = f"this is no {KINDS[path.suffix]} picture, whatever its name says"
        mend = next(
            (f"call it {path.stem}{ending}" for ending, name in KINDS.items() if name == kind), "save it as one"
        )
        yield "picture-kind", text, mend
    elif max(width, height) > MOST_ON_A_SIDE:
        text = f"a picture of {width} x {height} pixels; the limit is {MOST_ON_A_SIDE} on a side"
        yield "picture-size", text, SMALLER


def look(data: bytes) -> tuple[str | None, int, int]:
    """Kind, width and height, from the head of a picture: nothing is unpacked. No kind where it is another."""
    try:
        with catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=tuple(KINDS.values())) as picture:
            return picture.format, *picture.size
    except Image.DecompressionBombError:
        return BOMB, 0, 0
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None, 0, 0
