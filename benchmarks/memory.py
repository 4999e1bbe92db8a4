"""How much memory the pages of a browser take, by Linux' own account."""

from collections.abc import Iterator
from pathlib import Path

PROCESSES = Path("/proc")


def largest_renderer(browser: int) -> float:
    """Megabytes of the largest process below a Chromium that shows pages; memory that several share is split up.

    0 for other browsers, and where there is no `/proc`.
    """
    renderers = [one for one in _below(browser) if b"--type=renderer" in _read(one, "cmdline")]
    return max(map(_proportional, renderers), default=0.0)


def _below(process: int) -> Iterator[int]:
    for task in PROCESSES.glob(f"{process}/task/*"):
        for child in map(int, _read(process, f"task/{task.name}/children").split()):
            yield child
            yield from _below(child)


def _proportional(process: int) -> float:
    lines = _read(process, "smaps_rollup").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(b"Pss:")) / 1000


def _read(process: int, name: str) -> bytes:
    try:
        return (PROCESSES / str(process) / name).read_bytes()
    except OSError:
        return b""  # it has ended
