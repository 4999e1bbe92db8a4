"""`scoring` is a calculation: no clock, no files, no chance, no network, nothing of the machine."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.core.project import Project
from tests.repository.ours import imported, modules

ALLOWED = {"binascii", "collections.abc", "dataclasses", "datetime", "itertools", "json", "math", "string"}
ELSEWHERE = {"collections", "fractions", "functools", "typing"}
"""For the modules that no browser loads: they count what pages publish about the score, or hold types."""

NAMES = {"open", "print", "input", "eval", "exec", "compile", "globals", "breakpoint", "id", "hash"}
NAMES |= {"time", "random", "os", "sys", "secrets", "socket", "pathlib", "threading", "uuid"}
ATTRIBUTES = {"now", "utcnow", "today", "fromtimestamp", "environ", "getenv", "urandom"}
DATES = {"datetime", "date", "time", "timedelta"}


def impurities(tree: ast.Module) -> Iterator[str]:
    """What of the machine a module names, as "line: what"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in NAMES:
            yield f"{node.lineno}: {node.id}"
        if isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
            yield f"{node.lineno}: .{node.attr}"
        if isinstance(node, ast.ImportFrom) and node.module == "datetime":
            yield from (f"{node.lineno}: {alias.name}" for alias in node.names if alias.name not in DATES)
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            yield f"{node.lineno}: {type(node).__name__.lower()}"


def scoring_modules(project: Project) -> dict[str, Path]:
    return {name: path for name, path in modules(project.root).items() if name.partition(".")[0] == "scoring"}


class WithoutTypes(ast.NodeTransformer):
    """Takes out what only a type checker reads."""

    def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return node.orelse
        return self.generic_visit(node)


def imports_at_run_time(text: str, known: dict[str, Path]) -> set[str]:
    return set(imported(WithoutTypes().visit(ast.parse(text)), known))


def imports_of_scoring(project: Project) -> dict[str, set[str]]:
    """What each module of `scoring` imports when it runs."""
    known = modules(project.root)
    return {
        name: imports_at_run_time(path.read_text("utf-8"), known) for name, path in scoring_modules(project).items()
    }


def reached_from(start: str, imports: dict[str, set[str]]) -> set[str]:
    """A module and everything of `scoring` that comes with it."""
    reached, waiting = set(), [start]
    while waiting:
        name = waiting.pop()
        if name in imports and name not in reached:
            reached.add(name)
            waiting += imports[name]
    return reached


def test_what_the_browser_loads_imports_few_modules_of_the_standard_library(project: Project) -> None:
    imports = imports_of_scoring(project)
    loaded = reached_from("scoring", imports)
    assert {"scoring.gateway", "scoring.score", "scoring.catalogue_rules"} <= loaded
    found = {name: imports[name] - ALLOWED - set(imports) for name in loaded}
    assert {name: names for name, names in found.items() if names} == {}


def test_the_other_modules_import_little_more(project: Project) -> None:
    imports = imports_of_scoring(project)
    found = {name: names - ALLOWED - ELSEWHERE - set(imports) for name, names in imports.items()}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("if TYPE_CHECKING:\n    import scoring.contract", set()),
        ("if TYPE_CHECKING:\n    import typing\nelse:\n    import math", {"math"}),
        ("if CHECKING:\n    import typing", {"typing"}),
        ("def f():\n    if True:\n        import scoring.views", {"scoring.views"}),
    ],
)
def test_what_is_imported_for_types_only_is_not_loaded(text: str, names: set[str], project: Project) -> None:
    assert imports_at_run_time(text, modules(project.root)) == names


def test_scoring_names_nothing_of_the_machine(project: Project) -> None:
    found = [
        f"{name}:{what}"
        for name, path in scoring_modules(project).items()
        for what in impurities(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "open('x')",
        "print(1)",
        "x = input()",
        "eval('1')",
        "exec('1')",
        "date.today()",
        "datetime.now()",
        "datetime.datetime.now(UTC)",
        "clock = date.today",
        "time.time()",
        "random.random()",
        "os.environ",
        "sys.argv",
        "from datetime import UTC",
        "def f():\n    global x",
    ],
)
def test_what_is_impure_is_found(source: str) -> None:
    assert len(list(impurities(ast.parse(source)))) >= 1


@pytest.mark.parametrize(
    "source", ["def f(today): return today", "x = {'input': 1}['input']", "date.fromisoformat(x)"]
)
def test_what_only_looks_impure_is_not(source: str) -> None:
    assert list(impurities(ast.parse(source))) == []
