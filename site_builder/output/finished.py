"""What matters of the finished files to audit, budget, sitemap and offline copy."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.core.model import Files
from site_builder.core.problems import Problem, Source

QUICK = 1
"""How hard to compress a page at first: one that is light enough so needs no thorough look."""


@dataclass(frozen=True, slots=True)
class Url:
    """An address in a finished file, as written, and where."""

    value: str
    is_fetched: bool
    """Whether a browser asks for it without being told, or sends something there; else a reader may follow it."""
    is_image: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """An HTML page, a drawing or a style sheet; the last four parts are of pages."""

    urls: tuple[Url, ...]
    ids: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    """What is wrong with it, whatever else is in the site."""
    sheets: tuple[str, ...] = ()
    """The addresses of its style sheets, as written."""
    blocking_scripts: int = 0
    """How many scripts must be there before it shows."""
    is_hidden: bool = False
    """Whether it asks search engines not to list it."""
    packed: int = 0
    """Its size when compressed quickly."""


@dataclass(frozen=True, slots=True)
class Finished:
    """All files, and what matters of those that were parsed, by path."""

    files: Files
    pages: Mapping[str, FinishedFile]
    drawings: Mapping[str, FinishedFile]
    sheets: Mapping[str, FinishedFile]
    place: str = ""
    """The folder of an edition in another language, with the slash."""

    @property
    def parsed(self) -> dict[str, FinishedFile]:
        """All that were parsed: pages, drawings, style sheets."""
        return {**self.pages, **self.drawings, **self.sheets}

    def source(self, name: str) -> Source:
        """Give the text of a file, to show where it is wrong."""
        return finished_source(self.place + name, self.files[name])


def finished_source(name: str, data: bytes) -> Source:
    """Name a finished file as problems do."""
    return Source(f"dist/{name}", data.decode())


def packed(data: bytes, level: int = 9) -> int:
    """Weigh a file as it is sent."""
    return len(gzip.compress(data, level, mtime=0))
