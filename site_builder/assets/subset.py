"""Font files cut and unpacked with fontTools, which takes a fifth of a second to import: import this module late."""

from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from site_builder.assets.stand_ins import SHARES, Measured
from site_builder.assets.typefaces import Face


def cut(face: Face, source: bytes, characters: str) -> bytes:
    """The face with these characters only, as woff2."""
    font = _open(face, source)
    options = Options(layout_features=list(face.features), hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    return _saved(font)


def measure(face: Face, source: bytes) -> Measured:
    """How wide and how high the face is."""
    font = _open(face, source)
    unit, glyphs, widths = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
    total = sum(share * widths[glyphs[ord(character)]][0] for character, share in SHARES.items())
    return Measured(total / sum(SHARES.values()) / unit, font["hhea"].ascent / unit, -font["hhea"].descent / unit)


def characters(source: bytes) -> str:
    """The characters that a font file has."""
    return "".join(map(chr, sorted(TTFont(BytesIO(source)).getBestCmap())))


def unpack(face: Face, source: bytes) -> bytes:
    """The whole face as TrueType."""
    font = _open(face, source)
    font.flavor = None
    return _saved(font)


def _open(face: Face, source: bytes) -> TTFont:
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    return instantiateVariableFont(font, dict(face.axes)) if face.axes else font


def _saved(font: TTFont) -> bytes:
    target = BytesIO()
    font.save(target)
    return target.getvalue()
