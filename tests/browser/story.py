"""What a reader does with the builder, in the words of its stories."""

from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import WORKED_EXAMPLE, answer, open_builder
from tests.browser.mounted import Mounted

THREE_THIN = {**WORKED_EXAMPLE, "hosting": 1, "groups": 1}
"""Weak ties, invitations and groups are just as thin."""

TOO_MUCH = "second.too-much"


def entries(page: Page) -> list[list[str]]:
    """What stands in the form."""
    return page.evaluate("() => [...new FormData(document.querySelector('#builder'))]")


def complete(page: Page, mounted: Mounted, answers: Mapping[str, int | str], capacity: str = "some") -> None:
    """Give all ten answers, with the capacity before them."""
    open_builder(page, mounted)
    tick(page, "capacity", capacity)
    answer(page, answers)
    page.wait_for_selector("#result[data-state=complete]")


def tick(page: Page, name: str, value: str) -> None:
    page.check(f'[name="{name}"][value="{value}"]')


def promise(page: Page, slot: str = "invitation") -> None:
    """Say yes to the move on offer."""
    page.click(f"#result [data-out={slot}] [data-do=promise]")
    expect(page.locator(".promise h3")).to_be_focused()


def title(page: Page, slot: str) -> Locator:
    return page.locator(f"#result [data-out={slot}] .move-title")


def link(page: Page, mounted: Mounted) -> str:
    """The link that the button copies."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=mounted.origin)
    page.locator(".card-more").evaluate("(details) => { details.open = true; }")
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator(".card-actions .done")).to_have_text("Link copied.")
    return page.evaluate("() => navigator.clipboard.readText()")


def card(page: Page) -> Locator:
    return page.locator("#result [data-out=card]")


def thin_spot(page: Page) -> Locator:
    return page.locator("#result [data-out=thin-spot]")
