"""Checks on parsed YAML: the small checks of `scoring.fields`, with every issue put at its place in the file."""

import re
from collections.abc import Callable

from scoring.fields import Checker
from scoring.issues import Path
from site_builder.content.located_yaml import Yaml
from site_builder.core.problems import Problem

HOST = r"(?:\[[0-9a-f:]+\]|[^\s/?#:@]+)(?::[0-9]+)?"
"""A name or number of a host, perhaps with a port: in https://https://example.org/ there is none."""

HTTPS = re.compile(rf"https://{HOST}(?:[/?#]\S*)?\Z")


class YamlChecker(Checker):
    """Checks what only files of the content have."""

    def form(self, text: str, path: Path, form: re.Pattern[str], allowed: str) -> None:
        """Note a text that has not the form; `allowed` describes it."""
        if text and not form.match(text):
            self.note(path, "not-allowed", f'"{text}" given', allowed)


def read_https(checker: YamlChecker, fields: dict[str, object], path: Path, name: str, most: int) -> str:
    """Read a field that is an address; empty where it is absent."""
    address = checker.text_of(fields, path, name, most)
    checker.form(address, (*path, name), HTTPS, "an address that starts with https://")
    return address


def check_yaml[T](yaml: Yaml, read: Callable[[YamlChecker, object], T]) -> tuple[T | None, list[Problem]]:
    """Read a value with checks; None where anything was wrong."""
    checker = YamlChecker()
    value = read(checker, yaml.value)
    if checker.issues:
        return None, [yaml.problem(issue) for issue in checker.issues]
    return value, []
