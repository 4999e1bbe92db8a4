"""A browser can install the site, at any path: with icons and shortcuts, and open it without a connection."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect

from site_builder.core.model import Files
from site_builder.output.service_worker import WORKER
from tests.browser.conftest import ARGUMENTS, PATIENCE, PHONE, browser_path, serve
from tests.browser.keeping import kept_page
from tests.browser.mounted import Mounted

PREFIXES = ("/", "/community/", "/some where/community/")

SIZE = """async (address) => {
    const picture = await createImageBitmap(await (await fetch(address)).blob());
    return `${picture.width}x${picture.height}`;
}"""


@pytest.fixture(scope="module")
def places(files: Files) -> Iterator[dict[str, Mounted]]:
    """The site at the top of a host, and below; all at once, for so each has an address of its own."""
    with ExitStack() as stack:
        server = contextmanager(serve)
        yield {prefix: stack.enter_context(server(Mounted(files, prefix))) for prefix in PREFIXES}


@pytest.fixture(scope="module")
def reader(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A profile on disk: in one that is forgotten, nothing can be installed."""
    context = browser.browser_type.launch_persistent_context(
        tmp_path_factory.mktemp("profile"),
        executable_path=browser_path(),
        args=ARGUMENTS,
        viewport=PHONE,
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture(params=PREFIXES)
def place(request: pytest.FixtureRequest, places: dict[str, Mounted]) -> Mounted:
    """The site at one of them."""
    return places[request.param]


@pytest.fixture
def opened(reader: BrowserContext, place: Mounted) -> Iterator[tuple[Page, CDPSession]]:
    """A page of the site, kept, and the browser's own view of it."""
    page = kept_page(reader, place, "chapters/weak-ties.html")
    yield page, reader.new_cdp_session(page)
    reader.set_offline(False)
    place.down = False
    page.close()


def test_the_browser_finds_nothing_that_keeps_the_site_from_being_installed(
    opened: tuple[Page, CDPSession], place: Mounted
) -> None:
    _, session = opened
    found = session.send("Page.getAppManifest")
    root = place.origin + quote(place.prefix)
    assert found["errors"] == []
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    manifest = found["manifest"]
    assert (manifest["scope"], manifest["startUrl"], manifest["display"]) == (
        root,
        f"{root}index.html",
        "kStandalone",
    )
    assert (
        session.send("Page.getAppId")["appId"] == manifest["startUrl"]
    )  # so that each copy of the site is its own app


def test_every_icon_is_a_picture_of_the_size_that_it_claims(opened: tuple[Page, CDPSession]) -> None:
    page, session = opened
    icons = session.send("Page.getAppManifest")["manifest"]["icons"]
    assert len(icons) == 3
    for icon in icons:
        assert (page.evaluate(SIZE, icon["url"]), icon["type"]) == (icon["sizes"], "image/png")


def test_the_browser_would_say_what_is_missing(reader: BrowserContext, mounted: Mounted) -> None:
    manifest = mounted.files["manifest.webmanifest"]
    mounted.files["manifest.webmanifest"] = manifest.replace(b"512", b"51").replace(b"192", b"19")
    page = reader.new_page()
    page.goto(mounted.url("index.html"))
    session = reader.new_cdp_session(page)
    session.send("Page.getAppManifest")
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    page.close()
    assert "manifest-missing-suitable-icon" in {error["errorId"] for error in errors}


def test_once_kept_the_app_and_its_shortcuts_open_without_a_connection(
    reader: BrowserContext, opened: tuple[Page, CDPSession], place: Mounted
) -> None:
    page, session = opened
    manifest = session.send("Page.getAppManifest")["manifest"]
    reader.set_offline(True)
    place.down = True  # for a service worker that is only now started may not know yet that it is offline
    number = len(place.asked)
    for url in (manifest["startUrl"], *(one["url"] for one in manifest["shortcuts"])):
        page.goto(url)
        expect(page.locator("h1")).not_to_have_text("This page is not on your device")
        assert page.url == url
    asked = {path.removeprefix(place.prefix) for path in place.asked[number:]} - {WORKER}
    assert [path for path in asked if not path.startswith("runtime/")] == []  # Python is kept where it is used
