"""Reads `content/`: every file checked by itself, all mistakes of all files told at once."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scoring import Catalogue, Refused, parse_catalogue
from scoring.card_length import check_card_length
from scoring.mark_clashes import check_move_marks
from site_builder.content.citations import check_citations, check_moves, check_use, used_sources
from site_builder.content.documents import Documents
from site_builder.content.front_matter import FrontMatter, parse_front_matter
from site_builder.content.help_lines import check_help_lines
from site_builder.content.interface_text import check_interface_words, markdown_words
from site_builder.content.located_yaml import Yaml, parse_yaml
from site_builder.content.merging import MERGED, check_shape, merge
from site_builder.content.references import check_references
from site_builder.content.settings import check_settings
from site_builder.core.addresses import page_slug
from site_builder.core.help_lines import HelpLines
from site_builder.core.inputs import read_text
from site_builder.core.model import Content, Document, Page, ReadPages, Reference, Settings
from site_builder.core.names import TEXTS, check_top, find_named
from site_builder.core.problems import Problem, Source, raise_problems
from site_builder.core.project import Project

FIELDS_EXPLAINED = "docs/writing.md and docs/hosting.md say what belongs into it"


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read of `content/`, and everything that is wrong in it."""

    content: Content | None
    """None where a part of it could not be read."""
    pages: ReadPages
    problems: tuple[Problem, ...]
    words: Yaml | None = None
    """The words of the interface with their places, where they could be read."""
    unused: tuple[Problem, ...] = ()
    """Sources that nothing uses: any other mistake, in links too, may be the reason that one looks so."""


def read_content(project: Project) -> Content:
    """Read and check every file of the content; raise `ContentProblems` with all mistakes."""
    reading = read_everything(project)
    raise_problems(reading.problems or reading.unused)
    assert reading.content is not None
    return reading.content


def read_everything(project: Project) -> Reading:
    """Read and check every file of the content, and what they say of each other."""
    loader = _Loader(project)
    settings, (written, words), help_lines = loader.settings(), loader.words(), loader.help_lines()
    documents = Documents(project, markdown_words(words or {}))
    sources, own, references = loader.references()
    data, catalogue = loader.catalogue(settings, references)
    left_out = settings.leave_out if settings else ()
    chapters, gone = _without(loader.pages("chapters", "chapters/", documents), left_out)
    others = loader.pages("pages", "", documents)
    documents.keep()
    pages = ReadPages(chapters, others, loader.unread, gone)
    problems = loader.problems
    problems += check_top(project)
    if references is not None:
        problems += check_citations(pages.all, references)
    if settings is None or words is None or catalogue is None or references is None or help_lines is None:
        return Reading(None, pages, tuple(problems), written)
    used = used_sources(catalogue, pages.all)
    unused = () if gone else tuple(check_use(sources, own, used))  # what a chapter left out cites looks unused too
    shown = {name: reference for name, reference in references.items() if name in used}
    content = Content(settings, words, catalogue, data, shown, help_lines, pages.chapters, pages.others)
    return Reading(content, pages, tuple(problems), written, unused)


def read_catalogue(project: Project) -> Catalogue:
    """Read what scoring needs and no more."""
    loader = _Loader(project)
    *_, references = loader.references()
    _, catalogue = loader.catalogue(loader.settings(), references)
    raise_problems(loader.problems)
    assert catalogue is not None
    return catalogue


def read_checked[T](project: Project, name: str, check: Callable[[Yaml], tuple[T | None, list[Problem]]]) -> T:
    """Read one YAML file of the content by itself."""
    loader = _Loader(project)
    value = loader.checked(name, check)
    raise_problems(loader.problems)
    assert value is not None
    return value


def read_texts(project: Project) -> tuple[Yaml, ...]:
    """Read the YAML files that hold texts for readers, with the places of these."""
    loader = _Loader(project)
    return tuple(loader.yaml(project.find(f"content/{name}")) for name in TEXTS)


class _Loader:
    """Collects the problems of all files."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.problems: list[Problem] = []
        self.unread: dict[str, str] = {}
        """Files without a page, and where it will be."""

    def settings(self) -> Settings | None:
        return self.checked("site.yaml", check_settings)

    def references(self) -> tuple[Yaml, dict[str, Reference], dict[str, Reference] | None]:
        """The file, what of it has to be used, and all that can be cited.

        Sources of a host stand beside those of the book, some of which she may have left without a use.
        """
        yaml, problems = self.parsed("sources.yaml")
        own = None if problems else self.keep(check_references(yaml))
        if own is None or self.project.book is None:
            return yaml, own or {}, own
        below = self.project.below("content/sources.yaml")
        if below is None:
            return yaml, {}, own
        known = self.keep(check_references(self.yaml(below)))
        return yaml, own, None if known is None else known | own

    def help_lines(self) -> HelpLines | None:
        return self.checked("help.yaml", check_help_lines)

    def words(self) -> tuple[Yaml | None, dict[str, object] | None]:
        yaml, problems = self.parsed("words.yaml")
        misfits = list(check_shape(yaml, yaml.book)) if yaml.book else []
        words, wrong = check_interface_words(yaml)
        told = {(problem.line, problem.column) for problem in misfits}
        self.problems += misfits + [problem for problem in wrong if (problem.line, problem.column) not in told]
        is_whole = not problems and not misfits and isinstance(yaml.value, dict)
        return yaml if is_whole else None, None if problems else words

    def catalogue(
        self, settings: Settings | None, references: dict[str, Reference] | None
    ) -> tuple[dict[str, object], Catalogue | None]:
        yaml, problems = self.parsed("practices.yaml")
        data = yaml.value if isinstance(yaml.value, dict) else {}
        if problems:
            return data, None
        try:
            catalogue = parse_catalogue(data, settings.site_url if settings else "")
        except Refused as refused:
            self.problems += [yaml.problem(issue) for issue in refused.issues]
            return data, None
        self.problems += [
            yaml.problem(issue) for issue in (*check_card_length(catalogue), *check_move_marks(catalogue))
        ]
        if references is not None:
            self.problems += [yaml.problem(issue) for issue in check_moves(catalogue, references)]
        return data, catalogue

    def pages(self, folder: str, prefix: str, documents: Documents) -> tuple[Page, ...]:
        found, problems = find_named(self.project, folder)
        self.problems += problems
        pages = [self.page(path, page_slug(name), prefix, documents) for path, name in found]
        return tuple(page for page in pages if page)

    def page(self, path: Path, slug: str, prefix: str, documents: Documents) -> Page | None:
        output = f"{prefix}{slug}.html"
        source = self.source(path)
        fields = self.keep(parse_front_matter(source)) if source else None
        if source is None or fields is None:
            self.unread[self.project.name(path)] = output
            return None
        document, problems = documents.read(source, fields)
        self.problems += problems
        return _page(source, slug, output, fields, document)

    def checked[T](self, name: str, check: Callable[[Yaml], tuple[T | None, list[Problem]]]) -> T | None:
        yaml, problems = self.parsed(name)
        return None if problems else self.keep(check(yaml))

    def parsed(self, name: str) -> tuple[Yaml, list[Problem]]:
        """What a file says, over what the book below says where the host's holds only what is different."""
        before = len(self.problems)
        below = self.project.below(f"content/{name}") if name in MERGED else None
        yaml = self.yaml(self.project.find(f"content/{name}"), may_be_empty=below is not None)
        return merge(yaml, self.yaml(below), MERGED[name]) if below else yaml, self.problems[before:]

    def yaml(self, path: Path, may_be_empty: bool = False) -> Yaml:
        source = self.source(path)
        if source is None:
            return Yaml(Source(self.project.name(path), ""), {})
        yaml, problems = _parse(source)
        if not problems and not may_be_empty and yaml.value in ({}, None):
            problems = [source.problem(1, 1, "empty-file", "nothing is in this file", FIELDS_EXPLAINED)]
        self.problems += problems
        return yaml

    def source(self, path: Path) -> Source | None:
        source, problems = read_text(self.project, path)
        self.problems += problems
        return None if problems else source

    def keep[T](self, checked: tuple[T | None, list[Problem]]) -> T | None:
        value, problems = checked
        self.problems += problems
        return value


@lru_cache(maxsize=8)
def _parse(source: Source) -> tuple[Yaml, list[Problem]]:
    """Parse a file, once in a row of builds where it stays as it is: that of the moves takes a quarter of a build."""
    return parse_yaml(source)


def _without(chapters: tuple[Page, ...], left_out: Collection[str]) -> tuple[tuple[Page, ...], frozenset[str]]:
    """The chapters that this copy has, and the files of the others."""
    gone = frozenset(page.source.path for page in chapters if page.slug in left_out)
    return tuple(page for page in chapters if page.source.path not in gone), gone


def _page(source: Source, slug: str, output: str, fields: FrontMatter, document: Document) -> Page:
    return Page(
        source=source,
        slug=slug,
        output=output,
        title=fields.title,
        label=fields.label,
        summary=fields.summary,
        order=fields.order,
        further=fields.sources,
        aliases=fields.aliases,
        draft=fields.draft,
        document=document,
        has_exit=fields.has_exit,
        places=fields.places,
    )
