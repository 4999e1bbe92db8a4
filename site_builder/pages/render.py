"""Pages to HTML: one Jinja environment, strict about what is undefined, escaping everything that is not HTML yet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from urllib.parse import urlsplit

import jinja2
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from scoring import MODEL_VERSION, parse_answers, result_view
from scoring.model import MODEL_DATE, REVIEW_CHAPTER
from scoring.views import EMPTY
from site_builder.assets.collect import Assets
from site_builder.core.link_words import LinkWords
from site_builder.core.model import Content, Files, Runtime, Settings, ShownPage
from site_builder.core.policy import CONTENT_SECURITY_POLICY, THEME_SCRIPT
from site_builder.core.problems import Problem, Source, raise_problems
from site_builder.core.project import Project, relative_url
from site_builder.core.worked_example import EXAMPLE
from site_builder.graphics.card import card_picture
from site_builder.graphics.openers import opener
from site_builder.graphics.tokens import DARK, LIGHT
from site_builder.graphics.village import village_map
from site_builder.pages.assemble import Arranged
from site_builder.pages.book import BOOK_PAGE
from site_builder.pages.figures import method_values, worksheet_values
from site_builder.pages.metadata import Head, make_head
from site_builder.runtime.collect import engine_sizes
from site_builder.runtime.snapshot import FROZEN

JINJA = Path(jinja2.__file__).parent

MISSING_PAGE = "404.html"
MANIFEST = "manifest.webmanifest"
SHELF = "chapters/index.html"


@dataclass(frozen=True, slots=True)
class Rendering:
    """What all pages share."""

    project: Project
    content: Content
    arranged: Arranged
    assets: Assets
    runtime: Runtime
    downloads: Files
    """The book as files, where a bookbinder has made them."""
    search_address: str
    """What the search looks through."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The finished pages, the manifest among them, and what a shared link says of each page but the hidden ones."""

    files: Files
    links: tuple[LinkWords, ...]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return sum(name.endswith(".html") for name in self.files)


def render_pages(rendering: Rendering) -> Rendered:
    """Render every page; raise `ContentProblems` for mistakes in templates and in the words they name."""
    environment = _environment(rendering)
    content, arranged = rendering.content, rendering.arranged
    plan: list[tuple[str, str, Mapping[str, object]]] = [
        ("index.html", "index.html.j2", {"example": _example(content), "answers": EXAMPLE["answers"]}),
        ("builder.html", "builder.html.j2", {"view": EMPTY, "catalogue": content.catalogue}),
        (SHELF, "chapters.html.j2", {}),
        (MISSING_PAGE, "404.html.j2", {}),
        ("offline.html", "offline.html.j2", {}),
        (MANIFEST, "manifest.webmanifest.j2", {"shortcuts": _shortcuts(arranged)}),
        *((page.output, "chapter.html.j2", _neighbors(page, arranged)) for page in arranged.chapters),
        ("sources.html", "sources.html.j2", {"references": arranged.references}),
        (BOOK_PAGE, "print.html.j2", {"book": arranged.book, "downloads": _downloads(rendering.downloads)}),
        ("search.html", "search.html.j2", {"search_address": rendering.search_address}),
        ("worksheets.html", "worksheets.html.j2", {"catalogue": content.catalogue}),
        *((page.output, _template(page, rendering.project), {"page": page}) for page in arranged.pages),
    ]
    for page in (*arranged.chapters, *arranged.pages):
        plan += [(alias, "redirect.html.j2", {"page": page}) for alias in page.aliases]
    files: Files = {}
    links: list[LinkWords] = []
    problems = []
    for output, template, values in plan:
        own = {"output": output, "describe": _describer(output, rendering, links)}
        try:
            html = environment.get_template(template).render(**own, **_links(output, rendering), **values)
        except Exception as error:
            problems.append(_problem(error, rendering.project))
        else:
            files[output] = html.encode()
    raise_problems(problems)
    return Rendered(files, tuple(links))


def _downloads(files: Files) -> list[tuple[str, str, int]]:
    """Address, kind and size in kilobytes of each file of the book."""
    return [(name, name.rpartition(".")[2].upper(), round(len(data) / 1000)) for name, data in files.items()]


def _template(page: ShownPage, project: Project) -> str:
    """A page's own template where there is one, such as pages/method.html.j2."""
    own = f"pages/{page.slug}.html.j2"
    return own if (project.templates / own).is_file() else "page.html.j2"


def site_base(settings: Settings) -> str:
    """The path of the site's root, where it is known: /community/.

    Hosts show 404.html under whatever address was missing, so it alone cannot use relative addresses.
    """
    return urlsplit(settings.site_url).path


def _environment(rendering: Rendering) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(rendering.project.templates),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters["html"] = Markup  # for the HTML of our own Markdown renderer only
    content, arranged = rendering.content, rendering.arranged
    environment.globals.update(
        settings=content.settings,
        words=content.words,
        chapters=arranged.chapters,
        pages=arranged.pages,
        anchors=arranged.anchors,
        help_lines=content.help_lines,
        hidden=False,
        light=LIGHT,
        dark=DARK,
        policy=CONTENT_SECURITY_POLICY,
        theme_script=THEME_SCRIPT,
        model_version=MODEL_VERSION,
        model_date=MODEL_DATE,
        method=lambda: method_values(EXAMPLE, content.catalogue),
        opener=lambda slug: Markup(opener(slug, content.catalogue) or ""),
        village_map=lambda *values: Markup(village_map(content.catalogue, *values)),
        card_picture=lambda shape, labels: Markup(card_picture(shape, labels, content.settings.name)),
        worksheets=lambda: worksheet_values(content.catalogue),
        edition=rendering.runtime.edition,
        runtime_sizes=engine_sizes(rendering.runtime),
    )
    return environment


def _links(output: str, rendering: Rendering) -> dict[str, object]:
    """Functions that address files as seen from one page."""

    base = site_base(rendering.content.settings) if output == MISSING_PAGE else ""

    def url(target: str) -> str:
        path, mark, anchor = target.partition("#")
        address = base + path if base else relative_url(path, output)
        return (address if path else "") + mark + anchor

    return {
        "url": url,
        "asset": lambda name: url(rendering.assets.folder + name),
        "runtime_url": url(rendering.runtime.folder),
        "frozen_url": url(rendering.runtime.folder + FROZEN),
    }


def _describer(output: str, rendering: Rendering, links: list[LinkWords]) -> Callable[..., Head]:
    """Let the template say what a page is called; what it says also goes to `links`."""
    chapters = [page.output for page in rendering.arranged.chapters]
    place = chapters.index(output) + 1 if output in chapters else 0

    def describe(label: Markup, headline: Markup, description: Markup, shelf: str) -> Head:
        link = LinkWords(output, label.unescape(), headline.unescape(), place)
        links.append(link)
        chapter = rendering.arranged.chapters[place - 1] if place else None
        return make_head(rendering.content.settings, link, description.unescape(), chapter, (SHELF, shelf))

    return describe


def _example(content: Content) -> dict[str, object]:
    return result_view(parse_answers(EXAMPLE, content.catalogue), content.catalogue)


def _shortcuts(arranged: Arranged) -> list[tuple[str, str]]:
    """Address and name of what an installed site offers at once, beside the builder."""
    return [(page.output, page.label) for page in arranged.chapters if page.slug == REVIEW_CHAPTER]


def _neighbors(page: ShownPage, arranged: Arranged) -> dict[str, object]:
    place = arranged.chapters.index(page)
    before = arranged.chapters[place - 1] if place else None
    after = arranged.chapters[place + 1] if place + 1 < len(arranged.chapters) else None
    return {"page": page, "number": place + 1, "before": before, "after": after}


def _problem(error: Exception, project: Project) -> Problem:
    """Point at the line of the template that failed; an error of our own code is raised again."""
    if isinstance(error, TemplateSyntaxError):
        path, line = Path(error.filename or ""), error.lineno
    else:
        places = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
        inside = [place for place in places if place[0].is_relative_to(project.templates)]
        if not isinstance(error, TemplateError) and JINJA not in places[-1][0].parents and places[-1] not in inside:
            raise error
        path, line = inside[-1] if inside else (project.templates, 0)
    if not path.is_file():
        return Problem("templates", 0, 0, "template", f"template: {error}")
    source = Source(project.name(path), path.read_text("utf-8"))
    row = source.text.splitlines()[line - 1]
    text = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return source.problem(line, len(row) - len(row.lstrip()) + 1, "template", f"template: {text}")
