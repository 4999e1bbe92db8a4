"""What a build needs of this machine: what is there, and the command that brings what is not."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from site_builder.assets.bundle import ESBUILD
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project
from site_builder.toolchain.cache import PREPARED
from site_builder.toolchain.node import find_node
from site_builder.toolchain.packages import read_package_file

PROGRAM = "community-os"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked for."""

    name: str
    trouble: str = ""
    """What is wrong, and the command that mends it; empty where all is well."""
    is_needed: bool = True
    """Whether a site cannot be built without it."""


def examine(project: Project) -> Iterator[Finding]:
    """Look at Python's packages, at those of npm, at Node, and at the folder."""
    yield from _libraries()
    yield from _npm(project)
    yield _folder(project)


def _libraries() -> Iterator[Finding]:
    """The packages that ours names, those of `extra`s left out."""
    for wanted in requires(PROGRAM) or []:
        name = re.split(r"[^A-Za-z0-9._-]", wanted, maxsplit=1)[0]
        if "extra ==" in wanted:
            continue
        try:
            yield Finding(f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Finding(name, f'the Python package is missing; run: python3 -m pip install "{wanted}"')


def _npm(project: Project) -> Iterator[Finding]:
    """A packed book brings what Node would make, so that only who changes how things are made needs it."""
    is_needed = project.book is None or not (project.book / PREPARED).is_dir()
    for name, look in (
        ("Node.js", find_node),
        ("esbuild", lambda: read_package_file(project, "esbuild", ESBUILD)),
        ("pyodide", lambda: read_package_file(project, "pyodide", "pyodide.asm.wasm")),
    ):
        try:
            look()
            yield Finding(name)
        except MissingPart as missing:
            yield Finding(name, str(missing), is_needed or name == "pyodide")


def _folder(project: Project) -> Finding:
    name = str(project.root)
    if os.access(project.root, os.W_OK):
        return Finding(name)
    return Finding(name, "nothing can be written here; give leave, or copy it to a folder of yours")
