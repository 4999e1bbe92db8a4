"""The render plan: every page with its template, its words and its values, before any template runs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from site_builder.core.model import Content, ShownPage
from site_builder.core.page_registry import PAGES, SHELF, PageSpec
from site_builder.core.page_words import PageWords
from site_builder.core.project import Project
from site_builder.core.settings import Settings
from site_builder.pages.assemble import Arranged
from site_builder.pages.metadata import Head, make_head

CHAPTER, MARKDOWN_PAGE, REDIRECT = "chapter.html.j2", "page.html.j2", "redirect.html.j2"


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page to render."""

    template: str
    words: PageWords
    script: str = "page"
    head: Head | None = None
    """What it says to programs; nothing where no search engine is to list it."""
    has_exit: bool = False
    values: Mapping[str, object] = field(default_factory=dict)
    """What its template needs beside what all templates have."""

    @property
    def output(self) -> str:
        """Its path in the finished site."""
        return self.words.output


def plan_pages(project: Project, content: Content, arranged: Arranged) -> tuple[PlannedPage, ...]:
    """Plan the pages of the registry, the chapters, the other Markdown pages, and a redirect for each old address."""
    settings = content.settings
    return (
        *(_plan_template(spec, content) for spec in PAGES),
        *_plan_chapters(arranged.chapters, content),
        *(_plan_markdown(page, project, settings) for page in arranged.pages),
        *_plan_redirects((*arranged.chapters, *arranged.pages), settings),
    )


def _plan_template(spec: PageSpec, content: Content) -> PlannedPage:
    words = template_words(spec, content)
    head = None if spec.is_hidden else make_head(content.settings, words)
    return PlannedPage(spec.template, words, spec.script, head, spec.has_exit)


def template_words(spec: PageSpec, content: Content) -> PageWords:
    """The words of a page of the registry. That they are there was checked when they were read."""
    settings = content.settings
    group = content.words.get(spec.words)
    if not isinstance(group, dict):
        title = f"{settings.name}: {settings.headline}"
        return PageWords(spec.output, settings.name, settings.headline, title=title, description=settings.description)
    label, headline = str(group["title"]), str(group.get("heading", settings.headline))
    title = f"{label}: {settings.name}"
    return PageWords(spec.output, label, headline, title=title, description=str(group["summary"]))


def _plan_chapters(chapters: tuple[ShownPage, ...], content: Content) -> Iterator[PlannedPage]:
    settings = content.settings
    shelf = template_words(SHELF, content)
    for number, page in enumerate(chapters, start=1):
        title = f"{page.label}: {page.title} {settings.name}"
        words = PageWords(page.output, page.label, page.title, number, title, page.summary)
        values = {
            "page": page,
            "number": number,
            "before": chapters[number - 2] if number > 1 else None,
            "after": chapters[number] if number < len(chapters) else None,
        }
        head = make_head(settings, words, page, shelf)
        yield PlannedPage(CHAPTER, words, head=head, has_exit=page.has_exit, values=values)


def _plan_markdown(page: ShownPage, project: Project, settings: Settings) -> PlannedPage:
    """A page has a template of its own where there is one, such as pages/method.html.j2."""
    own = f"pages/{page.slug}.html.j2"
    template = own if project.find(f"templates/{own}").is_file() else MARKDOWN_PAGE
    words = _markdown_words(page, page.output, settings)
    head = make_head(settings, words)
    return PlannedPage(template, words, head=head, has_exit=page.has_exit, values={"page": page})


def _plan_redirects(pages: tuple[ShownPage, ...], settings: Settings) -> Iterator[PlannedPage]:
    for page in pages:
        for alias in page.aliases:
            yield PlannedPage(REDIRECT, _markdown_words(page, alias, settings), values={"page": page})


def _markdown_words(page: ShownPage, output: str, settings: Settings) -> PageWords:
    return PageWords(output, page.label, page.title, 0, f"{page.label}: {settings.name}", page.summary)
