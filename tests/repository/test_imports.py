"""Every module can be imported first, alone, in a fresh interpreter, without a warning."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.ours import modules

ROOT = Path(__file__).parents[2]
NAMES = sorted(name for name in modules(ROOT) if not name.endswith("__main__"))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", NAMES)
def test_a_module_can_be_imported_alone_and_says_nothing(name: str) -> None:
    done = run("-c", f"import {name}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_importing_scoring_loads_nothing_from_outside_the_standard_library() -> None:
    script = (
        "import scoring, sys; print(*sorted({name.split('.')[0] for name in sys.modules} - sys.stdlib_module_names))"
    )
    assert set(run("-S", "-c", script).stdout.split()) <= {"scoring", "__main__"}


def test_what_only_some_requests_need_is_not_loaded_before_one_comes() -> None:
    late = {"scoring.calendar_file", "scoring.saved_form", "scoring.shared_link"}
    assert late <= set(NAMES)
    script = "import scoring, sys; print(*(name for name in sys.modules if name.startswith('scoring')))"
    assert late & set(run("-S", "-c", script).stdout.split()) == set()


def test_the_package_runs_as_a_command() -> None:
    done = run("-m", "site_builder", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: community-os ")
