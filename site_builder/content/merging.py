"""YAML of a host over that of the book below: what her file names is hers, and the rest is the book's."""

from collections.abc import Iterator, Set

from scoring.fields import show
from scoring.issues import Issue, Path
from site_builder.content.located_yaml import Yaml
from site_builder.core.problems import Problem

WHOSE = frozenset({"site_url", "called", "short_name", "notice", "operator", "contact", "repository"})
"""Settings that say whose copy it is, which no copy takes from another."""

MERGED = {"site.yaml": WHOSE, "words.yaml": frozenset[str]()}
"""The files that hold only what is different, with what they never take from the book's; any other file stands in
the place of the book's.
"""

KINDS: dict[type, str] = {dict: "a group of fields", list: "a list", str: "a text"}


def merge(own: Yaml, book: Yaml, never: Set[str] = frozenset()) -> Yaml:
    """Put one over the other, field by field; fields that are `never` the book's are left out of that.

    What is wrong is told at its place in the file that has it.
    """
    value = book.value
    if isinstance(value, dict):
        value = {name: item for name, item in value.items() if name not in never}
    return Yaml(own.source, _merged(own.value, value), own.keys, own.values, book)


def _merged(own: object, book: object) -> object:
    if not isinstance(own, dict) or not isinstance(book, dict):
        return own
    return book | {name: _merged(value, book.get(name)) for name, value in own.items()}


def check_shape(own: Yaml, book: Yaml) -> Iterator[Problem]:
    """Tell of each field of hers that the book does not have, or has with a value of another kind."""
    for issue in _misfits(own.value, book.value, ()):
        yield own.problem(issue)


def _misfits(own: object, book: object, path: Path) -> Iterator[Issue]:
    if isinstance(own, dict) and isinstance(book, dict):
        for name, value in own.items():
            if name in book:
                yield from _misfits(value, book[name], (*path, name))
            else:
                text = f'unknown field "{name}"'
                yield Issue((*path, name), "unknown-key", text, ", ".join(book), name, tuple(book))
    elif type(own) is not type(book):
        yield Issue(path, "wrong-type", f"{show(own)} is not {_kind(book)}", _kind(book))
    elif isinstance(own, list) and isinstance(book, list):
        for index, value in enumerate(own):
            if not any(type(value) is type(known) for known in book):
                yield Issue((*path, index), "wrong-type", f"{show(value)} is not {_kind(book[0])}", _kind(book[0]))


def _kind(value: object) -> str:
    return KINDS.get(type(value), "a number, or true or false")
