"""Templates are compiled once, and again when they change."""

from pathlib import Path

import jinja2
import pytest
from jinja2 import Environment, FileSystemLoader

from site_builder.pages.template_cache import TemplateCache
from site_builder.toolchain.cache import Cache


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "a.j2").write_text("one {{ x }}", "utf-8")
    return tmp_path


def render(folder: Path) -> str:
    """Render with a new environment, as another run of the program would."""
    cache = TemplateCache(Cache(folder / "cache"))
    environment = Environment(loader=FileSystemLoader(folder), bytecode_cache=cache, autoescape=True)
    return environment.get_template("parts/a.j2").render(x=1)


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert render(folder) == "one 1"
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    assert render(folder) == "one 1"


def test_a_changed_template_is_compiled_anew(folder: Path) -> None:
    assert render(folder) == "one 1"
    (folder / "parts" / "a.j2").write_text("two {{ x }}", "utf-8")
    assert render(folder) == "two 1"


def test_code_that_is_damaged_or_of_another_version_is_passed_over(folder: Path) -> None:
    render(folder)
    for path in (folder / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(b"j2 of old")
    assert render(folder) == "one 1"
