"""Prints Lighthouse's four figures for the main pages as on a mid-range phone, and what keeps a figure from 100.

Performance depends on how busy this machine is; the other three do not.
"""

import json
import os
import subprocess
from pathlib import Path
from shutil import which
from typing import Any

from benchmarks.lighthouse.host import hosted
from site_builder.build import build
from site_builder.core.project import Project
from site_builder.ebook import BROWSERS

PAGES = (
    "index.html",
    "chapters/weak-ties.html",
    "builder.html",
    "sources.html",
    "method.html",
    "search.html",
)
"""Those of them that the site has."""

HERE = Path(__file__).parent
CHROME = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
SHOWN = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")


def main() -> None:
    """A line for each page, and below it each audit that is not perfect."""
    project = Project(HERE.parents[1])
    files = build(project, print).files
    with hosted(files) as address:
        for name in PAGES:
            if name in files:
                report = measure(address + name)
                figures = [f"{part['title']} {round(100 * part['score'])}" for part in report["categories"].values()]
                print(f"{name}: {', '.join(figures)}")
                print(f"    {', '.join(f'{report["audits"][audit]["displayValue"]}' for audit in SHOWN)}")
                for line in shortcomings(report):
                    print(f"    {line}")


def measure(url: str) -> dict[str, Any]:
    """Run Lighthouse once, with its own settings for a phone."""
    browser = next((found for name in BROWSERS if (found := which(name))), None)
    environment = {**os.environ, "CHROME_PATH": browser} if browser else {**os.environ}
    command = [str(HERE / "node_modules" / ".bin" / "lighthouse"), url, "--output=json", "--quiet"]
    command.append(f"--chrome-flags={CHROME}")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def shortcomings(report: dict[str, Any]) -> list[str]:
    """The audits that cost points."""
    weighed = {
        ref["id"]: part["title"]
        for part in report["categories"].values()
        for ref in part["auditRefs"]
        if ref["weight"]
    }
    audits = [(weighed[name], audit) for name, audit in report["audits"].items() if name in weighed]
    return [
        f"{part}: {audit['title']} {audit.get('displayValue', '')} ({round(100 * audit['score'])})"
        for part, audit in audits
        if audit["score"] is not None and audit["score"] < 0.995
    ]


if __name__ == "__main__":
    main()
