"""The browser's entry to `scoring`: packed in one archive with it and the catalogue, called by the worker."""

import json

from scoring import Catalogue, parse_catalogue
from scoring import handle as _handle


def _read_packed() -> tuple[str, Catalogue]:
    """Edition and catalogue; what they were parsed from is let go, it would be in the snapshot otherwise."""
    packed = json.loads(__spec__.loader.get_data(f"{__spec__.loader.archive}/practices.json"))
    return packed["edition"], parse_catalogue(packed["catalogue"])


EDITION, _catalogue = _read_packed()
"""Compared with the page's own, so that old and new files never mix."""


def handle(request_text: str) -> str:
    """Answer a request: JSON text in, JSON text out."""
    return _handle(request_text, _catalogue)
