"""A reader of Arabic: her page is laid out from right to left, the search knows her words, and English is marked."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from site_builder.core.model import Files
from site_builder.core.project import Project
from tests.browser.axe import EVERYTHING, faults
from tests.browser.checked import page_with_axe
from tests.browser.conftest import PHONE, serve
from tests.browser.mounted import Mounted
from tests.browser.test_reflow import what_does_not_fit

CHAPTER, GREET = "ar/chapters/weak-ties.html", "قل صباح الخير للجيران."


@pytest.fixture
def mounted(small_editions: Files) -> Iterator[Mounted]:
    """A few words in Arabic, German and Chinese."""
    yield from serve(Mounted(small_editions))


def edges(locator: Locator) -> tuple[float, float]:
    """How far something is from the left and from the right edge of the window."""
    box, window = locator.bounding_box(), locator.page.viewport_size
    assert box
    assert window
    return box["x"], window["width"] - box["x"] - box["width"]


def test_the_page_is_laid_out_from_right_to_left(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(mounted.url(CHAPTER))
    for first in (".brand", ".prose"):  # each would be at the left
        left, right = edges(page.locator(first))
        assert left > right, first
    left, right = edges(page.locator(".at-hand"))
    assert left < right
    quote = page.locator(".say").first
    shown = quote.evaluate("one => [getComputedStyle(one).borderLeftWidth, getComputedStyle(one).borderRightWidth]")
    assert shown == ["0px", "5px"]
    page.set_viewport_size(PHONE)
    links = page.locator(".places a")
    assert edges(links.first)[1] < edges(links.last)[1]


def test_the_search_finds_an_arabic_word_with_another_beginning(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("ar/search.html"))
    page.fill("#query", "جيران")
    found = page.locator(".search-results a").first
    expect(found).to_have_text(GREET)
    expect(found.locator("mark")).to_have_text("للجيران")
    found.click()
    expect(page.locator("h1")).to_have_text(GREET)
    page.click("a[hreflang=zh]")
    expect(page.locator("html[lang=zh] h1")).to_have_text("向邻居说早上好。")


def test_the_search_finds_a_chinese_word_in_the_middle_of_a_sentence(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("zh/search.html"))
    page.fill("#query", "喝咖啡")
    expect(page.locator(".search-results a").first).to_have_text("向邻居说早上好。")
    expect(page.locator(".search-text mark")).to_have_text(["喝", "咖啡"])


def test_english_in_an_arabic_page_runs_to_the_right_and_no_note_lies_on_the_margin(
    page: Page, mounted: Mounted
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(mounted.url("ar/chapters/belonging.html"))
    assert page.locator(".prose").evaluate("one => getComputedStyle(one).direction") == "ltr"
    page.goto(mounted.url(CHAPTER))
    note = page.locator(".side-note").first
    left, right = edges(note)
    assert left < right
    page.locator(".prose").evaluate("one => { one.dir = 'ltr'; }")  # as if it were not translated
    expect(note).to_be_hidden()


@pytest.mark.parametrize("name", ["index", "chapters/weak-ties", "chapters/belonging", "search", "safety"])
def test_arabic_pages_fit_and_are_faultless(
    name: str, context: BrowserContext, project: Project, mounted: Mounted
) -> None:
    page = page_with_axe(context, project)
    page.goto(mounted.url(f"ar/{name}.html"))
    assert faults(page, EVERYTHING) == []
    assert what_does_not_fit(page) == []
