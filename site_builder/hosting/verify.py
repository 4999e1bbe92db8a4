"""Compares a copy of the site, published or in a folder, with the list that the build wrote: `build.json`."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from site_builder.core.problems import MissingPart
from site_builder.hosting.fetch import Host
from site_builder.hosting.published import look_at
from site_builder.hosting.report import Finding, Report
from site_builder.output.record import RECORD, Record, listed, parse_record, read_record

AGAIN = "upload all of dist/ again: assets/ and runtime/ first, sw.js last"
BUILD_AGAIN = "build it again, or copy all of dist/ here again"
NO_LIST = "is not there, or not as a build writes it"
SITEMAP = re.compile(r"^Sitemap: (\S*/)sitemap\.xml$", re.MULTILINE)
MOST_OF_ROBOTS = 10_000
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
"""Where somebody only tries a copy."""


def verify(place: str, dist: Path) -> Report:
    """Compare the copy at an address or in a folder. `dist` has the site that was built here last, or nothing."""
    if place.startswith(("https://", "http://")):
        return _verify_address(place.partition("#")[0].removesuffix("index.html"), dist)
    folder = Path(place)
    if not folder.is_dir():
        raise MissingPart(f"{place} is no folder, and no address that starts with https:// or http://")
    return _verify_folder(folder)


def _verify_folder(folder: Path) -> Report:
    record = read_record(folder)
    if record is None:
        return Report((Finding(RECORD, NO_LIST, BUILD_AGAIN),), 0)
    missing = [name for name in record if not (folder / name).is_file()]
    there = [name for name in record if (folder / name).is_file()]
    changed = [name for name in there if listed((folder / name).read_bytes()) != record[name]]
    paths = (path for path in folder.rglob("*") if path.is_file())
    others = {path.relative_to(folder).as_posix() for path in paths} - record.keys() - {RECORD}
    findings = _differences(record, missing, changed, BUILD_AGAIN)
    findings += [Finding(name, "not of this site", is_note=True) for name in others if not name.startswith(".git/")]
    return Report(tuple(findings), len(record))


def _verify_address(address: str, dist: Path) -> Report:
    host = Host(address if address.endswith("/") else f"{address}/")
    reply = host.ask(RECORD)
    target = reply.headers.get("Location")
    if target and 300 <= reply.status < 400:
        return Report((Finding("", f"this address leads to {target}", "verify the address that readers end at"),), 0)
    try:
        record = parse_record(reply.decoded(len(reply.body) * 50) or b"") if reply.status == 200 else None
    except ValueError:
        record = None
    if record is None:
        return Report((Finding(RECORD, NO_LIST, AGAIN),), 0)
    looked = look_at(host, record)
    findings = [*_differences(record, looked.missing, looked.changed, AGAIN), *looked.findings]
    findings += _check_address(host)
    here = read_record(dist)
    if here is not None and here != record:
        text = f"the copy is of another edition than {dist}"
        findings.append(Finding("", text, "build and upload, if it should be the newest", is_note=True))
    return Report(tuple(findings), len(record))


def _check_address(host: Host) -> Iterator[Finding]:
    """Compare the address with the one that the copy was built for, where robots.txt names that."""
    reply = host.ask("robots.txt")
    told = SITEMAP.search((reply.decoded(MOST_OF_ROBOTS) or b"").decode(errors="replace"))
    if reply.status == 200 and told and told[1] != host.address:
        text = f"built for {told[1]}, where search engines, shared links and the page for missing addresses lead"
        hint = "put the address that readers use into site_url of content/site.yaml, build, and upload again"
        yield Finding("", text, hint, is_note=urlsplit(host.address).hostname in THIS_MACHINE)


def _differences(record: Record, missing: list[str], changed: list[str], mend: str) -> list[Finding]:
    """Tell what is not as it was built. Much at once is no accident: one upload has overtaken another, or stopped."""
    findings = [Finding(name, "missing", mend) for name in missing]
    findings += [Finding(name, "not the bytes that were built", mend) for name in changed]
    if len(findings) > 1:
        text = f"half of an edition is up: {len(findings)} of {len(record)} files are missing or others"
        findings.insert(0, Finding("", text, mend))
    return findings
