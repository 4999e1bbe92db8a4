"""The WebAssembly binary format, as far as a memory snapshot needs it: sections, LEB128, some sections' entries.

Instructions are never read: the body of a function is opaque bytes. The format is mapped in docs/memory-snapshot.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

HEADER = b"\0asm\1\0\0\0"
END = b"\x0b"
I32_CONST = b"\x41"
PAGE = 65_536
"""Bytes in the unit of memory sizes."""


class Kind(IntEnum):
    """The sections that we read or write; a custom section has a name and any bytes."""

    CUSTOM = 0
    IMPORT = 2
    MEMORY = 5
    GLOBAL = 6
    EXPORT = 7
    CODE = 10
    DATA = 11
    DATA_COUNT = 12


class Item(IntEnum):
    """What can be imported and exported."""

    FUNCTION = 0
    TABLE = 1
    MEMORY = 2
    GLOBAL = 3
    TAG = 4


type Sections = tuple[tuple[int, bytes], ...]
"""Number and content of each section, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Export:
    """A name by which the host reaches an item."""

    name: str
    item: int
    index: int


class Reader:
    """Reads values one after another; raises `ValueError` where the bytes end too early."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data = data
        self.at = at

    def byte(self) -> int:
        """One byte."""
        return self.bytes(1)[0]

    def bytes(self, count: int) -> bytes:
        """So many bytes."""
        found = self.data[self.at : self.at + count]
        if len(found) < count:
            raise ValueError(f"the file ends at byte {len(self.data)}, in the middle of a value")
        self.at += count
        return found

    def number(self) -> int:
        """An unsigned number in LEB128: seven bits a byte, the lowest first, the high bit says that more follow.

        A signed number is passed over in the same way.
        """
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return result

    def name(self) -> str:
        """A text with its length."""
        return self.bytes(self.number()).decode()

    def limits(self) -> tuple[int, int | None]:
        """The least and the most size of a memory or table."""
        flags = self.byte()
        if flags > 1:
            raise ValueError(f"limits with flags {flags:#x}: shared or 64-bit memory is not known here")
        return self.number(), self.number() if flags else None


def write_unsigned(number: int) -> bytes:
    """Write LEB128 without a sign.

    >>> write_unsigned(624485).hex()
    'e58e26'
    """
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def write_signed(number: int) -> bytes:
    """Write LEB128 with a sign: the second highest bit of the last byte.

    >>> write_signed(-123456).hex()
    'c0bb78'
    """
    out = bytearray()
    while not -0x40 <= number < 0x40:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number & 0x7F])


def write_vector(entries: Sequence[bytes]) -> bytes:
    """Write a count and the entries."""
    return write_unsigned(len(entries)) + b"".join(entries)


def write_sized(data: bytes) -> bytes:
    """Write a length and the bytes."""
    return write_unsigned(len(data)) + data


def parse_module(data: bytes) -> Sections:
    """Split a file into its sections."""
    if not data.startswith(HEADER):
        raise ValueError("this is not a WebAssembly file of version 1")
    reader, sections = Reader(data, len(HEADER)), []
    while reader.at < len(data):
        kind = reader.byte()
        sections.append((kind, reader.bytes(reader.number())))
    return tuple(sections)


def emit_module(sections: Iterable[tuple[int, bytes]]) -> bytes:
    """Put sections together to a file."""
    return HEADER + b"".join(bytes([kind]) + write_sized(body) for kind, body in sections)


def custom_section(name: str, data: bytes) -> tuple[int, bytes]:
    """Make a section that engines pass over and hosts can ask for by name."""
    return Kind.CUSTOM, write_sized(name.encode()) + data


def section(sections: Sections, kind: Kind) -> bytes:
    """The content of the one section of a kind; raises `ValueError` where it is missing."""
    for number, body in sections:
        if number == kind:
            return body
    raise ValueError(f"the file has no {kind.name.lower()} section")


def count_imports(body: bytes) -> dict[Item, int]:
    """How many of each `Item` are imported: they come first when items are numbered."""
    reader, counts = Reader(body), dict.fromkeys(Item, 0)
    for _ in range(reader.number()):
        reader.name(), reader.name()
        item = Item(reader.byte())
        counts[item] += 1
        if item is Item.FUNCTION:
            reader.number()
        elif item in (Item.GLOBAL, Item.TAG):
            reader.bytes(1), reader.number()
        else:
            reader.bytes(1 if item is Item.TABLE else 0), reader.limits()
    return counts


def parse_exports(body: bytes) -> list[Export]:
    """All exports, in the order of the file."""
    reader = Reader(body)
    return [Export(reader.name(), reader.byte(), reader.number()) for _ in range(reader.number())]


def write_exports(exports: Iterable[Export]) -> bytes:
    """Write the content of an export section."""
    return write_vector(
        [write_sized(one.name.encode()) + bytes([one.item]) + write_unsigned(one.index) for one in exports]
    )


def split_bodies(code: bytes) -> list[bytes]:
    """The functions of a code section, without their lengths."""
    reader = Reader(code)
    return [reader.bytes(reader.number()) for _ in range(reader.number())]


def join_bodies(bodies: Iterable[bytes]) -> bytes:
    """Write the content of a code section."""
    return write_vector([write_sized(body) for body in bodies])


def after_locals(body: bytes) -> int:
    """Where the instructions of a function begin: after the vector of (count, type) of its local variables."""
    reader = Reader(body)
    for _ in range(reader.number()):
        reader.number(), reader.byte()
    return reader.at


def split_globals(body: bytes) -> Iterator[bytes]:
    """Every entry of a global section: type, whether it changes, and a constant expression as its first value."""
    skip = {0x43: 4, 0x44: 8, 0xD0: 1}
    reader = Reader(body)
    for _ in range(reader.number()):
        start = reader.at
        reader.bytes(2)
        while (code := reader.bytes(1)) != END:
            if code[0] in skip:
                reader.bytes(skip[code[0]])
            elif code[0] in {0x23, 0x41, 0x42, 0xD2}:
                reader.number()
            else:
                raise ValueError(f"instruction {code[0]:#x} in the first value of a global is not known here")
        yield body[start : reader.at]
