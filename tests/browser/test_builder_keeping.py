"""What the builder keeps on the device, what it forgets, and files to keep elsewhere."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import choose, fill_in_worked_example, open_builder, out, today
from tests.browser.kept import NOTHING, kept
from tests.browser.mounted import Mounted

ENTRIES = "() => [...new FormData(document.querySelector('#builder'))]"


def form(*entries: list[str]) -> dict[str, object]:
    return {"entries": list(entries), "another": {}} | ({"counted": str(today())} if entries else {})


def test_answers_outlive_a_reload_and_not_the_tab(page: Page, mounted: Mounted, context: BrowserContext) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.check('input[name="contexts"][value="caring-for-someone"]')
    page.click("#result [data-out=invitation] [data-do=another]")
    expect(page.locator("#result [data-out=invitation] .another .small")).to_contain_text("Idea 2 of ")
    before = page.evaluate(ENTRIES), out(page, "invitation")
    page.reload()
    expect(page.locator("#result [data-out=score]")).to_have_text("64")
    assert (page.evaluate(ENTRIES), out(page, "invitation")) == before
    assert kept(page)["local"] == {}
    other = context.new_page()
    other.goto(mounted.url("builder.html"))
    assert other.evaluate(ENTRIES) == []
    assert kept(other) == NOTHING


def test_answers_are_kept_on_the_device_where_that_is_wanted(
    page: Page, mounted: Mounted, context: BrowserContext
) -> None:
    open_builder(page, mounted)
    keep = page.get_by_role("checkbox", name="Keep my answers on this device")
    keep.check()
    choose(page, "hosting", 2)
    assert json.loads(kept(page)["local"]["builder"]) == form(["answers.hosting", "2"])
    assert kept(page)["session"] == {}
    other = context.new_page()
    other.goto(mounted.url("builder.html"))
    assert other.evaluate(ENTRIES) == [["answers.hosting", "2"]]
    expect(other.get_by_role("checkbox", name="Keep my answers on this device")).to_be_checked()
    other.click("[data-do=start-over]")
    assert json.loads(kept(other)["local"]["builder"]) == form()
    keep.uncheck()
    assert kept(page)["local"] == {}
    expect(other.get_by_role("checkbox", name="Keep my answers on this device")).not_to_be_checked()
    choose(other, "repair", 1)
    assert kept(other)["local"] == {}
    assert json.loads(kept(other)["session"]["builder"]) == form(["answers.repair", "1"])


def test_a_tab_lets_be_what_another_keeps_on_the_device(
    page: Page, mounted: Mounted, context: BrowserContext
) -> None:
    other = context.new_page()
    for tab in (page, other):
        tab.goto(mounted.url("builder.html"))
    choose(page, "hosting", 2)
    page.get_by_role("checkbox", name="Keep my answers on this device").check()
    choose(other, "repair", 1)
    assert json.loads(kept(page)["local"]["builder"]) == form(["answers.hosting", "2"])


def test_memory_only_keeps_nothing(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("builder.html"))
    choose(page, "hosting", 2)
    page.get_by_role("checkbox", name="Keep my answers on this device").check()
    memory_only = page.get_by_role("checkbox", name="Keep nothing at all")
    memory_only.check()
    expect(page.get_by_role("checkbox", name="Keep my answers on this device")).not_to_be_checked()
    choose(page, "repair", 3)
    assert kept(page) == {"local": {}, "session": {"memory-only": "1"}}
    page.reload()
    expect(memory_only).to_be_checked()
    assert page.evaluate(ENTRIES) == []
    choose(page, "repair", 3)
    assert kept(page) == {"local": {}, "session": {"memory-only": "1"}}
    memory_only.uncheck()
    assert json.loads(kept(page)["session"].pop("builder")) == form(["answers.repair", "3"])


def test_start_over_clears_what_was_kept(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    assert kept(page) != NOTHING
    page.click("[data-do=start-over]")
    page.wait_for_selector("#result[data-state=empty]")
    expect(page.locator("#builder input").first).to_be_focused()
    assert kept(page) == NOTHING
    page.reload()
    assert page.evaluate(ENTRIES) == []


def test_erasing_asks_first_and_then_leaves_nothing(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.get_by_role("checkbox", name="Keep my answers on this device").check()
    page.evaluate("() => localStorage.setItem('theme /', 'dark')")
    before = kept(page)
    erase = page.get_by_role("button", name="Erase everything", exact=True).first
    dialog = page.get_by_role("dialog", name="Erase everything?")
    erase.press("Enter")
    expect(dialog.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(erase).to_be_focused()
    erase.press("Enter")
    page.keyboard.press("Enter")
    expect(erase).to_be_focused()
    assert kept(page) == before
    assert out(page, "score") == "64"
    erase.press("Enter")
    dialog.get_by_role("button", name="Erase everything").click()
    page.wait_for_selector("#result[data-state=empty]")
    expect(erase).to_be_focused()
    expect(page.locator("[role=status]")).to_contain_text("are erased from this browser.")
    assert page.evaluate(ENTRIES) == []
    assert kept(page) == NOTHING
    page.reload()
    assert page.evaluate(ENTRIES) == []
    assert kept(page) == NOTHING


THROW = "() => { throw new DOMException('refused', 'SecurityError') }"


@pytest.mark.parametrize(
    "storage",
    [
        f"Storage.prototype.setItem = {THROW}",
        f"for (const name of ['localStorage', 'sessionStorage'])"
        f" Object.defineProperty(window, name, {{ get: {THROW} }})",
    ],
    ids=["full", "refused"],
)
def test_where_storage_is_refused_the_page_says_so_and_works(storage: str, page: Page, mounted: Mounted) -> None:
    page.add_init_script(storage)
    open_builder(page, mounted)
    fill_in_worked_example(page)
    expect(page.get_by_text("This browser does not let the page keep anything.")).to_be_visible()
    page.get_by_role("checkbox", name="Keep my answers on this device").check()
    expect(page.get_by_text("This browser does not let the page keep anything.")).to_be_visible()
    choose(page, "weak-ties", 4)
    expect(page.locator("#result [data-out=score]")).not_to_have_text("64")
    page.get_by_role("button", name="Erase everything", exact=True).first.click()
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    page.wait_for_selector("#result[data-state=empty]")
    assert page.evaluate(ENTRIES) == []


def test_a_refused_storage_is_told_of_before_the_first_answer(page: Page, mounted: Mounted) -> None:
    page.add_init_script(f"Object.defineProperty(window, 'sessionStorage', {{ get: {THROW} }})")
    open_builder(page, mounted)
    page.wait_for_selector("details.map-list")  # Python has answered to the empty form
    expect(page.get_by_text("This browser does not let the page keep anything.")).to_be_visible()


def test_where_only_the_longer_storage_is_refused_the_tab_still_keeps_answers(page: Page, mounted: Mounted) -> None:
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ get: {THROW} }})")
    open_builder(page, mounted)
    refused = page.get_by_text("This browser does not let the page keep anything.")
    expect(refused).to_be_hidden()
    choose(page, "hosting", 2)
    page.reload()
    assert page.evaluate(ENTRIES) == [["answers.hosting", "2"]]
    expect(refused).to_be_hidden()
    page.get_by_role("checkbox", name="Keep my answers on this device").check()
    expect(refused).to_be_visible()


@pytest.mark.parametrize(
    "text",
    ["", "no JSON", "[]", "{}", "null", '{"entries": 1}', '{"entries": [1, ["a"], ["answers.hosting", "9"], []]}'],
)
def test_a_kept_text_that_is_no_form_is_let_be(text: str, page: Page, mounted: Mounted) -> None:
    page.add_init_script(f"sessionStorage.getItem('builder /') ?? sessionStorage.setItem('builder /', {text!r})")
    open_builder(page, mounted)
    assert page.evaluate(ENTRIES) == []
    choose(page, "hosting", 2)
    expect(page.locator("#result")).to_have_attribute("data-state", "partial")
    expect(page.locator("#errors")).to_be_empty()


def saved(page: Page, tmp_path: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save my answers as a file").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def opened(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as waiting:
        page.get_by_role("button", name="Open a saved file").click()
    waiting.value.set_files(path)


def test_a_saved_file_opens_with_a_preview_and_brings_everything_back(
    page: Page, mounted: Mounted, tmp_path: Path
) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    choose(page, "repair", "skip")
    page.check('input[name="contexts"][value="caring-for-someone"]')
    before = page.evaluate(ENTRIES)
    path = saved(page, tmp_path)
    assert path.name.startswith("weekly-review-")
    expect(page.locator("[role=status]")).to_have_text("File saved.")
    preview = page.locator("#import-preview")

    opened(page, path)
    expect(preview).to_contain_text("They are the same as the ones here.")
    page.click("[data-do=start-over]")
    choose(page, "repair", 4)
    now = page.evaluate(ENTRIES)
    opened(page, path)
    expect(preview).to_be_focused()
    expect(preview).to_contain_text("This many lines of the form would change: 12.")
    expect(page.locator("[role=status]")).to_contain_text("This many lines of the form would change: 12.")
    row = preview.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Repair", exact=True))
    assert row.get_by_role("cell").all_inner_texts()[1] == "not sure"
    assert page.evaluate(ENTRIES) == now
    page.get_by_role("button", name="Leave everything as it is").click()
    expect(preview).to_be_hidden()
    expect(page.get_by_role("button", name="Open a saved file")).to_be_focused()
    assert page.evaluate(ENTRIES) == now

    opened(page, path)
    page.get_by_role("button", name="Use this file").click()
    expect(preview).to_be_hidden()
    expect(page.locator("#result")).to_be_focused()
    page.wait_for_selector("#result[data-state=complete]")
    assert page.evaluate(ENTRIES) == before
    assert json.loads(kept(page)["session"]["builder"])["entries"] == before


def test_a_file_that_is_none_of_ours_is_refused_with_words(page: Page, mounted: Mounted, tmp_path: Path) -> None:
    open_builder(page, mounted)
    choose(page, "repair", 4)
    path = saved(page, tmp_path)
    good = path.read_text()
    before = page.evaluate(ENTRIES), kept(page)
    files = {
        b"": "This is not a file that the Map Builder saved",
        b"\x89PNG\r\n\x1a\n\0\xff\xfe": "This is not a file that the Map Builder saved",
        good[:60].encode(): "This is not a file that the Map Builder saved",
        good.replace("repair", "<b>repair</b>").encode(): "<b>repair</b>",
        good.replace('"version": 1', '"version": 99').encode(): "A newer version of this site saved this file",
        bytes(5_500): "This file is far longer than any file",
        b" " * 30_000_000: "This file is far longer than any file",
    }
    for content, words in files.items():
        path.write_bytes(content)
        opened(page, path)
        expect(page.locator("#import-trouble")).to_contain_text(words)
        expect(page.locator("#import-preview")).to_be_hidden()
        assert (page.evaluate(ENTRIES), kept(page)) == before
    path.write_text(good)
    opened(page, path)
    expect(page.locator("#import-preview")).to_be_visible()
    expect(page.locator("#import-trouble")).to_be_hidden()
