"""The style sheets: read, searched for what they would fetch from elsewhere, made smaller, put together."""

from collections.abc import Callable, Iterable, Iterator

import tinycss2
from tinycss2.ast import Node

from site_builder.core.addresses import is_foreign
from site_builder.core.inputs import find_inputs, parse_text, read_input
from site_builder.core.model import Files
from site_builder.core.problems import FOREIGN, ContentProblems, Problem, Source, raise_problems
from site_builder.core.project import Project

FOLDER = "css"
JOINED = {
    "css/site": ("css/site",),
    "css/builder": ("css/tools", "css/builder"),
    "css/ledger": ("css/tools", "css/ledger"),
}
"""Style sheets, and the folders whose files each is put together from; the names of the files give the order."""


def read_sheets(project: Project, pack: Callable[[Files], Files] = dict) -> Files:
    """Read the style sheets in `web/css/`; `pack` makes each file smaller, and may raise `ContentProblems` too."""
    found: Files = {}
    problems: list[Problem] = []
    for path in find_inputs(project.web / FOLDER):
        name, data = path.relative_to(project.web).as_posix(), read_input(project, path)
        source, unread = parse_text(project.name(path), data)
        problems += unread or _check_foreign(source)
        found[name] = data if path.suffix != ".css" else source.text.encode()
    try:
        packed = pack({name: data for name, data in found.items() if name.endswith(".css")})
    except ContentProblems as wrong:
        problems += wrong.problems
    raise_problems(problems)
    return _joined(found | packed)


def _joined(found: Files) -> Files:
    """The style sheets; those that have several files as one, in the place of these."""
    sheets = dict(found)
    for folders in JOINED.values():
        for folder in folders:
            for name in [name for name in sheets if name.startswith(f"{folder}/")]:
                del sheets[name]
    for sheet, folders in JOINED.items():
        parts = [found[name] for folder in folders for name in sorted(found) if name.startswith(f"{folder}/")]
        if parts:
            sheets[f"{sheet}.css"] = b"\n".join(parts)
    return sheets


def _check_foreign(source: Source) -> Iterator[Problem]:
    nodes = tinycss2.parse_stylesheet(source.text, skip_comments=True, skip_whitespace=True)
    for node, value in style_urls(nodes):
        address = "".join(value.split())
        if is_foreign(address) and not address.startswith("data:"):
            hint = "put the file into the site, and name it by a relative address"
            yield source.problem(node.source_line, node.source_column, "foreign", FOREIGN.format(value), hint)


def style_urls(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    """What a style sheet fetches: url(...), the text of @import, and the texts of image-set(...)."""
    for node in nodes:
        if node.type == "url":
            yield node, node.value
        elif node.type == "function":
            takes_texts = node.lower_name in ("url", "src", "image", "image-set", "-webkit-image-set")
            yield from _texts(node.arguments) if takes_texts else ()
            yield from style_urls(node.arguments)
        elif node.type == "at-rule":
            yield from _texts(node.prelude) if node.lower_at_keyword == "import" else ()
            yield from style_urls([*node.prelude, *(node.content or [])])
        elif node.type == "qualified-rule":
            yield from style_urls([*node.prelude, *node.content])
        elif node.type in ("() block", "[] block", "{} block"):
            yield from style_urls(node.content)


def _texts(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    return ((node, node.value) for node in nodes if node.type == "string")
