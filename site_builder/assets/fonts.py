"""The two typefaces, cut down to the characters that the site shows, as woff2.

Cutting takes a second or two, so the result is kept in `.cache/fonts/` until the set of characters changes.
"""

from string import printable

import fontTools

from site_builder.assets.typefaces import FACES, LICENSES, Face
from site_builder.core.inputs import find_files, parse_text, read_input
from site_builder.core.model import Files
from site_builder.core.problems import raise_problems
from site_builder.core.project import Project
from site_builder.toolchain.cache import open_cache
from site_builder.toolchain.packages import read_package_file

FOLDER = "fonts"
MARKUP = frozenset("\\^`{|}~<>")
"""Signs that templates and Markdown are written with and hardly a text shows; the next typeface has them."""

ALWAYS = frozenset(character for character in printable if character >= " ") | frozenset("“”‘’–—…·")
"""What any page, and any number or message of the tools, may show."""

WRITTEN = (".md", ".yaml", ".j2", ".svg")


def read_fonts(project: Project) -> Files:
    """Make the web fonts and their licences, or read them from the cache.

    Raises `MissingPart` where an npm package is not there.
    """
    wanted = "".join(sorted((ALWAYS | _written(project)) - MARKUP))
    files = {f"{FOLDER}/{face.name}.woff2": _read_face(project, face, "woff2", wanted) for face in FACES}
    licenses = {name: read_package_file(project, package, "LICENSE") for name, package in LICENSES.items()}
    return files | {f"{FOLDER}/{name}-license.txt": text for name, text in licenses.items()}


def full_face(project: Project, face: Face) -> bytes:
    """One face whole, as TrueType, for programs that draw or measure with it; read from the cache where it is."""
    return _read_face(project, face, "ttf")


def _read_face(project: Project, face: Face, form: str, characters: str = "") -> bytes:
    """A face in the form of that ending, cut down to the characters where some are given."""
    source = read_package_file(project, face.package, face.file)

    def make() -> bytes:
        from site_builder.assets.subset import cut, unpack  # noqa: PLC0415 - an eighth of a build that need not cut

        return cut(face, source, characters) if characters else unpack(face, source)

    inputs = {"tool": fontTools.version.encode(), "face": repr(face).encode(), "source": source}
    inputs |= {"characters": characters.encode()}
    return open_cache(project, FOLDER).read_or_make(f"{face.name}.{form}", inputs, make)


def _written(project: Project) -> frozenset[str]:
    """Every character in what people wrote for the site; raise `ContentProblems` where it is no text."""
    paths = [path for folder in ("content", "templates") for path in find_files(project, folder).values()]
    written = [path for path in paths if path.suffix in WRITTEN]
    read = [parse_text(project.name(path), read_input(project, path)) for path in written]
    raise_problems([problem for _, problems in read for problem in problems])
    characters: frozenset[str] = frozenset().union(*(source.text for source, _ in read))
    return frozenset(character for character in characters if character >= " ")
