"""Imports only go downward, and `scoring` knows nothing of the site."""

import ast
from pathlib import Path

import pytest

from site_builder.paths import Project
from tests.repository.ours import PACKAGES, imported, modules

LAYERS = (
    "scoring.issues",
    "scoring.fields",
    "scoring.model",
    "scoring.score",
    "scoring.answers",
    "scoring.dates",
    "scoring.form",
    "scoring.catalogue_rules",
    "scoring.catalogue",
    "scoring.share_code",
    "scoring.what_if",
    "scoring.advice",
    "scoring.phrasing",
    "scoring.card",
    "scoring.map_view",
    "scoring.views",
    "scoring.shared_link",
    "scoring.saved_form",
    "scoring.calendar_file",
    "scoring.result",
    "scoring.gateway",
    "scoring.worksheet",
    "scoring.robustness",
    "scoring",
    "site_builder",
    "site_builder.problems",
    "site_builder.paths",
    "site_builder.cache",
    "site_builder.model",
    "site_builder.yaml_source",
    "site_builder.schema",
    "site_builder.front_matter",
    "site_builder.settings",
    "site_builder.references",
    "site_builder.help_lines",
    "site_builder.words",
    "site_builder.wording",
    "site_builder.colors",
    "site_builder.drawing",
    "site_builder.drawing.svg",
    "site_builder.drawing.shapes",
    "site_builder.drawing.village",
    "site_builder.drawing.card",
    "site_builder.drawing.rhythm",
    "site_builder.drawing.people",
    "site_builder.drawing.ground",
    "site_builder.drawing.openers",
    "site_builder.drawing.still",
    "site_builder.drawing.standalone",
    "site_builder.drawing.inline",
    "site_builder.quotes",
    "site_builder.markdown",
    "site_builder.load",
    "site_builder.links",
    "site_builder.markdown_html",
    "site_builder.book",
    "site_builder.arrange",
    "site_builder.fonts",
    "site_builder.search_index",
    "site_builder.assets",
    "site_builder.rehearsal",
    "site_builder.sample_requests",
    "site_builder.workshop",
    "site_builder.scripts",
    "site_builder.archive",
    "site_builder.wasm",
    "site_builder.image",
    "site_builder.cut",
    "site_builder.frozen",
    "site_builder.runtime",
    "site_builder.policy",
    "site_builder.link_words",
    "site_builder.head",
    "site_builder.method",
    "site_builder.render",
    "site_builder.icons",
    "site_builder.typeface",
    "site_builder.line_breaking",
    "site_builder.link_picture",
    "site_builder.raster",
    "site_builder.offline",
    "site_builder.extras",
    "site_builder.audit",
    "site_builder.budget",
    "site_builder.write",
    "site_builder.build",
    "site_builder.chapter_file",
    "site_builder.serve",
    "site_builder.bookbinder",
    "site_builder.cli",
    "site_builder.__main__",
)
"""Every module, from the bottom up. A module may import what stands before it, and nothing else of ours."""

DYNAMIC = ("importlib", "pkgutil", "runpy", "imp")


@pytest.fixture(scope="module")
def known(project: Project) -> dict[str, Path]:
    return modules(project.root)


@pytest.fixture(scope="module")
def imports(known: dict[str, Path]) -> dict[str, set[str]]:
    """What each of our modules imports."""
    return {name: set(imported(ast.parse(path.read_text("utf-8")), known)) for name, path in known.items()}


def is_ours(name: str) -> bool:
    return name.partition(".")[0] in PACKAGES


def test_every_module_has_one_place_in_the_list(known: dict[str, Path]) -> None:
    assert sorted(LAYERS) == sorted(known)


@pytest.mark.parametrize("module", LAYERS)
def test_a_module_imports_only_what_stands_before_it(module: str, imports: dict[str, set[str]]) -> None:
    below = LAYERS[: LAYERS.index(module)]
    assert sorted(name for name in imports.get(module, ()) if is_ours(name) and name not in below) == []


def test_scoring_never_imports_the_site(imports: dict[str, set[str]]) -> None:
    found = {name: [one for one in imports[name] if "site_builder" in one] for name in imports if "scoring" in name}
    assert len(found) > 10
    assert {name: names for name, names in found.items() if names} == {}


def test_imports_are_absolute_and_none_is_hidden_in_a_string(
    known: dict[str, Path], imports: dict[str, set[str]]
) -> None:
    assert [name for name, names in imports.items() if any(one.startswith(".") for one in names)] == []
    assert [name for name, names in imports.items() if any(one.partition(".")[0] in DYNAMIC for one in names)] == []
    assert [name for name, path in known.items() if "__import__" in path.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import site_builder.load", ["site_builder.load"]),
        ("from site_builder.load import read_content", ["site_builder.load"]),
        ("from site_builder import load", ["site_builder.load"]),
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
