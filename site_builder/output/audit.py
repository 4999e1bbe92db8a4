"""A last look at the finished bytes, whoever made them: what a browser or its reader would stumble over."""

import re
from html.parser import HTMLParser

from site_builder.core.addresses import join_url
from site_builder.core.model import Files
from site_builder.core.policy import THEME_SCRIPT
from site_builder.core.problems import Problem, Source

LOADED = {
    "script": "src",
    "img": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
}
"""Elements that make a browser fetch something, and the attribute that names it."""

PYTHON_TEXT = re.compile(
    r"(?:<|&lt;|&#60;)(?:built-in (?:function|method)\b|(?:bound method|function|class|module|generator object) \S"
    r"|[\w.]+ object at 0x)|\bdict_(?:items|keys|values)\(\["
)
"""How Python writes a thing that is no text; a template that names a method shows such words."""

OUTSIDE = ("https:", "http:", "mailto:", "data:", "//")


def check_site(files: Files, base: str = "") -> list[Problem]:
    """Check every HTML page: addresses have targets, ids are unique, headings in order, nothing inline or foreign.

    `base` is the path of the site's root, for the page that must use it.
    """
    pages = {name: _read(name, data) for name, data in files.items() if name.endswith(".html")}
    problems = [problem for page in pages.values() for problem in page.problems]
    for name, page in pages.items():
        for address, line, column in page.addresses:
            text = _broken(*_from_root(name, address, base), files, pages)
            if text:
                problems.append(page.problem(line, column, "broken-address", text))
    return problems


def _from_root(name: str, address: str, base: str) -> tuple[str, str]:
    """Read an address that starts at the site's root as one of the root's index page."""
    return (
        ("index.html", address.removeprefix(base) or "index.html")
        if base and address.startswith(base)
        else (name, address)
    )


def _broken(name: str, address: str, files: Files, pages: dict[str, "_Page"]) -> str:
    """Say what is wrong with an address inside the site, or nothing."""
    path, _, anchor = address.partition("#")
    target = join_url(name, path) if path else name
    if target is None:
        return f'"{address}" leads out of the site'
    if target.endswith("/") or path.endswith("/"):
        found = any(file.startswith(target.rstrip("/") + "/") for file in files)
        return "" if found else f'"{address}" leads nowhere'
    if target not in files:
        return f'"{address}" leads nowhere'
    if anchor and target in pages and anchor not in pages[target].ids:
        return f'"{address}" leads to no element with that id'
    return ""


def _read(name: str, data: bytes) -> "_Page":
    page = _Page(name, data.decode())
    page.feed(page.source.text)
    page.close()
    page.check_python_text()
    page.finish()
    return page


class _Page(HTMLParser):
    """Reads one page and notes what matters."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.source = Source(f"dist/{name}", text)
        self.ids: set[str] = set()
        self.addresses: list[tuple[str, int, int]] = []
        self.problems: list[Problem] = []
        self.level = 0
        self.titles = 0
        self.script: tuple[int, int] | None = None  # where the inline script that is being read starts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.check_id(values)
        self.check_inline(tag, values)
        self.check_heading(tag)
        self.check_address(tag, values)
        if tag == "img" and "alt" not in values:
            self.note("no-alt", "an image without alt")
        if tag == "html" and not values.get("lang"):
            self.note("no-lang", "the page does not say its language")

    def handle_data(self, data: str) -> None:
        if self.script and data != THEME_SCRIPT:
            self.problems.append(
                self.problem(*self.script, "inline-script", "inline script, which the policy blocks")
            )

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the library prescribes it
        self.script = None

    def check_id(self, values: dict[str, str]) -> None:
        name = values.get("id")
        if name in self.ids:
            self.note("double-id", f'the id "{name}" stands twice')
        if name:
            self.ids.add(name)

    def check_inline(self, tag: str, values: dict[str, str]) -> None:
        if tag == "style" or "style" in values:
            self.note("inline-style", "inline style, which the policy blocks")
        inline = tag == "script" and not values.get("src") and values.get("type") != "application/ld+json"
        self.script = self.getpos() if inline else None
        for name in values:
            if name.startswith("on"):
                self.note("inline-script", f"inline handler {name}, which the policy blocks")

    def check_heading(self, tag: str) -> None:
        if len(tag) != 2 or tag[0] != "h" or not tag[1].isdigit():
            return
        level = int(tag[1])
        self.titles += level == 1
        if level > self.level + 1:
            self.note("heading-jump", f"heading of level {level} after level {self.level}")
        self.level = level

    def check_address(self, tag: str, values: dict[str, str]) -> None:
        loaded = values.get(LOADED.get(tag, ""))
        for address in (loaded, values.get("href") if tag == "a" else None):
            if address is None or (tag == "img" and address.startswith("data:")):
                continue
            if not address.startswith(OUTSIDE):
                self.addresses.append((address, *self.getpos()))
            elif address is loaded and values.get("rel") != "canonical":
                self.note("foreign", f'"{address}" would be fetched from another host')

    def check_python_text(self) -> None:
        """Look at the bytes as written: unescaped, such words would be read as an element."""
        for number, line in enumerate(self.source.text.splitlines(), start=1):
            for found in PYTHON_TEXT.finditer(line):
                text = "words of Python in the place of a text; a template names a method"
                self.problems.append(self.problem(number, found.start(), "python-text", text))

    def finish(self) -> None:
        if self.titles != 1:
            self.problems.append(
                self.problem(1, 0, "title-count", f"{self.titles} headings of level 1; one is needed")
            )

    def note(self, code: str, text: str) -> None:
        self.problems.append(self.problem(*self.getpos(), code, text))

    def problem(self, line: int, column: int, code: str, text: str) -> Problem:
        return self.source.problem(line, column + 1, code, text)
