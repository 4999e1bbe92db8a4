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
from site_builder.core.writing import minutes_to_read
from site_builder.graphics.svg import NO_DRAWINGS, Drawing
from site_builder.pages.book import make_book
from site_builder.pages.header_pages import check_header_pages
from site_builder.pages.html import render_markdown
from site_builder.pages.links import Targets, drawn_images, resolve_links

ALIAS = re.compile(r"([a-z0-9-]+/)*[a-z0-9-]+\.html\Z")
TEMPLATE_PAGES = tuple(spec.output for spec in PAGES)
PAGE_FOLDERS = {dirname(output) for output in TEMPLATE_PAGES}
NEEDED_CHAPTERS = (*STRAND_IDS, MAP_CHAPTER, REVIEW_CHAPTER)

type Place = tuple[str | int, ...]
"""The path of a field in front matter; empty for the name of the file."""

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
    targets = Targets({page.file: page for page in read.all}, outputs, read.unread, read.left_out)
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
        minutes=minutes_to_read(passage.text for passage in page.document.passages),
        has_exit=page.has_exit,
        lang=page.lang,
        is_invented=page.is_invented,
        in_header=page.in_header,
    )


def _check_pages(read: ReadPages) -> Iterator[Problem]:
    """One page for one address, one chapter for one place, and a chapter for everything a path can name."""
    yield from _check_taken(read)
    for page in read.all:
        for place, address in _claims(page):
            mend = "take it out" if place else "give the file another name"
            if address in TEMPLATE_PAGES:
                yield page.problem(place, "taken", f'the address "{address}" is made by a template', mend)
            if address.removesuffix(".html") in PAGE_FOLDERS:
                text = f'the address "{address}" is that of a folder, where a host leaves the ".html" out'
                yield page.problem(place, "taken", text, mend)
            if place and not ALIAS.match(address):
                hint = "allowed: an address from the site's root, such as chapters/greetings.html"
                yield page.problem(place, "alias-form", f'"{address}" cannot be an old address', hint)
    yield from _check_needed(read)
    yield from check_header_pages(read.chapters, read.others)


def _claims(page: Page) -> Iterator[tuple[Place, str]]:
    """The addresses of a page, each with the field that names it; the first is that of the file's name."""
    yield (), page.output
    for index, address in enumerate(page.aliases):
        yield ("aliases", index), address


def _check_taken(read: ReadPages) -> Iterator[Problem]:
    owners: dict[str, Page] = {}
    for page in read.all:
        for place, address in _claims(page):
            if address in owners:
                text = f'the address "{address}" is taken by {owners[address].source.path}'
                yield page.problem(place, "taken", text, "leave it to one of the two")
            owners.setdefault(address, page)
    placed: dict[int, Page] = {}
    free = max((page.order for page in read.chapters), default=0) + 1
    for page in (page for page in read.chapters if page.order != UNKNOWN_ORDER):
        if page.order in placed:
            text = f"order {page.order} is taken by {placed[page.order].source.path}"
            yield page.problem(("order",), "taken", text, f"take another number; {free} is free")
        placed.setdefault(page.order, page)


def _check_needed(read: ReadPages) -> Iterator[Problem]:
    slugs = [page.slug for page in read.chapters if not page.draft]
    left_out = {page_slug(basename(path).removesuffix(".md")) for path in read.left_out}
    there = {*(f"chapters/{slug}.html" for slug in slugs), *read.unread.values()}
    for slug in NEEDED_CHAPTERS:
        if f"chapters/{slug}.html" not in there and slug not in left_out:
            text = f'no chapter "{slug}", which the builder names'
            yield Problem("content/chapters", 0, 0, "no-chapter", text, did_you_mean(slug, slugs))
