"""What lay in the book under each thing of a host's own when she made it or last looked, and what changed since."""

import json
from collections.abc import Iterator
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path

from site_builder.content.located_yaml import parse_yaml
from site_builder.content.merging import MERGED
from site_builder.core.inputs import find_files, parse_text, read_input
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project

PARTS = ("content", "templates", "web")
"""The folders in which a file of the host stands over one of the book."""

SEEN = "book-seen.json"
"""Beside the content: the texts of the book by the names of what is hers. Of what is no text, a hash."""

ADDED = "content/sources.yaml"
"""Her sources stand beside those of the book, and so over none of them."""

AROUND = 2
"""Lines shown on each side of a change."""


def changed_below(project: Project) -> Iterator[tuple[str, list[str]]]:
    """Name each thing of hers under which the book is not what it was, and tell the change.

    It is told as programs for comparing files tell it: lines that went, lines that came.
    """
    seen = _read_seen(project)
    for name, now in _below(project).items():
        before = seen.get(name, now)
        if before != now:
            yield name, list(unified_diff(before.split("\n"), now.split("\n"), n=AROUND, lineterm=""))[2:]


def note_new(project: Project) -> None:
    """Note what is under each thing of hers that was not there before; forget what she has taken away."""
    if project.book is not None:
        below, seen = _below(project), _read_seen(project)
        _write_seen(project, {name: seen.get(name, now) for name, now in below.items()}, seen)


def note_all(project: Project) -> int:
    """Note that she has looked at all that is under hers; how much that is."""
    below = _below(project)
    _write_seen(project, below, _read_seen(project))
    return len(below)


def _below(project: Project) -> dict[str, str]:
    """What is in the book under hers, by name: texts of files, and of fields of the files that hold single fields."""
    book_of(project)
    found: dict[str, str] = {}
    for name in [f"{part}/{inside}" for part in PARTS for inside in find_files(project, part)]:
        path = project.below(name)
        if path is None or name == ADDED:
            continue
        if name.removeprefix("content/") in MERGED:
            own, book = _value(project, project.root / name), _value(project, path)
            found |= {f"{name}: {field}": _text(value) for field, value in _under(own, book)}
        else:
            found[name] = _file_text(path.read_bytes())
    return found


def _value(project: Project, path: Path) -> object:
    """What a YAML file holds; nothing while it has a mistake, which a build tells."""
    source, _ = parse_text(project.name(path), read_input(project, path))
    yaml, problems = parse_yaml(source) if source else (None, [])
    return yaml.value if yaml and not problems else {}


def _under(own: object, book: object, path: str = "") -> Iterator[tuple[str, object]]:
    """The values of the book that hers stand in place of, by their dotted names."""
    if isinstance(own, dict) and isinstance(book, dict):
        for name in own.keys() & book.keys():
            yield from _under(own[name], book[name], f"{path}.{name}" if path else str(name))
    else:
        yield path, book


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, indent=1, ensure_ascii=False)


def _file_text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return f"no text, with the SHA-256 {sha256(data).hexdigest()}"


def book_of(project: Project) -> Path:
    """The book below a site; raises `MissingPart` where the project is a whole book itself."""
    if project.book is None:
        raise MissingPart(
            "this folder is the whole book itself; the command is for a site made by: community-os new-site"
        )
    return project.book


def _read_seen(project: Project) -> dict[str, str]:
    path = project.root / SEEN
    try:
        seen = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    except ValueError:
        seen = None
    if not isinstance(seen, dict):
        raise MissingPart(f"{SEEN} is not what was written there; mend it, or delete it to start anew")
    return {str(name): str(value) for name, value in seen.items()}


def _write_seen(project: Project, seen: dict[str, str], before: dict[str, str]) -> None:
    if seen != before:
        text = json.dumps(dict(sorted(seen.items())), indent=1, ensure_ascii=False)
        (project.root / SEEN).write_text(f"{text}\n", "utf-8")
