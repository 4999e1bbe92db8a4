"""Style sheets, scripts and typefaces, under one folder named by the hash of all of them.

One hash for the folder instead of one a file: a page never mixes an old file with a new one, and a script knows the
files beside it by relative address.
"""

from collections.abc import Callable
from dataclasses import dataclass

from site_builder.assets.bundle import BUNDLED
from site_builder.core.inputs import find_inputs, parse_text, read_input
from site_builder.core.model import Files
from site_builder.core.problems import Problem, raise_problems
from site_builder.core.project import Project
from site_builder.toolchain.cache import content_hash
from site_builder.toolchain.packages import read_package_file

FOLDERS = ("css", "img")
TEXTS = (".css", ".svg")
JOINED = ("css/site", "css/tools")
"""Folders whose files become one style sheet each; their names give the order."""
PICTURES = "pictures"

LIBRARIES = {"minisearch": ("dist/es/index.js", "LICENSE.txt"), **dict.fromkeys(BUNDLED, ("LICENSE",))}
"""The files of npm packages that browsers load as they are, each package with its license; of those that are part of
our own scripts, the license alone."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The asset files by path in the site, and their folder."""

    folder: str
    """assets/<hash>/"""
    files: Files


def read_pictures(project: Project) -> Files:
    """Read the pictures of the text, under the addresses that the text gives them: pictures/rings.svg."""
    paths = find_inputs(project.content / PICTURES, "*.*")
    return {f"{PICTURES}/{path.name}": read_input(project, path) for path in paths}


def read_libraries(project: Project) -> Files:
    """Read the files of the npm packages that browsers load: libraries/minisearch/index.js. Raises `MissingPart`."""
    found: Files = {}
    for package, names in LIBRARIES.items():
        for name in names:
            found[f"libraries/{package}/{name.rpartition('/')[2]}"] = read_package_file(project, package, name)
    return found


def read_assets(project: Project, beside: Files, pack: Callable[[Files], Files] = dict) -> Assets:
    """Read the styles and drawings in `web/`; what others make (scripts, typefaces, libraries) stands beside.

    `pack` makes style sheets smaller.
    """
    found: Files = dict(beside)
    problems: list[Problem] = []
    for name in FOLDERS:
        for path in find_inputs(project.web / name):
            data = read_input(project, path)
            if path.suffix in TEXTS:
                problems += parse_text(project.name(path), data)[1]
            found[path.relative_to(project.web).as_posix()] = data
    raise_problems(problems)
    for sheet in JOINED:
        parts = sorted(name for name in found if name.startswith(f"{sheet}/"))
        if parts:
            found[f"{sheet}.css"] = b"\n".join(found.pop(name) for name in parts)
    found |= pack({name: data for name, data in found.items() if name.endswith(".css")})
    folder = f"assets/{content_hash(found)}/"
    return Assets(folder, {folder + name: data for name, data in found.items()})
