"""A last look at the finished files, whoever made them: what is wrong with each, and what leads nowhere."""

from collections.abc import Iterator, Set

from site_builder.core.addresses import decoded, is_foreign, join_url
from site_builder.core.problems import FOREIGN, Problem
from site_builder.output.finished import Finished, Url

OUTSIDE = ("https:", "http:", "mailto:", "tel:", "data:", "//")
"""Where a reader may be led."""


def check_site(finished: Finished, base: str = "", others: Set[str] = frozenset()) -> Iterator[Problem]:
    """Check pages, drawings and style sheets. `base` is the path of the site's root, for the page that needs it;
    `others` are the pages of the other languages, from there.
    """
    targets = _Targets(finished, base, others)
    for name, file in finished.parsed.items():
        yield from file.problems
        for url in file.urls:
            fault = _fault(name, url, targets)
            if fault:
                yield finished.source(name).problem(url.line, url.column, *fault)


def _fault(name: str, url: Url, targets: "_Targets") -> tuple[str, str] | None:
    """Say what is wrong with an address in a file: code and text."""
    address = "".join(url.value.split())  # as browsers read it: breaks of lines count for nothing
    if address.startswith("data:") and url.is_image:
        return None
    if url.is_fetched and is_foreign(address):
        return "foreign", FOREIGN.format(url.value)
    text = "" if address.startswith(OUTSIDE) else targets.fault(name, address)
    return ("broken-address", text) if text else None


class _Targets:
    """What an address can lead to."""

    def __init__(self, finished: Finished, base: str, others: Set[str]) -> None:
        self.finished = finished
        self.base = base
        self.others = others
        self.ids = {name: page.ids for name, page in finished.pages.items()}
        self.folders = {name[:place] for name in finished.files for place, sign in enumerate(name) if sign == "/"}

    def fault(self, file: str, address: str) -> str:
        """Say what is wrong with an address inside the site, or nothing."""
        if self.base and address.startswith(self.base):  # it starts at the site's root
            address = address.removeprefix(self.base) or "index.html"
            if address in self.others:
                return ""
            file, address = "index.html", address.removeprefix(self.finished.place) or "index.html"
        path, _, anchor = map(decoded, address.partition("#"))
        target = join_url(file, path) if path else file
        if path and join_url(self.finished.place + file, path) in self.others:
            return ""
        if target is None:
            return f'"{address}" leads out of the site'
        if path.endswith("/") or target == ".":
            return "" if target in (".", *self.folders) else f'"{address}" leads nowhere'
        if target not in self.finished.files:
            return f'"{address}" leads nowhere'
        if anchor and target in self.ids and anchor not in self.ids[target]:
            return f'"{address}" leads to no element with that id'
        return ""
