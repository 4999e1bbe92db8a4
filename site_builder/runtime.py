"""Python for the browser: the pinned Pyodide, a trimmed and compiled library, `scoring` and the catalogue.

The plain way (docs/architecture.md, "Start of Python"). What takes time is kept in `.cache/runtime/` by the hash of
what went in; the first build says what it is doing, later builds only read.
"""

import json
import subprocess
from collections.abc import Callable, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import which
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pyodide_lock import PyodideLockSpec

from scoring import Catalogue, handle
from scoring.model import STRAND_IDS
from site_builder.model import Content, Runtime
from site_builder.paths import Project
from site_builder.problems import MissingPart

SHIPPED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
"""The files of the npm package that a browser needs; the library is our own archive."""

LOCK_FILE = "pyodide-lock.json"
ARCHIVE = "python.zip"
NOTICE_FILE = "NOTICE.txt"
NOTICE = """These files are not part of Community OS.

pyodide.mjs, pyodide.asm.mjs and pyodide.asm.wasm are Pyodide, under the Mozilla Public License 2.0. Its source is at
https://github.com/pyodide/pyodide. They hold CPython, under the Python Software Foundation License.
python.zip holds modules of CPython's and Pyodide's libraries under the same licenses, compiled, and beside them the
package scoring of Community OS, under the MIT license, with its catalogue, under CC BY 4.0.
"""
CATALOGUE_FILE = "practices.json"
SCRIPT = Path(__file__).with_name("pyodide_archive.mjs")
NO_CLOCK = (1980, 1, 1, 0, 0, 0)
HASH_LENGTH = 12

KEPT = json.dumps(
    {
        "format": "community-map-builder",
        "version": 1,
        "model": 1,
        "date": "2026-01-01",
        "answers": {"hosting": 1},
        "contexts": [],
    }
)

SAMPLES: Sequence[dict[str, object]] = (
    {"do": "score", "input": {"answers": dict.fromkeys(STRAND_IDS, 3), "capacity": "some"}},
    {"do": "what-if", "input": {"answers": {"hosting": 1}}, "strand": "hosting", "answer": 2},
    {"do": "builder", "entries": [["answers.hosting", "1"]], "today": "2026-01-01"},
    {"do": "builder", "entries": [["answers.hosting", "1"]], "today": "2026-01-01", "numbers": False},
    {"do": "builder", "entries": [["answers.hosting", "9"]], "today": "x"},
    {"do": "open-link", "code": "2jj3m2heem"},
    {"do": "export", "entries": [["answers.hosting", "1"]], "today": "2026-01-01"},
    {"do": "import-preview", "text": KEPT, "entries": [], "today": "2026-01-01"},
    {"do": "import-preview", "text": "{}", "entries": [], "today": "2026-01-01"},
    {
        "do": "calendar",
        "today": "2026-01-01",
        "stamp": "2026-01-01T08:00:00.000Z",
        "review": {"weekday": "sunday", "time": "18:00"},
    },
)
"""Requests whose answers must be the same here and in Pyodide; they also show which modules are needed.

A good one of every kind is among them: some kinds bring modules that nothing else imports.
"""


def read_runtime(project: Project, content: Content, say: Callable[[str], None]) -> Runtime:
    """Prepare the browser's Python, or read it from the cache.

    Raises `MissingPart` where Node or the npm package is not there, and `RuntimeError` where Pyodide's answers
    differ from those of this Python.
    """
    package = project.root / "node_modules" / "pyodide"
    if not (package / SHIPPED[0]).is_file():
        raise MissingPart("the npm package pyodide is missing; run: make setup")
    sources = _sources(project)
    edition = _hash(sources, {CATALOGUE_FILE: _json(content.catalogue_data)})
    packed = _json({"edition": edition, "catalogue": content.catalogue_data})
    keeper = _Keeper(project.cache / "runtime", package, say)
    archive = keeper.archive(sources, packed, content.catalogue)
    files = {name: (package / name).read_bytes() for name in SHIPPED}
    files |= {LOCK_FILE: _lock(package), ARCHIVE: archive, NOTICE_FILE: NOTICE.encode()}
    return Runtime(f"runtime/{_hash(files)}/", files, edition)


class _Keeper:
    """Makes archives with Node, once for the same input."""

    def __init__(self, folder: Path, package: Path, say: Callable[[str], None]) -> None:
        self.folder = folder
        self.package = package
        self.say = say

    def archive(self, sources: dict[str, bytes], packed: bytes, catalogue: Catalogue) -> bytes:
        """The finished archive: compiled modules and the catalogue, proved to answer as this Python does."""
        compiled = self.compiled(sources, packed)
        kept = self.folder / f"python-{_hash({ARCHIVE: compiled, CATALOGUE_FILE: packed})}.zip"
        if not kept.is_file():
            candidate = kept.with_suffix(".candidate")
            candidate.write_bytes(_zip({CATALOGUE_FILE: packed}, compiled))
            expected = [handle(json.dumps(sample), catalogue) for sample in SAMPLES]
            if json.loads(self.node("answer", candidate)) != expected:
                raise RuntimeError(f"Pyodide and this Python answer differently; look at {candidate}")
            candidate.replace(kept)
        return kept.read_bytes()

    def compiled(self, sources: dict[str, bytes], packed: bytes) -> bytes:
        """The needed modules as bytecode; the catalogue does not change which they are."""
        script = {"script": SCRIPT.read_bytes(), "package": (self.package / "package.json").read_bytes()}
        script["samples"] = _json(SAMPLES)
        kept = self.folder / f"compiled-{_hash(script, sources)}.zip"
        if not kept.is_file():
            self.say("Preparing Python for the browser (once, some seconds) ...")
            self.folder.mkdir(parents=True, exist_ok=True)
            plain, candidate = kept.with_suffix(".sources"), kept.with_suffix(".candidate")
            plain.write_bytes(_zip({**sources, CATALOGUE_FILE: packed}))
            self.node("compile", plain, candidate)
            plain.unlink()
            candidate.replace(kept)
        return kept.read_bytes()

    def node(self, task: str, *paths: Path) -> str:
        node = _find_node(self.package)
        command = [node, str(SCRIPT), task, str(self.package), *map(str, paths)]
        done = subprocess.run(command, input=json.dumps(SAMPLES), capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"Pyodide under Node failed ({task}):\n{done.stderr}")
        return done.stdout


def _find_node(package: Path) -> str:
    """Node of the system, or the one that the set-up put into the project's environment."""
    beside = package.parents[1] / ".venv" / "bin" / "node"
    node = which("node") or (str(beside) if beside.is_file() else None)
    if node is None:
        raise MissingPart("Node.js is missing; run: make setup")
    return node


def _sources(project: Project) -> dict[str, bytes]:
    """The modules of the archive that are ours, by their path in it."""
    door = project.web / "python" / "door.py"
    package = Path(handle.__code__.co_filename).parent
    modules = sorted(package.glob("*.py"))
    return {door.name: door.read_bytes()} | {f"scoring/{path.name}": path.read_bytes() for path in modules}


def _lock(package: Path) -> bytes:
    """Pyodide's lock file without its packages: the site ships none of them."""
    lock = PyodideLockSpec.from_json(package / LOCK_FILE)
    return _json(PyodideLockSpec(lock.info, {}).to_dict())


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _zip(files: dict[str, bytes], start: bytes = b"") -> bytes:
    """Write an archive, or add to one; the same files give the same bytes."""
    buffer = BytesIO(start)
    with ZipFile(buffer, "a", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            archive.writestr(ZipInfo(name, NO_CLOCK), files[name], ZIP_DEFLATED, 9)
    return buffer.getvalue()


def _hash(*parts: dict[str, bytes]) -> str:
    """A short content hash over names and bytes."""
    digest = sha256()
    for name, data in sorted(item for part in parts for item in part.items()):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:HASH_LENGTH]
