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


def read_https(checker: Checker, fields: dict[str, object], path: Path, name: str, most: int) -> str:
    """Read a field that is an address; empty where it is absent."""
    address = checker.text_of(fields, path, name, most)
    if address and not HTTPS.match(address):
        checker.note((*path, name), "not-allowed", f'"{address}" given', "an address that starts with https://")
    return address


def check_yaml[T](yaml: Yaml, read: Callable[[Checker, object], T]) -> tuple[T | None, list[Problem]]:
    """Read a value with checks; None where anything was wrong."""
    checker = Checker()
    value = read(checker, yaml.value)
    if checker.issues:
        return None, [yaml.problem(issue) for issue in checker.issues]
    return value, []
