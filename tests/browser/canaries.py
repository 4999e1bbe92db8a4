"""What the tests of privacy type and press, how they find it again, and what the privacy page promises."""

import re
from datetime import timedelta

from playwright.sync_api import Page

from tests.browser.conftest import today
from tests.browser.mounted import Mounted

DAY = str(today() + timedelta(days=200))
TYPED = {"[name=review-time]": "04:13", "[name=move-time]": "03:57", "[name=date]": DAY}
CODE = "2vy29fn4m7"
"""The code of a card that somebody shared."""
ANSWERS = r"answers\.(?!js)|caring-for-someone"
"""Names and values of the form."""
ELSE = rf"04.?13|03.?57|{DAY}|{CODE}"
"""Times, days and codes."""

LAST = {"Start over", "Start Python again", "Use these answers", "Close this card"}
"""Buttons that take others away, pressed by name, and one that only a failure shows."""


def named_places(page: Page, mounted: Mounted) -> set[str]:
    """Place and name of everything that the privacy page says is kept."""
    page.goto(mounted.url("privacy.html"))
    rows = page.locator("main tbody tr").all()
    return {" ".join(code.inner_text() for code in row.locator("code").all()) for row in rows}


def choose_more(page: Page) -> None:
    """Fill in what is not an answer: what the reader ticks about their life, and the calendar."""
    page.check('input[name="contexts"][value="caring-for-someone"]')
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
    for button in page.locator("header button:visible, main button:visible").all():
        name = button.get_attribute("aria-label") or button.inner_text()
        if name in LAST:
            continue
        button.click()
        if page.locator("dialog[open]").count():
            page.keyboard.press("Escape")
        pressed.append(name)
    return pressed


def found(canaries: str, text: str) -> bool:
    """Whether a text has one of them."""
    return re.search(canaries, text, re.IGNORECASE) is not None
