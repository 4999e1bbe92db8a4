from xml.etree import ElementTree

from site_builder.extras import render_extras
from site_builder.model import Settings
from site_builder.policy import headers_file

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
PAGES = ["safety.html", "404.html", "chapters/weak-ties.html", "index.html"]


def settings(site_url: str) -> Settings:
    return Settings("Tiny", "Small.", "A site.", "en", site_url)


def test_without_an_address_there_are_only_headers() -> None:
    assert render_extras(settings(""), PAGES) == {"_headers": headers_file().encode()}


def test_with_an_address_there_are_files_for_search_engines() -> None:
    files = render_extras(settings("https://example.org/c/"), PAGES)
    assert set(files) == {"_headers", "robots.txt", "sitemap.xml"}
    assert files["robots.txt"].decode() == ("User-agent: *\nAllow: /\nSitemap: https://example.org/c/sitemap.xml\n")


def addresses(site_url: str, pages: list[str]) -> list[str | None]:
    """What the sitemap lists."""
    sitemap = ElementTree.fromstring(render_extras(settings(site_url), pages)["sitemap.xml"])
    return [element.text for element in sitemap.iter(LOC)]


def test_the_sitemap_lists_every_page_but_the_missing_one_in_order() -> None:
    found = addresses("https://example.org/c/", PAGES)
    assert found[-1] == "https://example.org/c/safety.html"
    assert found == sorted(found, key=str)
    assert len(found) == len(PAGES) - 1
    assert "https://example.org/c/404.html" not in found


def test_signs_of_xml_in_an_address_are_escaped() -> None:
    assert addresses("https://example.org/a&b/", ["x.html"]) == ["https://example.org/a&b/x.html"]


def test_the_order_of_the_pages_changes_nothing() -> None:
    first, second = (render_extras(settings("https://example.org/"), pages) for pages in (PAGES, PAGES[::-1]))
    assert first == second


def test_the_sitemap_names_the_first_page_as_the_page_itself_does() -> None:
    assert addresses("https://example.org/c/", ["index.html"]) == ["https://example.org/c/"]
