"""A page loads one script, and the builder's starts Python at once."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import open_builder
from tests.browser.mounted import Mounted

LOADED = """
() => {
  const names = performance.getEntriesByType("resource").map((one) => one.name.split("/").at(-1));
  return names.filter((name) => name.endsWith(".js"));
}
"""


@pytest.mark.parametrize(
    ("name", "script"),
    [("index.html", "home.js"), ("search.html", "search.js"), ("chapters/weak-ties.html", "page.js")],
)
def test_a_page_loads_one_script(page: Page, mounted: Mounted, name: str, script: str) -> None:
    page.goto(mounted.url(name), wait_until="load")
    assert page.evaluate(LOADED) == [script]


def test_the_builder_loads_one_script_and_the_worker(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(LOADED) == ["builder.js", "scoring-worker.js"]
