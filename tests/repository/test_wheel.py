"""What `pip install` of the finished package brings is all that the commands need, far from this folder."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from shutil import copy2, copytree

import pytest

from site_builder.core.project import Project
from tests.repository.ours import PACKAGES, tracked

BESIDE = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT")
READ, SHARED = ("content", "templates", "web"), ("node_modules", ".cache")
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


def files_of_packages(project: Project) -> set[str]:
    names = {project.name(path) for path in tracked(project.root)}
    return {name for name in names if name.partition("/")[0] in PACKAGES}


@pytest.fixture(scope="module")
def installed(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the installed wheel, which is built from what git keeps: an older build leaves files behind."""
    source, wheels, target = (tmp_path_factory.mktemp(name) for name in ("source", "wheels", "target"))
    for name in sorted({*files_of_packages(project), *BESIDE}):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        copy2(project.root / name, source / name)
    offline = ("--no-deps", "--no-index")
    subprocess.run([*PIP, "wheel", *offline, "--no-build-isolation", "--wheel-dir", wheels, source], check=True)
    (wheel,) = wheels.iterdir()
    subprocess.run([*PIP, "install", *offline, "--no-compile", "--target", target, wheel], check=True)
    return target


@pytest.fixture(scope="module")
def site(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without its generator."""
    root = tmp_path_factory.mktemp("site")
    for name in READ:
        copytree(project.root / name, root / name)
    for name in SHARED:
        (root / name).symlink_to(project.root / name, target_is_directory=True)
    return root


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in `folder` with the wheel and its dependencies.

    Without the module `site`, for that would bring in this folder, where our own package is installed to be edited.
    """
    libraries = sysconfig.get_path("purelib"), sysconfig.get_path("platlib")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(installed), *libraries])}
    command = [sys.executable, "-S", "-W", "error", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_holds_all_files_of_the_packages_and_no_other(project: Project, installed: Path) -> None:
    found = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    packed = {name for name in found if ".dist-info/" not in name and not name.startswith("bin/")}
    assert {Path(name).suffix for name in packed} >= {".py", ".mjs", ".typed"}
    assert packed == files_of_packages(project)


def test_the_installed_modules_are_those_that_run(installed: Path, tmp_path: Path) -> None:
    script = (
        "import site_builder.build, sys; "
        f"print(*(module.__file__ for name, module in sys.modules.items() if name.split('.')[0] in {PACKAGES}))"
    )
    done = run(installed, tmp_path, "-c", script)
    assert done.stderr == ""
    files = [Path(name) for name in done.stdout.split()]
    assert len(files) > 50
    assert [file for file in files if not file.is_relative_to(installed)] == []


@pytest.mark.parametrize(("command", "said"), [("check", "No problems: "), ("build", "Built ")])
def test_the_installed_commands_work_from_an_empty_folder(
    installed: Path, site: Path, tmp_path: Path, command: str, said: str
) -> None:
    done = run(installed, tmp_path, "-m", "site_builder", "--root", str(site), command)
    assert (done.returncode, done.stdout.startswith(said)) == (0, True), done.stderr
    assert list(tmp_path.iterdir()) == []
