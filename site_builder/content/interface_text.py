"""`content/words.yaml`: any fields, as deep as the templates want them, with names that templates can read."""

import re
from collections.abc import Mapping

from scoring.fields import Checker, show
from scoring.issues import Path
from site_builder.content.located_yaml import Yaml
from site_builder.content.schema import check_yaml
from site_builder.content.spoken import SPOKEN
from site_builder.core.problems import Problem

MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&#?[a-zA-Z0-9]+;|\*\*|\[[^\[\]]+\]\([^()\s]+\)")
"""Elements and characters of HTML, and what Markdown would make bold or a link."""

TAKEN = tuple(name for name in dir(dict) if not name.startswith("_"))
"""In a template, `words.builder.copy` would be what Python's dict calls copy, whatever the file says."""


def check_interface_words(yaml: Yaml) -> tuple[dict[str, object] | None, list[Problem]]:
    """Check the names, and that what has them is plain text; `words_check` knows which of them are wanted."""

    def read(checker: Checker, value: object) -> dict[str, object]:
        _check_names(checker, value, ())
        _check_texts(checker, value, ())
        return checker.mapping(value, (), list(value) if isinstance(value, dict) else [])

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


def _check_texts(checker: Checker, value: object, path: Path) -> None:
    """All that is no field and no list is a text, and plain: templates show it as it is written."""
    if isinstance(value, (dict, list)):
        for name, inside in value.items() if isinstance(value, dict) else enumerate(value):
            _check_texts(checker, inside, (*path, name))
    elif not isinstance(value, str):
        checker.note(path, "wrong-type", f"{show(value)} is not a text", "a text, between quotation marks")
    elif found := MARKUP.search(value):
        checker.note(path, "markup", f"readers would see {found[0]} as it is written", "plain text")


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
