"""Python's memory becomes the data of a small module."""

import json

import pytest

from site_builder.runtime.embed import NEEDED, Image, Proof, embed_memory, exported_functions, resize
from site_builder.runtime.wasm import (
    Export,
    Item,
    Kind,
    Sections,
    parse_exports,
    section,
    split_globals,
    write_exports,
    write_vector,
)

ITEMS = {"memory": Item.MEMORY, "__indirect_function_table": Item.TABLE}
PROOF = Proof("?", "!")


def make_module(missing: str = "") -> Sections:
    """Two imported functions, one imported global, two globals, every export that is needed and one more."""
    exports = [
        Export(name, ITEMS.get(name, Item.FUNCTION), 2 + number) for number, name in enumerate([*NEEDED, "PyRun"])
    ]
    exports += [Export("__stack_pointer", Item.GLOBAL, 2)]
    function, value = b"\1e\1f\0\0", b"\1e\1g\3\x7f\1"
    return (
        (Kind.CUSTOM, b"\x08dylink.0"),
        (Kind.IMPORT, write_vector([function, value, function])),
        (Kind.MEMORY, bytes.fromhex("0101e003808004")),
        (Kind.GLOBAL, write_vector([bytes.fromhex("7f01412a0b"), bytes.fromhex("7f0141d0b3f7060b")])),
        (Kind.EXPORT, write_exports(one for one in exports if one.name != missing)),
        (Kind.DATA_COUNT, b"\1"),
        (Kind.CODE, b"\0"),
        (Kind.DATA, b"\1\1\3old"),
    )


def make_image(memory: bytes) -> Image:
    return Image(memory, 481, -5, 11, "e")


def test_runs_of_zeros_are_left_out_and_short_ones_are_not() -> None:
    memory = bytes(24) + b"a" + bytes(23) + b"b" + bytes(24) + b"c" + bytes(10)
    embedded = embed_memory(make_module(), make_image(memory), PROOF)
    first = b"\0\x41\x18\x0b\x19a" + bytes(23) + b"b"
    assert section(embedded, Kind.DATA) == b"\2" + first + b"\0\x41\xc9\0\x0b\1c"
    assert section(embedded, Kind.DATA_COUNT) == b"\2"


def test_an_empty_memory_needs_no_data() -> None:
    assert section(embed_memory(make_module(), make_image(bytes(100)), PROOF), Kind.DATA) == b"\0"


def test_the_stack_pointer_and_the_size_of_memory_are_set() -> None:
    embedded = embed_memory(make_module(), make_image(b"a"), PROOF)
    assert list(split_globals(section(embedded, Kind.GLOBAL))) == [
        bytes.fromhex("7f01412a0b"),
        bytes.fromhex("7f01417b0b"),
    ]
    assert section(embedded, Kind.MEMORY) == bytes.fromhex("0101e103808004")
    assert section(resize(embedded, 2048), Kind.MEMORY) == bytes.fromhex("01018010808004")


def test_only_what_the_host_calls_is_exported() -> None:
    embedded = embed_memory(make_module(), make_image(b"a"), PROOF)
    assert [one.name for one in parse_exports(section(embedded, Kind.EXPORT))] == list(NEEDED)
    surveyed = embed_memory(make_module(), make_image(b"a"), PROOF, ["PyRun"])
    assert [one.name for one in parse_exports(section(surveyed, Kind.EXPORT))] == [*NEEDED, "PyRun"]


def test_exported_functions_are_numbered_without_the_imported_ones() -> None:
    functions = [number for number, name in enumerate(NEEDED) if name not in ITEMS]
    assert exported_functions(embed_memory(make_module(), make_image(b"a"), PROOF)) == functions


def test_a_name_that_pyodide_no_longer_exports_is_named() -> None:
    with pytest.raises(ValueError, match="does not export PyUnicode_AsUTF8"):
        embed_memory(make_module("PyUnicode_AsUTF8"), make_image(b"a"), PROOF)


def test_more_segments_than_engines_take_are_refused() -> None:
    memory = (b"a" + bytes(24)) * 100_001
    with pytest.raises(ValueError, match="100001 data segments"):
        embed_memory(make_module(), make_image(memory), PROOF)


def test_addresses_and_proof_travel_in_a_section_of_their_own() -> None:
    embedded = embed_memory(make_module(), make_image(b"a"), PROOF)
    own = [body for kind, body in embedded if kind == Kind.CUSTOM]
    assert len(own) == 1
    assert own[0].startswith(b"\x0ccommunity-os")
    assert json.loads(own[0][13:]) == {"handle": 11, "edition": "e", "request": "?", "answer": "!"}
