"""How much a reader must load before a page can be read, and what has grown since the build before.

No build fails for weight, but where its host wants that: `limits` in `content/site.yaml`. What this project asks of
itself stands in its tests.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.core.addresses import join_url
from site_builder.core.model import Files
from site_builder.core.page_registry import PAGES
from site_builder.core.problems import Problem
from site_builder.core.settings import Settings
from site_builder.output.finished import Finished, FinishedFile, packed
from site_builder.output.record import Record

UNLIMITED = {spec.output for spec in PAGES if not spec.is_limited}

KILOBYTE = 1000
NOTED = 1000
"""Bytes; what has grown by less is nobody's concern."""

HASH = re.compile(r"/[0-9a-f]{12}\b")
"""The part of a name that is another after each change."""


@dataclass(frozen=True, slots=True)
class Growth:
    """A file that is larger than it was, in bytes as they lie in the folder."""

    name: str
    before: int
    now: int

    def __str__(self) -> str:
        return f"{self.name} by {_kilobytes(self.now - self.before)} to {_kilobytes(self.now)}"


def find_growth(before: Record, files: Files) -> list[Growth]:
    """Find what has grown since the build that wrote the record, the most first."""
    known = {HASH.sub("", name): listed.bytes for name, listed in before.items()}
    sizes = {HASH.sub("", name): len(data) for name, data in files.items()}
    found = [Growth(name, known[name], now) for name, now in sizes.items() if now - known.get(name, now) >= NOTED]
    return sorted(found, key=lambda one: (one.before - one.now, one.name))


def check_budgets(finished: Finished, settings: Settings) -> Iterator[Problem]:
    """Find pages that are heavier than the host wants, and style sheets that are so together."""
    styles = {name: packed(finished.files[name]) for name in finished.sheets}
    if limit := KILOBYTE * settings.limits.page:
        for name, page in finished.pages.items():
            if name not in UNLIMITED:
                yield from _check_page(name, page, finished, styles, limit)
    limit = KILOBYTE * settings.limits.styles
    if limit and sum(styles.values()) > limit:
        text = f"all style sheets take {_kilobytes(sum(styles.values()))}; the limit is {_kilobytes(limit)}"
        yield Problem("web/css", 0, 0, "too-heavy", text, _hint("styles"))


def _check_page(
    name: str, page: FinishedFile, finished: Finished, styles: Mapping[str, int], limit: int
) -> Iterator[Problem]:
    sheets = [path for href in page.sheets if (path := join_url(name, href) or "") in styles]
    faces = {face for sheet in sheets for face in _faces(sheet, finished)}
    weights = {
        "page": page.packed,
        "styles": sum(styles[sheet] for sheet in sheets),
        "typefaces": sum(len(finished.files[face]) for face in faces),
    }
    if sum(weights.values()) <= limit:
        return
    weights["page"] = packed(finished.files[name])
    if sum(weights.values()) > limit:
        parts = ", ".join(f"{part} {_kilobytes(weight)}" for part, weight in weights.items())
        text = f"the page takes {_kilobytes(sum(weights.values()))} ({parts}); the limit is {_kilobytes(limit)}"
        yield finished.source(name).problem(1, 1, "too-heavy", text, _hint("page"))


def _hint(limit: str) -> str:
    return f"make it lighter, or change {limit} under limits in content/site.yaml"


def _faces(sheet: str, finished: Finished) -> set[str]:
    urls = finished.sheets[sheet].urls
    found = {join_url(sheet, url.value) for url in urls if url.value.endswith(".woff2")}
    return {face for face in found if face in finished.files}


def _kilobytes(size: int) -> str:
    return f"{size / KILOBYTE:.1f} kB"
