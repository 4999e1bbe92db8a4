"""What the browser itself makes of the head: it reads the manifest and the icons, and the policy lets data stand."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from site_builder.core.colors import DARK, LIGHT
from tests.browser.conftest import into
from tests.browser.mounted import Mounted

SIZE_OF = """async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
}"""
THEME_COLOR = """() => [...document.querySelectorAll("meta[name=theme-color]")]
    .filter((meta) => matchMedia(meta.media).matches).map((meta) => meta.content)"""


MANIFEST = "link[rel=manifest]"


@pytest.mark.parametrize("name", ["index.html", "chapters/weak-ties.html", "builder.html"])
def test_the_browser_reads_the_manifest_without_an_error(page: Page, mounted: Mounted, name: str) -> None:
    page.goto(mounted.url(name))
    page.wait_for_selector(MANIFEST, state="attached")
    session = page.context.new_cdp_session(page)
    read = session.send("Page.getAppManifest")
    assert read["errors"] == []
    assert urlsplit(read["url"]).path == "/manifest.webmanifest"
    assert json.loads(read["data"])["short_name"] == "Ledger"


@pytest.mark.parametrize("comes", [True, False])
def test_a_tool_names_the_manifest_once_the_start_of_python_has_ended(
    context: BrowserContext, mounted: Mounted, comes: bool
) -> None:
    held: list[Route] = []
    page = context.new_page()
    page.route("**/frozen.wasm", into(held), times=1)
    page.goto(mounted.url("builder.html"))
    page.wait_for_selector("html[data-python=loading]")
    expect(page.locator(MANIFEST)).to_have_count(0)
    if not comes:
        mounted.remove("frozen.wasm")
        mounted.remove("pyodide.mjs")
    held[0].continue_()
    page.wait_for_selector(f"html[data-python={'ready' if comes else 'failed'}] {MANIFEST}", state="attached")
    expect(page.locator(MANIFEST)).to_have_count(1)


def test_the_browser_finds_all_that_an_installed_site_needs(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("index.html"))
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A profile of a test is private, and nothing can be installed from such a one; there is nothing else to say.
    assert {entry["errorId"] for entry in found} <= {"in-incognito"}


def test_icons_and_pictures_of_links_can_be_shown(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("index.html"))
    names = ("icons/icon-192.png", "icons/maskable-512.png", "social/index.png")
    sizes = {name: page.evaluate(SIZE_OF, mounted.url(name)) for name in names}
    assert sizes == {
        "icons/icon-192.png": [192, 192],
        "icons/maskable-512.png": [512, 512],
        "social/index.png": [1200, 630],
    }


def test_the_policy_lets_the_data_stand(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("chapters/weak-ties.html"))
    text = page.eval_on_selector("script[type='application/ld+json']", "element => element.textContent")
    (article,) = json.loads(text)["@graph"]
    assert article["headline"] == page.inner_text("h1")
    # The fixture `page` fails on any message of the console, and a blocked script is one.


@pytest.mark.parametrize(("scheme", "color"), [("light", LIGHT.paper), ("dark", DARK.paper)])
def test_the_frame_has_the_color_that_the_page_has(page: Page, mounted: Mounted, scheme: str, color: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(mounted.url("index.html"))
    assert page.evaluate(THEME_COLOR) == [color]
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == "rgb({}, {}, {})".format(*bytes.fromhex(color[1:]))
