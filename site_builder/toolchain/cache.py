"""What was made once is kept in `.cache/` by the hash of what went in: fonts, pictures, the book, Python, scripts.

A file is whole or not there, also where a build is stopped, two run at once, or a disk loses bytes.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from site_builder.core.project import Project

HASH_LENGTH = 12
KEPT = 6
"""So many files of one name stay; a day of editing would fill the disk otherwise."""

PREPARED = "prepared"
"""The folder of a packed book with what was made of it: nobody who changes words need make it again."""

SUM_LENGTH = 4
FORM = {"form of the file": b"crc32 of the rest, rest"}
"""Part of every hash, so that a program that knows another form finds nothing."""


def content_hash(*parts: Mapping[str, bytes]) -> str:
    """A short hash over names and bytes."""
    digest = sha256()
    for name, data in sorted(item for part in parts for item in part.items()):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:HASH_LENGTH]


@dataclass(frozen=True, slots=True)
class Cache:
    """The files of one kind: `<folder>/<name>/<hash of the inputs>`."""

    folder: Path
    prepared: Path | None = None
    """A folder like it that came with the program, and is only read."""

    def path(self, name: str, inputs: Mapping[str, bytes]) -> Path:
        """Where the file `name` made from these inputs is, or will be."""
        return self.folder / name / content_hash(inputs, FORM)

    def read(self, name: str, inputs: Mapping[str, bytes]) -> bytes | None:
        """The file `name` where it was made from the same inputs before."""
        path = self.path(name, inputs)
        try:
            stored = path.read_bytes()
            path.touch()  # the oldest go first
        except FileNotFoundError:
            return self._read_prepared(path)
        data = stored[SUM_LENGTH:]
        if stored != _summed(data):
            path.unlink(missing_ok=True)
            return None
        return data

    def _read_prepared(self, path: Path) -> bytes | None:
        """What came with the program under this hash."""
        prepared = self.prepared / path.relative_to(self.folder) if self.prepared else path
        return prepared.read_bytes()[SUM_LENGTH:] if prepared.is_file() else None

    def keep(self, name: str, inputs: Mapping[str, bytes], data: bytes) -> None:
        """Put a file there, and remove the oldest of its name."""
        path = self.path(name, inputs)
        path.parent.mkdir(parents=True, exist_ok=True)
        staged = path.with_suffix(f".{os.getpid()}")
        staged.write_bytes(_summed(data))
        staged.replace(path)
        for old in sorted(path.parent.iterdir(), key=_age)[KEPT:]:
            old.unlink(missing_ok=True)

    def read_or_make(self, name: str, inputs: Mapping[str, bytes], make: Callable[[], bytes]) -> bytes:
        """The file `name`, made now where it is not kept; `make` may raise, and then nothing is kept."""
        kept = self.read(name, inputs)
        if kept is None:
            kept = make()
            self.keep(name, inputs, kept)
        return kept


def open_cache(project: Project, kind: str) -> Cache:
    """The cache of that kind, with what the book brings of it."""
    return Cache(project.cache / kind, project.book / PREPARED / kind if project.book else None)


def _summed(data: bytes) -> bytes:
    return crc32(data).to_bytes(SUM_LENGTH) + data


def _age(path: Path) -> float:
    """Newest first. A file that another build has just removed counts as old."""
    try:
        return -path.stat().st_mtime
    except FileNotFoundError:
        return 0
