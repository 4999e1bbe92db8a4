"""What a host makes of the files of the site: their bytes, types and compression, and what it adds."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import PurePosixPath

from site_builder.core.policy import COMPRESSED, HEADERS, KEEP, MEDIA_TYPES, cache_time, media_type
from site_builder.hosting.fetch import Host, Reply
from site_builder.hosting.report import Finding
from site_builder.output.compressed import LARGE, WAYS
from site_builder.output.record import Listed, Record, listed

AT_ONCE = 6
"""Requests side by side, as a browser makes them."""

FOR_THE_HOST = ("_headers", *WAYS)
"""Ends of names of files that hosts read themselves and need not show."""

NEEDED = (".css", ".html", ".js", ".mjs", ".svg")
"""Files that browsers do not use with another type."""

SAME = {"application/javascript": "text/javascript", "text/xml": "application/xml"}
MONTH = 30 * 24 * 3600
NOWHERE = "no-such-page-of-this-site.html"
RECIPES = "community-os deploy-files writes the settings of many hosts"


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found at a host."""

    missing: list[str]
    changed: list[str]
    findings: list[Finding]


def look_at(host: Host, record: Record) -> Looked:
    """Ask for every file of the list, and for some that are not there."""
    names = [name for name in record if not name.endswith(FOR_THE_HOST)]
    looked = Looked([], [], [])
    with ThreadPoolExecutor(AT_ONCE) as askers:
        for one in askers.map(lambda name: _look(host, name, record[name]), names):
            looked.missing.extend(one.missing)
            looked.changed.extend(one.changed)
            looked.findings.extend(one.findings)
    looked.findings.extend(_check_missing_page(host, record))
    looked.findings.extend(_check_headers(host))
    return looked


def _look(host: Host, name: str, expected: Listed) -> Looked:
    reply = host.ask(name)
    findings: list[Finding] = []
    target = reply.headers.get("Location", "")
    if 300 <= reply.status < 400 and _is_without_html(name, target):
        text = "the host answers .html by leading to an address without it; works, and costs readers a request each"
        findings.append(Finding(name, text, is_note=True))
        reply = host.ask(_shortened(name))
    if reply.status != 200:
        return Looked([name], [], findings)
    if reply.encoding:
        text = f"sent compressed ({reply.encoding}) to one who asked for plain bytes"
        findings.append(Finding(name, text, "let the host compress for those only who say they can unpack", True))
    if not _is_same(reply, expected):
        return Looked([], [name], findings)
    findings += [*_check_type(name, reply), *_check_cache(name, reply)]
    if expected.bytes >= LARGE and name.endswith(COMPRESSED):
        findings += _check_compression(host, name, expected)
    return Looked([], [], findings)


def _is_without_html(name: str, target: str) -> bool:
    path = target.partition("?")[0].rstrip("/")
    return name.endswith(".html") and (f"/{path}".endswith(f"/{name.removesuffix('.html')}") or name == "index.html")


def _shortened(name: str) -> str:
    return name.removesuffix(".html").removesuffix("index")


def _is_same(reply: Reply, expected: Listed) -> bool:
    body = reply.decoded(expected.bytes)
    return body is not None and listed(body) == expected


def _check_type(name: str, reply: Reply) -> Iterator[Finding]:
    wanted = media_type(name).partition(";")[0]
    if SAME.get(reply.kind, reply.kind) == wanted or PurePosixPath(name).suffix not in MEDIA_TYPES:
        return
    is_needed = name.endswith(NEEDED)
    text = f"sent as {reply.kind or 'no type'}; {'browsers use it only as' if is_needed else 'better'} {wanted}"
    yield Finding(name, text, RECIPES, is_note=not is_needed)


def _check_cache(name: str, reply: Reply) -> Iterator[Finding]:
    said = reply.headers.get("Cache-Control", "").lower()
    found = re.search(r"max-age=(\d{1,12})", said)
    kept = 0 if "no-cache" in said or not found else int(found[1])
    if cache_time(name) == KEEP and kept < MONTH:
        yield Finding(name, "never changes, and could be kept by browsers for a year", RECIPES, is_note=True)
    elif cache_time(name) != KEEP and kept > 0:
        yield Finding(name, f"kept by browsers for {kept} seconds: so late a change is seen", RECIPES, is_note=True)


def _check_compression(host: Host, name: str, expected: Listed) -> Iterator[Finding]:
    for encoding in ("gzip", "br, gzip"):
        reply = host.ask(name, encoding)
        if reply.status != 200 or not _is_same(reply, expected):
            text = f"something else comes where compression is asked for ({encoding})"
            yield Finding(
                name, text, "a compressed file beside it is of another edition, or broken: upload both again"
            )
            return
    if not reply.encoding:
        yield Finding(name, "large, and sent without compression", RECIPES, is_note=True)


def _check_missing_page(host: Host, record: Record) -> Iterator[Finding]:
    for name in (NOWHERE, f"nowhere/{NOWHERE}"):
        reply = host.ask(name)
        if reply.status == 200:
            text = "the host answers an address that leads nowhere with a page and 200, as if it were there"
            yield Finding(
                name, text, "let it answer with 404.html and 404; apps of one page are set up so, not this site"
            )
        elif reply.status not in (404, 410) or not _is_same(reply, record.get("404.html", Listed(0, ""))):
            text = f"the host answers an address that leads nowhere with {reply.status} and a page of its own"
            yield Finding(name, text, f"let it show 404.html; {RECIPES}", is_note=True)


def _check_headers(host: Host) -> Iterator[Finding]:
    for name in ("index.html", "sw.js"):
        reply = host.ask(name)
        if reply.status != 200:
            continue
        for header, value in HEADERS.items():
            sent = reply.headers.get(header)
            if sent is None:
                yield Finding(name, f"no header {header}", RECIPES, is_note=True)
            elif sent != value:
                yield Finding(name, f"another header {header} than the site's own: {sent}", RECIPES, is_note=True)
