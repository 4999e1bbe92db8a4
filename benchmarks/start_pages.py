"""What is compared: our builder's page with each engine, and small pages that start others' Python in a worker."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from site_builder.archive import ARCHIVE, CATALOGUE_FILE
from site_builder.build import build
from site_builder.frozen import FROZEN
from site_builder.model import Files
from site_builder.paths import Project
from site_builder.render import EXAMPLE

BUILDER = "builder.html"
STOCK = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
ENTRIES = [[f"answers.{strand}", str(value)] for strand, value in EXAMPLE["answers"].items()]
REQUEST = json.dumps({"do": "builder", "entries": [*ENTRIES, ["capacity", "some"]], "today": "2026-11-23"})

DONE = "the score is there: "
"""What a page says in the console at the end. Asking it instead would cost it time."""

FILL_IN = """
globalThis.finish = () => {
  document.documentElement.dataset.done = performance.now();
  console.info(DONE + performance.now());
};
globalThis.longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
}).observe({ type: "longtask", buffered: true });
document.addEventListener("readystatechange", () => {
  for (const [name, value] of ENTRIES) {
    const found = document.querySelector(`input[name="${name}"][value="${value}"]`);
    if (found) found.checked = true;
  }
}, { once: true });
new MutationObserver((_, watch) => {
  if (document.querySelector("#result")?.dataset.state !== "complete") return;
  watch.disconnect();
  finish();
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-state"] });
""".replace("ENTRIES", json.dumps(ENTRIES)).replace("DONE", json.dumps(DONE))
"""Runs before every page. On ours the answers are there when its scripts begin, so that the first view has a score;
the others call `finish` themselves."""

PAGE = """<!DOCTYPE html><title>Start</title>
<script type="module">
SCRIPT
</script>
"""
STOCK_PAGE = PAGE.replace("SCRIPT", 'new Worker("bench/stock.js", { type: "module" }).onmessage = finish;')
STOCK_WORKER = """import { loadPyodide } from "/stock/pyodide.mjs";
const packed = fetch("/bench/packed.zip").then((response) => response.arrayBuffer());
const pyodide = await loadPyodide({ indexURL: "/stock/" });
pyodide.FS.writeFile("/packed.zip", new Uint8Array(await packed));
pyodide.runPython("import sys; sys.path.insert(0, '/packed.zip')");
postMessage(pyodide.pyimport("door").handle(REQUEST));
""".replace("REQUEST", json.dumps(REQUEST))
PYSCRIPT_CONFIG = {"interpreter": "/stock/pyodide.mjs", "files": {"/bench/packed.zip": "./packed.zip"}}
PYSCRIPT_PAGE = (
    PAGE.replace("SCRIPT", "")
    + f"""<script type="module" src="pyscript/core.js"></script>
<script type="py" worker config='{json.dumps(PYSCRIPT_CONFIG)}'>
import sys
sys.path.insert(0, "./packed.zip")
import door
from pyscript import window
window.finish(door.handle({REQUEST!r}))
</script>
"""
)

ALONE_PAGE = '<!DOCTYPE html><title>Start</title>\n<script type="module" src="assets/alone.js"></script>\n'
ALONE_SCRIPT = """import { ScoringClient } from "/JS/scoring-client.js";
const python = new ScoringClient();
python.start({ runtime: new URL("/RUNTIME", location.href).href, edition: "EDITION" });
python.askText(REQUEST).then(finish);
""".replace("REQUEST", json.dumps(REQUEST))
"""The frozen engine with nothing to read around it, as the others' pages are."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to start Python."""

    name: str
    files: Files
    page: str


def read_site(project: Project) -> Files:
    """Our site as it is built."""
    return build(project, print).files


def without_frozen(site: Files) -> Files:
    """The same where the plain engine has to do."""
    return {name: data for name, data in site.items() if not name.endswith(FROZEN)}


def alone(site: Files) -> Files:
    """The frozen engine on an empty page in place of the builder."""
    html = site[BUILDER].decode()
    found = {
        "RUNTIME": r'data-runtime="([^"]+)"',
        "EDITION": r'data-edition="([^"]+)"',
        "JS": r'src="([^"]+)/builder\.js"',
    }
    script = ALONE_SCRIPT
    for name, pattern in found.items():
        script = script.replace(name, re.findall(pattern, html)[0])
    return site | {BUILDER: ALONE_PAGE.encode(), "assets/alone.js": script.encode()}


def read_stock(project: Project, site: Files) -> Files:
    """The npm package as it is, with `scoring` as source."""
    archive = next(data for name, data in site.items() if name.endswith(ARCHIVE))
    buffer = BytesIO()
    with ZipFile(BytesIO(archive)) as ours, ZipFile(buffer, "w") as packed:
        packed.writestr(CATALOGUE_FILE, ours.read(CATALOGUE_FILE))
        packed.writestr("door.py", (project.web / "python" / "door.py").read_bytes())
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
    site = read_site(project)
    stock = read_stock(project, site)
    yield Variant("stock Pyodide", stock, "stock.html")
    if pyscript:
        yield Variant("PyScript", stock | read_pyscript(pyscript), "pyscript.html")
    yield Variant("plain", without_frozen(site), BUILDER)
    yield Variant("frozen", site, BUILDER)
    yield Variant("frozen, empty page", alone(site), BUILDER)
