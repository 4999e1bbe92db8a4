"""The elements of a finished page or drawing, and the addresses in them."""

import re
from collections.abc import Iterator

from lxml import etree

from site_builder.core.problems import Problem, Source
from site_builder.output.finished import Url

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

FOR_SEARCH_ENGINES = ("canonical", "alternate")
"""Links that no browser follows and no reader sees."""

REFRESH_URL = re.compile(r"[^;]*;\s*url\s*=\s*(.*)", re.IGNORECASE)


class Markup:
    """A page or drawing. What matters of it is noted in its own order, in one walk over its elements."""

    def __init__(self, source: Source, root: etree._Element) -> None:
        self.source = source
        self.root = root
        self.lines = source.lines
        self.ids: list[tuple[str, etree._Element]] = []
        self.addressed: list[tuple[etree._Element, str, str]] = []
        """Element, name and value of each attribute of `ADDRESSED`."""
        self.inline: list[tuple[etree._Element, str]] = []
        """Element and name of each attribute with style or script in it."""
        self.elements: list[tuple[str, etree._Element]] = []
        """Those of `KINDS`."""
        self._walk()

    def _walk(self) -> None:
        for element in self.root.iter(etree.Element):
            kind = element.tag.rpartition("}")[2]
            if kind in KINDS:
                self.elements.append((kind, element))
            for name, value in element.items():
                if name == "id":
                    self.ids.append((value, element))
                elif name == "style" or name.startswith("on"):
                    self.inline.append((element, name))
                elif name.rpartition("}")[2] in ADDRESSED:
                    self.addressed.append((element, name, value))

    def of(self, kind: str) -> list[etree._Element]:
        """Give the elements of one kind."""
        return [element for name, element in self.elements if name == kind]

    def urls(self) -> Iterator[Url]:
        """Give every address in it."""
        for element, name, value in self.addressed:
            kind = element.tag.rpartition("}")[2]
            if name in SETS:
                for candidate in value.split(","):
                    yield self._url(element, kind, (candidate.split() or [""])[0], is_fetched=True)
            elif not (name == "data" and kind != "object") and element.get("rel") not in FOR_SEARCH_ENGINES:
                is_followed = name.endswith("href") and kind in ("a", "area")
                yield self._url(element, kind, value, is_fetched=not is_followed)
        for meta in self.of("meta"):
            if meta.get("http-equiv", "").lower() == "refresh":
                match = REFRESH_URL.fullmatch(meta.get("content", ""))
                yield self._url(meta, "meta", match[1] if match else meta.get("content", ""), is_fetched=False)

    def _url(self, element: etree._Element, kind: str, value: str, is_fetched: bool) -> Url:
        return Url(value, is_fetched, kind in ("img", "image"), *self._place(element, value))

    def problem(self, element: etree._Element, fragment: str, code: str, text: str) -> Problem:
        """Describe a fault of an element; `fragment` is a part of its start tag as it stands in the file."""
        return self.source.problem(*self._place(element, fragment), code, text)

    def _place(self, element: etree._Element, fragment: str) -> tuple[int, int]:
        """Find the start tag with a fragment; the parser tells only in which line the tag ends."""
        end = element.sourceline or 1
        for line in range(min(end, len(self.lines)), max(0, end - NEAR), -1):
            found = self.lines[line - 1].find(fragment)
            if found >= 0:
                return line, max(self.lines[line - 1].rfind("<", 0, found + 1), 0) + 1
        return end, 1
