"""Photos as readers get them: small, upright, with nothing in them about the photographer."""

from io import BytesIO

import pytest
from PIL import Image

from site_builder.build import ReadRuntime, build
from site_builder.core.problems import ContentProblems
from site_builder.core.project import Project
from site_builder.graphics.photos import make_photo

ORIENTATION, GPS, LATITUDE = 0x0112, 0x8825, 2
ON_ITS_SIDE = 6
"""The value that says: turn me by a quarter."""


def photo(kind: str = "JPEG", width: int = 4032, height: int = 3024, *, from_a_phone: bool = True) -> bytes:
    """A photo, held upright, that says where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = ON_ITS_SIDE
    exif[GPS] = {LATITUDE: (52.0, 13.0, 7.0)}
    file = BytesIO()
    added = {"exif": exif} if from_a_phone else {}
    Image.new("RGB", (width, height), "#1f6b47").save(file, kind, **added)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_becomes_small_upright_and_silent(kind: str) -> None:
    assert opened(photo(kind)).getexif().get_ifd(GPS)
    made = opened(make_photo(photo(kind)))
    assert (made.format, made.size) == (kind, (1280, 1707))
    assert dict(made.getexif()) == {}
    assert not {"exif", "xmp", "comment"} & made.info.keys()


def test_a_small_photo_loses_what_it_says_and_no_pixel() -> None:
    made = opened(make_photo(photo(width=400, height=300)))
    assert (made.size, dict(made.getexif())) == ((300, 400), {})


def test_what_is_small_and_says_nothing_stays_as_it_is() -> None:
    plain = photo(width=400, height=300, from_a_phone=False)
    assert make_photo(plain) == plain


def test_a_picture_with_a_palette_keeps_what_shines_through() -> None:
    file = BytesIO()
    Image.new("P", (2000, 10)).save(file, "PNG", transparency=0)
    made = opened(make_photo(file.getvalue()))
    assert (made.mode, made.size, made.getpixel((0, 0))) == ("RGBA", (1280, 6), (0, 0, 0, 0))


def test_a_page_names_the_size_so_that_nothing_moves_while_it_loads(tiny: Project, read_runtime: ReadRuntime) -> None:
    pictures = tiny.content / "pictures"
    pictures.mkdir(exist_ok=True)
    (pictures / "bench.jpg").write_bytes(photo())
    chapter = tiny.content / "chapters" / "04-friendship.md"
    chapter.write_text(chapter.read_text("utf-8") + "\n![A bench](../pictures/bench.jpg)\n", "utf-8")
    files = build(tiny, print, read_runtime).files
    shown = b'<img src="../pictures/bench.jpg" alt="A bench" width="1280" height="1707">'
    assert shown in files["chapters/friendship.html"]
    assert opened(files["pictures/bench.jpg"]).size == (1280, 1707)


def test_a_picture_that_is_broken_off_is_told(tiny: Project, read_runtime: ReadRuntime) -> None:
    pictures = tiny.content / "pictures"
    pictures.mkdir(exist_ok=True)
    (pictures / "bench.jpg").write_bytes(photo()[:2000])
    with pytest.raises(ContentProblems) as told:
        build(tiny, print, read_runtime)
    assert [problem.code for problem in told.value.problems] == ["picture-broken"]
    assert str(told.value) == (
        "content/pictures/bench.jpg: this picture is broken\n    save it again with any program for pictures\n\n"
        "1 problem in 1 file; nothing was written"
    )
