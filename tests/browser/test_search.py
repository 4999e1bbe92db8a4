"""The search: loaded when it is wanted, found by words, drawn as text, and quiet toward the network."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from site_builder.core.model import Files
from tests.browser.conftest import serve
from tests.browser.mounted import Mounted

FOLDER = "assets/search/"
WEAK, HOSTING = "chapters/weak-ties.html", "chapters/hosting.html"
ENTRIES = [
    ["chapter", "Weak Ties", "A café on the corner", "Say good morning at the counter. " * 20 + "Then sit.", WEAK],
    ["chapter", "Hosting", "A smaller pot", "Soup for four neighbors, and bread. Don’t bake a cake.", HOSTING],
    ["move", "Invitations", "Name a bench.", "Half an hour outside.\n“The bench at four, with soup?”", HOSTING],
    [
        "source",
        "Person, A. (2019)",
        "A study of resumes",
        "The cafe was a lab <img src=x onerror=alert(1)>.",
        "sources.html",
    ],
    ["page", "Safety", "Where help is", "Zebra crossing, l’été.", "safety.html#help"],
    *(["page", f"Place {n}", f"Number {n}", "The word plenteous stands here.", "about.html"] for n in range(25)),
]


class Listening(Mounted):
    """A site that remembers addresses whole, with what stands behind a question mark."""

    def __init__(self, files: Files, prefix: str = "/") -> None:
        super().__init__(files, prefix)
        self.raw: list[str] = []

    def answer(self, path: str) -> tuple[int, str, bytes]:
        self.raw.append(path)
        return super().answer(path)

    def plant(self, data: bytes) -> None:
        """Put other entries in the place of the site's own."""
        (name,) = [name for name in self.files if name.startswith(FOLDER)]
        self.files[name] = data

    def asked_for_search(self) -> set[str]:
        """The files of the search that were asked for, without what their names say of their content."""
        return {path.rpartition("/")[2] for path in self.asked if FOLDER in path or "/libraries/" in path}


@pytest.fixture
def mounted(files: Files) -> Iterator[Listening]:
    """The site with a few entries that these tests know."""
    site = Listening(files)
    site.plant(json.dumps(ENTRIES).encode())
    yield from serve(site)


@pytest.fixture
def real(files: Files) -> Iterator[Mounted]:
    """The site with all its entries, two folders down."""
    yield from serve(Mounted(files, "/some/where/"))


def open_search(page: Page, mounted: Mounted, after: str = "") -> Locator:
    """Open the search page; returns its box."""
    page.goto(mounted.url(f"search.html{after}"))
    box = page.get_by_role("searchbox")
    expect(box).to_be_visible()
    return box


def titles(page: Page) -> list[str]:
    """The titles of the results that are shown now."""
    return page.locator(".search-results h3").all_inner_texts()


def search(page: Page, mounted: Mounted, query: str) -> list[str]:
    """Put a query into the box of a fresh page and wait for its end; returns the titles."""
    page.goto("about:blank")
    open_search(page, mounted).fill(query)
    page.wait_for_selector("#search:is([data-state=found], [data-state=none])")
    return titles(page)


def test_nothing_is_loaded_before_the_box_is_used(page: Page, mounted: Listening) -> None:
    box = open_search(page, mounted)
    page.wait_for_load_state("networkidle")
    assert mounted.asked_for_search() == set()
    with page.expect_response(re.compile(FOLDER)), page.expect_response(re.compile("minisearch")):
        box.focus()
    assert len(mounted.asked_for_search()) == 2
    box.press_sequentially("soup")
    page.wait_for_selector("#search[data-state=found]")
    assert len([path for path in mounted.asked if FOLDER in path]) == 1


@pytest.mark.parametrize("query", ["cafe", "CAFÉ", "café", "cafe\u0301"])
def test_accents_and_capitals_make_no_difference(page: Page, mounted: Listening, query: str) -> None:
    assert search(page, mounted, query) == ["A café on the corner", "A study of resumes"]
    assert page.locator("mark").all_inner_texts() == ["café", "cafe"]


@pytest.mark.parametrize("query", ["ete", "ETÉ", "l'été"])
def test_no_accent_is_taken_for_a_slip(page: Page, mounted: Listening, query: str) -> None:
    assert search(page, mounted, query) == ["Where help is"]
    assert page.locator("mark").last.inner_text() == "été"


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("résumés", "A study of resumes"),
        ("dont", "A smaller pot"),
        ("don't", "A smaller pot"),
        ("neighbours", "A smaller pot"),
        ("neigh", "A smaller pot"),
        ("person 2019", "A study of resumes"),
        ("weak ties", "A café on the corner"),
    ],
)
def test_words_are_found_by_their_start_with_a_slip_and_by_their_place(
    page: Page, mounted: Listening, query: str, title: str
) -> None:
    assert search(page, mounted, query) == [title]


def test_a_short_word_must_be_right(page: Page, mounted: Listening) -> None:
    assert search(page, mounted, "soap") == []


def test_a_result_says_its_kind_its_place_and_the_words_around(page: Page, mounted: Listening) -> None:
    search(page, mounted, "sit")
    (text,) = page.locator(".search-text").all_inner_texts()
    assert text.startswith("… ")
    assert text.endswith("Then sit.")
    assert len(text) < 120
    expect(page.locator(".search-kind")).to_have_text("Chapter · Weak Ties")
    assert page.locator(".search-results a").get_attribute("href") == WEAK


def test_a_move_is_shown_whole_with_its_words_to_say(page: Page, mounted: Listening) -> None:
    assert search(page, mounted, "bench") == ["Name a bench."]
    expect(page.locator(".search-text")).to_have_text("Half an hour outside. “The bench at four, with soup?”")
    assert page.locator("mark").all_inner_texts() == ["bench", "bench"]
    expect(page.locator(".search-kind")).to_have_text("Practice move · Invitations")


def test_what_is_found_is_drawn_as_text(page: Page, mounted: Listening) -> None:
    search(page, mounted, "lab")
    expect(page.locator(".search-text")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("main img")).to_have_count(0)


def test_the_total_is_told_where_not_all_are_shown(page: Page, mounted: Listening) -> None:
    assert len(search(page, mounted, "plenteous")) == 20
    expect(page.locator(".search-count")).to_have_text("25 results. The best 20 are shown.")
    expect(page.locator("#search [role=status]")).to_have_text("25 results. The best 20 are shown.")


def test_where_no_entry_has_all_the_words_that_is_said(page: Page, mounted: Listening) -> None:
    assert search(page, mounted, "zebra qqqq") == ["Where help is"]
    expect(page.locator(".search-count")).to_have_text(
        "No place has all of these words. Here are 1 of 1 that have half of them or more."
    )
    assert search(page, mounted, "zebra qqqq xxxx") == []


def test_where_nothing_is_found_there_is_advice_and_it_is_announced(page: Page, mounted: Listening) -> None:
    assert search(page, mounted, "qqqq") == []
    expect(page.locator(".search-none")).to_be_visible()
    expect(page.locator(".search-none li")).to_have_count(3)
    expect(page.locator("#search [role=status]")).to_have_text("Nothing found.")
    expect(page.locator(".search-results")).to_be_hidden()


@pytest.mark.parametrize("query", ["   ", "?!"])
def test_without_a_word_nothing_breaks(page: Page, mounted: Listening, query: str) -> None:
    box = open_search(page, mounted)
    box.fill(f"soup{query}")
    page.wait_for_selector("#search[data-state=found]")
    assert len(titles(page)) == 2
    box.fill(query)
    expect(page.locator(".search-results")).to_be_hidden()


def test_the_keyboard_goes_through_the_results_and_back(page: Page, mounted: Listening) -> None:
    search(page, mounted, "soup")
    box, links = page.get_by_role("searchbox"), page.locator(".search-results a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    expect(page.locator(".search-results")).to_be_hidden()
    assert "#" not in page.url


def test_enter_opens_the_first_result_at_once_and_the_way_back_shows_all_again(
    page: Page, mounted: Listening
) -> None:
    box = open_search(page, mounted)
    box.press_sequentially("soup")
    page.keyboard.press("Enter")  # before the pause after the last letter is over
    page.wait_for_url(mounted.url(HOSTING))
    page.go_back()
    page.reload()  # the page itself may have been kept; what it remembers must be enough
    page.wait_for_selector("#search[data-state=found]")
    assert page.url == mounted.url("search.html")  # no list of visited pages shows the words
    expect(page.get_by_role("searchbox")).to_have_value("soup")
    assert len(titles(page)) == 2


def test_words_behind_the_hash_are_searched_for_and_no_host_sees_them(page: Page, mounted: Listening) -> None:
    box = open_search(page, mounted, "#q=caf%C3%A9+corner")
    page.wait_for_selector("#search[data-state=found]")
    expect(box).to_have_value("café corner")
    assert titles(page) == ["A café on the corner"]
    page.evaluate("location.hash = 'q=zebra'")
    expect(page.locator(".search-results h3")).to_have_text("Where help is")
    box.fill("bench soup")
    box.press("Enter")
    page.wait_for_url(mounted.url(HOSTING))
    page.go_back()
    page.wait_for_url(mounted.url("search.html"))
    expect(box).to_have_value("bench soup")
    asked = " ".join(mounted.raw)
    assert not re.search(r"caf|corner|zebra|bench|soup|\?", asked), asked


def test_another_anchor_of_the_page_is_no_query(page: Page, mounted: Listening) -> None:
    open_search(page, mounted, "#all-pages")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("searchbox")).to_have_value("")
    assert mounted.asked_for_search() == set()


@pytest.mark.parametrize("broken", ["entries missing", "entries damaged", "library missing"])
def test_a_search_that_cannot_load_says_so_and_the_list_remains(
    context: BrowserContext, mounted: Listening, broken: str
) -> None:
    if broken == "entries damaged":
        mounted.plant(b'[["chapter",')
    else:
        mounted.remove("minisearch/index.js" if broken == "library missing" else ".json")
    page = context.new_page()
    open_search(page, mounted).press_sequentially("soup")
    expect(page.locator(".search-failed")).to_be_visible()
    expect(page.locator("#search [role=status]")).to_contain_text("could not be loaded")
    expect(page.locator(".search-loading")).to_be_hidden()
    expect(page.locator(".page-list a").first).to_be_visible()


def test_after_a_failure_the_next_letter_tries_again(context: BrowserContext, mounted: Listening) -> None:
    whole = dict(mounted.files)
    mounted.plant(b"[")
    page = context.new_page()
    box = open_search(page, mounted)
    box.press_sequentially("sou")
    expect(page.locator(".search-failed")).to_be_visible()
    mounted.files = whole
    box.press_sequentially("p")
    page.wait_for_selector("#search[data-state=found]")
    expect(page.locator(".search-failed")).to_be_hidden()


def test_without_scripts_there_is_the_list_and_no_box(browser: Browser, mounted: Listening) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(mounted.url("search.html"))
    expect(page.locator("input[type=search]")).to_be_hidden()
    expect(page.get_by_text("The search box needs JavaScript.")).to_be_visible()
    expect(page.locator("ol.page-list > li")).to_have_count(12)
    assert page.locator("ol.page-list ul a[href*='#']:visible").count() > 60
    page.locator("ol.page-list > li:nth-child(3) ul a").first.click()
    expect(page.locator("h2:target")).to_be_visible()
    context.close()


def test_the_search_of_the_real_site_finds_and_fits_a_narrow_screen(context: BrowserContext, real: Mounted) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    open_search(page, real).fill("weak ties")
    page.wait_for_selector("#search[data-state=found]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.locator(".search-kind").first).to_have_text("Chapter · Weak Ties")
    page.keyboard.press("Enter")
    page.wait_for_url(real.url(WEAK))
