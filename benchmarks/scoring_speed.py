"""How long one request takes, here and in Pyodide under Node, and what importing `scoring` costs."""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from scoring import handle
from site_builder.content.load import read_catalogue, read_content
from site_builder.core.project import Project
from site_builder.core.worked_example import EXAMPLE
from site_builder.runtime.collect import ARCHIVE, read_runtime

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
    """In fresh interpreters with bytecode kept, as installed packages have it; the first one writes it."""
    code = "import time; start = time.perf_counter(); import scoring; print(time.perf_counter() - start)"
    with TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": ""}
        command = [sys.executable, "-c", code]
        runs = [
            subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
            for _ in range(IMPORTS)
        ]
    return 1000 * median(float(run.stdout) for run in runs[1:])
