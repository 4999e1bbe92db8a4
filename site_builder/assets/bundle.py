"""What esbuild makes of `web/`: one script for each kind of page and one for the worker, and packed style sheets."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.core.inputs import find_files, read_input
from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.toolchain.cache import open_cache
from site_builder.toolchain.node import NodeRunner
from site_builder.toolchain.packages import find_package, read_package_file

BUNDLE = Path(__file__).with_name("bundle_scripts.mjs")
ESBUILD = "lib/main.js"
"""What of esbuild our scripts import; a host's copy has only its name until she changes a script."""

FOLDER = "web/js"
BUNDLED = ("age-encryption", "@noble/ciphers", "@noble/curves", "@noble/hashes", "@scure/base", "idb")
"""The npm packages that become part of our scripts, since modules import them by name, or those do."""
PACK = Path(__file__).with_name("pack_sheets.mjs")


def read_scripts(project: Project, say: Callable[[str], None]) -> Files:
    """One script of each module in `web/js/entries/`."""
    return bundle_scripts(
        project, [f"entries/{name}" for name in find_files(project, f"{FOLDER}/entries", "*.js")], say
    )


def bundle_scripts(project: Project, entries: list[str], say: Callable[[str], None]) -> Files:
    """The scripts by path among the assets: js/page.js. Kept in `.cache/scripts/` until a module changes.

    Raises `MissingPart` where Node or the npm package is not there, and `RuntimeError` where a module is wrong.
    """
    package = find_package(project, "esbuild")
    scripts = {name: read_input(project, path) for name, path in find_files(project, FOLDER, "**/*.js").items()}
    inputs = scripts | {"entries": " ".join(entries).encode()}
    inputs |= {path.name: path.read_bytes() for path in (BUNDLE, package / "package.json")}
    inputs |= {name: read_package_file(project, name, "package.json") for name in BUNDLED}
    runner = NodeRunner(open_cache(project, "scripts"), package, say)

    def make() -> bytes:
        read_package_file(project, "esbuild", ESBUILD)
        with TemporaryDirectory() as place:
            folder = _lay_out(scripts, Path(place), package)
            return runner.run(BUNDLE, package / ESBUILD, folder, *entries, given="").encode()

    bundled = json.loads(runner.cache.read_or_make("scripts.json", inputs, make))
    return {f"js/{name}": text.encode() for name, text in bundled.items()}


def _lay_out(scripts: Files, place: Path, package: Path) -> Path:
    """Put the modules into one folder, for they may come from two, with the npm packages above it."""
    for name, data in scripts.items():
        path = place / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (place / "node_modules").symlink_to(package.parent, target_is_directory=True)
    return place / FOLDER


def pack_sheets(project: Project, sheets: Files, say: Callable[[str], None]) -> Files:
    """The style sheets without comments and space. Kept in `.cache/scripts/` until one changes.

    Raises as `bundle_scripts` does.
    """
    package = find_package(project, "esbuild")
    runner = NodeRunner(open_cache(project, "scripts"), package, say)
    inputs = sheets | {path.name: path.read_bytes() for path in (PACK, package / "package.json")}

    def make() -> bytes:
        read_package_file(project, "esbuild", ESBUILD)
        given = json.dumps({name: data.decode() for name, data in sheets.items()})
        return runner.run(PACK, package / ESBUILD, given=given).encode()

    packed = json.loads(runner.cache.read_or_make("sheets.json", inputs, make))
    return {name: text.encode() for name, text in packed.items()}
