"""The landing page: all that its author wrote, and short enough to be read on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.mounted import Mounted

WORDS = Path(__file__).with_name("landing.txt")
"""The author's words, a line for each passage, as they stand on the page."""

LONGEST = 9_000
"""Pixels at the width of a phone: about eleven screens."""


def test_every_word_of_the_author_is_there(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})  # where the header has the whole name
    page.goto(mounted.url("index.html"))
    shown = " ".join(page.inner_text("body").split())
    missing = [line for line in WORDS.read_text("utf-8").splitlines() if line not in shown]
    assert missing == []


def test_on_a_phone_nothing_of_the_example_or_the_chapters_is_lost(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("index.html"))
    shown = " ".join(page.inner_text("main").split())
    missing = [line for line in WORDS.read_text("utf-8").splitlines()[1:] if line not in shown]
    assert missing == [line for line in missing if line.startswith("Educational only.")]  # it is in the footer


def test_it_is_short_enough_for_a_phone(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(mounted.url("index.html"))
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST


@pytest.mark.parametrize("width", [320, 390, 820, 1024, 1280, 1440, 1920])
def test_no_line_of_the_headline_is_a_single_small_word(page: Page, mounted: Mounted, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(mounted.url("index.html"))
    page.evaluate("document.fonts.ready")
    lines = page.evaluate(LINES)
    assert len(lines) <= 4
    assert {"you", "the", "one."}.isdisjoint(lines)


LINES = """() => {
    const [text] = document.querySelector('.hero h1').childNodes, lines = new Map();
    for (const word of text.data.matchAll(/\\S+/g)) {
        const range = new Range();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const top = Math.round(range.getBoundingClientRect().top);
        lines.set(top, [...(lines.get(top) ?? []), word[0]]);
    }
    return [...lines.values()].map((line) => line.join(' '));
}"""


@pytest.mark.parametrize("width", [320, 390])
def test_the_address_of_a_host_fits_into_the_card_of_the_example(width: int, page: Page, mounted: Mounted) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(mounted.url("index.html"))
    card = page.locator(".community-card").first
    card.evaluate("(one) => one.append('\\nhttps://library.example.org/' + 'village-ledger'.repeat(3) + '/')")
    room = page.locator("#main").bounding_box() or {}
    box = card.bounding_box() or {}
    assert box["x"] + box["width"] <= room["x"] + room["width"]
    assert card.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
