"""Files for hosts and search engines."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from site_builder.model import Files, Settings
from site_builder.policy import headers_file


def render_extras(settings: Settings, pages: Iterable[str]) -> Files:
    """Write `_headers`; with a known address also `robots.txt` and `sitemap.xml`."""
    files = {"_headers": headers_file().encode()}
    if settings.site_url:
        files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {settings.site_url}sitemap.xml\n".encode()
        files["sitemap.xml"] = _sitemap(settings.site_url, pages).encode()
    return files


def _sitemap(site_url: str, pages: Iterable[str]) -> str:
    shown = [page for page in pages if page != "404.html"]
    addresses = sorted(site_url + ("" if page == "index.html" else page) for page in shown)
    rows = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{start}{rows}</urlset>\n"
