"""Writes a release into `.cache/release/`: `make release` makes the wheel, then runs this.

The packed site to upload, the wheel, what both are made of, notes, and the sums of all. The same commit gives the
same bytes: nothing in it has another time than the commit, which `SOURCE_DATE_EPOCH` says.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from scripts.sbom import PROGRAM, make_sbom
from site_builder.build import build_site
from site_builder.core.problems import MissingPart
from site_builder.core.project import BOOK, Project
from site_builder.output.record import RECORD, parse_record

SECTION = re.compile(r"^## (\S+) \(([^)\n]+)\)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
READABLE = 0o644 << 16
"""The rights of a packed file, where the form of ZIP has them."""

SUMS = "SHA256SUMS"
NOTES = """# Community OS {version} ({date})

* `{site}` is the finished site. Unpack it, and upload all that is in the folder to any host that serves files, at the
  top of a site or below it. docs/hosting.md has settings for hosts, and how to see that all has arrived.
* `{wheel}` is the program with the book in it, for a site of your own: install it with pip, then run
  `community-os new-site`.
* `{sbom}` lists the parts of others that are in both, with versions and licenses (CycloneDX).
* `{sums}` has the sums of these files: `sha256sum --check {sums}`.

## What has changed

{changes}
"""


def pack(files: Mapping[str, bytes], moment: datetime) -> bytes:
    """Pack files in the order of their names, all of one moment."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, READABLE, 3
            archive.writestr(entry, files[name])
    return packed.getvalue()


def newest_section(changelog: str, version: str) -> tuple[str, str]:
    """The date and the text of the newest changes. Raises `MissingPart` where they are of another version."""
    found = SECTION.search(changelog)
    if not found or found[1] != version:
        newest = found[1] if found else "none"
        raise MissingPart(
            f"pyproject.toml has version {version}, and CHANGELOG.md begins with {newest}; make them one"
        )
    return found[2], found[3].strip()


def make_release(root: Path, site: Mapping[str, bytes], wheel: Path, moment: datetime) -> dict[str, bytes]:
    """The files of a release, by name."""
    version = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    date, changes = newest_section((root / "CHANGELOG.md").read_text("utf-8"), version)
    packed = {f"{PROGRAM}-site-{version}.zip": pack(site, moment)}
    program = {wheel.name: wheel.read_bytes()}
    sbom = f"{PROGRAM}-{version}.cdx.json"
    names = {"site": next(iter(packed)), "wheel": wheel.name, "sbom": sbom, "sums": SUMS}
    files = {
        **packed,
        **program,
        sbom: make_sbom(root, version, packed, program, moment),
        "NOTES.md": NOTES.format(version=version, date=date, changes=changes, **names).encode(),
    }
    return files | {SUMS: "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()}


def read_site(folder: Path) -> dict[str, bytes]:
    """The files that a build put into a folder, with the list of them; what somebody else has put there stays."""
    record = (folder / RECORD).read_bytes()
    return {RECORD: record} | {name: (folder / name).read_bytes() for name in parse_record(record)}


def main() -> None:
    """Build the site, and write the release into a new folder."""
    project, target = Project(BOOK), BOOK / ".cache" / "release"
    (wheel,) = (BOOK / ".cache" / "wheel").glob("*.whl")
    build_site(project, print)
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    files = make_release(BOOK, read_site(project.dist), wheel, moment)
    rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, data in files.items():
        (target / name).write_bytes(data)
        print(f"{len(data):>12,} {target.relative_to(BOOK) / name}")


if __name__ == "__main__":
    try:
        main()
    except MissingPart as missing:
        raise SystemExit(f"release: {missing}") from None
