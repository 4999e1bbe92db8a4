"""A browser under watch: what it asks, of whom, and what it keeps."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread

from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.conftest import DESK, PATIENCE, SOON, into
from tests.browser.mounted import Mounted

WATCH = """{
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
        noteKept(`${this === localStorage ? "local" : "session"}Storage ${key}`, text);
        setItem.call(this, key, text);
    };
    for (const name of ["pushState", "replaceState"]) {
        const original = history[name].bind(history);
        history[name] = (state, title, url) => {
            for (const key in state) noteKept(`history.state ${key}`, JSON.stringify(state[key]));
            noteKept("address", String(url));
            original(state, title, url);
        };
    }
    globalThis.BroadcastChannel = class extends BroadcastChannel {
        postMessage(word) {
            noteKept("BroadcastChannel", JSON.stringify(word));
            super.postMessage(word);
        }
    };
    for (const name of ["SharedWorker", "RTCPeerConnection"]) {
        globalThis[name] = class { constructor(given) { noteKept(name, String(given)); } };
    }
}"""

INSIDE = """async () => {
    const places = Object.entries({ localStorage, sessionStorage, "history.state": history.state ?? {} });
    const entries = places.flatMap(([place, all]) => Object.entries(all).map((entry) => [place, ...entry]));
    const found = entries.map(([place, key, text]) => [`${place} ${key}`, String(text)]);
    const databases = (await indexedDB.databases()).map(({ name }) => [`IndexedDB ${name}`, ""]);
    const cookies = [...document.cookie.matchAll(/[^;]+/g)].map(([cookie]) => [`cookie ${cookie}`, cookie]);
    const name = window.name ? [["window.name", window.name]] : [];
    return [...found, ...databases, ...cookies, ...name];
}"""
"""Every place where something is kept now, with what is there; the Cache Storage is looked at by itself."""

COPIES = """async () => {
    const copies = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url, method } of await cache.keys()) {
            const bytes = await (await cache.match(url)).arrayBuffer();
            const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
            copies.push([name, method, url, [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")]);
        }
    }
    return copies;
}"""

CACHES = {"cache_storage", "service_workers", "indexeddb"}
"""The kinds of storage that Chromium may count for this site, whatever their names are in JavaScript."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A request as it came to the site's server."""

    method: str
    path: str
    text: str
    """Its headers and its body."""


@dataclass
class Watched:
    """A browser profile, and all that is known of it."""

    context: BrowserContext
    mounted: Mounted
    heard: list[Heard]
    """What the site's server was asked."""
    elsewhere: list[str]
    """The first line of every request to any other host: they all go to a proxy that answers nothing."""
    told: list[Request] = field(default_factory=list)
    """Requests as the browser tells of them, those of workers and of the service worker with them."""
    troubles: list[str] = field(default_factory=list)
    """Errors; what the policy stops is one of them."""
    kept: list[tuple[str, str]] = field(default_factory=list)
    """Place and text of everything that was ever kept."""

    def __post_init__(self) -> None:
        self.context.expose_binding("noteKept", lambda _, place, text: self.note(place, text))
        self.context.add_init_script(WATCH)
        self.context.on("request", into(self.told))
        self.context.on("weberror", lambda error: self.troubles.append(str(error.error)))
        self.context.on("console", lambda said: self.troubles.append(said.text) if said.type == "error" else None)

    def note(self, place: str, text: str) -> None:
        """Note that something is kept, by its name without the site's path."""
        self.kept.append((place.removesuffix(f" {self.mounted.prefix}"), text))

    def look(self, page: Page) -> None:
        """Note what is kept at this moment."""
        for place, text in page.evaluate(INSIDE):
            self.note(place, text)
        camera = self.context.new_cdp_session(page)
        usage = camera.send("Storage.getUsageAndQuota", {"origin": self.mounted.origin})["usageBreakdown"]
        self.kept += [
            (f"storage {one['storageType']}", "")
            for one in usage
            if one["usage"] and one["storageType"] not in CACHES
        ]
        camera.detach()


@contextmanager
def watching(browser: Browser, mounted: Mounted, heard: list[Heard], **options: object) -> Iterator[Watched]:
    """Open a profile that can reach the site only; everything else goes to the proxy."""
    elsewhere: list[str] = []

    class Elsewhere(StreamRequestHandler):
        def handle(self) -> None:
            elsewhere.append(self.rfile.readline().decode(errors="replace").strip())

    with ThreadingTCPServer(("127.0.0.1", 0), Elsewhere) as server:
        Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
        proxy = {"server": f"http://127.0.0.1:{server.server_address[1]}", "bypass": "127.0.0.1"}
        context = browser.new_context(viewport=DESK, proxy=proxy, **options)
        context.set_default_timeout(PATIENCE)
        yield Watched(context, mounted, heard, elsewhere)
        context.close()
        server.shutdown()


def listening(heard: list[Heard], handler: type[BaseHTTPRequestHandler]) -> type[BaseHTTPRequestHandler]:
    """Let a server note every request, whatever its method and address."""

    class Listening(handler):
        def parse_request(self) -> bool:
            understood = super().parse_request()
            if understood:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                heard.append(Heard(self.command, self.path, f"{self.headers}{body!r}"))
            return understood

    return Listening
