"""Python is fetched ahead when a reader comes near a link to a tool, once, and never on a line to be spared."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import ARGUMENTS, browser_path, open_builder
from tests.browser.mounted import Mounted

LINK = "header nav a[href$='builder.html']"

NEARINGS: dict[str, Callable[[Page], None]] = {
    "pointer": lambda page: page.hover(LINK),
    "focus": lambda page: page.focus(LINK),
    "touch": lambda page: page.dispatch_event(LINK, "touchstart", {}),
}


def frozen(mounted: Mounted) -> int:
    """How many times the server was asked for the frozen Python."""
    return sum(path.endswith("frozen.wasm") for path in mounted.asked)


def come_near(page: Page, nearing: str) -> None:
    """Come near the link, and wait until the browser has what it fetches."""
    with page.expect_event("requestfinished", lambda request: request.url.endswith("frozen.wasm")):
        NEARINGS[nearing](page)


def let_it_fetch(page: Page) -> None:
    """Ask for something else, twice: what the page wanted before has been asked for by then."""
    page.evaluate("async () => { for (const _ of 'ab') await fetch(location.href, { cache: 'reload' }); }")


@pytest.mark.parametrize("nearing", NEARINGS)
def test_coming_near_a_link_fetches_python_once(page: Page, mounted: Mounted, nearing: str) -> None:
    page.goto(mounted.url("chapters/weak-ties.html"))
    assert frozen(mounted) == 0
    come_near(page, nearing)
    for near in NEARINGS.values():
        page.hover("footer")
        near(page)
    let_it_fetch(page)
    assert page.locator("link[rel=prefetch]").count() == 1
    assert frozen(mounted) == 1


def test_where_prefetching_is_unknown_python_is_fetched_all_the_same(page: Page, mounted: Mounted) -> None:
    page.add_init_script(
        """const supports = DOMTokenList.prototype.supports;
        DOMTokenList.prototype.supports = function (token) {
            return token !== "prefetch" && supports.call(this, token);
        };"""
    )
    page.goto(mounted.url("index.html"))
    come_near(page, "pointer")
    assert page.locator("link[rel=prefetch]").count() == 0


def test_other_links_and_the_tools_own_page_fetch_nothing(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("index.html"))
    page.hover("header nav a[href$='search.html']")
    let_it_fetch(page)
    assert frozen(mounted) == 0
    open_builder(page, mounted)
    page.hover(LINK)
    let_it_fetch(page)
    assert frozen(mounted) == 1
    assert page.locator("link[rel=prefetch]").count() == 0


@pytest.mark.parametrize(
    "line", ["{saveData: true}", "{effectiveType: '2g'}", "{effectiveType: 'slow-2g'}", "{type: 'cellular'}"]
)
def test_a_line_to_be_spared_is_left_alone(context: BrowserContext, mounted: Mounted, line: str) -> None:
    context.add_init_script(f"Object.defineProperty(navigator, 'connection', {{value: {line}}})")
    page = context.new_page()
    page.goto(mounted.url("index.html"))
    for near in NEARINGS.values():
        near(page)
    let_it_fetch(page)
    assert frozen(mounted) == 0


def test_a_good_line_is_used(context: BrowserContext, mounted: Mounted) -> None:
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: false, effectiveType: '4g'}})"
    )
    page = context.new_page()
    page.goto(mounted.url("index.html"))
    come_near(page, "pointer")


def test_what_was_fetched_ahead_is_not_fetched_again(browser: Browser, mounted: Mounted, tmp_path: Path) -> None:
    profile = browser.browser_type.launch_persistent_context(  # a private one has too little room for the file
        tmp_path, executable_path=browser_path(), args=ARGUMENTS, service_workers="block"
    )
    page = profile.new_page()
    page.goto(mounted.url("index.html"))
    come_near(page, "pointer")
    open_builder(page, mounted)
    assert frozen(mounted) == 1
    profile.close()
