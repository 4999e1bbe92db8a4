"""WebKitGTK, driven over WebDriver: MiniBrowser on a screen that nobody sees.

What these tests need is six commands over HTTP. Selenium would bring them with nine packages and a program that
fetches drivers.
"""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from subprocess import DEVNULL, Popen

from tests.browser.window import SECONDS, Lack, Window, wait_for

ENVIRONMENT: dict[Lack, dict[str, str]] = {"WebAssembly": {"JSC_useWasm": "0"}}
ARGUMENTS: dict[Lack, list[str]] = {
    "scripts": ["--enable-javascript=false"],
    "storage": ["--enable-html5-local-storage=false"],  # the tab's own storage cannot be switched off
}
"""What MiniBrowser is started with where something is to be lacking."""


class WebKit:
    """A running driver. Each window is a session: a MiniBrowser of its own that forgets everything at its end."""

    def __init__(self, port: int, arguments: list[str]) -> None:
        self.port = port
        self.arguments = ["--automation", *arguments]
        wait_for(self.is_there, lambda: "WebKitWebDriver does not start")

    def is_there(self) -> bool:
        """Whether the driver answers."""
        try:
            self.ask("GET", "/status")
        except ConnectionRefusedError:
            return False
        return True

    def ask(self, method: str, path: str, body: object = None) -> object:
        """Send a command and wait for its answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request(method, path, None if body is None else json.dumps(body))
            response = connection.getresponse()
            answer = json.loads(response.read())
        finally:
            connection.close()
        assert response.status == 200, answer
        return answer["value"]

    def window(self) -> "WebKitWindow":
        """Open a window that knows nothing yet."""
        return WebKitWindow(self)


class WebKitWindow(Window):
    """A window in a session of its own."""

    def __init__(self, webkit: WebKit) -> None:
        options = {"webkitgtk:browserOptions": {"args": webkit.arguments}}
        session = webkit.ask("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        self.webkit = webkit
        self.path = f"/session/{session['sessionId']}"

    def ask(self, method: str, path: str, body: object = None) -> object:
        """Send a command of this session."""
        return self.webkit.ask(method, self.path + path, body)

    def open(self, url: str) -> None:
        self.ask("POST", "/url", {"url": url})

    def reload(self) -> None:
        self.ask("POST", "/refresh", {})

    def value(self, expression: str) -> object:
        return self.ask("POST", "/execute/sync", {"script": f"return {expression}", "args": []})

    def resize(self, width: int, height: int) -> None:
        self.ask("POST", "/window/rect", {"x": 0, "y": 0, "width": width, "height": height})

    def close(self) -> None:
        self.ask("DELETE", "")


@contextmanager
def webkit(_: Path, lack: Lack = "") -> Iterator[WebKit]:
    """Start a screen and the driver. No folder is needed, for nothing is kept."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["WebKitWebDriver", f"--port={port}"]
    with _screen() as display:
        environment = os.environ | {"DISPLAY": display} | ENVIRONMENT.get(lack, {})
        with Popen(command, env=environment, stdout=DEVNULL, stderr=DEVNULL) as process:
            try:
                yield WebKit(port, ARGUMENTS.get(lack, []))
            finally:
                process.terminate()


@contextmanager
def _screen() -> Iterator[str]:
    """Start a screen in memory; it says itself which number is free.

    Without -noreset it starts anew when its last window closes, and a window that opens just then is lost.
    """
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1024x900x24", "-nolisten", "tcp", "-noreset"]
    with Popen(command, pass_fds=[writing], stdout=DEVNULL, stderr=DEVNULL) as process:
        os.close(writing)
        try:
            with os.fdopen(reading) as said:
                yield f":{said.readline().strip()}"
        finally:
            process.terminate()
