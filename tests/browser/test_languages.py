"""The Spanish edition in a browser: the builder and the ledger in Spanish, and a reader who changes the language."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from site_builder.core.model import Files
from site_builder.core.project import Project
from tests.browser.axe import EVERYTHING, faults
from tests.browser.checked import page_with_axe
from tests.browser.conftest import fill_in_worked_example, serve
from tests.browser.mounted import Mounted
from tests.browser.people import NEVER_KEPT

ENGLISH = re.compile(r"\b(the|and|your|with|this|that|week|answer)\b")
PAGES = ("index", "builder", "ledger", "people", "safety", "worksheets", "chapters/weak-ties", "chapters/belonging")
TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
SEEN_TO_BY = """wanted => new Promise(done => {
    const look = () => {
        const { controller } = navigator.serviceWorker;
        if (controller && new URL(controller.scriptURL).pathname === wanted) done();
        else setTimeout(look, 50);
    };
    look();
})"""
SHOWN = "() => document.querySelector('main').innerText"


@pytest.fixture
def mounted(editions: Files) -> Iterator[Mounted]:
    """The site in all languages."""
    yield from serve(Mounted(editions))


def open_page(page: Page, mounted: Mounted, name: str) -> None:
    """Open a tool and wait for Python."""
    page.goto(mounted.url(name))
    page.wait_for_selector("html[data-python=ready]")


def test_the_builder_answers_in_spanish_from_the_first_question_to_the_card(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, "es/builder.html")
    fill_in_worked_example(page)
    expect(page.locator("#result")).to_contain_text("Puntuación de conexión 64 de 100")
    expect(page.locator("#result")).to_contain_text("Lazos débiles")
    page.eval_on_selector_all("#result details", "all => all.forEach(one => { one.open = true; })")
    assert ENGLISH.findall(page.evaluate(SHOWN)) == []


def test_answers_go_along_when_the_language_is_changed(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, "builder.html")
    page.check("[name=keep-on-device]")
    fill_in_worked_example(page)
    page.click(".site-header a[hreflang=es]")
    page.wait_for_selector("html[lang=es][data-python=ready]")
    assert page.url == mounted.url("es/builder.html")
    expect(page.locator("#result")).to_contain_text("Puntuación de conexión 64 de 100")
    expect(page.locator('[name="answers.weak-ties"]:checked')).to_have_value("1")
    page.click(".site-header a[hreflang=en]")
    page.wait_for_selector("html[lang=en][data-python=ready]")
    expect(page.locator("#result")).to_contain_text("Connection score 64 of 100")


def test_the_ledger_is_one_in_both_languages(page: Page, mounted: Mounted) -> None:
    page.add_init_script(NEVER_KEPT)
    page.goto(mounted.url("es/people.html"))
    page.fill("#entry [name=name]", "Rosa")
    page.check("#entry [name=ring][value=warm]")
    page.click("#entry > .buttons > .button")
    expect(page.locator("#entries")).to_contain_text("Rosa")
    assert ENGLISH.findall(page.evaluate(SHOWN)) == []
    page.click(".site-header a[hreflang=en]")
    expect(page.locator("html[lang=en] #entries")).to_contain_text("Rosa")


def test_no_newer_edition_is_offered_to_one_who_changes_the_language(
    keeping: BrowserContext, mounted: Mounted
) -> None:
    page = keeping.new_page()
    for name, worker in (("index.html", "/sw.js"), ("es/index.html", "/es/sw.js")):
        page.goto(mounted.url(name))
        page.evaluate(SEEN_TO_BY, worker)
    expect(page.locator(".new-edition p")).to_be_hidden()


def test_an_unfinished_chapter_is_read_in_its_own_language(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("es/chapters/belonging.html"))
    expect(page.locator(".prose").first).to_have_attribute("lang", "en")
    expect(page.get_by_text("Esta página todavía no está traducida.")).to_be_visible()
    page.goto(mounted.url("es/chapters/weak-ties.html"))
    assert page.locator(".prose, h1").evaluate_all("all => all.map((one) => one.lang)") == ["", ""]


def test_axe_finds_nothing_and_nothing_runs_off_a_small_phone(
    context: BrowserContext, mounted: Mounted, project: Project
) -> None:
    page = page_with_axe(context, project)
    page.set_viewport_size({"width": 320, "height": 800})
    for name in PAGES:
        page.goto(mounted.url(f"es/{name}.html"))
        page.wait_for_load_state("networkidle")
        assert (name, faults(page, EVERYTHING, set())) == (name, [])
        assert (name, page.evaluate(TOO_WIDE)) == (name, False)
