"""Embeds a running Python's memory in its own wasm file: it becomes the file's data, so nothing has to start."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.runtime.wasm import (
    END,
    I32_CONST,
    Item,
    Kind,
    Reader,
    Sections,
    count_imports,
    custom_section,
    parse_exports,
    section,
    split_globals,
    write_exports,
    write_signed,
    write_sized,
    write_unsigned,
    write_vector,
)

STACK_POINTER = "__stack_pointer"
NEEDED = (
    "memory",
    "__indirect_function_table",
    "malloc",
    "free",
    "PyUnicode_DecodeUTF16",
    "PyObject_CallOneArg",
    "PyUnicode_AsUTF8",
    "Py_DecRef",
)
"""What the host (`web/js/python/snapshot-engine.js`) calls."""

MOST_SEGMENTS = 100_000
"""Engines refuse more."""

GAP = re.compile(rb"\0{24,}")
"""A segment costs about ten bytes, so shorter runs of zeros are cheaper written out."""

FACTS_SECTION = "community-os"


@dataclass(frozen=True, slots=True)
class Image:
    """The memory of a Python that has everything imported and is between two calls."""

    memory: bytes
    pages: int
    """Size of the memory; `memory` may end earlier, zeros follow."""
    stack_pointer: int
    handle: int
    """Address of the function that answers requests."""
    edition: str
    """Which `scoring` and catalogue it holds."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A request and its answer, which the host compares before it trusts a snapshot."""

    request: str
    answer: str


def embed_memory(sections: Sections, image: Image, proof: Proof, also: Sequence[str] = ()) -> Sections:
    """Put the image into the module that it came from; only what the host needs is exported, `also` for surveys."""
    imports = count_imports(section(sections, Kind.IMPORT))
    exports = parse_exports(section(sections, Kind.EXPORT))
    pointer = next(one for one in exports if one.name == STACK_POINTER)
    kept = [one for one in exports if one.name in {*NEEDED, *also}]
    missing = {*NEEDED, *also} - {one.name for one in kept}
    if missing:
        raise ValueError(f"Pyodide's wasm file does not export {', '.join(sorted(missing))}")
    segments = list(_segments(image.memory))
    if len(segments) > MOST_SEGMENTS:
        raise ValueError(f"{len(segments)} data segments; browsers take {MOST_SEGMENTS}")
    new: dict[int, bytes] = {
        Kind.MEMORY: _memory(section(sections, Kind.MEMORY), image.pages),
        Kind.GLOBAL: _with_global(
            section(sections, Kind.GLOBAL), pointer.index - imports[Item.GLOBAL], image.stack_pointer
        ),
        Kind.EXPORT: write_exports(kept),
        Kind.DATA: write_vector(segments),
        Kind.DATA_COUNT: write_unsigned(len(segments)),
    }
    facts = {"handle": image.handle, "edition": image.edition, "request": proof.request, "answer": proof.answer}
    own = [(kind, new.get(kind, body)) for kind, body in sections if kind != Kind.CUSTOM]
    return (*own, custom_section(FACTS_SECTION, json.dumps(facts).encode()))


def resize(sections: Sections, pages: int) -> Sections:
    """Change the size of the memory at the start."""
    return with_section(sections, Kind.MEMORY, _memory(section(sections, Kind.MEMORY), pages))


def with_section(sections: Sections, kind: Kind, body: bytes) -> Sections:
    """Put other content into a section."""
    return tuple((number, body if number == kind else old) for number, old in sections)


def exported_functions(sections: Sections) -> list[int]:
    """The exported functions, numbered as in the code section."""
    imported = count_imports(section(sections, Kind.IMPORT))[Item.FUNCTION]
    return [
        one.index - imported
        for one in parse_exports(section(sections, Kind.EXPORT))
        if one.item == Item.FUNCTION and one.index >= imported
    ]


def _segments(memory: bytes) -> Iterator[bytes]:
    """Active segments of memory 0: flags, address, bytes; zeros between them are left out."""
    start = 0
    end = len(memory.rstrip(b"\0"))
    for gap in (*GAP.finditer(memory, 0, end), None):
        stop = gap.start() if gap else end
        if stop > start:
            yield b"\0" + I32_CONST + write_signed(start) + END + write_sized(memory[start:stop])
        start = gap.end() if gap else end


def _memory(body: bytes, pages: int) -> bytes:
    """A memory section with another size at the start."""
    reader = Reader(body)
    if reader.number() != 1:
        raise ValueError("one memory is expected")
    _, most = reader.limits()
    limit = b"" if most is None else write_unsigned(most)
    return b"\1" + bytes([most is not None]) + write_unsigned(pages) + limit


def _with_global(body: bytes, index: int, value: int) -> bytes:
    """A global section in which one whole number starts with another value."""
    entries = list(split_globals(body))
    entries[index] = entries[index][:2] + I32_CONST + write_signed(value) + END
    return write_vector(entries)
