"""How much a reader must load before a page can be read: the finished bytes, weighed."""

from collections.abc import Iterator, Mapping

from site_builder.core.addresses import join_url
from site_builder.core.page_registry import PAGES
from site_builder.core.problems import Problem
from site_builder.output.finished import Finished, FinishedFile, packed

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


def check_budgets(finished: Finished) -> Iterator[Problem]:
    """Find pages that are too heavy, and style sheets that are too heavy together."""
    styles = {name: packed(finished.files[name]) for name in finished.sheets}
    limits = _limits(finished)
    for name, page in finished.pages.items():
        yield from _check_page(name, page, finished, styles, limits.get(name, PAGE_LIMIT))
    if sum(styles.values()) > STYLE_LIMIT:
        text = f"all style sheets take {_kilobytes(sum(styles.values()))}; the limit is {_kilobytes(STYLE_LIMIT)}"
        yield Problem("web/css", 0, 0, "too-heavy", text)


def _limits(finished: Finished) -> dict[str, int]:
    """Give the pages whose limit grows with the number of chapters."""
    chapters = sum(name.startswith("chapters/") and name not in LISTS for name in finished.pages)
    more = CHAPTER_ALLOWANCE * max(0, chapters - FEW_CHAPTERS)
    return dict.fromkeys(LISTS, PAGE_LIMIT + more)


def _check_page(
    name: str, page: FinishedFile, finished: Finished, styles: Mapping[str, int], limit: int
) -> Iterator[Problem]:
    sheets = [path for href in page.sheets if (path := join_url(name, href) or "") in styles]
    needed = 1 + len(sheets) + page.blocking_scripts
    if needed > REQUEST_LIMIT:
        text = f"{needed} files must be there before the page shows; the limit is {REQUEST_LIMIT}"
        yield finished.source(name).problem(1, 1, "too-many-requests", text)
    faces = {face for sheet in sheets for face in _faces(sheet, finished)}
    weights = {
        "page": page.packed,
        "styles": sum(styles[sheet] for sheet in sheets),
        "typefaces": sum(len(finished.files[face]) for face in faces),
    }
    if name in UNLIMITED or sum(weights.values()) <= limit:
        return
    weights["page"] = packed(finished.files[name])
    if sum(weights.values()) > limit:
        parts = ", ".join(f"{part} {_kilobytes(weight)}" for part, weight in weights.items())
        text = f"the page takes {_kilobytes(sum(weights.values()))} ({parts}); the limit is {_kilobytes(limit)}"
        yield finished.source(name).problem(1, 1, "too-heavy", text)


def _faces(sheet: str, finished: Finished) -> set[str]:
    urls = finished.sheets[sheet].urls
    found = {join_url(sheet, url.value) for url in urls if url.value.endswith(".woff2")}
    return {face for face in found if face in finished.files}


def _kilobytes(size: int) -> str:
    return f"{size / 1000:.1f} kB"
