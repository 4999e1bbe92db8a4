from io import BytesIO
from pathlib import Path
from shutil import rmtree

import pytest
from fontTools.ttLib import TTFont

from site_builder.assets.fonts import ALWAYS, MARKUP, full_face, read_fonts
from site_builder.assets.stand_ins import SHEET
from site_builder.assets.typefaces import DISPLAY
from site_builder.core.model import Files
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project

LIMIT = 60_000


def characters(data: bytes) -> set[str]:
    """What a font file can show."""
    return {chr(code) for code in TTFont(BytesIO(data)).getBestCmap()}


def test_the_faces_are_small_and_show_all_that_the_site_says(project: Project) -> None:
    said: list[str] = []
    fonts = {name: data for name, data in read_fonts(project, "en", said.append).items() if name.endswith(".woff2")}
    assert [*fonts, *said] == ["fonts/besley.woff2", "fonts/vollkorn.woff2", "fonts/vollkorn-italic.woff2"]
    assert sum(len(data) for data in fonts.values()) < LIMIT
    for data in fonts.values():
        assert data.startswith(b"wOF2")
        assert characters(data) >= ALWAYS - MARKUP


def test_a_new_character_in_the_content_comes_into_the_fonts(tiny: Project) -> None:
    path = tiny.content / "chapters" / "04-friendship.md"
    before = read_fonts(tiny, "en", print)["fonts/vollkorn.woff2"]
    path.write_text(path.read_text("utf-8") + "\nÇa va, niño?\n", "utf-8")
    after = read_fonts(tiny, "en", print)["fonts/vollkorn.woff2"]
    assert characters(after) - characters(before) >= {"Ç", "ñ"}


def test_cutting_twice_gives_the_same_bytes(tiny: Project) -> None:
    kept = tiny.cache / "fonts"
    kept.unlink()
    first = read_fonts(tiny, "en", print)
    rmtree(kept)
    assert read_fonts(tiny, "en", print) == first


def test_each_face_brings_its_licence(project: Project) -> None:
    fonts = read_fonts(project, "en", print)
    for name in ("besley", "vollkorn"):
        assert b"SIL Open Font License, Version 1.1" in fonts[f"fonts/{name}-license.txt"]


def test_without_the_package_the_way_to_get_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="make setup"):
        read_fonts(Project(tmp_path), "en", print)


def test_a_face_can_be_had_whole_for_drawing(project: Project) -> None:
    font = TTFont(BytesIO(full_face(project, DISPLAY)))
    assert "fvar" not in font
    assert {"ß", "Œ", "ÿ"} <= {chr(code) for code in font.getBestCmap()}


def write_more(tiny: Project, text: str) -> tuple[Files, list[str]]:
    """The fonts of the site with this text in it, and what was said about them."""
    path = tiny.content / "chapters" / "04-friendship.md"
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")
    said: list[str] = []
    return read_fonts(tiny, "en", said.append), said


def test_letters_of_another_script_come_in_a_file_that_only_their_readers_load(tiny: Project) -> None:
    fonts, said = write_more(tiny, "Łódź, Đorđe")
    assert said == []
    for name in ("besley", "vollkorn", "vollkorn-italic"):
        assert characters(fonts[f"fonts/{name}-latin-ext.woff2"]) >= {"Ł", "ź", "đ"}
        assert "Ł" not in characters(fonts[f"fonts/{name}.woff2"])
    rule = 'src:url("../fonts/besley-latin-ext.woff2") format("woff2");font-weight:740;font-display:swap;'
    assert f"{rule}unicode-range:U+110,U+111,U+141,U+17A}}" in fonts[SHEET].decode()
    assert not [name for name in fonts if "greek" in name or "cyrillic" in name]


def test_letters_that_no_face_has_are_said_with_what_readers_see_instead(tiny: Project) -> None:
    _, said = write_more(tiny, "ابن القرية قبل أن تحتاج إليها. مرحبا")
    assert said == [
        "No typeface of the site has 15 letters of the texts in en (أ إ ا ب ة ت ج ح ر ق ل م ...); "
        "browsers take them from a typeface of the reader's machine"
    ]


def test_letters_that_one_face_lacks_are_said_of_it_alone(tiny: Project) -> None:
    fonts, said = write_more(tiny, "Мир ☂ 5")
    assert said == [
        "Besley lacks 3 letters of the texts in en (М и р); "
        "browsers take them from a typeface of the reader's machine"
    ]
    assert characters(fonts["fonts/vollkorn-cyrillic.woff2"]) >= set("Мир")


def test_quotation_marks_of_the_language_are_in_the_faces(tiny: Project) -> None:
    assert {"„", "‚"} <= characters(read_fonts(tiny, "de", print)["fonts/vollkorn.woff2"])
    assert "„" not in characters(read_fonts(tiny, "en", print)["fonts/vollkorn.woff2"])
