"""What esbuild makes of `web/`: one script for each kind of page and one for the worker, and packed style sheets."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from site_builder.core.inputs import find_inputs, read_input, read_text
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
MODULES = "js"
ALONE = "offline"
"""Scripts that are no modules, such as the service worker."""
FAULTS = Path(__file__).with_name("faults.mjs")
FOREIGN_TEXT = re.compile(r"""["'`]((?:(?:https?|wss?):)?//\w[^"'`\s]*)""")
NAMESPACES = "http://www.w3.org/"
"""Names that look like addresses; nobody fetches them."""


def read_scripts(project: Project, say: Callable[[str], None]) -> Files:
    """One script of each module in `web/js/entries/`. Raises `ContentProblems` for all that is wrong in modules."""
    gathering = Gathering()
    alone: Files = {}
    for path in (path for folder in (MODULES, ALONE) for path in find_inputs(project.web / folder, "**/*.js")):
        source, unread = read_text(project, path)
        gathering.problems += unread or _check_foreign(source)
        if path.is_relative_to(project.web / ALONE):
            alone[path.relative_to(project.web).as_posix()] = source.text.encode()
    scripts: Files = {}
    with gathering:
        _pack(project, alone, "alone.json", say)  # these stay as they are; only their mistakes are wanted
    with gathering:
        scripts = bundle_scripts(project, find_inputs(project.web / MODULES / "entries", "*.js"), say)
    gathering.finish()
    return scripts


def bundle_scripts(project: Project, modules: list[Path], say: Callable[[str], None]) -> Files:
    """The scripts by path among the assets: js/page.js. Kept in `.cache/scripts/` until a module changes.

    Raises `ContentProblems` where a module is wrong, and `MissingPart` where Node or the npm package is not there.
    """
    package = find_package(project, "esbuild")
    folder = project.web / MODULES
    inputs = {
        path.relative_to(folder).as_posix(): read_input(project, path) for path in find_inputs(folder, "**/*.js")
    }
    entries = [path.relative_to(folder).as_posix() for path in modules]
    inputs["entries"] = " ".join(entries).encode()
    inputs |= {path.name: path.read_bytes() for path in (BUNDLE, FAULTS, package / "package.json")}
    inputs |= {name: read_package_file(project, name, "package.json") for name in BUNDLED}
    runner = NodeRunner(Cache(project.cache / "scripts"), package, say)

    def make() -> bytes:
        return _made(project, folder, runner.run(BUNDLE, folder, *entries, given=""))

    bundled = json.loads(runner.cache.read_or_make("scripts.json", inputs, make))
    return {f"js/{name}": text.encode() for name, text in bundled.items()}


def pack_sheets(project: Project, sheets: Files, say: Callable[[str], None]) -> Files:
    """The files of style sheets without comments and space. Kept in `.cache/scripts/` until one changes.

    Raises as `bundle_scripts` does.
    """
    return _pack(project, sheets, "sheets.json", say)


def _pack(project: Project, files: Files, kept: str, say: Callable[[str], None]) -> Files:
    package = find_package(project, "esbuild")
    runner = NodeRunner(Cache(project.cache / "scripts"), package, say)
    inputs = files | {path.name: path.read_bytes() for path in (PACK, FAULTS, package / "package.json")}

    def make() -> bytes:
        given = json.dumps({name: data.decode() for name, data in files.items()})
        return _made(project, project.web, runner.run(PACK, kept, given=given))

    packed = json.loads(runner.cache.read_or_make(kept, inputs, make))
    return {name: text.encode() for name, text in packed.items()}


def _made(project: Project, folder: Path, answer: str) -> bytes:
    """What a script of ours made, as JSON; raise `ContentProblems` with what is wrong in files below the folder."""
    told = json.loads(answer)
    raise_problems([problem for fault in told["faults"] for problem in _problems(project, folder, **fault)])
    return json.dumps(told["made"]).encode()


def _problems(
    project: Project, folder: Path, file: str, line: int, column: int, length: int, text: str
) -> Iterator[Problem]:
    source, unread = read_text(project, folder / file)
    if not unread:  # else that is told by whoever reads it
        yield source.problem(line, column + 1, "syntax", text[:1].lower() + text[1:], length=max(1, length))


def _check_foreign(source: Source) -> Iterator[Problem]:
    for number, line in enumerate(source.lines, start=1):
        for found in FOREIGN_TEXT.finditer(line):
            if not found[1].startswith(NAMESPACES):
                text, hint = FOREIGN.format(found[1]), "put the file into the site, and name it by a relative address"
                yield source.problem(number, found.start(1) + 1, "foreign", text, hint, len(found[1]))
