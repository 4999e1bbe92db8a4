"""`content/words.yaml`: any fields, as deep as the templates want them, with names that templates can read."""

from collections.abc import Mapping, Sequence

from scoring.fields import Checker, show
from scoring.issues import Path
from site_builder.content.located_yaml import Yaml
from site_builder.content.schema import check_yaml
from site_builder.content.spoken import SPOKEN
from site_builder.core.page_registry import PAGES, PageSpec
from site_builder.core.problems import Problem

OTHERS = {f"markdown.{name}": "texts in Markdown need it" for name in SPOKEN}
OTHERS |= {"chapter.sources": "the e-book needs it"}
"""What else code needs, and why."""

TAKEN = tuple(name for name in dir(dict) if not name.startswith("_"))
"""In a template, `words.builder.copy` would be what Python's dict calls copy, whatever the file says."""


def check_interface_words(
    yaml: Yaml, pages: Sequence[PageSpec] = PAGES, others: Mapping[str, str] = OTHERS
) -> tuple[dict[str, object] | None, list[Problem]]:
    """Check the names, and that what code needs is there; what else is in the fields is up to the templates.

    Code needs what names a page, and `others`, each with what needs it.
    """

    def read(checker: Checker, value: object) -> dict[str, object]:
        _check_names(checker, value, ())
        words = checker.mapping(value, (), list(value) if isinstance(value, dict) else [])
        if isinstance(value, dict) and not checker.issues:  # a group may be there under a name that is refused
            named = {name: f"{spec.output} is named by it" for spec in pages for name in spec.needed_words}
            _check_needed(checker, words, named, "pages are named by them")
            _check_needed(checker, words, others, "code needs them")
        return words

    return check_yaml(yaml, read)


def markdown_words(words: Mapping[str, object]) -> dict[str, str]:
    """What names the parts of a Markdown text; empty where it is missing, which the check tells."""
    return {name: text_at(words, f"markdown.{name}") for name in SPOKEN}


def text_at(words: Mapping[str, object], name: str) -> str:
    """Find a text by its groups and name, as in chapter.sources; empty where there is none."""
    found: object = words
    for part in name.split("."):
        found = found.get(part, "") if isinstance(found, Mapping) else ""
    return str(found)


def _check_needed(checker: Checker, words: dict[str, object], needed: Mapping[str, str], why: str) -> None:
    """What is used without a template is there, and a text; `needed` tells by name what it is for."""
    groups = dict.fromkeys(name.partition(".")[0] for name in needed)
    if missing := [group for group in groups if not isinstance(words.get(group), dict)]:
        checker.note((), "missing-key", f"groups of words are missing: {', '.join(missing)}; {why}")
    for name, use in needed.items():
        group, _, field = name.partition(".")
        inside = words.get(group)
        if isinstance(inside, dict) and field not in inside:
            checker.note((group,), "missing-key", f'field "{field}" is missing; {use}')
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
