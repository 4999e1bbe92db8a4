"""The first file of a new chapter."""

import re
from pathlib import Path

from site_builder.content.front_matter import LONGEST_LABEL
from site_builder.core.addresses import page_slug
from site_builder.core.inputs import find_inputs
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def write_chapter(project: Project, slug: str, title: str) -> Path:
    """Write a draft after the last chapter; never over a file that is there."""
    if not SLUG.match(slug):
        raise MissingPart(f'"{slug}" cannot be in an address; use small letters, digits and hyphens: night-walks')
    folder = project.content / "chapters"
    taken = [path.name for path in find_inputs(folder, "*.md")]
    if slug in (page_slug(Path(name).stem) for name in taken):
        raise MissingPart(f'there is a chapter "{slug}" already; choose another name')
    order = max((int(name.split("-")[0]) for name in taken if name.split("-")[0].isdigit()), default=0) + 1
    path = folder / f"{order:02}-{slug}.md"
    label = slug.replace("-", " ").title()[:LONGEST_LABEL]
    summary = "One sentence that says what the chapter does."
    fields = f"title: {_quoted(title)}\nlabel: {_quoted(label)}\nsummary: {summary}\norder: {order}\n"
    path.write_text(f"---\n{fields}draft: true\n---\n\nStart with a concrete situation.\n", "utf-8")
    return path


def _quoted(text: str) -> str:
    """Write a text as YAML that means this text and nothing else."""
    return "'" + text.replace("'", "''") + "'"
