import json
from base64 import b64encode
from hashlib import sha256

import pytest

from site_builder.core.model import Files, Runtime
from site_builder.core.project import Project
from site_builder.output.parse import parse_files
from site_builder.output.service_worker import WORKER, kept_names, render_worker

RUNTIME = Runtime("runtime/x/", {"frozen.wasm": b"F", "pyodide.mjs": b"P", "NOTICE.txt": b"N"}, "edition")
FILES: Files = {
    "index.html": b'<img src="pictures/shown.png"><svg data-picture="pictures/inline.svg"></svg>',
    "old path/page.html": b"old",
    "404.html": b"gone",
    "pictures/shown.png": b"1",
    "pictures/inline.svg": b"<svg/>",
    "social/index.png": b"3",
    "assets/0/js/page.js": b"4",
    "community-os.pdf": b"5",
    "_headers": b"6",
    "robots.txt": b"7",
} | {RUNTIME.folder + name: data for name, data in RUNTIME.files.items()}


def listed(files: Files, project: Project) -> dict[str, object]:
    """What the worker is told."""
    text = render_worker(project, parse_files(files), RUNTIME)[WORKER].decode()
    site: dict[str, object] = json.loads(text.removeprefix("const SITE = ").partition(";\n")[0])
    return site


def test_pages_and_what_they_need_are_kept_and_nothing_else() -> None:
    assert kept_names(parse_files(FILES)) == [
        "assets/0/js/page.js",
        "index.html",
        "old path/page.html",
        "pictures/shown.png",
    ]


def test_each_file_has_the_hash_of_its_bytes_and_an_address_that_a_browser_takes(project: Project) -> None:
    site = listed(FILES, project)
    assert set(site["files"]) == {"assets/0/js/page.js", "index.html", "old%20path/page.html", "pictures/shown.png"}
    assert site["files"]["old%20path/page.html"] == b64encode(sha256(b"old").digest()).decode()


def test_each_engine_has_its_files(project: Project) -> None:
    engines = {engine: set(files) for engine, files in listed(FILES, project)["runtime"].items()}
    assert engines == {"frozen": {"runtime/x/frozen.wasm"}, "plain": {"runtime/x/pyodide.mjs"}}


@pytest.mark.parametrize("name", ["index.html", "assets/0/js/page.js", "runtime/x/frozen.wasm"])
def test_the_edition_changes_with_any_byte_that_is_kept(project: Project, name: str) -> None:
    changed = FILES | {name: FILES[name] + b"!"}
    assert listed(changed, project)["edition"] != listed(FILES, project)["edition"]


def test_the_order_of_the_files_and_what_is_not_kept_change_nothing(project: Project) -> None:
    turned = dict(reversed(FILES.items())) | {"robots.txt": b"other"}
    assert render_worker(project, parse_files(turned), RUNTIME) == render_worker(project, parse_files(FILES), RUNTIME)


def test_a_built_site_has_the_worker_and_keeps_every_page_but_the_missing_one(tiny_files: Files) -> None:
    assert WORKER in tiny_files
    pages = {name for name in tiny_files if name.endswith(".html")}
    assert pages - set(kept_names(parse_files(tiny_files))) == {"404.html"}
    assert "offline.html" in pages
