"""The drawings in a browser: words that stay on the sheet, and the builder's village grows with the answers."""

import pytest
from playwright.sync_api import Page, expect

from site_builder.pages.assemble import NEEDED_CHAPTERS
from tests.browser.conftest import choose, fill_in_worked_example, open_builder
from tests.browser.mounted import Mounted

WORDS = "svg.drawing:not(.card-picture, .card-picture *)"
"""The card's picture is a preview of a file; the card in words stands beside it."""

SPILL = """svgs => svgs.flatMap(svg => [...svg.querySelectorAll("text")].filter(text => {
  const box = text.getBBox();
  return box.x < 0 || box.x + box.width > svg.viewBox.baseVal.width;
}).map(text => text.textContent))"""


@pytest.mark.parametrize(
    "name", ["index.html", "builder.html", *(f"chapters/{slug}.html" for slug in NEEDED_CHAPTERS)]
)
def test_words_in_drawings_stay_on_the_sheet_on_a_phone(page: Page, mounted: Mounted, name: str) -> None:
    page.goto(mounted.url(name))
    assert page.locator("svg.drawing").count() > 0
    assert page.eval_on_selector_all(WORDS, SPILL) == []


def test_chapters_draw_their_pictures_without_another_request(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("chapters/belonging.html"))
    expect(page.get_by_role("img", name="Thirteen Fridays in a row")).to_be_visible()
    assert [path for path in mounted.asked if "pictures/" in path] == []


def houses(page: Page, strand: str) -> int:
    """How many houses of a lane stand."""
    seen = (
        "roofs => roofs.filter(use => getComputedStyle(use).getPropertyValue('--house').trim() === 'visible').length"
    )
    return int(page.eval_on_selector_all(f".live [data-strand={strand}] .plot", seen))


def test_the_builders_village_grows_with_the_answers(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    assert houses(page, "hosting") == 0
    choose(page, "hosting", 3)
    expect(page.locator(".live [data-strand=hosting][data-value='3']")).to_be_attached()
    assert houses(page, "hosting") == 3
    choose(page, "hosting", "skip")
    expect(page.locator(".live [data-strand=hosting]:not([data-value])")).to_be_attached()
    assert houses(page, "hosting") == 0
    fill_in_worked_example(page)
    expect(page.locator(".live [data-thin]")).to_have_attribute("data-strand", "weak-ties")
    assert houses(page, "weak-ties") == 4  # one that stands, three ghosts
