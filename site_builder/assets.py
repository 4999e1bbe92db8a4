"""Style sheets, scripts and typefaces, under one folder named by the hash of all of them.

One hash for the folder instead of one a file: modules keep importing each other by relative address, and a page
never mixes an old file with a new one.
"""

from dataclasses import dataclass
from hashlib import sha256

from site_builder.model import Files
from site_builder.paths import Project

FOLDERS = ("css", "js", "img")
LAYERS = "css/site"
"""The layers of the style sheet that every page has; their names give the order."""
PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class Assets:
    """The asset files by path in the site, and their folder."""

    folder: str
    """assets/<hash>/"""
    files: Files


def read_pictures(project: Project) -> Files:
    """Read the pictures of the text, under the addresses that the text gives them: pictures/rings.svg."""
    paths = sorted((project.content / PICTURES).glob("*.*"))
    return {f"{PICTURES}/{path.name}": path.read_bytes() for path in paths}


def read_assets(project: Project, fonts: Files) -> Assets:
    """Read everything in `web/` that browsers load; the typefaces stand beside it."""
    found: Files = dict(fonts)
    for name in FOLDERS:
        for path in sorted((project.web / name).rglob("*")):
            if path.is_file():
                found[path.relative_to(project.web).as_posix()] = path.read_bytes()
    layers = sorted(name for name in found if name.startswith(f"{LAYERS}/"))
    if layers:
        found[f"{LAYERS}.css"] = b"\n".join(found.pop(name) for name in layers)
    digest = sha256()
    for name, data in found.items():
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    folder = f"assets/{digest.hexdigest()[:10]}/"
    return Assets(folder, {folder + name: data for name, data in found.items()})
