"""The package for hosts, in an environment of its own: no repository, no git, no Node, no network."""

import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from venv import create

import pytest

from scripts.wheel import lay_out
from site_builder.core.project import Project

SOURCES = ("scoring", "site_builder")
FILES = ("pyproject.toml", "setup.py", "README.md", "LICENSE", "LICENSE-CONTENT")

type Command = Callable[..., str]


@pytest.fixture(scope="module")
def package(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel in it, that sees the libraries of this one."""
    source, place = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("installed")
    for name in SOURCES:
        copytree(project.root / name, source / name)
    for name in FILES:
        (source / name).write_bytes((project.root / name).read_bytes())
    lay_out(source / ".cache" / "wheel" / "book", project.root)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    alone = ["--no-deps", "--no-index"]
    subprocess.run([*pip, "wheel", *alone, "--no-build-isolation", "--wheel-dir", place, source], check=True)
    create(place / "env", symlinks=True)
    python = place / "env" / "bin" / "python"
    subprocess.run([*pip, "--python", python, "install", *alone, *place.glob("*.whl")], check=True)
    libraries = Path(sysconfig.get_path("purelib", vars={"base": str(place / "env")}))
    (libraries / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return place / "env" / "bin" / "community-os"


@pytest.fixture
def command(package: Path, tmp_path: Path) -> Command:
    """Runs the installed command in an empty folder, or in one below it."""
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    (tmp_path / "here").mkdir()

    def run(*arguments: str, place: str = ".") -> str:
        environment = {"PATH": str(nothing), "HOME": str(nothing), "LANG": "C.UTF-8"}
        done = subprocess.run(
            [package, *arguments],
            cwd=tmp_path / "here" / place,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_a_site_of_ones_own_is_made_and_built(command: Command, tmp_path: Path) -> None:
    assert command("--version").startswith("community-os ")
    command("new-site", "village", "--name", "Maple Street Ledger")
    content = tmp_path / "here" / "village" / "content"
    (content / "words.yaml").write_text("common:\n  skip: Jump to the text\n", "utf-8")
    command("copy", "content/chapters/03-weak-ties.md", place="village")
    chapter = content / "chapters" / "03-weak-ties.md"
    chapter.write_text(chapter.read_text("utf-8").replace("title: ", "title: Hers. ", 1), "utf-8")
    assert command("build", place="village").startswith("Built 29 pages, 12 of them chapters")
    page = (tmp_path / "here/village/dist/chapters/weak-ties.html").read_text("utf-8")
    assert "<h1>Hers. Weak ties" in page
    assert "Jump to the text" in page
    assert "Maple Street Ledger" in page
    assert command("verify", "dist", place="village").endswith("files compared: good\n")
    assert command("update", "--check", place="village") == "Nothing has changed under yours\n"
    assert "Node.js: not there, and not needed yet" in command("doctor", place="village")
