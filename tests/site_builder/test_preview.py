import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest

from site_builder import preview as preview_module
from site_builder.build import Built
from site_builder.cli import main
from site_builder.core.policy import HEADERS
from site_builder.core.project import Project
from site_builder.exit_codes import WRONG_USE
from site_builder.output.service_worker import WORKER
from site_builder.preview import KEEPS_NOTHING, Preview, make_server
from tests.cases.case import lay_out
from tests.site_builder.commands import patch_build


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


@pytest.fixture(scope="module")
def still(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site that nobody changes."""
    with pytest.MonkeyPatch.context() as patch:
        patch_build(patch)
        with serving(lay_out("tiny", project, tmp_path_factory.mktemp("still") / "tiny")) as served:
            yield served


@pytest.fixture
def live(tiny: Project) -> Iterator[Served]:
    """A site for one test alone."""
    with serving(tiny) as served:
        yield served


def change(path: Path, old: str, new: str) -> None:
    """Change a file so that its time differs, however coarse the file system's clock is."""
    text = path.read_text("utf-8")
    assert old in text
    before = path.stat().st_mtime_ns
    path.write_text(text.replace(old, new, 1), "utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/chapters/", "chapters/index.html"),
        ("/chapters/weak-ties.html", "chapters/weak-ties.html"),
        ("/chapters/weak-ties.html?from=card", "chapters/weak-ties.html"),
        ("/chapters/weak%2Dties.html", "chapters/weak-ties.html"),
    ],
)
def test_pages_are_served_as_built(still: Served, path: str, name: str) -> None:
    answer = still.ask(path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert answer.body == still.preview.files[name]


def test_every_file_is_served_with_its_length_and_a_type_a_browser_takes(still: Served) -> None:
    types = {}
    for name, data in still.preview.files.items():
        answer = still.ask(f"/{name}")
        assert (answer.status, answer.body) == (200, KEEPS_NOTHING if name == WORKER else data)
        assert answer.headers["Content-Length"] == str(len(answer.body))
        types[Path(name).suffix] = answer.headers["Content-Type"]
    assert types[".css"] == "text/css; charset=utf-8"
    assert types[".mjs"] == types[".js"] == "text/javascript; charset=utf-8"
    assert types[".svg"] == "image/svg+xml"
    assert types[""] == "application/octet-stream"


@pytest.mark.parametrize("path", ["/", "/nothing.html", "/runtime/test/pyodide.mjs"])
def test_answers_carry_the_headers_of_a_good_host_and_are_not_kept(still: Served, path: str) -> None:
    headers = still.ask(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", ["/nothing.html", "/nothing", "/../content/site.yaml", "/%2e%2e/content/site.yaml"])
def test_what_is_not_there_gets_the_page_that_says_so(still: Served, path: str) -> None:
    answer = still.ask(path)
    assert (answer.status, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert answer.body == still.preview.files["404.html"]


def test_head_is_get_without_the_body(still: Served) -> None:
    head, page = still.ask("/", "HEAD"), still.ask("/")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(page.body)) == str(len(still.preview.files["index.html"]))


def test_the_site_is_built_into_dist_before_it_is_shown(still: Served) -> None:
    assert (still.project.dist / "index.html").read_bytes() == still.preview.files["index.html"]


def test_nothing_is_built_while_nothing_changes(still: Served) -> None:
    files = still.preview.files
    still.ask("/")
    assert still.preview.files is files


def test_a_port_that_is_taken_is_told_with_the_way_out(still: Served, capsys: pytest.CaptureFixture[str]) -> None:
    port = still.connection.port
    assert main(["--root", str(still.project.root), "serve", "--port", str(port)]) == WRONG_USE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"community-os: port {port} cannot be used (")
    assert err.endswith("); choose another with --port\n")


@pytest.mark.usefixtures("quick_build")
@pytest.mark.parametrize(
    ("name", "old", "new", "page"),
    [
        (
            "content/chapters/03-weak-ties.md",
            "Start with one face",
            "Begin with one face",
            "/chapters/weak-ties.html",
        ),
        ("content/words.yaml", "This page is not here", "Begin with one face", "/404.html"),
        ("templates/404.html.j2", "<h1>", "<h1>Begin with one face ", "/404.html"),
    ],
)
def test_a_change_is_shown_at_the_next_page(live: Served, name: str, old: str, new: str, page: str) -> None:
    assert b"Begin with one face" not in live.ask(page).body
    change(live.project.root / name, old, new)
    assert b"Begin with one face" in live.ask(page).body


@pytest.mark.usefixtures("quick_build")
def test_a_changed_style_gets_a_new_address(live: Served) -> None:
    before = set(live.preview.files)
    style = next((live.project.web / "css").glob("*.css"))
    change(style, "{", "{ p { order: 7 } ")
    live.ask("/")
    (added,) = {name for name in set(live.preview.files) - before if name.endswith(f"/css/{style.name}")}
    assert b"p{order:7}" in live.ask(f"/{added}").body


@pytest.mark.usefixtures("quick_build")
def test_a_new_file_is_a_change(live: Served) -> None:
    fields = "---\ntitle: New page\nlabel: New\nsummary: New.\norder: 99\n---\n"
    assert live.ask("/new.html").status == 404
    (live.project.content / "pages" / "new.md").write_text(fields, "utf-8")
    assert live.ask("/new.html").status == 200


@pytest.mark.usefixtures("quick_build")
def test_problems_are_shown_as_text_until_they_are_mended(live: Served) -> None:
    path = live.project.content / "chapters" / "03-weak-ties.md"
    change(path, "label:", "lable:")
    for page in ("/", "/chapters/weak-ties.html"):
        answer = live.ask(page)
        assert (answer.status, answer.headers["Content-Type"]) == (500, "text/plain; charset=utf-8")
        assert answer.body.decode().startswith('content/chapters/03-weak-ties.md:2:1: field "label" is missing\n')
        assert answer.body.decode().endswith("\n2 problems in 1 file; nothing was written")
    assert live.said == [answer.body.decode()]
    change(path, "lable:", "label:")
    assert live.ask("/").status == 200


@pytest.mark.usefixtures("quick_build")
def test_a_server_can_start_on_content_with_problems(tiny: Project) -> None:
    change(tiny.content / "site.yaml", "name:", "nmae:")
    preview = Preview(tiny, print)
    assert preview.answer("/")[0] == 500
    assert preview.answer("/x.css") == (404, "text/html; charset=utf-8", b"not found")


@pytest.mark.usefixtures("quick_build")
def test_a_file_that_goes_missing_is_told_and_the_old_site_is_not_shown_as_new(tiny: Project) -> None:
    preview = Preview(tiny, print)
    (tiny.content / "words.yaml").unlink()
    for _ in range(2):
        status, kind, body = preview.answer("/")
        assert (status, kind) == (500, "text/plain; charset=utf-8")
        assert b"content/words.yaml: this file is missing" in body


@pytest.mark.usefixtures("quick_build")
def test_a_file_that_is_gone_between_two_looks_does_not_stop_the_preview(
    tiny: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = Preview(tiny, print)
    gone, stat = tiny.web / "css" / "gone.css", Path.stat
    gone.write_text("", "utf-8")

    def look(path: Path, **how: bool) -> os.stat_result:
        if path == gone:
            raise FileNotFoundError(path)
        return stat(path, **how)

    monkeypatch.setattr(Path, "stat", look)
    assert preview.answer("/")[0] == 200


def test_a_file_that_an_editor_puts_back_during_a_build_is_read_again(
    tiny: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    patch_build(monkeypatch)
    said: list[str] = []
    preview, build_site = Preview(tiny, said.append), preview_module.build_site
    words, away = tiny.content / "words.yaml", tiny.root / "words.yaml"
    words.rename(away)

    def build_and_put_back(project: Project, say: Callable[[str], None], compressed: bool) -> Built:
        try:
            return build_site(project, say, compressed=compressed)
        finally:
            if away.exists():
                away.rename(words)

    monkeypatch.setattr(preview_module, "build_site", build_and_put_back)
    assert preview.answer("/")[0] == 200
    assert said == []


@pytest.mark.usefixtures("quick_build")
def test_a_bug_is_shown_until_it_is_mended_not_the_old_site(live: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.build.plan_pages", None)
    site = live.project.content / "site.yaml"
    change(site, "lang: en", "lang: de")
    for _ in range(2):
        answer = live.ask("/")
        assert (answer.status, answer.headers["Content-Type"]) == (500, "text/plain; charset=utf-8")
        assert answer.body.startswith(b"Traceback (most recent call last):\n")
        assert answer.body.endswith(b"\n\nThis is a bug in Community OS, not in your content.")
    assert live.said == [answer.body.decode()]
    monkeypatch.undo()
    patch_build(monkeypatch)
    change(site, "lang: de", "lang: en")
    assert live.ask("/").status == 200


@pytest.mark.usefixtures("quick_build")
@pytest.mark.parametrize("name", [".03-weak-ties.md.swp", "03-weak-ties.md~", "#03-weak-ties.md#"])
def test_what_an_editor_leaves_is_no_change(live: Served, name: str) -> None:
    files = live.preview.files
    (live.project.content / "chapters" / name).write_bytes(b"\0")
    assert live.ask("/").status == 200
    assert live.preview.files is files


@pytest.mark.usefixtures("quick_build")
def test_a_file_whose_rights_or_whose_name_change_is_a_change(tiny: Project) -> None:
    preview = Preview(tiny, print)
    path = tiny.content / "chapters" / "03-weak-ties.md"
    states = [preview.state()]
    path.chmod(0o600)
    states.append(preview.state())
    path.rename(path.with_name("04-weak-ties.md"))
    states.append(preview.state())
    assert states[0] != states[1] != states[2]
