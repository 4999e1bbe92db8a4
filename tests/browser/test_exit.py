"""Leaving a page at once: blank before the other site answers, by pointer, keys and Shift; Back does not return."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect

from site_builder.core.model import Files
from site_builder.core.settings import NEUTRAL_SITE
from tests.browser.conftest import fill_in_worked_example, open_builder, profile
from tests.browser.kept import NOTHING, by_plain_names, kept
from tests.browser.mounted import Mounted

PAGES = {"builder.html", "ledger.html", "people.html", "safety.html", "chapters/repair.html"}
EXIT = "[data-do=exit]"
REPORT = """addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
    if (document.body.className !== "left") return;
    console.log(JSON.stringify({
        title: document.title,
        seen: document.body.innerText.trim(),
        told: document.querySelector("body > [role=alert]").textContent,
        parts: [...document.body.children].filter((part) => part.checkVisibility()).length,
        score: document.querySelector("#result [data-out=score]")?.textContent,
        kept: { local: { ...localStorage }, session: { ...sessionStorage } },
    }));
}).observe(document, { subtree: true, childList: true, characterData: true }));"""
"""What a page that is left says of itself, at once and at every change. Asked, it would wait for the other site."""

BLANK = {"title": "Loading", "seen": "Loading", "told": "Loading", "parts": 1}
LEFT = {"local": {}, "session": {"left": "1"}}
GIVEN = {"local": {"exit": "erase"}, "session": {}}
TELLING = re.compile(r"abus|violen|stalk|threat|help line|exit|leav|lonel|secret|escape|danger", re.IGNORECASE)
ANSWER_AND_LEAVE = """() => {
    document.querySelector("[name='answers.repair'][value='4']").click();
    document.querySelector("[data-do=exit]").click();
}"""


class Other:
    """The other site: it keeps a reader waiting, or answers."""

    def __init__(self, context: BrowserContext) -> None:
        self.waiting: list[Route] = []
        self.answers = False
        context.route(f"{NEUTRAL_SITE}**", self.handle)

    def handle(self, route: Route) -> None:
        if self.answers:
            route.fulfill(body="<!DOCTYPE html><title>Weather</title>Sunny", content_type="text/html")
        else:
            self.waiting.append(route)


@pytest.fixture
def other(context: BrowserContext) -> Other:
    """The other site, which does not answer until a test says so."""
    return Other(context)


@pytest.fixture
def leaver(context: BrowserContext, other: Other) -> Page:
    """A page that may go to another site."""
    assert not other.answers
    context.add_init_script(REPORT)
    return context.new_page()


def left(page: Page, act: Callable[[], object], score: str = "") -> dict[str, object]:
    """Do what leaves the page, and give what it says of itself then: blank, and what it keeps.

    Where a score is named, it is what the page says once it holds another one, unseen.
    """

    def is_it(said: ConsoleMessage) -> bool:
        return said.text.startswith("{") and (not score or json.loads(said.text)["score"] != score)

    with page.expect_console_message(is_it) as said:
        act()
    state: dict[str, Any] = json.loads(said.value.text)
    assert {name: state[name] for name in BLANK} == BLANK
    return state | {"kept": by_plain_names(state["kept"])}


def press(page: Page) -> None:
    """Press the button, and wait for no site."""
    page.click(EXIT, no_wait_after=True)


def test_the_pages_that_can_be_left_and_no_others(files: Files) -> None:
    assert {name for name, html in files.items() if name.endswith(".html") and b'data-do="exit"' in html} == PAGES


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_title_of_such_a_page_gives_nothing_away(name: str, files: Files) -> None:
    (title,) = re.findall(r"<title>(.+)</title>", files[name].decode())
    assert not TELLING.search(title)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_before_the_button_it_is_said_that_history_is_not_erased(name: str, page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url(name))
    warning = page.get_by_role("link", name="Leaving does not erase history: how it works")
    assert warning.evaluate("link => link.compareDocumentPosition(document.querySelector('[data-do=exit]'))") == 4
    warning.click()
    expect(page.locator("#exit:target")).to_be_in_viewport()
    expect(page.locator("main")).to_contain_text("It does not erase your browser’s history")
    assert page.url == mounted.url("safety.html#exit")


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_press_blanks_the_page_before_the_other_site_answers(name: str, leaver: Page, mounted: Mounted) -> None:
    leaver.goto(mounted.url(name))
    with leaver.expect_request(NEUTRAL_SITE) as asked:
        left(leaver, lambda: press(leaver))
    assert "referer" not in asked.value.headers


def test_shift_three_times_leaves_and_each_press_is_told(leaver: Page, mounted: Mounted) -> None:
    leaver.goto(mounted.url("builder.html"))
    told = leaver.locator(".exit [aria-live]")
    leaver.focus("[name='answers.belonging'] >> nth=0")
    for text in ("Shift: press it two more times to leave.", "Shift: press it once more to leave."):
        leaver.keyboard.press("Shift")
        expect(told).to_have_text(text)
    left(leaver, lambda: leaver.keyboard.press("Shift"))


def test_after_five_seconds_the_presses_are_forgotten_and_that_is_told(leaver: Page, mounted: Mounted) -> None:
    leaver.clock.install()
    leaver.goto(mounted.url("safety.html"))
    leaver.keyboard.press("Shift")
    leaver.keyboard.press("Shift")
    leaver.clock.run_for(5000)
    expect(leaver.locator(".exit [aria-live]")).to_have_text("The five seconds are over. You are still here.")
    leaver.keyboard.press("a")
    expect(leaver.locator(".exit [aria-live]")).to_have_text("")


def test_capitals_and_marked_text_leave_nothing(leaver: Page, other: Other, mounted: Mounted) -> None:
    leaver.goto(mounted.url("builder.html"))
    for key in ("Shift+I", "Shift+Tab", "Shift+O", "Shift", "Shift+Tab", "Shift", "a", "Shift", "b"):
        leaver.keyboard.press(key)
    expect(leaver.locator(".exit [aria-live]")).to_have_text("")
    expect(leaver.locator("h1")).to_be_visible()
    assert other.waiting == []


def test_the_second_stop_of_the_keyboard_leaves(leaver: Page, mounted: Mounted) -> None:
    leaver.goto(mounted.url("chapters/repair.html"))
    leaver.keyboard.press("Tab")
    leaver.keyboard.press("Tab")
    link = leaver.get_by_role("link", name="Leave this page. Pressing Shift three times does the same.")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    left(leaver, lambda: leaver.keyboard.press("Enter"))


def test_it_works_before_python_does(leaver: Page, mounted: Mounted) -> None:
    leaver.route("**/runtime/**", lambda _: None)
    leaver.goto(mounted.url("builder.html"))
    left(leaver, lambda: press(leaver))


def test_back_leads_to_what_was_before_and_past_every_place_of_the_page(
    leaver: Page, other: Other, mounted: Mounted
) -> None:
    other.answers = True
    leaver.goto(mounted.url("index.html"))
    leaver.goto(mounted.url("safety.html"))
    leaver.click(".contents a[href='#help']")
    leaver.click(".contents a[href='#exit']")
    leaver.click(EXIT)
    leaver.wait_for_url(NEUTRAL_SITE)
    for _ in ("safety.html#help", "safety.html"):
        with leaver.expect_request(NEUTRAL_SITE):
            leaver.evaluate("history.back()")
        expect(leaver).to_have_title("Weather")
    leaver.go_back()
    expect(leaver.locator("main.landing h1")).to_be_visible()
    leaver.goto(mounted.url("safety.html"))
    expect(leaver.locator("h1")).to_be_visible()
    assert kept(leaver) == NOTHING


def test_at_first_leaving_erases_nothing(leaver: Page, mounted: Mounted) -> None:
    open_builder(leaver, mounted)
    fill_in_worked_example(leaver)
    before = kept(leaver)
    assert before["session"].keys() == {"builder", "builder-result"}
    assert left(leaver, lambda: press(leaver))["kept"] == {**before, "session": before["session"] | LEFT["session"]}


def test_leave_and_erase_is_chosen_once_and_the_button_says_so(leaver: Page, mounted: Mounted) -> None:
    leaver.goto(mounted.url("safety.html"))
    expect(leaver.get_by_role("radio", name="Leave: what this site keeps")).to_be_checked()
    leaver.get_by_role("radio", name="Leave and erase").check()
    expect(leaver.locator(EXIT)).to_have_text("Leave and erase")
    assert kept(leaver) == GIVEN
    open_builder(leaver, mounted)
    fill_in_worked_example(leaver)
    leaver.get_by_role("checkbox", name="Keep my answers on this device").check()
    expect(leaver.locator(EXIT)).to_have_text("Leave and erase")
    assert left(leaver, lambda: press(leaver))["kept"] == LEFT


def test_a_result_that_comes_after_the_erasing_is_kept_nowhere(leaver: Page, mounted: Mounted) -> None:
    leaver.goto(mounted.url("safety.html"))
    leaver.check("[name=exit][value=erase]")
    open_builder(leaver, mounted)
    fill_in_worked_example(leaver)
    score = leaver.locator("#result [data-out=score]").text_content()
    state = left(leaver, lambda: leaver.evaluate(ANSWER_AND_LEAVE), str(score))
    assert state["kept"] == LEFT


def test_where_nothing_is_to_be_kept_the_choice_holds_for_the_page_alone(leaver: Page, mounted: Mounted) -> None:
    open_builder(leaver, mounted)
    leaver.check("[name=memory-only]")
    leaver.goto(mounted.url("safety.html"))
    leaver.check("[name=exit][value=erase]")
    expect(leaver.locator(EXIT)).to_have_text("Leave and erase")
    assert kept(leaver) == {"local": {}, "session": {"memory-only": "1"}}
    leaver.reload()
    expect(leaver.locator(EXIT)).to_have_text("Leave this page")


def test_offline_the_page_is_not_shown_again(context: BrowserContext, mounted: Mounted) -> None:
    page = context.new_page()
    open_builder(page, mounted)
    fill_in_worked_example(page)
    context.set_offline(True)
    page.click(EXIT, no_wait_after=True)
    expect(page.locator("h1", has_text="Find the next social move.")).not_to_be_visible()
    expect(page.locator("#result")).not_to_be_visible()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[BrowserContext]:
    """A profile without scripts."""
    with profile(browser, java_script_enabled=False) as context:
        yield context


def test_without_scripts_it_is_a_plain_link(scriptless: BrowserContext, mounted: Mounted) -> None:
    Other(scriptless).answers = True
    page = scriptless.new_page()
    page.goto(mounted.url("safety.html"))
    expect(page.locator(".exit-choice")).not_to_be_visible()
    page.click(EXIT)
    expect(page).to_have_title("Weather")


@pytest.mark.parametrize(("height", "place"), [(800, "sticky"), (479, "relative")])
def test_the_button_stays_in_sight_where_it_does_not_cover_much(
    height: int, place: str, page: Page, mounted: Mounted
) -> None:
    page.set_viewport_size({"width": 390, "height": height})
    page.goto(mounted.url("chapters/repair.html"))
    exit_ = page.locator(EXIT)
    assert exit_.evaluate("link => getComputedStyle(link.parentElement).position") == place
    box = exit_.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    page.locator("footer").scroll_into_view_if_needed()
    if place == "sticky":
        expect(exit_).to_be_in_viewport()
    else:
        expect(exit_).not_to_be_in_viewport()
