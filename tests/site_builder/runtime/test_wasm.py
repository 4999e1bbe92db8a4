"""The binary format: numbers, sections, and the entries that a memory snapshot changes."""

import pytest

from site_builder.runtime.wasm import (
    HEADER,
    Export,
    Item,
    Kind,
    Reader,
    after_locals,
    count_imports,
    custom_section,
    emit_module,
    join_bodies,
    parse_exports,
    parse_module,
    section,
    split_bodies,
    split_globals,
    write_exports,
    write_signed,
    write_unsigned,
    write_vector,
)


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "00"), (1, "01"), (127, "7f"), (128, "8001"), (624_485, "e58e26"), (2**32 - 1, "ffffffff0f")],
)
def test_unsigned_numbers(number: int, written: str) -> None:
    assert write_unsigned(number).hex() == written
    assert Reader(bytes.fromhex(written)).number() == number


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "00"), (63, "3f"), (64, "c000"), (-1, "7f"), (-64, "40"), (-65, "bf7f"), (-123_456, "c0bb78")],
)
def test_signed_numbers(number: int, written: str) -> None:
    assert write_signed(number).hex() == written


def test_a_padded_number_is_read_whole() -> None:
    reader = Reader(bytes.fromhex("8580800007"))  # linkers pad, so that they can fill in later
    assert (reader.number(), reader.number()) == (5, 7)


def test_a_file_is_split_and_put_together_again() -> None:
    data = emit_module([(Kind.CUSTOM, b"\3abc"), (Kind.CODE, b"x" * 300), (Kind.DATA, b"")])
    assert data == HEADER + b"\0\4\3abc" + b"\x0a\xac\2" + b"x" * 300 + b"\x0b\0"
    sections = parse_module(data)
    assert sections == ((0, b"\3abc"), (10, b"x" * 300), (11, b""))
    assert section(sections, Kind.CODE) == b"x" * 300
    assert emit_module(sections) == data
    assert custom_section("abc", b"d") == (0, b"\3abcd")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\3\4", "not a WebAssembly file"),
        (b"\0asm\2\0\0\0", "not a WebAssembly file of version 1"),
        (HEADER + b"\x0a\x05abc", "the file ends at byte 13"),
        (HEADER + b"\x0a\x85", "the file ends at byte 10"),
    ],
)
def test_what_is_no_module_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_module(data)


def test_a_missing_section_is_named() -> None:
    with pytest.raises(ValueError, match="no data_count section"):
        section(((10, b""),), Kind.DATA_COUNT)


def test_imports_of_every_kind_are_counted() -> None:
    def named(item: int, rest: str) -> bytes:
        return b"\1m\1n" + bytes([item]) + bytes.fromhex(rest)

    body = write_vector(
        [
            named(Item.FUNCTION, "8501"),
            named(Item.TABLE, "700010"),
            named(Item.TABLE, "70010a14"),
            named(Item.MEMORY, "0102808004"),
            named(Item.GLOBAL, "7f01"),
            named(Item.GLOBAL, "7e00"),
            named(Item.TAG, "0003"),
            named(Item.FUNCTION, "00"),
        ]
    )
    assert count_imports(body) == {0: 2, 1: 2, 2: 1, 3: 2, 4: 1}


def test_shared_memory_is_refused() -> None:
    with pytest.raises(ValueError, match="flags 0x3"):
        Reader(b"\3\1\1").limits()


def test_exports() -> None:
    exports = [Export("memory", Item.MEMORY, 0), Export("é", Item.FUNCTION, 300)]
    assert write_exports(exports) == b"\2\6memory\2\0\2\xc3\xa9\0\xac\2"
    assert parse_exports(write_exports(exports)) == exports


def test_bodies() -> None:
    bodies = [b"\0\x0b", b"\1\2\x7f" + bytes(200) + b"\x0b"]
    assert join_bodies(bodies)[:5] == b"\2\2\0\x0b\xcc"
    assert split_bodies(join_bodies(bodies)) == bodies
    assert [after_locals(body) for body in bodies] == [1, 3]
    assert after_locals(bytes.fromhex("0281017f037e00000b")) == 6


def test_globals_of_every_kind_of_first_value() -> None:
    entries = [
        bytes.fromhex(entry)
        for entry in (
            "7f0141d0b3f7060b",  # i32.const
            "7e00427f0b",  # i64.const
            "7d00430b0b0b0b0b",  # f32.const, of bytes that look like the end
            "7c00440b0b0b0b0b0b0b0b0b",  # f64.const
            "7f0023020b",  # global.get
            "7000d0700b",  # ref.null
            "7000d281010b",  # ref.func
        )
    ]
    assert list(split_globals(write_vector(entries))) == entries


def test_an_unknown_first_value_is_refused() -> None:
    with pytest.raises(ValueError, match="0x6a"):
        list(split_globals(write_vector([bytes.fromhex("7f0041014102" + "6a0b")])))
