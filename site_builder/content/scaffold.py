"""The first file of a new chapter."""

from pathlib import Path

from site_builder.content.front_matter import LONGEST_LABEL
from site_builder.core.addresses import page_slug
from site_builder.core.names import NAME, find_named
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project


def write_chapter(project: Project, slug: str, title: str) -> Path:
    """Write a draft after the last chapter; never over a file that is there."""
    if not NAME.match(slug):
        raise MissingPart(f'"{slug}" cannot be in an address; use small letters, digits and hyphens: night-walks')
    folder = project.content / "chapters"
    taken = [name for _, name in find_named(project, "chapters")[0]]
    if slug in map(page_slug, taken):
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
