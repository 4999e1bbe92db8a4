"""`content/words.yaml`: any fields, as deep as the templates want them, with names that templates can read."""

from scoring.fields import Checker
from scoring.issues import Path
from site_builder.content.located_yaml import Yaml
from site_builder.content.schema import check_yaml
from site_builder.core.problems import Problem

TAKEN = tuple(name for name in dir(dict) if not name.startswith("_"))
"""In a template, `words.builder.copy` would be what Python's dict calls copy, whatever the file says."""


def check_interface_words(yaml: Yaml) -> tuple[dict[str, object] | None, list[Problem]]:
    """Check the names; what is in the fields is up to the templates."""
    return check_yaml(yaml, _read)


def _read(checker: Checker, value: object) -> dict[str, object]:
    _check_names(checker, value, ())
    return checker.mapping(value, (), list(value) if isinstance(value, dict) else [])


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
