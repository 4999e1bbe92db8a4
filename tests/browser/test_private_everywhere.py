"""The proof of privacy: every page opened, every tool used, and nothing leaves the browser.

The site's server notes all that it is asked, a proxy takes every request to any other host, and the browser tells of
its own requests, those of workers and of the service worker with them. The host sends no headers, so nothing but the
site's own code holds the workers back (docs/decisions/0029-one-policy-with-trusted-types.md).
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, Page, expect

from scoring.model import MODEL_VERSION
from site_builder.core.model import Files
from site_builder.output.parse import parse_files
from site_builder.output.service_worker import WORKER, kept_names
from site_builder.runtime.collect import engine_files
from tests.browser.canaries import ANSWERS, CODE, ELSE, choose_more, found, named_places, open_all, press_every_button
from tests.browser.conftest import DESK, PHONE, choose, fill_in_worked_example, open_builder, serve
from tests.browser.keeping import runtime_of, wait_for_python_kept
from tests.browser.mounted import Mounted
from tests.browser.watching import COPIES, Heard, Watched, listening, watching
from tests.browser.week import open_page, write

WORDS = "marmalade|zanzibar"
"""What is searched for."""
FILES = "canary-(?:file|context|broken)"
"""The name of a file that is opened, and what is in it."""
CANARIES = f"{ANSWERS}|{ELSE}|{WORDS}|{FILES}"

STORAGES = ("localStorage", "sessionStorage")
MAY_HOLD = {
    **{f"{storage} {name}": ANSWERS for storage in STORAGES for name in ("builder", "builder-result")},
    "history.state query": WORDS,
}
"""What is kept where, as the privacy page says; anything else is kept nowhere."""

TOLD = "BroadcastChannel"
WORDS_OF_TABS = {'"erased"', '"nothing"', '"something"', '"asks"', '"changed"'}
"""All that open pages of the site tell each other."""

OF_THIS_LANGUAGE = "a[href]:not([hreflang])"
LINKED_BY_NO_PAGE = {"404.html", "offline.html"}
"""Hosts and the service worker show these in the place of others."""

THE_BROWSERS_OWN = {WORKER}
"""With each page, a browser looks for a newer service worker by itself. It sends nothing but the address."""

ASKED_BY_CHROMIUM = {"CONNECT content-autofill.googleapis.com:443 HTTP/1.1"}
"""Where a page has fields, Chromium asks its maker what they are for. No page can start that, or stop it."""

INSIDE_THE_BROWSER = ("blob:", "data:")
"""Requests for what the page itself holds: saved files, and the picture of the card."""

KEPT_FILE = {
    "format": "community-map-builder",
    "version": 1,
    "model": MODEL_VERSION,
    "date": "2026-11-23",
    "answers": {"belonging": 1, "repair": 2},
    "capacity": "plenty",
    "contexts": ["canary-context"],
    "another": {"invitation": 0, "contribution": 0},
}


@pytest.fixture
def heard() -> list[Heard]:
    """All that the site's server is asked."""
    return []


@pytest.fixture
def site(files: Files, heard: list[Heard], monkeypatch: pytest.MonkeyPatch) -> Iterator[Mounted]:
    """The site on a host that sends no headers."""
    monkeypatch.setattr("site_builder.preview.HEADERS", {})
    yield from serve(Mounted(files), partial(listening, heard))


def crawl(page: Page, mounted: Mounted, visit: Callable[[Page], None]) -> set[str]:
    """Follow every link inside the site from its first page; gives the names of the pages.

    But those to other languages: the pages there have the same templates and scripts.
    """
    waiting, seen = [mounted.url("index.html")], set()
    while waiting:
        url = waiting.pop()
        seen.add(url)
        page.goto(url)
        visit(page)
        links = {
            urldefrag(link).url
            for link in page.eval_on_selector_all(OF_THIS_LANGUAGE, "all => all.map((a) => a.href)")
        }
        waiting += {link for link in links if link.startswith(mounted.origin)} - seen - set(waiting)
    return {unquote(url.removeprefix(mounted.url(""))) for url in seen}


def use(page: Page) -> None:
    """Do on a page what can be done on any: open all, press all, come near the tool."""
    open_all(page)
    press_every_button(page)
    page.hover("header nav a:visible >> nth=0")


def use_builder(page: Page, mounted: Mounted) -> None:
    """Answer, tick, press every button, have words in the place of numbers, and keep it on the device."""
    open_builder(page, mounted)
    fill_in_worked_example(page)
    choose_more(page)
    pressed = press_every_button(page)
    assert {"Copy as text", "Copy a link", "Save the calendar file", "Save my answers as a file"} <= set(pressed)
    expect(page.locator(".card-actions .done").first).to_have_text("Calendar file saved.")
    page.check("[name=hide-numbers]")
    page.set_viewport_size(PHONE)
    page.eval_on_selector("[data-do=change-answers]", "button => button.click()")
    page.get_by_role("button", name="Back", exact=True).click()
    page.set_viewport_size(DESK)
    page.get_by_role("checkbox", name="Keep my answers on this device").check()
    choose(page, "repair", 4)
    page.reload()
    expect(page.locator("#result [data-out=band]")).to_be_visible()


def use_shared_card(page: Page, mounted: Mounted) -> None:
    """Open two shared links: one as a page, one in a page that is open."""
    page.goto(mounted.url(f"builder.html#{CODE}"))
    page.get_by_role("button", name="Make your own").click()
    page.evaluate("code => { location.hash = code }", CODE)
    page.get_by_role("button", name="Use these answers").click()
    expect(page.locator("#result [data-out=score]")).to_have_text("20")
    assert page.url == mounted.url("builder.html")


def use_files(page: Page, mounted: Mounted) -> None:
    """Open a file that cannot be read, and one that can."""
    open_builder(page, mounted)
    for text, then in (("canary-broken", "#import-trouble"), (json.dumps(KEPT_FILE), "#import-preview")):
        file = {"name": "canary-file.json", "mimeType": "application/json", "buffer": text.encode()}
        page.set_input_files("#import-file", file)
        expect(page.locator(then)).to_be_visible()
    page.click("[data-do=use-file]")
    expect(page.locator('input[name="answers.repair"][value="2"]')).to_be_checked()


def use_ledger(page: Page, mounted: Mounted) -> None:
    """Write a week, with a name, and save all that can be saved."""
    open_page(page, mounted)
    write(page, "canary-kettle", "canary-mailboxes", line="canary-line")
    page.get_by_role("button", name="Save a backup file", exact=True).click()
    expect(page.locator(".last-backup")).to_contain_text("Last backup: ")
    open_page(page, mounted, "people.html")


def use_search(page: Page, mounted: Mounted) -> None:
    """Look for words that are there and that are not, go to a result and back, and follow a link with words."""
    page.goto(mounted.url("search.html"))
    for words in ("marmalade zanzibar", "weak tie zanzibar"):
        page.fill("#query", words)
        page.wait_for_selector("#search:is([data-state=found], [data-state=none])")
    page.press("#query", "Enter")
    expect(page.locator("article h1")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("weak tie zanzibar")
    page.goto(mounted.url("search.html#q=marmalade"))
    page.wait_for_selector("#search[data-state=none]")


def forget(page: Page, mounted: Mounted) -> None:
    """Keep nothing, then erase all."""
    open_builder(page, mounted)
    page.get_by_role("checkbox", name="Keep nothing at all").check()
    choose(page, "repair", 3)
    page.click("[data-do=erase]")
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(page.locator("[role=status]")).to_have_text(
        "Your answers, your ledger and your choices are erased from this browser."
    )


def leave(page: Page, mounted: Mounted) -> None:
    """Choose that leaving at once erases, and leave; for a page of this site, so that no other is let through."""
    page.goto(mounted.url("safety.html"))
    page.check("[name=exit][value=erase]")
    page.evaluate("url => { document.querySelector('[data-do=exit]').href = url }", mounted.url("privacy.html"))
    page.click("[data-do=exit]")
    page.wait_for_url(mounted.url("privacy.html"))


LEDGER = {"IndexedDB community-os", "history.state part", "address"}
"""Kept where the buttons of this week were pressed after Python had started."""

TOOLS = (use_builder, use_shared_card, use_files, use_ledger, use_search, forget, leave)


def all_pages(files: Files) -> set[str]:
    """Name the pages that a reader finds."""
    return {name for name in files if name.endswith(".html")} - LINKED_BY_NO_PAGE


def expect_only_own_files_asked(watched: Watched) -> None:
    """Nothing but GET of files that the build wrote, nothing after a question mark, no cookie, no other host."""
    own = {watched.mounted.url(name) for name in ("", *watched.mounted.files)}
    sent = [request for request in watched.told if not request.url.startswith(INSIDE_THE_BROWSER)]
    asked = [watched.mounted.origin + heard.path for heard in watched.heard]
    asked += [urldefrag(request.url).url for request in sent]
    assert {unquote(url) for url in asked} - own == set()
    assert {one.method for one in (*watched.heard, *sent)} == {"GET"}
    texts = [f"{heard.path} {heard.text}" for heard in watched.heard]
    texts += [f"{urldefrag(request.url).url} {request.headers} {request.post_data}" for request in sent]
    assert [text for text in texts if found(f"cookie|{CANARIES}", text)] == []
    assert set(watched.elsewhere) - ASKED_BY_CHROMIUM == set()
    assert watched.troubles == []
    assert watched.context.cookies() == []


def expect_kept_as_named(watched: Watched, named: set[str]) -> None:
    """All that was ever kept is where the privacy page says, each where it belongs, and nothing in an address."""
    assert {text for place, text in watched.kept if place == TOLD} <= WORDS_OF_TABS
    places = {place for place, _ in watched.kept} - {"address", TOLD}
    assert places | {"Cache Storage community-os"} == named
    held = [(place, re.sub(MAY_HOLD.get(place, "$^"), "", text)) for place, text in watched.kept]
    assert [one for one in held if found(CANARIES, str(one))] == []


def expect_copies_of_own_files(watched: Watched, page: Page) -> None:
    """The Cache Storage holds the site's files as they are, and nothing else."""
    files = watched.mounted.files
    runtime = runtime_of(files)
    names = [*kept_names(parse_files(files)), *(runtime.folder + name for name in engine_files(runtime)["frozen"])]
    copies = page.evaluate(COPIES)
    assert {name.rpartition(" ")[0] for name, _, _, _ in copies} == {f"community-os {watched.mounted.url('')}"}
    assert sorted(copy[1:] for copy in copies) == sorted(
        ["GET", watched.mounted.url(name), sha256(files[name]).hexdigest()] for name in names
    )


def test_every_page_asks_for_nothing_but_the_sites_own_files(
    browser: Browser, site: Mounted, heard: list[Heard], files: Files
) -> None:
    with watching(browser, site, heard, service_workers="block") as watched:
        page = watched.context.new_page()

        def visit(page: Page) -> None:
            use(page)
            watched.look(page)

        assert crawl(page, site, visit) == all_pages(files)
        expect_only_own_files_asked(watched)
        assert {place for place, _ in watched.kept} - LEDGER == {"localStorage theme", TOLD}


def test_every_tool_works_without_a_request_once_the_sites_own_files_are_there(
    browser: Browser, site: Mounted, heard: list[Heard], files: Files
) -> None:
    with watching(browser, site, heard, permissions=["clipboard-read", "clipboard-write"]) as watched:
        page = watched.context.new_page()
        named = named_places(page, site)
        open_builder(page, site)
        wait_for_python_kept(page)
        number = len(heard)
        for use_tool in TOOLS:
            use_tool(page, site)
            watched.look(page)

        def visit(page: Page) -> None:
            if page.url == site.url("builder.html"):
                wait_for_python_kept(page)  # its button is gone then
            use(page)

        assert crawl(page, site, visit) == all_pages(files)
        assert {later.path.removeprefix(site.prefix) for later in heard[number:]} - THE_BROWSERS_OWN == set()
        expect_only_own_files_asked(watched)
        watched.look(page)
        expect_kept_as_named(watched, named)
        expect_copies_of_own_files(watched, page)
