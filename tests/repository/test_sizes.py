"""Files and functions stay small enough to be read at one sitting."""

import ast
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.core.project import Project
from tests.repository.ours import tracked

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 50
MOST_LINES_OF_A_TEMPLATE = 200
MOST_BYTES_OF_STYLE = 20_000
CODE = (".py", ".js", ".mjs")
STARTS = re.compile(r"^(?P<indent> *)(?:.*\bfunction\b.*|.*=> |(?:(?:async|static|get|set) )*#?\w+\(.*\) )\{$")
CONTROL = re.compile(r"^ *(?:\} )?(?:if|for|while|switch|else|try|catch|do)\b")


def python_functions(text: str) -> Iterator[tuple[str, int]]:
    """Name and length of every function of a module."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def script_functions(text: str) -> Iterator[tuple[str, int]]:
    """First line and length of every function of a script that is indented as ours are."""
    lines = text.splitlines()
    for first, line in enumerate(lines):
        found = STARTS.match(line)
        if found and not CONTROL.match(line):
            end = re.compile(rf"{found['indent']}\}}")
            yield line.strip(), next(n for n, row in enumerate(lines[first + 1 :], start=2) if end.match(row))


@pytest.fixture(scope="module")
def code(project: Project) -> dict[str, str]:
    """All Python and JavaScript of ours, by path."""
    paths = [path for path in tracked(project.root) if path.suffix in CODE]
    return {project.name(path): path.read_text("utf-8") for path in paths}


def test_no_file_is_too_long(code: dict[str, str]) -> None:
    assert len(code) > 50
    assert {name: n for name, text in code.items() if (n := len(text.splitlines())) > MOST_LINES} == {}


def test_no_function_is_too_long(code: dict[str, str]) -> None:
    lengths = {
        f"{path}: {name}": lines
        for path, text in code.items()
        for name, lines in (python_functions if path.endswith(".py") else script_functions)(text)
    }
    assert len(lengths) > 300
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}


def test_functions_of_scripts_are_found_with_their_length() -> None:
    script = (
        "export async function one(a) {\n  if (a) {\n    b();\n  }\n}\n\n"
        "class A {\n  async #two(b) {\n    return b;\n  }\n}\n\n"
        "const three = (c) => {\n  go(() => {\n    d();\n  });\n};\n"
    )
    assert list(script_functions(script)) == [
        ("export async function one(a) {", 5),
        ("async #two(b) {", 3),
        ("const three = (c) => {", 5),
        ("go(() => {", 3),
    ]


def test_no_template_is_too_long(project: Project) -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in project.templates.rglob("*.j2")}
    assert len(lengths) > 5
    assert {project.name(path): n for path, n in lengths.items() if n > MOST_LINES_OF_A_TEMPLATE} == {}


def test_the_style_is_small(project: Project) -> None:
    """As one text: most files are joined into sheets; what is sent of them, the build weighs."""
    paths: list[Path] = sorted((project.web / "css").rglob("*.css"))
    assert paths
    assert len(gzip.compress(b"".join(path.read_bytes() for path in paths), mtime=0)) <= MOST_BYTES_OF_STYLE
