from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from site_builder.core.addresses import join_url, relative_url, site_base
from site_builder.core.settings import Settings

NAMES = st.text("abc-", min_size=1, max_size=4).filter(lambda name: name.strip("."))
FILES = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("target", "page", "address"),
    [
        ("builder.html", "index.html", "builder.html"),
        ("index.html", "chapters/a.html", "../index.html"),
        ("chapters/b.html", "chapters/a.html", "b.html"),
        ("assets/x/css/site.css", "chapters/a.html", "../assets/x/css/site.css"),
        ("runtime/x/", "builder.html", "runtime/x/"),
        ("runtime/x/", "chapters/a.html", "../runtime/x/"),
        ("a.html", "a.html", "a.html"),
    ],
)
def test_addresses_are_written_as_seen_from_the_page(target: str, page: str, address: str) -> None:
    assert relative_url(target, page) == address


@pytest.mark.parametrize(
    ("page", "href", "found"),
    [
        ("index.html", "builder.html", "builder.html"),
        ("chapters/a.html", "../builder.html", "builder.html"),
        ("chapters/a.html", "./b.html", "chapters/b.html"),
        ("chapters/a.html", "../chapters/b.html", "chapters/b.html"),
        ("index.html", "../secret.html", None),
        ("chapters/a.html", "../../secret.html", None),
        ("chapters/a.html", "x/../../../secret.html", None),
    ],
)
def test_an_address_is_followed_from_the_page_and_never_out_of_the_site(
    page: str, href: str, found: str | None
) -> None:
    assert join_url(page, href) == found


@given(FILES, FILES)
def test_following_a_written_address_leads_back_to_the_target(target: str, page: str) -> None:
    assert join_url(page, relative_url(target, page)) == target


@pytest.mark.parametrize("page", ["index.html", "chapters/a.html"])
def test_an_address_from_the_root_of_the_host_leaves_the_site(page: str) -> None:
    assert join_url(page, "/builder.html") is None


@pytest.mark.parametrize(
    ("address", "base"), [("", ""), ("https://example.org/", "/"), ("https://example.org/a/b/", "/a/b/")]
)
def test_the_root_of_the_site(address: str, base: str) -> None:
    assert site_base(Settings("n", "h", "d", "en", address)) == base


def test_addresses_do_not_ask_where_the_build_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / 'Ann\'s R&D "x" %41 ü'
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert relative_url(Markup("assets/a.css"), Markup("chapters/b&c.html")) == "../assets/a.css"
    assert relative_url("", "chapters/new.html") == ".."
