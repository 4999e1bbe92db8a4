"""After one visit the whole site works without a connection; where a browser keeps nothing, it works as before."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from site_builder.core.model import Files
from site_builder.core.page_registry import PAGES
from site_builder.core.policy import MEDIA_TYPES
from site_builder.output.parse import parse_files
from site_builder.output.service_worker import kept_names
from tests.browser.conftest import fill_in_worked_example, open_builder, out, serve
from tests.browser.keeping import caches_of, kept_builder, kept_page, wait_for_python_kept
from tests.browser.mounted import Mounted

WHAT_IS_SHOWN = """() => [
    document.body.innerText,
    getComputedStyle(document.body).fontFamily,
    [...document.fonts].filter((face) => face.status === "loaded").length > 0,
    [...document.images].every((image) => image.complete && image.naturalWidth > 0),
    document.documentElement.scrollHeight,
]"""

PYTHON_PAGES = {spec.output for spec in PAGES if spec.runs_python}
SOURCES = """() => Object.fromEntries(["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type))
  .map((entry) => [entry.name, entry.workerFinalSourceType]))"""


@pytest.fixture
def deep(files: Files) -> Iterator[Mounted]:
    """The site two folders down, with a space in the address."""
    yield from serve(Mounted(files, "/some where/community/"))


def shown(page: Page, mounted: Mounted, name: str) -> list[object]:
    """What a reader sees of a page, once its typefaces are there."""
    page.goto(mounted.url(name))
    page.evaluate("() => document.fonts.ready.then(() => 1)")
    if name in PYTHON_PAGES:
        page.wait_for_selector("html[data-python=ready]")
        page.wait_for_selector("html:not(:has(.ledger)), .ledger[data-shown]", state="attached")
        page.evaluate("() => { document.querySelector('#make-offline').hidden = true; }")
    found: list[object] = page.evaluate(WHAT_IS_SHOWN)
    return found


def take_the_connection(context: BrowserContext, mounted: Mounted) -> int:
    """Switch the network off; gives how many requests the server has seen."""
    context.set_offline(True)
    return len(mounted.asked)


def asked_since(mounted: Mounted, number: int) -> set[str]:
    """What the server was asked; the browser's own look for a newer service worker is not stopped by emulation."""
    return {path.removeprefix(mounted.prefix) for path in mounted.asked[number:]} - {"sw.js"}


def test_every_page_is_offline_what_it_is_online(
    context: BrowserContext, keeping: BrowserContext, mounted: Mounted, files: Files
) -> None:
    names = [name for name in kept_names(parse_files(files)) if name.endswith(".html")]
    assert len(names) > 20
    online = context.new_page()
    expected = {name: shown(online, mounted, name) for name in names}
    page = kept_builder(keeping, mounted)
    number = take_the_connection(keeping, mounted)
    assert {name: shown(page, mounted, name) for name in names} == expected
    assert asked_since(mounted, number) == set()


@pytest.mark.parametrize("place", ["mounted", "deep"])
def test_after_one_visit_the_builder_and_the_search_work_offline(
    keeping: BrowserContext, request: pytest.FixtureRequest, place: str
) -> None:
    mounted = request.getfixturevalue(place)
    page = kept_builder(keeping, mounted)
    number = take_the_connection(keeping, mounted)
    open_builder(page, mounted)
    fill_in_worked_example(page)
    assert out(page, "score") == "64"
    page.goto(mounted.url("search.html"))
    page.fill("#query", "weak tie")
    page.wait_for_selector(".search-results a")
    page.click(".search-results a >> nth=0")
    expect(page.locator("main h1")).to_be_visible()
    assert asked_since(mounted, number) == set()


def test_the_page_of_the_first_visit_goes_on_when_the_line_is_cut(keeping: BrowserContext, mounted: Mounted) -> None:
    page = kept_page(keeping, mounted, "search.html")
    take_the_connection(keeping, mounted)
    page.fill("#query", "weak tie")
    page.wait_for_selector(".search-results a")


@pytest.mark.parametrize("name", ["nowhere.html", "chapters/none/of/these.html"])
def test_an_unknown_address_gives_the_offline_page_with_links_that_lead_somewhere(
    keeping: BrowserContext, mounted: Mounted, name: str
) -> None:
    page = kept_page(keeping, mounted, "index.html")
    take_the_connection(keeping, mounted)
    page.goto(mounted.url(name))
    expect(page.locator("h1")).to_have_text("This page is not on your device")
    page.click("main ol a >> nth=2")
    expect(page.locator("article h1")).to_be_visible()


def test_an_address_as_hosts_write_it_finds_its_page(keeping: BrowserContext, mounted: Mounted) -> None:
    page = kept_page(keeping, mounted, "index.html")
    take_the_connection(keeping, mounted)
    for address in ("", "?from=a-letter", "chapters/", "chapters", "safety", "chapters/weak-ties.html?x#main"):
        page.goto(mounted.url(address))
        expect(page.locator("h1")).not_to_have_text("This page is not on your device")


def test_online_an_unknown_address_is_what_the_host_says(keeping: BrowserContext, mounted: Mounted) -> None:
    page = kept_page(keeping, mounted, "index.html")
    response = page.goto(mounted.url("nowhere.html"))
    assert response is not None
    assert (response.status, response.from_service_worker) == (404, True)


def test_after_the_site_is_kept_nothing_more_is_asked(keeping: BrowserContext, mounted: Mounted) -> None:
    page = kept_builder(keeping, mounted)
    number = len(mounted.asked)
    fill_in_worked_example(page)
    page.goto(mounted.url("chapters/weak-ties.html"))
    open_builder(page, mounted)
    fill_in_worked_example(page)
    assert out(page, "score") == "64"
    assert asked_since(mounted, number) == set()


def test_a_chapters_reader_keeps_the_pages_and_not_python(keeping: BrowserContext, mounted: Mounted) -> None:
    kept_page(keeping, mounted, "chapters/weak-ties.html")
    assert [path for path in mounted.asked if "runtime/" in path or "social/" in path] == []


def test_by_the_button_everything_is_kept(keeping: BrowserContext, mounted: Mounted, files: Files) -> None:
    size = len(next(data for name, data in files.items() if name.endswith("frozen.wasm")))
    keeping.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page = keeping.new_page()
    open_builder(page, mounted)
    expect(page.locator("#make-offline")).to_contain_text(f"Python ({size / 1_000_000:.1f} MB)")
    assert caches_of(page) == []  # whoever saves data is asked first
    page.click("[data-do=make-offline]")
    wait_for_python_kept(page)
    expect(page.locator("[role=status]")).to_contain_text("now works offline")
    take_the_connection(keeping, mounted)
    open_builder(page, mounted)
    fill_in_worked_example(page)
    assert out(page, "score") == "64"


def test_where_the_plain_python_runs_that_one_is_kept(keeping: BrowserContext, files: Files) -> None:
    for mounted in serve(Mounted(files)):
        mounted.remove("frozen.wasm")
        page = kept_builder(keeping, mounted)
        take_the_connection(keeping, mounted)
        open_builder(page, mounted)
        fill_in_worked_example(page)
        assert out(page, "score") == "64"
        expect(page.locator("html")).to_have_attribute("data-engine", "plain")


def test_a_browser_without_room_goes_on_as_before_and_says_so(keeping: BrowserContext, mounted: Mounted) -> None:
    page = keeping.new_page()
    page.goto("about:blank")
    session = keeping.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": mounted.origin, "quotaSize": 1000})
    open_builder(page, mounted)
    page.click("[data-do=make-offline]")
    page.wait_for_selector("[data-offline=failed]", state="visible")
    expect(page.locator("[role=status]")).to_contain_text("could not keep the files")
    fill_in_worked_example(page)
    assert out(page, "score") == "64"
    assert caches_of(page) == []


def test_a_browser_without_service_workers_has_no_words_about_them(browser: Browser, mounted: Mounted) -> None:
    context = browser.new_context()
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    open_builder(page, mounted)
    fill_in_worked_example(page)
    assert out(page, "score") == "64"
    expect(page.locator("#make-offline")).to_be_hidden()
    expect(page.locator(".new-edition p")).to_be_hidden()
    assert (troubles, "/sw.js" in mounted.asked) == ([], False)
    context.close()


def test_odd_requests_pass_by(keeping: BrowserContext, mounted: Mounted) -> None:
    page = kept_page(keeping, mounted, "index.html")
    ways = {"plain": {}, "part": {"headers": {"range": "bytes=0-9"}}, "head": {"method": "HEAD"}}
    for way, how in ways.items():
        number = len(mounted.asked)
        page.evaluate("([url, how]) => fetch(url, how)", [mounted.url("safety.html"), how])
        assert (len(mounted.asked) > number) is (way != "plain"), way


def varying(handler: type[BaseHTTPRequestHandler]) -> type[BaseHTTPRequestHandler]:
    """A host that says its answers depend on the browser."""

    class Varying(handler):
        def end_headers(self) -> None:
            self.send_header("Vary", "Accept, User-Agent, Sec-Fetch-Mode")
            super().end_headers()

    return Varying


def test_what_a_host_says_of_varying_answers_does_not_matter(keeping: BrowserContext, files: Files) -> None:
    for mounted in serve(Mounted(files), varying):
        page = kept_builder(keeping, mounted)
        number = take_the_connection(keeping, mounted)
        open_builder(page, mounted)
        fill_in_worked_example(page)
        assert asked_since(mounted, number) == set()


def test_kept_files_do_not_wait_for_the_service_worker(keeping: BrowserContext, deep: Mounted) -> None:
    page = kept_builder(keeping, deep)
    open_builder(page, deep)
    sources = page.evaluate(SOURCES)
    assert len(sources) > 8
    assert set(sources.values()) == {"cache"}, sources


def redirecting(handler: type[BaseHTTPRequestHandler]) -> type[BaseHTTPRequestHandler]:
    """Let a server answer for x.html that it has moved to x."""

    class Redirecting(handler):
        def send_response(self, code: int) -> None:
            moved = self.path.endswith(".html")
            super().send_response(301 if moved else code)
            if moved:
                self.send_header("Location", self.path.removesuffix(".html"))

    return Redirecting


def test_a_host_that_redirects_to_addresses_without_html_is_kept_as_well(
    keeping: BrowserContext, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MEDIA_TYPES, "", MEDIA_TYPES[".html"])
    bare = {name.removesuffix(".html"): data for name, data in files.items() if ".html" in name}
    for mounted in serve(Mounted(files | bare), redirecting):
        page = kept_page(keeping, mounted, "index.html")
        keeping.set_offline(True)
        for name in ("chapters/weak-ties.html", "chapters/weak-ties", "safety.html"):
            page.goto(mounted.url(name))
            expect(page.locator("h1")).not_to_have_text("This page is not on your device")


def test_everything_kept_is_the_sites_own_and_can_be_read(
    keeping: BrowserContext, mounted: Mounted, files: Files
) -> None:
    page = kept_page(keeping, mounted, "index.html")
    kept = page.evaluate(
        """async () => {
            const cache = await caches.open((await caches.keys())[0]);
            const requests = await cache.keys();
            return Promise.all(requests.map(async ({ url }) => [url, (await cache.match(url)).type]));
        }"""
    )
    assert sorted(url for url, _ in kept) == [mounted.url(name) for name in kept_names(parse_files(files))]
    assert {kind for _, kind in kept} == {"basic"}
