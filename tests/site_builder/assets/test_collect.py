import json
import re
from pathlib import Path

import pytest

from site_builder.assets.collect import LIBRARIES, Assets, read_assets, read_libraries
from site_builder.assets.fonts import read_fonts
from site_builder.assets.sheets import read_sheets
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project

FILES = {"css/tools.css": b"a{}", "css/search.css": b"1", "img/parts/one.svg": b"2", "img/icon.svg": b"<svg/>"}

FONTS = {"fonts/besley.woff2": b"wOF2"}


def write(root: Path, files: dict[str, bytes]) -> Assets:
    """Write files below `web/` and read them as assets."""
    for name, data in files.items():
        path = root / "web" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return read_assets(Project(root), FONTS | read_sheets(Project(root)))


def test_all_files_stand_under_one_folder_named_by_a_hash(tmp_path: Path) -> None:
    assets = write(tmp_path, FILES)
    assert re.fullmatch(r"assets/[0-9a-f]{12}/", assets.folder)
    assert assets.files == {assets.folder + name: data for name, data in (FILES | FONTS).items()}


def test_what_browsers_do_not_load_is_no_asset(tmp_path: Path) -> None:
    assets = write(tmp_path, FILES)
    more = write(tmp_path, {"python/entry.py": b"x", "tsconfig.json": b"{}", "js/page.js": b"1"})
    assert more == assets


def test_the_same_files_in_another_folder_have_the_same_hash(tmp_path: Path) -> None:
    backwards = dict(reversed(FILES.items()))
    assert write(tmp_path / "a", FILES) == write(tmp_path / "b", backwards)


@pytest.mark.parametrize(
    "changed",
    [
        FILES | {"css/site.css": b"a{ }"},
        FILES | {"img/parts/one.svg": b"3"},
        FILES | {"img/new.svg": b""},
        {name.replace("one.svg", "two.svg"): data for name, data in FILES.items()},
        {name: data for name, data in FILES.items() if name != "img/icon.svg"},
        FILES | {"css/search.css": b"2", "img/parts/one.svg": b"1"},
        FILES | {"css/search.css": b"12", "img/parts/one.svg": b""},
    ],
)
def test_any_byte_and_any_name_changes_the_hash(tmp_path: Path, changed: dict[str, bytes]) -> None:
    assert write(tmp_path / "a", FILES).folder != write(tmp_path / "b", changed).folder


def test_the_real_assets_hold_the_styles_and_the_typefaces(project: Project) -> None:
    assets = read_assets(project, read_fonts(project, "en", print) | read_sheets(project))
    names = {name.removeprefix(assets.folder) for name in assets.files}
    assert {"css/site.css", "css/builder.css", "css/ledger.css", "img/icon.svg", "fonts/vollkorn.woff2"} <= names


def test_libraries_stand_beside_the_scripts_with_their_licenses(project: Project) -> None:
    libraries = read_libraries(project)
    assert {"libraries/minisearch/index.js", "libraries/idb/LICENSE.txt"} <= set(libraries)
    licensed = {name.rpartition("/")[0] for name in libraries if "LICENSE" in name}
    assert {name.rpartition("/")[0] for name in libraries} == licensed
    assert b"export { MiniSearch as default }" in libraries["libraries/minisearch/index.js"]
    assert b"Permission is hereby granted" in libraries["libraries/minisearch/LICENSE.txt"]
    assets = read_assets(project, libraries)
    assert {assets.folder + name for name in libraries} <= set(assets.files)
    assert assets.folder != read_assets(project, {}).folder


def test_a_library_that_is_not_there_is_named_with_the_command_that_brings_it(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match=r"^the npm package minisearch is missing; run: make setup$"):
        read_libraries(Project(tmp_path))


def test_what_the_build_ships_is_pinned(project: Project) -> None:
    pinned = json.loads((project.root / "package-lock.json").read_text("utf-8"))["packages"]
    for package in LIBRARIES:
        installed = json.loads((project.root / "node_modules" / package / "package.json").read_text("utf-8"))
        assert installed["version"] == pinned[f"node_modules/{package}"]["version"]
