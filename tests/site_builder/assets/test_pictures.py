from io import BytesIO
from pathlib import Path
from struct import pack
from zlib import crc32

import pytest
from PIL import Image

from site_builder.assets.pictures import MOST_BYTES, read_pictures
from site_builder.core.project import Project


def picture(kind: str, width: int = 2, height: int = 2) -> bytes:
    """A picture of one color."""
    file = BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", (width, height)).save(file, kind)
    return file.getvalue()


def head_of_a_png(side: int) -> bytes:
    """The head of a picture that claims to be so large; nothing else of it is there."""
    head = b"IHDR" + pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + head + pack(">I", crc32(head)) + pack(">I", 0) + b"IDAT"


def told(tmp_path: Path, name: str, data: bytes) -> list[tuple[str, str, str]]:
    """What is said of a picture of that name."""
    (tmp_path / "content" / "pictures").mkdir(parents=True)
    (tmp_path / "content" / "pictures" / name).write_bytes(data)
    return [(one.code, one.text, one.hint) for one in read_pictures(Project(tmp_path))[1]]


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.webp", "WEBP")])
def test_a_picture_is_of_the_kind_that_its_name_says(tmp_path: Path, name: str, kind: str) -> None:
    assert told(tmp_path, name, picture(kind)) == []


@pytest.mark.parametrize(
    ("name", "data", "text", "hint"),
    [
        ("a.png", b"%PDF-1.7", "this is no PNG picture, whatever its name says", "save it as one"),
        ("a.png", b"", "this is no PNG picture, whatever its name says", "save it as one"),
        ("a.jpg", picture("WEBP"), "this is no JPEG picture, whatever its name says", "call it a.webp"),
    ],
    ids=["another file", "nothing", "another kind"],
)
def test_a_file_of_another_kind_is_told(tmp_path: Path, name: str, data: bytes, text: str, hint: str) -> None:
    assert told(tmp_path, name, data) == [("picture-kind", text, hint)]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (picture("PNG") + bytes(MOST_BYTES), "a picture of 20.0 MB; the limit is 20 MB"),
        (picture("PNG", 9001), "a picture of 9001 x 2 pixels; the limit is 9000 on a side"),
        (head_of_a_png(10_000), "a picture of 10000 x 10000 pixels; the limit is 9000 on a side"),
        (head_of_a_png(60_000), "a picture of far too many pixels; the limit is 9000 on a side"),
    ],
    ids=["bytes", "side", "many", "bomb"],
)
def test_a_picture_beyond_measure_is_told_and_not_unpacked(tmp_path: Path, data: bytes, text: str) -> None:
    hint = "make it smaller with any program for pictures; the build makes the rest, down to 1280 pixels"
    assert told(tmp_path, "a.png", data) == [("picture-size", text, hint)]


def test_a_picture_of_a_kind_that_few_browsers_show_is_told(tmp_path: Path) -> None:
    (text,) = [text for _, text, _ in told(tmp_path, "a.heic", b"")]
    assert text == 'a file that ends with ".heic" is not read here'
