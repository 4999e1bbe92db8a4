"""The npm packages that the build reads, in `node_modules/`."""

import json
import shlex
from pathlib import Path

from site_builder.core.problems import MissingPart
from site_builder.core.project import Project


def find_package(project: Project, name: str) -> Path:
    """The folder of a package. Raises `MissingPart` where the set-up has not brought it."""
    file = project.find(f"node_modules/{name}/package.json")
    if not file.is_file():
        raise MissingPart(f"the npm package {name} is missing; run: {_set_up(project, name)}")
    return file.parent


def read_package_file(project: Project, name: str, path: str) -> bytes:
    """One file of a package. Raises `MissingPart` where the package lacks it: another version is there."""
    folder = find_package(project, name)
    file = folder / path
    if not file.is_file():
        version = json.loads((folder / "package.json").read_bytes()).get("version", "latest")
        command = _set_up(project, f"{name}@{version}")
        raise MissingPart(f"the npm package {name} has no file {path}; run: {command}")
    return file.read_bytes()


def _set_up(project: Project, package: str) -> str:
    """The command that brings a package. A site of a host's own needs the few that only developers change."""
    return f"npm install --prefix {shlex.quote(str(project.root))} {package}" if project.book else "make setup"
