"""What was found in a text is found again without looking, unless anything that decides it has changed."""

import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.core.project import Project
from site_builder.toolchain.facts import Facts, read_code

CODE = {"code.py": b"1"}


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    return Project(tmp_path)


def note(project: Project, **found: object) -> None:
    """Find something in some texts, as a build does."""
    facts = Facts(project, "words", CODE)
    for text, value in found.items():
        facts.note(text.encode(), value)
    facts.write()


def test_what_was_found_is_known_to_the_next_build(empty: Project) -> None:
    note(empty, one=(1, ("a", None)), two=frozenset({"b"}))
    facts = Facts(empty, "words", CODE)
    assert facts.read(b"one") == (1, ("a", None))
    assert facts.read(b"two") == {"b"}
    assert facts.read(b"three") is None


def test_other_code_or_another_kind_knows_nothing(empty: Project) -> None:
    note(empty, one=1)
    assert Facts(empty, "words", {"code.py": b"2"}).read(b"one") is None
    assert Facts(empty, "names", CODE).read(b"one") is None


def test_what_no_build_asks_for_is_forgotten(empty: Project) -> None:
    note(empty, one=1, two=2)
    facts = Facts(empty, "words", CODE)
    facts.read(b"two")
    facts.write()
    assert Facts(empty, "words", CODE).known == dict.fromkeys(facts.used, 2)


def test_nothing_is_written_where_nothing_changed(empty: Project) -> None:
    note(empty, one=1)
    (before,) = [path for path in empty.cache.rglob("*") if path.is_file()]
    number = before.stat().st_ino
    facts = Facts(empty, "words", CODE)
    facts.read(b"one")
    facts.write()
    assert before.stat().st_ino == number


def test_the_code_is_that_of_a_package_and_the_versions_of_libraries(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"A = 1")
    code = read_code([tmp_path], ["lxml"])
    assert code[f"{tmp_path.name}/a.py"] == b"A = 1"
    assert b"__version__" in code["lxml"]
    assert code["python"].decode() == sys.version


@pytest.mark.parametrize("library", ["markdown_it", "mdurl", "lxml", "tinycss2", "webencodings"])
def test_the_version_of_a_library_is_in_the_file_that_is_read(library: str) -> None:
    assert b"version__" in read_code([], [library])[library]


def test_no_library_is_imported_to_know_its_version() -> None:
    script = (
        "import sys; from site_builder.toolchain.facts import read_code; read_code([], ['markdown_it', 'lxml']);"
        "print({'markdown_it', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
