"""A last look at the finished bytes, whoever made them: what a browser or its reader would stumble over."""

import re
from collections.abc import Iterable, Iterator

from site_builder.core.addresses import join_url
from site_builder.core.policy import THEME_SCRIPT
from site_builder.core.problems import Problem
from site_builder.output.finished import HEADINGS, Finished, FinishedPage, Url

PYTHON_TEXT = re.compile(
    r"(?:<|&lt;|&#60;)(?:built-in (?:function|method)\b|(?:bound method|function|class|module|generator object) \S"
    r"|[\w.]+ object at 0x)|\bdict_(?:items|keys|values)\(\["
)
"""How Python writes a thing that is no text; a template that names a method shows such words."""

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
OUTSIDE = ("https:", "http:", "mailto:", "data:", "//")
"""Where a reader may be led."""


def check_site(finished: Finished, base: str = "") -> Iterator[Problem]:
    """Check pages, drawings and style sheets. `base` is the path of the site's root, for the page that needs it."""
    for page in finished.pages.values():
        yield from _check_ids(page)
        yield from _check_inline(page)
        yield from _check_headings(page)
        yield from _check_python_text(page)
    for drawing in finished.drawings.values():
        yield from _check_inline(drawing)
    yield from _check_urls(finished, base)


def _check_ids(page: FinishedPage) -> Iterator[Problem]:
    seen = set()
    for name, element in page.noted.ids:
        if name in seen:
            yield page.problem(element, f'id="{name}"', "double-id", f'the id "{name}" stands twice')
        seen.add(name)


def _check_inline(page: FinishedPage) -> Iterator[Problem]:
    """What the policy blocks."""
    for element, name in page.noted.inline:
        if name == "style":
            yield page.problem(element, "style=", "inline-style", "inline style, which the policy blocks")
        else:
            text = f"inline handler {name}, which the policy blocks"
            yield page.problem(element, f"{name}=", "inline-script", text)
    for element in page.noted.of("style"):
        yield page.problem(element, "<style", "inline-style", "inline style, which the policy blocks")
    for element in page.noted.of("script"):
        is_inline = "src" not in element.attrib and element.get("type") != "application/ld+json"
        if is_inline and element.text != THEME_SCRIPT:
            yield page.problem(element, "<script", "inline-script", "inline script, which the policy blocks")


def _check_headings(page: FinishedPage) -> Iterator[Problem]:
    level = 0
    headings = [element for kind, element in page.noted.elements if kind in HEADINGS]
    for heading in headings:
        before, level = level, int(heading.tag[1])
        if level > before + 1:
            text = f"heading of level {level} after level {before}"
            yield page.problem(heading, f"<{heading.tag}", "heading-jump", text)
    titles = sum(heading.tag == "h1" for heading in headings)
    if titles != 1:
        yield page.source.problem(1, 1, "title-count", f"{titles} headings of level 1; one is needed")
    for image in page.noted.of("img"):
        if "alt" not in image.attrib:
            yield page.problem(image, "<img", "no-alt", "an image without alt")
    if not page.root.get("lang"):
        yield page.problem(page.root, "<html", "no-lang", "the page does not say its language")


def _check_python_text(page: FinishedPage) -> Iterator[Problem]:
    """Look at the bytes as written: unescaped, such words would be read as an element."""
    for found in PYTHON_TEXT.finditer(page.source.text):
        before = page.source.text[: found.start()]
        line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
        text = "words of Python in the place of a text; a template names a method"
        yield page.source.problem(line, column, "python-text", text)


def _check_urls(finished: Finished, base: str) -> Iterator[Problem]:
    targets = _Targets(finished, base)
    parsed = (*finished.pages.values(), *finished.drawings.values())
    urls: Iterable[Url] = (url for page in parsed for url in page.urls)
    for url in (*urls, *(url for sheet in finished.sheets.values() for url in sheet.urls)):
        address = "".join(url.value.split())  # as browsers read it: breaks of lines count for nothing
        if address.startswith("data:") and url.is_image:
            continue
        if url.is_fetched and (SCHEME.match(address) or address.startswith(("//", "\\"))):
            yield url.locate("foreign", f'"{url.value}" would be fetched from another host')
        elif not address.startswith(OUTSIDE):
            text = targets.fault(url.file, address)
            if text:
                yield url.locate("broken-address", text)


class _Targets:
    """What an address can lead to."""

    def __init__(self, finished: Finished, base: str) -> None:
        self.finished = finished
        self.base = base
        self.ids = {name: {anchor for anchor, _ in page.noted.ids} for name, page in finished.pages.items()}
        self.folders = {name[:place] for name in finished.files for place, sign in enumerate(name) if sign == "/"}

    def fault(self, file: str, address: str) -> str:
        """Say what is wrong with an address inside the site, or nothing."""
        if self.base and address.startswith(self.base):  # it starts at the site's root
            file, address = "index.html", address.removeprefix(self.base) or "index.html"
        path, _, anchor = address.partition("#")
        target = join_url(file, path) if path else file
        if target is None:
            return f'"{address}" leads out of the site'
        if path.endswith("/") or target == ".":
            return "" if target in (".", *self.folders) else f'"{address}" leads nowhere'
        if target not in self.finished.files:
            return f'"{address}" leads nowhere'
        if anchor and target in self.ids and anchor not in self.ids[target]:
            return f'"{address}" leads to no element with that id'
        return ""
