"""What a reader does on the page of the people, in the words of its stories."""

import re
from collections.abc import Mapping
from json import dumps, loads

from playwright.sync_api import Locator, Page, expect

from scoring.ledger.document import Document, write_document
from tests.browser.kept import fields_of, kept_text
from tests.browser.mounted import Mounted

NEVER_KEPT = """addEventListener("unhandledrejection", event => {
    if (event.reason?.name === "AbortError") event.preventDefault();
});"""
"""A look at a database that is not there ends so: web/js/kept/database.js does not make it for a look."""

RINGS = {"close": "Close", "warm": "Warm", "weak": "Weak"}


def open_people(page: Page, mounted: Mounted, part: str = "") -> None:
    """Go to the page, and wait for the list."""
    page.add_init_script(NEVER_KEPT)
    page.goto(mounted.url(f"people.html{part}"))
    expect(page.locator("#people")).to_be_visible()


def bring(page: Page, document: Document) -> None:
    """Open a backup with people in it, and come as one who comes again."""
    file = {"name": "backup.json", "mimeType": "application/json", "buffer": write_document(document).encode()}
    page.set_input_files("#import-file", file)
    page.click("[data-do=use-backup]")
    expect(page.locator("#entries > li").first).to_be_attached()
    page.reload()
    expect(page.locator("#entries > li").first).to_be_visible()


def add(page: Page, name: str, ring: str = "warm") -> None:
    """Add somebody by the two fields."""
    page.fill("#entry [name=name]", name)
    page.check(f"#entry [name=ring][value={ring}]")
    page.click("#entry >> text=Add, and another")
    expect(row(page, name)).to_be_visible()


def row(page: Page, name: str) -> Locator:
    """Somebody's row in either list."""
    return page.locator("#people .rows > li").filter(has=page.locator(f".name:text-is({dumps(name)})"))


def about(page: Page, name: str) -> str:
    """What is said of somebody."""
    return row(page, name).locator(".about").inner_text()


def open_change(page: Page, name: str) -> Locator:
    """Unfold somebody's changes."""
    row(page, name).locator(".row-edit > summary").click()
    expect(row(page, name).locator("#changing")).to_be_visible()
    return page.locator("#changing")


def says(page: Page, words: str) -> None:
    """Wait until the page says it to those who hear it."""
    expect(page.locator("main > [role=status]")).to_have_text(re.compile(words))


def names(page: Page, rows: str = "#entries") -> list[str]:
    """The names of a list, in its order."""
    return page.locator(f"{rows} > li .name").all_inner_texts()


def kept(page: Page) -> Mapping[str, object]:
    """The people as they are kept in the browser, by name."""
    people = [fields_of(entry) for entry in loads(kept_text(page))["people"].values()]
    return {str(one["name"]): one for one in people if "name" in one}
