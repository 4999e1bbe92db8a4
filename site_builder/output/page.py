"""A finished page or drawing by itself: parsed, and searched for what a browser or its reader would stumble over."""

import re
from collections.abc import Iterator

from lxml import etree

from site_builder.core.policy import THEME_SCRIPT
from site_builder.core.problems import Problem
from site_builder.output.finished import QUICK, FinishedFile, finished_source, packed
from site_builder.output.markup import HEADINGS, HTML, XML, Markup

THING = (
    r"(?:built-in (?:function|method)\b|(?:bound method|function|class|module|generator object) \S"
    r"|[\w.]+ object at 0x)"
)
PYTHON_TEXT = re.compile(rf"<{THING}|&(?:lt|#60);{THING}|dict_(?:items|keys|values)\(\[")
"""How Python writes a thing that is no text; a template that names a method shows such words.

Each choice begins with a plain character, which the search finds five times sooner.
"""


INLINE_STYLE = "inline style, which the policy blocks"


def parse_page(name: str, data: bytes) -> FinishedFile:
    """Parse a page."""
    page = Markup(finished_source(name, data), etree.fromstring(data, HTML))
    problems = (*_check_ids(page), *_check_inline(page), *_check_headings(page), *_check_python_text(page))
    scripts = page.of("script")
    return FinishedFile(
        urls=tuple(page.urls()),
        ids=frozenset(name for name, _ in page.ids),
        problems=problems,
        sheets=tuple(link.get("href", "") for link in page.of("link") if link.get("rel") == "stylesheet"),
        blocking_scripts=sum("src" in script.attrib and script.get("type") != "module" for script in scripts),
        is_hidden=any(
            "noindex" in meta.get("content", "") for meta in page.of("meta") if meta.get("name") == "robots"
        ),
        packed=packed(data, QUICK),
    )


def parse_drawing(name: str, data: bytes) -> FinishedFile:
    """Parse a drawing."""
    drawing = Markup(finished_source(name, data), etree.fromstring(data, XML))
    return FinishedFile(tuple(drawing.urls()), problems=tuple(_check_inline(drawing)))


def _check_ids(page: Markup) -> Iterator[Problem]:
    seen = set()
    for name, element in page.ids:
        if name in seen:
            yield page.problem(element, f'id="{name}"', "double-id", f'the id "{name}" stands twice')
        seen.add(name)


def _check_inline(page: Markup) -> Iterator[Problem]:
    """What the policy blocks."""
    for element, name in page.inline:
        if name == "style":
            yield page.problem(element, "style=", "inline-style", INLINE_STYLE)
        else:
            text = f"inline handler {name}, which the policy blocks"
            yield page.problem(element, f"{name}=", "inline-script", text)
    for element in page.of("style"):
        yield page.problem(element, "<style", "inline-style", INLINE_STYLE)
    for element in page.of("script"):
        is_inline = "src" not in element.attrib and element.get("type") != "application/ld+json"
        if is_inline and element.text != THEME_SCRIPT:
            yield page.problem(element, "<script", "inline-script", "inline script, which the policy blocks")


def _check_headings(page: Markup) -> Iterator[Problem]:
    level = 0
    headings = [element for kind, element in page.elements if kind in HEADINGS]
    for heading in headings:
        before, level = level, int(heading.tag[1])
        if level > before + 1:
            text = f"heading of level {level} after level {before}"
            yield page.problem(heading, f"<{heading.tag}", "heading-jump", text)
    titles = sum(heading.tag == "h1" for heading in headings)
    if titles != 1:
        yield page.source.problem(1, 1, "title-count", f"{titles} headings of level 1; one is needed")
    for image in page.of("img"):
        if "alt" not in image.attrib:
            yield page.problem(image, "<img", "no-alt", "an image without alt")
    if not page.root.get("lang"):
        yield page.problem(page.root, "<html", "no-lang", "the page does not say its language")


def _check_python_text(page: Markup) -> Iterator[Problem]:
    """Look at the bytes as written: unescaped, such words would be read as an element."""
    for found in PYTHON_TEXT.finditer(page.source.text):
        before = page.source.text[: found.start()]
        line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
        text = "words of Python in the place of a text; a template names a method"
        yield page.source.problem(line, column, "python-text", text)
