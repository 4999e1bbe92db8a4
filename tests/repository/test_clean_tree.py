"""Nothing in the repository depends on the machine or the mirror that it was written with."""

import re
from pathlib import Path

import pytest

from site_builder.core.project import Project
from tests.repository.ours import tracked

HOSTS = r"pypi\.org|pythonhosted|npmjs|npmmirror|yarnpkg|jfrog|artifactory|nexus|crates\.io|proxy\.golang"
REGISTRY = re.compile(rf"https?://[^\s\"'<>)]*({HOSTS})", re.IGNORECASE)
FOLDER = re.compile(r"(?<![\w.~})-])/(?:home/(?!pyodide\b)|Users/|root/|work/|mnt/)[\w.-]|[A-Z]:\\Users\\")
"""Home and work folders; /home/pyodide is a folder inside the browser's Python."""

LOCKS = (
    "package-lock.json",
    "benchmarks/generators/package-lock.json",
    *(f"benchmarks/generators/requirements-{name}.lock" for name in ("hugo", "mkdocs", "pelican", "zensical")),
    "benchmarks/lighthouse/package-lock.json",
    "requirements-dev.lock",
    "requirements.lock",
    "requirements-node.lock",
)
PLACE = re.compile(
    r'"resolved"|--(?:extra-)?index-url|--find-links|(?<![\w.-])/(?:tmp|var|opt)/|'
    r'https?://(?!(?:github\.com/sponsors|opencollective\.com)/|[^"]*[/?](?:funding|sponsor))'
)
"""An address where a package asks for money is no place to fetch from."""


def lines_with(pattern: re.Pattern[str], path: Path) -> list[str]:
    """The lines of a text file that a pattern is in, with their numbers; none for a file that is no text."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return []
    return [
        f"{number}: {line.strip()[:120]}" for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)
    ]


def found(pattern: re.Pattern[str], project: Project) -> dict[str, list[str]]:
    """Where in the repository a pattern is."""
    hits = {project.name(path): lines_with(pattern, path) for path in tracked(project.root)}
    assert len(hits) > 100
    return {name: lines for name, lines in hits.items() if lines}


def test_no_file_has_the_address_of_a_package_registry(project: Project) -> None:
    assert found(REGISTRY, project) == {}


def test_no_file_names_a_home_or_work_folder(project: Project) -> None:
    assert found(FOLDER, project) == {}


def test_nothing_built_or_fetched_is_kept(project: Project) -> None:
    tops = {path.relative_to(project.root).parts[0] for path in tracked(project.root)}
    assert tops & {"dist", ".cache", ".venv", "node_modules"} == set()
    assert [path for path in tracked(project.root) if path.suffix in (".pyc", ".zip", ".whl", ".wasm", ".log")] == []


@pytest.mark.parametrize(
    "host", ["pypi.org/simple", "registry.npmjs.org/x", "files.pythonhosted.org", "a.example/npmjs/"]
)
def test_addresses_of_registries_are_found(host: str) -> None:
    assert REGISTRY.search(f"see https://{host}")
    assert not REGISTRY.search(f"see {host}")


@pytest.mark.parametrize("user", ["home/ann/x", "Users/ann", "root/.cache", "work/main"])
def test_folders_of_a_machine_are_found(user: str) -> None:
    assert FOLDER.search(f'path = "/{user}"')
    assert not FOLDER.search(f"docs/{user}")


@pytest.mark.parametrize("name", LOCKS)
def test_lock_files_hold_versions_and_hashes_but_no_place(project: Project, name: str) -> None:
    path = project.root / name
    assert "sha512-" in path.read_text("utf-8") or "--hash=sha256:" in path.read_text("utf-8")
    assert lines_with(PLACE, path) == []
