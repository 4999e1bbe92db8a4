"""Two tabs with the builder, and two copies of the site on one host: what one keeps and the other makes of it."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from site_builder.core.model import Files
from tests.browser.conftest import answer, choose, open_builder, serve, without_trouble
from tests.browser.kept import NOTHING, kept
from tests.browser.mounted import Mounted

ENTRIES = "() => [...new FormData(document.querySelector('#builder'))]"
FOREIGN = '{"blocks":[1,2]}'
KEEP = "[name=keep-on-device]"
NOTHING_AT_ALL = "[name=memory-only]"
SILENT = {"local": {}, "session": {"memory-only": "1"}}


@pytest.fixture
def other(context: BrowserContext, mounted: Mounted) -> Iterator[Page]:
    """A second tab of the same browser."""
    page = context.new_page()
    with without_trouble(page, mounted):
        yield page


@pytest.fixture
def tabs(page: Page, other: Page, mounted: Mounted) -> tuple[Page, Page]:
    """The builder in both tabs."""
    for tab in (page, other):
        open_builder(tab, mounted)
    return page, other


@pytest.fixture
def twice(files: Files) -> Iterator[Mounted]:
    """A host with two copies of the site."""
    yield from serve(
        Mounted({f"{path}{name}": data for path in ("north/", "south/") for name, data in files.items()})
    )


def expect_chosen(page: Page, *entries: tuple[str, int]) -> None:
    """Wait until exactly these questions are answered."""
    expect(page.locator("#builder [name^='answers.']:checked")).to_have_count(len(entries))
    for strand, value in entries:
        expect(page.locator(f'input[name="answers.{strand}"][value="{value}"]')).to_be_checked()


def kept_entries(page: Page) -> list[list[str]]:
    """The answers that are kept on the device."""
    entries: list[list[str]] = json.loads(kept(page)["local"]["builder"])["entries"]
    return entries


def test_two_copies_on_one_host_know_nothing_of_each_other(context: BrowserContext, twice: Mounted) -> None:
    north, south = context.new_page(), context.new_page()
    north.goto(twice.url("north/builder.html"))
    choose(north, "hosting", 2)
    north.check(KEEP)
    north.emulate_media(color_scheme="light")
    north.click("[data-do=theme]")
    north.goto(twice.url("north/safety.html"))
    north.check("[name=exit][value=erase]")
    before = kept(north)
    assert before["local"].keys() >= {"builder", "theme", "exit"}
    south.emulate_media(color_scheme="light")
    south.goto(twice.url("south/builder.html"))
    assert south.evaluate(ENTRIES) == []
    expect(south.locator(KEEP)).not_to_be_checked()
    assert south.get_attribute("html", "data-theme") is None
    expect(south.locator("[data-do=exit]")).to_have_text("Leave this page")
    south.check(NOTHING_AT_ALL)
    south.click("[data-do=erase]")
    south.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(south.locator("[role=status]")).to_contain_text("are erased from this browser.")
    north.goto(twice.url("north/chapters/repair.html"))
    assert north.get_attribute("html", "data-theme") == "dark"
    assert {name.removesuffix(" /north/") for name in north.evaluate("Object.keys(localStorage)")} == {
        *before["local"]
    }


@pytest.mark.parametrize("text", [FOREIGN, "[]", "null", '{"entries": []}', '{"entries": [[1, 2]], "another": {}}'])
def test_what_another_program_keeps_under_our_name_is_no_wish_and_stays(
    text: str, page: Page, mounted: Mounted
) -> None:
    page.goto(mounted.url("about.html"))
    page.evaluate("text => { localStorage.setItem('builder /', text); localStorage.setItem('theme /', text); }", text)
    page.goto(mounted.url("builder.html"))
    expect(page.locator(KEEP)).not_to_be_checked()
    assert page.get_attribute("html", "data-theme") is None
    choose(page, "hosting", 2)
    page.check(NOTHING_AT_ALL)
    page.uncheck(NOTHING_AT_ALL)
    assert kept(page)["local"] == {"builder": text, "theme": text}
    page.reload()
    expect_chosen(page, ("hosting", 2))


def test_the_newer_answers_stand_in_both_tabs(tabs: tuple[Page, Page]) -> None:
    page, other = tabs
    page.check(KEEP)
    choose(page, "hosting", 2)
    other.reload()
    expect_chosen(other, ("hosting", 2))
    choose(other, "repair", 1)
    expect_chosen(page, ("hosting", 2), ("repair", 1))
    choose(page, "belonging", 3)
    expect_chosen(other, ("hosting", 2), ("repair", 1), ("belonging", 3))
    assert len(kept_entries(page)) == 3


def test_an_older_tab_that_was_told_nothing_does_not_write_over_the_newer_one(
    page: Page, other: Page, mounted: Mounted
) -> None:
    page.add_init_script("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    open_builder(page, mounted)
    page.check(KEEP)
    open_builder(other, mounted)
    answer(other, {"hosting": 2, "repair": 1})
    page.evaluate("document.querySelector(\"[name='answers.belonging'][value='3']\").click()")
    expect_chosen(page, ("hosting", 2), ("repair", 1))
    assert kept_entries(other) == [["answers.hosting", "2"], ["answers.repair", "1"]]


@pytest.mark.parametrize("place", [KEEP, None], ids=["device", "tab"])
def test_erasing_reaches_every_tab(place: str | None, tabs: tuple[Page, Page]) -> None:
    page, other = tabs
    choose(page, "hosting", 2)
    if place:
        page.check(place)
    other.click("[data-do=erase]")
    other.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect_chosen(page)
    expect(page.locator(KEEP)).not_to_be_checked()
    assert kept(page) == NOTHING
    page.reload()
    assert page.evaluate(ENTRIES) == []
    assert kept(page) == NOTHING


def test_leave_and_erase_reaches_every_tab(tabs: tuple[Page, Page], mounted: Mounted) -> None:
    page, other = tabs
    choose(page, "hosting", 2)
    other.goto(mounted.url("safety.html"))
    other.check("[name=exit][value=erase]")
    other.evaluate("url => { document.querySelector('[data-do=exit]').href = url }", mounted.url("privacy.html"))
    other.click("[data-do=exit]")
    expect_chosen(page)
    assert kept(page) == NOTHING


@pytest.mark.parametrize("is_first", [True, False], ids=["before the other keeps", "after"])
def test_where_one_tab_is_to_keep_nothing_no_tab_does(is_first: bool, tabs: tuple[Page, Page]) -> None:
    page, other = tabs
    if not is_first:
        other.check(KEEP)
        choose(other, "hosting", 2)
    page.check(NOTHING_AT_ALL)
    expect(other.locator(NOTHING_AT_ALL)).to_be_checked()
    expect(other.locator(KEEP)).to_be_disabled()
    choose(other, "repair", 1)
    assert kept(page) == kept(other) == SILENT
    other.uncheck(NOTHING_AT_ALL)
    expect(page.locator(NOTHING_AT_ALL)).not_to_be_checked()
    expect(page.locator(KEEP)).to_be_enabled()


def test_a_page_that_opens_asks_whether_nothing_is_to_be_kept(page: Page, other: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("builder.html"))
    page.check(NOTHING_AT_ALL)
    page.goto(mounted.url("about.html"))
    other.goto(mounted.url("builder.html"))
    expect(other.locator(NOTHING_AT_ALL)).to_be_checked()
    choose(other, "repair", 1)
    assert kept(other) == SILENT


def test_a_tab_opened_again_that_keeps_nothing_spares_what_is_on_the_device(
    page: Page, other: Page, mounted: Mounted
) -> None:
    other.goto(mounted.url("builder.html"))
    other.check(KEEP)
    choose(other, "hosting", 2)
    page.goto(mounted.url("about.html"))
    page.evaluate("sessionStorage.setItem('memory-only /', '1')")
    page.goto(mounted.url("builder.html"))
    expect(other.locator(NOTHING_AT_ALL)).to_be_checked()
    choose(other, "repair", 1)
    assert kept_entries(other) == [["answers.hosting", "2"]]


COMES_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
"""What a page hears that the browser kept while another one was shown."""


@pytest.mark.parametrize("place", ["localStorage", "sessionStorage"])
def test_a_page_that_comes_back_as_it_was_forgets_what_was_erased_meanwhile(
    place: str, page: Page, mounted: Mounted
) -> None:
    open_builder(page, mounted)
    choose(page, "hosting", 2)
    if place == "localStorage":
        page.check(KEEP)
    page.evaluate(COMES_BACK)
    expect_chosen(page, ("hosting", 2))
    page.evaluate("localStorage.clear(), sessionStorage.clear()")
    page.evaluate(COMES_BACK)
    expect_chosen(page)
    expect(page.locator(KEEP)).not_to_be_checked()


def test_a_page_that_comes_back_as_it_was_shows_what_was_kept_meanwhile(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    page.check(KEEP)
    choose(page, "hosting", 2)
    page.evaluate("localStorage['builder /'] = localStorage['builder /'].replace('\"2\"', '\"3\"')")
    page.evaluate(COMES_BACK)
    expect_chosen(page, ("hosting", 3))
