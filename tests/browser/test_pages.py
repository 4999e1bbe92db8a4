"""Every page, anywhere: it opens without a fault, fits a narrow screen, and its links lead somewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from site_builder.core.model import Files
from site_builder.output.write import write_site
from tests.browser.conftest import fill_in_worked_example, out, serve
from tests.browser.mounted import Mounted


@pytest.fixture
def deep(editions: Files) -> Iterator[Mounted]:
    """The site two folders down, with a space in the address."""
    yield from serve(Mounted(editions, "/some where/community/"))


def test_every_page_opens_and_fits_a_narrow_screen(page: Page, mounted: Mounted, files: Files) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    names = sorted(name for name in files if name.endswith(".html"))
    assert len(names) > 15
    for name in names:
        page.goto(mounted.url(name))
        expect(page.locator("main h1")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        expect(page.locator("body > a.skip-link:first-child")).to_have_count(1)


def test_under_any_path_every_link_leads_somewhere(context: BrowserContext, deep: Mounted) -> None:
    page = context.new_page()
    start = deep.url("index.html").replace(" ", "%20")
    root = start.removesuffix("index.html")
    waiting, seen = [start], set()
    while waiting:
        url = waiting.pop()
        seen.add(url)
        response = page.goto(url)
        assert response is not None
        assert response.status == 200, url
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href.split('#')[0])")
        waiting += {link for link in links if link.startswith(deep.origin)} - seen - set(waiting)
    assert len(seen) > 15
    assert all(url.startswith(root) for url in seen)


def test_under_any_path_the_builder_works(context: BrowserContext, deep: Mounted) -> None:
    page = context.new_page()
    page.goto(deep.url("builder.html"))
    fill_in_worked_example(page)
    assert out(page, "score") == "64"
    assert all(path.startswith(deep.prefix) for path in deep.asked)


def test_a_chapter_reads_well_from_a_folder_on_disk(context: BrowserContext, files: Files, tmp_path: Path) -> None:
    write_site(files, tmp_path / "dist")
    page = context.new_page()
    page.goto((tmp_path / "dist" / "chapters" / "weak-ties.html").as_uri())
    expect(page.locator("article h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"  # the style sheet is there
    page.click("nav.neighbors a[rel=next]")
    expect(page.locator("article h1")).to_be_visible()


def test_citations_lead_to_the_source_and_back(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("chapters/weak-ties.html"))
    first = page.locator("sup.cite a").first
    first.click()
    expect(page.locator("li:target")).to_be_in_viewport()
    page.locator("li:target a[href^='#cited-']").first.click()
    expect(first).to_be_in_viewport()


def test_the_skip_link_jumps_to_the_text(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("chapters/weak-ties.html"))
    page.keyboard.press("Tab")
    expect(page.locator("a.skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
