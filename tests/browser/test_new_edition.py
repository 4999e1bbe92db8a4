"""A newer edition is offered and never forced; nothing of two editions is ever mixed."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from site_builder.core.model import Files
from site_builder.core.project import Project
from tests.browser.conftest import choose, fill_in_worked_example, open_builder, out
from tests.browser.keeping import (
    another_edition,
    caches_of,
    kept_builder,
    kept_page,
    wait_for_python_kept,
    with_other_runtime,
)
from tests.browser.mounted import Mounted

CHAPTER = "chapters/weak-ties.html"
OLD, NEW = "Weak ties keep the social world warm", "Weak ties hold the social world open"
LINE, BUTTON = ".new-edition p", "[data-do=new-edition]"


@pytest.fixture
def second(project: Project, files: Files) -> Files:
    """A newer edition with other words in one chapter."""
    return another_edition(project, files, CHAPTER, OLD, NEW)


def start(context: BrowserContext, mounted: Mounted, name: str) -> Page:
    """A page of the first edition that came from its cache."""
    page = kept_page(context, mounted, name)
    page.goto(mounted.url(name))
    expect(page.locator(LINE)).to_be_hidden()
    return page


def publish(page: Page, mounted: Mounted, files: Files) -> None:
    """Put another edition on the server and load the page again, as a browser looks for one then."""
    mounted.files = dict(files)
    page.reload()
    page.wait_for_selector(LINE, state="visible")


def use_new(page: Page) -> None:
    """Press the button and wait for the page that comes."""
    with page.expect_navigation():
        page.click(BUTTON)
    expect(page.locator(LINE)).to_be_hidden()


def test_the_old_edition_stays_until_the_reader_wants_the_new_one(
    keeping: BrowserContext, mounted: Mounted, second: Files
) -> None:
    page = start(keeping, mounted, CHAPTER)
    publish(page, mounted, second)
    expect(page.locator(LINE)).to_contain_text("A newer edition of this site is ready.")
    expect(page.locator("h1")).to_contain_text(OLD)
    page.reload()
    expect(page.locator("h1")).to_contain_text(OLD)
    use_new(page)
    expect(page.locator("h1")).to_contain_text(NEW)


def test_the_old_cache_goes_and_the_new_edition_works_offline(
    keeping: BrowserContext, mounted: Mounted, second: Files
) -> None:
    page = start(keeping, mounted, CHAPTER)
    (old,) = caches_of(page)
    publish(page, mounted, second)
    assert len(caches_of(page)) == 2
    use_new(page)
    wait_for_one_cache(page)
    assert old not in caches_of(page)
    keeping.set_offline(True)
    page.goto(mounted.url("index.html"))
    page.goto(mounted.url(CHAPTER))
    expect(page.locator("h1")).to_contain_text(NEW)


def wait_for_one_cache(page: Page) -> None:
    """Wait until old editions are gone."""
    page.evaluate(
        "async () => { while ((await caches.keys()).length > 1) await new Promise(requestAnimationFrame); }"
    )


def test_only_what_changed_is_sent_again(keeping: BrowserContext, mounted: Mounted, second: Files) -> None:
    page = start(keeping, mounted, CHAPTER)
    number = len(mounted.asked)
    publish(page, mounted, second)
    assert set(mounted.asked[number:]) == {"/sw.js", f"/{CHAPTER}"}


def test_answers_survive_the_change(keeping: BrowserContext, mounted: Mounted, second: Files) -> None:
    page = start(keeping, mounted, "builder.html")
    page.wait_for_selector("html[data-python=ready]")
    publish(page, mounted, second)
    page.wait_for_selector("html[data-python=ready]")
    fill_in_worked_example(page)
    use_new(page)
    page.wait_for_selector("#result[data-state=complete]")
    assert out(page, "score") == "64"


def test_python_moves_with_the_edition_where_it_was_kept(
    keeping: BrowserContext, mounted: Mounted, project: Project, files: Files
) -> None:
    page = kept_builder(keeping, mounted)
    publish(page, mounted, with_other_runtime(project, files))
    use_new(page)
    wait_for_python_kept(page)
    keeping.set_offline(True)
    open_builder(page, mounted)
    assert "runtime/other/" in (page.get_attribute("html", "data-runtime") or "")
    fill_in_worked_example(page)
    assert out(page, "score") == "64"


@pytest.mark.parametrize("fault", ["missing", "altered"])
def test_an_edition_that_cannot_be_had_whole_is_not_used_at_all(
    keeping: BrowserContext, mounted: Mounted, second: Files, fault: str
) -> None:
    page = start(keeping, mounted, "index.html")
    before = caches_of(page)
    broken = dict(second)
    if fault == "missing":
        del broken[CHAPTER]
    else:
        broken[CHAPTER] += b"<!-- added on the way -->"
    mounted.files = broken
    page.evaluate(
        """async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            const found = new Promise((go) => registration.addEventListener("updatefound", go, { once: true }));
            await registration.update();
            await found;
            const worker = registration.installing;
            while (worker.state === "installing") await new Promise(requestAnimationFrame);
        }"""
    )
    assert caches_of(page)[: len(before)] == before
    expect(page.locator(LINE)).to_be_hidden()
    keeping.set_offline(True)
    page.goto(mounted.url(CHAPTER))
    expect(page.locator("h1")).to_contain_text(OLD)


def test_another_tab_is_left_alone_and_keeps_its_edition_until_it_is_loaded_again(
    keeping: BrowserContext, mounted: Mounted, project: Project, files: Files
) -> None:
    writing = kept_builder(keeping, mounted)
    choose(writing, "hosting", 2)
    other = start(keeping, mounted, "index.html")
    publish(other, mounted, with_other_runtime(project, files))
    use_new(other)
    writing.wait_for_selector(LINE, state="visible")
    expect(writing.locator("[name='answers.hosting']:checked")).to_have_value("2")
    assert len(caches_of(other)) == 2
    old = writing.get_attribute("html", "data-runtime")
    number = len(mounted.asked)
    assert writing.evaluate("async (url) => (await fetch(url)).status", f"{old}frozen.wasm") == 200
    asked = [name for name in mounted.asked[number:] if name != "/sw.js"]  # the browser looks for that when it likes
    assert asked == []
    use_new(writing)
    expect(writing.locator("[name='answers.hosting']:checked")).to_have_value("2")
    wait_for_one_cache(writing)


def test_a_copy_of_the_site_beside_this_one_is_left_alone(
    keeping: BrowserContext, mounted: Mounted, second: Files
) -> None:
    page = start(keeping, mounted, CHAPTER)
    beside = f"community-os {mounted.origin}/beside/ 0123456789ab"
    page.evaluate("(name) => caches.open(name)", beside)
    publish(page, mounted, second)
    use_new(page)
    page.evaluate(
        "async () => { while ((await caches.keys()).length > 2) await new Promise(requestAnimationFrame); }"
    )
    assert beside in caches_of(page)


def test_a_file_that_the_browser_lost_is_fetched_and_kept_again_when_an_edition_takes_over(
    keeping: BrowserContext, mounted: Mounted, second: Files
) -> None:
    page = start(keeping, mounted, "index.html")
    publish(page, mounted, second)
    lost = mounted.url("safety.html")
    assert page.evaluate("async (url) => (await caches.open((await caches.keys())[1])).delete(url)", lost)
    use_new(page)
    wait_for_one_cache(page)
    page.evaluate(
        "async (url) => { while (!(await caches.match(url))) await new Promise(requestAnimationFrame); }", lost
    )
    keeping.set_offline(True)
    page.goto(lost)
    expect(page.locator("h1")).not_to_have_text("This page is not on your device")
