"""Files for hosts and search engines."""

from collections.abc import Mapping
from html import escape

from site_builder.core.addresses import page_address
from site_builder.core.model import Files
from site_builder.core.policy import headers_file
from site_builder.core.settings import Settings
from site_builder.output.finished import FinishedFile


def render_extras(settings: Settings, pages: Mapping[str, FinishedFile]) -> Files:
    """Write `_headers`; with a known address also `robots.txt` and `sitemap.xml`.

    The pages are those of all languages.
    """
    files = {"_headers": headers_file(settings.languages).encode()}
    if settings.site_url:
        files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {settings.site_url}sitemap.xml\n".encode()
        files["sitemap.xml"] = _sitemap(settings, pages).encode()
    return files


def _sitemap(settings: Settings, pages: Mapping[str, FinishedFile]) -> str:
    addresses = sorted(page_address(settings, name) for name, page in pages.items() if not page.is_hidden)
    rows = "".join(f"<url><loc>{escape(address, quote=False)}</loc></url>\n" for address in addresses)
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{start}{rows}</urlset>\n"
