"""One walk through every page in every state that it can be in, and what is found on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page

from site_builder.core.model import Files
from tests.browser.checked import page_with_checks
from tests.browser.conftest import PHONE, profile, serve, without_trouble
from tests.browser.mounted import Mounted
from tests.browser.test_reflow import what_does_not_fit
from tests.browser.test_structure import what_reads_badly
from tests.browser.views import all_views, told
from tests.once import Once


def what_moves(page: Page) -> list[str]:
    """What moves although the reader asked for less motion."""
    found: list[str] = page.evaluate("checks.motion()")
    return found


def what_is_small(page: Page) -> list[str]:
    """Text that is too small to be read on a phone."""
    page.set_viewport_size({"width": 390, "height": 844})
    found: list[str] = page.evaluate("checks.small()")
    return found


QUESTIONS: dict[str, Callable[[Page], list[str]]] = {
    "landmarks, headings and links read well in a list": what_reads_badly,
    "nothing moves where the reader asked for less motion": what_moves,
    "no text is small on a phone": what_is_small,
    "everything fits": what_does_not_fit,
}


@dataclass
class Walk:
    """What was found, by question and place, and the title and the language of each page."""

    found: dict[str, dict[str, list[str]]] = field(default_factory=lambda: {question: {} for question in QUESTIONS})
    titles: dict[str, tuple[str, str | None]] = field(default_factory=dict)


def go_through(browser: Browser, mounted: Mounted) -> Walk:
    """Open every page, and ask everything of it in each of its states."""
    walk = Walk()
    with profile(browser, service_workers="block", reduced_motion="reduce") as context:
        page = page_with_checks(context)
        with without_trouble(page, mounted):
            for view in all_views(mounted.files):
                page.set_viewport_size(PHONE)
                view.open(page, mounted)
                walk.titles[view.file] = (page.title(), page.get_attribute("html", "lang"))
                for question, ask in QUESTIONS.items():
                    if lines := ask(page):
                        walk.found[question][str(view)] = lines
    return walk


@pytest.fixture(scope="module")
def walk(browser: Browser, files: Files, once: Once) -> Walk:
    """The walk through the site."""

    def make() -> Walk:
        (walk,) = (go_through(browser, mounted) for mounted in serve(Mounted(files)))
        return walk

    return once("walk", make)


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_is_found_on_any_page(walk: Walk, question: str) -> None:
    assert not walk.found[question], told(walk.found[question])


def test_every_page_has_a_title_of_its_own_and_a_language(walk: Walk) -> None:
    assert len(walk.titles) > 20
    assert {name: lang for name, (_, lang) in walk.titles.items() if lang != "en"} == {}
    titles = [title for title, _ in walk.titles.values()]
    assert all(title.strip() for title in titles)
    assert sorted(set(titles)) == sorted(titles)
