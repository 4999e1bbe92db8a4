"""What esbuild makes of `web/`: one script for each kind of page and one for the worker, and packed style sheets."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.core.inputs import find_files, read_input, read_text
from site_builder.core.model import Files
from site_builder.core.problems import BRING_IN, FOREIGN, Gathering, Problem, Source, raise_problems
from site_builder.core.project import Project
from site_builder.toolchain.cache import open_cache
from site_builder.toolchain.node import NodeRunner
from site_builder.toolchain.packages import find_package, read_package_file

BUNDLE = Path(__file__).with_name("bundle_scripts.mjs")
ESBUILD = "lib/main.js"
"""What of esbuild our scripts import; a host's copy has only its name until she changes a script."""

BUNDLED = ("age-encryption", "@noble/ciphers", "@noble/curves", "@noble/hashes", "@scure/base", "idb")
"""The npm packages that become part of our scripts, since modules import them by name, or those do."""
PACK = Path(__file__).with_name("pack_sheets.mjs")
WEB = "web"
MODULES = f"{WEB}/js"
ALONE = f"{WEB}/offline"
"""Scripts that are no modules, such as the service worker."""
FAULTS = Path(__file__).with_name("faults.mjs")
FOREIGN_TEXT = re.compile(r"""["'`]((?:(?:https?|wss?):)?//\w[^"'`\s]*)""")
NAMESPACES = "http://www.w3.org/"
"""Names that look like addresses; nobody fetches them."""


def read_scripts(project: Project, say: Callable[[str], None]) -> Files:
    """One script of each module in `web/js/entries/`. Raises `ContentProblems` for all that is wrong in modules."""
    gathering = Gathering()
    alone: Files = {}
    for folder in (MODULES, ALONE):
        for name, path in find_files(project, folder, "**/*.js").items():
            source, unread = read_text(project, path)
            gathering.problems += unread or _check_foreign(source)
            if folder == ALONE:
                alone[name] = source.text.encode()
    scripts: Files = {}
    with gathering:
        _pack(project, ALONE, alone, "alone.json", say)  # these stay as they are; only their mistakes are wanted
    with gathering:
        entries = [f"entries/{name}" for name in find_files(project, f"{MODULES}/entries", "*.js")]
        scripts = bundle_scripts(project, entries, say)
    gathering.finish()
    return scripts


def bundle_scripts(project: Project, entries: list[str], say: Callable[[str], None]) -> Files:
    """The scripts by path among the assets: js/page.js. Kept in `.cache/scripts/` until a module changes.

    Raises `ContentProblems` where a module is wrong, and `MissingPart` where Node or the npm package is not there.
    """
    package = find_package(project, "esbuild")
    scripts = {name: read_input(project, path) for name, path in find_files(project, MODULES, "**/*.js").items()}
    inputs = scripts | {"entries": " ".join(entries).encode()}
    inputs |= {path.name: path.read_bytes() for path in (BUNDLE, FAULTS, package / "package.json")}
    inputs |= {name: read_package_file(project, name, "package.json") for name in BUNDLED}
    runner = NodeRunner(open_cache(project, "scripts"), package, say)

    def make() -> bytes:
        read_package_file(project, "esbuild", ESBUILD)
        with TemporaryDirectory() as place:
            folder = _lay_out(scripts, Path(place), package)
            return _made(project, MODULES, runner.run(BUNDLE, package / ESBUILD, folder, *entries, given=""))

    bundled = json.loads(runner.cache.read_or_make("scripts.json", inputs, make))
    return {f"js/{name}": text.encode() for name, text in bundled.items()}


def _lay_out(scripts: Files, place: Path, package: Path) -> Path:
    """Put the modules into one folder, for they may come from two, with the npm packages above it."""
    for name, data in scripts.items():
        path = place / MODULES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (place / "node_modules").symlink_to(package.parent, target_is_directory=True)
    return place / MODULES


def pack_sheets(project: Project, sheets: Files, say: Callable[[str], None]) -> Files:
    """The files of style sheets without comments and space. Kept in `.cache/scripts/` until one changes.

    Raises as `bundle_scripts` does.
    """
    return _pack(project, WEB, sheets, "sheets.json", say)


def _pack(project: Project, folder: str, files: Files, kept: str, say: Callable[[str], None]) -> Files:
    package = find_package(project, "esbuild")
    runner = NodeRunner(open_cache(project, "scripts"), package, say)
    inputs = files | {path.name: path.read_bytes() for path in (PACK, FAULTS, package / "package.json")}

    def make() -> bytes:
        read_package_file(project, "esbuild", ESBUILD)
        given = json.dumps({name: data.decode() for name, data in files.items()})
        return _made(project, folder, runner.run(PACK, package / ESBUILD, given=given))

    packed = json.loads(runner.cache.read_or_make(kept, inputs, make))
    return {name: text.encode() for name, text in packed.items()}


def _made(project: Project, folder: str, answer: str) -> bytes:
    """What a script of ours made, as JSON; raise `ContentProblems` with what is wrong in files below the folder."""
    told = json.loads(answer)
    raise_problems([problem for fault in told["faults"] for problem in _problems(project, folder, **fault)])
    return json.dumps(told["made"]).encode()


def _problems(
    project: Project, folder: str, file: str, line: int, column: int, length: int, text: str
) -> Iterator[Problem]:
    source, unread = read_text(project, project.find(f"{folder}/{file}"))
    if not unread:  # else that is told by whoever reads it
        yield source.problem(line, column + 1, "syntax", text[:1].lower() + text[1:], length=max(1, length))


def _check_foreign(source: Source) -> Iterator[Problem]:
    for number, line in enumerate(source.lines, start=1):
        for found in FOREIGN_TEXT.finditer(line):
            if not found[1].startswith(NAMESPACES):
                text = FOREIGN.format(found[1])
                yield source.problem(number, found.start(1) + 1, "foreign", text, BRING_IN, len(found[1]))
