"""The Community Card as a picture: what is on it, the files that are saved and shared, and the printed half page."""

import json
import re
from base64 import b64encode
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from scoring import Catalogue
from scoring.model import STRAND_IDS
from site_builder.core.project import Project
from site_builder.graphics.card import FOOT, HEIGHT, WIDTH
from tests.browser.conftest import (
    PHONE,
    WORKED_EXAMPLE,
    answer,
    choose,
    fill_in_worked_example,
    into,
    open_builder,
    out,
)
from tests.browser.kept import kept
from tests.browser.long_cards import catalogue_cards, longest_cards
from tests.browser.mounted import Mounted
from tests.browser.story import card as card_text

PAPER = [253, 250, 242, 255]
PAPERS = (("A4", 210.0, 297.0), ("Letter", 215.9, 279.4))
"""Name, width and height in millimeters."""
PAPER_MARGIN = 12
SMALLEST = 11
"""Pixels on a phone."""
SHOWN = "[...document.body.children].filter((one) => one.getClientRects().length).map((one) => one.className)"
SVG = "{http://www.w3.org/2000/svg}"
SCORE = "Connection score: 64 (Warming)"

IN_FILE = """
async ([address, places]) => {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  return places.map((place) => [...context.getImageData(...place).data]);
}
"""
"""The pixels of parts of a picture file, each part as left, top, width and height."""

DRAW = """
async ([script, views, smallest, foot]) => {
  const { drawCard } = await import(script);
  const picture = document.querySelector(".card-picture");
  const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
  const found = [];
  for (const view of views) {
    drawCard(picture, view);
    for (const slot of picture.querySelectorAll("[data-width]")) {
      const box = slot.getBBox();
      if (!slot.textContent || !slot.getClientRects().length) continue;
      const number = (name) => Number(slot.dataset[name] ?? 0);
      const size = Number(slot.getAttribute("font-size"));
      const bottom = (slot.getBoundingClientRect().bottom - picture.getBoundingClientRect().top) / scale;
      const faults = [
        box.x + box.width > Number(slot.getAttribute("x")) + number("width") + 1 && "too wide",
        slot.children.length > number("lines") && "too many lines",
        number("height") && slot.children.length * size * 1.1 > number("height") + 1 && "too high",
        size * scale < smallest && "too small",
        slot.closest("[data-after]") && bottom > foot && `in the foot: ${bottom}`,
      ];
      for (const fault of faults) if (fault) found.push(`${fault}: ${slot.textContent} (${size})`);
    }
  }
  return found;
}
"""

SHARES = """
    navigator.canShare = ({ files }) => files.every((file) => file.type === "image/png");
    navigator.share = async ({ files }) => {
        if (globalThis.refusal) throw new DOMException("no", refusal);
        const given = files.map((file) => [file.name, file.type, file.size]);
        document.documentElement.dataset.given = JSON.stringify(given);
    };
"""


@pytest.fixture
def card(page: Page, mounted: Mounted) -> Page:
    """The builder with the worked example."""
    page.set_viewport_size({"width": 1280, "height": 900})
    open_complete(page, mounted)
    return page


def open_complete(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.wait_for_selector(".card-picture [data-thin]", state="attached")  # the drawing comes after the words


def unfold(page: Page) -> None:
    """Open what is folded below the card."""
    page.locator(".card-more").evaluate("(details) => { details.open = true; }")


def saved(page: Page, kind: str) -> bytes:
    """Save a file as a reader does."""
    unfold(page)
    with page.expect_download() as download:
        page.click(f"[data-do=save-{kind}]")
    assert re.fullmatch(rf"weekly-review-\d{{4}}-\d\d-\d\d\.{kind}", download.value.suggested_filename)
    return Path(download.value.path()).read_bytes()


def pixels(page: Page, data: bytes, media_type: str, *places: tuple[int, int, int, int]) -> list[list[int]]:
    address = f"data:{media_type};base64,{b64encode(data).decode()}"
    return list(page.evaluate(IN_FILE, [address, [list(place) for place in places]]))


def texts(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return [" ".join(line.text or "" for line in text.iter(f"{SVG}tspan")) for text in root.iter(f"{SVG}text")]


def on_picture(page: Page, name: str) -> str:
    """What is in a slot; its lines as one."""
    return " ".join(page.locator(f".card-picture [data-slot={name}] tspan").all_text_contents())


def test_the_picture_asks_for_one_thing_and_has_no_score(card: Page) -> None:
    move = card.locator("#result [data-out=invitation]")
    assert on_picture(card, "headline") == move.locator(".move-title").inner_text()
    assert on_picture(card, "say") == f"“{move.locator('[data-out=say]').inner_text()}”"
    assert on_picture(card, "line") == "This week needs one warm weak tie."
    assert on_picture(card, "day") == "This week"
    assert re.fullmatch(r"\d+ (\w+ )?to \d+ \w+", on_picture(card, "week"))
    for text in (*texts(saved(card, "svg")), *out(card, "card").split("\n")):
        assert not re.search("score|64|Warming", text.replace(card.url, ""))


def test_the_day_and_the_moment_stand_beside_the_box(card: Page) -> None:
    card.fill("[name=when]", "it is noon")
    card.fill("[name=day]", card.evaluate("new Date(Date.now() + 864e5 * 3).toISOString().slice(0, 10)"))
    expect(card.locator(".card-picture [data-slot=moment]")).to_have_text("When it is noon")
    day = on_picture(card, "day")
    assert re.fullmatch(r"\w+day, \d+ \w+", day)
    expect(card_text(card)).to_contain_text(f"Day: {day}")
    card.fill("[name=day]", "2020-02-02")  # is over
    expect(card.locator(".card-picture [data-slot=day]")).to_have_text("This week")
    expect(card.locator("#errors")).to_be_empty()


def test_the_text_is_the_pictures_alternative_and_folded(card: Page) -> None:
    expect(card.locator("#card-text")).to_be_hidden()
    expect(card.get_by_role("img", name="Your Community Card")).to_have_accessible_description(
        re.compile("^Community Card This week needs one warm weak tie. Thin spot: Weak ties ")
    )


def test_the_score_is_on_the_card_for_those_who_want_it(card: Page) -> None:
    card.check("[name=card-score]")
    expect(card.locator(".card-picture [data-slot=score]")).to_have_text(SCORE)
    expect(card_text(card)).to_contain_text(SCORE)
    choose(card, "weak-ties", 2)
    card.reload()
    expect(card.locator("[name=card-score]")).to_be_checked()
    card.get_by_role("checkbox", name="Keep my answers on this device").check()
    assert kept(card)["local"]["builder-card-score"] == "1"
    card.get_by_role("checkbox", name="Keep nothing at all").last.check()
    assert "builder-card-score" not in str(kept(card))
    card.uncheck("[name=card-score]")
    card.check("[name=card-score]")
    assert "builder-card-score" not in str(kept(card))
    card.reload()
    expect(card.locator("[name=card-score]")).not_to_be_checked()


def test_erasing_takes_the_choice_of_the_score_too(card: Page) -> None:
    card.check("[name=card-score]")
    card.click("[data-do=erase]")
    card.locator("dialog").get_by_role("button", name="Erase everything").click()
    expect(card.locator("[name=card-score]")).not_to_be_checked()
    assert "card-score" not in str(kept(card))


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


def test_the_picture_has_a_map_of_its_own(card: Page) -> None:
    ids = card.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert {"house-0", "card-house-0"} <= set(ids)
    assert len(ids) == len(set(ids))
    lanes = card.locator(".card-picture [data-strand]")
    found = lanes.evaluate_all("(all) => all.map((one) => [one.dataset.strand, Number(one.dataset.value)])")
    assert dict(found) == WORKED_EXAMPLE
    assert card.locator(".card-picture [data-thin]").get_attribute("data-strand") == "weak-ties"


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
    open_complete(page, mounted)
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


def test_where_it_does_not_the_card_is_copied(card: Page) -> None:
    assert card.locator(".card-actions button:visible").all_inner_texts() == ["Copy as text", "Save picture", "Print"]


def test_the_faces_may_be_missing(page: Page, mounted: Mounted) -> None:
    page.add_init_script("window.fetch = () => Promise.reject(new TypeError('refused'))")
    open_complete(page, mounted)
    svg = saved(page, "svg")
    assert b"@font-face" not in svg
    assert b"Besley, Georgia, serif" in svg
    assert "This week" in texts(svg)


def test_a_full_map_has_a_card_without_a_move(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    answer(page, dict.fromkeys(WORKED_EXAMPLE, 4))
    page.wait_for_selector("#result[data-state=complete]")
    svg = saved(page, "svg")
    _, headline, *others = [text for text in texts(svg) if text]
    assert headline.startswith("Keep ")
    assert len(others) == 2  # name and address of the site
    drawing = svg.partition(b"</style>")[2]
    assert b"stroke-dasharray" not in drawing
    assert b'width="36"' not in drawing  # no box to tick


def test_where_the_reader_wants_words_the_band_stands_for_the_score(card: Page) -> None:
    card.check("[name=card-score]")
    card.check("[name=hide-numbers]")
    expect(card.locator(".card-picture [data-slot=score]")).to_have_text("Connection: Warming")
    assert "64" not in "".join(texts(saved(card, "svg"))).replace(card.url, "")


def test_all_texts_fit_and_can_be_read_on_a_phone(
    card: Page, mounted: Mounted, project: Project, catalogue: Catalogue
) -> None:
    card.set_viewport_size(PHONE)
    ring = [{"id": strand, "value": 2, "thin": False} for strand in STRAND_IDS]
    sets = [(list(catalogue_cards(catalogue)), SMALLEST), (list(longest_cards()), 1)]
    assert len(sets[0][0]) >= 60
    script = mounted.add_script(project, "builder/card-picture.js")
    for cards, smallest in sets:
        views = [{"card_parts": one, "ring": ring} for one in cards]
        assert card.evaluate(DRAW, [script, views, smallest, FOOT]) == []


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
    assert pages_of(card, "A4") > 1  # and other printing is as it was


def pages_of(page: Page, paper: str) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
