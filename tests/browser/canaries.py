"""What the tests of privacy type and press, how they find it again, and what the privacy page promises."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.browser.conftest import today
from tests.browser.mounted import Mounted
from tests.browser.story import promise

DAY = str(today() + timedelta(days=200))
TYPED = {"[name=review-time]": "04:13", "[name=move-time]": "03:57", "[name=date]": DAY}
CODE = "457f8wj222222229"
"""The code of a card that somebody shared: six answers, the one for weak ties 1, and no moves."""
ANSWERS = r"answers\.(?!js)|caring-for-someone|second\.|too-much|ordinary"
"""Names and values of the form."""
OWN_WORDS = {"[name=when]": "canary-kettle", "[name=where]": "canary-mailboxes"}
ELSE = rf"04.?13|03.?57|{DAY}|{CODE}|{'|'.join(OWN_WORDS.values())}"
"""Times, days, codes, and the reader's own words."""

LAST = {"Start over", "Start Python again", "Use these answers", "Make your own", "Not this one after all"}
"""Buttons that take others away, pressed by name, and one that only a failure shows."""


def named_places(page: Page, mounted: Mounted) -> set[str]:
    """Place and name of everything that the privacy page says is kept."""
    page.goto(mounted.url("privacy.html"))
    rows = page.locator("main table").first.locator("tbody tr").all()
    return {" ".join(code.inner_text() for code in row.locator("code").all()) for row in rows}


def choose_more(page: Page) -> None:
    """Fill in what is not one of the ten answers: the reader's life and wishes, a moment, and the calendar."""
    page.check('input[name="contexts"][value="caring-for-someone"]')
    page.check('input[name="wishes"][value="repair"]')
    page.check('input[name="ordinary"][value="no"]')
    page.check('input[name="second.too-much"][value="no"]')
    page.check("[name=card-score]")
    promise(page)
    for field, text in OWN_WORDS.items():
        page.fill(field, text)
    expect(page.locator("#result [data-out=card]")).to_contain_text(OWN_WORDS["[name=where]"])
    open_all(page)
    for field, text in TYPED.items():
        page.fill(field, text)
    page.check("[name=move]")
    page.check("[name=name-the-move]")


def open_all(page: Page) -> None:
    """Open everything that is folded."""
    for details in page.locator("main details:visible > summary").all():
        details.click()


def press_every_button(page: Page) -> list[str]:
    """Press every button that can be seen, but for the last ones; close what that opens. Gives their names."""
    page.on("filechooser", lambda _: None)  # nothing is chosen
    pressed = []
    # The elements, not their places, for what is pressed shows and hides others; last those that bring a new result.
    buttons = page.locator("header button:visible, main button:visible").element_handles()
    for button in sorted(buttons, key=lambda one: one.get_attribute("data-do") == "another"):
        name = button.get_attribute("aria-label") or button.inner_text()
        if name in LAST or not button.is_visible():
            continue
        button.click()
        if page.locator("dialog[open]").count():
            page.keyboard.press("Escape")
        pressed.append(name)
    return pressed


def found(canaries: str, text: str) -> bool:
    """Whether a text has one of them."""
    return re.search(canaries, text, re.IGNORECASE) is not None
