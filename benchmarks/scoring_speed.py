"""How long one request takes, here and in Pyodide under Node, and what importing `scoring` costs."""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from scoring import handle
from site_builder.load import read_catalogue, read_content
from site_builder.paths import Project
from site_builder.render import EXAMPLE
from site_builder.runtime import ARCHIVE, read_runtime

ROUNDS = 500
IMPORTS = 15
REQUEST = json.dumps({"do": "score", "input": EXAMPLE})
SCRIPT = Path(__file__).with_name("pyodide_speed.mjs")


def measure(project: Project) -> dict[str, str]:
    """Medians in milliseconds."""
    here, pyodide = _here(project), _pyodide(project)
    return {
        "one full score, CPython (ms)": f"{here:.3f}",
        "one full score, Pyodide under Node (ms)": f"{pyodide:.3f}",
        "Pyodide to CPython (ratio)": f"{pyodide / here:.1f}",
        "import of scoring, CPython (ms)": f"{_import():.1f}",
    }


def _here(project: Project) -> float:
    catalogue = read_catalogue(project)
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        handle(REQUEST, catalogue)
        times.append(perf_counter() - start)
    return 1000 * median(times)


def _pyodide(project: Project) -> float:
    runtime = read_runtime(project, read_content(project), print)
    archive = project.cache / "benchmark.zip"
    archive.write_bytes(runtime.files[ARCHIVE])
    package = project.root / "node_modules" / "pyodide"
    command = ["node", str(SCRIPT), str(package), str(archive), str(ROUNDS), REQUEST]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    archive.unlink()
    return median(json.loads(done.stdout))


def _import() -> float:
    """In fresh interpreters, less what an empty program takes."""
    return 1000 * (_run("import scoring") - _run("pass"))


def _run(code: str) -> float:
    times = []
    for _ in range(IMPORTS):
        start = perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(perf_counter() - start)
    return median(times)
