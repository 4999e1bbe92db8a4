"""The files of `community-os deploy-files`, in real servers, at the root and below a path."""

import gzip
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import brotli
import pytest
from playwright.sync_api import Page

from site_builder.core.model import Files
from site_builder.core.policy import HEADERS, KEEP, cache_time, media_type
from site_builder.core.project import Project
from site_builder.hosting.verify import verify
from site_builder.output.compressed import WAYS, compress_large
from site_builder.output.write import write_site
from tests.browser.conftest import fill_in_worked_example, open_builder, out, without_trouble
from tests.browser.servers import Host, apache, caddy, nginx_location, nginx_server, running

BASES = ("/", "/library/village/")
KINDS = (nginx_server, nginx_location, caddy, apache)
BROTLI = (caddy,)
"""What sends Brotli as it comes from Debian; nginx has a module for it that nobody must have."""

LITTLE_MORE = 1.02
"""What compresses on the way does it a little less well."""


@pytest.fixture(scope="module")
def site(project: Project, files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site in a folder, as a build writes it."""
    folder = tmp_path_factory.mktemp("published") / "dist"
    write_site(files | compress_large(project, files), folder)
    return folder


def name_of(kind_and_base: tuple) -> str:
    return f"{kind_and_base[0].__name__} {kind_and_base[1]}"


@pytest.fixture(scope="module", params=[(kind, base) for kind in KINDS for base in BASES], ids=name_of)
def kind_and_base(request: pytest.FixtureRequest) -> object:
    return request.param


@pytest.fixture(scope="module")
def host(kind_and_base: tuple, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A server that runs with it."""
    kind, base = kind_and_base
    folder = tmp_path_factory.mktemp(kind.__name__)
    for path in (folder, *folder.parents):  # servers that root starts read as somebody else
        if path.is_relative_to(tmp_path_factory.getbasetemp().parents[1]):
            path.chmod(0o755)
    with running(kind, site, folder, base) as host:
        yield host


def test_every_file_comes_as_it_was_built_with_its_type_and_cache_time_and_all_headers(
    host: Host, files: Files
) -> None:
    wrong = {}
    for name, data in files.items():
        answer = host.ask(name)
        sent = {key: answer.headers.get_all(key) for key in (*HEADERS, "Cache-Control")}
        expected = {key: [value] for key, value in {**HEADERS, "Cache-Control": cache_time(name)}.items()}
        kind = answer.headers["Content-Type"]
        has_type = kind == media_type(name) or not PurePosixPath(name).suffix
        if (answer.status, answer.body, sent, has_type) != (200, data, expected, True):
            wrong[name] = (answer.status, len(answer.body), kind, sent)
    assert wrong == {}


def test_a_folder_shows_its_index(host: Host, files: Files) -> None:
    assert host.ask("").body == files["index.html"]
    assert host.ask("chapters/").body == files["chapters/index.html"]


@pytest.mark.parametrize("name", ["nothing.html", "no/such/page", "runtime/nothing.wasm", "assets/nothing.js"])
def test_what_is_not_there_gets_the_page_that_says_so_and_nobody_keeps_it(
    host: Host, files: Files, name: str
) -> None:
    answer = host.ask(name)
    assert (answer.status, answer.body) == (404, files["404.html"])
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers.get_all("Content-Security-Policy") == [HEADERS["Content-Security-Policy"]]
    assert answer.headers["Cache-Control"] != KEEP


@pytest.mark.parametrize("ending", ["frozen.wasm", "pyodide.asm.mjs", "print.html", "index.html", ".webmanifest"])
def test_files_are_sent_compressed_to_who_can_unpack_them(host: Host, files: Files, ending: str) -> None:
    name = next(name for name in files if name.endswith(ending))
    answer = host.ask(name, "gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["Vary"].lower()
    assert answer.headers["Content-Type"] == media_type(name)
    assert gzip.decompress(answer.body) == files[name]
    quick = len(gzip.compress(files[name], 1))
    assert len(answer.body) <= quick * LITTLE_MORE


def test_large_files_are_sent_as_small_as_the_build_made_them(host: Host, kind_and_base: tuple, files: Files) -> None:
    name = next(name for name in files if name.endswith("frozen.wasm"))
    answer = host.ask(name, "gzip, br")
    if kind_and_base[0] in BROTLI:
        assert (answer.headers["Content-Encoding"], answer.body) == ("br", WAYS[".br"](files[name]))
        assert brotli.decompress(answer.body) == files[name]
    else:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert len(answer.body) <= len(WAYS[".gz"](files[name])) * LITTLE_MORE


def test_the_command_that_compares_finds_nothing_to_say(host: Host, site: Path) -> None:
    assert verify(host.url(), site).lines() == []


def test_the_builder_gives_a_score(host: Host, page_anywhere: Page) -> None:
    with without_trouble(page_anywhere, host):
        open_builder(page_anywhere, host)
        fill_in_worked_example(page_anywhere)
        assert out(page_anywhere, "score").strip().isdigit()


@pytest.fixture
def page_anywhere(context) -> Page:
    return context.new_page()
