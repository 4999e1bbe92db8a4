"""What is slow to make is made once in a run of the tests, whatever number of workers share the run."""

import os
import pickle
from collections.abc import Callable
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any


class Once:
    """Makes values by name and keeps them for the other workers. Nobody may change what it gives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: dict[str, Any] = {}

    def __call__[Value](self, name: str, make: Callable[[], Value]) -> Value:
        """The value of that name. The first who asks makes it; where that fails, the next one tries."""
        if name not in self.known:
            with (self.folder / f"{name}.lock").open("w") as lock:
                flock(lock, LOCK_EX)
                self.known[name] = self._read_or_make(self.folder / f"{name}.pickle", make)
        return self.known[name]

    def _read_or_make(self, path: Path, make: Callable[[], object]) -> object:
        if path.is_file():
            return pickle.loads(path.read_bytes())
        value = make()
        staged = path.with_suffix(".part")
        staged.write_bytes(pickle.dumps(value))
        staged.replace(path)
        return value


def folder_of_the_run(own: Path) -> Path:
    """A folder that all workers of a run have in common, found from the one where this worker puts its own files."""
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "once"
    folder.mkdir(exist_ok=True)
    return folder
