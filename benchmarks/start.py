"""How soon the first score is there: our builder's page, stock Pyodide and PyScript, in turns within one run.

    .venv/bin/python -m benchmarks.start [--rounds 9] [--line slow] [--pyscript FOLDER]

FOLDER is the npm package `@pyscript/core`, unpacked anywhere. A page's own clock counts from navigation until the
whole result of the worked example is in the page (ours) or has come out of the worker (the others). Cold is a fresh
browser profile; warm is the second visit in one. The slow line is this program's own server, which slows workers too:
9 Mbit/s for all responses together and 170 ms before each, files compressed with gzip -9. Chromium.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserType, Page, sync_playwright

from benchmarks.line import Line, serve
from benchmarks.start_pages import DONE, FILL_IN, Variant, read_variants
from site_builder.bookbinder import BROWSERS
from site_builder.paths import Project

ARGUMENTS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync"
LINES = {"local": (0.0, 0.0), "slow": (9_000_000, 0.170)}
"""Bits a second (0 is without limit), seconds of a round trip."""

PAUSE = 4000
"""Milliseconds before each visit: the browser's own start is over then, and the site of the first visit is kept."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit measured."""

    milliseconds: float
    bytes: int
    memory: float
    """Megabytes of the process that the page and its worker live in, above those of an empty page."""
    longest: float
    """Milliseconds of the longest task on the page's own thread; 0 where none took 50."""


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--pyscript", type=Path)
    parser.add_argument("--line", choices=LINES, nargs="*", default=list(LINES))
    options = parser.parse_args()
    variants = list(read_variants(Project(Path(__file__).parents[1]), options.pyscript))
    with sync_playwright() as playwright:
        for name in options.line:
            print_table(name, measure(playwright.chromium, variants, LINES[name], options.rounds))


def measure(
    chromium: BrowserType, variants: list[Variant], speed: tuple[float, float], rounds: int
) -> dict[str, list[tuple[Visit, Visit]]]:
    """Cold and warm visits of each variant, in turns."""
    found: dict[str, list[tuple[Visit, Visit]]] = {variant.name: [] for variant in variants}
    for _ in range(rounds):
        for variant in variants:
            line = Line(*speed)
            with serve(variant.files, line) as address, new_profile(chromium) as page:
                cold = visit(page, address + variant.page, line)
                page.wait_for_timeout(PAUSE)
                found[variant.name].append((cold, visit(page, address + variant.page, line)))
    return found


@contextmanager
def new_profile(chromium: BrowserType) -> Iterator[Page]:
    """A page in a fresh profile on disk, as a reader has; profiles in memory keep no large files."""
    path = next((found for name in BROWSERS if (found := which(name))), None)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        context = chromium.launch_persistent_context(folder, executable_path=path, args=ARGUMENTS.split())
        context.add_init_script(FILL_IN)
        context.pages[0].wait_for_timeout(PAUSE)
        yield context.pages[0]
        context.close()


def visit(page: Page, address: str, line: Line) -> Visit:
    """Open a page and wait for its score."""
    page.goto("about:blank")
    sent, empty = line.sent, memory_of(page)
    with page.expect_console_message(lambda message: message.text.startswith(DONE), timeout=30_000) as found:
        page.goto(address, wait_until="commit")
    done = float(found.value.text.removeprefix(DONE))
    return Visit(done, line.sent - sent, max(0.0, memory_of(page) - empty), page.evaluate("longest"))


def memory_of(page: Page) -> float:
    """Megabytes of this browser's largest renderer, shared pages counted by their share. Linux only."""
    browser = page.context.browser
    if browser is None:
        return 0.0
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    sizes = [_pss(process["id"]) for process in processes if process["type"] == "renderer"]
    return max(sizes, default=0.0)


def _pss(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def print_table(title: str, found: dict[str, list[tuple[Visit, Visit]]]) -> None:
    """Print medians as a Markdown table."""
    first = median(cold.milliseconds for cold, _ in next(iter(found.values())))
    for number, (name, visits) in enumerate(found.items()):
        cold = median(one.milliseconds for one, _ in visits)
        cells = {
            "cold (ms)": f"{cold:.0f}",
            "sooner than stock": f"{first / cold:.1f} x",
            "second visit (ms)": f"{median(two.milliseconds for _, two in visits):.0f}",
            "sent, cold (MB)": f"{median(one.bytes for one, _ in visits) / 1e6:.2f}",
            "memory (MB)": f"{median(one.memory for one, _ in visits):.0f}",
            "longest task (ms)": f"{median(max(one.longest, two.longest) for one, two in visits):.0f}",
        }
        if number == 0:
            print(f"\n| {title} | {' | '.join(cells)} |\n| --- {'| ---: ' * len(cells)}|")
        print(f"| {name} | {' | '.join(cells.values())} |")


if __name__ == "__main__":
    main()
