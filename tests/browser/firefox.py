"""Firefox, driven over WebDriver BiDi.

Playwright can do that too, but the pinned one sends every new window a command that the long-term Firefox of
distributions does not know (emulation.setMediaFeaturesOverride). What these tests need is nine commands.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from subprocess import DEVNULL, Popen

from websockets.sync.client import ClientConnection, connect

from tests.browser.mounted import Mounted
from tests.browser.window import SECONDS, Lack, Window, wait_for

NAMES = ("firefox-esr", "firefox")
PREFERENCES: dict[Lack, dict[str, object]] = {
    "": {},
    "WebAssembly": {"javascript.options.wasm": False},
    "scripts": {"javascript.enabled": False},
    "canvas reads": {"privacy.resistFingerprinting": True},
    "storage": {"network.cookie.cookieBehavior": 2},  # the setting "block all cookies"; touching storage throws then
}


class Firefox:
    """A running Firefox. Each window is a user context, which shares nothing with the others."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.number = 0
        self.ask("session.new", capabilities={})

    def ask(self, method: str, **given: object) -> dict[str, object]:
        """Send a command and wait for its answer; events are passed over."""
        self.number += 1
        self.connection.send(json.dumps({"id": self.number, "method": method, "params": given}))
        answer: dict[str, object] = {}
        while answer.get("id") != self.number:
            answer = json.loads(self.connection.recv(timeout=SECONDS))
        assert answer["type"] == "success", answer
        return answer["result"]

    def window(self) -> "FirefoxWindow":
        """Open a window that knows nothing yet."""
        return FirefoxWindow(self)


class FirefoxWindow(Window):
    """A tab in a user context of its own."""

    def __init__(self, firefox: Firefox) -> None:
        self.ask = firefox.ask
        self.profile = self.ask("browser.createUserContext")["userContext"]
        self.tab = self.ask("browsingContext.create", type="tab", userContext=self.profile)["context"]

    def open(self, url: str) -> None:
        self.ask("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def reload(self) -> None:
        self.ask("browsingContext.reload", context=self.tab, wait="complete")

    def value(self, expression: str) -> object:
        text = f"JSON.stringify([{expression}])"
        answer = self.ask("script.evaluate", expression=text, target={"context": self.tab}, awaitPromise=False)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])[0]

    def resize(self, width: int, height: int) -> None:
        self.ask("browsingContext.setViewport", context=self.tab, viewport={"width": width, "height": height})

    def close(self) -> None:
        self.ask("browser.removeUserContext", userContext=self.profile)

    def go_offline(self, mounted: Mounted) -> None:
        super().go_offline(mounted)
        offline = {"type": "offline"}
        self.ask("emulation.setNetworkConditions", networkConditions=offline, userContexts=[self.profile])


@contextmanager
def firefox(folder: Path, lack: Lack = "") -> Iterator[Firefox]:
    """Start Firefox with an empty profile in a folder."""
    lines = [f'user_pref("{name}", {json.dumps(value)});\n' for name, value in PREFERENCES[lack].items()]
    (folder / "user.js").write_text("".join(lines), "utf-8")
    path = next((found for name in NAMES if (found := which(name))), NAMES[0])
    command = [path, "--headless", "--no-remote", "--profile", folder, "--remote-debugging-port", "0"]
    with Popen(command, stdout=DEVNULL, stderr=DEVNULL) as process:
        try:
            with connect(f"{_address(folder)}/session", max_size=None, proxy=None) as connection:
                yield Firefox(connection)
        finally:
            process.terminate()


def _address(folder: Path) -> str:
    """Where Firefox listens; it writes that down in its profile."""
    written = folder / "WebDriverBiDiServer.json"
    wait_for(lambda: written.is_file() and written.read_text("utf-8").endswith("}"), lambda: "Firefox does not start")
    place = json.loads(written.read_text("utf-8"))
    return f"ws://{place['ws_host']}:{place['ws_port']}"
