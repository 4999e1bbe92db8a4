"""A static host at the end of a line of a given speed, which counts what it sends."""

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from threading import Lock, Thread
from time import monotonic, sleep
from typing import Any
from urllib.parse import unquote, urlsplit

from site_builder.core.model import Files
from site_builder.core.policy import HEADERS, MEDIA_TYPES

ISOLATED = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
"""PyScript's workers need shared memory."""

REPORT = "report/"
PACKET = 16_384
COMPRESSED = (".html", ".css", ".js", ".mjs", ".json", ".wasm", ".svg")


@dataclass(frozen=True, slots=True)
class Report:
    """What a page has told, by asking for report/{...}."""

    told: dict[str, Any]
    sent: int
    """Bytes that the line had carried by then."""


@dataclass
class Line:
    """Pauses as a line does: all responses share its speed, each waits for a round trip first."""

    bits: float = 0
    """Bits a second; 0 is without limit and without compression."""
    delay: float = 0
    """Seconds of a round trip."""
    sent: int = 0
    """Bytes of bodies."""
    free_at: float = 0
    lock: Lock = field(default_factory=Lock)
    heard: list[Report] = field(default_factory=list)

    def pass_on(self, size: int) -> None:
        """Wait until so many bytes are through."""
        with self.lock:
            self.sent += size
            if not self.bits:
                return
            self.free_at = max(monotonic(), self.free_at) + 8 * size / self.bits
            until = self.free_at
        sleep(max(0, until - monotonic()))


@contextmanager
def serve(files: Files, line: Line) -> Iterator[str]:
    """Serve files under the headers of docs/hosting.md; the address."""
    packed: Files = {}
    if line.bits:
        packed = {n: gzip.compress(d, 9) for n, d in files.items() if PurePosixPath(n).suffix in COMPRESSED}
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(files, packed, line))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _handler(files: Files, packed: Files, line: Line) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1

        def handle(self) -> None:
            with suppress(ConnectionError):  # the browser has ended
                super().handle()

        def do_GET(self) -> None:
            name = unquote(urlsplit(self.path).path).removeprefix("/")
            body = packed.get(name, files.get(name))
            if name.startswith(REPORT):
                line.heard.append(Report(json.loads(name.removeprefix(REPORT)), line.sent))
                body = b""
            sleep(line.delay)
            self.send_response(200 if body is not None else 404)
            kind = MEDIA_TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body or b"")))
            lasting = name.startswith(("runtime/", "assets/", "stock/", "pyscript/"))
            self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-cache")
            if name in packed:
                self.send_header("Content-Encoding", "gzip")
            ours = name.startswith(("assets/", "runtime/")) or name == "builder.html"
            for header, value in (HEADERS if ours else ISOLATED).items():
                self.send_header(header, value)
            self.end_headers()
            self._send(body or b"")

        def _send(self, body: bytes) -> None:
            try:
                step = PACKET if line.bits else len(body) or 1
                for start in range(0, len(body), step):
                    part = body[start : start + step]
                    line.pass_on(len(part))
                    self.wfile.write(part)
            except ConnectionError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing about each request."""

    return Handler
