"""The Community Card as a picture: the files that are saved and shared, and the printed half page."""

import json
import re
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from site_builder.graphics.card import HEIGHT, WIDTH
from tests.browser.cards import on_picture, pixels, saved, texts
from tests.browser.conftest import DESK, choose, into, open_card
from tests.browser.mounted import Mounted
from tests.browser.story import promise

PAPER = [253, 250, 242, 255]
PAPERS = (("A4", 210.0, 297.0), ("Letter", 215.9, 279.4))
"""Name, width and height in millimeters."""
PAPER_MARGIN = 12
SHOWN = "[...document.body.children].filter((one) => one.getClientRects().length).map((one) => one.className)"

SHARES = """
    navigator.canShare = ({ files }) => files.every((file) => file.type === "image/png");
    navigator.share = async ({ files }) => {
        if (globalThis.refusal) throw new DOMException("no", refusal);
        const given = files.map((file) => [file.name, file.type, file.size]);
        document.documentElement.dataset.given = JSON.stringify(given);
    };
"""


def test_the_saved_drawing_stands_alone_and_says_what_the_picture_says(card: Page) -> None:
    svg = saved(card, "svg")
    root = ElementTree.fromstring(svg)
    assert (root.get("width"), root.get("height")) == (str(WIDTH), str(HEIGHT))
    said = texts(svg)
    for name in ("week", "headline", "say", "day", "line"):
        assert on_picture(card, name) in said
    assert "Weak ties" not in said  # the names of the map would be too small to read
    text = svg.decode()
    assert not re.search(r"var\(|light-dark|color-mix|class=|data-\w+=|hidden|<use|<script|href=", text)
    assert re.findall(r'url\("(?!data:)', text) == []
    assert text.count("@font-face") == 3


def test_the_saved_picture_has_the_exact_size_and_is_not_blank(card: Page) -> None:
    png = saved(card, "png")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (WIDTH, HEIGHT)
    places = ((2, 2, 1, 1), (140, 130, 400, 80), (WIDTH - 250, HEIGHT - 250, 150, 150))
    corner, headline, village = pixels(card, png, "image/png", *places)
    assert corner == PAPER
    for part in (headline, village):
        assert len({tuple(part[at : at + 4]) for at in range(0, len(part), 4)}) > 20


def ink_ends(page: Page, data: bytes, media_type: str) -> int:
    """How far to the right the ink of the headline's first line goes."""
    (found,) = pixels(page, data, media_type, (140, 120, WIDTH - 140, 74))
    row = WIDTH - 140
    return 140 + max(at // 4 % row for at in range(0, len(found), 4) if found[at] < 80)


def test_the_picture_is_set_in_the_sites_own_faces(card: Page) -> None:
    """The headline is as wide in the file as on the page, and another width without the faces."""
    png, svg = saved(card, "png"), saved(card, "svg")
    page_end = card.locator(".card-picture [data-slot=headline] tspan").first.evaluate(
        "(line) => Number(line.getAttribute('x')) + line.getComputedTextLength()"
    )
    assert abs(ink_ends(card, png, "image/png") - page_end) < 12
    bare = re.sub(rb"<style>.*?</style>", b"", svg)
    assert abs(ink_ends(card, bare, "image/svg+xml") - page_end) > 20


def test_the_file_is_of_the_day_in_the_night_too(card: Page) -> None:
    by_day = saved(card, "svg")
    color = "getComputedStyle(document.querySelector('.card-picture rect')).fill"
    shown_by_day = card.evaluate(color)
    card.emulate_media(color_scheme="dark")
    assert card.evaluate(color) != shown_by_day
    assert saved(card, "svg") == by_day
    card.click("[data-do=theme]")
    card.click("[data-do=theme]")
    assert saved(card, "svg") == by_day


def test_saving_asks_for_nothing(card: Page, mounted: Mounted) -> None:
    asked = len(mounted.asked)
    for kind in ("svg", "png"):
        saved(card, kind)
    assert mounted.asked[asked:] == []


def test_what_was_saved_is_said_until_the_card_is_another(card: Page) -> None:
    saved(card, "png")
    done = card.locator(".card-actions .done")
    expect(done).to_contain_text("Saved as weekly-review-")
    expect(card.locator("[role=status]")).to_contain_text("Saved as weekly-review-")
    choose(card, "weak-ties", 4)
    expect(done).to_be_hidden()
    expect(card.locator(".card-picture [data-slot=line]")).not_to_contain_text("warm weak")


HIDDEN = "CanvasRenderingContext2D.prototype.getImageData = () => ({ data: new Uint8ClampedArray(1024).fill(255) })"
"""As browsers do that hide what is on a canvas from pages."""


@pytest.mark.parametrize("fault", ["HTMLCanvasElement.prototype.toBlob = (use) => use(null)", HIDDEN])
def test_where_no_picture_can_be_made_the_page_says_so(fault: str, card: Page) -> None:
    found: list[object] = []
    card.on("download", into(found))
    card.evaluate(f"() => {{ {fault} }}")
    card.click("[data-do=save-png]")
    expect(card.locator(".card-actions .done")).to_contain_text("does not let the page make the picture")
    assert found == []


def test_where_the_browser_shares_files_the_picture_is_shared(page: Page, mounted: Mounted) -> None:
    page.add_init_script(SHARES)
    open_card(page, mounted)
    found: list[object] = []
    page.on("download", into(found))
    buttons = page.locator(".card-actions button:visible")
    assert buttons.all_inner_texts() == ["Share…", "Save picture", "Print"]
    buttons.first.click()
    page.wait_for_selector("html[data-given]")
    [[name, kind, size]] = json.loads(page.get_attribute("html", "data-given") or "")
    assert (kind, size > 20_000) == ("image/png", True)
    assert re.fullmatch(r"weekly-review-[\d-]+\.png", name)
    page.evaluate("globalThis.refusal = 'AbortError'")  # the reader thought better of it
    buttons.first.click()
    page.wait_for_timeout(1000)
    expect(page.locator(".card-actions .done")).to_be_hidden()
    assert found == []
    page.evaluate("globalThis.refusal = 'NotAllowedError'")
    buttons.first.click()
    expect(page.locator(".card-actions .done")).to_contain_text("Saved as weekly-review-")
    assert len(found) == 1


def test_the_faces_may_be_missing(page: Page, mounted: Mounted) -> None:
    page.add_init_script("window.fetch = () => Promise.reject(new TypeError('refused'))")
    open_card(page, mounted)
    svg = saved(page, "svg")
    assert b"@font-face" not in svg
    assert b"Besley, Georgia, serif" in svg
    assert "This week" in texts(svg)


def test_the_card_prints_alone_on_half_a_page(card: Page) -> None:
    card.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    for times, (paper, width, height) in enumerate(PAPERS, start=1):
        card.click("[data-do=print-card]")
        assert card.evaluate("window.printed") == times
        card.emulate_media(media="print")
        card.set_viewport_size({"width": round((width - 2 * PAPER_MARGIN) / 25.4 * 96), "height": 900})
        assert card.evaluate(SHOWN) == ["for-paper"]
        box = card.locator(".for-paper .card-picture").bounding_box() or {}
        assert box["width"] > 370
        assert (box["y"] + box["height"]) / 96 * 25.4 + PAPER_MARGIN <= height / 2
        assert pages_of(card, paper) == 1
        card.emulate_media(media="screen")
        assert card.locator(".for-paper").count() == 0  # the browser said that printing is over
        assert card.get_attribute("html", "data-print") is None
        card.set_viewport_size(DESK)
    assert pages_of(card, "A4") > 1  # and other printing is as it was


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_finished_builder_prints_on_two_pages_at_most(paper: str, card: Page) -> None:
    promise(card)
    assert pages_of(card, paper) <= 2


def test_where_the_browser_never_says_that_printing_is_over_one_sheet_is_there_until_the_reader_goes_on(
    card: Page,
) -> None:
    card.evaluate("() => { window.print = () => {}; }")
    for _ in range(3):
        card.locator("[data-do=print-card]").dispatch_event("click")
        assert card.locator(".for-paper").count() == 1
    card.keyboard.press("Tab")
    assert card.locator(".for-paper").count() == 0
    assert card.get_attribute("html", "data-print") is None


def pages_of(page: Page, paper: str) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
