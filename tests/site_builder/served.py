"""A preview that runs, and what a browser and an editor do with it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from site_builder.core.project import Project
from site_builder.preview import Preview, make_server


class Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    body: bytes


class Served(NamedTuple):
    """A running server: its preview, what it said in the terminal, and a connection to it."""

    preview: Preview
    said: list[str]
    connection: HTTPConnection

    @property
    def project(self) -> Project:
        return self.preview.project

    def ask(self, path: str, method: str = "GET") -> Answer:
        self.connection.request(method, path)
        response = self.connection.getresponse()
        return Answer(response.status, response.headers, response.read())


@contextmanager
def serving(project: Project) -> Iterator[Served]:
    """Start the real server on a free port."""
    said: list[str] = []
    preview = Preview(project, said.append)
    server = make_server(preview, 0)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    connection = HTTPConnection("127.0.0.1", server.server_port)
    yield Served(preview, said, connection)
    connection.close()
    server.shutdown()
    thread.join()
    server.server_close()


def change(path: Path, old: str, new: str) -> None:
    """Change a file so that its time differs, however coarse the file system's clock is."""
    text = path.read_text("utf-8")
    assert old in text
    before = path.stat().st_mtime_ns
    path.write_text(text.replace(old, new, 1), "utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))
