"""Large files of the site compressed once, beside them, for hosts that send such files as they are.

What is small a host compresses on the way. docs/decisions/0052-hosts-are-set-up-from-one-policy.md has the figures.
"""

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePosixPath

import brotli

from site_builder.core.model import Files
from site_builder.core.policy import COMPRESSED
from site_builder.core.project import Project
from site_builder.toolchain.cache import Cache

LARGE = 50_000
"""Bytes from which on it is worth a file."""

QUALITY, WINDOW = 9, 24
"""Of Brotli. The highest quality would save a tenth more, and take ten times as long."""


def _brotli(data: bytes) -> bytes:
    packed: bytes = brotli.compress(data, quality=QUALITY, lgwin=WINDOW)
    return packed


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


WAYS = {".br": _brotli, ".gz": _gzip}
"""How, by the ending of the file."""


def compress_large(project: Project, files: Files) -> Files:
    """Compress the large ones of the files that are not compressed already."""
    large = [name for name, data in files.items() if len(data) >= LARGE and name.endswith(COMPRESSED)]
    wanted = [(name, ending) for name in large for ending in WAYS]
    cache = Cache(project.cache / "compressed")

    def make(name: str, ending: str) -> bytes:
        way = f"{brotli.__version__} {QUALITY} {WINDOW}".encode()
        inputs = {"data": files[name], "way": way}
        return cache.read_or_make(PurePosixPath(name).name + ending, inputs, lambda: WAYS[ending](files[name]))

    with ThreadPoolExecutor(os.cpu_count()) as cores:  # both libraries let others work meanwhile
        made = cores.map(lambda one: make(*one), wanted)
        return {name + ending: data for (name, ending), data in zip(wanted, made, strict=True)}
