"""The two typefaces, cut down to the characters that the site shows, as woff2.

Cutting takes a second or two, so the result is kept in `.cache/fonts/` by the hash of what went in.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from string import printable

import fontTools
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from site_builder.core.model import Files
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project
from site_builder.toolchain.cache import keep

FOLDER = "fonts"
ALWAYS = frozenset(character for character in printable if character >= " ") | frozenset("“”‘’–—…·")
"""What any page, and any number or message of the tools, may show."""

WRITTEN = (".md", ".yaml", ".j2", ".svg")


@dataclass(frozen=True, slots=True)
class Face:
    """One face: where the npm package has it, which of its rules are kept, and where on its axes it stands."""

    name: str
    source: str
    features: tuple[str, ...]
    axes: Mapping[str, float] = field(default_factory=dict)


DISPLAY = Face("besley", "@fontsource-variable/besley/files/besley-latin-wght-normal.woff2", ("kern",), {"wght": 740})
FACES = (
    DISPLAY,
    Face("vollkorn", "@fontsource/vollkorn/files/vollkorn-latin-400-normal.woff2", ("kern", "liga", "tnum")),
    Face("vollkorn-italic", "@fontsource/vollkorn/files/vollkorn-latin-400-italic.woff2", ("kern", "liga")),
)
LICENSES = {"besley": "@fontsource-variable/besley/LICENSE", "vollkorn": "@fontsource/vollkorn/LICENSE"}


def read_fonts(project: Project) -> Files:
    """Make the web fonts and their licences, or read them from the cache.

    Raises `MissingPart` where an npm package is not there.
    """
    characters = ALWAYS | _written(project)
    files: Files = {}
    for face in FACES:
        source = _package_file(project, face.source)
        files[f"{FOLDER}/{face.name}.woff2"] = _cut(face, source, characters, project.cache / FOLDER)
    for name, license_file in LICENSES.items():
        files[f"{FOLDER}/{name}-license.txt"] = _package_file(project, license_file)
    return files


def full_face(project: Project, face: Face) -> bytes:
    """One face whole, as TrueType, for programs that draw or measure with it; read from the cache where it is."""
    source = _package_file(project, face.source)

    def unpacked() -> bytes:
        font = _at_axes(TTFont(BytesIO(source), recalcTimestamp=False), face)
        font.flavor = None
        return _saved(font)

    what = f"{fontTools.version}\0{face}\0".encode() + source
    return _kept(project.cache / FOLDER / f"{face.name}-{sha256(what).hexdigest()[:16]}.ttf", unpacked)


def _written(project: Project) -> frozenset[str]:
    """Every character in what people wrote for the site."""
    folders = (project.content, project.templates)
    paths = (path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in WRITTEN)
    return frozenset(character for path in paths for character in path.read_text("utf-8") if character >= " ")


def _package_file(project: Project, name: str) -> bytes:
    path = project.root / "node_modules" / name
    if not path.is_file():
        raise MissingPart(f"the npm package {'/'.join(name.split('/')[:2])} is missing; run: make setup")
    return path.read_bytes()


def _cut(face: Face, source: bytes, characters: Iterable[str], cache: Path) -> bytes:
    wanted = "".join(sorted(characters))
    what = f"{fontTools.version}\0{face}\0{wanted}\0".encode() + source
    kept = cache / f"{face.name}-{sha256(what).hexdigest()[:16]}.woff2"
    return _kept(kept, lambda: _subset(face, source, wanted))


def _kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """Read a file of the cache, made now where it is not there."""
    if not path.is_file():
        keep(path, make())
    return path.read_bytes()


def _subset(face: Face, source: bytes, characters: str) -> bytes:
    font = _at_axes(TTFont(BytesIO(source), recalcTimestamp=False), face)
    options = Options(layout_features=list(face.features), hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    return _saved(font)


def _at_axes(font: TTFont, face: Face) -> TTFont:
    return instantiateVariableFont(font, dict(face.axes)) if face.axes else font


def _saved(font: TTFont) -> bytes:
    target = BytesIO()
    font.save(target)
    return target.getvalue()
