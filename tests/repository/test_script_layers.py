"""The browser's modules import downward only, and features do not know each other."""

import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePosixPath

import pytest

from site_builder.core.project import Project

BASE = {"dom", "platform"}
SHARED = {"python", "site", "kept"}
PARTS = {"card"}
"""What several tools show. What is none of these nor `entries` is a feature: a tool, or the search."""


IMPORT = re.compile(
    r"""(?:^import\s[^"';]*|@import\s[^"';]*|^export\s[^"';]*\bfrom\s|\bimport\(|^import)\s*["'](\.[^"']+)["']""",
    re.M,
)
TYPES = "../../types/"
"""What `scoring` is asked and answers: every module may know it."""
STORAGE = re.compile(r"""\b(?:local|session)Storage\b|\bindexedDB\b|\bdocument\.cookie\b|["']idb["']""")
KEEPERS = {"platform/storage.js", "platform/store.js", "kept/database.js"}


def read_imports(folder: Path) -> dict[str, set[str]]:
    """What each module imports, for types too, by paths below the folder."""
    return {
        path.relative_to(folder).as_posix(): {
            (path.parent / name).resolve().relative_to(folder.resolve()).as_posix()
            for name in IMPORT.findall(path.read_text("utf-8"))
            if not name.startswith(TYPES)
        }
        for path in folder.rglob("*.js")
    }


def may_import(importer: str, imported: str) -> bool:
    """Whether a module in the first folder may import one in the second."""
    if importer == "entries":
        return imported != "entries"
    if importer == imported:
        return True
    layers = [BASE, SHARED, PARTS]
    place = next((index for index, layer in enumerate(layers) if importer in layer), len(layers))
    return any(imported in layer for layer in layers[:place])


def faults(imports: dict[str, set[str]]) -> list[str]:
    """Imports that go up or to the side, files that are not there, and a circle."""
    found = [
        f"{module} imports {other}"
        for module, others in sorted(imports.items())
        for other in sorted(others)
        if other not in imports or not may_import(PurePosixPath(module).parts[0], PurePosixPath(other).parts[0])
    ]
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        found.append(f"circle: {' '.join(error.args[1])}")
    return found


@pytest.fixture(scope="module")
def imports(project: Project) -> dict[str, set[str]]:
    """What each module of the browser side imports."""
    return read_imports(project.web / "js")


def test_modules_import_downward_and_features_not_each_other(imports: dict[str, set[str]]) -> None:
    assert len(imports) > 40
    assert sum(map(len, imports.values())) > 80
    assert faults(imports) == []


def test_every_module_is_used_and_lies_in_a_folder(imports: dict[str, set[str]]) -> None:
    used = set().union(*imports.values())
    folders = {name: PurePosixPath(name).parts for name in imports}
    assert [name for name, parts in folders.items() if len(parts) != 2] == []
    assert [name for name, parts in folders.items() if parts[0] != "entries" and name not in used] == []


def test_few_modules_keep_things_in_the_browser(project: Project) -> None:
    folder = project.web / "js"
    using = [path for path in folder.rglob("*.js") if STORAGE.search(path.read_text("utf-8"))]
    assert {path.relative_to(folder).as_posix() for path in using} == KEEPERS


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("dom/query.js", "platform/idle.js"),
        ("platform/idle.js", "python/start.js"),
        ("python/start.js", "builder/page.js"),
        ("python/start.js", "site/page.js"),
        ("site/page.js", "card/village.js"),
        ("card/village.js", "builder/page.js"),
        ("builder/page.js", "search/page.js"),
        ("ledger/page.js", "builder/page.js"),
        ("builder/page.js", "entries/page.js"),
        ("entries/builder.js", "entries/page.js"),
        ("dom/query.js", "dom/gone.js"),
    ],
)
def test_a_wrong_import_is_found(module: str, imported: str) -> None:
    known: dict[str, set[str]] = {} if imported == "dom/gone.js" else {imported: set()}
    assert faults(known | {module: {imported}}) == [f"{module} imports {imported}"]


def test_a_circle_is_found() -> None:
    assert faults({"dom/a.js": {"dom/b.js"}, "dom/b.js": {"dom/a.js"}})[0].startswith("circle: dom/")


@pytest.mark.parametrize(
    "text",
    [
        'import { a } from "../dom/a.js";',
        'import {\n  a,\n  b,\n} from "../dom/a.js";',
        'import "../dom/a.js"; // first',
        'export { a } from "../dom/a.js";',
        "export * from '../dom/a.js';",
        'const late = () => import("../dom/a.js");',
        '/** @param {import("../dom/a.js").A} a */',
    ],
)
def test_every_form_of_import_is_seen(tmp_path: Path, text: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "page.js").write_text(f"// A page.\n{text}\n", "utf-8")
    assert read_imports(tmp_path) == {"site/page.js": {"dom/a.js"}}
