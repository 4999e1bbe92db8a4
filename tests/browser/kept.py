"""What a page keeps in the browser."""

from collections.abc import Mapping, Sequence

from playwright.sync_api import Page

type Kept = dict[str, dict[str, str]]
"""Texts by key, for each of the two storages."""

NOTHING: Kept = {"local": {}, "session": {}}


def kept(page: Page) -> Kept:
    """Everything in both storages, by plain names. No cookies, and no database before a ledger is written."""
    assert page.evaluate("() => document.cookie") == ""
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    found: Kept = page.evaluate("() => ({ local: { ...localStorage }, session: { ...sessionStorage } })")
    return by_plain_names(
        found, page.evaluate("() => new URL(document.documentElement.dataset.root, location).pathname")
    )


def by_plain_names(found: Kept, path: str = "/") -> Kept:
    """The same without the path of the site, which has to end every name."""
    assert [name for texts in found.values() for name in texts if not name.endswith(f" {path}")] == []
    return {
        place: {name.removesuffix(f" {path}"): text for name, text in texts.items()} for place, texts in found.items()
    }


GET = """async () => {
    const [{ name }] = await indexedDB.databases();
    const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const database = await done(indexedDB.open(name));
    const { text } = await done(database.transaction("texts").objectStore("texts").get("ledger"));
    database.close();
    return text;
}"""


def kept_text(page: Page) -> str:
    """The ledger as the browser keeps it."""
    return str(page.evaluate(GET))


def fields_of(entry: Mapping[str, Sequence[object] | str]) -> dict[str, object]:
    """What is in an entry of a ledger, without the moments and what was taken back."""
    return {name: pair[0] for name, pair in entry.items() if isinstance(pair, list) and pair[0] is not None}
