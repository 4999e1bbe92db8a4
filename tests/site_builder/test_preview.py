import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder import preview as preview_module
from site_builder.build import Built, build
from site_builder.cli import main
from site_builder.core.policy import HEADERS
from site_builder.core.project import Project
from site_builder.exit_codes import WRONG_USE
from site_builder.output.service_worker import WORKER
from site_builder.preview import KEEPS_NOTHING, Preview
from tests.cases.case import lay_out, read_no_python
from tests.site_builder.commands import patch_build
from tests.site_builder.served import Served, change, serving


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


def followed(served: Served, name: str) -> bytes:
    """A page as built, and in it nothing but the script that loads it anew."""
    edition = served.preview.shown.edition
    script = f'<script src="/preview/follow.js" data-edition="{edition}" defer></script>\n'
    page = served.preview.shown.files[name].decode()
    return page.replace("</head>", f"{script}</head>", 1).encode()


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
    assert answer.body == followed(still, name)


def test_pages_alone_get_the_script_and_dist_is_as_the_last_build_left_it(still: Served) -> None:
    built = build(still.project, print, read_no_python).files
    assert still.preview.shown.files == built
    assert [name for name, data in built.items() if b"preview/follow.js" in data] == []
    assert not still.project.dist.exists()


def test_every_file_is_served_with_its_length_and_a_type_a_browser_takes(still: Served) -> None:
    types = {}
    for name, data in still.preview.shown.files.items():
        answer = still.ask(f"/{name}")
        kept = followed(still, name) if name.endswith(".html") else data
        assert (answer.status, answer.body) == (200, KEEPS_NOTHING if name == WORKER else kept)
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
    assert answer.body == followed(still, "404.html")


def test_head_is_get_without_the_body(still: Served) -> None:
    head, page = still.ask("/", "HEAD"), still.ask("/")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(page.body)) == str(len(followed(still, "index.html")))


def test_nothing_is_built_while_nothing_changes(still: Served) -> None:
    files = still.preview.shown.files
    still.ask("/")
    assert still.preview.shown.files is files


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
    before = set(live.preview.shown.files)
    style = next((live.project.web / "css").glob("*.css"))
    change(style, "{", "{ p { order: 7 } ")
    live.ask("/")
    (added,) = {name for name in set(live.preview.shown.files) - before if name.endswith(f"/css/{style.name}")}
    assert b"p{order:7}" in live.ask(f"/{added}").body


@pytest.mark.usefixtures("quick_build")
def test_a_new_file_is_a_change(live: Served) -> None:
    fields = "---\ntitle: New page\nlabel: New\nsummary: New.\norder: 99\n---\n"
    assert live.ask("/new.html").status == 404
    (live.project.content / "pages" / "new.md").write_text(fields, "utf-8")
    assert live.ask("/new.html").status == 200


@pytest.mark.usefixtures("quick_build")
def test_problems_are_shown_with_their_lines_until_they_are_mended(live: Served) -> None:
    path = live.project.content / "chapters" / "03-weak-ties.md"
    change(path, "label:", "lable:")
    for page in ("/", "/chapters/weak-ties.html"):
        answer = live.ask(page)
        assert (answer.status, answer.headers["Content-Type"]) == (500, "text/html; charset=utf-8")
        text = answer.body.decode()
        assert "<h1>2 problems in 1 file</h1>" in text
        assert "<h2>content/chapters/03-weak-ties.md</h2>" in text
        assert '<p><span class="at">Line 2:</span> field &#34;label&#34; is missing</p>' in text
        assert '<pre><span class="at">3 | </span><mark>lable</mark>: Weak Ties</pre>' in text
        assert "<p>did you mean &#34;label&#34;? allowed: title, label," in text
    (said,) = live.said
    assert said.startswith('content/chapters/03-weak-ties.md:2:1: field "label" is missing\n')
    assert said.endswith("\n2 problems in 1 file; nothing was written")
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
        assert (status, kind) == (500, "text/html; charset=utf-8")
        assert b"<h2>content/words.yaml</h2>" in body
        assert b"<p>this file is missing</p>" in body


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
    preview, build = Preview(tiny, said.append), preview_module.build
    words, away = tiny.content / "words.yaml", tiny.root / "words.yaml"
    words.rename(away)

    def build_and_put_back(*inputs: object) -> Built:
        try:
            return build(*inputs)
        finally:
            if away.exists():
                away.rename(words)

    monkeypatch.setattr(preview_module, "build", build_and_put_back)
    assert preview.answer("/")[0] == 200
    assert said == []


@pytest.mark.usefixtures("quick_build")
def test_a_bug_is_shown_until_it_is_mended_not_the_old_site(live: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.build.plan_pages", None)
    site = live.project.content / "site.yaml"
    change(site, "lang: en", "lang: de")
    for _ in range(2):
        answer = live.ask("/")
        assert (answer.status, answer.headers["Content-Type"]) == (500, "text/html; charset=utf-8")
        assert b"<h1>The site cannot be built</h1>" in answer.body
        assert b"<pre>Traceback (most recent call last):\n" in answer.body
    (said,) = live.said
    assert said.startswith("Traceback (most recent call last):\n")
    assert said.endswith("\n\nThis is a bug in Community OS, not in your content.")
    monkeypatch.undo()
    patch_build(monkeypatch)
    change(site, "lang: de", "lang: en")
    assert live.ask("/").status == 200


@pytest.mark.usefixtures("quick_build")
@pytest.mark.parametrize("name", [".03-weak-ties.md.swp", "03-weak-ties.md~", "#03-weak-ties.md#"])
def test_what_an_editor_leaves_is_no_change(live: Served, name: str) -> None:
    files = live.preview.shown.files
    (live.project.content / "chapters" / name).write_bytes(b"\0")
    assert live.ask("/").status == 200
    assert live.preview.shown.files is files


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
