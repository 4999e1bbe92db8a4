"""What the tests of the generator share: a tiny site in a folder of its own, built without the browser's Python."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.build import ReadRuntime
from site_builder.cli import main
from site_builder.core.model import Files, Runtime
from site_builder.core.project import Project
from site_builder.own_site import write_new_site
from tests.cases.case import lay_out, share_cache
from tests.site_builder.commands import Run, Told, patch_build


@pytest.fixture
def tiny_runtime() -> Runtime:
    """A runtime of one empty file."""
    return Runtime("runtime/test/", {"pyodide.mjs": b""}, "edition")


@pytest.fixture
def read_runtime(tiny_runtime: Runtime) -> ReadRuntime:
    """A reader that gives the tiny runtime."""
    return lambda *_: tiny_runtime


@pytest.fixture
def tiny(project: Project, tmp_path: Path) -> Project:
    """The case `tiny`, to be changed and built."""
    return lay_out("tiny", project, tmp_path / "tiny")


@pytest.fixture(scope="session")
def tiny_files(built_case: Callable[[str], Files]) -> Files:
    """The finished site of the case `tiny`, for tests that only look at it."""
    return built_case("tiny")


@pytest.fixture
def quick_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command line and the preview build with the tiny runtime."""
    patch_build(monkeypatch)


@pytest.fixture
def run(tiny: Project, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs commands in the tiny site."""
    return Run(tiny, capsys)


@pytest.fixture
def told(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Told]:
    """Runs commands in a folder around a new site, or in that site; in both, the book is the one of this program."""
    patch_build(monkeypatch)
    write_new_site(tmp_path / "desk", "The Desk")
    share_cache(project, tmp_path / "desk")

    def run(*arguments: str, place: str = "desk") -> Told:
        code = main(["--root", str(tmp_path / place), *arguments])
        return Told(code, *capsys.readouterr())

    return run
