"""A page with nothing on it but a document that the browser keeps, for tests of the keeping."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from site_builder.core.project import Project
from tests.browser.mounted import Mounted

BEGIN = (Path(__file__).with_name("in_page") / "ledger.js").read_text("utf-8")
EMPTY = b'<!DOCTYPE html><title>Empty</title><link rel="icon" href="data:,">'
DATABASE = "community-os /"
LIES = """
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, ...given) {
        const written = globalThis.lies && value.number ? { ...value, text: value.text.slice(1) } : value;
        return put.call(this, written, ...given);
    };
"""
"""What is stored is not what was given, where `globalThis.lies` is true."""

NO_CHANNEL = "delete globalThis.BroadcastChannel;"
DAY = """() => {
    globalThis.Date = class extends Date { constructor(...given) { super(...(given.length ? given : [%s])); } };
}"""
"""It is this day."""


class Tabs:
    """Tabs of one browser, each with the document."""

    def __init__(self, context: BrowserContext, mounted: Mounted, project: Project) -> None:
        mounted.files["empty.html"] = EMPTY
        context.add_init_script(BEGIN)
        self.context, self.mounted = context, mounted
        self.script = mounted.add_script(project, "kept/kept-text.js")

    def open(self, before: str = "") -> Page:
        """Open a tab; a script may run before."""
        page = self.context.new_page()
        if before:
            page.add_init_script(before)
        page.goto(self.mounted.url("empty.html"))
        self.begin(page)
        return page

    def begin(self, page: Page) -> None:
        """Read the document, in a page that is there."""
        page.evaluate("script => begin(script)", self.script)

    def again(self, page: Page) -> None:
        """Load the page anew."""
        page.reload()
        self.begin(page)


def add(page: Page, word: str) -> bool:
    """Add a word to the document; whether that is kept."""
    done: bool = page.evaluate("word => add(word)", word)
    return done


def expect_now(page: Page, state: str, text: str) -> None:
    """Wait until the page has this state and text."""
    page.wait_for_function("([state, text]) => kept.state === state && kept.text === text", arg=[state, text])
