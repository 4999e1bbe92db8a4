"""The preview as a writer has it: the page beside the editor follows each save, and shows what is wrong."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from site_builder.core.project import Project
from site_builder.preview import Preview, make_server
from tests.browser.axe import EVERYTHING, faults
from tests.browser.checked import page_with_axe
from tests.browser.conftest import SOON, into
from tests.cases.case import lay_out
from tests.site_builder.commands import patch_build

CHAPTER = "content/chapters/03-weak-ties.md"
REFUSED = "Failed to load resource: the server responded with a status of 500"
"""Chromium says so of each page of problems."""


class Desk(NamedTuple):
    """A writer's folder, and her preview."""

    root: Path
    origin: str

    def change(self, old: str, new: str, name: str = CHAPTER) -> None:
        path = self.root / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def desk(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A tiny site in its preview, which follows changes."""
    patch_build(monkeypatch)
    preview = Preview(lay_out("tiny", project, tmp_path / "tiny"), print)
    server = make_server(preview, 0)
    with preview.following():
        thread = Thread(target=server.serve_forever, args=(SOON,), daemon=True)
        thread.start()
        yield Desk(preview.project.root, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def open_page(context: BrowserContext, project: Project, desk: Desk) -> Iterator[Page]:
    """A chapter in the browser, in which nothing is blocked and nothing fails."""
    page, said = page_with_axe(context, project), list[str]()
    hear = into(said)
    page.on("console", lambda message: hear(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: hear(str(error)))
    page.goto(f"{desk.origin}/chapters/weak-ties.html")
    yield page
    assert [text for text in said if not text.startswith(REFUSED)] == []


def test_the_page_follows_each_save(open_page: Page, desk: Desk) -> None:
    for old, new in (("Start with one face", "Begin with one face"), ("Begin with one face", "Take one face")):
        desk.change(old, new)
        expect(open_page.locator("main")).to_contain_text(new)


def test_a_mistake_takes_the_place_of_the_page_until_it_is_mended(open_page: Page, desk: Desk) -> None:
    address = open_page.url
    desk.change("label:", "lable:")
    expect(open_page.locator("h1")).to_have_text("2 problems in 1 file")
    expect(open_page.locator("h2")).to_have_text(CHAPTER)
    expect(open_page.locator("mark").last).to_have_text("lable")
    expect(open_page.locator("li").last).to_contain_text('did you mean "label"?')
    assert faults(open_page, EVERYTHING) == []
    desk.change("lable:", "lbel:")
    expect(open_page.locator("mark").last).to_have_text("lbel")
    desk.change("lbel:", "label:")
    expect(open_page.locator("main")).to_contain_text("Start with one face")
    assert open_page.url == address


def test_a_look_that_changes_reaches_the_page_too(open_page: Page, desk: Desk) -> None:
    desk.change("{", "{ main { order: 7 } ", "web/css/site/3-base.css")
    expect(open_page.locator("main")).to_have_css("order", "7")


def test_a_tab_that_was_behind_another_asks_when_it_is_seen_again(open_page: Page, desk: Desk) -> None:
    seen = "value => Object.defineProperty(document, 'hidden', { configurable: true, get: () => value })"
    turned = "() => document.dispatchEvent(new Event('visibilitychange'))"
    open_page.evaluate(seen, True)
    with open_page.expect_event("requestfailed", lambda request: "/preview/edition" in request.url):
        open_page.evaluate(turned)
    desk.change("Start with one face", "Begin with one face")
    open_page.evaluate(seen, False)
    open_page.evaluate(turned)
    expect(open_page.locator("main")).to_contain_text("Begin with one face")
