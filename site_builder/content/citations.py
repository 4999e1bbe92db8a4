"""Sources and their uses together: what is cited is known, what is known is used."""

from collections.abc import Iterable, Iterator, Mapping, Set

from scoring import Catalogue, Issue
from site_builder.content.located_yaml import Yaml
from site_builder.core.model import Page, Reference
from site_builder.core.problems import Problem, did_you_mean

ADD = "add it to content/sources.yaml"


def check_citations(pages: Iterable[Page], known: Mapping[str, Reference]) -> Iterator[Problem]:
    """Tell of each source that a page names and nobody wrote down."""
    for page in pages:
        for citation in page.document.citations:
            if citation.source_id not in known:
                hint = did_you_mean(citation.source_id, list(known)) or ADD
                text = f'no source "{citation.source_id}"'
                length = len(citation.source_id) + 1
                yield page.source.problem(citation.line, citation.column, "no-source", text, hint, length)
        for index, source_id in enumerate(page.further):
            if source_id not in known:
                hint = did_you_mean(source_id, list(known)) or ADD
                yield page.problem(("sources", index), "no-source", f'no source "{source_id}"', hint)


def check_moves(catalogue: Catalogue, known: Mapping[str, Reference]) -> Iterator[Issue]:
    """Tell of each source that a move names and nobody wrote down."""
    for s, strand in enumerate(catalogue.strands):
        for m, move in enumerate(strand.moves):
            for index, source in enumerate(move.sources):
                if source not in known:
                    path = ("strands", s, "moves", m, "sources", index)
                    text = f'no source "{source}"'
                    yield Issue(path, "no-source", text, "an id of content/sources.yaml", source, tuple(known))


def used_sources(catalogue: Catalogue, pages: Iterable[Page]) -> set[str]:
    """The ids of all sources that a move or a page names."""
    used = {source for move in catalogue.moves for source in move.sources}
    for page in pages:
        used |= {citation.source_id for citation in page.document.citations} | set(page.further)
    return used


def check_use(yaml: Yaml, known: Iterable[str], used: Set[str]) -> Iterator[Problem]:
    """Tell of each source of the file that nothing uses."""
    for index, source in enumerate(known):
        if source not in used:
            text = f'nothing uses the source "{source}"'
            yield yaml.problem(Issue((index, "id"), "unused-source", text, "sources that are cited"))
