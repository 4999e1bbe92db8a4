"""Style sheets, scripts and typefaces, under one folder named by the hash of all of them.

One hash for the folder instead of one a file: a page never mixes an old file with a new one, and a script knows the
files beside it by relative address.
"""

from dataclasses import dataclass
from pathlib import Path

from site_builder.assets.bundle import BUNDLED
from site_builder.assets.sheets import join_sheets
from site_builder.core.inputs import find_files, parse_text, read_input
from site_builder.core.model import Files
from site_builder.core.problems import Gathering, raise_problems
from site_builder.core.project import Project
from site_builder.toolchain.cache import content_hash
from site_builder.toolchain.packages import read_package_file

FOLDERS = ("css", "img")
SITE_SHEET = "css/site.css"
"""The style sheet of every page."""

LIBRARIES = {"minisearch": ("dist/es/index.js", "LICENSE.txt"), **dict.fromkeys(BUNDLED, ("LICENSE",))}
"""The files of npm packages that browsers load as they are, each package with its license; of those that are part of
our own scripts, the license alone."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The asset files by path in the site, and their folder."""

    folder: str
    """assets/<hash>/"""
    files: Files


def read_libraries(project: Project) -> Files:
    """Read the files of the npm packages that browsers load: libraries/minisearch/index.js. Raises `MissingPart`."""
    found: Files = {}
    for package, names in LIBRARIES.items():
        for name in names:
            plain = name.rpartition("/")[2]
            plain += "" if "." in plain else ".txt"  # hosts serve files by their endings
            found[f"libraries/{package}/{plain}"] = read_package_file(project, package, name)
    return found


def read_assets(project: Project, beside: Files, colors: bytes = b"") -> Assets:
    """Read the files in `web/` that browsers get as they are; what others make (styles, scripts) stands beside.

    Rules for `colors` follow those of the style sheet of every page, and need no packing.
    """
    found = join_sheets(beside)
    gathering = Gathering()
    for folder in FOLDERS:
        for name, path in find_files(project, f"web/{folder}").items():
            if path.suffix != ".css":
                with gathering:
                    found[f"{folder}/{name}"] = _as_it_is(project, path)
    gathering.finish()
    if colors:
        found[SITE_SHEET] += colors
    folder = f"assets/{content_hash(found)}/"
    return Assets(folder, {folder + name: data for name, data in found.items()})


def _as_it_is(project: Project, path: Path) -> bytes:
    """The bytes of a file, which are text where it is a drawing."""
    data = read_input(project, path)
    if path.suffix == ".svg":
        raise_problems(parse_text(project.name(path), data)[1])
    return data
