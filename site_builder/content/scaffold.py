"""The first file of a new chapter or page."""

from pathlib import Path

from site_builder.content.front_matter import LONGEST_LABEL
from site_builder.core.addresses import page_slug
from site_builder.core.names import NAME, find_named
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project


def write_chapter(project: Project, slug: str, title: str) -> Path:
    """Write a draft after the last chapter; never over a file that is there."""
    taken = _taken(project, "chapters", slug, "chapter")
    order = max((int(name.split("-")[0]) for name in taken if name.split("-")[0].isdigit()), default=0) + 1
    path = project.content / "chapters" / f"{order:02}-{slug}.md"
    return _write(path, slug, title, order, "chapter", "Start with a concrete situation.")


def write_page(project: Project, slug: str, title: str) -> Path:
    """Write a draft of a page that is no chapter, after the others; never over a file that is there."""
    order = len(_taken(project, "pages", slug, "page")) + 1
    path = project.content / "pages" / f"{slug}.md"
    return _write(path, slug, title, order, "page", "Say first what a reader can do here.")


def _taken(project: Project, folder: str, slug: str, kind: str) -> list[str]:
    """Names of the files that are there; refuse one that cannot be an address or is one of them."""
    if not NAME.match(slug):
        raise MissingPart(f'"{slug}" cannot be in an address; use small letters, digits and hyphens: night-walks')
    taken = [name for _, name in find_named(project, folder)[0]]
    if slug in map(page_slug, taken):
        raise MissingPart(f'there is a {kind} "{slug}" already; choose another name')
    return taken


def _write(path: Path, slug: str, title: str, order: int, kind: str, start: str) -> Path:
    label = slug.replace("-", " ").title()[:LONGEST_LABEL]
    summary = f"One sentence that says what the {kind} does."
    fields = f"title: {quoted(title)}\nlabel: {quoted(label)}\nsummary: {summary}\norder: {order}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{fields}draft: true\n---\n\n{start}\n", "utf-8")
    return path


def quoted(text: str) -> str:
    """Write a text as YAML that means this text and nothing else."""
    return "'" + text.replace("'", "''") + "'"
