"""What the search looks through, as one file that is loaded only when a reader turns to the search box."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from site_builder.core.model import Content, Document, Heading, ShownPage
from site_builder.core.page_registry import PAGES, SHELF
from site_builder.pages.assemble import Arranged
from site_builder.pages.plan import template_words
from site_builder.toolchain.cache import content_hash

FOLDER = "assets/search/"
"""In `assets/`, because hosts let browsers keep what is there."""

HELP = "safety.html#help"


@dataclass(frozen=True, slots=True)
class SearchFile:
    """The entries as JSON: [[kind, place, title, text, address, lang], ...], the last only where it is another."""

    address: str
    """assets/search/<hash>.json"""
    data: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found, and what a reader is shown of it."""

    kind: str
    """chapter, move, source or page"""
    place: str
    """Where it belongs: the label of its page or strand; for a source, who wrote it and when."""
    title: str
    text: str
    address: str
    """From the site's root, as all of them."""
    lang: str = ""
    """The language of title and text where that is not the page's."""


def make_search_file(content: Content, arranged: Arranged) -> SearchFile:
    """Collect everything that can be found, in the order of the site, and write it down."""
    entries = [
        *_page_entries("chapter", arranged.chapters, content),
        *_page_entries("page", arranged.pages, content),
        *_template_entries(content),
        *_help_entries(content, arranged),
        *_move_entries(content, arranged),
        *_source_entries(content),
    ]
    rows = [
        [entry.kind, entry.place, entry.title, entry.text, entry.address, *filter(None, [entry.lang])]
        for entry in entries
    ]
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return SearchFile(f"{FOLDER}{content_hash({'entries': data})}.json", data)


def _page_entries(kind: str, pages: tuple[ShownPage, ...], content: Content) -> Iterator[Entry]:
    """One entry a section; what stands above the first heading goes with the page's title and summary."""
    documents = {page.output: page.document for page in (*content.chapters, *content.pages)}
    for page in pages:
        for heading, text in _sections(documents[page.output]):
            if heading is None:
                start = f"{page.summary} {text}".strip()
                yield Entry(kind, page.label, page.title, start, page.output, page.lang)
            else:
                yield Entry(kind, page.label, heading.text, text, f"{page.output}#{quote(heading.id)}", page.lang)


def _sections(document: Document) -> Iterator[tuple[Heading | None, str]]:
    """The plain text under each heading, first that under none."""
    headings = iter(document.headings)
    heading: Heading | None = None
    texts: list[str] = []
    for passage in document.passages:
        if passage.kind == "heading":
            yield heading, " ".join(texts)
            heading, texts = next(headings), []
        else:
            texts.append(passage.text)
    yield heading, " ".join(texts)


def _template_entries(content: Content) -> Iterator[Entry]:
    for spec in PAGES:
        if spec.is_searchable:
            words = template_words(spec, content)
            yield Entry("page", words.label, words.label, words.description, words.output)


def _help_entries(content: Content, arranged: Arranged) -> Iterator[Entry]:
    """The services of each region stand on the safety page, but not in its Markdown."""
    for page in arranged.pages:
        if page.output == HELP.partition("#")[0]:
            for region in content.help_lines.regions:
                services = " ".join(f"{service.name}: {service.what}" for service in region.services)
                yield Entry("page", page.label, region.name, services, HELP, content.help_lines.lang)


def _move_entries(content: Content, arranged: Arranged) -> Iterator[Entry]:
    """A move has no page of its own: its entry shows it whole and leads to its strand's chapter, where that is."""
    chapters = {page.slug: page.output for page in arranged.chapters}
    quoted = content.catalogue.words["card_quote"]
    for strand in content.catalogue.strands:
        to = chapters.get(strand.id, SHELF.output)
        for move in strand.moves:
            said = [quoted.format(say=move.say)] if move.say else []  # a rest move may ask nobody anything
            yield Entry("move", strand.label, move.title, "\n".join([move.detail, *said]), to)


def _source_entries(content: Content) -> Iterator[Entry]:
    for source in content.references.values():
        place = f"{source.authors} ({source.year})"
        yield Entry("source", place, source.title, source.finding, f"sources.html#{source.id}", source.lang)
