"""What a page says of itself to programs: the words of shared links, and structured data for search engines.

Only what is known is said: no author, no date, no organization. What needs a whole address is left out where
`site_url` is not set, for readers of such data resolve no relative ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.core.addresses import page_address
from site_builder.core.model import ShownPage
from site_builder.core.own_words import LICENSE
from site_builder.core.page_registry import HOME
from site_builder.core.page_words import PICTURE_SIZE, PageWords
from site_builder.core.settings import Settings

type Structured = dict[str, object]

LICENSES = {LICENSE: "https://creativecommons.org/licenses/by/4.0/"}
"""The address of a license by its name; that of the words in `content/`: LICENSE-CONTENT."""


@dataclass(frozen=True, slots=True)
class Head:
    """What `partials/head.html.j2` writes for one page."""

    canonical: str
    """Empty where the site's address is not known."""
    open_graph: tuple[tuple[str, str], ...]
    """Property and content."""
    twitter_card: str
    structured: Structured
    """JSON-LD; the template writes it, with everything escaped that could end its element."""


def make_head(
    settings: Settings, words: PageWords, chapter: ShownPage | None = None, shelf: PageWords | None = None
) -> Head:
    """Describe a page. `shelf` is the list of chapters, for a chapter that stands on it."""
    canonical = page_address(settings, words.output)
    graph = [_thing(settings, words, chapter)]
    above = [(shelf.output, shelf.label)] if shelf else []
    trail = [("index.html", settings.name), *above, (words.output, words.label)]
    if canonical and words.output != HOME.output:
        graph.append(_breadcrumbs(settings, trail))
    return Head(
        canonical=canonical,
        open_graph=tuple(_open_graph(settings, words)),
        twitter_card="summary_large_image" if canonical else "summary",
        structured={"@context": "https://schema.org", "@graph": graph},
    )


def _open_graph(settings: Settings, words: PageWords) -> Iterator[tuple[str, str]]:
    yield "og:title", words.headline
    yield "og:description", words.description
    yield "og:type", "article" if words.place else "website"
    yield "og:site_name", settings.name
    if locale := _locale(settings.lang):
        yield "og:locale", locale
    if settings.site_url:
        width, height = PICTURE_SIZE
        yield "og:url", page_address(settings, words.output)
        # Nobody fetches a picture from a relative address, so there is none without the site's own.
        yield "og:image", settings.site_url + words.picture
        yield "og:image:type", "image/png"
        yield "og:image:width", str(width)
        yield "og:image:height", str(height)
        yield "og:image:alt", words.says


def _locale(lang: str) -> str:
    """Language and territory; a tag without a territory names no locale, and guessing one would be untrue."""
    language, *others = lang.split("-")
    territory = next((part for part in others if len(part) == 2 and part.isalpha()), "")
    return f"{language}_{territory.upper()}" if territory else ""


def _thing(settings: Settings, words: PageWords, chapter: ShownPage | None) -> Structured:
    site = {"@type": "WebSite", "name": settings.name}
    address = page_address(settings, words.output)
    known = {"description": words.description, "inLanguage": settings.lang} | _only(url=address)
    if words.output == HOME.output:
        return site | known
    part = {"isPartOf": site | _only(url=settings.site_url)}
    if chapter is None:
        return {"@type": "WebPage", "name": words.says} | known | part
    return {"@type": "Article", "headline": words.headline} | known | part | _chapter(settings, words, chapter)


def _chapter(settings: Settings, words: PageWords, chapter: ShownPage) -> Structured:
    references = (cited.reference for cited in chapter.references)
    return {
        "name": words.label,
        "position": words.place,
        "isAccessibleForFree": True,
        "timeRequired": f"PT{chapter.minutes}M",
        "citation": [{"@type": "CreativeWork", "name": one.title} | _only(url=one.url) for one in references],
    } | _only(
        license=LICENSES.get(settings.license, ""),
        image=settings.site_url and settings.site_url + words.picture,
    )


def _only(**fields: str) -> Structured:
    """Leave out what is empty."""
    return {name: value for name, value in fields.items() if value}


def _breadcrumbs(settings: Settings, trail: list[tuple[str, str]]) -> Structured:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": page_address(settings, output)}
            for place, (output, name) in enumerate(trail, start=1)
        ],
    }
