from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from site_builder.core.problems import MissingPart
from site_builder.core.project import Project
from site_builder.graphics.font_metrics import Typeface, read_typeface


@pytest.fixture(scope="module")
def face(project: Project) -> Typeface:
    return read_typeface(project)


def test_every_letter_has_its_own_width(face: Typeface) -> None:
    assert 0.2 < face.widths["i"] < face.widths["n"] < face.widths["m"] < 1.5
    assert face.width("mi", 100) == pytest.approx(100 * (face.widths["m"] + face.widths["i"]))


def test_the_widths_are_those_of_the_files_that_are_drawn_with(face: Typeface) -> None:
    fonts = {font["name"].getBestFamilyName(): font for font in (TTFont(BytesIO(data)) for data in face.files)}
    assert set(fonts) == set(face.families.values())
    for character, family in face.families.items():
        font = fonts[family]
        advance = font["hmtx"][font.getBestCmap()[ord(character)]][0]
        assert face.widths[character] == advance / font["head"].unitsPerEm


def test_a_text_is_split_by_the_part_that_has_its_letters(face: Typeface) -> None:
    assert [run for _, run in face.runs("Łódź")] == ["Ł", "ód", "ź"]
    assert len({family for family, _ in face.runs("Łódź")}) == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Weak ties", "Weak ties"),
        (" Weak\n ties ", "Weak ties"),
        ("Cafe\u0301", "Café"),  # an accent of its own becomes part of its letter
        ("Łódź, Ağrı", "Łódź, Ağrı"),
        ("Hello \N{SUNFLOWER}", "Hello"),
        ("a \N{SUNFLOWER} b", "a b"),
        ("Привет", ""),
        ("Tea 茶", ""),
        ("\N{ETHIOPIC NUMBER TEN} rules", ""),
        ("", ""),
    ],
)
def test_signs_that_lack_are_left_out_but_no_letter_is(face: Typeface, text: str, shown: str) -> None:
    assert face.settable(text) == shown


def test_the_same_package_gives_the_same_bytes(face: Typeface, project: Project) -> None:
    assert read_typeface(project).files == face.files


def test_without_the_package_it_is_told_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match=r"^the npm package @font\S+/besley is missing; run: make setup$"):
        read_typeface(Project(tmp_path))
