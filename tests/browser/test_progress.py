"""While Python loads, the reader sees how much has come, in bytes and steps, and hears of it only now and then."""

from itertools import pairwise

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from site_builder.core.model import Files
from site_builder.runtime.collect import engine_sizes
from tests.browser.conftest import into, open_builder
from tests.browser.keeping import runtime_of
from tests.browser.mounted import Mounted

WATCH = """globalThis.seen = []; globalThis.said = [];
new MutationObserver(() => {
  const line = document.querySelector(".python-progress");
  const bar = line?.querySelector("progress");
  const now = bar && [bar.value, bar.max, line.querySelector("label").textContent];
  if (bar?.max > 1 && String(seen.at(-1)) !== String(now)) seen.push(now);
  const words = document.querySelector("[role=status]")?.textContent;
  if (words && said.at(-1) !== words) said.push(words);
}).observe(document, { attributes: true, childList: true, subtree: true, characterData: true });"""
HOLD = """globalThis.held = []; globalThis.requestAnimationFrame = (draw) => {
  document.documentElement.dataset.held = held.push(draw);
};"""
SLOW = {"offline": False, "latency": 20, "downloadThroughput": 1_600_000, "uploadThroughput": 1_600_000}
FEW = 6  # announcements; one for the state, one for each quarter, one for whatever a slow machine adds


@pytest.fixture
def watched(context: BrowserContext) -> Page:
    """A page that notes every change of the bar and every announcement."""
    context.add_init_script(WATCH)
    return context.new_page()


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"


def expect_growth(page: Page, engine: str, files: Files) -> list[list[float]]:
    """The numbers grow to the total, which is the real one; the last words are those of the second step."""
    total = engine_sizes(runtime_of(files))[engine]
    seen = [row for row in page.evaluate("() => seen") if row[1] == total]
    values = [value for value, _, _ in seen]
    assert values[-1] == total
    assert all(before < after for before, after in pairwise(values))
    assert seen[-1][2] == "Step 2 of 2: starting Python"
    for value, _, words in seen[:-1]:
        assert words == f"Step 1 of 2, loading Python: {megabytes(value)} of {megabytes(total)} MB"
    return seen


def test_on_a_slow_line_the_bytes_grow_to_the_total(watched: Page, mounted: Mounted, files: Files) -> None:
    watched.context.new_cdp_session(watched).send("Network.emulateNetworkConditions", SLOW)
    open_builder(watched, mounted)
    assert len(expect_growth(watched, "frozen", files)) > 5
    assert 1 <= len(watched.evaluate("() => said")) <= FEW
    expect(watched.locator(".python-progress")).to_be_hidden()


def test_for_the_plain_python_the_bytes_grow_to_the_total(watched: Page, mounted: Mounted, files: Files) -> None:
    mounted.remove("frozen.wasm")
    open_builder(watched, mounted)
    assert len(expect_growth(watched, "plain", files)) > 1


def test_the_bar_is_named_and_shown_while_python_loads(
    context: BrowserContext, mounted: Mounted, files: Files
) -> None:
    total = megabytes(engine_sizes(runtime_of(files))["frozen"])
    page = context.new_page()
    page.route("**/frozen.wasm", lambda _: None)  # it never comes
    page.goto(mounted.url("builder.html"))
    bar = page.get_by_role("progressbar", name=f"Step 1 of 2, loading Python: 0.0 of {total} MB")
    expect(bar).to_be_visible()


def test_bytes_are_not_told_any_more_once_python_has_failed(context: BrowserContext, mounted: Mounted) -> None:
    context.clock.install()
    context.add_init_script(HOLD)
    mounted.remove("frozen.wasm")
    scripts: list[Route] = []
    context.route("**/pyodide.asm.mjs", into(scripts))
    page = context.new_page()
    page.goto(mounted.url("builder.html"))
    page.wait_for_selector("html[data-held]")
    context.route("**/pyodide.asm.mjs", lambda route: route.abort())  # when it is tried again by itself
    scripts.pop().abort()
    page.wait_for_selector("html[data-python=failed]")
    page.evaluate("held.forEach((draw) => draw())")
    page.clock.fast_forward(1500)  # an announcement waits a second
    expect(page.locator("[role=status]")).to_contain_text("there is no score")
    frames = page.get_attribute("html", "data-held") or ""
    context.unroute_all()
    page.get_by_role("button", name="Start Python again").click()
    expect(page.locator("html")).not_to_have_attribute("data-held", frames)  # the bar is drawn anew
