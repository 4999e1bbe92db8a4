"""What esbuild makes of `web/`: one script for each kind of page and one for the worker, and packed style sheets."""

import json
from collections.abc import Callable
from pathlib import Path

from site_builder.core.inputs import find_inputs, read_input
from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.toolchain.cache import Cache
from site_builder.toolchain.node import NodeRunner
from site_builder.toolchain.packages import find_package, read_package_file

BUNDLE = Path(__file__).with_name("bundle_scripts.mjs")
BUNDLED = ("age-encryption", "@noble/ciphers", "@noble/curves", "@noble/hashes", "@scure/base", "idb")
"""The npm packages that become part of our scripts, since modules import them by name, or those do."""
PACK = Path(__file__).with_name("pack_sheets.mjs")


def read_scripts(project: Project, say: Callable[[str], None]) -> Files:
    """One script of each module in `web/js/entries/`."""
    return bundle_scripts(project, find_inputs(project.web / "js" / "entries", "*.js"), say)


def bundle_scripts(project: Project, modules: list[Path], say: Callable[[str], None]) -> Files:
    """The scripts by path among the assets: js/page.js. Kept in `.cache/scripts/` until a module changes.

    Raises `MissingPart` where Node or the npm package is not there, and `RuntimeError` where a module is wrong.
    """
    package = find_package(project, "esbuild")
    folder = project.web / "js"
    scripts = find_inputs(folder, "**/*.js")
    inputs = {path.relative_to(folder).as_posix(): read_input(project, path) for path in scripts}
    entries = [path.relative_to(folder).as_posix() for path in modules]
    inputs["entries"] = " ".join(entries).encode()
    inputs |= {path.name: path.read_bytes() for path in (BUNDLE, package / "package.json")}
    inputs |= {name: read_package_file(project, name, "package.json") for name in BUNDLED}
    runner = NodeRunner(Cache(project.cache / "scripts"), package, say)

    def make() -> bytes:
        return runner.run(BUNDLE, folder, *entries, given="").encode()

    bundled = json.loads(runner.cache.read_or_make("scripts.json", inputs, make))
    return {f"js/{name}": text.encode() for name, text in bundled.items()}


def pack_sheets(project: Project, sheets: Files, say: Callable[[str], None]) -> Files:
    """The style sheets without comments and space. Kept in `.cache/scripts/` until one changes.

    Raises as `bundle_scripts` does.
    """
    package = find_package(project, "esbuild")
    runner = NodeRunner(Cache(project.cache / "scripts"), package, say)
    inputs = sheets | {path.name: path.read_bytes() for path in (PACK, package / "package.json")}

    def make() -> bytes:
        given = json.dumps({name: data.decode() for name, data in sheets.items()})
        return runner.run(PACK, "style sheets", given=given).encode()

    packed = json.loads(runner.cache.read_or_make("sheets.json", inputs, make))
    return {name: text.encode() for name, text in packed.items()}
