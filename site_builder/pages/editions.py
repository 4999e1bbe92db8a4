"""The site in each of its languages, as the pages of the others see it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.core.addresses import relative_url
from site_builder.core.languages import own_name
from site_builder.core.page_registry import HOME
from site_builder.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language."""

    lang: str
    place: str
    """Its folder in the finished site, with the slash; empty for the first language."""
    address: str
    """Of its root; empty where not known."""
    outputs: frozenset[str]
    """The pages that it has, as seen from its folder."""

    def same_page(self, output: str) -> str:
        """What it has for a page of another language: the same, or its first page."""
        return output if output in self.outputs else HOME.output


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in another language."""

    lang: str
    name: str
    """What that language calls itself."""
    href: str
    address: str
    """From outside; empty where the site's is not known."""


def edition_of(settings: Settings, outputs: Iterator[str]) -> Edition:
    """The edition that has these settings and pages."""
    place = f"{settings.lang}/" if settings.first_language else ""
    return Edition(settings.lang, place, settings.site_url, frozenset(outputs))


def alternates(output: str, here: Edition, editions: Sequence[Edition], home: str = "") -> list[Alternate]:
    """The page in every language, its own included; nothing where there is only one.

    `home` is the path of the site's root, for the page that cannot use relative addresses.
    """
    if len(editions) == 1:
        return []
    found = []
    for edition in editions:
        page = edition.same_page(output)
        target = edition.place + page
        href = home + target if home else relative_url(target, here.place + output)
        address = edition.address and edition.address + ("" if page == HOME.output else page)
        found.append(Alternate(edition.lang, own_name(edition.lang), href, address))
    return found
