"""A host's own site: a folder with what is different there, over the book that the program brings."""

import json
from collections.abc import Iterator
from pathlib import Path

from site_builder.content.located_yaml import parse_yaml
from site_builder.content.merging import MERGED
from site_builder.content.scaffold import quoted
from site_builder.core.inputs import find_files, find_inputs, parse_text, read_input
from site_builder.core.names import FOLDERS
from site_builder.core.problems import MissingPart, did_you_mean
from site_builder.core.project import Project
from site_builder.schemas import editor_settings
from site_builder.toolchain.cache import content_hash

STARTER = Path(__file__).with_name("starter")
"""The files of a new site. NAME in them stands for its name."""

HIDDEN = {"gitignore": ".gitignore"}
PARTS = ("content", "templates", "web")
"""The folders in which a file of the host stands over one of the book."""

SEEN = "book-seen.json"
"""Beside the content: what lay in the book under each thing of hers when she made it or last looked, as a hash."""

ADDED = "content/sources.yaml"
"""Her sources stand beside those of the book, and so over none of them."""


def write_new_site(folder: Path, name: str) -> list[Path]:
    """Write the files of a new site; never into a folder that holds something."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise MissingPart(f"{folder} is there already; choose a new or empty folder")
    title = name or folder.resolve().name.replace("-", " ").title()
    for part in FOLDERS:
        (folder / "content" / part).mkdir(parents=True)
    written = []
    for path in find_inputs(STARTER):
        inside = path.relative_to(STARTER)
        target = folder / inside.with_name(HIDDEN.get(inside.name, inside.name))
        told = quoted(title) if path.suffix == ".yaml" else title
        target.write_text(path.read_text("utf-8").replace("NAME", told), "utf-8")
        written.append(target)
    settings = folder / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text(editor_settings(), "utf-8")
    return [*written, settings]


def copy_file(project: Project, name: str) -> Path:
    """Copy a file of the book into the site, to be changed there. Never over a file of hers."""
    book = _book(project)
    target = project.root / name
    known = [f"{part}/{inside}" for part in PARTS for inside in find_files(Project(book), part)]
    if name not in known:
        hint = did_you_mean(name, known) or f"the files are in {book}"
        raise MissingPart(f'the book has no file "{name}"; {hint}')
    if name in {ADDED, *(f"content/{merged}" for merged in MERGED)}:
        raise MissingPart(f"{name} needs only what is different or new in yours; the book's is {book / name}")
    if target.exists():
        raise MissingPart(f"{name} is yours already; take it away first if you want the book's again")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes((book / name).read_bytes())
    note_new(project)
    return target


def changed_below(project: Project) -> Iterator[str]:
    """Name each thing of hers under which the book is not what it was when she made it or last looked."""
    seen = _read_seen(project)
    yield from (name for name, now in _below(project).items() if seen.get(name, now) != now)


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
    """What is in the book under hers, by name, as a hash: files, and fields of those that hold single fields."""
    _book(project)
    found: dict[str, str] = {}
    for name in [f"{part}/{inside}" for part in PARTS for inside in find_files(project, part)]:
        path = project.below(name)
        if path is None or name == ADDED:
            continue
        if name.removeprefix("content/") in MERGED:
            own, book = _value(project, project.root / name), _value(project, path)
            found |= {f"{name}: {field}": _hash(repr(value).encode()) for field, value in _under(own, book)}
        else:
            found[name] = _hash(path.read_bytes())
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


def _hash(data: bytes) -> str:
    return content_hash({"": data})


def _book(project: Project) -> Path:
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
