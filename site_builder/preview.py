"""A preview on this machine: the real pages with the real headers, built anew at each change, and loaded anew.

Nothing is written but what is kept in `.cache/`: `dist/` is as the last build left it.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Event, Lock, Thread
from traceback import format_exc
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from watchfiles import watch

from site_builder.build import build
from site_builder.core.inputs import find_files
from site_builder.core.model import Files
from site_builder.core.policy import HEADERS, MEDIA_TYPES, media_type
from site_builder.core.problems import BUG_NOTE, ContentProblems, MissingPart, tell_refusal
from site_builder.core.project import Project
from site_builder.output.service_worker import WORKER
from site_builder.runtime.collect import read_runtime_at_once
from site_builder.toolchain.cache import content_hash
from site_builder.trouble_page import FILES, render_trouble

WATCHED = ("content", "templates", "web")

STEP = 20
"""Milliseconds without a further change after which an editor has written what it had to write."""

LOOK_AGAIN = 2000
"""Milliseconds after which the inputs are looked at all the same: no system tells of changes on a network drive."""

PATIENCE = 20
"""Seconds that a page waits for a change before it asks again."""

EDITION = "preview/edition"
"""Where a page asks which edition is shown now, with the one that it is of: the answer comes when they differ."""

FOLLOW = "preview/follow.js"
HELPERS = {f"preview/{name}": (FILES / name).read_bytes() for name in ("follow.js", "trouble.css")}
"""What the preview serves beside the site."""

HTML = MEDIA_TYPES[".html"]
TEXT = MEDIA_TYPES[".txt"]

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


@dataclass(frozen=True, slots=True)
class Shown:
    """What a browser gets at present."""

    files: Files = field(default_factory=dict)
    trouble: str = ""
    """As it is told in the terminal; empty where there is none."""
    page: str = ""
    """The page that tells it in place of all others."""
    edition: str = ""


class Preview:
    """The site as last built; built anew when an input has changed, whoever notices it first: page or watcher."""

    def __init__(self, project: Project, say: Callable[[str], None]) -> None:
        self.project = project
        self.say = say
        self.building = Lock()
        self.renewed = Condition()
        self.shown = Shown()
        self.seen: object = None
        self.refresh()

    def refresh(self) -> None:
        """Build if anything changed since the last time."""
        with self.building:
            if not self.notice_change():
                return
            shown = self.build()
            if self.notice_change():  # an editor was at work meanwhile; what was read may be half of it
                shown = self.build()
            with self.renewed:
                self.shown = shown
                self.renewed.notify_all()
            if shown.trouble:
                self.say(shown.trouble)

    def notice_change(self) -> bool:
        """Whether the inputs are others than they were at the last look."""
        before, self.seen = self.seen, self.state()
        return self.seen != before

    def build(self) -> Shown:
        """Build the site, or find out why it cannot be built."""
        trouble: Exception | str
        try:
            files = build(self.project, self.say, read_runtime_at_once).files
            return Shown(files, edition=content_hash(files))
        except (ContentProblems, MissingPart) as error:
            trouble = error
        except OSError as error:
            trouble = tell_refusal(error)
        except Exception:  # shown like any other trouble: an old site must not look like the new one
            trouble = f"{format_exc()}\n{BUG_NOTE}"
        page = render_trouble(trouble)
        return Shown(self.shown.files, str(trouble), page, content_hash({"": page.encode()}))

    def state(self) -> object:
        """Names and times of all inputs."""
        found = (path for name in WATCHED for path in find_files(self.project, name).values())
        return [(str(path), _times(path)) for path in found]

    @contextmanager
    def following(self) -> Iterator[None]:
        """Build at every change, not only when a page is asked for."""
        stop = Event()
        thread = Thread(target=self.follow, args=(stop,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def follow(self, stop: Event) -> None:
        """Build at every change until `stop` is set."""
        polling = None  # the library decides
        while not stop.is_set():
            folders = self.folders()
            try:
                for _ in watch(
                    *folders,
                    watch_filter=None,  # `state` knows which files count
                    step=STEP,
                    stop_event=stop,
                    rust_timeout=LOOK_AGAIN,
                    yield_on_timeout=True,
                    force_polling=polling,
                    raise_interrupt=False,
                ):
                    self.refresh()
                    if self.folders() != folders:
                        break
            except FileNotFoundError:  # a folder went between two lines
                continue
            except OSError:  # the system watches no more files than it was told to, or none at all
                polling = True

    def folders(self) -> list[Path]:
        """The folders to watch that are there."""
        every = (place / name for place in self.project.places for name in WATCHED)
        return [folder for folder in every if folder.is_dir()]

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, media type and bytes for a path that starts with a slash."""
        address = urlsplit(path)
        name = unquote(address.path).removeprefix("/")
        name = f"{name}index.html" if not name or name.endswith("/") else name
        if name == EDITION:
            return 200, TEXT, self.next_edition(parse_qs(address.query).get("seen", [""])[0]).encode()
        if name in HELPERS:
            return 200, media_type(name), HELPERS[name]
        if name.endswith(".html"):
            self.refresh()
        shown = self.shown
        if shown.trouble and name.endswith(".html"):
            return 500, HTML, with_follower(shown.page.encode(), shown.edition)
        if name == WORKER:
            return 200, MEDIA_TYPES[".js"], KEEPS_NOTHING
        if name in shown.files:
            kind, data = media_type(name), shown.files[name]
            return 200, kind, with_follower(data, shown.edition) if kind == HTML else data
        return 404, HTML, with_follower(shown.files.get("404.html", b"not found"), shown.edition)

    def next_edition(self, seen: str) -> str:
        """Wait until another edition than `seen` is shown, or for a while, and name the one that is."""
        with self.renewed:
            self.renewed.wait_for(lambda: self.shown.edition != seen, PATIENCE)
            return self.shown.edition


def with_follower(page: bytes, edition: str) -> bytes:
    """A page with the script that loads it anew once another edition is there."""
    script = f'<script src="/{FOLLOW}" data-edition="{edition}" defer></script>\n</head>'
    return page.replace(b"</head>", script.encode(), 1)


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
                    TEXT,
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
