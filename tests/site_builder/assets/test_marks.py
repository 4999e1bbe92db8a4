from pathlib import Path

import pytest

from site_builder.assets.marks import check_marks
from site_builder.core.project import Project
from tests.site_builder.png import make_png


def told(root: Path, **files: bytes | str) -> list[tuple[str, str]]:
    """What is told of files in `web/img/`, each as text or bytes by its name with a low line for the point."""
    for name, data in files.items():
        path = root / "web/img" / name.replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return [(problem.path, problem.text) for problem in check_marks(Project(root))]


def test_the_marks_of_the_site_are_fine(project: Project) -> None:
    assert check_marks(project) == []


def test_an_icon_and_a_logo_of_pixels_are_fine(tmp_path: Path) -> None:
    assert told(tmp_path, icon_png=make_png(512, 600), logo_png=make_png(60, 28)) == []


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (make_png(512, 64), "a picture of 512 x 64 pixels, of which an icon of 512 is made"),
        (b"GIF89a", "this is no PNG picture, whatever its name says"),
        (make_png(9001, 600), "a picture of 9001 x 600 pixels; the limit is 9000 on a side"),
    ],
)
def test_what_is_no_icon_is_told(data: bytes, text: str, tmp_path: Path) -> None:
    assert told(tmp_path, icon_png=data) == [("web/img/icon.png", text)]


def test_two_icons_of_hers_are_told(tmp_path: Path) -> None:
    assert told(tmp_path / "hers", icon_png=make_png(512, 512), icon_svg="<svg/>") == []
    (problem,) = check_marks(Project(tmp_path / "hers", tmp_path / "book"))
    assert (problem.path, problem.code) == ("web/img/icon.png", "twice")
    assert problem.text == "this takes the place of web/img/icon.svg, which is there as well"


def test_the_drawing_of_the_book_is_no_second_one(tmp_path: Path) -> None:
    (tmp_path / "book/web/img").mkdir(parents=True)
    (tmp_path / "book/web/img/icon.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "hers/web/img").mkdir(parents=True)
    (tmp_path / "hers/web/img/icon.png").write_bytes(make_png(512, 512))
    assert check_marks(Project(tmp_path / "hers", tmp_path / "book")) == []


def test_a_file_that_nothing_names_is_told_and_one_that_a_template_names_is_not(tmp_path: Path) -> None:
    text = "no template, style sheet or script names this file, so nobody would see it"
    assert told(tmp_path, logo_gif=b"GIF89a", hall_jpg=b"") == [
        ("web/img/hall.jpg", text),
        ("web/img/logo.gif", text),
    ]
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/a.html.j2").write_text("{{ asset('img/hall.jpg') }}", "utf-8")
    assert told(tmp_path) == [("web/img/logo.gif", text)]
