"""Addresses inside the finished site: from page to page, and from the site's root where that is known."""

import re
from functools import lru_cache
from posixpath import dirname, normpath, relpath
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from site_builder.core.settings import Settings

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def is_foreign(address: str) -> bool:
    """Whether an address without spaces leads to another host, or to none."""
    return bool(SCHEME.match(address)) or address.startswith(("//", "\\"))


def page_slug(stem: str) -> str:
    """03-weak-ties.md is the page weak-ties; the number only sorts the folder."""
    number, _, rest = stem.partition("-")
    return rest if number.isdigit() and rest else stem


def relative_url(target: str, page: str) -> str:
    """Address a file of the site as seen from a page; both are paths from the site's root.

    >>> relative_url("assets/site.css", "chapters/weak-ties.html")
    '../assets/site.css'
    """
    return _relative(target, dirname(page))


@lru_cache(maxsize=65_536)
def _relative(target: str, folder: str) -> str:
    """All pages of a folder see a file under the same address."""
    address = relpath(f"/{target}", f"/{folder}")  # from the site's root: else it would ask for the working directory
    return f"{address}/" if target.endswith("/") else address


def join_url(page: str, href: str) -> str | None:
    """Follow a relative address from a page; None where it leaves the site.

    >>> join_url("chapters/weak-ties.html", "../builder.html")
    'builder.html'
    """
    return None if href.startswith("/") else _joined(dirname(page), href)


@lru_cache(maxsize=65_536)
def _joined(folder: str, href: str) -> str | None:
    joined = normpath(f"{folder or '.'}/{href}")
    return None if joined.startswith(("..", "/")) else joined


def decoded(text: str) -> str:
    """Give a part of an address as people write it, to be compared with names and ids: plain, and composed."""
    return normalize("NFC", unquote(text))


def site_base(settings: Settings) -> str:
    """The path of the site's root, where it is known: /community/.

    Hosts show 404.html under whatever address was missing, so it alone cannot use relative addresses.
    """
    return urlsplit(settings.site_url).path


def page_address(settings: Settings, output: str) -> str:
    """Give the one address of a page; empty where the site's is not known."""
    return settings.site_url and settings.site_url + ("" if output == "index.html" else output)
