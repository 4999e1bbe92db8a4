"""The Jinja environment: strict about what is undefined, escaping everything that is not HTML yet."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from scoring import MODEL_VERSION, parse_answers, result_view
from scoring.ledger.fields import KINDS, MOST_OF_A_NAME, MOST_WEEKS_OF_A_RHYTHM, RHYTHMS, STATES
from scoring.ledger.rings import RADII
from scoring.model import MODEL_DATE
from scoring.views import EMPTY
from site_builder.assets.collect import Assets
from site_builder.assets.marks import icon_of, logo_of
from site_builder.content.interface_text import text_at
from site_builder.core.addresses import relative_url, site_base
from site_builder.core.languages import counted, direction, onward, shown_date
from site_builder.core.model import Content, Files, Runtime
from site_builder.core.page_registry import MISSING, PAGES, PageSpec
from site_builder.core.policy import CONTENT_SECURITY_POLICY, THEME_SCRIPT
from site_builder.core.project import Project
from site_builder.core.worked_example import EXAMPLE
from site_builder.graphics.card import card_picture
from site_builder.graphics.openers import opener
from site_builder.graphics.qr_code import qr_code
from site_builder.graphics.village import village_map
from site_builder.pages.assemble import NEEDED_CHAPTERS, Arranged
from site_builder.pages.editions import Edition, alternates
from site_builder.pages.figures import method_values, read_steadiness, worksheet_values
from site_builder.pages.plan import template_words
from site_builder.pages.search_index import SearchFile, make_search_file
from site_builder.pages.template_cache import TemplateCache
from site_builder.runtime.collect import engine_sizes
from site_builder.runtime.snapshot import SNAPSHOT
from site_builder.toolchain.cache import open_cache

PERSON = {
    "kinds": KINDS,
    "rhythms": RHYTHMS,
    "states": STATES,
    "name": MOST_OF_A_NAME,
    "weeks": MOST_WEEKS_OF_A_RHYTHM,
    "radii": list(RADII.values()),
}
"""What the fields of a person may hold, and the rings of the picture."""

INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
FIRST_LETTER = re.compile(r"\w")
"""Spanish has a sign before it: ¿cuántos?"""

PHONE_NUMBER = re.compile(r"\b[0-9][0-9 -]+[0-9]\b")


@dataclass(frozen=True)
class Rendering:
    """What all pages share. (Without slots, so that the search file can be kept.)"""

    project: Project
    content: Content
    arranged: Arranged
    assets: Assets
    runtime: Runtime
    downloads: Files
    """The book as files, where `make book` has made them."""
    edition: Edition
    editions: tuple[Edition, ...]
    """Of all languages, the first one's first."""

    @cached_property
    def search(self) -> SearchFile:
        """What the search looks through."""
        return make_search_file(self.content, self.arranged)


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A page in a navigation or in the list of all pages."""

    output: str
    label: str
    text: str
    lang: str = ""
    """A page of ours has none but its edition's."""


class Unindented(FileSystemLoader):
    """Reads templates without their indents, which readers would only load."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Read one template."""
        source, filename, is_current = super().get_source(environment, template)
        return INDENT.sub("", source), filename, is_current


def make_environment(rendering: Rendering) -> Environment:
    """What every template has: the content, the navigation, and functions that draw or count."""
    environment = Environment(
        loader=Unindented([place / "templates" for place in rendering.project.places]),
        bytecode_cache=TemplateCache(open_cache(rendering.project, "templates")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        cache_size=-1,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters["html"] = Markup  # for the HTML of our own Markdown renderer only
    environment.filters["unbroken"] = unbroken
    environment.filters["without"] = without
    environment.filters["counted"] = partial(counted, lang=rendering.edition.lang)
    environment.filters["date"] = partial(shown_date, lang=rendering.edition.lang)
    environment.filters["lang"] = lang_attributes
    environment.globals.update(_content_values(rendering) | _drawn_values(rendering))
    return environment


def unbroken(text: str) -> Markup:
    """Keep every telephone number on one line, and its digits in their order among letters that run to the left."""
    return Markup(PHONE_NUMBER.sub(r'<bdi dir="ltr" class="whole">\g<0></bdi>', str(escape(text))))


def without(question: str, window: str) -> str:
    """A question without the window that opens it, where the page names that once for all."""
    rest = question.removeprefix(f"{window}, ")
    return FIRST_LETTER.sub(lambda letter: letter.group().upper(), rest, count=1)


def lang_attributes(lang: str) -> Markup:
    """What an element says of its language, where that is not the page's."""
    return Markup(f' lang="{lang}" dir="{direction(lang)}"') if lang else Markup("")


def page_functions(output: str, rendering: Rendering) -> dict[str, object]:
    """Functions that address files as seen from one page."""
    base = site_base(rendering.content.settings) if output == MISSING.output else ""
    place = rendering.edition.place
    home = base.removesuffix(place) if base else relative_url(".", place + output)

    def url(target: str) -> str:
        path, mark, anchor = target.partition("#")
        address = base + path if base else relative_url(path, output)
        return (address if path else "") + mark + anchor

    return {
        "url": url,
        "root": home,
        "alternates": alternates(output, rendering.edition, rendering.editions, home if base else ""),
        "asset": lambda name: url(rendering.assets.folder + name),
        "runtime_url": url(rendering.runtime.folder),
        "snapshot_url": url(rendering.runtime.folder + SNAPSHOT),
    }


def _content_values(rendering: Rendering) -> dict[str, object]:
    content, arranged = rendering.content, rendering.arranged
    return {
        "settings": content.settings,
        "direction": direction(content.settings.lang),
        "onward": onward(content.settings.lang),
        "words": content.words,
        "catalogue": content.catalogue,
        "help_lines": content.help_lines,
        "chapters": arranged.chapters,
        "result_chapters": [page for page in arranged.chapters if page.slug in NEEDED_CHAPTERS],
        "pages": arranged.pages,
        "header_pages": [page for page in arranged.pages if page.in_header],
        "footer_pages": [page for page in arranged.pages if not page.in_header],
        "anchors": arranged.anchors,
        "references": arranged.references,
        "book": arranged.book,
        "downloads": _downloads(rendering.downloads),
        "search_address": rendering.search.address,
        "navigation": {place: _navigation(place, content) for place in ("header", "at_hand", "footer", "listed")},
        "python_pages": [spec.output for spec in PAGES if spec.runs_python],
        "edition": rendering.runtime.edition,
        "runtime_sizes": engine_sizes(rendering.runtime),
        "light": content.settings.light,
        "dark": content.settings.dark,
        "policy": CONTENT_SECURITY_POLICY,
        "theme_script": THEME_SCRIPT,
    }


def _drawn_values(rendering: Rendering) -> dict[str, object]:
    settings, catalogue = rendering.content.settings, rendering.content.catalogue
    return {
        "view": EMPTY,
        "answers": EXAMPLE["answers"],
        "example": result_view(parse_answers(EXAMPLE, catalogue), catalogue),
        "person_fields": PERSON,
        "model_version": MODEL_VERSION,
        "model_date": MODEL_DATE,
        "method": lambda: method_values(EXAMPLE, catalogue, read_steadiness(rendering.project)),
        "worksheets": lambda: worksheet_values(EXAMPLE, catalogue),
        "opener": cache(lambda slug: Markup(opener(slug, catalogue) or "")),  # each stands on four pages
        "village_map": lambda *values: Markup(village_map(catalogue, *values)),
        "icon": icon_of(rendering.assets.files, rendering.assets.folder),
        "logo": logo_of(rendering.assets.files, rendering.assets.folder),
        "card_picture": lambda: Markup(card_picture(settings.name)),
        "qr_code": lambda: Markup(qr_code(settings.site_url)),
    }


def _navigation(place: str, content: Content) -> list[NavigationLink]:
    specs: Iterable[PageSpec] = (spec for spec in PAGES if getattr(spec, place))
    return [_link(spec, place, content) for spec in sorted(specs, key=lambda spec: int(getattr(spec, place)))]


def _link(spec: PageSpec, place: str, content: Content) -> NavigationLink:
    """A list has room for the title; a navigation calls the page by its short name."""
    words = template_words(spec, content)
    label = words.label if place == "listed" else short_name(spec, content)
    return NavigationLink(spec.output, label, words.description)


def short_name(spec: PageSpec, content: Content) -> str:
    """What a navigation calls a page."""
    return text_at(content.words, spec.called_by)


def _downloads(files: Files) -> list[tuple[str, str, int]]:
    """Address, kind and size in kilobytes of each file of the book."""
    return [(name, name.rpartition(".")[2].upper(), round(len(data) / 1000)) for name, data in files.items()]
