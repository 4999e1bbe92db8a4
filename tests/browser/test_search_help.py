"""The search page for who is not well, and for who has no keyboard."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.mounted import Mounted


def look_for(page: Page, mounted: Mounted, query: str) -> None:
    """Put a query into the box of a fresh page and wait for its end."""
    page.goto(mounted.url("search.html"))
    page.get_by_role("searchbox").fill(query)
    page.wait_for_selector("#search:is([data-state=found], [data-state=none])")


@pytest.mark.parametrize("query", ["lonely", "I feel so ALONE", "loneli", "he hits me", "zebra suicide"])
def test_for_words_of_distress_help_stands_above_all_results(page: Page, mounted: Mounted, query: str) -> None:
    look_for(page, mounted, query)
    link = page.get_by_role("link", name="Where help is, with lines to call or write to, by country")
    expect(link).to_be_visible()
    first = page.locator(".search-results a").first
    assert first.count() == 0 or link.bounding_box()["y"] < first.bounding_box()["y"]
    expect(page.locator("#search [role=status]")).to_contain_text("If you are not safe")
    link.click()
    expect(page.locator("#help")).to_be_in_viewport()


@pytest.mark.parametrize("query", ["soup", "al", "whole", "diet"])
def test_other_words_are_no_sign_of_distress(page: Page, mounted: Mounted, query: str) -> None:
    look_for(page, mounted, query)
    expect(page.locator(".search-help")).to_be_hidden()


def test_help_goes_when_the_words_do(page: Page, mounted: Mounted) -> None:
    look_for(page, mounted, "lonely")
    page.get_by_role("searchbox").fill("bench")
    expect(page.locator(".search-help")).to_be_hidden()


def test_keys_are_explained_where_there_is_a_keyboard(browser: Browser, mounted: Mounted) -> None:
    for touch in (False, True):
        context = browser.new_context(has_touch=touch, is_mobile=touch, service_workers="block")
        page = context.new_page()
        page.goto(mounted.url("search.html"))
        expect(page.get_by_text("Accents and capitals")).to_be_visible()
        assert page.get_by_text("On a keyboard").is_visible() is not touch
        context.close()


def test_a_link_cannot_bring_more_words_than_can_be_typed(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url(f"search.html#q={'a' * 100_000}"))
    expect(page.get_by_role("searchbox")).to_have_value("a" * 200)
    page.wait_for_selector("#search[data-state=none]")
