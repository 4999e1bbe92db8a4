"""A page names all its modules at once, and Python does not wait for the page."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from tests.browser.conftest import into, open_builder
from tests.browser.mounted import Mounted

NAMED = """
() => [...document.querySelectorAll("script[type=module], link[rel=modulepreload]")].map((one) => one.src || one.href)
"""
LOADED = """
() => performance.getEntriesByType("resource").filter((one) => one.name.endsWith(".js")).map((one) => one.name)
"""
WORKER = ("scoring-worker.js", "plain-engine.js")
"""What the worker loads beside what the page has already."""


@pytest.mark.parametrize("name", ["index.html", "search.html", "chapters/weak-ties.html"])
def test_every_module_of_a_page_is_named_in_its_head(page: Page, mounted: Mounted, name: str) -> None:
    page.goto(mounted.url(name), wait_until="load")
    assert sorted(page.evaluate(LOADED)) == sorted(set(page.evaluate(NAMED)))


def test_every_module_of_the_builder_is_named_in_its_head(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    named = set(page.evaluate(NAMED))
    assert len(named) > 25
    loaded = {address for address in page.evaluate(LOADED) if not address.endswith(WORKER)}
    assert loaded == named


def test_python_starts_before_the_page_is_read_to_its_end(context: BrowserContext, mounted: Mounted) -> None:
    """The builder's own script waits; the fetch of Python does not."""
    page = context.new_page()
    page.route("**/js/builder.js", lambda _: None)  # never answered
    with page.expect_request("**/frozen.wasm"):
        page.goto(mounted.url("builder.html"), wait_until="commit")
    assert page.get_attribute("html", "data-python") == "idle"


def test_what_happened_before_the_page_listens_is_not_lost(context: BrowserContext, mounted: Mounted) -> None:
    mounted.remove("scoring-worker.js")
    page = context.new_page()
    held: list[Route] = []
    page.route("**/js/builder.js", into(held))
    with page.expect_response("**/scoring-worker.js"):
        page.goto(mounted.url("builder.html"), wait_until="commit")
    page.wait_for_timeout(300)
    held[0].continue_()
    page.wait_for_selector("html[data-python=failed]")
