"""The kept document in Firefox and WebKitGTK: written, followed, erased, sealed. A frame is the second tab."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.core.project import Project
from tests.browser.engines import ENGINES, new_window
from tests.browser.mounted import Mounted
from tests.browser.window import Window

PAGE = """<!DOCTYPE html><title>Tab</title><link rel="icon" href="data:,"><body>
<script type="module">
import { KeptText } from "{kept}";
import { Lock } from "{lock}";
globalThis.kept = await KeptText.open("ledger");
globalThis.results = {};
globalThis.run = (name, task) => { task().then((result) => { results[name] = result ?? null; }); };
globalThis.add = (word) => run(word, () => kept.change((text) => `${text} ${word}`.trim()));
globalThis.setLock = (phrase) => run("set", async () => kept.setLock(await Lock.make(phrase)));
globalThis.unlock = (phrase) => run(phrase, () => kept.unlock((key) => Lock.take(key, phrase)));
globalThis.roundTrip = (text, phrase) =>
  run("file", async () => Lock.openFile(await Lock.sealFile(text, phrase), phrase));
globalThis.isReady = true;
</script>"""
FRAME = "document.body.append(Object.assign(document.createElement('iframe'), { src: location.href }))"


@pytest.fixture(params=ENGINES.values(), ids=ENGINES)
def window(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Window]:
    """A window of each engine."""
    with new_window(request.param, tmp_path) as window:
        yield window


@pytest.fixture
def tab(window: Window, mounted: Mounted, project: Project, monkeypatch: pytest.MonkeyPatch) -> Window:
    """The window with the document."""
    monkeypatch.setattr("site_builder.preview.HEADERS", {})  # they allow no frame and no script in a page
    kept = mounted.add_script(project, "kept/kept-text.js")
    lock = mounted.add_script(project, "kept/lock.js")
    mounted.files["tab.html"] = PAGE.replace("{kept}", kept).replace("{lock}", lock).encode()
    window.open(mounted.url("tab.html"))
    window.wait("globalThis.isReady ?? false")
    return window


def expect_now(tab: Window, state: str, text: str, inside: str = "globalThis") -> None:
    """Wait until a page has this state and text."""
    tab.wait(f"[{inside}.kept.state, {inside}.kept.text].join('|')", f"{state}|{text}")


def test_it_is_written_followed_there_again_and_erased(tab: Window) -> None:
    tab.value("void add('one')")
    expect_now(tab, "kept", "one")
    tab.value(FRAME)
    tab.wait("frames[0]?.isReady ?? false")
    tab.value("void frames[0].add('two')")
    expect_now(tab, "kept", "one two")
    tab.value("void [...'abcde'].forEach((word, at) => (at % 2 ? frames[0] : globalThis).add(word))")
    tab.wait("kept.text.split(' ').length", 7)
    tab.reload()
    tab.wait("globalThis.isReady ?? false")
    tab.wait("kept.text.split(' ').length", 7)
    tab.value(FRAME)
    tab.wait("frames[0]?.isReady ?? false")
    tab.value("void frames[0].kept.keepNothing(true)")
    tab.wait("kept.state", "memory")
    tab.value("void frames[0].kept.keepNothing(false)")
    tab.wait("kept.state", "kept")
    tab.value("void run('erased', () => frames[0].kept.erase())")
    tab.wait("results.erased")
    expect_now(tab, "kept", "")
    tab.reload()
    tab.wait("globalThis.isReady ?? false")
    expect_now(tab, "kept", "")


def test_a_passphrase_seals_and_opens_it(tab: Window) -> None:
    tab.value("void add('one')")
    expect_now(tab, "kept", "one")
    tab.value("void setLock('seven quiet kettles')")
    tab.wait("results.set")
    tab.reload()
    tab.wait("globalThis.isReady ?? false")
    expect_now(tab, "locked", "")
    tab.value("void unlock('wrong')")
    tab.wait("results.wrong", False)
    tab.value("void unlock('seven quiet kettles')")
    expect_now(tab, "kept", "one")
    tab.value("void roundTrip('a file', 'a phrase')")
    tab.wait("results.file", "a file")
