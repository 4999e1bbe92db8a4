"""The memory snapshot: one wasm file in which `scoring` is already imported. docs/memory-snapshot.md has the map.

Node only runs what must run in an engine: Pyodide, whose memory is taken, and the finished file, for the proof. What
is done to the bytes is in `embed`, `prune` and `wasm`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.runtime.conformance import ConformanceSuite
from site_builder.runtime.embed import Image, Proof, embed_memory
from site_builder.runtime.prune import NOTES_AT, instrument, prune
from site_builder.runtime.wasm import Kind, Sections, emit_module, parse_module, section, split_bodies
from site_builder.toolchain.node import NodeRunner

SNAPSHOT = "frozen.wasm"
"""Its name in the finished site; `web/js` asks for it by this name, as it does since the first edition."""

TAKE, ANSWER, SURVEY = (
    Path(__file__).with_name(f"{name}.mjs") for name in ("take_snapshot", "snapshot_answers", "survey")
)
STEPS = (
    TAKE,
    Path(__file__).with_name("unused_memory.mjs"),
    ANSWER,
    SURVEY,
    *(Path(__file__).with_name(f"{name}.py") for name in ("prune", "snapshot", "embed", "wasm")),
)
"""What decides about the bytes, beside Pyodide and the archive: a change of any makes them anew."""

FOR_SURVEY = ("PyRun_SimpleString", "PyImport_AddModule", "PyObject_GetAttrString")
"""What the survey calls beside what the host calls."""


@dataclass(frozen=True, slots=True)
class BrowserSide:
    """The files of `web/` that take part."""

    engine: Path
    """The host that readers get."""
    exercise: Path
    """Python that the survey runs."""


def make_snapshot(runner: NodeRunner, archive: bytes, browser: BrowserSide, suite: ConformanceSuite) -> bytes:
    """The snapshot with this archive's `scoring` and catalogue, pruned, and proved to answer as this Python does.

    Raises `RuntimeError` where an import is missing or an answer differs.
    """

    def make() -> bytes:
        proof = Proof(suite.requests[0], suite.answers[0])
        with TemporaryDirectory() as folder:
            image = _take_memory(runner, Path(folder), archive, suite)
            pyodide = parse_module((runner.package / "pyodide.asm.wasm").read_bytes())
            surveyed = embed_memory(pyodide, image, proof, FOR_SURVEY)
            ran = _survey(runner, Path(folder), surveyed, browser, suite.requests)
        snapshot = emit_module(prune(embed_memory(pyodide, image, proof), ran))
        suite.compare(ask_snapshot(runner, browser.engine, snapshot, suite.requests), "the memory snapshot")
        return snapshot

    return runner.cache.read_or_make(SNAPSHOT, _inputs(runner, archive, browser, suite), make)


def find_snapshot(runner: NodeRunner, archive: bytes, browser: BrowserSide, suite: ConformanceSuite) -> bytes | None:
    """The same, where an earlier build made it."""
    return runner.cache.read(SNAPSHOT, _inputs(runner, archive, browser, suite))


def _inputs(runner: NodeRunner, archive: bytes, browser: BrowserSide, suite: ConformanceSuite) -> dict[str, bytes]:
    """What decides about the bytes."""
    sources = (*STEPS, browser.engine, browser.exercise, runner.package / "package.json")
    return {path.name: path.read_bytes() for path in sources} | {"archive": archive} | suite.inputs()


def ask_snapshot(runner: NodeRunner, engine: Path, snapshot: bytes, requests: Sequence[str]) -> list[str]:
    """The answers of a snapshot, under Node. Raises `RuntimeError` where it stops."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / SNAPSHOT
        file.write_bytes(snapshot)
        answers: list[str] = json.loads(runner.run(ANSWER, engine, file, given=json.dumps(requests)))
        return answers


def _take_memory(runner: NodeRunner, folder: Path, archive: bytes, suite: ConformanceSuite) -> Image:
    """Start Python on the archive, let it answer, and take its memory."""
    library, memory = folder / "python.zip", folder / "memory"
    library.write_bytes(archive)
    printed = runner.run(TAKE, runner.package, library, memory, given=json.dumps(suite.requests))
    facts = json.loads(printed)
    suite.compare(facts.pop("answers"), "Pyodide's CPython")
    return Image(memory.read_bytes(), **facts)


def _survey(
    runner: NodeRunner, folder: Path, module: Sections, browser: BrowserSide, requests: Sequence[str]
) -> bytes:
    """Which functions run when the requests are answered and the exercise is done: a byte for each."""
    instrumented, notes = folder / "instrumented.wasm", folder / "notes"
    instrumented.write_bytes(emit_module(instrument(module)))
    count = len(split_bodies(section(module, Kind.CODE)))
    given = json.dumps(requests)
    runner.run(SURVEY, browser.engine, instrumented, browser.exercise, NOTES_AT, count, notes, given=given)
    return notes.read_bytes()
