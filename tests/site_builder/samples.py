"""Small values to test with: pages and content without files."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from scoring import Catalogue
from site_builder.content.markdown import parse_markdown
from site_builder.content.spoken import SPOKEN
from site_builder.core.help_lines import HelpLines
from site_builder.core.model import Content, Document, Page, ReadPages, Reference
from site_builder.core.problems import Problem, Source, raise_problems
from site_builder.core.settings import Settings
from site_builder.edition import Edition
from site_builder.pages.assemble import NEEDED_CHAPTERS, Arranged, arrange, resolve_pages

ADDRESS = "https://example.org/a/b/"
MOVED = "old/safe.html"
WORDS = {name: f"<{name}>" for name in SPOKEN}
"""For texts in Markdown."""

SETTINGS = Settings("Tiny", "A tiny site.", "It is tiny.", "en", "")


EDITION = Edition(
    "Tiny: A tiny site.",
    "It is tiny.",
    "en",
    uuid5(NAMESPACE_URL, "Tiny").urn,
    datetime(2026, 11, 28, tzinfo=UTC),
    "The <Desk>",
    "CC BY 4.0",
)


def parse(text: str, body_line: int = 1, lang: str = "en") -> tuple[Document, list[Problem]]:
    """Parse the text of a file from `body_line` on."""
    body = "".join(text.splitlines(keepends=True)[body_line - 1 :])
    return parse_markdown(Source("content/chapters/03-weak-ties.md", text), body, body_line, WORDS, lang)


def make_page(slug: str, body: str = "Text.\n", folder: str = "chapters", **changes: object) -> Page:
    """Make a page of the content; `changes` are fields of `Page`."""
    source = Source(f"content/{folder}/{slug}.md", body)
    document, problems = parse_markdown(source, body, 1, WORDS, "en")
    assert problems == []
    output = f"{slug}.html" if folder == "pages" else f"{folder}/{slug}.html"
    page = Page(source, slug, output, f"Title of {slug}", slug, "A summary.", 1, (), (), False, document)
    return replace(page, **changes)


def make_chapters(**changed: Page) -> tuple[Page, ...]:
    """Make the twelve chapters that a site needs, in order; `changed` replaces some (weak_ties=...)."""
    pages = [make_page(slug, order=order) for order, slug in enumerate(NEEDED_CHAPTERS, start=1)]
    return tuple(
        replace(changed[name], order=page.order) if (name := page.slug.replace("-", "_")) in changed else page
        for page in pages
    )


def make_reference(source_id: str, kind: str = "research") -> Reference:
    """Make an entry of the sources."""
    return Reference(source_id, kind, f"Title of {source_id}", "Person, A.", "A press", 2020, "", "A finding.")


def make_content(
    catalogue: Catalogue,
    chapters: Sequence[Page],
    pages: Sequence[Page] = (),
    references: Sequence[Reference] = (),
) -> Content:
    """Put content together."""
    by_id = {reference.id: reference for reference in references}
    return Content(SETTINGS, {}, catalogue, {}, by_id, HelpLines("today", ()), tuple(chapters), tuple(pages))


def arrange_content(content: Content, pictures: Sequence[str] = ()) -> Arranged:
    """Resolve the links and arrange the pages; raises `ContentProblems` where they do not fit together."""
    addresses, problems = resolve_pages(ReadPages(content.chapters, content.pages, {}), pictures)
    raise_problems(problems)
    return arrange(content, addresses)
