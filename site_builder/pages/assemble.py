"""Pages as read to pages as shown: checks that need all of them, order, references, HTML."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import basename, dirname

from scoring.model import MAP_CHAPTER, REVIEW_CHAPTER, STRAND_IDS
from site_builder.content.interface_text import text_at
from site_builder.core.addresses import join_url, page_slug
from site_builder.core.model import (
    UNKNOWN_ORDER,
    Book,
    CitedReference,
    Content,
    Files,
    Page,
    ReadPages,
    Reference,
    ShownPage,
    UsedReference,
)
from site_builder.core.page_registry import PAGES
from site_builder.core.problems import Problem, did_you_mean
from site_builder.graphics.svg import NO_DRAWINGS, Drawing
from site_builder.pages.book import make_book
from site_builder.pages.html import render_markdown
from site_builder.pages.links import Targets, drawn_images, resolve_links

WORDS_A_MINUTE = 220
ALIAS = re.compile(r"([a-z0-9-]+/)*[a-z0-9-]+\.html\Z")
TEMPLATE_PAGES = tuple(spec.output for spec in PAGES)
PAGE_FOLDERS = {dirname(output) for output in TEMPLATE_PAGES}
NEEDED_CHAPTERS = (*STRAND_IDS, MAP_CHAPTER, REVIEW_CHAPTER)

type Addresses = Mapping[str, Mapping[str, str]]
"""By a page's path, each of its links as written and as resolved for that page."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """All Markdown pages, in order, ready for their templates."""

    chapters: tuple[ShownPage, ...]
    pages: tuple[ShownPage, ...]
    anchors: tuple[Reference, ...]
    """Official sources that the chapters cite."""
    references: tuple[UsedReference, ...]
    """All sources, in the order of their file."""
    book: Book


def resolve_pages(read: ReadPages, pictures: Collection[str] = ()) -> tuple[Addresses, list[Problem]]:
    """Resolve the links of all pages but drafts, and note everything that does not fit together.

    `pictures` are the addresses of the pictures that the text may show. A page that could not be read is taken to be
    there, with whatever a link wants of it.
    """
    shown = [page for page in read.all if not page.draft]
    outputs = {*TEMPLATE_PAGES, *pictures, *read.unread.values(), *(page.output for page in shown)}
    targets = Targets({page.source.path: page for page in read.all}, outputs, read.unread, read.left_out)
    addresses, problems = {}, list(_check_pages(read))
    for page in shown:
        addresses[page.output], found = resolve_links(page, targets)
        problems += found
    return addresses, problems


def shown_pictures(pictures: Files, addresses: Addresses) -> Files:
    """Give the pictures that a page shows; no other is published, such as one that only a draft has."""
    shown = {join_url(page, address) for page, links in addresses.items() for address in links.values()}
    return {name: data for name, data in pictures.items() if name in shown}


def arrange(content: Content, addresses: Addresses, drawings: Mapping[str, Drawing] = NO_DRAWINGS) -> Arranged:
    """Order and render the pages, with their links as resolved; `drawings` are those that pages hold themselves."""
    chapters, pages = _in_order(content.chapters), _in_order(content.pages)
    shown = {page.output: _show(page, addresses[page.output], content, drawings) for page in (*chapters, *pages)}
    cited = {citation.source_id for page in chapters for citation in page.document.citations}
    official = [source for source in content.references.values() if source.kind == "official" and source.id in cited]
    return Arranged(
        tuple(shown[page.output] for page in chapters),
        tuple(shown[page.output] for page in pages),
        tuple(official),
        tuple(_used(content, list(shown.values()))),
        make_book(
            chapters,
            addresses,
            content.references,
            drawings,
            sources=text_at(content.words, "chapter.sources"),
            invented=text_at(content.words, "chapter.invented"),
        ),
    )


def _used(content: Content, pages: Sequence[ShownPage]) -> Iterator[UsedReference]:
    moves = Counter(source for move in content.catalogue.moves for source in move.sources)
    citing: dict[str, list[ShownPage]] = defaultdict(list)
    for page in pages:
        for cited in page.references:
            citing[cited.reference.id].append(page)
    for reference in content.references.values():
        yield UsedReference(reference, tuple(citing[reference.id]), moves[reference.id])


def _in_order(pages: Sequence[Page]) -> list[Page]:
    return sorted((page for page in pages if not page.draft), key=lambda page: (page.order, page.slug))


def _show(page: Page, addresses: Mapping[str, str], content: Content, drawings: Mapping[str, Drawing]) -> ShownPage:
    mentions = Counter(citation.source_id for citation in page.document.citations)
    ids = [*mentions, *(source_id for source_id in page.further if source_id not in mentions)]
    numbers = {source_id: number for number, source_id in enumerate(ids, start=1)}
    notes = {source_id: content.references[source_id].short for source_id in mentions}
    return ShownPage(
        slug=page.slug,
        output=page.output,
        title=page.title,
        label=page.label,
        summary=page.summary,
        html=render_markdown(page.document, addresses, numbers, drawn_images(page, drawings), notes=notes),
        headings=page.document.headings,
        references=tuple(
            CitedReference(number, content.references[source_id], mentions[source_id])
            for source_id, number in numbers.items()
        ),
        aliases=page.aliases,
        minutes=max(1, round(page.document.words / WORDS_A_MINUTE)),
        has_exit=page.has_exit,
    )


def _check_pages(read: ReadPages) -> Iterator[Problem]:
    """One page for one address, one chapter for one place, and a chapter for everything a path can name."""
    addresses = [(f'the address "{address}"', page) for page in read.all for address in (page.output, *page.aliases)]
    yield from _taken(addresses)
    yield from _taken([(f"order {page.order}", page) for page in read.chapters if page.order != UNKNOWN_ORDER])
    for page in read.all:
        for address in (page.output, *page.aliases):
            if address in TEMPLATE_PAGES:
                yield page.source.problem(1, 1, "taken", f'the address "{address}" is made by a template')
            if address.removesuffix(".html") in PAGE_FOLDERS:
                text = f'the address "{address}" is that of a folder, where a host leaves the ".html" out'
                yield page.source.problem(1, 1, "taken", text)
        for alias in page.aliases:
            if not ALIAS.match(alias):
                hint = "allowed: an address from the site's root, such as chapters/greetings.html"
                yield page.source.problem(1, 1, "alias-form", f'"{alias}" cannot be an old address', hint)
    yield from _check_needed(read)


def _check_needed(read: ReadPages) -> Iterator[Problem]:
    slugs = [page.slug for page in read.chapters if not page.draft]
    left_out = {page_slug(basename(path).removesuffix(".md")) for path in read.left_out}
    there = {*(f"chapters/{slug}.html" for slug in slugs), *read.unread.values()}
    for slug in NEEDED_CHAPTERS:
        if f"chapters/{slug}.html" not in there and slug not in left_out:
            text = f'no chapter "{slug}", which the builder names'
            yield Problem("content/chapters", 0, 0, "no-chapter", text, did_you_mean(slug, slugs))


def _taken(claims: Sequence[tuple[str, Page]]) -> Iterator[Problem]:
    seen: dict[str, Page] = {}
    for claim, page in claims:
        if claim in seen:
            yield page.source.problem(1, 1, "taken", f"{claim} is taken by {seen[claim].source.path}")
        seen.setdefault(claim, page)
