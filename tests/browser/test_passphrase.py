"""A document behind a passphrase: sealed with all that is aside, open in memory only; files that age itself opens."""

import os
import pty
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from playwright.sync_api import BrowserContext, Page

from site_builder.core.project import Project
from tests.browser.kept_document import Tabs, add, expect_now
from tests.browser.mounted import Mounted

PHRASE = "seven quiet kettles"
SET = """async (phrase) => {
    const { Lock } = await globalThis.lockScript;
    return kept.setLock(phrase === null ? undefined : await Lock.make(phrase));
}"""
UNLOCK = "async (phrase) => kept.unlock(async (key) => (await lockScript).Lock.take(key, phrase))"
SEAL = "async ([text, phrase]) => [...await (await lockScript).Lock.sealFile(text, phrase)]"
OPEN = "async ([bytes, phrase]) => await (await lockScript).Lock.openFile(new Uint8Array(bytes), phrase) ?? null"
IS_SEALED = "async (bytes) => (await lockScript).isSealed(new Uint8Array(bytes))"
FILE = """async () => {
    const { name, content } = await kept.forFile("a.json", "one");
    return [name, [...new Uint8Array(await content.arrayBuffer())]];
}"""
ALL_STORED = """async () => {
    const opening = indexedDB.open("community-os /");
    await new Promise((done) => { opening.onsuccess = done; });
    const stores = ["texts", "snapshots", "aside"];
    const reading = opening.result.transaction(stores);
    const all = await Promise.all(stores.map((store) => new Promise((done) => {
        const request = reading.objectStore(store).getAll();
        request.onsuccess = () => done(request.result);
    })));
    opening.result.close();
    const readable = (text) => typeof text === "string" ? text : new TextDecoder().decode(text);
    return all.flat().map(({ text, key }) => `${readable(text)} ${key ?? ""}`);
}"""
"""Everything that lies in the database, as text."""


class Locking(Tabs):
    """Tabs that have loaded what seals."""

    def __init__(self, context: BrowserContext, mounted: Mounted, project: Project) -> None:
        super().__init__(context, mounted, project)
        self.lock_script = mounted.add_script(project, "kept/lock.js")

    def begin(self, page: Page) -> None:
        super().begin(page)
        page.evaluate("script => { globalThis.lockScript = import(script); }", self.lock_script)


@pytest.fixture
def tabs(context: BrowserContext, mounted: Mounted, project: Project) -> Locking:
    """Tabs that share what is kept."""
    return Locking(context, mounted, project)


def with_history(page: Page) -> None:
    """Write a document with an earlier text and one that could not be read."""
    page.evaluate("kept.change(() => 'canary one', { keepsBefore: true })")
    page.evaluate("kept.setAside('canary broken')")
    for text in ("canary two", "canary three"):
        page.evaluate("text => kept.change(() => text, { keepsBefore: true })", text)


def test_nothing_readable_is_left_and_the_passphrase_opens_all_of_it(tabs: Locking) -> None:
    page = tabs.open()
    with_history(page)
    assert len([text for text in page.evaluate(ALL_STORED) if "canary" in text]) >= 3
    assert page.evaluate(SET, PHRASE)
    expect_now(page, "kept", "canary three")
    add(page, "canary-four")
    stored = page.evaluate(ALL_STORED)
    assert len(stored) >= 3
    assert [text for text in stored if "canary" in text or "AGE-SECRET" in text or PHRASE in text] == []
    tabs.again(page)
    expect_now(page, "locked", "")
    assert page.evaluate("kept.isSealed")
    assert not add(page, "canary-lost")
    assert page.evaluate("kept.snapshots()") == []
    assert page.evaluate(UNLOCK, PHRASE)
    expect_now(page, "kept", "canary three canary-four")
    assert [one["text"] for one in page.evaluate("kept.snapshots()")][-1] in ("canary one", "canary two")
    assert [one["text"] for one in page.evaluate("kept.aside()")] == ["canary broken"]


def test_a_wrong_passphrase_changes_nothing(tabs: Locking) -> None:
    page = tabs.open()
    add(page, "one")
    page.evaluate(SET, PHRASE)
    page.evaluate("kept.lock()")
    expect_now(page, "locked", "")
    for wrong in ("", PHRASE.upper(), f"{PHRASE} "):
        assert not page.evaluate(UNLOCK, wrong)
    expect_now(page, "locked", "")
    assert page.evaluate(UNLOCK, PHRASE)
    expect_now(page, "kept", "one")


def test_another_tab_needs_the_passphrase_as_well_and_a_new_one_locks_it_again(tabs: Locking) -> None:
    page, other = tabs.open(), tabs.open()
    add(page, "one")
    page.evaluate(SET, PHRASE)
    expect_now(other, "locked", "")
    assert not add(other, "lost")
    other.evaluate(UNLOCK, PHRASE)
    add(other, "two")
    expect_now(page, "kept", "one two")
    page.evaluate(SET, "another phrase")
    expect_now(other, "locked", "")
    assert not other.evaluate(UNLOCK, PHRASE)
    page.evaluate(SET, None)
    expect_now(other, "kept", "one two")
    assert not page.evaluate("kept.isSealed")
    assert "one two " in page.evaluate(ALL_STORED)


def test_what_was_set_aside_behind_a_passphrase_stays_behind_it(tabs: Locking) -> None:
    page = tabs.open()
    add(page, "canary")
    page.evaluate(SET, PHRASE)
    assert page.evaluate("kept.setAside(kept.text)")
    expect_now(page, "kept", "")
    assert [text for text in page.evaluate(ALL_STORED) if "canary" in text] == []
    assert page.evaluate("kept.isSealed")


def test_bytes_that_were_changed_are_not_opened(tabs: Locking) -> None:
    page = tabs.open()
    sealed = page.evaluate(SEAL, ["one", PHRASE])
    assert page.evaluate(OPEN, [sealed, PHRASE]) == "one"
    assert page.evaluate(OPEN, [sealed[:-1], PHRASE]) is None
    sealed[-1] ^= 1
    assert page.evaluate(OPEN, [sealed, PHRASE]) is None
    assert page.evaluate(OPEN, [[1, 2, 3], PHRASE]) is None
    assert page.evaluate(IS_SEALED, sealed)
    assert not page.evaluate(IS_SEALED, [*b'{"format": "ledger"}'])


def test_what_was_begun_before_it_is_locked_is_done(tabs: Locking) -> None:
    page = tabs.open()
    add(page, "one")
    page.evaluate(SET, PHRASE)
    page.evaluate("() => { const done = add('two'); kept.lock(); return done; }")
    expect_now(page, "locked", "")
    page.evaluate(UNLOCK, PHRASE)
    expect_now(page, "kept", "one two")


def test_a_lock_that_is_closed_has_forgotten_its_key(tabs: Locking) -> None:
    page = tabs.open()
    page.evaluate("async (phrase) => { globalThis.held = await (await lockScript).Lock.make(phrase); }", PHRASE)
    sealed = page.evaluate("async () => [...await held.lock.seal('one')]")
    assert page.evaluate("async (bytes) => held.lock.open(new Uint8Array(bytes))", sealed) == "one"
    assert len(page.workers) == 1
    with page.workers[0].expect_event("close"):
        page.evaluate("() => held.lock.end()")


def run_age(phrase: str, *options: str) -> bytes:
    """Run the ordinary age program, which reads a passphrase from a terminal and from nothing else."""
    keyboard, terminal = pty.openpty()
    with Popen(["age", *options], stdin=terminal, stdout=PIPE, stderr=terminal, start_new_session=True) as program:
        os.write(keyboard, f"{phrase}\n".encode() * 2)
        assert program.stdout is not None
        found = program.stdout.read()
    os.close(terminal)
    os.close(keyboard)
    assert program.returncode == 0
    return found


def test_the_ordinary_program_opens_our_file_and_we_open_its(tabs: Locking, tmp_path: Path) -> None:
    page = tabs.open()
    text = '{"week": "2026-W48", "people": ["Zoë"]}\n' * 3000
    ours, theirs, plain = tmp_path / "ours.age", tmp_path / "theirs.age", tmp_path / "plain.json"
    ours.write_bytes(bytes(page.evaluate(SEAL, [text, PHRASE])))
    assert run_age(PHRASE, "--decrypt", str(ours)).decode() == text
    plain.write_text(text, "utf-8")
    run_age(PHRASE, "--encrypt", "--passphrase", "--output", str(theirs), str(plain))
    assert page.evaluate(OPEN, [[*theirs.read_bytes()], PHRASE]) == text


def test_a_file_is_sealed_while_the_document_is(tabs: Locking) -> None:
    page = tabs.open()
    add(page, "one")
    assert page.evaluate(FILE) == ["a.json", [*b"one"]]
    page.evaluate(SET, PHRASE)
    name, sealed = page.evaluate(FILE)
    assert name == "a.json.age"
    assert page.evaluate(IS_SEALED, sealed)
    assert page.evaluate(OPEN, [sealed, PHRASE]) == "one"
