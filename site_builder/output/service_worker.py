"""The service worker: what it keeps for the time without a connection, each file with its hash, before its script.

docs/decisions/0027-one-offline-cache-an-edition.md says how it works in the browser.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import quote

from site_builder.core.addresses import join_url
from site_builder.core.inputs import read_input
from site_builder.core.model import Files, Runtime
from site_builder.core.names import PICTURES
from site_builder.core.page_registry import PAGES
from site_builder.core.policy import HEADERS
from site_builder.core.project import Project
from site_builder.output.finished import Finished
from site_builder.runtime.collect import engine_files
from site_builder.toolchain.cache import content_hash

WORKER = "sw.js"
"""At the site's root, for a service worker sees to its own folder and what is below it."""

REMOVER = "sw-remove.js"
"""What takes its place where a site is given up."""

CACHES = "community-os"
"""How the names of its caches begin."""

KEPT = (".css", ".html", ".jpg", ".js", ".json", ".png", ".svg", ".webmanifest", ".webp", ".woff2")
NEVER_KEPT = {WORKER, REMOVER, *(spec.output for spec in PAGES if not spec.is_kept)}
FOLDERS_LEFT_OUT = ("runtime/", "social/")
"""Python is kept after its first use, or when the reader asks; pictures of links are for other sites."""


def render_worker(project: Project, finished: Finished, runtime: Runtime) -> Files:
    """Write `sw.js` for the finished files, and its remover. Its edition changes with any byte of them or its own."""
    script, remover = (
        read_input(project, project.find(f"web/offline/{name}")).decode() for name in (WORKER, REMOVER)
    )
    hashes = _hashes(finished.files, kept_names(finished))
    engines = {
        engine: _hashes(finished.files, [runtime.folder + name for name in names])
        for engine, names in engine_files(runtime).items()
    }
    policy = HEADERS["Content-Security-Policy"]
    site = {"caches": CACHES, "files": hashes, "policy": policy, "runtime": engines}
    edition = content_hash({WORKER: _with_site(site, script)})
    return {
        WORKER: _with_site({**site, "edition": edition}, script),
        REMOVER: _with_site({"caches": CACHES}, remover),
    }


def _with_site(site: Mapping[str, object], script: str) -> bytes:
    return f"const SITE = {json.dumps(site, sort_keys=True, indent=1)};\n{script}".encode()


def kept_names(finished: Finished) -> list[str]:
    """Name the pages and all that they need, in order."""
    names = sorted(name for name in finished.files.keys() - NEVER_KEPT if PurePosixPath(name).suffix in KEPT)
    # Most pictures of the text are drawn inside their page, and no browser asks for the file.
    shown = {join_url(name, url.value) for name, page in finished.pages.items() for url in page.urls}
    unused = {name for name in names if name.startswith(f"{PICTURES}/") and name not in shown}
    return [name for name in names if not name.startswith(FOLDERS_LEFT_OUT) and name not in unused]


def _hashes(files: Files, names: Iterable[str]) -> dict[str, str]:
    """Give the SHA-256 in base64 of each file by its address, as the integrity of a request is written."""
    return {quote(name): b64encode(sha256(files[name]).digest()).decode() for name in names}
