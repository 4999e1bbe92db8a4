"""Reads `content/`: every file checked by itself, all mistakes of all files told at once."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from scoring import Catalogue, Refused, parse_catalogue
from scoring.card_length import check_card_length
from scoring.mark_clashes import check_move_marks
from site_builder.content.citations import check_citations, check_moves, check_use, used_sources
from site_builder.content.documents import Documents
from site_builder.content.filling import fill_settings, fill_words, named_everywhere
from site_builder.content.front_matter import FrontMatter, parse_front_matter
from site_builder.content.heading_ids import renamed
from site_builder.content.help_lines import check_help_lines
from site_builder.content.interface_text import check_interface_words, markdown_words
from site_builder.content.located_yaml import Yaml
from site_builder.content.notice import check_notice
from site_builder.content.reader import SETTINGS, Reader
from site_builder.content.references import check_references
from site_builder.content.settings import check_settings
from site_builder.core.addresses import page_slug
from site_builder.core.help_lines import HelpLines
from site_builder.core.model import Content, Document, Page, ReadPages, Reference
from site_builder.core.names import TEXTS, check_top, find_named
from site_builder.core.page_registry import PAGES
from site_builder.core.problems import Problem, Source, raise_problems
from site_builder.core.project import Project
from site_builder.core.settings import Settings


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
    (site, settings), (written, words), help_lines = loader.site(), loader.words(), loader.help_lines()
    documents = Documents(project, markdown_words(words or {}), settings.lang if settings else "")
    sources, own, references = loader.references()
    data, catalogue = loader.catalogue(settings, references)
    left_out = settings.leave_out if settings else ()
    chapters, gone = _without(loader.pages("chapters", "chapters/", documents), left_out)
    others = loader.pages("pages", "", documents)
    documents.keep()
    pages = ReadPages(chapters, others, loader.unread, gone)
    problems = loader.problems
    problems += check_top(project, settings.languages if settings else ())
    problems += _hidden(project, gone)
    if settings and settings.notice:
        problems += map(site.problem, check_notice(settings.notice, _addresses(pages)))
    if references is not None:
        problems += check_citations(pages.all, references)
    if settings is None or words is None or catalogue is None or references is None or help_lines is None:
        return Reading(None, pages, tuple(problems), written)
    used = used_sources(catalogue, pages.all)
    may_be_unused = gone or loader.first  # by a chapter that is left out, or by the first language
    unused = () if may_be_unused else tuple(check_use(sources, own, used))
    shown = {name: reference for name, reference in references.items() if name in used}
    named = named_everywhere(settings, words, sum(not page.draft for page in pages.chapters))
    settings, words = fill_settings(settings, named), fill_words(words, named)
    content = Content(settings, words, catalogue, data, shown, help_lines, pages.chapters, pages.others)
    return Reading(content, pages, tuple(problems), written, unused)


def read_catalogue(project: Project) -> Catalogue:
    """Read what scoring needs and no more."""
    loader = _Loader(project)
    _, settings = loader.site()
    *_, references = loader.references()
    _, catalogue = loader.catalogue(settings, references)
    raise_problems(loader.problems)
    assert catalogue is not None
    return catalogue


def read_languages(project: Project) -> tuple[str, ...]:
    """Read which further languages there are; none where the settings have a mistake, which is told elsewhere."""
    _, settings = _Loader(project).site()
    return settings.languages if settings else ()


def read_checked[T](project: Project, name: str, check: Callable[[Yaml], tuple[T | None, list[Problem]]]) -> T:
    """Read one YAML file of the content by itself."""
    loader = _Loader(project)
    value = loader.checked(name, check)
    raise_problems(loader.problems)
    assert value is not None
    return value


def read_texts(project: Project) -> tuple[Yaml, ...]:
    """Read the YAML files that hold texts for readers in the language of an edition, with the places of these."""
    loader = _Loader(project)
    paths = (project.find(f"content/{name}") for name in TEXTS)
    return tuple(loader.yaml(path) for path in paths if project.is_translated(path))


class _Loader(Reader):
    """Reads the parts of the content."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self.unread: dict[str, str] = {}
        """Files without a page, and where it will be."""

    def site(self) -> tuple[Yaml, Settings | None]:
        """The settings, with their places; of an edition in another language, with what that changes."""
        yaml, unread = self.parsed(SETTINGS)
        settings = None if unread else self.keep(check_settings(yaml))
        language = self.project.language
        if settings is None or not language:
            return yaml, settings
        self.first, self.is_unfinished = settings.lang, settings.is_unfinished
        self.problems += self.untranslated(SETTINGS, yaml)
        address = settings.site_url and f"{settings.site_url}{language}/"
        return yaml, replace(settings, lang=language, first_language=settings.lang, site_url=address)

    def references(self) -> tuple[Yaml, dict[str, Reference], dict[str, Reference] | None]:
        """The file, what of it has to be used, and all that can be cited.

        Sources of a host stand beside those of the book, some of which she may have left without a use.
        """
        yaml, problems = self.parsed("sources.yaml")
        own = None if problems else self.keep(check_references(yaml))
        if own and self.first and not self.translated["sources.yaml"]:
            own = {name: replace(reference, lang=self.first) for name, reference in own.items()}
        if own is None or self.project.book is None:
            return yaml, own or {}, own
        below = self.project.below("content/sources.yaml")
        if below is None:
            return yaml, {}, own
        known = self.keep(check_references(self.yaml(below)))
        return yaml, own, None if known is None else known | own

    def help_lines(self) -> HelpLines | None:
        lines = self.checked("help.yaml", check_help_lines)
        is_own = self.project.is_translated(self.project.find("content/help.yaml"))
        return lines if lines is None or is_own else replace(lines, lang=self.first)

    def words(self) -> tuple[Yaml | None, dict[str, object] | None]:
        yaml, problems = self.parsed("words.yaml")
        misfits = self.misfits["words.yaml"]
        words, wrong = check_interface_words(yaml)
        told = {(problem.line, problem.column) for problem in misfits}
        self.problems += [problem for problem in wrong if (problem.line, problem.column) not in told]
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
            catalogue = parse_catalogue(data, *((settings.site_url, settings.leave_out) if settings else ()))
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
            self.unread[self.project.original(path)] = output
            return None
        lang = "" if self.project.is_translated(path) else self.first
        document, problems = documents.read(source, fields, lang)
        self.problems += problems
        page = _page(source, slug, output, fields, document)
        if not self.first:
            return page
        if not self.project.is_translated(path):
            return replace(page, lang=self.first)
        original = self.project.original(path)
        return replace(page, original=original, document=self.with_ids(document, original, documents))

    def with_ids(self, document: Document, original: str, documents: Documents) -> Document:
        """The document with the names of headings that its original has: links and marks hold in all languages."""
        path = self.project.in_language("").find(original)
        source = self.source(path) if path.is_file() else None
        fields = self.keep(parse_front_matter(source)) if source else None
        if source is None or fields is None:
            return document
        return renamed(document, documents.read(source, fields, self.first)[0].headings)


def _without(chapters: tuple[Page, ...], left_out: Collection[str]) -> tuple[tuple[Page, ...], frozenset[str]]:
    """The chapters that this copy has, and the files of the others."""
    gone = frozenset(page.file for page in chapters if page.slug in left_out)
    return tuple(page for page in chapters if page.file not in gone), gone


def _hidden(project: Project, gone: Iterable[str]) -> Iterator[Problem]:
    """Tell of chapters of hers that stand over the book's, while the site leaves these out."""
    for name in gone:
        if project.below(name):
            hint = "take the file away, or the chapter out of leave_out"
            yield Problem(name, 0, 0, "not-read", "content/site.yaml leaves this chapter out", hint)


def _addresses(pages: ReadPages) -> set[str]:
    """Of all pages of the site, those that nobody could read among them."""
    shown = (page.output for page in pages.all if not page.draft)
    return {*shown, *pages.unread.values(), *(spec.output for spec in PAGES)}


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
        is_invented=fields.is_invented,
        in_header=fields.in_header,
        places=fields.places,
    )
