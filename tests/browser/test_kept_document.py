"""A document that the browser keeps: written, followed and erased by several tabs, and set aside day by day."""

import pytest
from playwright.sync_api import BrowserContext, Page

from site_builder.core.project import Project
from tests.browser.kept_document import DATABASE, DAY, NO_CHANNEL, Tabs, add, expect_now
from tests.browser.mounted import Mounted

NO_LOCKS = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });"


@pytest.fixture
def tabs(context: BrowserContext, mounted: Mounted, project: Project) -> Tabs:
    """Tabs that share what is kept."""
    return Tabs(context, mounted, project)


def databases(page: Page) -> list[str]:
    """The names of all databases of the host."""
    names: list[str] = page.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)")
    return names


def test_a_document_is_there_again_and_one_that_was_never_written_leaves_no_trace(tabs: Tabs) -> None:
    page = tabs.open()
    expect_now(page, "kept", "")
    assert databases(page) == []
    assert add(page, "one")
    assert databases(page) == [DATABASE]
    tabs.again(page)
    expect_now(page, "kept", "one")


def test_another_tab_follows_at_once(tabs: Tabs) -> None:
    page, other = tabs.open(), tabs.open()
    add(page, "one")
    expect_now(other, "kept", "one")
    add(other, "two")
    expect_now(page, "kept", "one two")
    assert page.evaluate("seen") == [["kept", "one"], ["kept", "one two"]]


@pytest.mark.parametrize(
    "lack", ["", NO_LOCKS, NO_LOCKS + NO_CHANNEL], ids=["locks", "no locks", "no channel either"]
)
def test_tabs_that_write_at_once_lose_nothing(lack: str, tabs: Tabs) -> None:
    pages = [tabs.open(lack) for _ in range(3)]
    for number, page in enumerate(pages):
        page.evaluate(
            """(number) => { globalThis.all = Promise.all(
                Array.from({ length: 5 }, (_, at) => add(`${number}${at}`, (number * 7 + at * 3) % 5)),
            ); }""",
            number,
        )
    for page in pages:
        assert page.evaluate("all") == [True] * 5
    tabs.again(pages[0])
    words = pages[0].evaluate("kept.text.split(' ')")
    assert sorted(words) == [f"{number}{at}" for number in range(3) for at in range(5)]


def test_a_tab_that_heard_nothing_builds_on_what_is_stored(tabs: Tabs) -> None:
    page, other = tabs.open(NO_CHANNEL), tabs.open()
    add(other, "one")
    assert page.evaluate("kept.text") == ""
    add(page, "two")
    expect_now(other, "kept", "one")
    expect_now(page, "kept", "one two")


def test_where_nothing_is_to_be_kept_no_tab_writes_and_afterwards_all_is_kept(tabs: Tabs) -> None:
    page, other = tabs.open(), tabs.open()
    page.evaluate("kept.keepNothing(true)")
    expect_now(other, "memory", "")
    for tab in (page, other):
        assert not add(tab, "one")
    assert databases(page) == []
    later = tabs.open()
    expect_now(later, "memory", "")
    other.close()
    page.evaluate("kept.keepNothing(false)")
    expect_now(page, "kept", "one")
    assert databases(page) == [DATABASE]


def test_a_change_on_its_way_is_not_written_once_nothing_is_to_be_kept(tabs: Tabs) -> None:
    page, other = tabs.open(), tabs.open()
    page.evaluate("() => { globalThis.go = kept.change(() => new Promise((done) => { globalThis.end = done; })); }")
    other.evaluate("kept.keepNothing(true)")
    page.wait_for_function("sessionStorage.getItem('memory-only /') === '1'")
    page.evaluate("end('one')")
    assert page.evaluate("go") is False
    assert databases(page) == []


@pytest.mark.parametrize("lack", ["", NO_CHANNEL], ids=["told", "not told"])
def test_erasing_reaches_all_tabs_and_nothing_comes_back(lack: str, tabs: Tabs) -> None:
    page, other = tabs.open(lack), tabs.open()
    add(page, "one")
    expect_now(other, "kept", "one") if not lack else tabs.again(other)
    page.evaluate(
        """() => {
            globalThis.go = kept.change((text) => new Promise((done) => { globalThis.end = () => done(text); }));
        }"""
    )
    assert other.evaluate("kept.erase()")
    expect_now(page, "kept", "")
    page.evaluate("end()")
    page.evaluate("go")
    expect_now(other, "kept", "")
    assert databases(page) == []
    assert add(page, "two")
    expect_now(page, "kept", "two")


def test_the_last_ten_days_are_aside(tabs: Tabs) -> None:
    page = tabs.open()
    for day in range(1, 14):
        page.evaluate(DAY % f"2026, 10, {day}")
        add(page, f"a{day}")
        add(page, f"b{day}")
    found = page.evaluate("kept.snapshots()")
    assert [one["day"] for one in found] == [f"2026-11-{day:02}" for day in range(12, 2, -1)]
    assert found[-1]["text"] == "a1 b1 a2 b2 a3 b3"
    page.evaluate("text => kept.change(() => text, { keepsBefore: true })", found[-1]["text"])
    expect_now(page, "kept", "a1 b1 a2 b2 a3 b3")
    assert page.evaluate("kept.snapshots()")[0]["text"].endswith("a13 b13")


def test_two_copies_on_one_host_have_a_document_each(tabs: Tabs) -> None:
    page = tabs.open()
    add(page, "one")
    tabs.mounted.files["south/empty.html"] = tabs.mounted.files["empty.html"]
    other = tabs.context.new_page()
    other.goto(tabs.mounted.url("south/empty.html"))
    tabs.begin(other)
    add(other, "two")
    other.evaluate("kept.erase()")
    tabs.again(page)
    expect_now(page, "kept", "one")


def test_the_browser_is_asked_to_keep_it_where_something_is_kept(tabs: Tabs) -> None:
    page = tabs.open()
    page.evaluate("navigator.storage.persist = () => Promise.resolve(true)")
    assert page.evaluate("kept.askToPersist()")
    page.evaluate("kept.keepNothing(true)")
    assert not page.evaluate("kept.askToPersist()")
