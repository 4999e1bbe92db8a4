"""Reads `content/`: every file checked by itself, all mistakes of all files told at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

from scoring import Catalogue, Issue, Refused, parse_catalogue
from site_builder.content.front_matter import FrontMatter, parse_front_matter
from site_builder.content.help_lines import check_help_lines
from site_builder.content.interface_text import check_interface_words, markdown_words
from site_builder.content.located_yaml import Yaml, parse_yaml
from site_builder.content.markdown import parse_markdown
from site_builder.content.references import check_references
from site_builder.content.settings import check_settings
from site_builder.core.addresses import page_slug
from site_builder.core.model import Content, Document, HelpLines, Page, Reference, Settings
from site_builder.core.problems import MissingPart, Problem, Source, raise_problems
from site_builder.core.project import Project

TEXTS = ("site.yaml", "words.yaml", "sources.yaml", "help.yaml", "practices.yaml")
"""What readers see of these files is text as it is written there."""


def read_content(project: Project) -> Content:
    """Read and check every file of the content; raise `ContentProblems` with all mistakes."""
    loader = _Loader(project)
    settings, words, references = loader.settings(), loader.words(), loader.references()
    help_lines = loader.help_lines()
    data, catalogue = loader.catalogue(settings, references)
    chapters = loader.pages("chapters", "chapters/")
    pages = loader.pages("pages", "")
    loader.check_use(references, catalogue, (*chapters, *pages))
    raise_problems(loader.problems)
    assert settings is not None
    assert catalogue is not None
    assert words is not None
    assert references is not None
    assert help_lines is not None
    return Content(settings, words, catalogue, data, references, help_lines, chapters, pages)


def read_catalogue(project: Project) -> Catalogue:
    """Read what scoring needs and no more."""
    loader = _Loader(project)
    _, catalogue = loader.catalogue(loader.settings(), loader.references())
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
    return tuple(loader.parsed(name)[0] for name in TEXTS)


class _Loader:
    """Collects the problems of all files."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.problems: list[Problem] = []
        self.markdown_words = markdown_words({})

    def settings(self) -> Settings | None:
        return self.checked("site.yaml", check_settings)

    def references(self) -> dict[str, Reference] | None:
        return self.checked("sources.yaml", check_references)

    def help_lines(self) -> HelpLines | None:
        return self.checked("help.yaml", check_help_lines)

    def words(self) -> dict[str, object] | None:
        words = self.checked("words.yaml", check_interface_words)
        self.markdown_words = markdown_words(words or {})
        return words

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
        if references is not None:
            self.problems += [yaml.problem(issue) for issue in _unknown_sources(catalogue, references)]
        return data, catalogue

    def check_use(
        self, references: dict[str, Reference] | None, catalogue: Catalogue | None, pages: tuple[Page, ...]
    ) -> None:
        """Tell of sources that nothing uses; not while other mistakes may be the reason."""
        if self.problems or references is None or catalogue is None:
            return
        moves = (move for strand in catalogue.strands for move in strand.moves)
        used = {source for move in moves for source in move.sources}
        used |= {citation.source_id for page in pages for citation in page.document.citations}
        used |= {source for page in pages for source in page.further}
        yaml, _ = self.parsed("sources.yaml")
        for index, source in enumerate(references):
            if source not in used:
                text = f'nothing uses the source "{source}"'
                self.problems.append(
                    yaml.problem(Issue((index, "id"), "unused-source", text, "sources that are cited"))
                )

    def pages(self, folder: str, prefix: str) -> tuple[Page, ...]:
        paths = sorted((self.project.content / folder).glob("*.md"))
        pages = [self.page(path, prefix) for path in paths]
        return tuple(page for page in pages if page)

    def page(self, path: Path, prefix: str) -> Page | None:
        source = self.source(path)
        if source is None:
            return None
        fields = self.keep(parse_front_matter(source))
        if fields is None:
            return None
        document, problems = parse_markdown(source, fields.body, fields.body_line, self.markdown_words)
        self.problems += problems
        return _page(source, page_slug(path.stem), prefix, fields, document)

    def checked[T](self, name: str, check: Callable[[Yaml], tuple[T | None, list[Problem]]]) -> T | None:
        yaml, problems = self.parsed(name)
        return None if problems else self.keep(check(yaml))

    def parsed(self, name: str) -> tuple[Yaml, list[Problem]]:
        before = len(self.problems)
        source = self.source(self.project.content / name)
        if source is None:
            return Yaml(Source(name, ""), {}), self.problems[before:]
        yaml, problems = parse_yaml(source)
        self.problems += problems
        return yaml, problems

    def source(self, path: Path) -> Source | None:
        name = self.project.name(path)
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            raise MissingPart(f"{name} is missing; run the command in the project's folder") from None
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            hint = "save the file as UTF-8"
            self.problems.append(Problem(name, line, 1, "encoding", "this line is not UTF-8 text", hint))
            return None
        return Source(name, text.replace("\r\n", "\n"))

    def keep[T](self, checked: tuple[T | None, list[Problem]]) -> T | None:
        value, problems = checked
        self.problems += problems
        return value


def _page(source: Source, slug: str, prefix: str, fields: FrontMatter, document: Document) -> Page:
    return Page(
        source=source,
        slug=slug,
        output=f"{prefix}{slug}.html",
        title=fields.title,
        label=fields.label,
        summary=fields.summary,
        order=fields.order,
        further=fields.sources,
        aliases=fields.aliases,
        draft=fields.draft,
        document=document,
    )


def _unknown_sources(catalogue: Catalogue, references: dict[str, Reference]) -> Iterator[Issue]:
    for s, strand in enumerate(catalogue.strands):
        for m, move in enumerate(strand.moves):
            for index, source in enumerate(move.sources):
                if source not in references:
                    path = ("strands", s, "moves", m, "sources", index)
                    yield Issue(
                        path,
                        "no-source",
                        f'no source "{source}"',
                        "an id of content/sources.yaml",
                        source,
                        tuple(references),
                    )
