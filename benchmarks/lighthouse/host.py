"""The built site on a host like a good real one: the policy's headers, gzip, and long caching of what has a hash."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from threading import Thread

from site_builder.core.model import Files
from site_builder.core.policy import HEADERS, MEDIA_TYPES

HASHED = ("assets/", "runtime/")
PACKED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".txt", ".wasm", ".xml")


@contextmanager
def hosted(files: Files) -> Iterator[str]:
    """Serve files while the block runs; gives the address of the site."""
    packed = {name: gzip.compress(data, 9) for name, data in files.items() if name.endswith(PACKED)}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1

        def do_GET(self) -> None:
            name = self.path.partition("?")[0].removeprefix("/") or "index.html"
            status, name = (200, name) if name in files else (404, "404.html")
            body = packed.get(name, files[name])
            self.send_response(status)
            self.send_header("Content-Type", MEDIA_TYPES.get(PurePosixPath(name).suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(body)))
            self.send_header(
                "Cache-Control", "max-age=31536000, immutable" if name.startswith(HASHED) else "no-cache"
            )
            if name in packed:
                self.send_header("Content-Encoding", "gzip")
            for header, value in HEADERS.items():
                self.send_header(header, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing about each request."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
