"""CPython, the plain Pyodide and the memory snapshot give the same bytes; the build fails where they would not."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from scoring import Catalogue
from site_builder.content.load import read_content
from site_builder.core.model import Runtime
from site_builder.core.project import Project
from site_builder.runtime.archive import ARCHIVE, SCRIPT
from site_builder.runtime.collect import read_runtime
from site_builder.runtime.conformance import ConformanceSuite, make_suite
from site_builder.runtime.sample_requests import sample_requests
from site_builder.runtime.snapshot import SNAPSHOT, BrowserSide, ask_snapshot, make_snapshot
from site_builder.toolchain.cache import Cache
from site_builder.toolchain.node import NodeRunner
from tests.scoring.exchange_files import read_exchanges
from tests.scoring.thousand import thousand_requests

SEED = 7
"""Another one than the build's."""

LARGE = ("\ufeff{}", "\x00", "[" * 100_000, "9" * 1_000_000, "\U0001f600" * 4_000_000, '{"a": "' + "b" * 10_000_000)
"""Texts that a host could stumble over; the last two make the heap grow."""


@pytest.fixture(scope="module")
def runtime(project: Project) -> Runtime:
    return read_runtime(project, read_content(project), print)


@pytest.fixture(scope="module")
def browser(project: Project) -> BrowserSide:
    return BrowserSide(project.web / "js" / "python" / "snapshot-engine.js", project.web / "python" / "exercise.py")


@pytest.fixture
def runner(project: Project, tmp_path: Path) -> NodeRunner:
    """One with an empty cache."""
    return NodeRunner(Cache(tmp_path / "cache"), project.root / "node_modules" / "pyodide", print)


@pytest.fixture(scope="module")
def trial(catalogue: Catalogue) -> ConformanceSuite:
    """Every exchange file, the thousand people, ten thousand requests of which half are broken, and large texts."""
    exchanges = [request for _, request, _ in read_exchanges()]
    made_up = sample_requests(catalogue, 10_000, SEED)
    return make_suite((*exchanges, *thousand_requests(), *made_up, *LARGE), catalogue)


def test_the_snapshot_gives_the_same_bytes(
    runner: NodeRunner, browser: BrowserSide, runtime: Runtime, trial: ConformanceSuite
) -> None:
    assert len(trial.requests) > 11_000
    trial.compare(
        ask_snapshot(runner, browser.engine, runtime.files[SNAPSHOT], trial.requests), "the memory snapshot"
    )


def test_the_plain_python_gives_the_same_bytes(
    runner: NodeRunner, runtime: Runtime, trial: ConformanceSuite, tmp_path: Path
) -> None:
    archive = tmp_path / ARCHIVE
    archive.write_bytes(runtime.files[ARCHIVE])
    given = json.dumps(trial.requests)
    trial.compare(json.loads(runner.run(SCRIPT, "answer", runner.package, archive, given=given)), "Pyodide")


def test_an_answer_that_differs_fails_the_build(runner: NodeRunner, browser: BrowserSide, runtime: Runtime) -> None:
    other = ConformanceSuite(['{"do": "x"}'], lambda _: '{"ok": true}')
    with pytest.raises(RuntimeError, match="CPython answers differently"):
        make_snapshot(runner, runtime.files[ARCHIVE], browser, other)


@pytest.mark.parametrize("module", ["dataclasses.pyc", "scoring/share_code.pyc"])
def test_a_module_that_the_archive_lacks_fails_the_build(
    runner: NodeRunner, browser: BrowserSide, runtime: Runtime, catalogue: Catalogue, module: str
) -> None:
    archive = without(runtime.files[ARCHIVE], module)
    with pytest.raises(RuntimeError, match=f"No module named '{module.removesuffix('.pyc').replace('/', '.')}'"):
        make_snapshot(runner, archive, browser, make_suite(['{"do": "x"}'], catalogue))


def test_a_truncated_file_stops(runner: NodeRunner, browser: BrowserSide, runtime: Runtime) -> None:
    with pytest.raises(RuntimeError, match="CompileError"):
        ask_snapshot(runner, browser.engine, runtime.files[SNAPSHOT][:-1000], ["{}"])


def test_east_asian_characters_are_left_out(runner: NodeRunner, runtime: Runtime) -> None:
    row = bytes(byte for cell in range(0xA1, 0xFF) for byte in (0x8F, 0xB0, cell))  # kanji of JIS X 0212
    characters = row.decode("euc_jp").encode("utf-16-le")
    assert characters in (runner.package / "pyodide.asm.wasm").read_bytes()
    assert characters not in runtime.files[SNAPSHOT]


def test_nothing_of_the_archive_is_left_in_memory(runtime: Runtime) -> None:
    pieces = [runtime.files[ARCHIVE][at : at + 32] for at in range(0, len(runtime.files[ARCHIVE]), 4096)]
    assert [piece for piece in pieces if piece in runtime.files[SNAPSHOT]] == []


def without(archive: bytes, gone: str) -> bytes:
    """The archive without one module."""
    buffer = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(buffer, "w") as new:
        assert gone in old.namelist()
        for name in old.namelist():
            if name != gone:
                new.writestr(name, old.read(name))
    return buffer.getvalue()
