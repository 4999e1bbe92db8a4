"""The Community Card as a picture: what is on it, the files that are saved, and the printed half page."""

import re
from base64 import b64encode
from dataclasses import asdict
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from scoring import Catalogue
from scoring.model import STRAND_IDS
from site_builder.core.project import Project
from tests.browser.conftest import NEXT_THIN, WORKED_EXAMPLE, answer, choose, fill_in_worked_example, open_builder
from tests.browser.long_cards import catalogue_cards, longest_cards
from tests.browser.mounted import Mounted

SIZES = {"wide": (1200, 630), "square": (1080, 1080)}
PAPER = [246, 240, 226, 255]
PAPERS = (("A4", 210.0, 297.0), ("Letter", 215.9, 279.4))
"""Name, width and height in millimeters."""
PAPER_MARGIN = 12
SHOWN = "[...document.body.children].filter((one) => one.getClientRects().length).map((one) => one.className)"
SVG = "{http://www.w3.org/2000/svg}"

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
async ([script, views, smallest]) => {
  const { drawCard } = await import(script);
  const found = [];
  for (const view of views) {
    for (const picture of document.querySelectorAll(".card-pictures > svg")) drawCard(picture, view);
    for (const slot of document.querySelectorAll(".card-pictures [data-width]")) {
      const box = slot.getBBox();
      if (!slot.textContent || !slot.getClientRects().length) continue;
      const number = (name) => Number(slot.dataset[name] ?? 0);
      const [x, y] = [Number(slot.getAttribute("x")), Number(slot.getAttribute("y"))];
      const size = Number(slot.getAttribute("font-size"));
      const faults = [
        box.x + box.width > x + number("width") + 1 && "too wide",
        slot.children.length > number("lines") && "too many lines",
        number("height") && slot.children.length * size * 1.1 > number("height") + 1 && "too high",
        size < smallest && "too small",
      ];
      for (const fault of faults) if (fault) found.push(`${fault}: ${slot.textContent} (${size})`);
    }
    for (const list of document.querySelectorAll(".card-pictures [data-rows]")) {
      const rows = [...list.querySelectorAll(":scope > :not([hidden])")];
      const bottom = Math.max(...rows.map((row) => row.querySelectorAll("[data-slot] tspan").length
        + row.transform.baseVal.consolidate().matrix.f / Number(list.dataset.pitch)));
      if (bottom > Number(list.dataset.rows)) found.push(`rows run out of their lines: ${bottom}`);
    }
  }
  return found;
}
"""


@pytest.fixture
def card(page: Page, mounted: Mounted) -> Page:
    """The builder with the worked example."""
    page.set_viewport_size({"width": 1280, "height": 900})
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.wait_for_selector(".card-wide [data-thin]", state="attached")  # the drawing comes after the words
    return page


def saved(page: Page, shape: str, kind: str) -> bytes:
    """Save a file as a reader does."""
    page.check(f'[name="card-shape"][value="{shape}"]')
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


def test_the_saved_drawing_stands_alone_and_says_what_the_card_says(card: Page) -> None:
    for shape in SIZES:
        check_drawing(card, shape, saved(card, shape, "svg"))


def test_each_picture_has_a_map_of_its_own(card: Page) -> None:
    card.check('[name="card-shape"][value="square"]')
    ids = card.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert {"house-0", "wide-house-0", "square-house-0"} <= set(ids)
    assert len(ids) == len(set(ids))
    for shape in SIZES:
        lanes = card.locator(f".card-{shape} [data-strand]")
        found = lanes.evaluate_all("(all) => all.map((one) => [one.dataset.strand, Number(one.dataset.value)])")
        assert dict(found) == WORKED_EXAMPLE
        assert card.locator(f".card-{shape} [data-thin]").get_attribute("data-strand") == "weak-ties"


def check_drawing(card: Page, shape: str, svg: bytes) -> None:
    root = ElementTree.fromstring(svg)
    assert (root.get("width"), root.get("height")) == tuple(map(str, SIZES[shape]))
    said = texts(svg)
    words = card.locator("#result [data-out=card]").inner_text()
    for part in (
        "This week needs one warm weak tie.",
        "Weak ties",
        "64",
        "Warming",
        "Weak ties, Hosting, Weekly review",
    ):
        assert part in said
        assert part in words
    text = svg.decode()
    assert not re.search(r"var\(|light-dark|color-mix|class=|data-\w+=|hidden|<use|<script|href=", text)
    assert re.findall(r'url\("(?!data:)', text) == []
    assert text.count("@font-face") == 2


def test_the_saved_picture_has_the_exact_size_and_is_not_blank(card: Page) -> None:
    for shape, size in SIZES.items():
        check_picture(card, size, saved(card, shape, "png"))


def check_picture(card: Page, size: tuple[int, int], png: bytes) -> None:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == size
    places = ((2, 2, 1, 1), (36, 60, 150, 110), (size[0] - 300, size[1] - 300, 150, 150))
    corner, score, village = pixels(card, png, "image/png", *places)
    assert corner == PAPER
    for part in (score, village):
        assert len({tuple(part[at : at + 4]) for at in range(0, len(part), 4)}) > 20


def ink_ends(page: Page, data: bytes, media_type: str, width: int) -> int:
    """How far to the right the headline's ink goes."""
    (found,) = pixels(page, data, media_type, (280, 130, width - 280, 60))
    row = width - 280
    dark = [at // 4 % row for at in range(0, len(found), 4) if found[at] < 80]
    return 280 + max(dark)


def test_the_picture_is_set_in_the_sites_own_faces(card: Page) -> None:
    """The last line of the headline is as wide in the file as on the page, and another width without the faces."""
    png, svg = saved(card, "wide", "png"), saved(card, "wide", "svg")
    page_end = card.locator(".card-wide [data-slot=line] tspan").last.evaluate(
        "(line) => Number(line.getAttribute('x')) + line.getComputedTextLength()"
    )
    assert abs(ink_ends(card, png, "image/png", 1200) - page_end) < 8
    bare = re.sub(rb"<style>.*?</style>", b"", svg)
    assert abs(ink_ends(card, bare, "image/svg+xml", 1200) - page_end) > 20


def test_the_file_is_of_the_day_in_the_night_too(card: Page) -> None:
    by_day = saved(card, "wide", "svg")
    color = "getComputedStyle(document.querySelector('.card-wide rect')).fill"
    shown_by_day = card.evaluate(color)
    card.emulate_media(color_scheme="dark")
    assert card.evaluate(color) != shown_by_day
    assert saved(card, "wide", "svg") == by_day
    card.click("[data-do=theme]")
    card.click("[data-do=theme]")
    assert saved(card, "wide", "svg") == by_day


def test_saving_asks_for_nothing(card: Page, mounted: Mounted) -> None:
    asked = len(mounted.asked)
    for shape in SIZES:
        for kind in ("svg", "png"):
            saved(card, shape, kind)
    assert mounted.asked[asked:] == []


def test_what_was_saved_is_said_until_the_card_is_another(card: Page) -> None:
    saved(card, "square", "png")
    done = card.locator(".card-as-picture .done")
    expect(done).to_contain_text("Saved as weekly-review-")
    expect(card.locator("[role=status]")).to_contain_text("Saved as weekly-review-")
    choose(card, "weak-ties", 4)
    expect(done).to_be_hidden()
    expect(card.locator(".card-wide [data-slot=thin_spot]")).to_have_text(NEXT_THIN)


def test_where_no_picture_can_be_made_the_page_says_so(card: Page) -> None:
    card.evaluate("() => { HTMLCanvasElement.prototype.toBlob = (use) => use(null); }")
    card.click("[data-do=save-png]")
    expect(card.locator(".card-as-picture .done")).to_contain_text("could not make the picture")


def test_the_faces_may_be_missing(page: Page, mounted: Mounted) -> None:
    page.add_init_script("window.fetch = () => Promise.reject(new TypeError('refused'))")
    open_builder(page, mounted)
    fill_in_worked_example(page)
    svg = saved(page, "wide", "svg")
    assert b"@font-face" not in svg
    assert b"Besley, Georgia, serif" in svg
    assert "Weak ties" in texts(svg)


def test_a_full_map_has_a_card_without_thin_spot_or_moves(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    answer(page, dict.fromkeys(WORKED_EXAMPLE, 4))
    page.wait_for_selector("#result[data-state=complete]")
    for shape in SIZES:
        svg = saved(page, shape, "svg")
        said = [text for text in texts(svg) if text]
        assert {"100", "Rooted", "Path", "Weekly review"} <= set(said)
        assert {"Thin spot", "Invitation", "Contribution", "Protocol"} & set(said) == set()
        assert "Contributions" not in said
        assert any(text.startswith("Keep ") for text in said)
        assert b"stroke-dasharray" not in svg.partition(b"</style>")[2]


def test_where_the_reader_wants_words_the_band_stands_for_the_score(card: Page) -> None:
    card.check("[name=hide-numbers]")
    expect(card.locator(".card-wide [data-slot=score]")).to_be_empty()
    for shape in SIZES:
        said = [text for text in texts(saved(card, shape, "svg")) if text]
        assert said.count("Warming") == 1
        assert {"64", "of 100", "Connection score"} & set(said) == set()


def test_the_longest_texts_fit(card: Page, mounted: Mounted, project: Project, catalogue: Catalogue) -> None:
    ring = [{"id": strand, "value": 2, "thin": False} for strand in STRAND_IDS]
    sets = [(list(catalogue_cards(catalogue)), 15), (list(longest_cards()), 3)]
    assert len(sets[0][0]) >= 30
    script = mounted.add_script(project, "builder/card-picture.js")
    for shape, (cards, smallest) in product(SIZES, sets):
        card.check(f'[name="card-shape"][value="{shape}"]')
        views = [{"card_parts": asdict(one), "ring": ring} for one in cards]
        assert card.evaluate(DRAW, [script, views, smallest]) == []


def test_the_card_prints_alone_on_half_a_page(card: Page) -> None:
    card.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    card.check('[name="card-shape"][value="square"]')
    for times, (paper, width, height) in enumerate(PAPERS, start=1):
        card.click("[data-do=print-card]")
        assert card.evaluate("window.printed") == times
        card.emulate_media(media="print")
        card.set_viewport_size({"width": round((width - 2 * PAPER_MARGIN) / 25.4 * 96), "height": 900})
        assert card.evaluate(SHOWN) == ["for-paper"]
        box = card.locator(".for-paper .card-wide").bounding_box() or {}
        assert box["width"] > 650
        assert (box["y"] + box["height"]) / 96 * 25.4 + PAPER_MARGIN <= height / 2
        assert pages_of(card, paper) == 1
        card.emulate_media(media="screen")
        assert card.locator(".for-paper").count() == 0  # the browser said that printing is over
        assert card.get_attribute("html", "data-print") is None
    assert pages_of(card, "A4") > 1  # and other printing is as it was


def pages_of(page: Page, paper: str) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
