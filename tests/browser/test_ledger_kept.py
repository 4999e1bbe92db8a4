"""What becomes of a ledger: followed by other tabs, saved and brought in, damaged, kept nowhere."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import into, today
from tests.browser.kept_document import LIES
from tests.browser.mounted import Mounted
from tests.browser.week import FOUR, PUT, ago, asked, begin, card, ledger, open_page, week_id, write


def test_another_tab_follows(context: BrowserContext, mounted: Mounted) -> None:
    one, other = context.new_page(), context.new_page()
    for page in (one, other):
        open_page(page, mounted)
    write(one, "Ask R. for ten minutes.")
    expect(other.locator("#written")).to_be_visible()
    expect(card(other)).to_contain_text("Ask R. for ten minutes.")


def test_a_backup_is_saved_looked_at_and_brought_in(page: Page, mounted: Mounted, tmp_path: Path) -> None:
    open_page(page, mounted, kept=ledger(FOUR, asked(1, outcome="done")))
    expect(page.locator(".last-backup")).to_contain_text("Last backup: none yet.")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save a backup file").click()
    assert saved.value.suggested_filename == f"weekly-review-{today()}.json"
    file = tmp_path / "backup.json"
    saved.value.save_as(file)
    expect(page.locator(".last-backup")).to_contain_text(f"Last backup: {today()}.")
    page.click("[data-do=erase]")
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(page.get_by_role("heading", name="Nothing written yet.")).to_be_visible()
    page.set_input_files("#import-file", file)
    expect(page.locator(".import-said")).to_have_text("Entries that would be new or change: 5.")
    expect(page.locator(".import-said")).to_be_focused()
    page.get_by_role("button", name="Bring it in").click()
    expect(page.locator(".rows")).to_contain_text("Ask R. for ten minutes.")
    page.set_input_files("#import-file", file)
    expect(page.locator(".import-said")).to_have_text("Everything in the file is here already. Nothing would change.")


def test_a_file_of_another_kind_is_refused_and_changes_nothing(page: Page, mounted: Mounted, tmp_path: Path) -> None:
    open_page(page, mounted, kept=ledger(FOUR, asked(0)))
    file = tmp_path / "other.json"
    file.write_text(json.dumps({"names": ["<img src=x onerror=alert(1)>"]}), "utf-8")
    page.set_input_files("#import-file", file)
    expect(page.locator("#errors")).to_contain_text("This is not a ledger of this site")
    expect(page.locator(".ledger-import")).to_be_hidden()


@pytest.mark.parametrize("kept", ["{", '{"format": "neighborhood-ledger", "version": 1, "weeks": {"x": {}}}'])
def test_a_damaged_ledger_is_not_overwritten(kept: str, page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("404.html"))
    page.evaluate(PUT, kept)
    page.goto(mounted.url("ledger.html"))
    rescue = page.get_by_role("button", name="Save what is there as a file")
    expect(rescue).to_be_visible()
    expect(page.locator("[data-do=write-week]:visible, [data-do^=backup]:visible")).to_have_count(0)
    with page.expect_download() as saved:
        rescue.click()
    assert Path(saved.value.path()).read_text("utf-8") == kept
    page.get_by_role("button", name="Begin anew").click()
    expect(page.get_by_role("heading", name="Nothing written yet.")).to_be_visible()
    page.get_by_text("Earlier copies").click()
    with page.expect_download() as aside:
        page.locator(".copies [data-do=copy-save]").click()
    assert Path(aside.value.path()).read_text("utf-8") == kept


def test_a_ledger_that_the_browser_deleted_is_shown_still_and_that_is_said(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=ledger(FOUR, asked(1, outcome="done")))
    camera = page.context.new_cdp_session(page)
    camera.send("Storage.clearDataForOrigin", {"origin": mounted.origin, "storageTypes": "indexeddb"})
    expect(page.locator("[data-trouble]")).to_have_text(re.compile("^The browser has deleted what it kept"))
    expect(page.locator(".rows")).to_contain_text("Ask R. for ten minutes.")
    write(page, "Walk to the library.")
    expect(page.locator("[data-trouble]")).to_be_hidden()
    page.reload()
    expect(page.locator(".rows")).to_contain_text("Ask R. for ten minutes.")


def test_where_nothing_is_to_be_kept_that_is_said_whatever_the_browser_deleted(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=ledger(FOUR))
    page.get_by_label("Keep nothing at all.").check()
    camera = page.context.new_cdp_session(page)
    camera.send("Storage.clearDataForOrigin", {"origin": mounted.origin, "storageTypes": "indexeddb"})
    write(page, "Ask R. for ten minutes.")
    expect(page.locator("[data-trouble]")).to_have_text(re.compile("^Nothing is kept"))


def test_a_tab_beside_a_newer_edition_says_that_it_keeps_nothing_any_more(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=ledger(FOUR))
    page.evaluate("() => { indexedDB.open('community-os /', 99); }")
    expect(page.locator("[data-trouble]")).to_have_text(re.compile("^A newer edition of this site is open"))
    write(page, "Ask R. for ten minutes.")
    expect(page.locator("[data-trouble]")).to_be_visible()


def test_what_was_stored_wrongly_is_said(page: Page, mounted: Mounted) -> None:
    page.add_init_script(LIES)
    open_page(page, mounted, kept=ledger(FOUR))
    page.evaluate("globalThis.lies = true")
    write(page, "Ask R. for ten minutes.")
    expect(page.locator("[data-trouble]")).to_have_text(re.compile("^This browser stored something else"))
    expect(card(page)).to_contain_text("Ask R. for ten minutes.")


def test_with_nothing_kept_a_week_lives_as_long_as_the_page(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted)
    page.get_by_label("Keep nothing at all.").check()
    write(page, "Ask R. for ten minutes.")
    expect(page.locator("[data-trouble]")).to_contain_text("Nothing is kept.")
    page.reload()
    expect(page.get_by_role("heading", name="Nothing written yet.")).to_be_visible()


def test_nothing_leaves_the_page(page: Page, mounted: Mounted, context: BrowserContext) -> None:
    open_page(page, mounted, kept=ledger(FOUR))
    requests: list[str] = []
    context.on("request", lambda request: into(requests)(request.url))
    write(page, "canary-kettle", "canary-mailboxes", line="canary-line")
    assert [url for url in requests if not url.startswith("blob:")] == []
    assert "canary" not in page.url
    assert "canary" not in json.dumps(page.evaluate("() => [{...localStorage}, {...sessionStorage}, history.state]"))


def test_markup_in_a_ledger_is_text(page: Page, mounted: Mounted) -> None:
    name = "<img src=x onerror=document.title='hit'>"
    people = {"k3f9wq2": {"name": name, "ring": "close", "last": ago(40)}}
    open_page(page, mounted, kept=ledger(people, {week_id(1): {"line": "<b>bold</b>"}}))
    begin(page)
    expect(page.locator("[data-each=due] strong")).to_have_text(name)
    assert page.title() != "hit"
    page.go_back()
    expect(page.locator(".rows")).to_contain_text("<b>bold</b>")
