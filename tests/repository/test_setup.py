"""The set-up brings what was asked for and no more, by the Python that was asked for or none.

All programs are stand-ins: a few lines of shell each, that write what they were called with into `calls`.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copy2, which
from textwrap import dedent

import pytest

from site_builder.core.project import Project

TOOLS = ("awk", "cat", "chmod", "cksum", "cp", "dirname", "mkdir", "rm", "sh", "tail")
"""The programs of the system that the script may use; all others are hidden."""

LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-node.lock",
    "pyproject.toml",
    "package-lock.json",
)

PYTHON = """
    #!/bin/sh
    # Python {version}: answers what version it is, and makes environments in which it stands itself.
    name={version}
    case "$*" in
        *version_info*) {fits} ;;
        *base_prefix*) echo "/usr $name" ;;
        --version) echo "Python $name" ;;
        "-m venv"*)
            echo "python $name makes .venv" >> calls
            rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
        "-m ensurepip") echo "python $name brings its pip" >> calls ;;
        *install*) echo "pip ${{*##*--require-hashes }}" >> calls; echo "Collecting jinja2==3.1" ;;
    esac
"""
NPM = """
    #!/bin/sh
    echo "npm $*" >> calls
    [ "$1" != ci ] || mkdir -p node_modules
"""
UV = """
    #!/bin/sh
    echo "uv $*" >> calls
    rm -rf .venv && mkdir -p .venv/bin && cp newer .venv/bin/python
"""
BUILD = ["pip -r requirements.lock", "npm ci --omit=dev --loglevel=error"]
ALL = ["pip -r requirements.lock -r requirements-dev.lock", "npm ci --loglevel=error"]

type Run = Callable[..., subprocess.CompletedProcess[str]]


def write_program(path: Path, text: str) -> None:
    path.write_text(dedent(text).strip() + "\n", "utf-8")
    path.chmod(0o755)


def write_python(path: Path, version: str, *, fits: bool = True) -> None:
    write_program(path, PYTHON.format(version=version, fits="true" if fits else "exit 1"))


@pytest.fixture
def place(project: Project, tmp_path: Path) -> Path:
    """A folder with what the script reads, and with stand-ins for npm and Python 3.13."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "bin").mkdir()
    copy2(project.root / "scripts" / "setup.sh", tmp_path / "scripts")
    for name in LOCKS:
        copy2(project.root / name, tmp_path)
    for name in TOOLS:
        found = which(name)
        assert found
        (tmp_path / "bin" / name).symlink_to(found)
    write_program(tmp_path / "bin" / "npm", NPM)
    write_python(tmp_path / "bin" / "python3", "3.13.0")
    return tmp_path


@pytest.fixture
def run(place: Path) -> Run:
    def run_script(*stage: str, **environment: str) -> subprocess.CompletedProcess[str]:
        (place / "calls").write_text("", "utf-8")
        return subprocess.run(
            [place / "scripts" / "setup.sh", *stage],
            env={"PATH": str(place / "bin"), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return run_script


def calls(place: Path) -> list[str]:
    """What was called in the last run; asking npm for its version and installing our own package are left out."""
    lines = (place / "calls").read_text("utf-8").splitlines()
    return [line for line in lines if "--version" not in line and not line.endswith("-e .")]


def test_building_needs_nothing_of_the_tests_and_shows_what_comes(place: Path, run: Run) -> None:
    done = run()
    assert done.returncode == 0, done.stderr
    assert calls(place) == ["python 3.13.0 makes .venv", *BUILD]
    assert "\n  jinja2==3.1\n" in done.stderr


def test_what_is_there_is_not_brought_again(place: Path, run: Run) -> None:
    run("tools")
    assert calls(place) == ["python 3.13.0 makes .venv", *ALL]
    for stage in [(), ("tools",)]:
        assert run(*stage).stderr == ""
        assert calls(place) == []


def test_tests_get_the_rest_after_building(place: Path, run: Run) -> None:
    run()
    run("tools")
    assert calls(place) == ALL
    (place / "requirements.lock").write_text("other==1\n", "utf-8")
    run()
    assert calls(place) == BUILD[:1]


def test_a_package_that_cannot_be_had_ends_it(place: Path, run: Run) -> None:
    write_python(place / "bin" / "python3", "3.13.0")
    text = (place / "bin" / "python3").read_text("utf-8")
    (place / "bin" / "python3").write_text(
        text.replace('echo "Collecting jinja2==3.1"', 'case "$*" in *hashes*) exit 7 ;; esac'), "utf-8"
    )
    assert run().returncode == 7
    assert not (place / ".venv" / "setup-done").exists()
    assert calls(place) == ["python 3.13.0 makes .venv", *BUILD[:1]]


def test_the_python_that_was_asked_for_is_used(place: Path, run: Run) -> None:
    write_python(place / "newer", "3.14.1")
    run(PYTHON=str(place / "newer"))
    assert calls(place)[0] == "python 3.14.1 makes .venv"
    run(PYTHON=str(place / "newer"))
    assert calls(place) == []
    run()
    assert calls(place) == []


def test_another_python_than_the_environment_has_makes_it_anew(place: Path, run: Run) -> None:
    run()
    write_python(place / "newer", "3.14.1")
    done = run(PYTHON=str(place / "newer"))
    assert (calls(place), "Python 3.14.1" in done.stderr) == (["python 3.14.1 makes .venv", *BUILD[:1]], True)


def test_a_python_that_is_asked_for_and_does_not_fit_is_refused(place: Path, run: Run) -> None:
    write_python(place / "older", "3.9.2", fits=False)
    done = run(PYTHON=str(place / "older"))
    assert (done.returncode, calls(place)) == (2, [])
    assert done.stderr == (
        f"setup: PYTHON={place / 'older'} is no Python 3.12 or newer.\n       It says: Python 3.9.2\n"
    )
    gone = run(PYTHON="/nowhere/python3")
    assert (gone.returncode, calls(place)) == (2, [])
    assert gone.stderr.startswith("setup: PYTHON=/nowhere/python3 is no Python 3.12 or newer.\n")


def test_a_newer_python_beside_an_old_one_is_found(place: Path, run: Run) -> None:
    write_python(place / "bin" / "python3", "3.9.2", fits=False)
    write_python(place / "bin" / "python3.12", "3.12.4")
    run()
    assert calls(place)[0] == "python 3.12.4 makes .venv"


def test_uv_brings_a_python_where_all_are_old(place: Path, run: Run) -> None:
    write_python(place / "bin" / "python3", "3.9.2", fits=False)
    write_program(place / "bin" / "uv", UV)
    write_python(place / "newer", "3.13.5")
    assert run().returncode == 0
    assert calls(place) == ["uv venv --quiet --clear --python >=3.12 .venv", "python 3.13.5 brings its pip", *BUILD]


def test_without_uv_it_says_what_to_do(place: Path, run: Run) -> None:
    write_python(place / "bin" / "python3", "3.9.2", fits=False)
    done = run()
    assert (done.returncode, calls(place)) == (2, [])
    assert done.stderr.startswith("setup: Python 3.12 or newer is missing; python3 is Python 3.9.2.\n")
    assert "install uv, which brings one by itself" in done.stderr


def test_an_environment_whose_python_is_gone_is_made_anew(place: Path, run: Run) -> None:
    run()
    (place / ".venv" / "bin" / "python").unlink()
    run()
    assert calls(place) == ["python 3.13.0 makes .venv", *BUILD[:1]]
