"""What a reader sees before any tool runs: typefaces, themes, notes beside the text, nothing that moves."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import with_both
from tests.browser.mounted import Mounted

pytestmark = with_both

PAPER = {"light": "rgb(246, 240, 226)", "dark": "rgb(20, 25, 26)"}
SHIFT = """
window.shifted = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifted += entry.value; })
  .observe({ type: "layout-shift", buffered: true });
"""


def paper(page: Page) -> str:
    """The color of the page."""
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def kept(page: Page) -> object:
    return page.evaluate("localStorage.getItem('theme /')")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_follows_the_system(page: Page, mounted: Mounted, theme: str) -> None:
    page.emulate_media(color_scheme=theme)
    page.goto(mounted.url("index.html"))
    assert paper(page) == PAPER[theme]
    assert page.get_attribute("[data-do=theme]", "aria-pressed") == str(theme == "dark").lower()
    assert kept(page) is None


def test_the_switch_is_remembered_on_every_page_before_anything_shows(page: Page, mounted: Mounted) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(mounted.url("index.html"))
    page.get_by_role("button", name="Dark page").click()
    assert (paper(page), kept(page)) == (PAPER["dark"], "dark")
    frames = page.locator("meta[name=theme-color]").evaluate_all("(frames) => frames.map((frame) => frame.content)")
    assert frames == [PAPER["dark"], PAPER["dark"]]
    mounted.remove("js/page.js")
    page.route("**/js/page.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(mounted.url("chapters/weak-ties.html"))
    assert paper(page) == PAPER["dark"]  # by the script in the head, not by the file


def test_going_back_to_what_the_system_shows_leaves_nothing_behind(page: Page, mounted: Mounted) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(mounted.url("index.html"))
    switch = page.get_by_role("button", name="Dark page")
    switch.click()
    assert (paper(page), kept(page)) == (PAPER["light"], "light")
    switch.click()
    assert (paper(page), kept(page)) == (PAPER["dark"], None)
    page.emulate_media(color_scheme="light")
    page.wait_for_selector("[data-do=theme][aria-pressed=false]")
    assert paper(page) == PAPER["light"]


def test_where_storage_is_refused_the_switch_still_works(page: Page, mounted: Mounted) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('refused') }")
    page.emulate_media(color_scheme="light")
    page.goto(mounted.url("index.html"))
    page.get_by_role("button", name="Dark page").click()
    assert paper(page) == PAPER["dark"]


def test_a_strange_remembered_value_changes_nothing(page: Page, mounted: Mounted) -> None:
    page.add_init_script("localStorage.setItem('theme /', '\"><script>alert(1)</script>')")
    page.emulate_media(color_scheme="light")
    page.goto(mounted.url("index.html"))
    assert paper(page) == PAPER["light"]
    assert page.get_attribute("html", "data-theme") is None


def test_without_script_there_is_no_switch_and_the_system_decides(browser: Browser, mounted: Mounted) -> None:
    with browser.new_context(java_script_enabled=False, color_scheme="dark") as context:
        page = context.new_page()
        page.goto(mounted.url("chapters/weak-ties.html"))
        assert not page.locator("[data-do=theme]").is_visible()
        assert page.locator("h1").is_visible()


def test_both_typefaces_arrive(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("chapters/weak-ties.html"))
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate(
        "[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)"
    )
    assert {"Besley", "Vollkorn"} <= {family.strip('"') for family in loaded}


def test_notes_stand_beside_the_text_where_there_is_room(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(mounted.url("chapters/weak-ties.html"))
    note, text = page.locator(".side-note").first, page.locator(".prose > p").first
    beside, words = note.bounding_box(), text.bounding_box()
    assert beside is not None
    assert words is not None
    assert beside["x"] > words["x"] + words["width"]
    assert page.locator(".side-note a").count() == 0  # hidden from assistive technology, so nothing to reach in it
    page.set_viewport_size({"width": 390, "height": 800})
    assert not note.is_visible()


def test_notes_never_lie_on_each_other(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(mounted.url("chapters/weak-ties.html"))
    boxes = [note.bounding_box() for note in page.locator(".side-note").all() if note.is_visible()]
    edges = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
    assert len(edges) >= 5
    assert all(after[0] >= before[1] for before, after in pairwise(edges))


def test_the_list_of_contents_marks_where_the_reader_is_without_script(browser: Browser, mounted: Mounted) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(mounted.url("chapters/weak-ties.html#when-it-goes-wrong"))
        color = "(link) => getComputedStyle(link).color"
        here = page.locator('.contents a[href="#when-it-goes-wrong"]').evaluate(color)
        assert here != page.locator('.contents a[href="#this-week"]').evaluate(color)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("name", ["index.html", "chapters/weak-ties.html", "builder.html", "sources.html"])
def test_nothing_moves_while_a_page_loads(context: BrowserContext, mounted: Mounted, name: str, width: int) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(SHIFT)
    page.goto(mounted.url(name))
    page.evaluate("document.fonts.ready.then(() => true)")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shifted") < 0.01


def test_a_chapter_can_be_read_after_three_files(context: BrowserContext, mounted: Mounted) -> None:
    page = context.new_page()
    page.route("**/*.woff2", lambda route: route.abort())
    page.route("**/*.js", lambda route: route.abort())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.goto(mounted.url("chapters/weak-ties.html"))
    assert page.locator("h1").is_visible()
    needed = [kind for kind in asked if kind not in ("font", "script")]
    assert len([kind for kind in needed if kind in ("document", "stylesheet", "image", "fetch")]) <= 3
