"""When something goes wrong in the middle: words, nothing false on the page, and a way on."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.canaries import CODE
from tests.browser.conftest import WORKED_EXAMPLE, answer, choose, fill_in_worked_example, into, open_builder, out
from tests.browser.mounted import Mounted

ENTRIES = "() => [...new FormData(document.querySelector('#builder'))]"
WORKERS = """
    globalThis.workers = [];
    globalThis.Worker = class extends Worker {
        constructor(...given) { super(...given); workers.push(this); }
    };
"""
"""Lets a test get at the page's workers."""

NOT_RUNNING = "Python is not running here, so there is no score on this page. Your answers are still here."


def test_python_that_failed_can_be_started_again(context: BrowserContext, mounted: Mounted) -> None:
    page = context.new_page()
    page.route("**/runtime/**", lambda route: route.abort())
    page.goto(mounted.url(f"builder.html#{CODE}"))
    page.wait_for_selector("html[data-python=failed]")
    expect(page.locator(".shared-state")).to_contain_text("the shared card cannot be shown")
    answer(page, WORKED_EXAMPLE)
    expect(page.locator("#result")).to_have_attribute("data-state", "empty")
    for button in ("Save my answers as a file", "Open a saved file"):
        press_without_python(page, button)
        expect(page.locator("#import-trouble")).to_contain_text("This needs Python")
    page.unroute("**/runtime/**")
    page.get_by_role("button", name="Start Python again").click()
    assert page.evaluate("() => document.activeElement !== document.body")
    expect(page.locator("#result [data-out=score]")).to_have_text("64")
    expect(page.locator(".python-state:visible")).to_have_count(0)
    expect(page.locator("#shared [data-text=card]")).to_contain_text("Thin spot: Weak ties")


def press_without_python(page: Page, name: str) -> None:
    if name == "Open a saved file":
        page.set_input_files("#import-file", {"name": "a.json", "mimeType": "application/json", "buffer": b"{}"})
    else:
        page.get_by_role("button", name=name).click()


def test_a_blocked_worker_is_told(context: BrowserContext, mounted: Mounted) -> None:
    page = context.new_page()
    page.add_init_script("globalThis.Worker = class { constructor() { throw new Error('blocked') } }")
    page.goto(mounted.url("builder.html"))
    expect(page.locator(".python-state[data-when=failed]")).to_be_visible()
    expect(page.locator("[role=status]")).to_contain_text(NOT_RUNNING)
    expect(page.get_by_role("link", name="The worksheets give nearly the same score on paper.").first).to_be_visible()


KILLS = {
    "stopped without a word": "workers.at(-1).terminate()",
    "broken": "workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))",
}


@pytest.mark.parametrize("kill", KILLS.values(), ids=KILLS)
def test_a_worker_that_dies_is_replaced_and_no_old_result_stays(
    kill: str, context: BrowserContext, mounted: Mounted
) -> None:
    page = context.new_page()
    page.add_init_script(WORKERS)
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.evaluate(kill)
    choose(page, "hosting", 0)
    expect(page.locator("#result [data-out=thin-spot]")).to_have_text("Invitations")
    assert page.evaluate("() => workers.length") == 2
    assert ["answers.hosting", "0"] in page.evaluate(ENTRIES)


def test_python_that_stops_again_and_again_leads_to_words(context: BrowserContext, mounted: Mounted) -> None:
    page = context.new_page()
    page.add_init_script(WORKERS)
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.route("**/runtime/**", lambda route: route.abort())
    page.evaluate(KILLS["broken"])
    expect(page.locator(".python-state[data-when=failed]")).to_be_visible()
    expect(page.locator("[role=status]")).to_have_text(
        f"{NOT_RUNNING} The worksheets give nearly the same score on paper."
    )
    expect(page.get_by_role("button", name="Start Python again")).to_be_visible()
    expect(page.locator("#result [data-out=score]")).to_be_hidden()
    expect(page.locator(".live [data-text=score]")).to_be_hidden()
    assert page.evaluate("() => workers.length") == 2
    assert len(page.evaluate(ENTRIES)) == 11


def test_on_a_slow_line_the_form_is_of_use_and_the_result_comes(page: Page, mounted: Mounted) -> None:
    held: list[object] = []
    page.route("**/*.wasm", into(held))
    page.goto(mounted.url("builder.html"))
    expect(page.locator(".python-state[data-when=loading]")).to_be_visible()
    for strand, value in WORKED_EXAMPLE.items():
        choose(page, strand, value)
    assert page.locator(".village [data-value]").count() == 10
    expect(page.locator("#result")).to_have_attribute("data-state", "empty")
    expect(page.locator(".python-state[data-when=loading]")).to_contain_text("You can answer already")
    (route,) = held
    route.continue_()
    expect(page.locator("#result [data-out=score]")).to_have_text("64")
    expect(page.locator(".python-state:visible")).to_have_count(0)


WEEKS = "2026-11-20T12:00", "2026-11-23T12:00"
"""A Friday, and the Monday after it."""


def test_a_tab_that_slept_over_the_weekend_shows_the_new_weeks_idea(page: Page, mounted: Mounted) -> None:
    page.clock.set_fixed_time(WEEKS[0])
    open_builder(page, mounted)
    fill_in_worked_example(page)
    choose(page, "hosting", 0)
    expect(page.locator("#result [data-out=thin-spot]")).to_have_text("Invitations")
    title = page.locator("#result [data-out=invitation] .move-title")
    before = title.inner_text()
    wake(page)
    expect(title).to_have_text(before)
    page.clock.set_fixed_time(WEEKS[1])
    wake(page)
    expect(title).not_to_have_text(before)
    expect(page.locator("[name=date]")).to_have_attribute("min", "2026-11-23")
    expect(page.locator("[name=date]")).to_have_value("2026-11-24")
    expect(page.locator("#result [data-out=thin-spot]")).to_have_text("Invitations")
    assert out(page, "score") != ""


def wake(page: Page) -> None:
    """What a browser tells a page that comes into sight again."""
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
