"""The frozen Python: one wasm file in which `scoring` is already imported. docs/frozen-python.md has the map.

Node only runs what must run in an engine: Pyodide, whose memory is taken, and the finished file, for the proof. What
is done to the bytes is in `wasm` and `image`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.runtime.conformance import Rehearsal
from site_builder.runtime.embed import Image, Proof, bake
from site_builder.runtime.prune import NOTES_AT, cut, watch
from site_builder.runtime.wasm import Kind, Sections, emit_module, parse_module, section, split_bodies
from site_builder.toolchain.node import Workshop

FROZEN = "frozen.wasm"
FREEZE, ANSWER, SURVEY = (
    Path(__file__).with_name(f"{name}.mjs") for name in ("take_snapshot", "snapshot_answers", "survey")
)
STEPS = (
    FREEZE,
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


def make_frozen(workshop: Workshop, archive: bytes, browser: BrowserSide, rehearsal: Rehearsal) -> bytes:
    """The frozen Python with this archive's `scoring` and catalogue, cut, and proved to answer as this Python does.

    Raises `RuntimeError` where an import is missing or an answer differs.
    """
    sources = (*STEPS, browser.engine, browser.exercise, workshop.package / "package.json")
    inputs = {path.name: path.read_bytes() for path in sources}
    inputs |= {"archive": archive, "rehearsal": rehearsal.packed()}

    def make() -> bytes:
        proof = Proof(rehearsal.requests[0], rehearsal.answers[0])
        with TemporaryDirectory() as folder:
            image = _freeze(workshop, Path(folder), archive, rehearsal)
            pyodide = parse_module((workshop.package / "pyodide.asm.wasm").read_bytes())
            surveyed = bake(pyodide, image, proof, FOR_SURVEY)
            ran = _survey(workshop, Path(folder), surveyed, browser, rehearsal.requests)
        frozen = emit_module(cut(bake(pyodide, image, proof), ran))
        rehearsal.compare(ask_frozen(workshop, browser.engine, frozen, rehearsal.requests), "frozen Python")
        return frozen

    return workshop.cache.read_or_make(FROZEN, inputs, make)


def ask_frozen(workshop: Workshop, engine: Path, frozen: bytes, requests: Sequence[str]) -> list[str]:
    """The answers of a frozen Python, under Node. Raises `RuntimeError` where it stops."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / FROZEN
        file.write_bytes(frozen)
        answers: list[str] = json.loads(workshop.node(ANSWER, engine, file, given=json.dumps(requests)))
        return answers


def _freeze(workshop: Workshop, folder: Path, archive: bytes, rehearsal: Rehearsal) -> Image:
    """Start Python on the archive, let it answer, and take its memory."""
    library, memory = folder / "python.zip", folder / "memory"
    library.write_bytes(archive)
    printed = workshop.node(FREEZE, workshop.package, library, memory, given=json.dumps(rehearsal.requests))
    facts = json.loads(printed)
    rehearsal.compare(facts.pop("answers"), "Pyodide's CPython")
    return Image(memory.read_bytes(), **facts)


def _survey(
    workshop: Workshop, folder: Path, module: Sections, browser: BrowserSide, requests: Sequence[str]
) -> bytes:
    """Which functions run when the requests are answered and the exercise is done: a byte for each."""
    watched, notes = folder / "watched.wasm", folder / "notes"
    watched.write_bytes(emit_module(watch(module)))
    count = len(split_bodies(section(module, Kind.CODE)))
    given = json.dumps(requests)
    workshop.node(SURVEY, browser.engine, watched, browser.exercise, NOTES_AT, count, notes, given=given)
    return notes.read_bytes()
