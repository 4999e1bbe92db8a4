"""axe-core finds nothing: on every page, in every state, at three widths, in both themes and with forced colors.

No color depends on the width: in the dark the narrowest and the widest page are enough, with forced colors one.
"""

import pytest
from playwright.sync_api import BrowserContext, Page

from site_builder.core.model import Files
from site_builder.core.project import Project
from tests.browser.axe import COLORS, COLORS_AND_ROOM, EVERYTHING, faults
from tests.browser.checked import page_with_axe
from tests.browser.mounted import Mounted
from tests.browser.views import Look, View, all_views, told

OWN_COLORS = {
    Look(320, "light"): EVERYTHING,
    Look(820, "light"): COLORS_AND_ROOM,
    Look(1440, "light"): COLORS_AND_ROOM,
    Look(320, "dark"): COLORS,
    Look(1440, "dark"): COLORS,
    Look(820, "dark", switched=True): COLORS,
    Look(820, "light", switched=True): COLORS,
}
"""The looks that one load of a page serves, in this order, with the rules for each."""

ALL, ODD, EVEN = (1, 0), (2, 1), (2, 0)
"""Which pages, by their number: divisor and remainder."""


@pytest.mark.parametrize(
    ("looks", "part"),
    [
        pytest.param(OWN_COLORS, ODD, id="the reader's own colors, odd pages"),
        pytest.param(OWN_COLORS, EVEN, id="the reader's own colors, even pages"),
        pytest.param({Look(820, "light", forced=True): COLORS}, ALL, id="forced light colors"),
        pytest.param({Look(320, "dark", forced=True): COLORS}, ALL, id="forced dark colors"),
    ],
)
def test_axe_finds_nothing_on_any_page(
    looks: dict[Look, dict[str, object]],
    part: tuple[int, int],
    context: BrowserContext,
    mounted: Mounted,
    files: Files,
    project: Project,
) -> None:
    page = page_with_axe(context, project)
    found: dict[str, list[str]] = {}
    met: dict[Look, set[str]] = {look: set() for look in looks}
    for view in part_of(all_views(files), *part):
        next(iter(looks)).apply(page)
        view.open(page, mounted)
        for look, rules in looks.items():
            look.apply(page)
            if lines := faults(page, rules, met[look]):
                found[f"{view}, {look}"] = lines
    assert not found, told(found)


def part_of(views: list[View], divisor: int, remainder: int) -> list[View]:
    """Those of some pages. The states of a page stay together, as one follows from the other."""
    names = sorted({view.file for view in views})
    return [view for view in views if names.index(view.file) % divisor == remainder]


TEXT = '<p id="text" style="color: {ink}; background: {paper}; width: 9em; {more}">Some words to read</p>'
COVERED = """<div style="height: 2000px">
<button style="position: absolute; top: 730px">A long enough name</button></div>
<a href="#a" style="display: block; width: 90%; height: 60px; background: #fff; position: {}">Elsewhere</a>"""
"""A link over a button, in a window 800 px high."""
DRAWN = (
    '<svg width="200" height="50"><rect width="200" height="50" fill="#777"/><text y="30" fill="{}">W</text></svg>'
)


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<img src='data:,'>", "image-alt"),
        ("<input>", "label"),
        ("<button></button>", "button-name"),
        ("<main>a</main><main>b</main>", "landmark-no-duplicate-main"),
        ("</main><p>outside of all landmarks</p>", "region"),
        (TEXT.format(ink="#999", paper="#fff", more=""), "color-contrast"),
        (TEXT.format(ink="#999", paper="linear-gradient(#fff, #fff)", more=""), "color-contrast: <p"),
        (TEXT.format(ink="#666", paper="linear-gradient(#fff 60%, #888)", more=""), "color-contrast: <p"),
        (TEXT.format(ink="#999", paper="url(data:,)", more=""), "color-contrast: <p"),
        (DRAWN.format("#888"), "color-contrast: <text"),
        ('<button style="width:9px;height:9px" aria-label="a"></button>' * 2, "target-size"),
        (COVERED.format("absolute; top: 740px"), "target-size: <button"),
    ],
)
def test_a_fault_is_found(body: str, rule: str, sheet: Page) -> None:
    sheet.set_content(f"<html lang=en><title>t</title><main><h1>One</h1>{body}</main>")
    assert any(line.startswith(rule) for line in faults(sheet, EVERYTHING)), faults(sheet, EVERYTHING)


@pytest.mark.parametrize(
    "body",
    [
        TEXT.format(ink="#555", paper="linear-gradient(#fff, oklch(0.97 0.01 80))", more=""),
        TEXT.format(
            ink="#333", paper="repeating-linear-gradient(#fff 0 19px, #333 19px 20px)", more="line-height: 20px"
        ),
        TEXT.format(ink="#fff", paper="linear-gradient(#000, #222)", more="font-size: 30px"),
        DRAWN.format("#000"),
    ],
)
def test_contrast_that_axe_leaves_open_is_measured(body: str, sheet: Page) -> None:
    sheet.set_content(f"<html lang=en><title>t</title><main><h1>One</h1>{body}</main>")
    assert faults(sheet, EVERYTHING) == []


def test_what_a_sticky_bar_covers_can_be_scrolled_from_under_it(sheet: Page) -> None:
    sheet.set_content(f"<html lang=en><title>t</title><main><h1>One</h1>{COVERED.format('sticky; bottom: 0')}</main>")
    assert faults(sheet, EVERYTHING) == []


@pytest.mark.parametrize(("adjust", "faulty"), [("auto", False), ("none", True)])
def test_with_forced_colors_only_text_that_opts_out_is_measured(adjust: str, faulty: bool, sheet: Page) -> None:
    sheet.emulate_media(forced_colors="active")
    text = TEXT.format(ink="#999", paper="linear-gradient(#fff, #fff)", more=f"forced-color-adjust: {adjust}")
    sheet.set_content(f"<html lang=en><title>t</title><main><h1>One</h1>{text}</main>")
    assert bool(faults(sheet, COLORS)) is faulty
