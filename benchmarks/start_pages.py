"""What is compared: our builder's page with each engine, and small pages that start others' Python in a worker."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from benchmarks.line import REPORT
from site_builder.assets.bundle import bundle_scripts
from site_builder.build import build
from site_builder.core.model import Files, Runtime
from site_builder.core.project import Project
from site_builder.core.worked_example import EXAMPLE
from site_builder.output.finished import parse_files
from site_builder.output.service_worker import render_worker
from site_builder.runtime.archive import ARCHIVE, CATALOGUE_FILE
from site_builder.runtime.snapshot import SNAPSHOT

BUILDER = "builder.html"
STOCK = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
ENTRIES = [[f"answers.{strand}", str(value)] for strand, value in EXAMPLE["answers"].items()]
REQUEST = json.dumps({"do": "builder", "entries": [*ENTRIES, ["capacity", "some"]], "today": "2026-11-23"})

FIRST_PAGE = "first.html"
FIRST = f"""<!DOCTYPE html><title>First</title><script>
setTimeout(() => fetch("/{REPORT}{{}}"), 3000);
setTimeout(() => {{ location.href = "PAGE"; }}, 4000);
</script>
"""
"""A browser that has just been started works on its own windows, and after a visit on keeping the site."""

REPORTING = """{
  const report = (told) => fetch("/REPORT" + encodeURIComponent(JSON.stringify(told)));
  let longest = 0;
  if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
    const note = (list) => list.getEntries().forEach(({ duration }) => { longest = Math.max(longest, duration); });
    new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
  }
  globalThis.finish = async () => {
    const done = performance.now();
    const root = document.documentElement;
    while ("python" in root.dataset && root.dataset.python !== "ready") {
      await new Promise((resolve) => new MutationObserver(resolve).observe(root, { attributes: true }));
    }
    report({ done, ready: performance.now(), engine: root.dataset.engine });
    setTimeout(() => report({ longest }).then(() => { location.href = "/FIRST"; }), 500);
  };
}
""".replace("REPORT", REPORT).replace("FIRST", FIRST_PAGE)

FILL_IN = """
for (const [name, value] of ENTRIES) {
  document.querySelector(`input[name="${name}"][value="${value}"]`).checked = true;
}
new MutationObserver((_, watch) => {
  if (document.querySelector("#result").dataset.state !== "complete") return;
  watch.disconnect();
  finish();
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-state"] });
""".replace("ENTRIES", json.dumps(ENTRIES))
"""Runs before our page's own script, so that the answers are there when it begins; the others call `finish`."""

PAGE = """<!DOCTYPE html><title>Start</title>
<script>REPORTING</script>
<script type="module">
SCRIPT
</script>
""".replace("REPORTING", REPORTING)
STOCK_PAGE = PAGE.replace("SCRIPT", 'new Worker("bench/stock.js", { type: "module" }).onmessage = finish;')
STOCK_WORKER = """import { loadPyodide } from "/stock/pyodide.mjs";
const packed = fetch("/bench/packed.zip").then((response) => response.arrayBuffer());
const pyodide = await loadPyodide({ indexURL: "/stock/" });
pyodide.FS.writeFile("/packed.zip", new Uint8Array(await packed));
pyodide.runPython("import sys; sys.path.insert(0, '/packed.zip')");
postMessage(pyodide.pyimport("entry").handle(REQUEST));
""".replace("REQUEST", json.dumps(REQUEST))
PYSCRIPT_CONFIG = {"interpreter": "/stock/pyodide.mjs", "files": {"/bench/packed.zip": "./packed.zip"}}
PYSCRIPT_PAGE = (
    PAGE.replace("SCRIPT", "")
    + f"""<script type="module" src="pyscript/core.js"></script>
<script type="py" worker config='{json.dumps(PYSCRIPT_CONFIG)}'>
import sys
sys.path.insert(0, "./packed.zip")
import entry
from pyscript import window
window.finish(entry.handle({REQUEST!r}))
</script>
"""
)

ALONE = "assets/alone.js"
ALONE_PAGE = '<!DOCTYPE html><title>Start</title>\n<script type="module" src="assets/alone.js"></script>\n'
ALONE_SCRIPT = """import { ScoringClient } from "/JS/scoring-client.js";
const python = new ScoringClient();
python.start({ runtime: new URL("/RUNTIME", location.href).href, edition: "EDITION" });
python.askText(REQUEST).then(finish);
""".replace("REQUEST", json.dumps(REQUEST))
"""The snapshot's engine with nothing to read around it, as the others' pages are."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to start Python."""

    name: str
    files: Files


def reporting(project: Project, site: Files, script: str, code: str) -> Files:
    """Our site with code before one of its scripts, as if it had been built so."""
    files = {name: code.encode() + data if name.endswith(script) else data for name, data in site.items()}
    folder = next(name for name in site if name.endswith(ARCHIVE)).removesuffix(ARCHIVE)
    runtime = Runtime(
        folder, {name.removeprefix(folder): data for name, data in site.items() if name.startswith(folder)}, ""
    )
    return files | render_worker(project, parse_files(files), runtime)


def without_snapshot(site: Files) -> Files:
    """Our site where the plain engine has to do."""
    return {name: data for name, data in site.items() if not name.endswith(SNAPSHOT)}


def alone(project: Project, site: Files) -> Files:
    """The snapshot's engine on an empty page in place of the builder."""
    html = site[BUILDER].decode()
    found = {
        "RUNTIME": r'data-runtime="([^"]+)"',
        "EDITION": r'data-edition="([^"]+)"',
        "JS": r'src="(.+)/builder\.js"',
    }
    script, addresses = ALONE_SCRIPT, {name: re.findall(pattern, html)[0] for name, pattern in found.items()}
    for name, address in addresses.items():
        script = script.replace(name, address)
    client = bundle_scripts(project, ["python/scoring-client.js"], print)
    assets = addresses["JS"].removesuffix("js")
    scripts = {f"{assets}{name}": data for name, data in client.items()}
    return scripts | site | {BUILDER: ALONE_PAGE.encode(), ALONE: script.encode()}


def read_stock(project: Project, site: Files) -> Files:
    """The npm package as it is, with `scoring` as source."""
    archive = next(data for name, data in site.items() if name.endswith(ARCHIVE))
    buffer = BytesIO()
    with ZipFile(BytesIO(archive)) as ours, ZipFile(buffer, "w") as packed:
        packed.writestr(CATALOGUE_FILE, ours.read(CATALOGUE_FILE))
        packed.writestr("entry.py", (project.web / "python" / "entry.py").read_bytes())
        for path in (project.root / "scoring").glob("*.py"):
            packed.writestr(f"scoring/{path.name}", path.read_bytes())
    package = project.root / "node_modules" / "pyodide"
    files = {f"stock/{name}": (package / name).read_bytes() for name in STOCK}
    return files | {
        "stock.html": STOCK_PAGE.encode(),
        "bench/stock.js": STOCK_WORKER.encode(),
        "bench/packed.zip": buffer.getvalue(),
    }


def read_pyscript(folder: Path) -> Files:
    """PyScript from its npm package, `@pyscript/core`."""
    files = {f"pyscript/{path.name}": path.read_bytes() for path in (folder / "dist").iterdir() if path.is_file()}
    return files | {"pyscript.html": PYSCRIPT_PAGE.encode()}


def read_variants(project: Project, pyscript: Path | None) -> Iterator[Variant]:
    """The ways in their order; the first is what the others are compared with."""
    site = build(project, print).files
    stock = read_stock(project, site)
    yield variant("stock Pyodide", stock, "stock.html")
    if pyscript:
        yield variant("PyScript", stock | read_pyscript(pyscript), "pyscript.html")
    yield variant("plain", reporting(project, without_snapshot(site), "js/builder.js", REPORTING + FILL_IN), BUILDER)
    yield variant("snapshot", reporting(project, site, "js/builder.js", REPORTING + FILL_IN), BUILDER)
    yield variant("snapshot, empty page", reporting(project, alone(project, site), ALONE, REPORTING), BUILDER)


def variant(name: str, files: Files, page: str) -> Variant:
    """The files with the page that the browser opens first."""
    return Variant(name, files | {FIRST_PAGE: FIRST.replace("PAGE", page).encode()})
