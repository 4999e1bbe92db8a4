"""Colors of a host are rules at the end of the style sheet, and in all that is drawn."""

import json
from dataclasses import replace

from site_builder.assets.colors import color_rules
from site_builder.build import ReadRuntime, build
from site_builder.core.colors import DARK, LIGHT
from site_builder.core.model import Files
from site_builder.core.project import Project
from tests.site_builder.png import hex_of


def test_the_sites_own_colors_need_no_rule() -> None:
    assert color_rules(LIGHT, DARK) == b""


def test_only_what_differs_is_written_for_old_and_new_browsers() -> None:
    light, dark = replace(LIGHT, on_accent="#ffffff"), replace(DARK, tint="#000000")
    assert color_rules(light, dark).decode() == (
        "@layer tokens{:root{--on-accent:#ffffff;--tint:#e6ecd8;}"
        "@supports (color:light-dark(#000,#fff)){:root{--on-accent:light-dark(#ffffff,#10201a);"
        "--tint:light-dark(#e6ecd8,#000000);}}}\n"
    )


def test_colors_of_a_host_are_everywhere(tiny: Project, read_runtime: ReadRuntime, tiny_files: Files) -> None:
    settings = tiny.content / "site.yaml"
    given = '\ncolors:\n  paper: ["#ffffff", "#000000"]\n  accent: ["#7a2e1f", "#f0a894"]\n'
    settings.write_text(settings.read_text("utf-8") + given, "utf-8")
    files = build(tiny, print, read_runtime).files
    (sheet,) = (data.decode() for name, data in files.items() if name.endswith("css/site.css"))
    assert sheet.endswith("{:root{--paper:light-dark(#ffffff,#000000);--accent:light-dark(#7a2e1f,#f0a894);}}}\n")
    frame = '<meta name="theme-color" content="{}" media="(prefers-color-scheme: {})">'
    page = files["index.html"].decode()
    assert frame.format("#ffffff", "light") in page
    assert frame.format("#000000", "dark") in page
    assert json.loads(files["manifest.webmanifest"])["background_color"] == "#ffffff"
    assert hex_of(files["icons/maskable-512.png"], 0, 0) == "#ffffff"
    social = next(name for name in files if name.startswith("social/"))
    assert hex_of(files[social], 20, 20) == "#ffffff"
    assert hex_of(tiny_files[social], 20, 20) == LIGHT.paper
