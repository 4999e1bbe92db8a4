"""Imports only go downward, and `scoring` knows nothing of the site."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from site_builder.core.project import Project
from tests.repository.ours import PACKAGES, imported, modules

STAGES = (
    {"core"},
    {"toolchain"},
    {"content", "assets", "runtime"},
    {"lint", "graphics"},
    {"pages"},
    {"output"},
    {"hosting"},
    {""},
)
"""The packages of `site_builder` from the bottom up; "" is what stands beside them. A module may import its own
package and the stages below, so packages of one stage know nothing of each other."""

DYNAMIC = ("importlib", "pkgutil", "runpy", "imp")
ONLY_LOOK = {"site_builder.cli", "site_builder.doctor", "site_builder.toolchain.facts"}
"""They ask where a library is or which edition is there, and import nothing so."""


@pytest.fixture(scope="module")
def known(project: Project) -> dict[str, Path]:
    return modules(project.root)


@pytest.fixture(scope="module")
def imports(known: dict[str, Path]) -> dict[str, set[str]]:
    """What each of our modules imports."""
    return {name: set(imported(ast.parse(path.read_text("utf-8")), known)) for name, path in known.items()}


def is_ours(name: str) -> bool:
    return name.partition(".")[0] in PACKAGES


def package_of(name: str, known: dict[str, Path]) -> str:
    """The package of a module of `site_builder`: core, graphics; nothing for one that stands beside them."""
    parts = name.split(".")
    return parts[1] if len(parts) > 2 or (len(parts) == 2 and known[name].name == "__init__.py") else ""


def stage_of(package: str) -> int:
    return next(place for place, packages in enumerate(STAGES) if package in packages)


def test_every_package_has_its_stage(known: dict[str, Path]) -> None:
    packages = [package_of(name, known) for name in known if name.startswith("site_builder")]
    assert set(packages) == set().union(*STAGES)


def test_a_module_imports_its_own_package_and_lower_stages_only(
    known: dict[str, Path], imports: dict[str, set[str]]
) -> None:
    wrong = []
    for name in known:
        for other in imports[name]:
            if not (name.startswith("site_builder") and other.startswith("site_builder")):
                continue
            mine, its = package_of(name, known), package_of(other, known)
            if mine != its and stage_of(its) >= stage_of(mine):
                wrong.append(f"{name} imports {other}")
    assert wrong == []


def test_no_import_comes_round_in_a_circle(imports: dict[str, set[str]]) -> None:
    graph = {name: {one for one in names if is_ours(one) and one != name} for name, names in imports.items()}
    assert set(TopologicalSorter(graph).static_order()) == set(graph)  # raises CycleError with the circle


def test_scoring_never_imports_the_site(imports: dict[str, set[str]]) -> None:
    found = {name: [one for one in imports[name] if "site_builder" in one] for name in imports if "scoring" in name}
    assert len(found) > 10
    assert {name: names for name, names in found.items() if names} == {}


def test_imports_are_absolute_and_none_is_hidden_in_a_string(
    known: dict[str, Path], imports: dict[str, set[str]]
) -> None:
    assert [name for name, names in imports.items() if any(one.startswith(".") for one in names)] == []
    assert {
        name for name, names in imports.items() if any(one.partition(".")[0] in DYNAMIC for one in names)
    } == ONLY_LOOK
    assert [name for name, path in known.items() if "__import__" in path.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import site_builder.content.load", ["site_builder.content.load"]),
        ("from site_builder.content.load import read_content", ["site_builder.content.load"]),
        ("from site_builder.content import load", ["site_builder.content.load"]),
        ("from scoring import handle", ["scoring"]),
        ("def f():\n    from scoring import views", ["scoring.views"]),
        ("if TYPE_CHECKING:\n    import scoring.views as v", ["scoring.views"]),
        ("from . import load", ["."]),
        ("from ..x import load", ["..x"]),
        ("try:\n    import json, os\nexcept ImportError:\n    pass", ["json", "os"]),
    ],
)
def test_imports_are_found_wherever_they_stand(source: str, names: list[str], known: dict[str, Path]) -> None:
    assert list(imported(ast.parse(source), known)) == names
