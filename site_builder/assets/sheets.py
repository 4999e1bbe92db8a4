"""The style sheets: read, searched for what they would fetch from elsewhere, made smaller, put together."""

import re
from collections.abc import Callable, Iterator

import tinycss2

from site_builder.core.addresses import is_foreign
from site_builder.core.inputs import find_files, read_text
from site_builder.core.model import Files
from site_builder.core.problems import BRING_IN, FOREIGN, Gathering, Problem, Source
from site_builder.core.project import Project
from site_builder.core.style_urls import style_urls

FOLDER = "css"
JOINED = {
    "css/site": ("css/site",),
    "css/builder": ("css/tools", "css/builder"),
    "css/ledger": ("css/tools", "css/ledger"),
}
"""Style sheets, and the folders whose files each is put together from; the names of the files give the order."""

FETCHES = re.compile(r"@import|(?:url|src|image|image-set)\(", re.IGNORECASE)
"""Stands in each sheet that fetches something; few do, and parsing the others takes time."""


def read_sheets(project: Project, pack: Callable[[Files], Files] = dict) -> Files:
    """Read the style sheets in `web/css/`; `pack` makes each file smaller. Both may raise `ContentProblems`."""
    found: Files = {}
    gathering = Gathering()
    for name, path in find_files(project, f"web/{FOLDER}", "**/*.css").items():
        source, unread = read_text(project, path)
        gathering.problems += unread or _check_foreign(source)
        found[f"{FOLDER}/{name}"] = source.text.encode()
    with gathering:
        found = pack(found)
    gathering.finish()
    return join_sheets(found)


def join_sheets(found: Files) -> Files:
    """The files, with every style sheet that has several as one in their place, after what is joined already."""
    sheets = dict(found)
    for folders in JOINED.values():
        for folder in folders:
            for name in [name for name in sheets if name.startswith(f"{folder}/")]:
                del sheets[name]
    for sheet, folders in JOINED.items():
        parts = [found[name] for folder in folders for name in sorted(found) if name.startswith(f"{folder}/")]
        if parts:
            before = [found[f"{sheet}.css"]] if f"{sheet}.css" in found else []
            sheets[f"{sheet}.css"] = b"\n".join([*before, *parts])
    return sheets


def _check_foreign(source: Source) -> Iterator[Problem]:
    if not FETCHES.search(source.text):
        return
    nodes = tinycss2.parse_stylesheet(source.text, skip_comments=True, skip_whitespace=True)
    for node, value in style_urls(nodes):
        address = "".join(value.split())
        if is_foreign(address) and not address.startswith("data:"):
            text = FOREIGN.format(value)
            yield source.problem(node.source_line, node.source_column, "foreign", text, BRING_IN)
