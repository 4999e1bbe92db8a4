"""A host's own site: a folder with what is different there, over the book that the program brings."""

from pathlib import Path

from site_builder.book_seen import ADDED, PARTS, book_of, note_new
from site_builder.content.merging import MERGED
from site_builder.content.scaffold import quoted
from site_builder.core.inputs import find_files, find_inputs
from site_builder.core.names import FOLDERS
from site_builder.core.problems import MissingPart, did_you_mean
from site_builder.core.project import Project
from site_builder.schemas import editor_settings

STARTER = Path(__file__).with_name("starter")
"""The files of a new site. NAME in them stands for its name."""

HIDDEN = {"gitignore": ".gitignore"}


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
    book = book_of(project)
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
