"""Pages as read to pages as shown: checks that need all of them, order, references, HTML."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scoring.model import MAP_CHAPTER, REVIEW_CHAPTER, STRAND_IDS
from site_builder.content.interface_text import text_at
from site_builder.core.model import Book, CitedReference, Content, Page, Reference, ShownPage, UsedReference
from site_builder.core.page_registry import PAGES
from site_builder.core.problems import Problem, did_you_mean, raise_problems
from site_builder.graphics.svg import NO_DRAWINGS, Drawing
from site_builder.pages.book import make_book
from site_builder.pages.html import render_markdown
from site_builder.pages.links import Targets, drawn_images, resolve_links

WORDS_A_MINUTE = 220
ALIAS = re.compile(r"([a-z0-9-]+/)*[a-z0-9-]+\.html\Z")
TEMPLATE_PAGES = tuple(spec.output for spec in PAGES)
NEEDED_CHAPTERS = (*STRAND_IDS, MAP_CHAPTER, REVIEW_CHAPTER)


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


def arrange(
    content: Content, pictures: Sequence[str] = (), drawings: Mapping[str, Drawing] = NO_DRAWINGS
) -> Arranged:
    """Order and render the pages; raise `ContentProblems` with everything that does not fit together.

    `pictures` are the addresses of the pictures that the text may show, `drawings` those that pages hold themselves.
    """
    chapters = _in_order(content.chapters)
    pages = _in_order(content.pages)
    problems = [*_check_pages(content), *_check_citations(content)]
    outputs = {*TEMPLATE_PAGES, *pictures, *(page.output for page in (*chapters, *pages))}
    targets = Targets({page.source.path: page for page in _all(content)}, outputs)
    shown, resolved = {}, {}
    for page in (*chapters, *pages):
        resolved[page.output], link_problems = resolve_links(page, targets)
        problems += link_problems
        if not problems:
            shown[page.output] = _show(page, resolved[page.output], content, drawings)
    raise_problems(problems)
    cited = {citation.source_id for page in chapters for citation in page.document.citations}
    official = [source for source in content.references.values() if source.kind == "official" and source.id in cited]
    return Arranged(
        tuple(shown[page.output] for page in chapters),
        tuple(shown[page.output] for page in pages),
        tuple(official),
        tuple(_used(content, list(shown.values()))),
        make_book(chapters, resolved, content.references, drawings, text_at(content.words, "chapter.sources")),
    )


def _used(content: Content, pages: Sequence[ShownPage]) -> Iterator[UsedReference]:
    moves = Counter(
        source for strand in content.catalogue.strands for move in strand.moves for source in move.sources
    )
    for reference in content.references.values():
        citing = [page for page in pages if any(cited.reference is reference for cited in page.references)]
        yield UsedReference(reference, tuple(citing), moves[reference.id])


def _all(content: Content) -> tuple[Page, ...]:
    return (*content.chapters, *content.pages)


def _in_order(pages: Sequence[Page]) -> list[Page]:
    return sorted((page for page in pages if not page.draft), key=lambda page: (page.order, page.slug))


def _show(page: Page, addresses: dict[str, str], content: Content, drawings: Mapping[str, Drawing]) -> ShownPage:
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
    )


def _check_pages(content: Content) -> Iterator[Problem]:
    """One page for one address, one chapter for one place, and a chapter for everything a path can name."""
    addresses = [
        (f'the address "{address}"', page) for page in _all(content) for address in (page.output, *page.aliases)
    ]
    yield from _taken(addresses)
    yield from _taken([(f"order {page.order}", page) for page in content.chapters])
    for page in _all(content):
        for address in (page.output, *page.aliases):
            if address in TEMPLATE_PAGES:
                yield page.source.problem(1, 1, "taken", f'the address "{address}" is made by a template')
        for alias in page.aliases:
            if not ALIAS.match(alias):
                hint = "allowed: an address from the site's root, such as chapters/greetings.html"
                yield page.source.problem(1, 1, "alias-form", f'"{alias}" cannot be an old address', hint)
    slugs = [page.slug for page in content.chapters if not page.draft]
    for slug in NEEDED_CHAPTERS:
        if slug not in slugs:
            text = f'no chapter "{slug}", which the builder names'
            yield Problem("content/chapters", 0, 0, "no-chapter", text, did_you_mean(slug, slugs))


def _taken(claims: Sequence[tuple[str, Page]]) -> Iterator[Problem]:
    seen: dict[str, Page] = {}
    for claim, page in claims:
        if claim in seen:
            yield page.source.problem(1, 1, "taken", f"{claim} is taken by {seen[claim].source.path}")
        seen.setdefault(claim, page)


def _check_citations(content: Content) -> Iterator[Problem]:
    """Every cited source exists."""
    known = content.references
    for page in _all(content):
        for citation in page.document.citations:
            if citation.source_id not in known:
                hint = did_you_mean(citation.source_id, list(known)) or "add it to content/sources.yaml"
                text = f'no source "{citation.source_id}"'
                length = len(citation.source_id) + 1
                yield page.source.problem(citation.line, citation.column, "no-source", text, hint, length)
        for source_id in page.further:
            if source_id not in known:
                yield page.source.problem(
                    1, 1, "no-source", f'no source "{source_id}"', did_you_mean(source_id, list(known))
                )
