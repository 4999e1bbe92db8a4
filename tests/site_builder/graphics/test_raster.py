import json
import subprocess
import sys
from pathlib import Path

import pytest
import resvg_py
from PIL import ImageChops

from site_builder.core.project import Project
from site_builder.graphics.font_metrics import read_typeface
from site_builder.graphics.raster import rasterize, rasterizing
from site_builder.graphics.svg import Sheet
from tests.site_builder.png import changed, hex_of, pixels, size_of

START = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" viewBox="0 0 80 40">'
PLAIN = f'{START}<rect width="80" height="40" fill="#123456"/></svg>'
DOT = f'{START}<circle cx="40" cy="20" r="9" fill="#123456"/></svg>'
MANY = {f"{side}.png": DOT.replace('r="9"', f'r="{side}"') for side in range(1, 14)}


def text(family: str) -> str:
    return PLAIN.replace("</svg>", f'<text y="30" font-size="30" font-family="{family}" fill="#fff">Hm</text></svg>')


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    """A project that has drawn nothing yet."""
    return Project(tmp_path)


def draw(svg: str, project: Project, fonts: tuple[bytes, ...] = ()) -> bytes:
    return rasterize({"x.png": svg}, fonts, project)["x.png"]


def kept(project: Project) -> list[Path]:
    return sorted(path for path in (project.cache / "raster").rglob("*") if path.is_file())


def test_a_drawing_becomes_a_picture_of_its_size_and_color(empty: Project) -> None:
    png = draw(PLAIN, empty)
    assert size_of(png) == (80, 40)
    assert hex_of(png, 3, 3) == "#123456"


def test_clear_parts_stay_clear(empty: Project) -> None:
    png = draw(DOT, empty)
    assert pixels(png).getpixel((1, 1))[3] == 0
    assert hex_of(png, 40, 20) == "#123456"


def test_text_is_drawn_with_the_given_face_and_no_other(empty: Project, project: Project) -> None:
    face = read_typeface(project)
    family = face.families["H"]
    assert changed(draw(text(family), empty, face.files), draw(PLAIN, empty)) is not None
    assert changed(draw(text(family), empty), draw(PLAIN, empty)) is None
    assert changed(draw(text("serif"), empty, face.files), draw(PLAIN, empty)) is None
    assert changed(draw(text("DejaVu Sans"), empty), draw(PLAIN, empty)) is None


def test_large_areas_keep_their_color_among_many(empty: Project) -> None:
    shades = "".join(
        f'<rect x="{n % 40}" y="{n // 40}" width="1" height="1" fill="rgb({n % 250},{n % 83},{n % 199})"/>'
        for n in range(400)
    )
    png = draw(PLAIN.replace("</svg>", f"{shades}</svg>"), empty)
    assert hex_of(png, 70, 30) == "#123456"
    assert len(pixels(png).getcolors()) <= 256


def test_no_shade_of_an_edge_moves_visibly(empty: Project) -> None:
    svg = DOT.replace("<circle", '<rect width="80" height="40" fill="#f6f0e2"/><circle')
    exact = pixels(bytes(resvg_py.svg_to_bytes(svg_string=svg)))
    difference = ImageChops.difference(exact, pixels(draw(svg, empty)))
    assert max(most for _, most in difference.getextrema()) < 4


def test_many_pictures_are_drawn_by_several_processes_as_by_one(
    empty: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    alone = Project(tmp_path / "alone")
    assert rasterize(MANY, (), empty) == {name: draw(svg, alone) for name, svg in MANY.items()}


@pytest.mark.parametrize("program", [sys.executable, "false"])
def test_what_no_helper_could_draw_is_drawn_or_told_as_ever(
    empty: Project, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    monkeypatch.setattr("sys.executable", program)
    with pytest.raises(ValueError, match="root node"):
        rasterize(MANY | {"wrong.png": "<svg"}, (), empty)
    assert len(rasterize(MANY, (), empty)) == len(MANY)


def test_a_helper_draws_its_part_and_then_the_rest(empty: Project) -> None:
    job = {name: {"svg": svg, "inset": "", "at": "0 0"} for name, svg in MANY.items()}
    asked = empty.root / "asked.json"
    asked.write_text(json.dumps({"job": job, "fonts": [], "cache": str(empty.cache / "raster")}), "utf-8")
    subprocess.run([sys.executable, "-m", "site_builder.graphics.draw", str(asked), "1", "2"], check=True)
    written = sorted(kept(empty), key=lambda path: path.stat().st_mtime_ns)
    assert [path.parent.name for path in written] == [f"{side}.png" for side in (*range(7, 14), *range(6, 0, -1))]


def test_no_helper_outlives_a_build_that_fails_meanwhile(empty: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr("os.cpu_count", lambda: 3)
    monkeypatch.setattr("subprocess.Popen", Noted)
    with pytest.raises(RuntimeError), rasterizing({name: Sheet(svg) for name, svg in MANY.items()}, (), empty):
        raise RuntimeError
    assert [helper.returncode is not None for helper in started] == [True, True]


def test_what_is_drawn_once_is_kept(empty: Project) -> None:
    draw(PLAIN, empty)
    (path,) = kept(empty)
    number = path.stat().st_ino
    draw(PLAIN, empty)
    assert path.stat().st_ino == number


def test_an_inset_covers_its_part_of_a_sheet(empty: Project) -> None:
    inset = DOT.replace("<circle", '<rect width="80" height="40" fill="#ffffff"/><circle')
    with rasterizing({"x.png": Sheet(PLAIN, inset, 10, 5), "y.png": Sheet(PLAIN, inset, 20, 5)}, (), empty) as finish:
        png, other = finish().values()
    assert size_of(png) == (80, 40)
    assert [hex_of(png, *at) for at in ((9, 20), (11, 20), (50, 25), (79, 4))] == [
        "#123456",
        "#ffffff",
        "#123456",
        "#123456",
    ]
    assert png != other


def test_another_drawing_or_another_face_is_drawn_anew(empty: Project, project: Project) -> None:
    draw(PLAIN, empty)
    draw(DOT, empty)
    draw(PLAIN, empty, read_typeface(project).files)
    assert len(kept(empty)) == 3


def test_the_same_drawing_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    face = read_typeface(project)
    first, second = (draw(text(face.families["H"]), Project(tmp_path / name), face.files) for name in "ab")
    assert first == second


def test_what_cannot_be_drawn_leaves_nothing(empty: Project) -> None:
    with pytest.raises(ValueError, match="root node"):
        draw("<svg", empty)
    assert kept(empty) == []
