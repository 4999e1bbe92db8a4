"""Where slow things are made: Node with its scripts, and results kept in `.cache/` by the hash of what went in."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import which

from site_builder.core.problems import MissingPart
from site_builder.toolchain.cache import keep

HASH_LENGTH = 12
KEPT = 6
"""So many files of one name stay in the cache; a day of editing would fill the disk otherwise."""


def content_hash(*parts: dict[str, bytes]) -> str:
    """A short hash over names and bytes."""
    digest = sha256()
    for name, data in sorted(item for part in parts for item in part.items()):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:HASH_LENGTH]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Makes files once for the same input."""

    folder: Path
    package: Path
    """The npm package that the scripts use; Node may stand near it."""
    say: Callable[[str], None]

    def read_or_make(self, name: str, inputs: dict[str, bytes], make: Callable[[], bytes]) -> bytes:
        """The file `name`, from the cache where it was made from the same inputs before; `make` may raise."""
        stem, ending = name.split(".", 1)
        kept = self.folder / f"{stem}-{content_hash(inputs)}.{ending}"
        if kept.is_file():
            kept.touch()  # the oldest go first
            return kept.read_bytes()
        data = make()
        keep(kept, data)
        for old in sorted(self.folder.glob(f"{stem}-*.{ending}"), key=_age)[KEPT:]:
            old.unlink(missing_ok=True)
        return data

    def node(self, script: Path, *arguments: object, given: str) -> str:
        """Run a script under Node with text as its input; what it prints. Raises `RuntimeError` with its errors."""
        command = [_find_node(self.package), str(script), *map(str, arguments)]
        environment = os.environ | {"TZ": "UTC"}  # Python notes the zone when it imports time
        done = subprocess.run(
            command, input=given, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise RuntimeError(f"{script.name} failed under Node ({arguments[0]}):\n{done.stderr}")
        return done.stdout


def _age(path: Path) -> float:
    """Newest first. A file that another build has just removed counts as old."""
    try:
        return -path.stat().st_mtime
    except FileNotFoundError:
        return 0


def _find_node(package: Path) -> str:
    """Node of the system, or the one that the set-up put into the project's environment."""
    beside = package.parents[1] / ".venv" / "bin" / "node"
    node = which("node") or (str(beside) if beside.is_file() else None)
    if node is None:
        raise MissingPart("Node.js is missing; run: make setup")
    return node
