"""Files in `.cache/`: whole or not there, also where a build is stopped or two run at once."""

import os
from pathlib import Path


def keep(path: Path, data: bytes) -> None:
    """Write a file beside its place, then put it there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_suffix(f".{os.getpid()}")
    staged.write_bytes(data)
    staged.replace(path)
