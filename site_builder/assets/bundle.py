"""What esbuild makes of `web/`: one script for each kind of page and one for the worker, and packed style sheets."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from site_builder.core.inputs import find_inputs, parse_text, read_input
from site_builder.core.model import Files
from site_builder.core.problems import FOREIGN, Gathering, Problem, Source, raise_problems
from site_builder.core.project import Project
from site_builder.toolchain.cache import Cache
from site_builder.toolchain.node import NodeRunner
from site_builder.toolchain.packages import find_package, read_package_file

BUNDLE = Path(__file__).with_name("bundle_scripts.mjs")
BUNDLED = ("age-encryption", "@noble/ciphers", "@noble/curves", "@noble/hashes", "@scure/base", "idb")
"""The npm packages that become part of our scripts, since modules import them by name, or those do."""
PACK = Path(__file__).with_name("pack_sheets.mjs")
FAULTS = Path(__file__).with_name("faults.mjs")
FOREIGN_TEXT = re.compile(r"""["'`]((?:(?:https?|wss?):)?//\w[^"'`\s]*)""")
NAMESPACES = "http://www.w3.org/"
"""Names that look like addresses; nobody fetches them."""


def read_scripts(project: Project, say: Callable[[str], None]) -> Files:
    """One script of each module in `web/js/entries/`."""
    return bundle_scripts(project, find_inputs(project.web / "js" / "entries", "*.js"), say)


def bundle_scripts(project: Project, modules: list[Path], say: Callable[[str], None]) -> Files:
    """The scripts by path among the assets: js/page.js. Kept in `.cache/scripts/` until a module changes.

    Raises `ContentProblems` where a module is wrong, and `MissingPart` where Node or the npm package is not there.
    """
    package = find_package(project, "esbuild")
    folder = project.web / "js"
    scripts = find_inputs(folder, "**/*.js")
    inputs = {path.relative_to(folder).as_posix(): read_input(project, path) for path in scripts}
    entries = [path.relative_to(folder).as_posix() for path in modules]
    inputs["entries"] = " ".join(entries).encode()
    inputs |= {path.name: path.read_bytes() for path in (BUNDLE, FAULTS, package / "package.json")}
    inputs |= {name: read_package_file(project, name, "package.json") for name in BUNDLED}
    runner = NodeRunner(Cache(project.cache / "scripts"), package, say)

    found = Gathering()
    with found:
        made = runner.cache.read_or_make(
            "scripts.json", inputs, lambda: _made(project, folder, runner.run(BUNDLE, folder, *entries, given=""))
        )
    found.problems += (problem for path in scripts for problem in _check_foreign(project, path))
    found.finish()
    return {f"js/{name}": text.encode() for name, text in json.loads(made).items()}


def _made(project: Project, folder: Path, answer: str) -> bytes:
    """What a script made, as JSON; raise `ContentProblems` with what it found wrong in files below the folder."""
    told = json.loads(answer)
    raise_problems([_problem(project, folder, **fault) for fault in told["faults"]])
    return json.dumps(told["made"]).encode()


def _problem(project: Project, folder: Path, file: str, line: int, column: int, length: int, text: str) -> Problem:
    path = folder / file
    source = Source(project.name(path), path.read_text("utf-8") if path.is_file() else "")
    return source.problem(line, column + 1, "syntax", text[:1].lower() + text[1:], length=max(1, length))


def _check_foreign(project: Project, path: Path) -> Iterator[Problem]:
    source, problems = parse_text(project.name(path), read_input(project, path))
    yield from problems
    for number, line in enumerate(source.lines, start=1):
        for found in FOREIGN_TEXT.finditer(line):
            if not found[1].startswith(NAMESPACES):
                hint = "a reader's browser asks no other host; put the file into the site"
                yield source.problem(
                    number, found.start(1) + 1, "foreign", FOREIGN.format(found[1]), hint, len(found[1])
                )


def pack_sheets(project: Project, sheets: Files, say: Callable[[str], None]) -> Files:
    """The files of style sheets without comments and space. Kept in `.cache/scripts/` until one changes.

    Raises as `bundle_scripts` does.
    """
    package = find_package(project, "esbuild")
    runner = NodeRunner(Cache(project.cache / "scripts"), package, say)
    inputs = sheets | {path.name: path.read_bytes() for path in (PACK, FAULTS, package / "package.json")}

    def make() -> bytes:
        given = json.dumps({name: data.decode() for name, data in sheets.items()})
        return _made(project, project.web, runner.run(PACK, "style sheets", given=given))

    packed = json.loads(runner.cache.read_or_make("sheets.json", inputs, make))
    return {name: text.encode() for name, text in packed.items()}
