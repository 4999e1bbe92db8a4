"""Stories of the passphrase: what is kept is sealed with it, and backup files are, and nobody reads on without it."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.mounted import Mounted
from tests.browser.test_backup_file import PICKER
from tests.browser.week import ledger, open_page, rows, seal, week_id

WORDS = "kettle mailbox oak tuesday"
KEPT = ledger({"k3f9wq2": {"name": "R.", "ring": "close"}}, {week_id(1): {"line": "Walked with R."}})
STORED = """async () => {
    const database = await new Promise((resolve) => {
        const request = indexedDB.open("community-os /");
        request.onsuccess = () => resolve(request.result);
    });
    const all = [];
    for (const name of database.objectStoreNames) {
        const request = database.transaction(name).objectStore(name).getAll();
        all.push(...await new Promise((resolve) => (request.onsuccess = () => resolve(request.result))));
    }
    database.close();
    const decode = (value) => (value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : value);
    return all.map((record) => Object.values(record).map(decode).join(" ")).join(" ");
}"""

ON_DISK = """async () => {
    const folder = await navigator.storage.getDirectory();
    for await (const handle of folder.values()) return (await handle.getFile()).text();
}"""
"""The file that was chosen."""


def open_sealed(page: Page, mounted: Mounted) -> None:
    """Open a ledger and seal it."""
    open_page(page, mounted, kept=KEPT)
    seal(page, WORDS)


def test_a_sealed_ledger_opens_with_its_passphrase_only(page: Page, mounted: Mounted) -> None:
    open_sealed(page, mounted)
    assert "Walked with R." in rows(page)[-1]
    assert "Walked" not in page.evaluate(STORED)
    page.reload()
    page.wait_for_selector(".ledger[data-kept=locked]")
    expect(page.locator("[data-trouble]")).to_contain_text("locked with a passphrase")
    expect(page.locator("[data-do=write-week]:visible")).to_have_count(0)
    passphrase = page.get_by_label("Passphrase", exact=True)
    passphrase.fill("kettle mailbox oak")
    page.get_by_role("button", name="Unlock").click()
    expect(page.locator("#unlock .note")).to_have_text("That is another passphrase.")
    expect(passphrase).to_be_focused()
    passphrase.fill(WORDS)
    page.get_by_role("button", name="Unlock").click()
    expect(page.locator(".rows")).to_contain_text("Walked with R.")


def test_it_is_locked_at_once_and_opened_for_good(page: Page, mounted: Mounted) -> None:
    open_sealed(page, mounted)
    page.get_by_role("button", name="Lock now").click()
    expect(page.locator(".weeks")).to_be_hidden()
    assert "Walked" not in page.locator("main").inner_text()
    page.get_by_label("Passphrase", exact=True).fill(WORDS)
    page.get_by_role("button", name="Unlock").click()
    page.get_by_role("button", name="Leave the passphrase off").click()
    expect(page.get_by_role("button", name="Lock now")).to_be_hidden()
    assert "Walked" in page.evaluate(STORED)


def test_while_it_is_locked_no_backup_is_made_of_nothing(page: Page, mounted: Mounted) -> None:
    page.add_init_script(PICKER)
    open_sealed(page, mounted)
    expect(page.get_by_text("It is sealed with your passphrase")).to_be_visible()
    expect(page.get_by_role("button", name="Keep a backup file up to date")).to_be_visible()
    page.get_by_role("button", name="Lock now").click()
    expect(page.locator("[data-do^=backup]:visible")).to_have_count(0)
    for button in ("backup", "backup-choose", "backup-allow"):
        page.locator(f"[data-do={button}]").dispatch_event("click")
    page.get_by_label("Passphrase", exact=True).fill(WORDS)
    page.get_by_role("button", name="Unlock").click()
    expect(page.locator(".rows")).to_contain_text("Walked with R.")
    assert page.evaluate(ON_DISK) is None
    expect(page.locator(".last-backup")).to_contain_text("Last backup: none yet.")


def test_without_a_passphrase_the_page_says_who_can_open_it(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=KEPT)
    expect(page.get_by_text("Anyone with this device can open it.")).to_be_visible()
    expect(page.get_by_text("It is sealed with your passphrase")).to_be_hidden()


def test_it_locks_itself_after_a_while(page: Page, mounted: Mounted) -> None:
    page.clock.install()
    open_sealed(page, mounted)
    page.clock.fast_forward("09:00")
    expect(page.locator(".weeks")).to_be_visible()
    page.clock.fast_forward("07:00")
    page.wait_for_selector(".ledger[data-kept=locked]")


def test_a_short_passphrase_is_said_and_allowed(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=KEPT)
    page.get_by_text("A passphrase, if you like").click()
    page.get_by_label("A passphrase", exact=True).fill("short")
    expect(page.locator("#passphrase .note")).to_contain_text("This one is short")
    page.get_by_role("button", name="Seal the ledger with it").click()
    expect(page.get_by_role("button", name="Lock now")).to_be_visible()


def test_a_sealed_backup_is_opened_with_its_passphrase(page: Page, mounted: Mounted, tmp_path: Path) -> None:
    open_page(page, mounted, kept=KEPT)
    page.get_by_text("A passphrase, if you like").click()
    page.get_by_label("A passphrase", exact=True).fill(WORDS)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save a backup file that is sealed with it").click()
    assert re.fullmatch(r"weekly-review-[0-9-]{10}\.json\.age", saved.value.suggested_filename)
    file = tmp_path / "backup.json.age"
    saved.value.save_as(file)
    assert file.read_bytes().startswith(b"age-encryption.org/")
    assert b"Walked" not in file.read_bytes()
    page.click("[data-do=erase]")
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    page.set_input_files("#import-file", file)
    passphrase = page.get_by_label("This file is sealed.")
    passphrase.fill("another")
    page.get_by_role("button", name="Open it").click()
    expect(page.locator("#sealed-file .note")).to_have_text("That is another passphrase.")
    passphrase.fill(WORDS)
    page.get_by_role("button", name="Open it").click()
    expect(page.locator(".import-said")).to_have_text("Entries that would be new or change: 2.")
    page.get_by_role("button", name="Bring it in").click()
    expect(page.locator(".rows")).to_contain_text("Walked with R.")


def test_a_file_that_keeps_itself_is_sealed_and_opened_with_the_ledger(page: Page, mounted: Mounted) -> None:
    page.add_init_script(PICKER)
    open_page(page, mounted, kept=KEPT)
    page.get_by_role("button", name="Keep a backup file up to date").click()
    expect(page.locator(".last-backup")).to_contain_text("is written again after each change")
    assert "Walked" in page.evaluate(ON_DISK)
    page.get_by_text("A passphrase, if you like").click()
    page.get_by_label("A passphrase", exact=True).fill(WORDS)
    page.get_by_role("button", name="Seal the ledger with it").click()
    page.wait_for_function(f"async () => (await ({ON_DISK})()).startsWith('age-encryption.org/')")
    page.get_by_role("button", name="Leave the passphrase off").click()
    page.wait_for_function(f"async () => (await ({ON_DISK})()).includes('Walked')")


def test_while_it_is_locked_there_is_nothing_to_save(page: Page, mounted: Mounted) -> None:
    open_sealed(page, mounted)
    page.get_by_role("button", name="Lock now").click()
    expect(page.locator("#unlock")).to_be_visible()
    for button in ("backup", "import-json", "export-csv", "sealed-backup"):
        expect(page.locator(f"[data-do={button}]").first).to_be_hidden()
    expect(page.get_by_role("button", name="Erase everything").first).to_be_visible()


def test_where_what_seals_cannot_be_loaded_it_is_said(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=KEPT)
    mounted.remove("sealing-worker.js")
    page.get_by_text("A passphrase, if you like").click()
    page.get_by_label("A passphrase", exact=True).fill(WORDS)
    page.get_by_role("button", name="Seal the ledger with it").click()
    expect(page.locator("#errors")).to_contain_text("could not be loaded, so nothing was changed")
    assert "Walked" in page.evaluate(STORED)
