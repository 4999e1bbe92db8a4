"""How soon the first score is there: our builder's page, stock Pyodide and PyScript, in turns within one run.

    .venv/bin/python -m benchmarks.start [--browser chromium] [--line local slow] [--rounds 9] [--pyscript FOLDER]
    xvfb-run -a .venv/bin/python -m benchmarks.start --browser webkit --line local

FOLDER is the npm package `@pyscript/core`, unpacked anywhere. Nobody watches the browser: developer tools, which
drivers use, keep a copy of all that a page loads, which cost our page some 60 ms. The page itself reports when the
whole result of the worked example is in it (ours) or has come out of the worker (the others), by its own clock since
navigation. Cold is a fresh profile, warm the second visit in it, where our page has the result of the first at hand
and Python is ready later. The slow line is this program's own server, which slows workers too: 9 Mbit/s for all
responses together and 170 ms before each, files compressed with gzip -9.
"""

import argparse
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from benchmarks.line import Line, Report, serve
from benchmarks.memory import largest_renderer
from benchmarks.start_pages import FIRST_PAGE, Variant, read_variants
from site_builder.core.project import Project
from site_builder.ebook import BROWSERS

PROGRAMS = {
    "chromium": BROWSERS,
    "firefox": ("firefox-esr", "firefox"),
    "webkit": ("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",),
}
ARGUMENTS = {
    "chromium": "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --user-data-dir={profile} {address}",
    "firefox": "--headless --no-remote --profile {profile} {address}",
    "webkit": "--private {address}",
}
WATCHED = "chromium"
"""Tells of long tasks, and which of its processes shows the page."""

LINES = {"local": (0.0, 0.0), "slow": (9_000_000, 0.170)}
"""Bits a second (0 is without limit), seconds of a round trip."""

ENGINES = {"snapshot": "frozen"}
"""What `html[data-engine]` calls a variant, where that is not its name."""

LONGEST = 120
"""Seconds to wait for a report."""

REPORTS = 3
"""In each visit: that it is about to begin, that the score is there, that it ends."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit measured."""

    milliseconds: float
    """Until the result."""
    ready: float
    """Milliseconds until Python has started. Our page shows the result of the visit before without it."""
    bytes: int
    memory: float
    """Megabytes of the process that the page and its worker live in, above those of an empty page; only Chromium."""
    longest: float
    """Milliseconds of the longest task on the page's own thread; 0 where none took 50; only Chromium."""


def main() -> None:
    """Measure and print a table for each line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--browser", choices=PROGRAMS, default="chromium")
    parser.add_argument("--line", choices=LINES, nargs="*", default=list(LINES))
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--pyscript", type=Path)
    options = parser.parse_args()
    command = f"{find_program(options.browser)} {ARGUMENTS[options.browser]}"
    variants = list(read_variants(Project(Path(__file__).parents[1]), options.pyscript))
    for name in options.line:
        found: dict[str, list[tuple[Visit, Visit]]] = {variant.name: [] for variant in variants}
        for _ in range(options.rounds):
            for variant in variants:
                found[variant.name].append(visit_twice(command, variant, Line(*LINES[name])))
        print_table(f"{options.browser}, {name}", found)


def find_program(browser: str) -> str:
    """The first of a browser's programs that this machine has."""
    found = next(filter(None, map(which, PROGRAMS[browser])), None)
    if found is None:
        raise SystemExit(f"none of {', '.join(PROGRAMS[browser])} is on this machine")
    return found


def visit_twice(command: str, variant: Variant, line: Line) -> tuple[Visit, Visit]:
    """Start a browser, which goes from the first page to the variant's and back, twice."""
    with serve(variant.files, line) as address, started(command, address + FIRST_PAGE) as process:
        return _visit(variant, line, 0, process), _visit(variant, line, REPORTS, process)


@contextmanager
def started(command: str, address: str) -> Iterator[int]:
    """A browser with a fresh profile; its process."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        words = [word.format(profile=profile, address=address) for word in command.split()]
        browser = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield browser.pid
        finally:
            browser.terminate()
            browser.wait()


def _visit(variant: Variant, line: Line, number: int, process: int) -> Visit:
    """One visit, from the three reports that begin with the given number."""
    start = _report(line, number)
    empty = largest_renderer(process)
    done = _report(line, number + 1)
    used = largest_renderer(process) - empty
    left = _report(line, number + 2)
    expected = ENGINES.get(variant.name, variant.name)
    if done.told.get("engine", expected) != expected:
        raise RuntimeError(f"{done.told['engine']} answered where {variant.name} was to")
    return Visit(done.told["done"], done.told["ready"], done.sent - start.sent, used, left.told["longest"])


def _report(line: Line, number: int) -> Report:
    """Wait for a report."""
    end = monotonic() + LONGEST
    while len(line.heard) <= number:
        if monotonic() > end:
            raise TimeoutError(f"the page has not reported; heard so far: {line.heard}")
        sleep(0.02)
    return line.heard[number]


def print_table(title: str, found: dict[str, list[tuple[Visit, Visit]]]) -> None:
    """Print medians as a Markdown table."""
    first = median(cold.milliseconds for cold, _ in next(iter(found.values())))
    for number, (name, visits) in enumerate(found.items()):
        cold = median(one.milliseconds for one, _ in visits)
        cells = {
            "cold (ms)": f"{cold:.0f}",
            "sooner than stock": f"{first / cold:.1f} x",
            "second visit (ms)": f"{median(two.milliseconds for _, two in visits):.0f}",
            "Python then (ms)": f"{median(two.ready for _, two in visits):.0f}",
            "sent, cold (MB)": f"{median(one.bytes for one, _ in visits) / 1e6:.2f}",
        }
        if title.startswith(WATCHED):
            cells["memory (MB)"] = f"{median(one.memory for one, _ in visits):.0f}"
            cells["longest task (ms)"] = f"{median(max(one.longest, two.longest) for one, two in visits):.0f}"
        if number == 0:
            print(f"\n| {title} | {' | '.join(cells)} |\n| --- {'| ---: ' * len(cells)}|")
        print(f"| {name} | {' | '.join(cells.values())} |", flush=True)


if __name__ == "__main__":
    main()
