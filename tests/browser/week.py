"""What a reader does with the ledger's week, in the words of its stories."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import today
from tests.browser.mounted import Mounted

type Fields = Mapping[str, object]

STAMP = "2026-01-05T09:12:44Z"
PUT = """async (text) => {
    const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open("community-os /", 1);
        request.onupgradeneeded = () => {
            for (const store of ["texts", "snapshots", "aside", "files"]) request.result.createObjectStore(store);
        };
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction("texts", "readwrite");
    transaction.objectStore("texts").put({ text, number: 1, day: "2026-01-05" }, "ledger");
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
}"""


def ledger(people: Mapping[str, Fields] | None = None, weeks: Mapping[str, Fields] | None = None) -> str:
    """A ledger as a browser keeps it, every field changed at one moment."""
    kinds = {"people": people or {}, "weeks": weeks or {}}
    entries = {
        kind: {name: {field: [value, STAMP] for field, value in fields.items()} for name, fields in of_kind.items()}
        for kind, of_kind in kinds.items()
    }
    return json.dumps({"format": "neighborhood-ledger", "version": 1, **entries}, ensure_ascii=False)


def week_id(weeks_ago: int = 0) -> str:
    """The week of so many weeks ago."""
    year, week, _ = (today() - timedelta(weeks=weeks_ago)).isocalendar()
    return f"{year}-W{week:02}"


def ago(days: int) -> str:
    """The day of so many days ago."""
    return str(today() - timedelta(days=days))


def open_page(page: Page, mounted: Mounted, name: str = "ledger.html", kept: str = "") -> None:
    """Open a page of the ledger, where a ledger may be kept already, and wait until it shows it."""
    if kept:
        page.goto(mounted.url("404.html"))
        page.evaluate(PUT, kept)
    page.goto(mounted.url(name))
    page.wait_for_selector("html[data-python=ready]")
    page.wait_for_selector(".ledger[data-shown]")


def seal(page: Page, words: str) -> None:
    """Seal the ledger with a passphrase."""
    page.locator(".passphrase").evaluate("details => { details.open = true; }")
    page.get_by_label("A passphrase", exact=True).fill(words)
    page.get_by_role("button", name="Seal the ledger with it").click()
    expect(page.get_by_role("button", name="Lock now")).to_be_visible()


def begin(page: Page) -> None:
    """Begin with the first question."""
    page.locator("[data-do=write-week]:visible").click()
    expect(page.locator("[data-part='1'] legend")).to_be_focused()


def go_on(page: Page) -> None:
    """Go to the next question, or write the week down."""
    page.click("[data-do=continue]")


def write(page: Page, invitation: str = "", contribution: str = "", line: str = "") -> None:
    """Answer the three questions in words of one's own."""
    begin(page)
    page.fill("[name=line]", line)
    go_on(page)
    own_words(page, "invitation", invitation)
    go_on(page)
    own_words(page, "contribution", contribution)
    go_on(page)
    expect(page.locator("#written")).to_be_focused()


def own_words(page: Page, slot: str, words: str) -> None:
    page.check(f"[name={slot}][value={'own' if words else 'none'}]")
    if words:
        page.locator(f"[data-for='{slot}=own'] [data-words]").fill(words)


def rows(page: Page) -> Sequence[str]:
    """The weeks that are listed, each in its words."""
    texts = [row.inner_text().partition("Change")[0] for row in page.locator(".rows > li").all()]
    return [" ".join(text.split()) for text in texts]


def card(page: Page) -> Locator:
    """The words of the week's card."""
    return page.locator("#card-text")


def monday(weeks_ago: int = 0) -> date:
    """The Monday of a week."""
    day = today() - timedelta(weeks=weeks_ago)
    return day - timedelta(days=day.weekday())


R = {"name": "R.", "ring": "close", "last": ago(40)}
TABLE = {"name": "The Tuesday table", "ring": "warm", "kind": "group", "last": ago(35)}
MRS_K = {"name": "Mrs K., no. 12", "ring": "weak", "last": ago(70)}
JO = {"name": "Jo", "ring": "warm", "last": ago(3)}
FOUR = {"k3f9wq2": R, "2nzc9ju": TABLE, "36ak9fz": MRS_K, "vx7vnqf": JO}


def asked(weeks_ago: int, **more: object) -> dict[str, dict[str, object]]:
    """A week in which R. was asked something."""
    return {week_id(weeks_ago): {"invitation": {"title": "Ask R. for ten minutes.", "person": "k3f9wq2"}, **more}}
