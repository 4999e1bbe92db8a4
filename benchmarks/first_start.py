"""How long `make serve` takes in a fresh clone, until a page is there, and what it puts on the disk.

`python3 benchmarks/first_start.py [COMMIT]` needs nothing but Python, git and make. Nothing that pip or npm kept from
earlier is used.
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

PROJECT = Path(__file__).parents[1]
PORT = 8765
LOOK = 0.1
"""Seconds between two looks."""

WHOLE = 200


def main(commit: str) -> None:
    """Print the seconds, and the megabytes of each folder."""
    with TemporaryDirectory() as name:
        place = Path(name) / "clone"
        subprocess.run(["git", "clone", "--quiet", "--shared", PROJECT, place], check=True)
        subprocess.run(["git", "-C", place, "checkout", "--quiet", commit], check=True)
        fresh = {"PIP_CACHE_DIR": f"{name}/pip", "npm_config_cache": f"{name}/npm"}
        start = monotonic()
        server = subprocess.Popen(
            ["make", "serve", f"PORT={PORT}"], cwd=place, env=os.environ | fresh, start_new_session=True
        )
        try:
            while not _is_there():
                if server.poll() is not None:
                    raise SystemExit("make serve has ended")
                sleep(LOOK)
            print(f"{monotonic() - start:.1f} s until a page was there")
        finally:
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGTERM)
            server.wait()
        for folder in (".venv", "node_modules", ".cache", "dist"):
            print(f"{folder:<14}{_size(place / folder) / 1e6:6.0f} MB")


def _is_there() -> bool:
    connection = HTTPConnection("127.0.0.1", PORT)
    try:
        connection.request("GET", "/index.html")
        return connection.getresponse().status == WHOLE
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    main(*(sys.argv[1:] or ["HEAD"]))
