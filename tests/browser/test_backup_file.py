"""A backup that keeps itself in a file that the reader chose, and one that is saved as a download."""

import pytest
from playwright.sync_api import BrowserContext, Page

from site_builder.core.project import Project
from tests.browser.kept_document import EMPTY, NO_CHANNEL
from tests.browser.mounted import Mounted

PICKER = """globalThis.showSaveFilePicker = async ({ suggestedName }) => {
    if (globalThis.isCancelled) throw new DOMException("cancelled", "AbortError");
    return (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
};
globalThis.blob = (text) => new Blob([text], { type: "application/json" });
"""
"""The dialog cannot be pressed by a test. A file of the page's own file system is used as a chosen one is."""
NO_PICKER = "delete globalThis.showSaveFilePicker; globalThis.blob = (text) => new Blob([text]);"
BEGIN = """async (script) => {
    const { BackupFile } = await import(script);
    globalThis.backup = await BackupFile.open("ledger");
    globalThis.isPossible = BackupFile.isPossible;
}"""
ON_DISK = """async (text) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle("weekly-review.json");
    if (text !== null) {
        const writer = await handle.createWritable();
        await writer.write(text);
        await writer.close();
    }
    return (await handle.getFile()).text();
}"""
"""The file as another program sees it; with a text, that is written into it."""
CHOOSE = "text => backup.choose('weekly-review.json', blob(text))"
UPDATE = "text => backup.update(blob(text))"
ERASE = "new Promise((done) => { indexedDB.deleteDatabase('community-os /').onsuccess = done; })"
REMOVE = "async () => (await navigator.storage.getDirectory()).removeEntry('weekly-review.json')"
ASKS = "FileSystemFileHandle.prototype.queryPermission = async () => globalThis.allowed ?? 'prompt';"
ALLOWS = "FileSystemFileHandle.prototype.requestPermission = async () => (globalThis.allowed = 'granted');"


class Backups:
    """Tabs with the backup of one document."""

    def __init__(self, context: BrowserContext, mounted: Mounted, project: Project) -> None:
        mounted.files["empty.html"] = EMPTY
        self.context, self.url = context, mounted.url("empty.html")
        self.script = mounted.add_script(project, "kept/backup-file.js")

    def open(self, *before: str) -> Page:
        """Open a tab; scripts run before."""
        page = self.context.new_page()
        for script in before or (PICKER,):
            page.add_init_script(script)
        page.goto(self.url)
        page.evaluate(BEGIN, self.script)
        return page

    def again(self, page: Page) -> None:
        """Load a page anew."""
        page.reload()
        page.evaluate(BEGIN, self.script)


@pytest.fixture
def backups(context: BrowserContext, mounted: Mounted, project: Project) -> Backups:
    """Tabs of one browser."""
    return Backups(context, mounted, project)


def state(page: Page) -> str:
    """How things are with the file."""
    found: str = page.evaluate("backup.state")
    return found


def test_a_chosen_file_is_written_after_each_save_in_later_visits_too(backups: Backups) -> None:
    page = backups.open()
    assert page.evaluate("[isPossible, backup.state, backup.day, backup.fileName]") == [True, "none", "", ""]
    assert page.evaluate(CHOOSE, "one")
    assert page.evaluate(ON_DISK, None) == "one"
    backups.again(page)
    assert page.evaluate("[backup.state, backup.fileName]") == ["kept", "weekly-review.json"]
    assert page.evaluate(UPDATE, "two, and longer")
    assert page.evaluate(UPDATE, "three")
    assert page.evaluate(ON_DISK, None) == "three"
    assert page.evaluate("backup.day.length") == len("2026-11-28")


def test_a_reader_who_chooses_no_file_has_none(backups: Backups) -> None:
    page = backups.open(PICKER, "globalThis.isCancelled = true")
    assert not page.evaluate(CHOOSE, "one")
    assert not page.evaluate(UPDATE, "two")
    assert state(page) == "none"


def test_another_tab_writes_to_the_same_file(backups: Backups) -> None:
    page, other = backups.open(), backups.open()
    page.evaluate(CHOOSE, "one")
    assert other.evaluate(UPDATE, "two")
    assert page.evaluate(UPDATE, "three")
    assert page.evaluate(ON_DISK, None) == "three"


def test_what_another_program_wrote_is_not_written_over(backups: Backups) -> None:
    page = backups.open()
    page.evaluate(CHOOSE, "one")
    page.evaluate(ON_DISK, "of another device")
    assert not page.evaluate(UPDATE, "two")
    assert state(page) == "changed"
    assert page.evaluate(ON_DISK, None) == "of another device"


def test_a_file_that_was_deleted_is_written_anew(backups: Backups) -> None:
    page = backups.open()
    page.evaluate(CHOOSE, "one")
    page.evaluate(REMOVE)
    backups.again(page)
    assert state(page) == "failed"
    assert page.evaluate(UPDATE, "two")
    assert page.evaluate(ON_DISK, None) == "two"


def test_a_file_that_cannot_be_written_keeps_what_it_had(backups: Backups) -> None:
    page = backups.open()
    page.evaluate(CHOOSE, "one")
    page.evaluate("() => { FileSystemWritableFileStream.prototype.close = () => Promise.reject(new Error('full')); }")
    assert not page.evaluate(UPDATE, "two")
    assert state(page) == "failed"
    assert page.evaluate(ON_DISK, None) == "one"


def test_where_the_browser_wants_the_readers_word_it_is_asked_for_after_a_click(backups: Backups) -> None:
    page = backups.open()
    page.evaluate(CHOOSE, "one")
    later = backups.open(PICKER, ASKS, ALLOWS)
    assert state(later) == "asks"
    assert not later.evaluate(UPDATE, "two")
    assert later.evaluate("text => backup.allow(blob(text))", "two")
    assert later.evaluate(ON_DISK, None) == "two"


def test_stopping_and_erasing_end_the_writing(backups: Backups) -> None:
    page = backups.open()
    page.evaluate(CHOOSE, "one")
    page.evaluate("backup.stop()")
    assert not page.evaluate(UPDATE, "two")
    page.evaluate(CHOOSE, "three")
    page.evaluate(ERASE)
    assert not page.evaluate(UPDATE, "four")
    assert page.evaluate("[backup.state, backup.day]") == ["none", ""]
    assert page.evaluate(ON_DISK, None) == "three"


def test_where_nothing_is_to_be_kept_no_file_is_written(backups: Backups) -> None:
    page = backups.open()
    page.evaluate(CHOOSE, "one")
    page.evaluate("sessionStorage.setItem('memory-only /', '1')")
    assert not page.evaluate(UPDATE, "two")
    assert page.evaluate(ON_DISK, None) == "one"


def test_elsewhere_it_is_a_download_and_its_day_is_remembered(backups: Backups) -> None:
    page = backups.open(NO_PICKER, NO_CHANNEL)
    assert not page.evaluate("isPossible")
    assert not page.evaluate(CHOOSE, "one")
    with page.expect_download() as waiting:
        page.evaluate("backup.download('weekly-review-2026-11-28.json', blob('one'))")
    assert waiting.value.suggested_filename == "weekly-review-2026-11-28.json"
    assert waiting.value.path().read_text() == "one"
    backups.again(page)
    assert page.evaluate("[backup.state, backup.day.slice(0, 2)]") == ["none", "20"]
