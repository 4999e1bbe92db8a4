"""The same inputs give the same bytes, and a mistake leaves the old site as it was. Built with the real runtime."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from site_builder.core.project import Project
from tests.cases.case import share_cache

COPIED = ("content", "templates", "web", "scoring", "site_builder")
SHARED = ("node_modules", ".cache")


def copy_project(project: Project, root: Path, shared: Sequence[str] = SHARED) -> Project:
    """Copy what a build reads, and share what was fetched and prepared."""
    for name in COPIED:
        copytree(project.root / name, root / name, ignore=ignore_patterns("__pycache__"))
    project.cache.mkdir(exist_ok=True)
    for name in shared:
        (root / name).symlink_to(project.root / name, target_is_directory=True)
    return Project(root)


def run_build(project: Project, hash_seed: str) -> subprocess.CompletedProcess[str]:
    """Build in another process, with the generator of the copy."""
    command = [sys.executable, "-W", "error", "-m", "site_builder", "--root", str(project.root), "build"]
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=project.root, env=environment, capture_output=True, text=True, check=False)


def read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def built(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of this project with its site."""
    copied = copy_project(project, tmp_path_factory.mktemp("first") / "a")
    done = run_build(copied, "1")
    assert (done.returncode, done.stdout.partition(" ")[0]) == (0, "Built"), done.stderr
    return copied


def test_two_builds_in_two_folders_are_the_same_to_the_byte(built: Project, project: Project, tmp_path: Path) -> None:
    other = copy_project(project, tmp_path / """Ann's R&D "x" %41 ü""")
    assert run_build(other, "31337").returncode == 0
    first, second = read(built.dist), read(other.dist)
    assert len(first) > 20
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_python_prepared_anew_is_the_same_to_the_byte(built: Project, project: Project, tmp_path: Path) -> None:
    other = copy_project(project, tmp_path / "anew", ["node_modules"])
    share_cache(project, other.root)
    done = run_build(other, "2")
    assert (done.returncode, done.stderr) == (0, "Preparing Python for the browser (once, some seconds) ...\n")
    first, second = read(built.dist), read(other.dist)
    assert [name for name in first if name.startswith("runtime/") and name.endswith("/python.zip")] != []
    assert first == second


def test_the_site_names_no_folder_of_the_machine_that_built_it(built: Project) -> None:
    root = str(built.root).encode()
    assert [name for name, data in read(built.dist).items() if root in data] == []


def test_a_misspelt_field_stops_the_build_and_leaves_the_old_site(built: Project) -> None:
    before = read(built.dist)
    chapter = built.content / "chapters" / "03-weak-ties.md"
    text = chapter.read_text("utf-8")
    chapter.write_text(text.replace("\nsummary:", "\nsumary:", 1), "utf-8")
    done = run_build(built, "0")
    chapter.write_text(text, "utf-8")
    first, line = text.splitlines()[1], text.splitlines()[3].replace("summary:", "sumary:")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        'content/chapters/03-weak-ties.md:2:1: field "summary" is missing\n'
        f"    2 | {cut(first)}\n"
        "      | ^\n"
        "\n"
        'content/chapters/03-weak-ties.md:4:1: unknown field "sumary"\n'
        f"    4 | {cut(line)}\n"
        "      | ^^^^^^\n"
        '    did you mean "summary"? '
        "allowed: title, label, summary, order, sources, aliases, draft, exit, invented, navigation\n"
        "\n"
        "2 problems in 1 file; nothing was written\n"
    )
    assert read(built.dist) == before
    assert sorted(path.name for path in built.root.iterdir()) == sorted([*COPIED, *SHARED, "dist"])


def cut(line: str) -> str:
    """A source line as messages show it."""
    return line if len(line) <= 96 else f"{line[:96]}..."
