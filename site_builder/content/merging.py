"""YAML over YAML: what a host or a translation names stands in the place of what is below, and the rest stays."""

from collections.abc import Iterator, Set

from scoring.fields import show
from scoring.issues import Issue, Path
from site_builder.content.located_yaml import Yaml
from site_builder.core.problems import Problem
from site_builder.core.writing import OTHER, PLURALS

WHOSE = frozenset(["site_url", "called", "short_name", "notice", "operator", "contact", "repository", "languages"])
"""Settings that say whose copy it is, which no copy takes from another."""

MERGED = {"site.yaml": WHOSE, "words.yaml": frozenset[str]()}
"""The files in which a host writes only what is different, with what they never take from the book's; any other file
of hers stands in the place of the book's.
"""

KINDS: dict[type, str] = {dict: "a group of fields", list: "a list", str: "a text"}


def merge(own: Yaml, below: Yaml, never: Set[str] = frozenset()) -> Yaml:
    """Put one over the other, field by field; fields that are `never` taken from below are left out of that.

    In a list whose items have an `id`, each finds the one below by it; any other list stands as a whole. What is
    wrong is told at its place in the file that has it.
    """
    value = below.value
    if isinstance(value, dict):
        value = {name: item for name, item in value.items() if name not in never}
    moved: dict[Path, Path] = {}
    merged = _merged(own.value, value, (), (), moved)
    keys, values = ({_placed(path, moved): mark for path, mark in marks.items()} for marks in (own.keys, own.values))
    return Yaml(own.source, merged, keys, values, below)


def _merged(own: object, below: object, at: Path, to: Path, moved: dict[Path, Path]) -> object:
    """`at` is the path in the upper file, `to` in what comes out; `moved` takes up where the two part."""
    if isinstance(own, dict) and isinstance(below, dict):
        named = {
            name: _merged(value, below.get(name), (*at, name), (*to, name), moved) for name, value in own.items()
        }
        return below | named
    places = _by_id(below)
    if isinstance(own, list) and isinstance(below, list) and places and _by_id(own):
        found = list(below)
        for index, item in enumerate(own):
            place = places.get(_id(item), -1)
            if place >= 0:
                moved[(*at, index)] = (*to, place)
                found[place] = _merged(item, below[place], (*at, index), (*to, place), moved)
        return found
    return own


def _placed(path: Path, moved: dict[Path, Path]) -> Path:
    """Where a path of the upper file is in what came out."""
    for length in range(len(path), 0, -1):
        if path[:length] in moved:
            return (*moved[path[:length]], *path[length:])
    return path


def _id(item: object) -> str:
    return str(item.get("id", "")) if isinstance(item, dict) else ""


def _by_id(items: object) -> dict[str, int]:
    """The place of each item of a list by its id; nothing where one has none."""
    ids = [_id(item) for item in items] if isinstance(items, list) else []
    return {name: place for place, name in enumerate(ids)} if all(ids) else {}


def check_shape(own: Yaml, below: Yaml) -> Iterator[Problem]:
    """Tell of each field that what is below does not have, or has with a value of another kind."""
    for issue in _misfits(own.value, below.value, ()):
        yield own.problem(issue)


def _misfits(own: object, below: object, path: Path) -> Iterator[Issue]:
    if isinstance(own, dict) and isinstance(below, dict):
        for name, value in own.items():
            if name in below:
                yield from _misfits(value, below[name], (*path, name))
            elif name not in PLURALS or OTHER not in below:  # a language may have more forms than the one below
                text = f'unknown field "{name}"'
                yield Issue((*path, name), "unknown-key", text, ", ".join(below), name, tuple(below))
    elif type(own) is not type(below):
        yield Issue(path, "wrong-type", f"{show(own)} is not {_kind(below)}", _kind(below))
    elif isinstance(own, list) and isinstance(below, list):
        yield from _items_misfit(own, below, path)


def _items_misfit(own: list[object], below: list[object], path: Path) -> Iterator[Issue]:
    places = _by_id(below)
    for index, value in enumerate(own):
        here = (*path, index)
        if places:
            if _id(value) in places:
                yield from _misfits(value, below[places[_id(value)]], here)
            else:
                text = f'"{_id(value)}" is no id of this list' if _id(value) else "this has no id"
                yield Issue((*here, "id"), "unknown-id", text, ", ".join(places), _id(value), tuple(places))
        elif below and not any(type(value) is type(known) for known in below):
            yield Issue(here, "wrong-type", f"{show(value)} is not {_kind(below[0])}", _kind(below[0]))


def _kind(value: object) -> str:
    return KINDS.get(type(value), "a number, or true or false")
