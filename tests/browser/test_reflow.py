"""Nothing is lost to a narrow window, to larger text, to wider spacing, or to small type."""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.checked import page_with_checks
from tests.browser.mounted import Mounted
from tests.browser.views import HEIGHT

DOUBLE = "html { font-size: 200% !important; }"
SPREAD = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
"""
"""The spacing that success criterion 1.4.12 asks a page to bear."""

WAYS = {
    "320 px, which is 1280 px at 400 %": (320, ""),
    "1440 px": (1440, ""),
    "text of double size at 640 px": (640, DOUBLE),
    "wide spacing at 320 px": (320, SPREAD),
    "wide spacing at 820 px": (820, SPREAD),
}
"""Width of the window, and style rules that a reader may add."""


def what_does_not_fit(page: Page) -> list[str]:
    """What does not fit on a page, in any of these ways."""
    found = []
    for way, (width, rules) in WAYS.items():
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.evaluate("rules => checks.alter(rules)", rules)
        found += [f"{way}: {line}" for line in page.evaluate("checks.reflow()")]
    page.evaluate("checks.alter('')")
    return found


WORDS = "Some words that do not fit in"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<hr style='width: 330px'>", "the page is 340 px wide in a window of 320 px"),
        (
            f"<style>html {{ overflow-x: hidden }}</style><p style='width: 330px'>{WORDS}</p>",
            f'sticks out: p "{WORDS}"',
        ),
        (f"<p style='width: 9em; overflow: hidden; white-space: nowrap'>{WORDS}</p>", f'is cut off: p "{WORDS}"'),
        (
            f"<p class='a b' style='width: 9em; height: 1em; overflow: clip'>{WORDS}</p>",
            f'is cut off: p.a.b "{WORDS}"',
        ),
        (f"<p id='c' style='overflow: auto; white-space: nowrap'>{WORDS * 3}</p>", f'scrolls sideways: p#c "{WORDS}'),
        ("<svg width='50' height='20'><text y='15'>Label too long</text></svg>", 'leaves its drawing: text "Label'),
    ],
)
def test_what_does_not_fit_is_found(body: str, fault: str, sheet: Page) -> None:
    sheet.set_viewport_size({"width": 320, "height": HEIGHT})
    sheet.set_content(f"<!doctype html>{body}")
    found = sheet.evaluate("checks.reflow()")
    assert any(line.startswith(fault) for line in found), found


@pytest.mark.parametrize(
    "body",
    [
        "<div style='overflow-x: auto'><table><tr><td style='white-space: nowrap'>" + WORDS * 3 + "</table></div>",
        f"<p style='position: absolute; width: 1px; height: 1px; overflow: hidden'>{WORDS}</p>",
        f"<p style='width: 400px' hidden>{WORDS}</p>",
        f"<p>{WORDS * 9}</p>",
    ],
)
def test_what_may_be_is_let_be(body: str, sheet: Page) -> None:
    sheet.set_viewport_size({"width": 320, "height": HEIGHT})
    sheet.set_content(f"<!doctype html>{body}")
    assert sheet.evaluate("checks.reflow()") == []


@pytest.mark.parametrize("rules", [DOUBLE, SPREAD])
def test_the_added_rules_reach_the_text(rules: str, context: BrowserContext, mounted: Mounted) -> None:
    page = page_with_checks(context)
    page.goto(mounted.url("chapters/weak-ties.html"))
    before = page.locator("main").bounding_box()["height"]
    page.evaluate("rules => checks.alter(rules)", rules)
    assert page.locator("main").bounding_box()["height"] > 1.15 * before


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p style='font-size: 15px'>Small</p>", '15.0 px: p "Small"'),
        ("<p>A note<sup style='font-size: 13px'>1</sup></p>", '13.0 px: sup "1"'),
        ("<details><summary>More</summary><p style='font-size: 9px'>Folded</p></details>", '9.0 px: p "Folded"'),
        (
            "<svg width='100' viewBox='0 0 200 40'><text y='20' style='font-size: 20px'>Drawn</text></svg>",
            '10.0 px: text "Drawn"',
        ),
    ],
)
def test_small_text_is_found_at_the_size_at_which_it_is_shown(body: str, fault: str, sheet: Page) -> None:
    sheet.set_content(f"<!doctype html>{body}")
    assert sheet.evaluate("checks.small()") == [fault]
    assert sheet.locator("details[open]").count() == 0


def test_large_text_and_small_marks_are_let_be(sheet: Page) -> None:
    sheet.set_content("<!doctype html><p>Words<sup style='font-size: 14px'>1</sup> <small hidden>No one sees</small>")
    assert sheet.evaluate("checks.small()") == []


LARGEST_HEADER = 200
"""Pixels of a phone's screen that the header may take with text of double size."""

SPLIT = """() => [...document.querySelectorAll('h1, h2, h3, .site-header *')].flatMap((element) => {
    const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    return texts.flatMap((text) => [...text.data.matchAll(/[^\\s-]+/g)].filter((word) => {
        const range = new Range();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1;
    }).map(String));
})"""
"""Words of headings and of the header that run over the end of a line."""


@pytest.mark.parametrize("name", ["index", "builder", "accessibility", "chapters/index", "chapters/friendship"])
def test_with_double_text_on_a_phone_the_header_is_low_and_no_heading_splits_a_word(
    name: str, context: BrowserContext, mounted: Mounted
) -> None:
    page = page_with_checks(context)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(mounted.url(f"{name}.html"))
    page.evaluate("rules => checks.alter(rules)", DOUBLE)
    page.evaluate("document.fonts.ready")
    assert page.locator(".site-header").bounding_box()["height"] < LARGEST_HEADER
    assert page.evaluate(SPLIT) == []


def test_on_a_phone_the_header_takes_a_tenth_of_the_screen(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(mounted.url("index.html"))
    assert page.locator(".site-header").bounding_box()["height"] < 90
