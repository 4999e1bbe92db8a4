"""A YAML file of a further language: the texts of the first language's file once more, and nothing else."""

import re
from collections.abc import Iterator, Set

from scoring.issues import Issue, Path
from site_builder.content.filling import EVERYWHERE
from site_builder.content.located_yaml import Yaml

RULES = ("kind", "effort", "counts", "avoid", "suits", "from", "to", "needs", "only", "direction", "sources", "model")
WHOSE = ("site_url", "operator", "contact", "repository", "author", "license")
SAME = ("exit_to", "leave_out", "colors", "limits", "lang", "languages")
FIXED = {
    "site.yaml": frozenset({*WHOSE, *SAME}),
    "words.yaml": frozenset({"id"}),
    "practices.yaml": frozenset({"id", *RULES}),
    "sources.yaml": frozenset({"id", "kind", "authors", "publisher", "year", "url"}),
}
"""The files that a translation stands over text by text; any other stands in the place of the first language's.

Each with the fields that mean the same in every language: a translation leaves them out, but for the `id` that finds
its place.
"""

NAMES = {"site.yaml": ("name", "called", "short_name"), "sources.yaml": ("title",)}
"""Texts that may stay as they are."""

LETTERS = re.compile(r"[^\W\d_]{2,}")
BRACES = re.compile(r"\{\w*\}")
FREE = frozenset(f"{{{name}}}" for name in EVERYWHERE)
MOST_NAMED = 60


def check_translation(merged: Yaml, name: str) -> Iterator[Issue]:
    """Find what a translation must not change, and texts with other names in braces than the first language's."""
    assert merged.book is not None
    for path, text, first in _pairs(merged.value, merged.book.value, ()):
        if path not in merged.values or text == first:
            continue
        fixed = next((part for part in path if part in FIXED[name]), None)
        if fixed:
            allowed = "texts only; leave the field out, and it is the first language's"
            yield Issue(path, "not-translated", f'"{fixed}" is the same in every language', allowed)
        elif isinstance(text, str) and isinstance(first, str) and _braces(text) != _braces(first):
            said = "the names in braces are not those of the first language's text"
            yield Issue(path, "braces", said, " ".join(_braces(first)) or "no braces")


def check_whole(merged: Yaml, translated: Set[Path], name: str) -> Iterator[Issue]:
    """Tell of all texts that are not translated, at once; `translated` has the paths of those that are."""
    missing = [
        told
        for path, told, text in _texts(merged.value, (), "")
        if path not in translated and LETTERS.search(BRACES.sub("", text)) and not _may_stay(path, name)
    ]
    if missing:
        more = f" and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
        text = f"not translated: {', '.join(missing[:MOST_NAMED])}{more}"
        allowed = 'a translation of each, or "unfinished: true" in site.yaml of this language'
        yield Issue((), "missing-text", text, allowed)


def _may_stay(path: Path, name: str) -> bool:
    return bool(FIXED[name] & set(path)) or path[-1] in NAMES.get(name, ())


def _braces(text: str) -> list[str]:
    """But for those that any text may have, or leave out."""
    return sorted(set(BRACES.findall(text)) - FREE)


def _pairs(value: object, first: object, path: Path) -> Iterator[tuple[Path, object, object]]:
    """Each value that came out, with what is below it."""
    if isinstance(value, dict) and isinstance(first, dict):
        for name in value.keys() & first.keys():
            yield from _pairs(value[name], first[name], (*path, name))
    elif isinstance(value, list) and isinstance(first, list):
        for index, (item, known) in enumerate(zip(value, first, strict=False)):
            yield from _pairs(item, known, (*path, index))
    else:
        yield path, value, first


def _texts(value: object, path: Path, told: str) -> Iterator[tuple[Path, str, str]]:
    """All texts, with their paths as they are told: an item of a list is called by its id where it has one."""
    if isinstance(value, str):
        yield path, told, value
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from _texts(inside, (*path, name), f"{told}.{name}" if told else str(name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            name = item.get("id", index + 1) if isinstance(item, dict) else index + 1
            yield from _texts(item, (*path, index), f"{told}.{name}" if told else str(name))
