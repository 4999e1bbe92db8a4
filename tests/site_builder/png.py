"""Makes PNG files, and reads what tests want to know of one."""

from io import BytesIO

from PIL import Image, ImageChops

type Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""


def make_png(width: int, height: int, color: str = "#1f6b47") -> bytes:
    """A picture of one color."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), color).save(buffer, "PNG")
    return buffer.getvalue()


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height as the first bytes of the file say."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert png[12:16] == b"IHDR"
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def pixels(png: bytes) -> Image.Image:
    """The picture with its clear parts."""
    with Image.open(BytesIO(png)) as image:
        return image.convert("RGBA")


def hex_of(png: bytes, x: int, y: int) -> str:
    """The color of a pixel that is not clear, as #rrggbb."""
    *color, clear = pixels(png).getpixel((x, y))
    assert clear == 255
    return "#" + bytes(color).hex()


def changed(first: bytes, second: bytes) -> Box | None:
    """The box in which two pictures differ visibly; None where they do not."""
    difference = ImageChops.difference(pixels(first).convert("RGB"), pixels(second).convert("RGB"))
    return difference.convert("L").point(lambda value: 255 if value > 40 else 0).getbbox()
