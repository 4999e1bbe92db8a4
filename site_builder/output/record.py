"""`build.json`: the files that a build put into a folder, each with its size and hash.

The next build knows by it what is ours, and `community-os verify` what a copy must hold.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from site_builder.core.model import Files

RECORD = "build.json"
OLDER_RECORD = ".community-os"
"""The names alone, one a line: what builds wrote before 2026-11-29."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a file of the site is known by."""

    bytes: int
    sha256: str


type Record = Mapping[str, Listed]


def listed(data: bytes) -> Listed:
    """Weigh and hash a file."""
    return Listed(len(data), sha256(data).hexdigest())


def list_files(files: Files) -> Record:
    """List all files of a site."""
    return {name: listed(data) for name, data in files.items()}


def render_record(record: Record) -> bytes:
    """Write the list, one file a line."""
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(asdict(one))}" for name, one in sorted(record.items()))
    return f'{{"files": {{\n{rows}\n}}}}\n'.encode()


def parse_record(data: bytes) -> Record:
    """Read the list; whoever wrote it, it names nothing outside the site. Raises `ValueError` where it is none."""
    try:
        rows = json.loads(data)["files"]
        record = {name: Listed(int(row["bytes"]), str(row["sha256"])) for name, row in rows.items()}
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise ValueError("not a list of files that a build wrote") from error
    return {name: one for name, one in record.items() if is_inside(name)}


def read_record(folder: Path) -> Record | None:
    """Read the list of a folder; nothing where it is not there, or is none."""
    try:
        return parse_record((folder / RECORD).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None


def parse_older_record(data: bytes) -> Record:
    """Read what builds wrote before."""
    names = data.decode(errors="replace").split("\n")
    return {name: Listed(0, "") for name in names if is_inside(name)}


def is_inside(name: str) -> bool:
    """Whether a path stays inside the folder that it starts in."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts
