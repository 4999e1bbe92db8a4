"""A preview on this machine: the real build, the real headers, and the problems in the page when there are some."""

import re
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from threading import Lock
from traceback import format_exc
from typing import Protocol
from urllib.parse import unquote, urlsplit

from site_builder.build import build_site
from site_builder.core.inputs import find_files
from site_builder.core.model import Files
from site_builder.core.policy import HEADERS, MEDIA_TYPES
from site_builder.core.problems import BUG_NOTE, ContentProblems, MissingPart, tell_refusal
from site_builder.core.project import Project
from site_builder.output.service_worker import WORKER

WATCHED = ("content", "templates", "web")


LOOPBACK = re.compile(r"(localhost|127(\.[0-9]{1,3}){3}|\[::1\])(:[0-9]+)?", re.IGNORECASE)
"""The names of this machine that nobody else can give to another one."""

KEEPS_NOTHING = b"""// The preview's service worker keeps nothing, so that every change is seen.
addEventListener("install", () => skipWaiting());
addEventListener("message", ({ ports }) => ports[0]?.postMessage({ kept: false }));
"""
"""In place of the real one, and of one that an earlier site at this address left behind."""


class Site(Protocol):
    """Something that answers requests."""

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, media type and bytes for a path that starts with a slash."""


class Preview:
    """The site as last built; built anew when a page is asked for and an input has changed."""

    def __init__(self, project: Project, say: Callable[[str], None]) -> None:
        self.project = project
        self.say = say
        self.lock = Lock()
        self.files: Files = {}
        self.trouble = ""
        self.seen: object = None
        self.refresh()

    def refresh(self) -> None:
        """Build if anything changed since the last time."""
        with self.lock:
            if not self.notice_change():
                return
            self.build()
            if self.notice_change():  # an editor was at work meanwhile; what was read may be half of it
                self.build()
            if self.trouble:
                self.say(self.trouble)

    def notice_change(self) -> bool:
        """Whether the inputs are others than they were at the last look."""
        before, self.seen = self.seen, self.state()
        return self.seen != before

    def build(self) -> None:
        """Build the site, or find out why it cannot be built."""
        try:
            self.files, self.trouble = build_site(self.project, self.say, compressed=False).files, ""
        except (ContentProblems, MissingPart) as trouble:
            self.trouble = str(trouble)
        except OSError as error:
            self.trouble = tell_refusal(error)
        except Exception:  # shown like any other trouble: an old site must not look like the new one
            self.trouble = f"{format_exc()}\n{BUG_NOTE}"

    def state(self) -> object:
        """Names and times of all inputs."""
        found = (path for name in WATCHED for path in find_files(self.project, name).values())
        return [(str(path), _times(path)) for path in found]

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, media type and bytes for a path that starts with a slash."""
        name = unquote(urlsplit(path).path).removeprefix("/")
        name = f"{name}index.html" if not name or name.endswith("/") else name
        if name.endswith(".html"):
            self.refresh()
            if self.trouble:
                return 500, MEDIA_TYPES[".txt"], self.trouble.encode()
        if name == WORKER:
            return 200, MEDIA_TYPES[".js"], KEEPS_NOTHING
        if name in self.files:
            kind = MEDIA_TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
            return 200, kind, self.files[name]
        return 404, MEDIA_TYPES[".html"], self.files.get("404.html", b"not found")


def _times(path: Path) -> tuple[int, int] | None:
    """When a file's bytes changed, and when its name or its rights did; nothing where it is gone by now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns


def make_server(site: Site, port: int) -> ThreadingHTTPServer:
    """Open the port; raises `OSError` where it is taken. Call `serve_forever` on the result."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # one write for headers and body, not one a line

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except ConnectionError:  # the browser went on to something else
                self.close_connection = True

        def do_GET(self) -> None:
            if LOOPBACK.fullmatch(self.headers.get("Host", "")):
                status, kind, body = site.answer(self.path)
            else:  # a page elsewhere on the network has given its own name the address of this machine
                status, kind, body = (
                    421,
                    MEDIA_TYPES[".txt"],
                    b"This server answers to localhost and 127.0.0.1 only.\n",
                )
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-cache")
            for name, value in HEADERS.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_HEAD = do_GET  # noqa: N815 - the library's name

        def log_message(self, *_: object) -> None:
            """Say nothing about each request."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)
