"""How much a reader must load before a page can be read: the finished bytes, weighed."""

import gzip
import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from site_builder.core.addresses import join_url
from site_builder.core.model import Files
from site_builder.core.page_registry import PAGES
from site_builder.core.problems import Problem, Source

PAGE_LIMIT = 60_000
"""Bytes of a page with its style sheets and typefaces, compressed."""

STYLE_LIMIT = 20_000
"""Bytes of all style sheets together, compressed."""

REQUEST_LIMIT = 3
"""Files that a browser must have before it shows the text; typefaces come in later without moving it."""

FEW_CHAPTERS = 12
CHAPTER_ALLOWANCE = 500
"""A list of all chapters may take so many bytes more for each chapter beyond the first few."""

LISTS = {spec.output for spec in PAGES if spec.lists_chapters}
UNLIMITED = {spec.output for spec in PAGES if not spec.is_limited}

STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
BLOCKING = re.compile(r'<script src="([^"]+)">')
FACE = re.compile(r'url\("([^"]+\.woff2)"\)')


def check_budgets(files: Files) -> list[Problem]:
    """Find pages that are too heavy, and style sheets that are too heavy together."""
    sheets = {name: _packed(data) for name, data in files.items() if name.endswith(".css")}
    limits = _limits(files)
    pages = (name for name in files if name.endswith(".html"))
    problems = [
        problem for name in pages for problem in _check_page(name, files, sheets, limits.get(name, PAGE_LIMIT))
    ]
    styles = sum(sheets.values())
    if styles > STYLE_LIMIT:
        text = f"all style sheets take {_kilobytes(styles)}; the limit is {_kilobytes(STYLE_LIMIT)}"
        problems.append(Problem("web/css", 0, 0, "too-heavy", text))
    return problems


def _limits(files: Files) -> dict[str, int]:
    """Give the pages whose limit grows with the number of chapters."""
    chapters = sum(name.startswith("chapters/") and name not in LISTS for name in files)
    more = CHAPTER_ALLOWANCE * max(0, chapters - FEW_CHAPTERS)
    return dict.fromkeys(LISTS, PAGE_LIMIT + more)


def _check_page(name: str, files: Files, packed: Mapping[str, int], limit: int) -> Iterator[Problem]:
    html = files[name].decode()
    source = Source(f"dist/{name}", html)
    sheets = [path for href in STYLE.findall(html) if (path := join_url(name, href)) in files]
    needed = 1 + len(sheets) + len(BLOCKING.findall(html))
    if needed > REQUEST_LIMIT:
        text = f"{needed} files must be there before the page shows; the limit is {REQUEST_LIMIT}"
        yield source.problem(1, 1, "too-many-requests", text)
    faces = {face for sheet in sheets for face in _faces(sheet, files)}
    weights = {
        "page": _packed(files[name]),
        "styles": sum(packed[sheet] for sheet in sheets),
        "typefaces": sum(len(files[face]) for face in faces),
    }
    if sum(weights.values()) > limit and name not in UNLIMITED:
        parts = ", ".join(f"{part} {_kilobytes(weight)}" for part, weight in weights.items())
        text = f"the page takes {_kilobytes(sum(weights.values()))} ({parts}); the limit is {_kilobytes(limit)}"
        yield source.problem(1, 1, "too-heavy", text)


def _faces(sheet: str, files: Files) -> set[str]:
    found = {normpath(join(dirname(sheet), address)) for address in FACE.findall(files[sheet].decode())}
    return found & files.keys()


def _packed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def _kilobytes(size: int) -> str:
    return f"{size / 1000:.1f} kB"
