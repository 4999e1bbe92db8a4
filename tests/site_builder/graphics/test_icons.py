import re
from dataclasses import asdict
from pathlib import Path

import pytest

from site_builder.assets.collect import read_assets
from site_builder.core.colors import DARK, LIGHT
from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.graphics.icons import FILLED, FREE, render_icons
from site_builder.graphics.raster import rasterize
from tests.site_builder.png import hex_of, make_png, pixels, size_of

HEX = re.compile(r"#[0-9a-f]{3,8}\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def icons(project: Project) -> Files:
    assets = read_assets(project, {})
    return rasterize(render_icons(assets.files, assets.folder, LIGHT.paper), (), project)


def test_icons_have_the_sizes_that_systems_ask_for(icons: Files) -> None:
    assert {name: size_of(data)[0] for name, data in icons.items()} == {
        "icons/icon-192.png": 192,
        "icons/icon-512.png": 512,
        "icons/apple-touch-icon.png": 180,
        "icons/maskable-512.png": 512,
    }
    assert all(width == height for width, height in map(size_of, icons.values()))


@pytest.mark.parametrize("name", FREE)
def test_a_free_icon_has_clear_corners(icons: Files, name: str) -> None:
    assert pixels(icons[name]).getpixel((0, 0))[3] == 0
    assert pixels(icons[name]).getpixel((96, 96))[3] == 255


@pytest.mark.parametrize("name", FILLED)
def test_a_filled_icon_is_paper_to_the_edges_without_a_seam(icons: Files, name: str) -> None:
    image = pixels(icons[name])
    assert image.getchannel("A").getextrema() == (255, 255)
    side, part = FILLED[name]
    corner = round(side * (1 - part) / 2)
    places = ((0, 0), (side - 1, side // 2), (corner + 1, side // 2), (corner + 1, corner + 1), (corner, side // 2))
    assert {hex_of(icons[name], x, y) for x, y in places} == {LIGHT.paper}


def test_what_is_drawn_lies_in_the_circle_that_no_system_cuts(icons: Files) -> None:
    image = pixels(icons["icons/maskable-512.png"]).convert("RGB")
    paper = bytes.fromhex(LIGHT.paper[1:])
    far = max(
        (x - 255.5) ** 2 + (y - 255.5) ** 2
        for x in range(0, 512, 2)
        for y in range(0, 512, 2)
        if sum(abs(one - other) for one, other in zip(image.getpixel((x, y)), paper, strict=True)) > 12
    )
    assert 60**2 < far < (0.4 * 512) ** 2


def test_the_icon_itself_uses_the_colors_of_the_site(project: Project) -> None:
    found = set(HEX.findall((project.web / "img" / "icon.svg").read_text("utf-8")))
    assert found <= {LIGHT.paper, LIGHT.ink, LIGHT.accent}
    assert LIGHT.paper in found


def test_an_icon_with_the_names_of_a_drawing_program_is_drawn(project: Project) -> None:
    svg = '<svg xmlns:a="urn:a" viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><g a:b="c"><rect/></g></svg>'
    assert len(rasterize(render_icons({"a/img/icon.svg": svg.encode()}, "a/", LIGHT.paper), (), project)) == 4


def test_icons_are_made_of_a_picture_where_the_site_has_one(project: Project) -> None:
    assets = {"a/img/icon.svg": b"<svg/>", "a/img/icon.png": make_png(600, 300, "#c00000")}
    icons = rasterize(render_icons(assets, "a/", LIGHT.paper), (), project)
    assert hex_of(icons["icons/maskable-512.png"], 256, 256) == "#c00000"
    assert hex_of(icons["icons/maskable-512.png"], 256, 100) == LIGHT.paper
    assert pixels(icons["icons/icon-192.png"]).getpixel((96, 20))[3] == 0


def test_the_colors_are_those_of_the_style(project: Project) -> None:
    paths: list[Path] = sorted((project.web / "css").rglob("*.css"))
    style = "".join(path.read_text("utf-8") for path in paths)
    for colors in (LIGHT, DARK):
        for name, color in asdict(colors).items():
            token = name.replace("_", "-")
            rows = re.findall(rf"--{token}:[^;]*;", style)
            assert any(color in row for row in rows), f"--{token} is never {color}"
