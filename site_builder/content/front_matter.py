"""The block between the first two `---` lines of a Markdown file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from scoring.fields import Checker
from scoring.issues import Path
from site_builder.content.located_yaml import Mark, parse_yaml
from site_builder.content.schema import check_yaml
from site_builder.core.model import UNKNOWN_ORDER
from site_builder.core.problems import Problem, Source

FENCE = "---"
REQUIRED = ("title", "label", "summary", "order")
OPTIONAL = ("sources", "aliases", "draft", "exit", "invented", "navigation")
HEADER, FOOTER = "header", "footer"
"""Where the link to a page stands."""

LONGEST_TITLE = 100
LONGEST_SUMMARY = 200
LONGEST_LABEL = 40
LAST_ORDER = 99_999


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The checked fields of a Markdown file."""

    title: str
    label: str
    summary: str
    order: int
    sources: tuple[str, ...]
    aliases: tuple[str, ...]
    draft: bool
    body_line: int
    """The line of the file, from 1, that the text starts at; keeps positions in messages true."""
    body: str
    has_exit: bool = False
    is_invented: bool = False
    in_header: bool = False
    places: Mapping[Path, Mark] = field(default_factory=dict, compare=False)
    """Of what is written in the fields."""


def parse_front_matter(source: Source) -> tuple[FrontMatter | None, list[Problem]]:
    """Split a file into checked fields and body; None where nobody can say which is which.

    Where a field is wrong, none is taken over but `draft`: the text can be checked all the same.
    """
    lines = source.lines
    if not lines or lines[0].strip() != FENCE:
        hint = f'start the file with a line "{FENCE}", the fields, and "{FENCE}" again'
        return None, [source.problem(1, 1, "no-front-matter", "the file has no front matter", hint)]
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.strip() == FENCE), None)
    if end is None:
        hint = f'end the fields with a line "{FENCE}"'
        return None, [source.problem(1, 1, "open-front-matter", "the front matter does not end", hint, 3)]
    parsed, problems = parse_yaml(source, "\n".join(lines[1:end]), first_line=2)
    body_line, body = end + 2, "\n".join(lines[end + 1 :])
    fields = None
    if not problems:
        fields, problems = check_yaml(parsed, lambda checker, value: read_fields(checker, value, body_line, body))
    fields = fields or _without_fields(parsed.value, body_line, body)
    return replace(fields, places=parsed.values), problems


def _without_fields(value: object, body_line: int, body: str) -> FrontMatter:
    draft = isinstance(value, dict) and value.get("draft") is True
    return FrontMatter("", "", "", UNKNOWN_ORDER, (), (), draft, body_line, body)


def read_fields(checker: Checker, value: object, body_line: int = 0, body: str = "") -> FrontMatter:
    """Read the fields with checks."""
    fields = checker.mapping(value, (), REQUIRED, OPTIONAL)
    text = partial(checker.text_of, fields, ())
    return FrontMatter(
        title=text("title", LONGEST_TITLE),
        label=text("label", LONGEST_LABEL),
        summary=text("summary", LONGEST_SUMMARY),
        order=checker.whole(fields.get("order", 1), ("order",), 1, LAST_ORDER),
        sources=_texts(checker, fields, "sources"),
        aliases=_texts(checker, fields, "aliases"),
        draft=checker.flag(fields.get("draft", False), ("draft",)),
        body_line=body_line,
        body=body,
        has_exit=checker.flag(fields.get("exit", False), ("exit",)),
        is_invented=checker.flag(fields.get("invented", False), ("invented",)),
        in_header=checker.choice(fields.get("navigation", FOOTER), ("navigation",), (HEADER, FOOTER)) == HEADER,
    )


def _texts(checker: Checker, fields: dict[str, object], name: str) -> tuple[str, ...]:
    return checker.each(fields.get(name, []), (name,), lambda value, path: checker.text(value, path, LONGEST_TITLE))
