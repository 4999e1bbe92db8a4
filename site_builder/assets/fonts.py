"""The two typefaces, cut down to the characters that the site shows, as woff2, and what stands in for them.

Cutting takes a second or two, so the result is kept in `.cache/fonts/` until the set of characters changes.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from string import printable

import fontTools

from site_builder.assets.stand_ins import OURS, SHARES, SHEET, Measured, render_part, render_stand_ins
from site_builder.assets.typefaces import FACES, LICENSES, Face, parts
from site_builder.core.inputs import find_files, read_text
from site_builder.core.model import Files
from site_builder.core.names import FOLDERS
from site_builder.core.problems import raise_problems
from site_builder.core.project import Project
from site_builder.core.writing import quotation_marks
from site_builder.toolchain.cache import open_cache
from site_builder.toolchain.packages import read_package_file

FOLDER = "fonts"
MARKUP = frozenset("\\^`{|}~<>")
"""Signs that templates and Markdown are written with and hardly a text shows; the next typeface has them."""

ALWAYS = frozenset(character for character in printable if character >= " ") | frozenset("“”‘’–—…·")
"""What any page, and any number or message of the tools, may show."""

MOST_SHOWN = 12
INSTEAD = "browsers take them from a typeface of the reader's machine"

WRITTEN = (".md", ".yaml", ".j2", ".svg")


def read_fonts(project: Project, lang: str, say: Callable[[str], None]) -> Files:
    """Make the web fonts, their licences and the sheet that goes with them, or read them from the cache.

    Says which letters of an edition no typeface has. Raises `MissingPart` where an npm package is not there.
    """
    wanted = (ALWAYS | frozenset("".join(quotation_marks(lang))) | _written(project)) - MARKUP
    files: Files = {}
    rules: list[str] = []
    lacking: dict[str, frozenset[str]] = {}
    for face in FACES:
        rest = wanted
        for part in parts(face):
            has = rest & _characters(project, part)
            rest -= has
            if has:
                files[f"{FOLDER}/{part.name}.woff2"] = _made_of(project, part, "woff2", "".join(sorted(has)))
            if has and part != face:
                rules.append(render_part(face.name, part.name, has))
        lacking[OURS[face.name][0]] = frozenset(filter(str.isalpha, rest))
    for line in _tell_lacking(lang, lacking):
        say(line)
    licenses = {name: read_package_file(project, package, "LICENSE") for name, package in LICENSES.items()}
    files |= {f"{FOLDER}/{name}-license.txt": text for name, text in licenses.items()}
    measured = {face.name: _measured(project, face) for face in FACES}
    return files | {SHEET: render_stand_ins(measured, "".join(rules))}


def _tell_lacking(lang: str, lacking: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Say which letters none of the families has, and which one alone lacks."""
    all_lack = frozenset.intersection(*lacking.values())
    for name, letters in {"No typeface of the site": all_lack, **lacking}.items():
        told = sorted(letters if letters is all_lack else letters - all_lack)
        if told:
            shown = " ".join(told[:MOST_SHOWN]) + (" ..." if len(told) > MOST_SHOWN else "")
            has = "has" if letters is all_lack else "lacks"
            yield f"{name} {has} {len(told)} letters of the texts in {lang} ({shown}); {INSTEAD}"


def _characters(project: Project, face: Face) -> frozenset[str]:
    """What a file of a face has."""
    return frozenset(_made_of(project, face, "txt").decode())


def _measured(project: Project, face: Face) -> Measured:
    """What a face measures."""
    return Measured(**json.loads(_made_of(project, face, "json")))


def full_face(project: Project, face: Face) -> bytes:
    """One face whole, as TrueType, for programs that draw or measure with it."""
    return _made_of(project, face, "ttf")


def _made_of(project: Project, face: Face, form: str, characters: str = "") -> bytes:
    """What a face is made into, in the form of that ending, read from the cache where it is.

    woff2: cut down to the characters. ttf: whole. txt: the characters that it has. json: what it measures.
    """
    source = read_package_file(project, face.package, face.file)

    def make() -> bytes:
        from site_builder.assets import subset  # noqa: PLC0415 - 0.09 s of a build of 0.5 s, which makes nothing here

        match form:
            case "woff2":
                return subset.cut(face, source, characters)
            case "ttf":
                return subset.unpack(face, source)
            case "txt":
                return subset.characters(source).encode()
            case _:
                return json.dumps(asdict(subset.measure(face, source))).encode()

    inputs = {"tool": fontTools.version, "face": repr(face), "characters": characters, "shares": repr(SHARES)}
    data = {name: text.encode() for name, text in inputs.items()} | {"source": source}
    return open_cache(project, FOLDER).read_or_make(f"{face.name}.{form}", data, make)


def _written(project: Project) -> frozenset[str]:
    """Every character in what people wrote for an edition; raise `ContentProblems` where it is no text."""
    folders = ("content", *(f"content/{folder}" for folder in FOLDERS))  # and no folder of another language
    paths = [path for folder in folders for path in find_files(project, folder, "*").values()]
    paths += find_files(project, "templates").values()
    written = [path for path in paths if path.suffix in WRITTEN]
    read = [read_text(project, path) for path in written]
    raise_problems([problem for _, problems in read for problem in problems])
    characters: frozenset[str] = frozenset().union(*(source.text for source, _ in read))
    return frozenset(character for character in characters if character >= " ")
