"""The files that people write: which of a folder they are, their bytes, their text."""

import os
import re
from os.path import isdir, islink, realpath
from pathlib import Path
from stat import S_ISREG

from site_builder.core.problems import ContentProblems, Problem, Source
from site_builder.core.project import Project

LEFT_BEHIND = re.compile(
    r"[.#].*|~\$.*|.*~|.*\.(?:bak|crdownload|orig|part|rej|sw[a-p]|tmp)"
    r"|.*\.sync-conflict-.*|.*\bconflicted copy\b.*|Thumbs\.db|desktop\.ini",
    re.IGNORECASE,
)
"""What editors, systems and programs that keep folders alike put between our files: .name.swp, name~, name.orig."""

PUT_HERE = "put the file itself here, or take the link away"
BRING_BACK = "the site cannot do without it; bring it back"

MOST_BYTES = 1_000_000
"""Of a text: three times the longest of ours."""

UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that no editor shows and no format of ours takes, line breaks and tabs aside."""


def find_files(project: Project, folder: str, pattern: str = "**/*") -> dict[str, Path]:
    """Find the files that a project has in a folder by their names there, sorted; see `find_inputs`."""
    return {name: path for name, path in list_files(project, folder, pattern).items() if not isdir(path)}


def list_files(project: Project, folder: str, pattern: str = "*") -> dict[str, Path]:
    """List what a project has in a folder by its name there, folders included, sorted: what the site itself has hides
    what the book below has under the same name, and what is in the language of an edition hides both.
    """
    found = {
        path.relative_to(place): path
        for place in reversed(list(project.candidates(folder)))
        for path in list_folder(place, pattern)
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
    """Read a file; raise `ContentProblems` where it is not there, cannot be read or is none of the project."""
    try:
        if _leads_away(project, path):
            raise _unread(project, path, "foreign-link", "this link leads out of the project", PUT_HERE)
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            if S_ISREG(os.fstat(file.fileno()).st_mode):  # a pipe or a device need never end
                return file.read()
        raise _unread(project, path, "no-file", "this is no plain file", "take it away")
    except FileNotFoundError:
        if islink(path):
            raise _unread(project, path, "no-file", "this link leads nowhere", PUT_HERE) from None
        raise _unread(project, path, "no-file", "this file is missing", BRING_BACK) from None
    except OSError as error:
        said = f"this cannot be read ({error.strerror})"
        raise _unread(project, path, "no-file", said, "make it readable or take it away") from None


def _unread(project: Project, path: Path, code: str, text: str, hint: str) -> ContentProblems:
    return ContentProblems([Problem(project.name(path), 0, 0, code, text, hint)])


def _leads_away(project: Project, path: Path) -> bool:
    """Whether a link on the way leads out of the project, into files that nobody meant to publish.

    The folders of the project, and of the book below it, may themselves be links: whoever sets it up makes these.
    """
    tops = [place / name for place in project.places for name in ("", "content", "templates", "web")]
    top = next((top for top in reversed(tops) if path.is_relative_to(top)), None)
    if top is None or not _is_linked(path, top):
        return False
    real = Path(realpath(path, strict=True))
    return not any(real.is_relative_to(allowed.resolve()) for allowed in tops)


def _is_linked(path: Path, top: Path) -> bool:
    below = path.relative_to(top).parents
    return islink(path) or any(islink(top / part) for part in below if part.parts)


def read_text(project: Project, path: Path) -> tuple[Source, list[Problem]]:
    """Read a file as text; with a problem there is none."""
    try:
        return parse_text(project.name(path), read_input(project, path))
    except ContentProblems as unread:
        return Source(project.name(path), ""), list(unread.problems)


def parse_text(name: str, data: bytes) -> tuple[Source, list[Problem]]:
    """Take the bytes of a file as text; with a problem there is none."""
    if len(data) > MOST_BYTES:
        text = f"{len(data) / 1e6:.1f} MB of text"
        hint = f"allowed: at most {MOST_BYTES / 1e6:.0f} MB; divide it"
        return Source(name, ""), [Problem(name, 0, 0, "too-long", text, hint)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "save the file as UTF-8"
        return Source(name, ""), [Problem(name, line, 1, "encoding", "this line is not UTF-8 text", hint)]
    source = Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    if found := UNSEEN.search(source.text):
        return Source(name, ""), [_unseen(source, found)]
    return source, []


def _unseen(source: Source, found: re.Match[str]) -> Problem:
    before = source.text[: found.start()]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    said = f"the character U+{ord(found.group()):04X} cannot be in a text file"
    shown = Source(source.path, UNSEEN.sub(" ", source.text))
    return shown.problem(line, column, "character", said, "take it out; editors show nothing in its place")
