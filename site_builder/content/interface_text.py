"""`content/words.yaml`: any fields, as deep as the templates want them, with names that templates can read."""

from collections.abc import Sequence

from scoring.fields import Checker, show
from scoring.issues import Path
from site_builder.content.located_yaml import Yaml
from site_builder.content.schema import check_yaml
from site_builder.core.page_registry import PAGES, PageSpec
from site_builder.core.problems import Problem

TAKEN = tuple(name for name in dir(dict) if not name.startswith("_"))
"""In a template, `words.builder.copy` would be what Python's dict calls copy, whatever the file says."""


def check_interface_words(
    yaml: Yaml, pages: Sequence[PageSpec] = PAGES
) -> tuple[dict[str, object] | None, list[Problem]]:
    """Check the names, and that each page is named; what else is in the fields is up to the templates."""

    def read(checker: Checker, value: object) -> dict[str, object]:
        _check_names(checker, value, ())
        words = checker.mapping(value, (), list(value) if isinstance(value, dict) else [])
        if isinstance(value, dict):
            _check_pages(checker, words, pages)
        return words

    return check_yaml(yaml, read)


def _check_pages(checker: Checker, words: dict[str, object], pages: Sequence[PageSpec]) -> None:
    """A page is named before it is drawn: what names it is there, and a text."""
    needed = {name: spec.output for spec in pages for name in spec.needed_words}
    groups = dict.fromkeys(name.partition(".")[0] for name in needed)
    if missing := [group for group in groups if not isinstance(words.get(group), dict)]:
        checker.note((), "missing-key", f"groups of words are missing: {', '.join(missing)}; pages are named by them")
    for name, output in needed.items():
        group, _, field = name.partition(".")
        inside = words.get(group)
        if isinstance(inside, dict) and field not in inside:
            checker.note((group,), "missing-key", f'field "{field}" is missing; {output} is named by it')
        elif isinstance(inside, dict) and not isinstance(inside[field], str):
            checker.note((group, field), "wrong-type", f"{show(inside[field])} is not a text", "a text")


def _check_names(checker: Checker, value: object, path: Path) -> None:
    if isinstance(value, dict):
        for name, inside in value.items():
            if hasattr(dict, name):
                text = f'templates cannot read a field named "{name}"'
                allowed = f"any name but {', '.join(TAKEN)}; for example {name}_text"
                checker.note((*path, name), "taken-name", text, allowed)
            _check_names(checker, inside, (*path, name))
    elif isinstance(value, list):
        for index, inside in enumerate(value):
            _check_names(checker, inside, (*path, index))
