"""SVG to the bytes of a PNG. Drawing libraries are slow to import: import this module late.

Run as a module it is a helper of `raster`, for the library lets no other thread of its process work while it draws.
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import cast

import resvg_py
from PIL import Image

from site_builder.toolchain.cache import Cache

MOST_COLORS = 256
CELL = 4
"""So many shades of a primary color count as one. A color moves by less where the palette has room for its cell."""

LEVEL = 7
"""Of compression; from here on 5 percent fewer bytes take ten times as long."""

type Job = Mapping[str, Mapping[str, str]]
"""By the name of a picture, everything that goes in: its drawing under `svg`, `inset` and where `at`."""


def draw(svg: str, fonts: Sequence[str], inset: str = "", at: str = "") -> bytes:
    """Draw one picture with these font files and no others. `ValueError` where a drawing is no SVG."""
    whole = _pixels(svg, fonts)
    if inset:
        left, top = map(int, at.split())
        whole.paste(_inset(inset), (left, top))
    is_solid = whole.getchannel("A").getextrema() == (255, 255)
    buffer = BytesIO()
    (_fewer_colors(whole.convert("RGB")) if is_solid else whole).save(buffer, "PNG", compress_level=LEVEL)
    return buffer.getvalue()


def _pixels(svg: str, fonts: Sequence[str]) -> Image.Image:
    drawn = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(fonts))
    with Image.open(BytesIO(drawn)) as opened:
        return opened.convert("RGBA")


@lru_cache(maxsize=1)
def _inset(svg: str) -> Image.Image:
    return _pixels(svg, ())


def draw_missing(job: Job, fonts: Sequence[str], cache: Cache, place: int = 0, count: int = 1) -> None:
    """Draw what is not in the cache by then, as process number `place` of `count`.

    Each begins with a part of its own and then helps with the others from their ends, so that two meet only once.
    """
    names = list(job)
    parts = [names[len(names) * part // count : len(names) * (part + 1) // count] for part in range(count)]
    others = [name for part in (*parts[place + 1 :], *parts[:place]) for name in reversed(part)]
    for name in (*parts[place], *others):
        inputs = {key: text.encode() for key, text in job[name].items()}
        if not cache.path(name, inputs).is_file():
            cache.keep(name, inputs, draw(job[name]["svg"], fonts, job[name]["inset"], job[name]["at"]))


def _fewer_colors(image: Image.Image) -> Image.Image:
    """Give every pixel the most frequent color of its cell, or of the nearest cell that the palette has room for.

    Large areas keep their exact color so. Pillow finds the nearest entry of a palette exactly for the corners of
    cells only, therefore corners are looked up, and colors then take their places.
    """
    colors = cast("list[tuple[int, tuple[int, int, int]]]", image.getcolors(image.width * image.height))
    sizes: Counter[tuple[int, ...]] = Counter()
    first: dict[tuple[int, ...], tuple[int, int, int]] = {}
    for count, color in sorted(colors, reverse=True):
        cell = tuple(shade - shade % CELL for shade in color)
        sizes[cell] += count
        first.setdefault(cell, color)
    cells = sorted(sizes, key=lambda cell: (-sizes[cell], cell))[:MOST_COLORS]
    corners = image.point([shade - shade % CELL for shade in range(256)] * 3)
    given = Image.new("P", (1, 1))
    given.putpalette([shade for cell in (cells + cells[:1] * MOST_COLORS)[:MOST_COLORS] for shade in cell])
    looked_up = corners.quantize(palette=given, dither=Image.Dither.NONE)
    looked_up.putpalette([shade for cell in cells for shade in first[cell]])
    return looked_up


def main(path: str, place: str, count: str) -> None:
    """Draw a part of what the file asks for."""
    asked = json.loads(Path(path).read_bytes())
    draw_missing(asked["job"], asked["fonts"], Cache(Path(asked["cache"])), int(place), int(count))


if __name__ == "__main__":
    main(*sys.argv[1:])
