"""The frozen Python: one wasm file in which `scoring` is already imported. docs/frozen-python.md has the map.

Node only runs what must run in an engine: Pyodide, whose memory is taken, and the finished file, for the proof. What
is done to the bytes is in `wasm` and `image`.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.image import Image, Proof, bake
from site_builder.rehearsal import Rehearsal
from site_builder.wasm import emit_module, parse_module
from site_builder.workshop import Workshop

FROZEN = "frozen.wasm"
FREEZE = Path(__file__).with_name("freeze_python.mjs")
ANSWER = Path(__file__).with_name("frozen_answers.mjs")
STEPS = (FREEZE, ANSWER, *(Path(__file__).with_name(f"{name}.py") for name in ("frozen", "image", "wasm")))
"""What decides about the bytes, beside Pyodide and the archive: a change of any makes them anew."""


def make_frozen(workshop: Workshop, archive: bytes, engine: Path, rehearsal: Rehearsal) -> bytes:
    """The frozen Python with this archive's `scoring` and catalogue, proved to answer as this Python does.

    `engine` is the host that browsers get. Raises `RuntimeError` where an import is missing or an answer differs.
    """
    inputs = {path.name: path.read_bytes() for path in (*STEPS, engine, workshop.package / "package.json")}
    inputs |= {"archive": archive, "rehearsal": rehearsal.packed()}

    def make() -> bytes:
        with TemporaryDirectory() as folder:
            image = _freeze(workshop, Path(folder), archive, rehearsal)
            pyodide = parse_module((workshop.package / "pyodide.asm.wasm").read_bytes())
            frozen = emit_module(bake(pyodide, image, Proof(rehearsal.requests[0], rehearsal.answers[0])))
            rehearsal.compare(ask_frozen(workshop, engine, frozen, rehearsal.requests), "frozen Python")
            return frozen

    return workshop.read_or_make(FROZEN, inputs, make)


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
