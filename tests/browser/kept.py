"""What a page keeps in the browser."""

from playwright.sync_api import Page

type Kept = dict[str, dict[str, str]]
"""Texts by key, for each of the two storages."""

NOTHING: Kept = {"local": {}, "session": {}}


def kept(page: Page) -> Kept:
    """Everything in both storages. Cookies and databases have to be empty, since no page uses them."""
    assert page.evaluate("() => document.cookie") == ""
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    return page.evaluate("() => ({ local: { ...localStorage }, session: { ...sessionStorage } })")
