"""Every module can be imported first, alone, in a fresh process, without a warning."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.repository import import_alone
from tests.repository.ours import modules

ROOT = Path(__file__).parents[2]
NAMES = sorted(name for name in modules(ROOT) if not name.endswith("__main__"))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def faults(root: Path, names: Iterable[str], folder: Path) -> dict[str, str]:
    """What the modules say that cannot be imported alone, or not silently."""
    done = run(import_alone.__file__, str(root), str(folder), *names)
    assert (done.returncode, done.stderr) == (0, "")
    ends = dict(line.split(" ") for line in done.stdout.splitlines())
    assert list(ends) == list(names)
    said = {name: (folder / name).read_text("utf-8") for name in names}
    return {name: said[name] or f"exit code {ends[name]}" for name in names if said[name] or ends[name] != "0"}


def test_every_module_can_be_imported_alone_and_says_nothing(tmp_path: Path) -> None:
    assert len(NAMES) > 80
    assert faults(ROOT, NAMES, tmp_path) == {}


def test_each_module_is_the_first_of_its_process(tmp_path: Path) -> None:
    (tmp_path / "first.py").write_text("import json\n", "utf-8")
    (tmp_path / "second.py").write_text("import sys\nassert not {'first', 'json'} & set(sys.modules)\n", "utf-8")
    assert faults(tmp_path, ["first", "second"], tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("print('Hello')", "Hello"),
        ("import os\nos.write(2, b'Hello')", "Hello"),
        ("import warnings\nwarnings.warn('old', DeprecationWarning)", "DeprecationWarning: old"),
        ("import not_there", "ModuleNotFoundError: No module named 'not_there'"),
        ("import first\nfirst.later", "AttributeError: partially initialized module 'first'"),
        ("import atexit\natexit.register(print, 'Goodbye')", "Goodbye"),
        ("import os\nos._exit(3)", "exit code 3"),
    ],
)
def test_what_is_wrong_with_a_module_is_found(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "first.py").write_text(text, "utf-8")
    assert said in faults(tmp_path, ["first"], tmp_path)["first"]


def test_importing_scoring_loads_nothing_from_outside_the_standard_library() -> None:
    script = (
        "import scoring, sys; print(*sorted({name.split('.')[0] for name in sys.modules} - sys.stdlib_module_names))"
    )
    assert set(run("-S", "-c", script).stdout.split()) <= {"scoring", "__main__"}


def test_what_only_some_requests_need_is_not_loaded_before_one_comes() -> None:
    late = {"scoring.calendar_file", "scoring.saved_form", "scoring.shared_link", "scoring.seldom"}
    late |= {name for name in NAMES if name.startswith("scoring.ledger")}
    assert {"scoring.calendar_file", "scoring.ledger.requests"} <= late <= set(NAMES)
    script = "import scoring, sys; print(*(name for name in sys.modules if name.startswith('scoring')))"
    assert late & set(run("-S", "-c", script).stdout.split()) == set()


def test_what_is_only_for_type_checkers_is_never_loaded() -> None:
    types = {"scoring.contract", "scoring.request_types", "scoring.result_types"}
    types |= {"scoring.ledger.request_types", "scoring.ledger.result_types"}
    assert types <= set(NAMES)
    modules = ", ".join(name for name in NAMES if name.startswith("scoring") and name not in types)
    loaded = set(run("-S", "-c", f"import {modules}, sys; print(*sys.modules)").stdout.split())
    assert "scoring.saved_form" in loaded
    assert types & loaded == set()


def test_the_package_runs_as_a_command() -> None:
    done = run("-m", "site_builder", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: community-os ")
