"""The builder in the two other engines: Firefox and WebKitGTK, started, used, broken and without a connection."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.core import policy
from site_builder.core.settings import NEUTRAL_SITE
from site_builder.runtime.snapshot import SNAPSHOT
from tests.browser.engines import ENGINES, Engine, Starter, new_window
from tests.browser.mounted import Mounted
from tests.browser.test_absence import PLAIN
from tests.browser.window import Lack, Window, wait_for

FAILED = ".python-state[data-when=failed]"
REFUSED = "[data-when-refused]"
REFUSE = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(globalThis, name, { get() { throw new DOMException("refused", "SecurityError"); } });
}
"""

LEAVE = """(() => {
  if (__keys__) for (const key of Array(6).keys())
    document.body.dispatchEvent(new KeyboardEvent(key % 2 ? "keyup" : "keydown", { key: "Shift", bubbles: true }));
  else document.querySelector("[data-do=exit]").click();
  return [document.title, document.body.innerText.trim(), { ...sessionStorage }];
})()"""
"""Leave at once, by pointer or by keys, and look at the page before the other one is there."""

RUN_TEXT = """(() => {
  try {
    document.body.append(Object.assign(document.createElement("script"), { text: "globalThis.ran = 1" }));
    return globalThis.ran ?? "blocked";
  } catch (error) { return error.name; }
})()"""
"""Trusted Types stop it before the rest of the policy would."""


@pytest.fixture(scope="module", params=ENGINES.values(), ids=ENGINES)
def start(request: pytest.FixtureRequest) -> Starter:
    """One engine after the other."""
    starter: Starter = request.param
    return starter


@pytest.fixture(scope="module")
def engine(start: Starter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The engine as it is shipped, started once."""
    with start(tmp_path_factory.mktemp("profile"), "") as engine:
        yield engine


@pytest.fixture
def window(engine: Engine) -> Iterator[Window]:
    """A window that knows nothing yet."""
    window = engine.window()
    yield window
    window.close()


@pytest.fixture
def lacking(start: Starter, lack: Lack, tmp_path: Path) -> Iterator[Window]:
    """A window of a browser that was told to do without something."""
    with new_window(start, tmp_path, lack) as window:
        yield window


def change(mounted: Mounted, ending: str, old: str, new: str) -> None:
    """Change a script of the site."""
    (name,) = (name for name in mounted.files if name.endswith(ending))
    text = mounted.files[name].decode()
    assert old in text
    mounted.files[name] = text.replace(old, new, 1).encode()


def runtime_asked(mounted: Mounted) -> set[str]:
    """The files of Python that were asked for."""
    return {path.rpartition("/")[2] for path in mounted.asked if "/runtime/" in path}


@pytest.mark.parametrize("headers", [policy.HEADERS, {}], ids=["headers", "meta alone"])
def test_the_example_is_scored_under_the_policy_and_comes_back(
    window: Window, mounted: Mounted, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.preview.HEADERS", headers)
    window.open(mounted.url("builder.html"))
    window.wait_for_python("frozen")
    assert runtime_asked(mounted) == {SNAPSHOT}
    window.fill_in_worked_example()
    window.reload()
    window.wait_for_python("frozen")
    window.wait_for_worked_example()
    assert window.value(RUN_TEXT) == "TypeError"


@pytest.mark.parametrize("keys", ["true", "false"], ids=["keys", "pointer"])
def test_a_page_is_blank_at_once_and_back_does_not_return(window: Window, mounted: Mounted, keys: str) -> None:
    mounted.files["other.html"] = b"<!DOCTYPE html><title>Weather</title>Sunny"
    other = mounted.url("other.html").encode()
    mounted.files["safety.html"] = mounted.files["safety.html"].replace(NEUTRAL_SITE.encode(), other)
    window.open(mounted.url("index.html"))
    window.open(mounted.url("safety.html"))
    window.click(".contents a[href='#help']")
    window.wait("location.hash", "#help")
    assert window.value(LEAVE.replace("__keys__", keys)) == ["Loading", "Loading", {"left /": "1"}]
    window.wait("document.title", "Weather")
    number = mounted.asked.count("/other.html")
    window.value("history.back()")
    wait_for(lambda: mounted.asked.count("/other.html") > number, lambda: "Back shows the page again")
    window.wait("document.title", "Weather")
    window.value("history.back()")
    window.wait("document.querySelector('main')?.className", "landing")


def test_after_one_visit_the_builder_and_the_search_work_offline(window: Window, mounted: Mounted) -> None:
    window.open(mounted.url("builder.html"))
    window.wait_for_python("frozen")
    window.wait_to_see("[data-offline=kept]")
    window.wait(
        "navigator.serviceWorker.controller?.state ?? 'none'", "activated"
    )  # WebKit asks the site before that
    window.go_offline(mounted)
    number = len(mounted.asked)
    window.open(mounted.url("builder.html"))
    window.fill_in_worked_example()
    window.reload()
    window.wait_for_python("frozen")
    window.wait_for_worked_example()
    window.open(mounted.url("search.html#q=weak%20tie"))
    window.wait_to_see(".search-results a")
    assert {path.rpartition("/")[2] for path in mounted.asked[number:]} <= {"sw.js"}  # the look for a newer one


@pytest.mark.parametrize("fault", ["missing", "cut in half"])
def test_without_a_sound_frozen_file_the_plain_python_answers(window: Window, mounted: Mounted, fault: str) -> None:
    (name,) = (name for name in mounted.files if name.endswith(SNAPSHOT))
    whole = mounted.files.pop(name)
    if fault == "cut in half":
        mounted.files[name] = whole[: len(whole) // 2]
    window.open(mounted.url("builder.html"))
    window.wait_for_python("plain")
    window.fill_in_worked_example()


@pytest.mark.parametrize("name", PLAIN)
def test_where_both_pythons_miss_a_file_it_is_told(window: Window, mounted: Mounted, name: str) -> None:
    mounted.remove(SNAPSHOT)
    mounted.remove(f"/{name}")
    window.open(mounted.url("builder.html"))
    window.wait_to_see(FAILED)
    assert "there is no score" in window.text(FAILED)
    window.choose("hosting", 2)
    assert window.is_seen("#builder")
    assert runtime_asked(mounted) >= {SNAPSHOT, name}


def test_the_frozen_python_misses_nothing_where_all_files_of_the_plain_one_are_gone(
    window: Window, mounted: Mounted
) -> None:
    for name in PLAIN:
        mounted.remove(f"/{name}")
    window.open(mounted.url("builder.html"))
    window.wait_for_python("frozen")
    window.fill_in_worked_example()


@pytest.mark.parametrize("python", ["frozen", "plain"])
def test_with_a_wrong_media_type_python_still_answers(
    window: Window, mounted: Mounted, python: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(policy.MEDIA_TYPES, ".wasm", "text/html; charset=utf-8")
    if python == "plain":
        mounted.remove(SNAPSHOT)
    window.open(mounted.url("builder.html"))
    window.wait_for_python(python)
    window.fill_in_worked_example()


def test_a_worker_that_is_stopped_in_the_middle_is_replaced(window: Window, mounted: Mounted) -> None:
    change(mounted, "/builder.js", "new Worker(", "globalThis.theWorker = new Worker(")
    window.open(mounted.url("builder.html"))
    window.wait_for_python("frozen")
    window.fill_in_worked_example()
    window.value("globalThis.theWorker.terminate()")
    window.choose("hosting", 0)
    window.wait("document.querySelector('#result [data-out=thin-spot]').innerText", "Invitations")
    window.wait_for_python("frozen")


def test_where_the_storage_throws_it_is_told_and_python_answers(window: Window, mounted: Mounted) -> None:
    change(mounted, "/builder.js", "", REFUSE)
    window.open(mounted.url("builder.html"))
    window.wait_to_see(REFUSED)
    window.wait_for_python("frozen")
    window.fill_in_worked_example()


@pytest.mark.parametrize("lack", ["storage"])
def test_where_the_browser_keeps_nothing_on_the_device_it_is_told(lacking: Window, mounted: Mounted) -> None:
    lacking.open(mounted.url("builder.html"))
    lacking.wait_for_python("frozen")
    lacking.fill_in_worked_example()
    lacking.click("[name=keep-on-device]")
    assert lacking.is_seen(REFUSED)


@pytest.mark.parametrize("lack", ["WebAssembly"])
def test_without_webassembly_it_is_told_and_nothing_is_loaded(lacking: Window, mounted: Mounted) -> None:
    lacking.open(mounted.url("builder.html"))
    lacking.wait("document.documentElement.dataset.python", "unavailable")
    assert "there is no score" in lacking.text(".python-state[data-when=unavailable]")
    lacking.choose("hosting", 2)
    assert lacking.is_seen("#builder")
    assert runtime_asked(mounted) == set()


@pytest.mark.parametrize("lack", ["scripts"])
def test_without_scripts_the_form_and_the_example_can_be_read(lacking: Window, mounted: Mounted) -> None:
    lacking.open(mounted.url("builder.html"))
    assert "scripts are off here" in lacking.text("noscript p")
    assert lacking.is_seen("noscript p")
    assert lacking.value("document.querySelectorAll('#builder fieldset:not([hidden])').length") == 14
    assert lacking.value("document.documentElement.dataset.python") == "idle"
    lacking.open(mounted.url("index.html"))
    assert lacking.text("#example [data-out=score]") == "64"
    assert runtime_asked(mounted) == set()  # WebKit does fetch the modules that the head names
