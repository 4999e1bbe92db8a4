"""The twelve chapters as one document: ids kept apart, links inside the book, one list of sources."""

from collections import Counter
from collections.abc import Mapping, Sequence

from site_builder.core.addresses import join_url, relative_url
from site_builder.core.model import Book, BookChapter, CitedReference, Files, Page, Reference
from site_builder.core.names import fitting_name
from site_builder.core.page_registry import BOOK
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project
from site_builder.core.settings import Settings
from site_builder.graphics.svg import NO_DRAWINGS, Drawing
from site_builder.pages.html import render_markdown
from site_builder.pages.links import NOWHERE, OUTSIDE, drawn_images
from site_builder.toolchain.cache import Cache, open_cache

PDF, EPUB = "book.pdf", "book.epub"
"""What `make book` makes of it, in the cache; readers save it under the site's own name."""


def make_book(
    chapters: Sequence[Page],
    addresses: Mapping[str, Mapping[str, str]],
    references: Mapping[str, Reference],
    drawings: Mapping[str, Drawing] = NO_DRAWINGS,
    sources: str = "",
    invented: str = "",
) -> Book:
    """Bind the chapters; `addresses` holds, by a page's path, each of its links as resolved for that page.

    `sources` is the heading of the list of references; `invented` says that the people are.
    """
    cited = Counter(citation.source_id for page in chapters for citation in page.document.citations)
    numbers = {source_id: number for number, source_id in enumerate(cited, start=1)}
    slugs = {page.output: page.slug for page in chapters}
    return Book(
        chapters=tuple(
            BookChapter(
                slug=page.slug,
                label=page.label,
                title=page.title,
                summary=page.summary,
                is_invented=page.is_invented,
                html=render_markdown(
                    page.document,
                    {href: _inside(address, page, slugs) for href, address in addresses[page.output].items()},
                    numbers,
                    drawn_images(page, drawings),
                    prefix=f"{page.slug}-",
                    deeper=1,
                ),
                lang=page.lang,
            )
            for page in chapters
        ),
        references=tuple(
            CitedReference(number, references[source_id], cited[source_id]) for source_id, number in numbers.items()
        ),
        sources=sources,
        invented=invented,
    )


def book_cache(project: Project) -> Cache:
    """Where the files of the book are kept."""
    return open_cache(project, "book")


def book_inputs(book: Book, pictures: Files, settings: Settings) -> Files:
    """What an edition of the book is made of: its text, and what it says of itself."""
    names = ("name", "headline", "description", "lang", "site_url", "author", "license")
    told = {name: getattr(settings, name) for name in names}
    return {"book": repr(book).encode(), "told": repr(told).encode()} | pictures


def read_book_files(project: Project, inputs: Files, settings: Settings) -> Files:
    """Read what `make book` made of this edition; raises `MissingPart` where it has not run."""
    files: Files = {}
    for name in (PDF, EPUB):
        data = book_cache(project).read(name, inputs)
        if data is None:
            raise MissingPart("the book of these chapters is not made yet; run: make book")
        files[f"book/{book_name(settings)}.{name.rpartition('.')[2]}"] = data
    return files


def book_name(settings: Settings) -> str:
    """What the files of the book are called, without their endings: the site's name, where an address can hold it."""
    return fitting_name(settings.name_in_text) or "book"


def _inside(address: str, page: Page, slugs: Mapping[str, str]) -> str:
    """Turn an address as seen from a chapter into one inside the book, or as seen from the book's page."""
    if address == NOWHERE or address.startswith(OUTSIDE):
        return address
    path, _, anchor = address.partition("#")
    target = (join_url(page.output, path) or path) if path else page.output
    if target in slugs:
        return f"#{slugs[target]}-{anchor}" if anchor else f"#{slugs[target]}"
    return relative_url(target, BOOK.output) + (f"#{anchor}" if anchor else "")
