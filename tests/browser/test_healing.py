"""What a browser has kept wrongly, or lost, mends itself; a site that was given up leaves the device."""

from collections.abc import Callable
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.output.service_worker import REMOVER, WORKER
from site_builder.runtime.snapshot import SNAPSHOT
from tests.browser.conftest import edition_of, fill_in_worked_example, open_builder, out, serve
from tests.browser.keeping import (
    another_edition,
    caches_of,
    kept_builder,
    kept_page,
    wait_for_python_kept,
    wait_until_kept,
)
from tests.browser.mounted import Mounted

WRONG = b"<!DOCTYPE html><title>Back soon</title>"

GONE = """async () => {
  while ((await navigator.serviceWorker.getRegistrations()).length || (await caches.keys()).length) {
    await new Promise(requestAnimationFrame);
  }
}"""

FILLED = """async (urls) => {
  for (const url of urls) while (!(await caches.match(url))) await new Promise(requestAnimationFrame);
}"""

FAILED = """async () => {
  while (!(await caches.match("./?failed"))) await new Promise(requestAnimationFrame);
}"""

NOT_INSTALLED = """async () => {
  while (await navigator.serviceWorker.getRegistration()) await new Promise(requestAnimationFrame);
}"""


def keeping_for_a_year(handler: type[BaseHTTPRequestHandler]) -> type[BaseHTTPRequestHandler]:
    """A host whose browsers keep what is named by its content, whatever it sent."""

    class Keeping(handler):
        def send_header(self, name: str, value: str) -> None:
            is_immutable = name == "Cache-Control" and ("/runtime/" in self.path or "/assets/" in self.path)
            super().send_header(name, "public, max-age=31536000, immutable" if is_immutable else value)

    return Keeping


@pytest.mark.parametrize(
    "ending", [SNAPSHOT, "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python.zip", "scoring-worker.js"]
)
def test_one_wrong_answer_of_a_host_is_asked_for_again(context: BrowserContext, files: Files, ending: str) -> None:
    wrong = {name: WRONG for name in files if name.endswith(ending)}
    right = {name: data for name, data in files.items() if ending == SNAPSHOT or not name.endswith(SNAPSHOT)}
    check_healed(context, wrong, right, "frozen" if ending == SNAPSHOT else "plain")


def test_a_snapshot_of_another_edition_is_asked_for_again(context: BrowserContext, files: Files) -> None:
    edition = edition_of(files).encode()
    wrong = {name: data.replace(edition, edition[::-1]) for name, data in files.items() if name.endswith(SNAPSHOT)}
    check_healed(context, wrong, files, "frozen")


def check_healed(context: BrowserContext, wrong: Files, right: Files, engine: str) -> None:
    """An engine gives the worked example's score, where the browser has kept wrong files of a host that is right."""
    with contextmanager(serve)(Mounted({**right, **wrong}), keeping_for_a_year) as mounted:
        page = context.new_page()
        for name in wrong:
            page.goto(mounted.url("index.html"))
            page.evaluate("(url) => fetch(url).then((response) => response.arrayBuffer())", mounted.url(name))
        mounted.files = dict(right)
        open_builder(page, mounted)
        fill_in_worked_example(page)
        assert out(page, "score") == "64"
        expect(page.locator("html")).to_have_attribute("data-engine", engine)


def delete_kept(page: Page, mounted: Mounted, *names: str) -> None:
    """Let the browser lose files that it has kept."""
    page.evaluate(
        """async (urls) => {
            const cache = await caches.open((await caches.keys())[0]);
            for (const url of urls) await cache.delete(url);
        }""",
        [mounted.url(name) for name in names],
    )


def test_what_a_browser_lost_is_fetched_again_when_a_page_is_shown(keeping: BrowserContext, mounted: Mounted) -> None:
    page = kept_page(keeping, mounted, "index.html")
    delete_kept(page, mounted, "safety.html", "about.html")
    page.reload()
    page.evaluate(FILLED, [mounted.url("safety.html"), mounted.url("about.html")])
    keeping.set_offline(True)
    page.goto(mounted.url("safety.html"))
    expect(page.locator("h1")).not_to_have_text("This page is not on your device")


def test_a_page_says_that_it_works_offline_only_when_it_does(keeping: BrowserContext, mounted: Mounted) -> None:
    keeping.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page = keeping.new_page()
    open_builder(page, mounted)
    page.click("[data-do=make-offline]")
    wait_for_python_kept(page)
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    page = keeping.new_page()
    open_builder(page, mounted)
    page.click("[data-do=make-offline]")
    wait_for_python_kept(page)
    keeping.set_offline(True)
    open_builder(page, mounted)
    fill_in_worked_example(page)
    assert out(page, "score") == "64"


def test_an_edition_that_comes_back_while_a_page_of_it_is_open_is_kept_whole(
    keeping: BrowserContext, mounted: Mounted, project: Project, files: Files
) -> None:
    first = kept_page(keeping, mounted, "index.html")
    second = another_edition(project, files, "safety.html", "</h1>", ".</h1>")
    mounted.files = dict(second)
    first.reload()
    first.wait_for_selector(".new-edition p", state="visible")
    with first.expect_navigation():
        first.click("[data-do=new-edition]")
    mounted.files = dict(files)
    first.reload()
    first.wait_for_selector(".new-edition p", state="visible")
    first.reload()  # the second edition tidies
    with first.expect_navigation():
        first.click("[data-do=new-edition]")
    first.evaluate(FILLED, [mounted.url(name) for name in ("safety.html", "chapters/weak-ties.html", "about.html")])
    keeping.set_offline(True)
    for name in ("safety.html", "chapters/weak-ties.html", "search.html"):
        first.goto(mounted.url(name))
        expect(first.locator("h1")).not_to_have_text("This page is not on your device")


def view(page: Page, mounted: Mounted) -> None:
    """Look at a page until its browser has asked for the service worker."""
    before = mounted.asked.count("/sw.js")
    page.goto(mounted.url("index.html"))
    while mounted.asked.count("/sw.js") == before:
        page.wait_for_timeout(20)


def test_a_host_that_changes_a_page_on_the_way_is_not_asked_for_everything_at_each_view(
    keeping: BrowserContext, mounted: Mounted, files: Files
) -> None:
    mounted.files["about.html"] += b"<!-- a filter was here -->"
    page = keeping.new_page()
    page.goto(mounted.url("index.html"))
    page.evaluate(FAILED)
    number = len(mounted.asked)
    for _ in range(3):
        view(page, mounted)
        page.evaluate(NOT_INSTALLED)
    kept = {path for path in mounted.asked[number:] if not path.startswith("/assets/")}
    assert kept == {"/index.html", "/sw.js"}
    mounted.files = dict(files)
    page.evaluate(
        """async () => {
            for (const name of await caches.keys()) await (await caches.open(name)).delete("./?failed");
        }"""
    )  # an hour later
    number = len(mounted.asked)
    view(page, mounted)
    wait_until_kept(page)
    asked = {path for path in mounted.asked[number:] if not path.startswith("/assets/")}
    assert asked == {"/index.html", "/sw.js", "/about.html"}


def put_remover(mounted: Mounted) -> None:
    mounted.files[WORKER] = mounted.files[REMOVER]


def take_worker_away(mounted: Mounted) -> None:
    del mounted.files[WORKER]


@pytest.mark.parametrize("give_up", [put_remover, take_worker_away])
def test_a_site_that_is_given_up_leaves_the_device(
    keeping: BrowserContext, mounted: Mounted, give_up: Callable[[Mounted], None]
) -> None:
    page = kept_builder(keeping, mounted)
    page.evaluate("() => caches.open('of another site')")
    give_up(mounted)
    mounted.files["index.html"] = b"<!DOCTYPE html><html lang='en'><title>Moved</title><h1>We have moved</h1></html>"
    page.goto(mounted.url("safety.html"))
    page.evaluate("() => caches.delete('of another site')")
    page.evaluate(GONE)
    page.goto(mounted.url("index.html"))
    expect(page.locator("h1")).to_have_text("We have moved")
    assert caches_of(page) == []
