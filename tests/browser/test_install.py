"""A browser can install the site, at any path: with icons and shortcuts, and open it without a connection."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect

from site_builder.core.model import Files
from site_builder.output.service_worker import WORKER
from tests.browser.conftest import ARGUMENTS, PATIENCE, browser_path, serve
from tests.browser.keeping import kept_page
from tests.browser.mounted import Mounted

SIZE = """async (address) => {
    const picture = await createImageBitmap(await (await fetch(address)).blob());
    return `${picture.width}x${picture.height}`;
}"""


@pytest.fixture(params=["/", "/community/", "/some where/community/"])
def place(request: pytest.FixtureRequest, files: Files) -> Iterator[Mounted]:
    """The site at the top of a host, and below."""
    yield from serve(Mounted(files, request.param))


@pytest.fixture
def reader(browser: Browser, tmp_path: Path) -> Iterator[BrowserContext]:
    """A profile on disk: in one that is forgotten, nothing can be installed."""
    context = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=browser_path(), args=ARGUMENTS, viewport={"width": 390, "height": 800}
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def opened(reader: BrowserContext, place: Mounted) -> tuple[Page, CDPSession]:
    """A page of the site, kept, and the browser's own view of it."""
    page = kept_page(reader, place, "chapters/weak-ties.html")
    return page, reader.new_cdp_session(page)


def test_the_browser_finds_nothing_that_keeps_the_site_from_being_installed(
    reader: BrowserContext, place: Mounted
) -> None:
    _, session = opened(reader, place)
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


def test_every_icon_is_a_picture_of_the_size_that_it_claims(reader: BrowserContext, place: Mounted) -> None:
    page, session = opened(reader, place)
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
    assert "manifest-missing-suitable-icon" in {error["errorId"] for error in errors}


def test_once_kept_the_app_and_its_shortcuts_open_without_a_connection(
    reader: BrowserContext, place: Mounted
) -> None:
    page, session = opened(reader, place)
    manifest = session.send("Page.getAppManifest")["manifest"]
    reader.set_offline(True)
    number = len(place.asked)
    for url in (manifest["startUrl"], *(one["url"] for one in manifest["shortcuts"])):
        page.goto(url)
        expect(page.locator("h1")).not_to_have_text("This page is not on your device")
        assert page.url == url
    assert {path.removeprefix(place.prefix) for path in place.asked[number:]} <= {WORKER}
