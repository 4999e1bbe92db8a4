"""What drawn pictures must know of a face, read with fontTools."""

import json
from base64 import b64encode
from collections.abc import Sequence
from io import BytesIO

from fontTools.ttLib import TTFont

FAMILY_NAME, POSTSCRIPT_NAME = 1, 6
WINDOWS_ENGLISH = (3, 1, 0x409)


def measure_parts(parts: Sequence[bytes]) -> bytes:
    """The fields of `Typeface` as JSON, its files in base64; a character is taken from the first part that has it."""
    families: dict[str, str] = {}
    widths: dict[str, float] = {}
    files = []
    weight = 0
    for number, part in enumerate(parts):
        font = TTFont(BytesIO(part), recalcTimestamp=False)
        family, unit = f"part{number}", font["head"].unitsPerEm
        for code, glyph in font.getBestCmap().items():
            families.setdefault(chr(code), family)
            widths.setdefault(chr(code), font["hmtx"][glyph][0] / unit)
        files.append(b64encode(_renamed(font, family)).decode())
        weight = font["OS/2"].usWeightClass
    return json.dumps({"weight": weight, "families": families, "widths": widths, "files": files}).encode()


def _renamed(font: TTFont, family: str) -> bytes:
    """Write a font under another name."""
    font["name"].names = []
    for name_id in (FAMILY_NAME, POSTSCRIPT_NAME):  # the rasterizer takes no font without both
        font["name"].setName(family, name_id, *WINDOWS_ENGLISH)
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()
