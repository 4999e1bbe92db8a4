"""Lays out the book that the wheel brings, in `.cache/wheel/book/`: `python -m scripts.wheel`. `make wheel` runs it.

It holds what is written, templates, styles and scripts; of npm's packages the files that a build reads; and what Node
and the drawing libraries made of all this, so that a host who changes words needs no Node and waits for nothing.
"""

from pathlib import Path
from shutil import copyfile, copytree, ignore_patterns, rmtree

from site_builder.assets.bundle import BUNDLED
from site_builder.assets.collect import LIBRARIES
from site_builder.assets.typefaces import FACES, LICENSES, parts
from site_builder.build import build
from site_builder.core.project import BOOK, Project
from site_builder.toolchain.cache import PREPARED
from site_builder.toolchain.packages import LOCKS
from site_builder.writing_commands import GUIDES

WRITTEN = ("content", "templates", "web")
KEPT = ("fonts", "raster", "scripts", "runtime", "figures")
"""Kinds of the cache that hold for every copy; what is known of texts and templates depends on where they stand."""

PYODIDE = ignore_patterns("*.map", "*.d.ts", "*.html", "pyodide.js")
"""It is brought whole, for a changed catalogue makes a new image; what only web pages and editors read stays."""

MODULES = "node_modules"


def npm_files() -> set[str]:
    """The files of npm's packages that a build reads, by their place in `node_modules`."""
    faces = {f"{part.package}/{part.file}" for face in FACES for part in parts(face)}
    libraries = {f"{package}/{name}" for package, names in LIBRARIES.items() for name in names}
    licenses = {f"{package}/LICENSE" for package in LICENSES.values()}
    packages = {*BUNDLED, *LIBRARIES, *LICENSES.values(), "esbuild"}
    return faces | libraries | licenses | {f"{package}/package.json" for package in packages}


def lay_out(target: Path, source: Path = BOOK) -> None:
    """Write the whole book into a new folder."""
    for name in WRITTEN:
        copytree(source / name, target / name)
    for name in LOCKS:
        copyfile(source / name, target / name)
    (target / "docs").mkdir()
    for name in GUIDES:
        copyfile(source / "docs" / f"{name}.md", target / "docs" / f"{name}.md")
    (target / MODULES).symlink_to(source / MODULES, target_is_directory=True)  # for the build, with all of esbuild
    project = Project(target)
    build(project, print)
    for kind in KEPT:
        copytree(project.cache / kind, target / PREPARED / kind)
    rmtree(project.cache)
    (target / MODULES).unlink()
    for name in npm_files():
        (target / MODULES / name).parent.mkdir(parents=True, exist_ok=True)
        copyfile(source / MODULES / name, target / MODULES / name)
    copytree(source / MODULES / "pyodide", target / MODULES / "pyodide", ignore=PYODIDE)


if __name__ == "__main__":
    place = BOOK / ".cache" / "wheel" / "book"
    rmtree(place, ignore_errors=True)
    lay_out(place)
