from io import BytesIO
from pathlib import Path
from shutil import rmtree

import pytest
from fontTools.ttLib import TTFont

from site_builder.assets.fonts import ALWAYS, MARKUP, full_face, read_fonts
from site_builder.assets.typefaces import DISPLAY
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project

LIMIT = 60_000


def characters(data: bytes) -> set[str]:
    """What a font file can show."""
    return {chr(code) for code in TTFont(BytesIO(data)).getBestCmap()}


def test_the_faces_are_small_and_show_all_that_the_site_says(project: Project) -> None:
    fonts = {name: data for name, data in read_fonts(project).items() if name.endswith(".woff2")}
    assert sum(len(data) for data in fonts.values()) < LIMIT
    for data in fonts.values():
        assert data.startswith(b"wOF2")
        assert characters(data) >= ALWAYS - MARKUP


def test_a_new_character_in_the_content_comes_into_the_fonts(tiny: Project) -> None:
    path = tiny.content / "chapters" / "04-friendship.md"
    before = read_fonts(tiny)["fonts/vollkorn.woff2"]
    path.write_text(path.read_text("utf-8") + "\nÇa va, niño?\n", "utf-8")
    after = read_fonts(tiny)["fonts/vollkorn.woff2"]
    assert characters(after) - characters(before) >= {"Ç", "ñ"}


def test_cutting_twice_gives_the_same_bytes(tiny: Project) -> None:
    kept = tiny.cache / "fonts"
    kept.unlink()
    first = read_fonts(tiny)
    rmtree(kept)
    assert read_fonts(tiny) == first


def test_each_face_brings_its_licence(project: Project) -> None:
    fonts = read_fonts(project)
    for name in ("besley", "vollkorn"):
        assert b"SIL Open Font License, Version 1.1" in fonts[f"fonts/{name}-license.txt"]


def test_without_the_package_the_way_to_get_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="make setup"):
        read_fonts(Project(tmp_path))


def test_a_face_can_be_had_whole_for_drawing(project: Project) -> None:
    font = TTFont(BytesIO(full_face(project, DISPLAY)))
    assert "fvar" not in font
    assert {"ß", "Œ", "ÿ"} <= {chr(code) for code in font.getBestCmap()}
