"""The plain engine's library: the needed modules as bytecode, `scoring` and the catalogue, in one archive."""

import json
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from site_builder.runtime.conformance import ConformanceSuite
from site_builder.toolchain.node import NodeRunner

ARCHIVE = "python.zip"
CATALOGUE_FILE = "practices.json"
SCRIPT = Path(__file__).with_name("pyodide_archive.mjs")
NO_CLOCK = (1980, 1, 1, 0, 0, 0)


def make_archive(
    runner: NodeRunner, sources: dict[str, bytes], packed: bytes, suite: ConformanceSuite, at_once: bool = False
) -> bytes:
    """The archive, proved to answer as this Python does; `packed` is the catalogue with its edition.

    `at_once` leaves out the proof, which takes seconds, and keeps nothing.

    Raises `RuntimeError` where a module is missing or an answer differs.
    """
    requests = json.dumps(suite.requests)
    compiled = _compile(runner, sources, packed, requests)
    inputs = {"script": SCRIPT.read_bytes(), "compiled": compiled, CATALOGUE_FILE: packed} | suite.inputs()
    if at_once:
        return runner.cache.read(ARCHIVE, inputs) or _zip({CATALOGUE_FILE: packed}, compiled)

    def make() -> bytes:
        archive = _zip({CATALOGUE_FILE: packed}, compiled)
        with TemporaryDirectory() as folder:
            file = Path(folder) / ARCHIVE
            file.write_bytes(archive)
            answers = runner.run(SCRIPT, "answer", runner.package, file, given=requests)
        suite.compare(json.loads(answers), "Pyodide")
        return archive

    return runner.cache.read_or_make(ARCHIVE, inputs, make)


def _compile(runner: NodeRunner, sources: dict[str, bytes], packed: bytes, requests: str) -> bytes:
    """The needed modules as bytecode. The catalogue does not change which they are: editing it compiles nothing."""

    def make() -> bytes:
        runner.say("Preparing Python for the browser (once, some seconds) ...")
        with TemporaryDirectory() as folder:
            plain, out = Path(folder) / "sources.zip", Path(folder) / "compiled.zip"
            plain.write_bytes(_zip({**sources, CATALOGUE_FILE: packed}))
            runner.run(SCRIPT, "compile", runner.package, plain, out, given=requests)
            return out.read_bytes()

    inputs = {"script": SCRIPT.read_bytes(), "package": (runner.package / "package.json").read_bytes()}
    return runner.cache.read_or_make("compiled.zip", inputs | sources | {"requests": requests.encode()}, make)


def write_json(value: object) -> bytes:
    """The same value gives the same bytes."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _zip(files: dict[str, bytes], start: bytes = b"") -> bytes:
    """Write an archive, or add to one; the same files give the same bytes."""
    buffer = BytesIO(start)
    with ZipFile(buffer, "a", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            archive.writestr(ZipInfo(name, NO_CLOCK), files[name], ZIP_DEFLATED, 9)
    return buffer.getvalue()
