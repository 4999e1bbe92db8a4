"""The worksheets: five full pages on paper, whose print button works where scripts do."""

import re
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from site_builder.core.model import Files
from tests.browser.conftest import profile
from tests.browser.mounted import Mounted
from tests.site_builder.samples import ADDRESS

PAGES = re.compile(rb"/Type\s*/Page\b")
SHEETS = 5
TWELVE_POINTS = 16
"""In pixels."""

PAPER_WIDTH = 680
"""Pixels between the margins of an A4 sheet, which is the narrower one."""

SOURCE = re.compile(rb'<p class="sheet-source">.*?</p>', re.DOTALL)

PARTS = """sheets => sheets.map(sheet => ({
    tall: sheet.clientHeight,
    over: Math.max(...[sheet, ...sheet.querySelectorAll("div")].map((box) => box.scrollHeight - box.clientHeight)),
    wide: sheet.scrollWidth - sheet.clientWidth,
    text: sheet.innerText,
    empty: Math.max(...[...sheet.children].slice(1).map((part, place) =>
        part.getBoundingClientRect().top - sheet.children[place].getBoundingClientRect().bottom)),
}))"""
"""Of each sheet its height, what does not fit, its words, and the largest gap between two parts."""

SMALL = """sheets => sheets.flatMap(sheet => [...sheet.querySelectorAll("*")].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) &&
    parseFloat(getComputedStyle(element).fontSize) * (element.getScreenCTM?.().a ?? 1) < LEAST
).map((element) => element.textContent.trim()))"""


@pytest.fixture(params=["no address", "an address"])
def worksheets(request: pytest.FixtureRequest, mounted: Mounted, hosted_files: Files) -> str:
    """Where the worksheets are, of a site that knows its address and of one that does not."""
    name = "worksheets.html"
    if request.param == "an address":
        (line,) = set(SOURCE.findall(hosted_files[name]))
        mounted.files[name] = SOURCE.sub(lambda _: line, mounted.files[name])
    return mounted.url(name)


@pytest.fixture
def on_paper(page: Page, worksheets: str) -> Page:
    """The worksheets as they are printed."""
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 1000})
    page.emulate_media(media="print")
    page.goto(worksheets)
    page.evaluate("document.fonts.ready")
    return page


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_they_are_five_pages(page: Page, worksheets: str, paper: str) -> None:
    page.goto(worksheets)
    assert len(PAGES.findall(page.pdf(format=paper))) == SHEETS


def test_each_page_is_full_and_names_the_site(on_paper: Page) -> None:
    sheets = on_paper.eval_on_selector_all(".sheet", PARTS)
    assert len(sheets) == SHEETS
    for sheet in sheets:
        assert (sheet["over"], sheet["wide"]) == (0, 0)
        assert sheet["empty"] < 0.1 * sheet["tall"]
        assert "Community OS / Neighborhood Ledger. Found at:" in sheet["text"]


def test_all_text_has_twelve_points(on_paper: Page) -> None:
    assert on_paper.eval_on_selector_all(".sheet", SMALL.replace("LEAST", str(TWELVE_POINTS))) == []


@pytest.mark.parametrize("worksheets", ["an address"], indirect=True)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("media", ["print", "screen"])
def test_a_camera_reads_the_address_on_each_sheet(page: Page, worksheets: str, theme: str, media: str) -> None:
    page.emulate_media(media=media, color_scheme=theme)
    page.goto(worksheets)
    sheets = [Image.open(BytesIO(sheet.screenshot())) for sheet in page.locator(".sheet").all()]
    assert [[code.text for code in zxingcpp.read_barcodes(sheet)] for sheet in sheets] == [[ADDRESS]] * SHEETS
    expect(page.locator(".sheet").first).to_contain_text(ADDRESS)


@pytest.mark.parametrize("worksheets", ["no address"], indirect=True)
def test_without_an_address_there_is_no_code_but_room_to_write_one(page: Page, worksheets: str) -> None:
    page.goto(worksheets)
    expect(page.locator(".sheet-source .blank")).to_have_count(SHEETS)
    expect(page.locator(".sheet-source svg")).to_have_count(0)


def test_the_button_prints(page: Page, mounted: Mounted) -> None:
    page.add_init_script("window.print = () => { document.title = 'printed'; }")
    page.goto(mounted.url("worksheets.html"))
    page.get_by_role("button", name="Print the five sheets").click()
    expect(page).to_have_title("printed")


def test_without_scripts_there_is_no_button_that_does_nothing(browser: Browser, mounted: Mounted) -> None:
    with profile(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(mounted.url("worksheets.html"))
        expect(page.locator("[data-do=print]")).to_be_hidden()
        expect(page.get_by_text("use your browser’s print command")).to_be_visible()


@pytest.mark.parametrize("name", ["index.html", "chapters/index.html", "method.html", "builder.html"])
def test_they_are_linked_where_people_look(page: Page, mounted: Mounted, name: str) -> None:
    page.goto(mounted.url(name))
    assert page.locator("main a[href*='worksheets.html']").count() >= 1
