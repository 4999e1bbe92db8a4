"""The same start in a browser that Playwright does not drive: Firefox or WebKitGTK, started by a command.

    .venv/bin/python -m benchmarks.start_elsewhere firefox [--rounds 9]
    xvfb-run -a .venv/bin/python -m benchmarks.start_elsewhere webkit

The page itself reports when its score is there: a script of the benchmark is added to it. Local line, fresh profiles.
"""

import argparse
import json
import subprocess
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from urllib.parse import unquote

from benchmarks.line import REPORT, Line, serve
from benchmarks.start_pages import FILL_IN, Variant, read_variants
from site_builder.paths import Project

COMMANDS = {
    "firefox": "firefox-esr --headless --no-remote --profile {profile} {address}",
    "webkit": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser --private {address}",
}
LONGEST = 120
"""Seconds that a start may take."""

SCRIPT = "assets/report.js"
FIRST = """<!DOCTYPE html><title>First</title><script>
setTimeout(() => { location.href = "PAGE"; }, 5000);
</script>
"""
"""The browser's own start is over when the page begins."""

TELL = """
const wait = setInterval(() => {
  const { done, engine } = document.documentElement.dataset;
  if (!done) return;
  clearInterval(wait);
  fetch("/REPORT" + encodeURIComponent(JSON.stringify({ done, engine })));
}, 10);
""".replace("REPORT", REPORT)


def main() -> None:
    """Measure and print medians."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("browser", choices=COMMANDS)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    variants = [reporting(one) for one in read_variants(Project(Path(__file__).parents[1]), None)]
    times: dict[str, list[float]] = {variant.name: [] for variant in variants}
    for _ in range(options.rounds):
        for variant in variants:
            times[variant.name].append(visit(COMMANDS[options.browser], variant))
    first = median(next(iter(times.values())))
    print(f"| {options.browser} | cold (ms) | sooner than stock |\n| --- | ---: | ---: |")
    for name, found in times.items():
        print(f"| {name} | {median(found):.0f} | {first / median(found):.1f} x |")


def reporting(variant: Variant) -> Variant:
    """The same with a script in the page that tells when it is done."""
    element = f'<script src="{SCRIPT}"></script>'
    page = variant.files[variant.page].decode().replace("<title>", f"{element}<title>", 1)
    script = (FILL_IN + TELL).encode()
    first = FIRST.replace("PAGE", variant.page).encode()
    return replace(variant, files=variant.files | {"first.html": first, variant.page: page.encode(), SCRIPT: script})


def visit(command: str, variant: Variant) -> float:
    """Start a browser on the page; milliseconds by the page's own clock."""
    line = Line()
    with serve(variant.files, line) as address, TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        words = [word.format(profile=profile, address=f"{address}first.html") for word in command.split()]
        browser = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = monotonic() + LONGEST
        while not line.heard and monotonic() < end:
            sleep(0.05)
        browser.terminate()
        browser.wait()
    report = json.loads(unquote(line.heard[0]))
    if report.get("engine", variant.name) != variant.name:
        raise RuntimeError(f"{report['engine']} answered where {variant.name} was to")
    return float(report["done"])


if __name__ == "__main__":
    main()
