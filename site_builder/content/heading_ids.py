"""Names of headings for addresses."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from site_builder.core.model import Document, Heading, Placeholder

ACCENTS = re.compile("[\u0300-\u036f]")
"""Taken off: café has the address cafe. Marks of other scripts are parts of words."""

RESERVED = re.compile(
    r"main|title|contents|practice|page-sources|operator|(?:source|cited)(?:-[0-9]+)*|exit|help|after-python|make-offline"
    r"|python-progress|files|formula|example|bands|steady|ties|spread|picture"
)
"""Ids that templates give on pages with a text, and `title` in the book."""


def heading_id(text: str, taken: dict[str, int]) -> str:
    """Name a heading for addresses: lower case, letters and digits, unique, never empty.

    `taken` holds the ids so far, each with the last number behind it; the new one is put there.
    """
    plain = unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower())
    name = "-".join("".join(map(_in_id, plain)).split()) or "section"
    name = f"section-{name}" if RESERVED.fullmatch(name) else name
    unique = name
    while unique in taken:
        taken[name] += 1
        unique = f"{name}-{taken[name]}"
    taken[unique] = 1
    return unique


def renamed(document: Document, headings: Sequence[Heading]) -> Document:
    """A translation with the ids of its original's headings; as it is where the two have other headings."""
    if [heading.level for heading in document.headings] != [heading.level for heading in headings]:
        return document
    named = tuple(replace(own, id=first.id) for own, first in zip(document.headings, headings, strict=True))
    ids = iter(named)
    pieces: tuple[str | Placeholder, ...] = tuple(
        ("heading", piece[1], next(ids).id) if isinstance(piece, tuple) and piece[0] == "heading" else piece
        for piece in document.pieces
    )
    return replace(document, headings=named, pieces=pieces)


def _in_id(character: str) -> str:
    """Give a character, or a space for what stands between words. Vowels are marks, no letters, in many scripts."""
    return character if character.isalnum() or unicodedata.category(character).startswith("M") else " "
