"""`content/sources.yaml`: the sources that the text may cite."""

from functools import partial

from scoring.issues import Path
from site_builder.content.located_yaml import Yaml
from site_builder.content.schema import YamlChecker, check_yaml, read_https
from site_builder.core.model import Reference
from site_builder.core.problems import Problem

KINDS = ("official", "research", "book")
REQUIRED = ("id", "kind", "title", "authors", "publisher", "year", "finding")
OPTIONAL = ("url",)


def check_references(yaml: Yaml) -> tuple[dict[str, Reference] | None, list[Problem]]:
    """Check the sources; returns them by id, in the order of the file."""
    return check_yaml(yaml, read_references)


def read_references(checker: YamlChecker, value: object) -> dict[str, Reference]:
    """Read the sources with checks."""
    references: dict[str, Reference] = {}
    for index, item in enumerate(checker.sequence(value, ())):
        reference = _reference(checker, item, (index,))
        if reference.id in references:
            checker.note((index, "id"), "repeated", f'source "{reference.id}" stands twice', "once")
        references[reference.id] = reference
    return references


def _reference(checker: YamlChecker, value: object, path: Path) -> Reference:
    fields = checker.mapping(value, path, REQUIRED, OPTIONAL)
    text = partial(checker.text_of, fields, path)
    url = read_https(checker, fields, path, "url", 300)
    if fields.get("kind") == KINDS[0] and "url" not in fields:
        checker.note(path, "missing-key", 'field "url" is missing, which an official source needs')
    return Reference(
        id=text("id", 60),
        kind=checker.choice(fields.get("kind", KINDS[0]), (*path, "kind"), KINDS),
        title=text("title", 300),
        authors=text("authors", 300),
        publisher=text("publisher", 200),
        year=checker.whole(fields.get("year", 1900), (*path, "year"), 1800, 2100),
        url=url,
        finding=text("finding", 1200),
    )
