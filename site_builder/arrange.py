"""Pages as read to pages as shown: checks that need all of them, order, references, HTML."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from scoring.model import MAP_CHAPTER, REVIEW_CHAPTER, STRAND_IDS
from site_builder.links import Targets, resolve_links
from site_builder.markdown_html import render_markdown
from site_builder.model import CitedReference, Content, Page, Reference, ShownPage
from site_builder.problems import Problem, did_you_mean, raise_problems

WORDS_A_MINUTE = 220
TEMPLATE_PAGES = ("index.html", "builder.html", "chapters/index.html", "worksheets.html", "404.html")
NEEDED_CHAPTERS = (*STRAND_IDS, MAP_CHAPTER, REVIEW_CHAPTER)


@dataclass(frozen=True, slots=True)
class Arranged:
    """All Markdown pages, in order, ready for their templates."""

    chapters: tuple[ShownPage, ...]
    pages: tuple[ShownPage, ...]
    anchors: tuple[Reference, ...]
    """Official sources that the chapters cite."""


def arrange(content: Content) -> Arranged:
    """Order and render the pages; raise `ContentProblems` with everything that does not fit together."""
    chapters = _in_order(content.chapters)
    pages = _in_order(content.pages)
    problems = [*_check_pages(content), *_check_citations(content)]
    outputs = [*TEMPLATE_PAGES, *(page.output for page in (*chapters, *pages))]
    targets = Targets({page.source.path.rpartition("/")[2]: page for page in _all(content)}, outputs)
    shown = {}
    for page in (*chapters, *pages):
        addresses, link_problems = resolve_links(page, targets)
        problems += link_problems
        if not problems:
            shown[page.output] = _show(page, addresses, content)
    raise_problems(problems)
    cited = {citation.source_id for page in chapters for citation in page.document.citations}
    official = [source for source in content.references.values() if source.kind == "official" and source.id in cited]
    return Arranged(
        tuple(shown[page.output] for page in chapters),
        tuple(shown[page.output] for page in pages),
        tuple(official),
    )


def _all(content: Content) -> tuple[Page, ...]:
    return (*content.chapters, *content.pages)


def _in_order(pages: Sequence[Page]) -> list[Page]:
    return sorted((page for page in pages if not page.draft), key=lambda page: (page.order, page.slug))


def _show(page: Page, addresses: dict[str, str], content: Content) -> ShownPage:
    mentions = Counter(citation.source_id for citation in page.document.citations)
    ids = [*mentions, *(source_id for source_id in page.further if source_id not in mentions)]
    numbers = {source_id: number for number, source_id in enumerate(ids, start=1)}
    return ShownPage(
        slug=page.slug,
        output=page.output,
        title=page.title,
        label=page.label,
        summary=page.summary,
        html=render_markdown(page.document, addresses, numbers),
        headings=page.document.headings,
        references=tuple(
            CitedReference(number, content.references[source_id], mentions[source_id])
            for source_id, number in numbers.items()
        ),
        minutes=max(1, round(page.document.words / WORDS_A_MINUTE)),
    )


def _check_pages(content: Content) -> Iterator[Problem]:
    """One page for one address, one chapter for one place, and a chapter for everything a path can name."""
    yield from _taken(_all(content), lambda page: f'the address "{page.output}"')
    yield from _taken(content.chapters, lambda page: f"order {page.order}")
    for page in _all(content):
        if page.output in TEMPLATE_PAGES:
            yield page.source.problem(1, 1, "taken", f'the address "{page.output}" is made by a template')
    slugs = [page.slug for page in content.chapters if not page.draft]
    for slug in NEEDED_CHAPTERS:
        if slug not in slugs:
            text = f'no chapter "{slug}", which the builder names'
            yield Problem("content/chapters", 0, 0, "no-chapter", text, did_you_mean(slug, slugs))


def _taken(pages: Sequence[Page], name: Callable[[Page], str]) -> Iterator[Problem]:
    seen: dict[str, Page] = {}
    for page in pages:
        first = seen.setdefault(name(page), page)
        if first is not page:
            yield page.source.problem(1, 1, "taken", f"{name(page)} is taken by {first.source.path}")


def _check_citations(content: Content) -> Iterator[Problem]:
    """Every cited source exists, and every source is used."""
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
