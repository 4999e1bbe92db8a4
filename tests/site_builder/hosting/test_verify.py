"""Copies on hosts that do what hosts do, and what is said of them."""

import gzip
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from site_builder.core.model import Files
from site_builder.core.policy import HEADERS, cache_time, media_type
from site_builder.core.problems import MissingPart
from site_builder.hosting.verify import AGAIN, BUILD_AGAIN, verify
from site_builder.output.compressed import LARGE, WAYS
from site_builder.output.record import RECORD
from site_builder.output.write import write_site
from tests.site_builder.commands import Run

LONG = b"a long script " * LARGE
SITE = {
    "index.html": b"start",
    "404.html": b"not here",
    "page.html": b"page",
    "sw.js": b"worker",
    "_headers": b"for the host",
    "runtime/x/frozen.wasm": LONG,
    "runtime/x/frozen.wasm.gz": WAYS[".gz"](LONG),
}
HINT = "    community-os deploy-files writes the settings of many hosts"

type Sent = tuple[int, dict[str, str], bytes]
type Change = Callable[[str, Sent, str], Sent]


class GoodHost:
    """Sends a site as the recipes say, or with one change."""

    def __init__(self, files: Files) -> None:
        self.files = dict(files)
        self.change: Change = lambda _, sent, __: sent
        self.url = ""

    def answer(self, name: str, encodings: str) -> Sent:
        name = name or "index.html"
        found = self.files.get(name)
        if found is None:
            return self.change(name, (404, {"Content-Type": "text/html"}, self.files["404.html"]), encodings)
        headers = {**HEADERS, "Content-Type": media_type(name), "Cache-Control": cache_time(name)}
        if "gzip" in encodings and f"{name}.gz" in self.files:
            found, headers["Content-Encoding"] = self.files[f"{name}.gz"], "gzip"
        return self.change(name, (200, headers, found), encodings)


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """The site in a folder, as a build leaves it."""
    write_site(SITE, tmp_path / "dist")
    return tmp_path / "dist"


@pytest.fixture
def host(dist: Path) -> Iterator[GoodHost]:
    """A host that has all of it."""
    site = GoodHost({**SITE, RECORD: (dist / RECORD).read_bytes()})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.removeprefix("/copy/")
            status, headers, body = site.answer(name, self.headers["Accept-Encoding"])
            self.send_response(status)
            for key, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    site.url = f"http://127.0.0.1:{server.server_port}/copy/"
    yield site
    server.shutdown()
    thread.join()
    server.server_close()


def said(host: GoodHost, dist: Path, change: Change | None = None) -> list[str]:
    host.change = change or host.change
    return verify(host.url, dist).lines()


def with_headers(which: str, **changed: str) -> Change:
    """Another value of headers, for the files whose names end so; an empty one takes a header away."""
    new = {name.replace("_", "-"): value for name, value in changed.items()}

    def change(name: str, sent: Sent, _: str) -> Sent:
        status, headers, body = sent
        headers = {**headers, **new} if name.endswith(which) and status == 200 else headers
        return status, {key: value for key, value in headers.items() if value}, body

    return change


@pytest.mark.parametrize("ending", ["", "index.html", "#top"])
def test_of_a_good_copy_nothing_is_said(host: GoodHost, dist: Path, ending: str) -> None:
    report = verify(host.url + ending, dist)
    assert (report.lines(), report.is_good, report.files) == ([], True, len(SITE))


def test_one_missing_and_one_changed_file_are_half_of_an_edition(host: GoodHost, dist: Path) -> None:
    del host.files["page.html"]
    host.files["sw.js"] = b"older"
    assert said(host, dist) == [
        "half of an edition is up: 2 of 7 files are missing or others",
        f"    {AGAIN}",
        "page.html: missing",
        f"    {AGAIN}",
        "sw.js: not the bytes that were built",
        f"    {AGAIN}",
    ]
    assert not verify(host.url, dist).is_good


def test_a_copy_without_its_list_cannot_be_compared(host: GoodHost, dist: Path) -> None:
    expected = ["build.json: is not there, or not as a build writes it", f"    {AGAIN}"]
    host.files[RECORD] = b"<html>"
    assert said(host, dist) == expected
    del host.files[RECORD]
    assert said(host, dist) == expected


def test_what_hosts_read_themselves_need_not_be_shown(host: GoodHost, dist: Path) -> None:
    del host.files["_headers"]
    assert said(host, dist) == []


def test_a_host_that_leads_from_html_to_an_address_without_it_is_noted(host: GoodHost, dist: Path) -> None:
    def change(name: str, sent: Sent, _: str) -> Sent:
        if name == "page.html":
            return 308, {"Location": "/copy/page"}, b""
        return host.answer("page.html#", "") if name == "nothing" else _page_for_page(name, sent)

    def _page_for_page(name: str, sent: Sent) -> Sent:
        headers = {**HEADERS, "Content-Type": "text/html", "Cache-Control": "no-cache"}
        return (200, headers, SITE["page.html"]) if name == "page" else sent

    text = "the host answers .html by leading to an address without it; works, and costs readers a request each"
    assert said(host, dist, change) == [f"note: page.html: {text}"]


def test_a_host_that_answers_everything_with_a_page_is_told(host: GoodHost, dist: Path) -> None:
    def change(_: str, sent: Sent, __: str) -> Sent:
        return (200, sent[1], SITE["index.html"]) if sent[0] == 404 else sent

    assert said(host, dist, change) == [
        "no-such-page-of-this-site.html, nowhere/no-such-page-of-this-site.html: the host answers an address that "
        "leads nowhere with a page and 200, as if it were there",
        "    let it answer with 404.html and 404; apps of one page are set up so, not this site",
    ]


def test_another_page_for_what_is_missing_is_noted(host: GoodHost, dist: Path) -> None:
    lines = said(host, dist, lambda _, sent, __: (404, {}, b"nginx") if sent[0] == 404 else sent)
    assert lines[0].endswith("leads nowhere with 404 and a page of its own")
    assert lines[0].startswith("note: ")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            with_headers(".js", Content_Type="text/plain"),
            "sw.js: sent as text/plain; browsers use it only as text/javascript",
        ),
        (
            with_headers(".wasm", Content_Type=""),
            "note: runtime/x/frozen.wasm: sent as no type; better application/wasm",
        ),
        (with_headers("", Referrer_Policy=""), "note: index.html, sw.js: no header Referrer-Policy"),
        (
            with_headers("", X_Content_Type_Options="sniff"),
            "note: index.html, sw.js: another header X-Content-Type-Options than the site's own: sniff",
        ),
        (
            with_headers(".wasm", Cache_Control="no-cache"),
            "note: runtime/x/frozen.wasm: never changes, and could be kept by browsers for a year",
        ),
        (
            with_headers("page.html", Cache_Control="max-age=600"),
            "note: page.html: kept by browsers for 600 seconds: so late a change is seen",
        ),
    ],
)
def test_types_headers_and_cache_times_are_looked_at(
    host: GoodHost, dist: Path, change: Change, expected: str
) -> None:
    assert said(host, dist, change) == [expected, HINT]


def test_the_older_name_of_the_type_of_scripts_is_as_good(host: GoodHost, dist: Path) -> None:
    assert said(host, dist, with_headers(".js", Content_Type="application/javascript; charset=UTF-8")) == []


def test_compression_that_nobody_asked_for_is_noted_and_unpacked(host: GoodHost, dist: Path) -> None:
    def change(name: str, sent: Sent, _: str) -> Sent:
        packed = {**sent[1], "Content-Encoding": "gzip"}
        return (200, packed, gzip.compress(sent[2])) if name == "page.html" else sent

    assert said(host, dist, change)[0] == "note: page.html: sent compressed (gzip) to one who asked for plain bytes"


def test_a_compressed_file_of_another_edition_is_told(host: GoodHost, dist: Path) -> None:
    host.files["runtime/x/frozen.wasm.gz"] = gzip.compress(b"older")
    assert said(host, dist) == [
        "runtime/x/frozen.wasm: something else comes where compression is asked for (gzip)",
        "    a compressed file beside it is of another edition, or broken: upload both again",
    ]


def test_a_large_file_without_compression_is_noted(host: GoodHost, dist: Path) -> None:
    del host.files["runtime/x/frozen.wasm.gz"]
    assert said(host, dist) == ["note: runtime/x/frozen.wasm: large, and sent without compression", HINT]


def test_a_whole_copy_of_another_edition_is_noted(host: GoodHost, dist: Path) -> None:
    write_site({**SITE, "page.html": b"newer"}, dist)
    assert said(host, dist)[0] == f"note: the copy is of another edition than {dist}"


def robots(site_url: str) -> bytes:
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n".encode()


@pytest.mark.parametrize(("machine", "start"), [(("elsewhere",), ""), (("127.0.0.1",), "note: ")])
def test_a_copy_that_was_built_for_another_address_is_told_and_noted_where_it_is_only_tried(
    host: GoodHost, dist: Path, monkeypatch: pytest.MonkeyPatch, machine: tuple[str, ...], start: str
) -> None:
    monkeypatch.setattr("site_builder.hosting.verify.THIS_MACHINE", machine)
    host.files["robots.txt"] = robots(host.url)
    assert said(host, dist) == []
    host.files["robots.txt"] = robots("https://example.org/old/")
    assert said(host, dist) == [
        f"{start}built for https://example.org/old/, where search engines, shared links and the page for missing "
        "addresses lead",
        "    put the address that readers use into site_url of content/site.yaml, build, and upload again",
    ]
    assert verify(host.url, dist).is_good == bool(start)


def test_an_address_that_leads_elsewhere_is_told_and_not_followed(host: GoodHost, dist: Path) -> None:
    lines = said(host, dist, lambda *_: (301, {"Location": "https://example.org/"}, b""))
    assert lines[0] == "this address leads to https://example.org/"


def test_an_address_where_nobody_answers_is_said_so(dist: Path) -> None:
    with pytest.raises(MissingPart, match=r"build\.json does not answer \(.+\); is the address right\?"):
        verify("http://127.0.0.1:1/", dist)


def test_a_folder_is_compared_too(dist: Path) -> None:
    assert verify(str(dist), dist).lines() == []
    (dist / "page.html").unlink()
    (dist / "CNAME").write_text("mine", "utf-8")
    assert verify(str(dist), dist).lines() == [
        "page.html: missing",
        f"    {BUILD_AGAIN}",
        "note: CNAME: not of this site",
    ]
    (dist / RECORD).unlink()
    assert verify(str(dist), dist).lines() == [
        "build.json: is not there, or not as a build writes it",
        f"    {BUILD_AGAIN}",
    ]


@pytest.mark.usefixtures("quick_build")
def test_the_command_says_what_it_found_and_ends_with_a_code(run: Run) -> None:
    run("build")
    told = run("verify", str(run.project.dist))
    assert (told.code, told.err) == (0, "")
    assert told.out.endswith(" files compared: good\n")
    (run.project.dist / "index.html").unlink()
    told = run("verify", str(run.project.dist))
    assert (told.code, told.out.splitlines()[0]) == (1, "index.html: missing")
    told = run("verify", "nowhere")
    assert told.code == 2
    assert told.err == "community-os: nowhere is no folder, and no address that starts with https:// or http://\n"
