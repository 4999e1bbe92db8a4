"""Every link of the text to the address it will have, or a problem with the nearest match.

A file of the content is named as seen from the file that links it, so that the link works in every viewer of Markdown
too. Any other address is that of a finished page, as seen from the finished page.
"""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from posixpath import basename
from urllib.parse import quote

from site_builder.core.addresses import decoded, join_url, relative_url
from site_builder.core.model import Link, Page
from site_builder.core.names import FOLDERS, PICTURES
from site_builder.core.problems import Problem, did_you_mean, nearest
from site_builder.graphics.svg import Drawing

NOWHERE = ""
"""The address of what this copy has left out: the words of the link stay."""

OUTSIDE = ("https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Targets:
    """What a link can lead to."""

    pages: Mapping[str, Page]
    """Pages of the content by file: content/chapters/03-weak-ties.md."""
    outputs: Set[str]
    """All files of the finished site that a reader can open."""
    unread: Collection[str] = ()
    """Files of the content of which nothing but the name is known."""
    left_out: Set[str] = frozenset()
    """Files of chapters that this copy does not have."""


def resolve_links(page: Page, targets: Targets) -> tuple[dict[str, str], list[Problem]]:
    """Map each link as written to its address as seen from the page."""
    addresses: dict[str, str] = {}
    problems = []
    for link in page.document.links:
        found = _resolve(link, page, targets)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            addresses[link.href] = found
    return addresses, problems


def drawn_images(page: Page, drawings: Mapping[str, Drawing]) -> dict[str, Drawing]:
    """Map each address as written to its drawing, where the page itself is to hold it."""
    names = {link.href: join_url(page.output, decoded(link.href)) for link in page.document.links}
    return {href: drawings[name] for href, name in names.items() if name and name in drawings}


def _resolve(link: Link, page: Page, targets: Targets) -> str | Problem:
    path, _, anchor = map(decoded, link.href.partition("#"))
    if link.href.startswith(OUTSIDE):
        return link.href
    if ":" in path or path.startswith("/"):
        hint = "allowed: https://..., mailto:..., a file such as 03-weak-ties.md, or an address from this page"
        return _problem(link, page, "link-form", f'"{decoded(link.href)}" cannot be a link here', hint)
    if not path:
        return _anchored(link, page, page, "", anchor)
    if path.endswith(".md"):
        return _to_file(link, page, targets, path, anchor)
    output = join_url(page.output, path)
    if output not in targets.outputs or path.endswith("/"):
        is_picture = path.endswith(FOLDERS[PICTURES])
        near = [relative_url(known, page.output) for known in sorted(targets.outputs)]
        hint = did_you_mean(path, near) or (f"pictures lie in content/{PICTURES}/" if is_picture else "")
        return _problem(link, page, "link-target", f'no {"picture" if is_picture else "page"} "{path}"', hint)
    return _joined(quote(path), anchor)


def _to_file(link: Link, page: Page, targets: Targets, path: str, anchor: str) -> str | Problem:
    file = join_url(page.file, path) or path
    if file in targets.unread:
        return link.href
    if file in targets.left_out:
        return NOWHERE
    target = targets.pages.get(file)
    if target is None or target.draft:
        near = _near_file(file, targets)
        hint = f'did you mean "{relative_url(near, page.file)}"?' if near else ""
        return _problem(link, page, "link-target", f'"{path}" is a draft' if target else f'no page "{path}"', hint)
    return _anchored(link, page, target, relative_url(target.output, page.output), anchor)


def _near_file(file: str, targets: Targets) -> str:
    """Find the file with the nearest name in whatever folder; of two, that of the nearest folder."""
    files = [known for known, page in targets.pages.items() if not page.draft]
    name = nearest(basename(file), [basename(known) for known in files])
    return nearest(file, [known for known in files if basename(known) == name], least=0)


def _anchored(link: Link, page: Page, target: Page, address: str, anchor: str) -> str | Problem:
    ids = [heading.id for heading in target.document.headings]
    if anchor and anchor not in ids:
        if page.lang and target.original:  # the translation has other headings than the page that was linked
            return _joined(address, "")
        hint = did_you_mean(anchor, ids, ", ".join(ids))
        return _problem(link, page, "link-anchor", f'no heading "#{anchor}" in {target.source.path}', hint)
    return _joined(address, anchor)


def _joined(address: str, anchor: str) -> str:
    return f"{address}#{quote(anchor)}" if anchor else address


def _problem(link: Link, page: Page, code: str, text: str, hint: str) -> Problem:
    return page.source.problem(link.line, link.column, code, text, hint, len(decoded(link.href)))
