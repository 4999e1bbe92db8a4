"""The finished files, each parsed once; what was found in one without mistakes is kept for the next build.

A file with a mistake is parsed again by each build, which so tells of it in the same words.
"""

from collections.abc import Callable
from functools import partial
from itertools import starmap
from pathlib import Path
from typing import Any
from zlib import ZLIB_RUNTIME_VERSION

from site_builder.core import problems
from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.output.finished import Finished, FinishedFile, Url
from site_builder.output.page import parse_drawing, parse_page
from site_builder.output.sheet import parse_sheet
from site_builder.toolchain.facts import Facts, read_code, rows

PACKAGES = (Path(__file__).parent, Path(problems.__file__).parent)
LIBRARIES = ("lxml", "tinycss2", "webencodings")


def parse_file(name: str, data: bytes) -> FinishedFile:
    """Parse a page, a drawing or a style sheet, as its name says."""
    if name.endswith(".css"):
        return parse_sheet(data)
    return parse_page(name, data) if name.endswith(".html") else parse_drawing(name, data)


def parse_files(files: Files, parse: Callable[[str, bytes], FinishedFile] = parse_file, place: str = "") -> Finished:
    """Parse every page, drawing and style sheet of a site."""
    pages, drawings, sheets = (
        {name: parse(name, data) for name, data in files.items() if name.endswith(suffix)}
        for suffix in (".html", ".svg", ".css")
    )
    return Finished(files, pages, drawings, sheets, place)


def read_finished(project: Project, files: Files, place: str = "") -> Finished:
    """Give what matters of the files, as an earlier build found it or parsed now."""
    facts = Facts(project, "finished", read_code(PACKAGES, LIBRARIES) | {"zlib": ZLIB_RUNTIME_VERSION.encode()})
    finished = parse_files(files, partial(_read, facts), place)
    facts.write()
    return finished


def _read(facts: Facts, name: str, data: bytes) -> FinishedFile:
    text = Path(name).suffix.encode() + data
    kept: Any = facts.read(text)
    if kept is not None:
        urls, *others = kept
        return FinishedFile(tuple(starmap(Url, urls)), *others)
    found = parse_file(name, data)
    if not found.problems:
        ((_, *others),) = rows([found], FinishedFile)
        facts.note(text, (rows(found.urls, Url), *others))
    return found
