"""The npm packages that the build reads, in `node_modules/`."""

import shlex
from pathlib import Path

from site_builder.core.problems import MissingPart
from site_builder.core.project import Project

LOCKS = ("package.json", "package-lock.json")
"""What npm installs from."""


def find_package(project: Project, name: str) -> Path:
    """The folder of a package. Raises `MissingPart` where the set-up has not brought it."""
    file = project.find(f"node_modules/{name}/package.json")
    if not file.is_file():
        raise MissingPart(f"the npm package {name} is missing; run: {_set_up(project)}")
    return file.parent


def read_package_file(project: Project, name: str, path: str) -> bytes:
    """One file of a package. Raises `MissingPart` where the package lacks it: another version is there."""
    file = find_package(project, name) / path
    if not file.is_file():
        raise MissingPart(f"the npm package {name} has no file {path}; run: {_set_up(project)}")
    return file.read_bytes()


def _set_up(project: Project) -> str:
    """The command that brings all packages. Into a host's own site they come by the lock of the book."""
    if project.book is None:
        return "make setup"
    root = shlex.quote(str(project.root))
    locks = " ".join(shlex.quote(str(project.book / name)) for name in LOCKS)
    return f"cp {locks} {root} && npm ci --omit=dev --prefix {root}"
