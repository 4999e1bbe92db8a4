"""A host's own site: a folder with what is different there, over the book that the program brings."""

import json
from collections.abc import Iterator
from pathlib import Path

from site_builder.content.merging import MERGED
from site_builder.content.scaffold import quoted
from site_builder.core.inputs import find_files, find_inputs
from site_builder.core.names import FOLDERS
from site_builder.core.problems import MissingPart, did_you_mean
from site_builder.core.project import Project
from site_builder.toolchain.cache import content_hash

STARTER = Path(__file__).with_name("starter")
"""The files of a new site. NAME in them stands for its name."""

HIDDEN = {"gitignore": ".gitignore"}
PARTS = ("content", "templates", "web")
"""The folders in which a file of the host stands over one of the book."""

COPIED = "copied.json"
"""Beside the content: what a copied file looked like in the book when it was copied, as a hash."""

BESIDE = tuple(f"content/{name}" for name in (*MERGED, "sources.yaml"))
"""Files that add to the book's or change a part of it, and so miss nothing of what is new there."""


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
    return written


def copy_file(project: Project, name: str) -> Path:
    """Copy a file of the book into the site, to be changed there; note what it was. Never over a file of hers."""
    book = _book(project)
    target = project.root / name
    known = [f"{part}/{inside}" for part in PARTS for inside in find_files(Project(book), part)]
    if name not in known:
        raise MissingPart(
            f'the book has no file "{name}"; {did_you_mean(name, known) or "see its folders " + str(book)}'
        )
    if target.exists():
        raise MissingPart(f"{name} is yours already; take it away first if you want the book's again")
    target.parent.mkdir(parents=True, exist_ok=True)
    data = (book / name).read_bytes()
    target.write_bytes(data)
    _write_noted(project, read_noted(project) | {name: content_hash({"": data})})
    return target


def read_noted(project: Project) -> dict[str, str]:
    """What the host's files were in the book when she last looked, by name."""
    path = project.root / COPIED
    try:
        noted = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    except ValueError:
        raise MissingPart(f"{COPIED} is not what was written there; mend it, or delete it and note anew") from None
    return {str(name): str(value) for name, value in noted.items()} if isinstance(noted, dict) else {}


def changed_below(project: Project) -> Iterator[tuple[str, str]]:
    """Name each file of hers under which the book is not what she has seen, and say what is known of it."""
    noted = read_noted(project)
    for name, now in _below(project).items():
        if name not in noted:
            yield name, "nothing says which edition of the book it was made from"
        elif noted[name] != now:
            yield name, "the book's has changed since"


def note_below(project: Project) -> int:
    """Note that she has looked at the book's files under her own; how many there are."""
    below = _below(project)
    _write_noted(project, below)
    return len(below)


def _below(project: Project) -> dict[str, str]:
    """The book's files under those of the host, by name, each as a hash."""
    _book(project)
    names = [f"{part}/{inside}" for part in PARTS for inside in find_files(project, part)]
    found = {name: project.below(name) for name in names if name not in BESIDE}
    return {name: content_hash({"": path.read_bytes()}) for name, path in found.items() if path}


def _book(project: Project) -> Path:
    if project.book is None:
        raise MissingPart(
            "this folder is the whole book itself; the command is for a site made by: community-os new-site"
        )
    return project.book


def _write_noted(project: Project, noted: dict[str, str]) -> None:
    text = json.dumps(dict(sorted(noted.items())), indent=1, ensure_ascii=False)
    (project.root / COPIED).write_text(f"{text}\n", "utf-8")
