"""The finished files, parsed once: audit, budget, sitemap and offline copy all read the same trees.

A URL is what a browser fetches on its own or a reader can follow; `locate` turns a fault of it into a problem.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

import tinycss2
from lxml import etree
from tinycss2.ast import Node

from site_builder.core.model import Files
from site_builder.core.problems import Problem, Source

NEAR = 20
"""So many lines above its end the start of an element is looked for."""

HTML = etree.HTMLParser(encoding="utf-8", huge_tree=True)
XML = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)

ADDRESSED = {
    "href",
    "xlink:href",
    "src",
    "srcset",
    "imagesrcset",
    "poster",
    "background",
    "data",
    "action",
    "formaction",
    "ping",
}
"""Every attribute that can hold an address, in XML whatever its namespace."""

SETS = ("srcset", "imagesrcset")
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
KINDS = HEADINGS | {"script", "style", "img", "meta", "link"}
"""Elements that something here or in the audit looks at."""

REFRESH_URL = re.compile(r"[^;]*;\s*url\s*=\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Url:
    """An address in a finished file."""

    file: str
    value: str
    is_fetched: bool
    """Whether a browser asks for it without being told, or sends something there; else a reader may follow it."""
    is_image: bool
    locate: Callable[[str, str], Problem] = field(compare=False)
    """Makes a problem from a code and a text."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What matters of a page, in the order of the page, from one walk over its elements."""

    ids: list[tuple[str, etree._Element]] = field(default_factory=list)
    addressed: list[tuple[etree._Element, str, str]] = field(default_factory=list)
    """Element, name and value of each attribute of `ADDRESSED`."""
    inline: list[tuple[etree._Element, str]] = field(default_factory=list)
    """Element and name of each attribute with style or script in it."""
    elements: list[tuple[str, etree._Element]] = field(default_factory=list)
    """Those of `KINDS`."""

    def of(self, kind: str) -> list[etree._Element]:
        """Give the elements of one kind."""
        return [element for name, element in self.elements if name == kind]


def _note(root: etree._Element) -> Noted:
    noted = Noted()
    for element in root.iter(etree.Element):
        kind = element.tag.rpartition("}")[2]
        if kind in KINDS:
            noted.elements.append((kind, element))
        for name, value in element.items():
            if name == "id":
                noted.ids.append((value, element))
            elif name == "style" or name.startswith("on"):
                noted.inline.append((element, name))
            elif name.rpartition("}")[2] in ADDRESSED:
                noted.addressed.append((element, name, value))
    return noted


@dataclass(frozen=True)
class FinishedPage:
    """An HTML page or a drawing."""

    name: str
    source: Source
    root: etree._Element = field(repr=False, compare=False)

    @cached_property
    def noted(self) -> Noted:
        """What matters of it."""
        return _note(self.root)

    @property
    def is_hidden(self) -> bool:
        """Whether it asks search engines not to list it."""
        return any(
            "noindex" in meta.get("content", "") for meta in self.noted.of("meta") if meta.get("name") == "robots"
        )

    @property
    def sheets(self) -> list[str]:
        """The addresses of its style sheets, as written."""
        return [link.get("href", "") for link in self.noted.of("link") if link.get("rel") == "stylesheet"]

    @property
    def blocking_scripts(self) -> int:
        """How many scripts must be there before it shows."""
        scripts = self.noted.of("script")
        return sum("src" in script.attrib and script.get("type") != "module" for script in scripts)

    @cached_property
    def urls(self) -> tuple[Url, ...]:
        """Every address in it."""
        return tuple(self._urls())

    def _urls(self) -> Iterator[Url]:
        for element, name, value in self.noted.addressed:
            kind = element.tag.rpartition("}")[2]
            if name in SETS:
                for candidate in value.split(","):
                    yield self._url(element, kind, (candidate.split() or [""])[0], is_fetched=True)
            elif not (name == "data" and kind != "object") and element.get("rel") != "canonical":
                is_followed = name.endswith("href") and kind in ("a", "area")
                yield self._url(element, kind, value, is_fetched=not is_followed)
        for meta in self.noted.of("meta"):
            if meta.get("http-equiv", "").lower() == "refresh":
                match = REFRESH_URL.fullmatch(meta.get("content", ""))
                yield self._url(meta, "meta", match[1] if match else meta.get("content", ""), is_fetched=False)

    def _url(self, element: etree._Element, kind: str, value: str, is_fetched: bool) -> Url:
        is_image = kind in ("img", "image")
        return Url(self.name, value, is_fetched, is_image, partial(self.problem, element, value))

    def problem(self, element: etree._Element, fragment: str, code: str, text: str) -> Problem:
        """Describe a fault of an element; `fragment` is a part of its start tag as it stands in the file."""
        return self.source.problem(*self._place(element.sourceline or 1, fragment), code, text)

    def _place(self, end: int, fragment: str) -> tuple[int, int]:
        """Find the start tag with a fragment; the parser tells only in which line the tag ends."""
        lines = self.source.text.splitlines()
        for line in range(min(end, len(lines)), max(0, end - NEAR), -1):
            found = lines[line - 1].find(fragment)
            if found >= 0:
                return line, max(lines[line - 1].rfind("<", 0, found + 1), 0) + 1
        return end, 1


@dataclass(frozen=True, slots=True)
class FinishedSheet:
    """A style sheet."""

    name: str
    source: Source
    urls: tuple[Url, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """All files, and those that were parsed, by path."""

    files: Files
    pages: Mapping[str, FinishedPage]
    drawings: Mapping[str, FinishedPage]
    sheets: Mapping[str, FinishedSheet]


def parse_files(files: Files) -> Finished:
    """Parse every page, drawing and style sheet of a site."""
    pages = {name: _page(name, data, HTML) for name, data in files.items() if name.endswith(".html")}
    drawings = {name: _page(name, data, XML) for name, data in files.items() if name.endswith(".svg")}
    sheets = {name: _sheet(name, data) for name, data in files.items() if name.endswith(".css")}
    return Finished(files, pages, drawings, sheets)


def _page(name: str, data: bytes, parser: etree.HTMLParser | etree.XMLParser) -> FinishedPage:
    return FinishedPage(name, Source(f"dist/{name}", data.decode()), etree.fromstring(data, parser))


def _sheet(name: str, data: bytes) -> FinishedSheet:
    source = Source(f"dist/{name}", data.decode())
    nodes = tinycss2.parse_stylesheet(source.text, skip_comments=True, skip_whitespace=True)
    found = (
        Url(name, value, True, True, partial(source.problem, node.source_line, node.source_column))
        for node, value in _style_urls(nodes)
    )
    return FinishedSheet(name, source, tuple(found))


def _style_urls(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    """What a style sheet fetches: url(...), the text of @import, and the texts of image-set(...)."""
    for node in nodes:
        if node.type == "url":
            yield node, node.value
        elif node.type == "function":
            takes_texts = node.lower_name in ("url", "src", "image", "image-set", "-webkit-image-set")
            yield from _texts(node.arguments) if takes_texts else ()
            yield from _style_urls(node.arguments)
        elif node.type == "at-rule":
            yield from _texts(node.prelude) if node.lower_at_keyword == "import" else ()
            yield from _style_urls([*node.prelude, *(node.content or [])])
        elif node.type == "qualified-rule":
            yield from _style_urls([*node.prelude, *node.content])
        elif node.type in ("() block", "[] block", "{} block"):
            yield from _style_urls(node.content)


def _texts(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    return ((node, node.value) for node in nodes if node.type == "string")
