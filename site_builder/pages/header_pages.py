"""Pages at the top of every page, because their field `navigation` says so: how many, and how long their names."""

from collections.abc import Iterator, Sequence

from site_builder.core.model import Page
from site_builder.core.page_registry import SAFETY
from site_builder.core.problems import Problem

MOST = 2
LONGEST_LABEL = 16
FIELD = ("navigation",)
ROOM = "on a phone of 320 pixels there is no room for more"


def check_header_pages(chapters: Sequence[Page], others: Sequence[Page]) -> Iterator[Problem]:
    """Tell of each page that has no place there."""
    for page in (page for page in chapters if page.in_header):
        hint = "take it out; every chapter stands on the list of chapters, which the header leads to"
        yield page.problem(FIELD, "header", "a chapter cannot stand in the header", hint)
    pages = sorted((page for page in others if page.in_header and not page.draft), key=lambda page: page.order)
    for place, page in enumerate(pages):
        if page.output == SAFETY:
            yield page.problem(FIELD, "header", "this page is at the top of every page already", "take it out")
        if place >= MOST:
            first = " and ".join(one.source.path for one in pages[:MOST])
            hint = f"leave it to {first}: {ROOM} than {MOST}"
            yield page.problem(FIELD, "header", f"page {place + 1} in the header", hint)
        if len(page.label) > LONGEST_LABEL:
            text = f"{len(page.label)} characters, for a page in the header"
            hint = f"allowed: at most {LONGEST_LABEL}; {ROOM}"
            yield page.problem(("label",), "header", text, hint)
