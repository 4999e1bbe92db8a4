"""Python for the browser: the memory snapshot, the plain Pyodide, and what both need.

docs/start-of-python.md says how and why. What takes time is kept in `.cache/runtime/` by the hash of
what went in; the first build says what it is doing, later builds only read.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from scoring import handle
from site_builder.core.inputs import find_files, find_inputs, read_input
from site_builder.core.model import Content, Runtime
from site_builder.core.project import Project
from site_builder.runtime.archive import ARCHIVE, CATALOGUE_FILE, make_archive, write_json
from site_builder.runtime.conformance import make_suite
from site_builder.runtime.sample_requests import sample_requests
from site_builder.runtime.snapshot import SNAPSHOT, BrowserSide, find_snapshot, make_snapshot
from site_builder.toolchain.cache import content_hash, open_cache
from site_builder.toolchain.node import NodeRunner
from site_builder.toolchain.packages import find_package

SHIPPED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
"""The files of the npm package that the plain engine needs; the library is our own archive."""

LOCK_FILE = "pyodide-lock.json"
NOTICE_FILE = "NOTICE.txt"
NOTICE = """These files are not part of Community OS.

pyodide.mjs, pyodide.asm.mjs and pyodide.asm.wasm are Pyodide, under the Mozilla Public License 2.0. Its source is at
https://github.com/pyodide/pyodide. They hold CPython, under the Python Software Foundation License.
python.zip holds modules of CPython's and Pyodide's libraries under the same licenses, compiled, and beside them the
package scoring of Community OS, under the MIT license, with its catalogue, under CC BY 4.0.
frozen.wasm is made from pyodide.asm.wasm and python.zip, under the same licenses. All four stand beside this file.
"""

LICENSES = "licenses"
"""The folder of `web/` with the whole text of each."""


def read_runtime_at_once(project: Project, content: Content, say: Callable[[str], None]) -> Runtime:
    """The browser's Python for a look at the site: without the memory snapshot and the proof where an earlier build
    has not made them for these moves. Both take seconds, and Python starts later without the first.
    """
    return read_runtime(project, content, say, at_once=True)


def read_runtime(project: Project, content: Content, say: Callable[[str], None], at_once: bool = False) -> Runtime:
    """Prepare the browser's Python, or read it from the cache.

    Raises `MissingPart` where Node or the npm package is not there, and `RuntimeError` where the browser's Python
    lacks a module or answers otherwise than this one.
    """
    package = find_package(project, "pyodide")
    runner = NodeRunner(open_cache(project, "runtime"), package, say)
    sources = _sources(project)
    catalogue = {"catalogue": content.catalogue_data}  # without what is of one site, which every page brings itself
    edition = content_hash(sources, {CATALOGUE_FILE: write_json(catalogue)})
    packed = write_json({"edition": edition, **catalogue})
    known = replace(content.catalogue, address="", left_out=())
    suite = make_suite(sample_requests(known), known)
    archive = make_archive(runner, sources, packed, suite, at_once)
    browser = BrowserSide(project.find("web/js/python/snapshot-engine.js"), project.find("web/python/exercise.py"))
    files = {name: (package / name).read_bytes() for name in SHIPPED}
    files |= {LOCK_FILE: _lock(runner), ARCHIVE: archive, NOTICE_FILE: NOTICE.encode()}
    files |= {name: read_input(project, path) for name, path in find_files(project, f"web/{LICENSES}").items()}
    snapshot = (find_snapshot if at_once else make_snapshot)(runner, archive, browser, suite)
    if snapshot is not None:
        files[SNAPSHOT] = snapshot
    return Runtime(f"runtime/{content_hash(files)}/", files, edition)


def engine_files(runtime: Runtime) -> dict[str, list[str]]:
    """Name the files that each engine of the browser loads.

    The snapshot's engine is called `frozen` here: `html[data-engine]` shows that name, and others rely on it.
    """
    engines = {"frozen": (SNAPSHOT,), "plain": (*SHIPPED, LOCK_FILE, ARCHIVE)}
    return {engine: [name for name in names if name in runtime.files] for engine, names in engines.items()}


def engine_sizes(runtime: Runtime) -> dict[str, int]:
    """Give the bytes of each engine that a page can count while they come, uncompressed; scripts it cannot."""
    counted = {
        engine: [name for name in names if not name.endswith(".mjs")]
        for engine, names in engine_files(runtime).items()
    }
    return {engine: sum(len(runtime.files[name]) for name in names) for engine, names in counted.items()}


def _sources(project: Project) -> dict[str, bytes]:
    """The modules of the archive that are ours, by their path in it."""
    entry = project.find("web/python/entry.py")
    return {entry.name: entry.read_bytes()} | scoring_sources()


def scoring_sources() -> dict[str, bytes]:
    """The modules of the package `scoring` that runs here."""
    package = Path(handle.__code__.co_filename).parent
    return {
        f"scoring/{path.relative_to(package).as_posix()}": path.read_bytes()
        for path in find_inputs(package, "**/*.py")
    }


def _lock(runner: NodeRunner) -> bytes:
    """Pyodide's lock file without its packages: the site ships none of them."""
    path = runner.package / LOCK_FILE

    def make() -> bytes:
        from pyodide_lock import PyodideLockSpec  # noqa: PLC0415 - 4 % of every build but the first

        return write_json(PyodideLockSpec(PyodideLockSpec.from_json(path).info, {}).to_dict())

    return runner.cache.read_or_make(LOCK_FILE, {LOCK_FILE: path.read_bytes()}, make)
