"""The finished files to disk, into the folder that is there: a server, a container or a link may hold that very one.

docs/decisions/0037-the-folder-of-the-site-stays.md says why.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from shutil import copy2, rmtree
from tempfile import mkdtemp

from site_builder.core.model import Files
from site_builder.core.policy import TRUSTED_TYPES
from site_builder.core.problems import MissingPart
from site_builder.output.record import (
    OLDER_RECORD,
    RECORD,
    Record,
    is_inside,
    list_files,
    parse_older_record,
    parse_record,
    render_record,
)

START = "index.html"
PAGE_MARK = f"trusted-types {TRUSTED_TYPES}".encode()
"""Stands in every page of ours, also of a program that wrote no record yet."""

STAGING = re.compile(r"\.building-([0-9]+)-\w+")
"""Where a build puts its files at first, with the number of its process."""

FOLDER_MODE, FILE_MODE = 0o755, 0o644
"""A web server reads them, whatever this user keeps from others."""


def write_site(files: Files, folder: Path) -> None:
    """Put a site into a folder, in the place of the one that is there. Whatever fails, the old one stays.

    Raises `MissingPart` where a file of somebody else stands in the place of one of these.
    """
    target = folder.resolve()
    is_new = not target.exists()
    target.mkdir(exist_ok=True)
    _sweep(target)
    staging = Path(mkdtemp(prefix=f".building-{os.getpid()}-", dir=target))
    try:
        _Change(target, staging).make(files)
        _let_read(target, FOLDER_MODE)
    finally:
        rmtree(staging, ignore_errors=True)
        if is_new:
            with suppress(OSError):  # it holds a site now
                target.rmdir()


def _sweep(target: Path) -> None:
    """Remove what a build that was killed has left."""
    for path in target.iterdir():
        found = STAGING.fullmatch(path.name)
        if found and not _runs(int(found[1])):
            rmtree(path)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return process != os.getpid()


class _Change:
    """The way from the site that is there to the new one, and back."""

    def __init__(self, target: Path, staging: Path) -> None:
        self.target = target
        self.staging = staging
        self.numbers = count()
        self.undo: list[tuple[Path, Path | None]] = []
        """Each changed place, and where its old file is kept."""

    def make(self, files: Files) -> None:
        """Write all bytes beside the site, where a full disk harms nothing; then every file comes by one rename."""
        known, new = self.recorded(), list_files(files)
        staged = {name: self.stage(data) for name, data in self.changed(files, set(known))}
        try:
            self.record({**known, **new})  # should the build be killed now, the next one knows what is ours
            for name in sorted(staged, key=_turn):
                self.put(staged[name], self.target / name)
            for name in sorted(known.keys() - files.keys()):
                self.take(self.target / name)
            self.record(new)
        except BaseException:
            self.go_back()
            raise
        finally:
            self.drop_empty_folders()

    def recorded(self) -> Record:
        """Read which files are ours; all else is somebody's own: `.git`, `CNAME`."""
        with suppress(FileNotFoundError):
            try:
                return parse_record((self.target / RECORD).read_bytes())
            except ValueError:
                raise _of_somebody_else(self.target / RECORD) from None
        with suppress(FileNotFoundError):
            return parse_older_record(f"{OLDER_RECORD}\n".encode() + (self.target / OLDER_RECORD).read_bytes())
        return {}

    def record(self, record: Record) -> None:
        data = render_record(record)
        if not _holds(self.target / RECORD, data):
            self.put(self.stage(data), self.target / RECORD)

    def changed(self, files: Files, known: set[str]) -> Iterator[tuple[str, bytes]]:
        """Find the files that are not there yet, with these bytes."""
        is_older = not known and _is_page(self.target / START)
        for name, data in files.items():
            path = self.target / name
            if not is_inside(name) or not path.parent.resolve().is_relative_to(self.target):
                raise ValueError(f"{name} lies outside the site")
            if _holds(path, data):
                _let_read(path, FILE_MODE)
            elif name in known or is_older or not os.path.lexists(path):
                yield name, data
            else:
                raise _of_somebody_else(path)

    def stage(self, data: bytes) -> Path:
        path = self.staging / f"new-{next(self.numbers)}"
        path.write_bytes(data)
        path.chmod(FILE_MODE)
        return path

    def put(self, staged: Path, path: Path) -> None:
        for folder in reversed([folder for folder in path.parents if self.target in folder.parents]):
            folder.mkdir(exist_ok=True)
            _let_read(folder, FOLDER_MODE)
        self.keep(path)
        staged.replace(path)

    def take(self, path: Path) -> None:
        if path.parent.resolve().is_relative_to(self.target):
            self.keep(path)
            path.unlink(missing_ok=True)

    def keep(self, path: Path) -> None:
        """Keep the old file, without a moment in which it is not there."""
        kept = self.staging / f"old-{len(self.undo)}"
        if path.is_symlink():
            kept.symlink_to(path.readlink())
        elif path.exists():
            try:
                kept.hardlink_to(path)
            except OSError:  # this disk knows no such links
                copy2(path, kept)
        self.undo.append((path, kept if os.path.lexists(kept) else None))

    def go_back(self) -> None:
        for path, kept in reversed(self.undo):
            if kept:
                kept.replace(path)
            else:
                path.unlink(missing_ok=True)

    def drop_empty_folders(self) -> None:
        for path, _ in self.undo:
            for folder in [folder for folder in path.parents if self.target in folder.parents]:
                with suppress(OSError):  # it holds something, or is gone
                    folder.rmdir()


def _turn(name: str) -> tuple[int, str]:
    """What pages load comes before them, and what browsers keep all of the site by comes after them."""
    return (2 if name == "sw.js" else 1 if name.endswith(".html") else 0), name


def _of_somebody_else(path: Path) -> MissingPart:
    return MissingPart(f"{path} is not of this site; move it away, or take another folder for the site")


def _is_page(path: Path) -> bool:
    return path.is_file() and PAGE_MARK in path.read_bytes()


def _holds(path: Path, data: bytes) -> bool:
    try:
        is_same_size = not path.is_symlink() and path.is_file() and path.stat().st_size == len(data)
        return is_same_size and path.read_bytes() == data
    except OSError:
        return False


def _let_read(path: Path, mode: int) -> None:
    if path.stat().st_mode & mode != mode:
        with suppress(PermissionError):  # its owner has decided otherwise
            path.chmod(mode)
