from collections.abc import Mapping
from xml.etree import ElementTree

from site_builder.core.model import Files
from site_builder.core.policy import headers_file
from site_builder.core.settings import Settings
from site_builder.output.finished import FinishedFile
from site_builder.output.host_files import render_extras
from site_builder.output.parse import parse_files
from tests.site_builder.samples import ADDRESS, MOVED

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
SHOWN = b'<title>A page</title><meta name="description" content="noindex">'
HIDDEN = b'<meta name="robots" content="noindex"><title>Not to be found</title>'
PAGES = {
    "safety.html": SHOWN,
    "404.html": HIDDEN,
    "chapters/weak-ties.html": SHOWN,
    "index.html": SHOWN,
    "manifest.webmanifest": b"{}",
}


def parsed(pages: Files) -> Mapping[str, FinishedFile]:
    return parse_files(pages).pages


def settings(site_url: str) -> Settings:
    return Settings("Tiny", "Small.", "A site.", "en", site_url)


def test_without_an_address_there_are_only_headers() -> None:
    assert render_extras(settings(""), parsed(PAGES)) == {"_headers": headers_file().encode()}


def test_with_an_address_there_are_files_for_search_engines() -> None:
    files = render_extras(settings("https://example.org/c/"), parsed(PAGES))
    assert set(files) == {"_headers", "robots.txt", "sitemap.xml"}
    assert files["robots.txt"].decode() == ("User-agent: *\nAllow: /\nSitemap: https://example.org/c/sitemap.xml\n")


def addresses(files: Files) -> list[str | None]:
    """What the sitemap lists."""
    return [element.text for element in ElementTree.fromstring(files["sitemap.xml"]).iter(LOC)]


def listed(site_url: str, pages: Files) -> list[str | None]:
    return addresses(render_extras(settings(site_url), parsed(pages)))


def test_the_sitemap_lists_every_page_that_is_not_hidden_in_order() -> None:
    root = "https://example.org/c/"
    assert listed(root, PAGES) == [root, f"{root}chapters/weak-ties.html", f"{root}safety.html"]


def test_signs_of_xml_in_an_address_are_escaped() -> None:
    assert listed("https://example.org/a&b/", {"x.html": SHOWN}) == ["https://example.org/a&b/x.html"]


def test_the_order_of_the_pages_changes_nothing() -> None:
    turned = dict(reversed(PAGES.items()))
    first, second = (render_extras(settings("https://example.org/"), parsed(pages)) for pages in (PAGES, turned))
    assert first == second


def test_the_sitemap_names_the_first_page_as_the_page_itself_does() -> None:
    assert listed("https://example.org/c/", {"index.html": SHOWN}) == ["https://example.org/c/"]


def test_of_a_real_site_redirects_and_the_missing_page_are_not_listed(hosted_files: Files) -> None:
    pages = {name for name in hosted_files if name.endswith(".html")}
    hidden = {"404.html", "offline.html", MOVED}
    assert hidden | {"print.html"} <= pages
    expected = {f"{ADDRESS}{name}" for name in pages - hidden - {"index.html"}}
    assert set(addresses(hosted_files)) == expected | {ADDRESS}


def test_every_listed_page_calls_itself_by_that_address(hosted_files: Files) -> None:
    found = addresses(hosted_files)
    assert len(found) > 15
    for address in found:
        name = str(address).removeprefix(ADDRESS) or "index.html"
        assert f'<link rel="canonical" href="{address}">' in hosted_files[name].decode()
