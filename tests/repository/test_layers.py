"""Imports only go downward, and `scoring` knows nothing of the site."""

import ast
from pathlib import Path

import pytest

from site_builder.core.project import Project
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
    "scoring.telling",
    "scoring.card",
    "scoring.ring",
    "scoring.views",
    "scoring.shared_link",
    "scoring.kept",
    "scoring.calendar_file",
    "scoring.result",
    "scoring.gateway",
    "scoring.paper",
    "scoring.robustness",
    "scoring",
    "site_builder",
    "site_builder.core",
    "site_builder.core.problems",
    "site_builder.core.worked_example",
    "site_builder.core.project",
    "site_builder.toolchain",
    "site_builder.toolchain.cache",
    "site_builder.core.model",
    "site_builder.content",
    "site_builder.content.located_yaml",
    "site_builder.content.schema",
    "site_builder.content.front_matter",
    "site_builder.content.settings",
    "site_builder.content.references",
    "site_builder.content.help_lines",
    "site_builder.content.interface_text",
    "site_builder.graphics",
    "site_builder.graphics.tokens",
    "site_builder.graphics.svg",
    "site_builder.graphics.shapes",
    "site_builder.graphics.village",
    "site_builder.graphics.card",
    "site_builder.graphics.rhythm",
    "site_builder.graphics.people",
    "site_builder.graphics.ground",
    "site_builder.graphics.openers",
    "site_builder.graphics.still",
    "site_builder.graphics.standalone",
    "site_builder.graphics.sanitize",
    "site_builder.lint",
    "site_builder.lint.typography",
    "site_builder.content.markdown",
    "site_builder.content.load",
    "site_builder.lint.prose",
    "site_builder.pages",
    "site_builder.pages.links",
    "site_builder.pages.html",
    "site_builder.pages.book",
    "site_builder.pages.assemble",
    "site_builder.assets",
    "site_builder.assets.fonts",
    "site_builder.pages.search_index",
    "site_builder.assets.collect",
    "site_builder.runtime",
    "site_builder.runtime.conformance",
    "site_builder.runtime.sample_requests",
    "site_builder.toolchain.node",
    "site_builder.assets.bundle",
    "site_builder.runtime.archive",
    "site_builder.runtime.wasm",
    "site_builder.runtime.embed",
    "site_builder.runtime.prune",
    "site_builder.runtime.snapshot",
    "site_builder.runtime.collect",
    "site_builder.core.policy",
    "site_builder.core.link_words",
    "site_builder.pages.metadata",
    "site_builder.pages.figures",
    "site_builder.pages.render",
    "site_builder.graphics.icons",
    "site_builder.graphics.font_metrics",
    "site_builder.graphics.text_fit",
    "site_builder.graphics.social_card",
    "site_builder.graphics.raster",
    "site_builder.output",
    "site_builder.output.service_worker",
    "site_builder.output.host_files",
    "site_builder.output.audit",
    "site_builder.output.budget",
    "site_builder.output.write",
    "site_builder.build",
    "site_builder.content.scaffold",
    "site_builder.preview",
    "site_builder.ebook",
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
        ("import site_builder.content.load", ["site_builder.content.load"]),
        ("from site_builder.content.load import read_content", ["site_builder.content.load"]),
        ("from site_builder import load", ["site_builder.content.load"]),
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
