"""The files that people write: which of a folder they are, their bytes, their text."""

import os
import re
from os.path import isdir
from pathlib import Path
from stat import S_ISREG

from site_builder.core.problems import MissingPart, Problem, Source
from site_builder.core.project import Project

LEFT_BEHIND = re.compile(
    r"[.#].*|~\$.*|.*~|.*\.(?:bak|crdownload|orig|part|rej|sw[a-p]|tmp)"
    r"|.*\.sync-conflict-.*|.*\bconflicted copy\b.*|Thumbs\.db|desktop\.ini",
    re.IGNORECASE,
)
"""What editors, systems and programs that keep folders alike put between our files: .name.swp, name~, name.orig."""


def find_files(project: Project, folder: str, pattern: str = "**/*") -> dict[str, Path]:
    """Find the files that a project has in a folder by their names there, sorted; see `find_inputs`."""
    return {name: path for name, path in list_files(project, folder, pattern).items() if not isdir(path)}


def list_files(project: Project, folder: str, pattern: str = "*") -> dict[str, Path]:
    """List what a project has in a folder by its name there, folders included, sorted: what the site itself has hides
    what the book below has under the same name.
    """
    found = {
        path.relative_to(place / folder): path
        for place in reversed(project.places)
        for path in list_folder(place / folder, pattern)
    }
    return {name.as_posix(): found[name] for name in sorted(found)}


def find_inputs(folder: Path, pattern: str = "**/*") -> list[Path]:
    """Find the files that people put into a folder, sorted.

    A link that leads nowhere is among them: whoever reads it tells of it.
    """
    # unlike is_dir, isdir says no where it cannot look
    return [path for path in list_folder(folder, pattern) if not isdir(path)]


def list_folder(folder: Path, pattern: str = "*") -> list[Path]:
    """List what people put into a folder, folders included, sorted."""
    return sorted(path for path in folder.glob(pattern) if not _left_behind(path.relative_to(folder)))


def _left_behind(path: Path) -> bool:
    return any(LEFT_BEHIND.fullmatch(part) for part in path.parts)


def read_input(project: Project, path: Path) -> bytes:
    """Read a file; raise `MissingPart` where it is not there or cannot be read."""
    name = project.name(path)
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            if S_ISREG(os.fstat(file.fileno()).st_mode):  # a pipe or a device need never end
                return file.read()
        raise MissingPart(f"{name} is no plain file; take it away")
    except FileNotFoundError:
        raise MissingPart(f"{name} is missing; run the command in the project's folder") from None
    except OSError as error:
        raise MissingPart(f"{name} cannot be read ({error.strerror}); make it readable or take it away") from None


def parse_text(name: str, data: bytes) -> tuple[Source, list[Problem]]:
    """Take the bytes of a file as text; with a problem there is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "save the file as UTF-8"
        return Source(name, ""), [Problem(name, line, 1, "encoding", "this line is not UTF-8 text", hint)]
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n")), []
