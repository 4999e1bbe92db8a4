"""The npm packages that the build reads, in `node_modules/`."""

from pathlib import Path

from site_builder.core.problems import MissingPart
from site_builder.core.project import Project


def find_package(project: Project, name: str) -> Path:
    """The folder of a package. Raises `MissingPart` where the set-up has not brought it."""
    folder = project.root / "node_modules" / name
    if not (folder / "package.json").is_file():
        raise MissingPart(f"the npm package {name} is missing; run: make setup")
    return folder


def read_package_file(project: Project, name: str, path: str) -> bytes:
    """One file of a package. Raises `MissingPart` where the package lacks it: another version is there."""
    file = find_package(project, name) / path
    if not file.is_file():
        raise MissingPart(f"the npm package {name} has no file {path}; run: make setup")
    return file.read_bytes()
