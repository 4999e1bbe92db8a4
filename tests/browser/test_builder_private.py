"""Canaries: what a reader types or chooses is found nowhere but in the places that the privacy page names."""

import re
from datetime import date, timedelta

from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.browser.conftest import choose, fill_in_worked_example, open_builder
from tests.browser.kept import Kept, kept
from tests.browser.mounted import Mounted

DAY = str(date.today() + timedelta(days=200))  # noqa: DTZ011 - the reader's own day
TYPED = {"[name=review-time]": "04:13", "[name=move-time]": "03:57", "[name=date]": DAY}
CANARIES = re.compile(
    rf"04.?13|03.?57|{DAY}|answers\.(?!js)|weak-ties|caring-for-someone|invitation|2vy29fn4m7", re.IGNORECASE
)
"""What is typed below, names and values of the form, and the code of a shared card."""

WATCH_HISTORY = """
    globalThis.visited = [];
    for (const name of ["pushState", "replaceState"]) {
        const original = history[name].bind(history);
        history[name] = (...given) => { visited.push(JSON.stringify(given)); original(...given); };
    }
"""
WATCH_STORAGE = """
    globalThis.everKept = new Set();
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
        everKept.add(`${this === localStorage ? "local" : "session"} ${key}`);
        setItem.call(this, key, text);
    };
"""
LAST = {"Start over", "Start Python again", "Use these answers", "Close this card"}
"""Buttons that take others away, pressed by name below, and one that only a failure shows."""


def named_places(page: Page, mounted: Mounted) -> set[str]:
    """Storage and key of everything that the privacy page says is kept."""
    page.goto(mounted.url("privacy.html"))
    rows = page.locator("main tbody tr").all()
    return {" ".join(code.inner_text() for code in row.locator("code").all()) for row in rows}


def places(kept_now: Kept) -> set[str]:
    return {f"{storage}Storage {key}" for storage, keys in kept_now.items() for key in keys}


def press_every_button(page: Page) -> list[str]:
    """Press every button that can be seen with everything open, but for the last ones; close what that opens."""
    page.on("filechooser", lambda _: None)  # nothing is chosen
    for details in page.locator("main details:visible > summary").all():
        details.click()
    for field, text in TYPED.items():
        page.fill(field, text)
    page.check("[name=move]")
    page.check("[name=name-the-move]")
    pressed = []
    for button in page.locator("header button:visible, main button:visible").all():
        name = button.get_attribute("aria-label") or button.inner_text()
        if name in LAST:
            continue
        button.click()
        if page.locator("dialog[open]").count():
            page.keyboard.press("Escape")
        pressed.append(name)
    return pressed


def test_nothing_typed_or_chosen_leaves_the_page(page: Page, mounted: Mounted, context: BrowserContext) -> None:
    named = named_places(page, mounted)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=mounted.origin)
    page.add_init_script(WATCH_HISTORY)
    page.add_init_script(WATCH_STORAGE)
    requests: list[Request] = []
    context.on("request", lambda request: requests.append(request))  # noqa: PLW0108 - Playwright refuses a built-in
    open_builder(page, mounted)
    entries = page.evaluate("() => history.length")
    own_files = len(requests)
    asked = len(mounted.asked)

    fill_in_worked_example(page)
    page.check('input[name="contexts"][value="caring-for-someone"]')
    pressed = press_every_button(page)
    assert len(pressed) > 28
    assert {"Copy the card", "Copy a link", "Save the calendar file", "Save my answers as a file"} <= set(pressed)
    expect(page.locator(".card-actions .done").first).to_have_text("Calendar file saved.")
    assert places(kept(page)) == {"sessionStorage builder", "localStorage theme"}
    assert not re.search(f"04:13|03:57|{DAY}", str(kept(page)))
    page.get_by_role("checkbox", name="Keep my answers on this device").check()
    choose(page, "repair", 4)
    assert places(kept(page)) == {"localStorage builder", "localStorage theme"}
    assert [request.url for request in requests[own_files:] if not request.url.startswith("blob:")] == []
    assert mounted.asked[asked:] == []

    open_links_and_erase(page)
    later = [request.url for request in requests[own_files:] if not request.url.startswith("blob:")]
    # At a new address a browser may ask for the icon again.
    assert [url for url in later if not url.endswith("img/icon.svg")] == []
    sent = "\n".join(f"{request.url} {request.post_data} {request.headers}" for request in requests)
    assert not CANARIES.search(sent)
    assert page.url == mounted.url("builder.html")
    assert page.evaluate("() => history.length") == entries + 2  # the two links that were opened, cleaned
    expect_only_named_traces(page, named)


def open_links_and_erase(page: Page) -> None:
    page.evaluate("() => { location.hash = '2vy29fn4m7' }")
    page.get_by_role("button", name="Close this card").click()
    page.evaluate("() => { location.hash = '2vy29fn4m7' }")
    page.get_by_role("button", name="Use these answers").click()
    expect(page.locator("#result [data-out=score]")).to_have_text("48")
    page.get_by_role("checkbox", name="Keep nothing at all").check()
    page.click("[data-do=start-over]")
    page.click("[data-do=erase]")
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(page.locator("[role=status]")).to_have_text("Everything is erased.")


def expect_only_named_traces(page: Page, named: set[str]) -> None:
    """All that was ever written to the history and to storages, now erased or not."""
    assert page.evaluate("() => history.state") is None
    states = page.evaluate("() => visited")
    assert len(states) == 2
    assert not CANARIES.search("".join(states)), states
    assert page.evaluate("async () => [window.name, (await caches.keys()).length]") == ["", 0]
    ever = {place.replace(" ", "Storage ", 1) for place in page.evaluate("() => [...everKept]")}
    assert ever == {
        "sessionStorage builder",
        "localStorage builder",
        "sessionStorage memory-only",
        "localStorage theme",
    }
    assert ever == named


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
    expect(page.locator("#result [data-out=thin-spot]")).to_have_text("Invitations")
