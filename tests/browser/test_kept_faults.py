"""Faults of a document that the browser keeps: what the reader sees of each, and that nothing is lost."""

import pytest
from playwright.sync_api import BrowserContext, Error, Page

from site_builder.core.project import Project
from tests.browser.kept_document import DATABASE, DAY, LIES, Tabs, add, expect_now
from tests.browser.mounted import Mounted

IN_DATABASE = """([action, value]) => new Promise((done, failed) => {
    const opening = indexedDB.open("community-os /");
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
        const database = opening.result;
        const store = database.transaction("texts", "readwrite").objectStore("texts");
        const request = action === "put" ? store.put(value, "ledger") : store.get("ledger");
        request.onsuccess = () => { database.close(); done(request.result); };
    };
})"""
"""Look into the database, or put something into it, as another program would."""

FULL = """
    const put = IDBObjectStore.prototype.put;
    globalThis.full = true;
    IDBObjectStore.prototype.put = function (...given) {
        if (full) throw new DOMException("no room", "QuotaExceededError");
        return put.apply(this, given);
    };
"""
FULL_AT_THE_END = """
    const put = IDBObjectStore.prototype.put;
    globalThis.full = true;
    IDBObjectStore.prototype.put = function (...given) {
        const request = put.apply(this, given);
        if (full) this.transaction.abort();
        return request;
    };
"""
REFUSED = """
    Object.defineProperty(globalThis, "indexedDB", {
        get() { throw new DOMException("refused", "SecurityError"); },
    });
"""


@pytest.fixture
def tabs(context: BrowserContext, mounted: Mounted, project: Project) -> Tabs:
    """Tabs that share what is kept."""
    return Tabs(context, mounted, project)


def crash(page: Page) -> None:
    """Kill the page's process."""
    with page.expect_event("crash"), pytest.raises(Error, match="crash"):
        page.goto("chrome://crash")


def test_a_page_killed_while_it_makes_a_text_leaves_the_one_before_and_no_lock(tabs: Tabs) -> None:
    page, other = tabs.open(), tabs.open()
    add(page, "one")
    page.evaluate("() => { kept.change(() => new Promise(() => {})); }")
    crash(page)
    assert add(other, "two")
    expect_now(other, "kept", "one two")


def test_a_page_killed_while_it_writes_leaves_the_whole_text_or_the_one_before(tabs: Tabs) -> None:
    other = tabs.open()
    add(other, "one")
    for word in "abc":
        page = tabs.open()
        page.evaluate("word => { add(word.repeat(3_000_000)); }", word)
        crash(page)
        assert add(other, word)
        tabs.again(other)
        words = other.evaluate("kept.text.split(' ')")
        assert {len(one) for one in words} <= {1, 3, 3_000_000}
        assert words[-1] == word


def test_a_change_that_fails_changes_nothing(tabs: Tabs) -> None:
    page = tabs.open()
    add(page, "one")
    fault = page.evaluate("kept.change(() => { throw new Error('no'); }).catch((error) => error.message)")
    assert fault == "no"
    assert add(page, "two")
    expect_now(page, "kept", "one two")


@pytest.mark.parametrize("fault", [FULL, FULL_AT_THE_END], ids=["at once", "at the end"])
def test_where_there_is_no_room_the_change_is_shown_and_waits(fault: str, tabs: Tabs) -> None:
    other = tabs.open()
    add(other, "one")
    page = tabs.open(fault)
    assert not add(page, "two")
    state = page.evaluate("[kept.state, kept.reason, kept.text]")
    assert state in (["full", "QuotaExceededError", "one two"], ["refused", "AbortError", "one two"])
    expect_now(other, "kept", "one")
    add(other, "three")
    page.evaluate("full = false")
    assert add(page, "four")
    expect_now(page, "kept", "one three two four")
    expect_now(other, "kept", "one three two four")


@pytest.mark.parametrize("record", [None, "text", {"text": 1, "number": 1, "day": ""}, {"text": "x"}, [1]])
def test_what_cannot_be_read_stays_until_it_is_set_aside(record: object, tabs: Tabs) -> None:
    page = tabs.open()
    add(page, "one")
    page.evaluate(IN_DATABASE, ["put", record])
    tabs.again(page)
    expect_now(page, "damaged", "")
    assert not add(page, "two")
    assert page.evaluate(IN_DATABASE, ["get", None]) == record
    unreadable = page.evaluate("kept.unreadable")
    assert page.evaluate("kept.setAside(kept.unreadable)")
    expect_now(page, "kept", "")
    assert add(page, "two")
    assert [one["text"] for one in page.evaluate("kept.aside()")] == [unreadable]


def test_where_something_else_is_read_back_that_is_told_and_the_text_before_is_aside(tabs: Tabs) -> None:
    page = tabs.open(LIES)
    page.evaluate("kept.change(() => 'one', { keepsBefore: true })")
    page.evaluate("globalThis.lies = true")
    assert not page.evaluate("kept.change((text) => `${text} two`, { keepsBefore: true })")
    assert page.evaluate("[kept.state, kept.reason, kept.text]") == ["refused", "changed", "one two"]
    assert [one["text"] for one in page.evaluate("kept.snapshots()")] == ["one"]


def test_what_the_browser_takes_away_is_shown_still_and_kept_again_with_the_next_change(tabs: Tabs) -> None:
    page = tabs.open()
    add(page, "one")
    camera = tabs.context.new_cdp_session(page)
    camera.send("Storage.clearDataForOrigin", {"origin": tabs.mounted.origin, "storageTypes": "indexeddb"})
    expect_now(page, "refused", "one")
    assert page.evaluate("kept.reason") == "gone"
    assert add(page, "two")
    tabs.again(page)
    expect_now(page, "kept", "one two")


def test_an_older_tab_makes_way_for_a_newer_edition_and_says_so(tabs: Tabs) -> None:
    page = tabs.open()
    add(page, "one")
    page.evaluate(
        """async (name) => { globalThis.newer = await new Promise((done) => {
            const opening = indexedDB.open(name, 99);
            opening.onsuccess = () => done(opening.result);
        }); }""",
        DATABASE,
    )
    assert page.evaluate("[kept.state, kept.reason, kept.text]") == ["refused", "newer", "one"]
    assert not add(page, "two")
    assert page.evaluate("[kept.state, kept.reason, kept.text]") == ["refused", "newer", "one two"]


def test_where_the_browser_refuses_the_text_is_in_memory(tabs: Tabs) -> None:
    page = tabs.open(REFUSED)
    expect_now(page, "refused", "")
    assert not add(page, "one")
    assert not add(page, "two")
    expect_now(page, "refused", "one two")
    assert not page.evaluate("kept.askToPersist()")
    empty = page.evaluate("async () => [await kept.snapshots(), await kept.aside(), await kept.setAside('x')]")
    assert empty == [[], [], False]


def test_a_clock_set_back_loses_nothing(tabs: Tabs) -> None:
    page = tabs.open()
    for day in (28, 3, 29):
        page.evaluate(DAY % f"2026, 10, {day}")
        add(page, f"d{day}")
    expect_now(page, "kept", "d28 d3 d29")
    assert [one["text"] for one in page.evaluate("kept.snapshots()")] == ["d28 d3", "d28"]
