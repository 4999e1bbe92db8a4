"""What a page of the site may load and run, and the other headers that a host can send."""

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePosixPath

THEME_SCRIPT = (
    "try{const d=document.documentElement.dataset,"
    't=localStorage.getItem("theme "+new URL(d.root,location).pathname);'
    "if(/^(dark|light)$/.test(t))d.theme=t}catch{}"
)
"""The one script inside a page: it sets the remembered theme before the first paint, which a file could not.
Its name in the storage is that of `web/js/platform/own-name.js`."""

_THEME_HASH = b64encode(sha256(THEME_SCRIPT.encode()).digest()).decode()

TRUSTED_TYPES = "community-os"
"""The name under which `web/js/platform/trusted-types.js`, and nobody else, makes addresses of scripts."""

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' 'wasm-unsafe-eval' 'sha256-{_THEME_HASH}'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        f"trusted-types {TRUSTED_TYPES}",
    )
)
"""In every page as a meta element, and as a header where the host sends one: workers obey their own response's."""

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY + "; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

MEDIA_TYPES = {
    ".epub": "application/epub+zip",
    ".pdf": "application/pdf",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""The types of all files that the site can have. Where .wasm has another one, Python starts later;
where .mjs has, the plain one does not start."""


COMPRESSED = (".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest", ".xml")
"""What hosts should compress on the way; the other files are compressed already."""

UNCHANGING = ("assets", "runtime")
"""Folders whose files have the hash of their content in their address."""

NEVER_CHANGES = re.compile(rf"([^/]+/)?({'|'.join(UNCHANGING)})/")

KEEP, ASK = "public, max-age=31536000, immutable", "no-cache"


def media_type(name: str) -> str:
    """Give the type of a file of the site."""
    return MEDIA_TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")


def cache_time(name: str) -> str:
    """Say how long a browser may keep a file: a year what never changes; all else it asks for each time."""
    return KEEP if NEVER_CHANGES.match(name) else ASK


def edition_places(languages: Sequence[str]) -> tuple[str, ...]:
    """Where the editions stand in the site: the first language's at its root, each other in a folder of its own."""
    return ("", *(f"{language}/" for language in languages))


def unchanging_folders(languages: Sequence[str]) -> tuple[str, ...]:
    """The folders whose files never change: those of the first language, then those of each other."""
    return tuple(place + folder for place in edition_places(languages) for folder in UNCHANGING)


def headers_file(languages: Sequence[str] = ()) -> str:
    """Write the `_headers` file that several static hosts read.

    Where two rules meet, such hosts send both values. So no rule for all files names a cache time: those hosts let
    browsers ask for pages each time by themselves.
    """
    rules = {"/*": HEADERS}
    rules |= {f"/{folder}/*": {"Cache-Control": KEEP} for folder in unchanging_folders(languages)}
    rules |= {f"/{place}sw.js": {"Cache-Control": ASK} for place in edition_places(languages)}
    return "".join(
        f"{place}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for place, headers in rules.items()
    )
