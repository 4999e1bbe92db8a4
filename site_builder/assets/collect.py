"""Style sheets, scripts and typefaces, under one folder named by the hash of all of them.

One hash for the folder instead of one a file: a page never mixes an old file with a new one, and a script knows the
files beside it by relative address.
"""

from collections.abc import Callable
from dataclasses import dataclass

from site_builder.assets.bundle import BUNDLED
from site_builder.core.inputs import find_files, parse_text, read_input
from site_builder.core.model import Files
from site_builder.core.names import PICTURES, find_named
from site_builder.core.problems import Problem, raise_problems
from site_builder.core.project import Project
from site_builder.toolchain.cache import content_hash
from site_builder.toolchain.packages import read_package_file

FOLDERS = ("css", "img")
TEXTS = (".css", ".svg")
SITE_SHEET = "css/site.css"
"""The style sheet of every page."""

JOINED = {
    "css/site": ("css/site",),
    "css/builder": ("css/tools", "css/builder"),
    "css/ledger": ("css/tools", "css/ledger"),
}
"""Style sheets, and the folders whose files each is put together from; the names of the files give the order."""

LIBRARIES = {"minisearch": ("dist/es/index.js", "LICENSE.txt"), **dict.fromkeys(BUNDLED, ("LICENSE",))}
"""The files of npm packages that browsers load as they are, each package with its license; of those that are part of
our own scripts, the license alone."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The asset files by path in the site, and their folder."""

    folder: str
    """assets/<hash>/"""
    files: Files


def read_pictures(project: Project) -> tuple[Files, list[Problem]]:
    """Read the pictures of the text, under the addresses that the text gives them: pictures/rings.svg."""
    found, problems = find_named(project, PICTURES)
    return {f"{PICTURES}/{path.name}": read_input(project, path) for path, _ in found}, problems


def read_libraries(project: Project) -> Files:
    """Read the files of the npm packages that browsers load: libraries/minisearch/index.js. Raises `MissingPart`."""
    found: Files = {}
    for package, names in LIBRARIES.items():
        for name in names:
            plain = name.rpartition("/")[2]
            plain += "" if "." in plain else ".txt"  # hosts serve files by their endings
            found[f"libraries/{package}/{plain}"] = read_package_file(project, package, name)
    return found


def _joined(found: Files) -> Files:
    """The style sheets that have several files."""
    sheets: Files = {}
    for sheet, folders in JOINED.items():
        parts = [found[name] for folder in folders for name in sorted(found) if name.startswith(f"{folder}/")]
        if parts:
            sheets[f"{sheet}.css"] = b"\n".join(parts)
    return sheets


def read_assets(
    project: Project, beside: Files, pack: Callable[[Files], Files] = dict, colors: bytes = b""
) -> Assets:
    """Read the styles and drawings in `web/`; what others make (scripts, typefaces, libraries) stands beside.

    `pack` makes style sheets smaller; rules for `colors` follow those of every page, and need no packing.
    """
    found: Files = dict(beside)
    problems: list[Problem] = []
    for name in FOLDERS:
        for inside, path in find_files(project, f"web/{name}").items():
            data = read_input(project, path)
            if path.suffix in TEXTS:
                problems += parse_text(project.name(path), data)[1]
            found[f"{name}/{inside}"] = data
    raise_problems(problems)
    found |= _joined(found)
    for folders in JOINED.values():
        for name in [name for name in found if name.startswith(tuple(f"{folder}/" for folder in folders))]:
            del found[name]
    found |= pack({name: data for name, data in found.items() if name.endswith(".css")})
    if colors:
        found[SITE_SHEET] += colors
    folder = f"assets/{content_hash(found)}/"
    return Assets(folder, {folder + name: data for name, data in found.items()})
