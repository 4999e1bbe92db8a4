"""Canaries: what a reader types or chooses is found nowhere but in the places that the privacy page names."""

from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.browser.canaries import (
    ANSWERS,
    CODE,
    ELSE,
    OWN_WORDS,
    choose_more,
    found,
    named_places,
    press_every_button,
)
from tests.browser.conftest import NEXT_THIN, choose, fill_in_worked_example, into, open_builder
from tests.browser.kept import Kept, kept
from tests.browser.mounted import Mounted
from tests.browser.story import promise

CANARIES = f"{ANSWERS}|{ELSE}|weak-ties|invitation"

WATCH_HISTORY = """
    globalThis.visited = [];
    for (const name of ["pushState", "replaceState"]) {
        const original = history[name].bind(history);
        history[name] = (...given) => { visited.push(JSON.stringify(given)); original(...given); };
    }
"""
WATCH_STORAGE = r"""
    globalThis.everKept = new Set();
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
        everKept.add(`${this === localStorage ? "local" : "session"} ${key.replace(/ \/$/, "")}`);
        setItem.call(this, key, text);
    };
"""


def places(kept_now: Kept) -> set[str]:
    return {f"{storage}Storage {key}" for storage, keys in kept_now.items() for key in keys}


def test_nothing_typed_or_chosen_leaves_the_page(page: Page, mounted: Mounted, context: BrowserContext) -> None:
    named = named_places(page, mounted)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=mounted.origin)
    page.add_init_script(WATCH_HISTORY)
    page.add_init_script(WATCH_STORAGE)
    requests: list[Request] = []
    context.on("request", into(requests))
    open_builder(page, mounted)
    entries = page.evaluate("() => history.length")
    own_files = len(requests)
    asked = len(mounted.asked)

    fill_in_worked_example(page)
    choose_more(page)
    pressed = press_every_button(page)
    assert len(pressed) > 28
    assert {"Copy as text", "Copy a link", "Save the calendar file", "Save my answers as a file"} <= set(pressed)
    expect(page.locator(".card-actions .done").first).to_have_text("Calendar file saved.")
    promise(page)  # "Another idea" took back what was promised
    # A result with the reader's own words in it is kept nowhere.
    score, builder = "builder-card-score", "builder"
    assert places(kept(page)) == {f"sessionStorage {builder}", f"sessionStorage {score}", "localStorage theme"}
    assert not found(ELSE, str(kept(page)))
    for field in OWN_WORDS:
        page.fill(field, "")
    page.get_by_role("checkbox", name="Keep my answers on this device").check()
    choose(page, "repair", 4)
    expect(page.locator("#result [data-out=score]")).not_to_have_text("64")
    assert places(kept(page)) == {f"localStorage {name}" for name in (builder, score, "builder-result", "theme")}
    assert [request.url for request in requests[own_files:] if not request.url.startswith("blob:")] == []
    assert mounted.asked[asked:] == []

    open_links_and_erase(page)
    later = [request.url for request in requests[own_files:] if not request.url.startswith("blob:")]
    # At a new address a browser may ask for the icon again.
    assert [url for url in later if not url.endswith("img/icon.svg")] == []
    sent = "\n".join(f"{request.url} {request.post_data} {request.headers}" for request in requests)
    assert not found(CANARIES, sent)
    assert page.url == mounted.url("builder.html")
    assert page.evaluate("() => history.length") == entries + 2  # the two links that were opened, cleaned
    expect_only_named_traces(page, named)


def open_links_and_erase(page: Page) -> None:
    page.evaluate("code => { location.hash = code }", CODE)
    page.get_by_role("button", name="Make your own").click()
    page.evaluate("code => { location.hash = code }", CODE)
    page.get_by_role("button", name="Use these answers").click()
    expect(page.locator("#result [data-out=score]")).to_have_text("20")
    page.get_by_role("checkbox", name="Keep nothing at all").check()
    page.click("[data-do=start-over]")
    page.click("[data-do=erase]")
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(page.locator("[role=status]")).to_contain_text("are erased from this browser.")


def expect_only_named_traces(page: Page, named: set[str]) -> None:
    """All that was ever written to the history and to storages, now erased or not."""
    assert page.evaluate("() => history.state") is None
    states = page.evaluate("() => visited")
    assert len(states) == 2
    assert not found(CANARIES, "".join(states)), states
    assert page.evaluate("async () => [window.name, (await caches.keys()).length]") == ["", 0]
    ever = {place.replace(" ", "Storage ", 1) for place in page.evaluate("() => [...everKept]")}
    assert ever == {
        "sessionStorage builder",
        "sessionStorage builder-result",
        "localStorage builder",
        "localStorage builder-result",
        "sessionStorage builder-card-score",
        "localStorage builder-card-score",
        "sessionStorage memory-only",
        "localStorage theme",
    }
    by_leaving = {"localStorage exit", "sessionStorage left"}  # tests/browser/test_exit.py
    assert ever | by_leaving == {
        place for place in named if place.partition(" ")[0] in ("localStorage", "sessionStorage")
    }


def test_the_page_works_on_where_the_connection_is_lost(
    page: Page, mounted: Mounted, context: BrowserContext
) -> None:
    open_builder(page, mounted)
    context.set_offline(True)
    fill_in_worked_example(page)
    page.get_by_text("Put it in a calendar").click()
    with page.expect_download():
        page.click("[data-do=save-ics]")
    choose(page, "weak-ties", 4)
    expect(page.locator("#result [data-out=thin-spot]")).to_have_text(NEXT_THIN)
