"""The browser's door to `scoring`: packed in one archive with it and the catalogue, called by the worker."""

import json

from scoring import handle as _handle
from scoring import parse_catalogue

_archive = __spec__.loader.archive
_packed = json.loads(__spec__.loader.get_data(f"{_archive}/practices.json"))
_catalogue = parse_catalogue(_packed["catalogue"])

EDITION = _packed["edition"]
"""Compared with the page's own, so that old and new files never mix."""


def handle(request_text: str) -> str:
    """Answer a request: JSON text in, JSON text out."""
    return _handle(request_text, _catalogue)
