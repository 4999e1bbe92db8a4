"""Which files of the content are read. Their names become addresses, so they hold what every address can."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from site_builder.core.inputs import list_files, list_folder
from site_builder.core.problems import Problem, did_you_mean
from site_builder.core.project import Project

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
"""No capitals: on many disks `Index.md` is `index.md`."""

PICTURES = "pictures"
FOLDERS = {"chapters": (".md",), "pages": (".md",), PICTURES: (".jpg", ".png", ".svg", ".webp")}
"""The folders of the content, and the endings of what is read there."""

TEXTS = ("site.yaml", "words.yaml", "sources.yaml", "help.yaml", "practices.yaml")
"""What readers see of these files is text as it is written there."""

FILES = (*TEXTS, "wording.yaml")
"""What is read of the content itself."""

TEXT_ENDINGS = (".md", ".mdown", ".mkd", ".markdown", ".txt")
"""What people call a file in Markdown."""

ALLOWED = "small letters from a to z and digits, with hyphens between them"


class Named(NamedTuple):
    """A file that is read, and its name without the ending, made fit for an address where it was not."""

    path: Path
    name: str


def fitting_name(text: str) -> str:
    """Give the name nearest to a text that an address can hold; empty where no letter of it can stay.

    >>> fitting_name("What now?")
    'what-now'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return "-".join(re.findall(r"[a-z0-9]+", letters))


def find_named(project: Project, folder: str) -> tuple[list[Named], list[Problem]]:
    """Find the files of one of the `FOLDERS`, and what there is not read or has no name for an address.

    A text under a wrong name is among them, so that all of its mistakes are told at once.
    """
    found, problems = [], []
    for path in list_files(project, f"content/{folder}").values():
        fault = _fault(path, folder)
        if fault:
            problems.append(Problem(project.name(path), 0, 0, *fault))
        name = path.stem if NAME.match(path.stem) else fitting_name(path.stem)
        if name and path.suffix in FOLDERS[folder] and not path.is_dir() and not _is_led_away(path, folder):
            found.append(Named(path, name))
    return found, problems


def check_top(project: Project, languages: Sequence[str]) -> Iterator[Problem]:
    """Tell of everything in the content's own folder that is not read: in that of its language, for an edition."""
    known = (*FILES, *FOLDERS) if project.language else (*FILES, *FOLDERS, *languages)
    for path in list_folder(project.content / project.language):
        if path.name not in known:
            hint = did_you_mean(path.name, known, ", ".join(known))
            if (path / "site.yaml").is_file():
                hint = f"to publish this language, write languages: [{path.name}] into site.yaml"
            yield Problem(project.name(path), 0, 0, "not-read", "this is not read", hint)


def _fault(path: Path, folder: str) -> tuple[str, str, str] | None:
    """Say what keeps a file from being read under its name: code, text and hint."""
    endings = FOLDERS[folder]
    if path.is_dir():
        return "not-read", "a folder is not read here", f"put its files into content/{folder}/ itself"
    if _is_led_away(path, folder):
        return "not-read", "a link to a file is not followed here", "put the file itself here"
    if path.suffix not in endings:
        return "not-read", f"{_kind(path)} is not read here", _hint(path, endings)
    if not NAME.match(path.stem):
        return "file-name", f'"{path.stem}" cannot be in an address', _hint(path, endings)
    return None


def _is_led_away(path: Path, folder: str) -> bool:
    """Whether it is a link among the pictures, which are published as they are, whatever they are."""
    return folder == PICTURES and path.is_symlink()


def _kind(path: Path) -> str:
    return f'a file that ends with "{path.suffix}"' if path.suffix else "a file without an ending"


def _hint(path: Path, endings: tuple[str, ...]) -> str:
    """Guess what was meant, then say what is allowed."""
    ending = path.suffix.lower()
    meant = ".md" if endings == (".md",) and ending in TEXT_ENDINGS else ending
    name = fitting_name(path.stem)
    guess = f'did you mean "{name}{meant}"? ' if name and meant in endings else ""
    return f"{guess}allowed: {ALLOWED}, then {' or '.join(endings)}"
