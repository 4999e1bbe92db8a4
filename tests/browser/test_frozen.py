"""The frozen Python is what answers; whatever happens to it, the plain one does."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from site_builder.core import policy
from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.runtime.embed import FACTS_SECTION
from site_builder.runtime.prune import NOTES_AT, TRAP, instrument, prune
from site_builder.runtime.snapshot import SNAPSHOT
from site_builder.runtime.wasm import Kind, emit_module, join_bodies, parse_module, section, split_bodies
from site_builder.toolchain.cache import Cache
from site_builder.toolchain.node import NodeRunner
from tests.browser.conftest import edition_of, fill_in_worked_example, open_builder, out, serve
from tests.browser.mounted import Mounted


@pytest.fixture
def broken(files: Files) -> Iterator[Mounted]:
    """A site of which a test breaks a part."""
    yield from serve(Mounted(files))


def name_of(files: Files) -> str:
    return next(name for name in files if name.endswith(SNAPSHOT))


def expect_engine(page: Page, engine: str) -> None:
    page.wait_for_selector(f"html[data-python=ready][data-engine={engine}]")


def watch_states(page: Page) -> Callable[[], list[str]]:
    """Note what the worker reports, from the first page on."""
    page.add_init_script(
        """globalThis.states = [];
        new MutationObserver(() => {
          const { python, engine } = document.documentElement.dataset;
          const state = `${python} ${engine}`.trim();
          if (states.at(-1) !== state && python !== "idle") states.push(state);
        }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-python"] });"""
    )
    return lambda: page.evaluate("() => states")


def expect_score(page: Page) -> None:
    fill_in_worked_example(page)
    expect(page.locator("#result [data-out=score]")).to_have_text("64")


def test_the_frozen_python_answers_and_nothing_of_the_plain_one_is_loaded(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    expect_score(page)
    expect_engine(page, "frozen")
    assert [path.rpartition("/")[2] for path in mounted.asked if "/runtime/" in path] == [SNAPSHOT]


def test_without_the_frozen_file_the_plain_python_answers(context: BrowserContext, broken: Mounted) -> None:
    broken.remove(SNAPSHOT)
    page = context.new_page()
    open_builder(page, broken)
    expect_engine(page, "plain")
    expect_score(page)


@pytest.mark.parametrize("change", ["truncated", "another file", "altered code", "altered memory"])
def test_with_a_damaged_frozen_file_the_plain_python_answers(
    context: BrowserContext, broken: Mounted, change: str
) -> None:
    name = name_of(broken.files)
    data = broken.files[name]
    if change == "truncated":
        broken.files[name] = data[: len(data) // 2]
    elif change == "another file":
        broken.files[name] = b"<!DOCTYPE html><title>404</title>"
    elif change == "altered code":
        sections = parse_module(data)
        bodies = [TRAP] * len(split_bodies(section(sections, Kind.CODE)))
        broken.files[name] = emit_module(
            (kind, join_bodies(bodies) if kind == Kind.CODE else body) for kind, body in sections
        )
    else:  # not the proof, which has the same words in a section of its own
        broken.files[name] = emit_module(
            (kind, body.replace(b"Weak ties", b"Weak tied") if kind == Kind.DATA else body)
            for kind, body in parse_module(data)
        )
    assert broken.files[name] != data
    page = context.new_page()
    open_builder(page, broken)
    expect_engine(page, "plain")
    expect_score(page)
    assert out(page, "thin-spot") == "Weak ties"


@pytest.mark.parametrize("engine", ["frozen", "plain"])
def test_with_a_wrong_media_type_python_still_answers(
    context: BrowserContext, broken: Mounted, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(policy.MEDIA_TYPES, ".wasm", "application/octet-stream")
    if engine == "plain":
        broken.remove(SNAPSHOT)
    page = context.new_page()
    open_builder(page, broken)
    expect_engine(page, engine)
    expect_score(page)


def test_a_frozen_python_of_another_edition_is_not_used(context: BrowserContext, broken: Mounted) -> None:
    name = name_of(broken.files)
    edition = edition_of(broken.files).encode()
    assert edition in broken.files[name]
    broken.files[name] = broken.files[name].replace(edition, edition[::-1])
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    open_builder(page, broken)
    expect_engine(page, "plain")
    assert any(f"frozen.wasm: Error: edition {edition[::-1].decode()}" in text for text in said)


SURVEY = """
import {{ readFileSync, writeFileSync }} from "node:fs";
import {{ call, instantiate, readFacts }} from "{engine}";
const module = await WebAssembly.compile(readFileSync(process.argv[2]));
const [python, facts] = [await instantiate(module), readFacts(module)];
call(python, facts.handle, facts.request);
writeFileSync(process.argv[3], new Uint8Array(python.memory.buffer, {place}, {count}));
"""


@pytest.fixture(scope="module")
def cut_too_short(files: Files, project: Project, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A frozen Python with only the functions that its own check needs: for the builder's form it lacks some."""
    folder = tmp_path_factory.mktemp("short")
    script, watched, notes = folder / "survey.mjs", folder / "watched.wasm", folder / "notes"
    sections = parse_module(files[name_of(files)])
    count = len(split_bodies(section(sections, Kind.CODE)))
    engine = (project.web / "js" / "python" / "snapshot-engine.js").as_uri()
    script.write_text(SURVEY.format(engine=engine, place=NOTES_AT, count=count), "utf-8")
    watched.write_bytes(emit_module(instrument(sections)))
    NodeRunner(Cache(folder), project.root / "node_modules" / "pyodide", print).run(script, watched, notes, given="")
    return emit_module(prune(sections, notes.read_bytes(), 0))


def test_a_trap_in_the_middle_is_answered_by_the_plain_python(
    context: BrowserContext, broken: Mounted, cut_too_short: bytes
) -> None:
    broken.files[name_of(broken.files)] = cut_too_short
    page = context.new_page()
    states = watch_states(page)
    open_builder(page, broken)
    expect_engine(page, "plain")
    expect_score(page)
    assert out(page, "thin-spot") == "Weak ties"
    assert states() == ["loading", "ready frozen", "loading", "ready plain"]


def test_the_facts_are_where_browsers_find_them(files: Files) -> None:
    kind, body = parse_module(files[name_of(files)])[-1]
    assert kind == Kind.CUSTOM
    assert body[1:].startswith(FACTS_SECTION.encode())
