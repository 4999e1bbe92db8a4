"""Where Python cannot run: words, at once, and a form that can still be read."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from site_builder.core.model import Files
from tests.browser.conftest import choose, edition_of, serve
from tests.browser.mounted import Mounted

PLAIN = "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python.zip"
"""What the plain Python loads."""

AT_ONCE = 10_000
"""Milliseconds within which a reader is told. The design says two seconds, and a quiet machine stays far below them.
A busy one is no fault of the page."""


@pytest.fixture
def broken(files: Files) -> Iterator[Mounted]:
    """A site of which a test breaks a part."""
    yield from serve(Mounted(files))


def expect_words(page: Page, state: str, timeout: float | None = AT_ONCE) -> None:
    page.wait_for_selector(f"html[data-python={state}]", timeout=timeout)
    shown = page.locator(f".python-state[data-when={state}]")
    expect(shown).to_be_visible()
    expect(shown).to_contain_text("there is no score")
    expect(page.locator("[role=status]")).to_contain_text("there is no score")
    expect(page.locator(".python-state:visible")).to_have_count(1)


@pytest.mark.parametrize("ending", [*PLAIN, "scoring-worker.js"])
def test_where_both_engines_miss_a_file_it_is_told(context: BrowserContext, broken: Mounted, ending: str) -> None:
    broken.remove("frozen.wasm")
    broken.remove(ending)
    page = context.new_page()
    page.goto(broken.url("builder.html"))
    expect_words(page, "failed", timeout=None)  # the lock file is read when Pyodide has started
    choose(page, "hosting", 2)
    expect(page.locator("#builder")).to_be_visible()


def test_a_damaged_archive_is_told(context: BrowserContext, broken: Mounted) -> None:
    broken.remove("frozen.wasm")
    name = next(name for name in broken.files if name.endswith("python.zip"))
    broken.files[name] = b"PK" + bytes(1000)
    page = context.new_page()
    page.goto(broken.url("builder.html"))
    expect_words(page, "failed", timeout=None)  # Pyodide has to start before it can find out


def test_an_edition_that_does_not_fit_the_page_is_told(context: BrowserContext, broken: Mounted) -> None:
    old = broken.files["builder.html"]
    broken.files["builder.html"] = old.replace(edition_of(broken.files).encode(), b"an-older-one")
    page = context.new_page()
    page.goto(broken.url("builder.html"))
    page.wait_for_selector("html[data-python=failed]")
    expect(page.locator(".python-state[data-when=failed]")).to_be_visible()


def test_a_browser_without_webassembly_is_told(context: BrowserContext, mounted: Mounted) -> None:
    context.add_init_script("delete globalThis.WebAssembly")
    page = context.new_page()
    page.goto(mounted.url("builder.html"))
    expect_words(page, "unavailable")
    assert not any("runtime/" in path for path in mounted.asked)


def test_without_scripts_everything_can_be_read(browser: Browser, mounted: Mounted) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(mounted.url("builder.html"))
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("#builder fieldset:visible")).to_have_count(14)
    expect(page.locator("#result h3:visible")).to_have_count(0)
    page.goto(mounted.url("index.html"))
    expect(page.locator("#example [data-out=score]")).to_have_text("64")
    page.goto(mounted.url("chapters/weak-ties.html"))
    expect(page.locator("article h1")).to_be_visible()
    context.close()
