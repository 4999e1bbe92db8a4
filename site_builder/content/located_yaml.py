"""YAML text to plain values, with the place of every key and value.

Stricter than YAML: repeated keys are refused, and only plain texts, whole numbers, true, false and null exist, so
that a date or a "no" stays the text that was written. What YAML would drop from a text is refused, and so is what
grows or nests beyond measure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from scoring.issues import Issue, Path
from site_builder.content.yaml_syntax import QUOTE, explain
from site_builder.core.problems import Problem, Source, did_you_mean

WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\Z")
CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml's parser where it is there: ten times quicker, with the same marks."""

COMMENT = re.compile(r"[ \t]+#")
BREAKS = re.compile("[\u0085\u2028\u2029]")
"""Ends of lines to YAML alone: no editor shows them, and lines would be counted otherwise than everywhere else."""

MOST_LEVELS = 30
MOST_REPEATED = 1000
"""So many values may stand for others by an alias; a few aliases of aliases would fill the memory otherwise."""

OWN_TAGS = tuple(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
"""What the parser calls values that nobody called anything."""

KEY_CODES = ("unknown-key", "duplicate-key", "taken-name")


class Mark(NamedTuple):
    """A place in a file, from 1, and how long the text there is."""

    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class Yaml:
    """Parsed YAML: the value, and the marks of its keys and values by path."""

    source: Source
    value: object
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)
    book: "Yaml | None" = None
    """The file that has what this one leaves out; the value holds both."""

    def problem(self, issue: Issue) -> Problem:
        """Put an issue where it belongs in the file: at the key, the value, or the nearest thing around it."""
        if self.book and issue.path not in self.values and issue.path in self.book.values:
            return self.book.problem(issue)
        mark = self._mark(issue)
        hint = did_you_mean(issue.given, issue.options, issue.allowed)
        text = issue.text if issue.code in KEY_CODES else _about(issue)
        return self.source.problem(mark.line, mark.column, issue.code, text, hint, mark.length)

    def _mark(self, issue: Issue) -> Mark:
        path = issue.path
        if issue.code in KEY_CODES and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Mark(1, 1, 1))


def parse_yaml(source: Source, text: str | None = None, first_line: int = 1) -> tuple[Yaml, list[Problem]]:
    """Parse `text`, a part of `source` that starts at `first_line` (the whole file where not given)."""
    given = source.text if text is None else text
    reader = _Reader(source, first_line - 1, given)
    try:
        node = reader.node()
    except yaml.MarkedYAMLError as error:
        return Yaml(source, {}), [reader.syntax_problem(error)]
    except yaml.reader.ReaderError as error:
        character = error.character if isinstance(error.character, str) else chr(error.character)
        return Yaml(source, {}), [reader.character_problem(character)]
    value = reader.value(node, ()) if node else {}
    return Yaml(source, value, reader.keys, reader.values), reader.problems


class _Reader:
    """Turns YAML nodes into values and notes where they stood."""

    def __init__(self, source: Source, offset: int, text: str) -> None:
        self.source = source
        self.offset = offset
        self.text = text
        self.lines = text.split("\n")
        self.keys: dict[Path, Mark] = {}
        self.values: dict[Path, Mark] = {}
        self.problems: list[Problem] = []
        self.open: list[int] = []
        self.met: set[int] = set()
        self.repeated = 0

    def node(self) -> yaml.Node | None:
        """Parse the text; nothing where it is empty, or what no reader of it could bear."""
        if found := BREAKS.search(self.text):
            self.problems.append(self.character_problem(found.group()))
        elif not self.is_too_deep():
            return yaml.compose(self.text, Loader=LOADER)
        return None

    def is_too_deep(self) -> bool:
        """Look before nodes are made, which calls itself for every level."""
        level = 0
        for event in yaml.parse(self.text, Loader=LOADER):
            level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if level > MOST_LEVELS:
                self.note(event, "yaml-deep", f"more than {MOST_LEVELS} levels inside each other")
                return True
        return False

    def value(self, node: yaml.Node, path: Path) -> object:
        mark = self.values[path] = self.mark(node)
        at = mark.line - self.offset - 1
        is_marked = at < len(self.lines) and self.lines[at].startswith("!", mark.column - 1)
        if is_marked or node.tag not in OWN_TAGS:
            self.note(node, "yaml-tag", "YAML takes ! at the start for a mark of its own", QUOTE)
        self.repeated += id(node) in self.met
        self.met.add(id(node))
        if self.repeated >= MOST_REPEATED:
            if self.repeated == MOST_REPEATED:
                self.note(node, "yaml-aliases", "aliases repeat too much", "write out what they stand for")
            return None
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if id(node) in self.open:
            self.note(node, "yaml-loop", "this alias contains itself")
            return None
        self.open.append(id(node))
        if isinstance(node, yaml.MappingNode):
            found: object = dict(self.pairs(node, path))
        else:
            found = [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        self.open.pop()
        return found

    def pairs(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, object]]:
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.note(key_node, "yaml-key", "a field's name is a single word")
                continue
            key = key_node.value
            if (*path, key) in self.keys:
                first = self.keys[(*path, key)].line
                self.note(key_node, "duplicate-key", f'field "{key}" stands twice', f"first at line {first}")
                continue
            self.keys[(*path, key)] = self.mark(key_node)
            yield key, self.value(value_node, (*path, key))

    def scalar(self, node: yaml.ScalarNode) -> object:
        if node.style in ("'", '"', "|", ">"):
            return node.value
        value = _plain_value(node.value)
        line, column = node.end_mark.line, node.end_mark.column
        if (isinstance(value, str) or not node.value) and (found := COMMENT.match(self.lines[line], column)):
            text = "YAML takes what stands behind # for a comment, which nobody would read"
            hint = "put the text between quotation marks, or the comment on a line of its own"
            self.problems.append(self.source.problem(line + 1 + self.offset, found.end(), "yaml-comment", text, hint))
        return value

    def mark(self, node: yaml.Node | yaml.Event) -> Mark:
        start, end = node.start_mark, node.end_mark
        assert start is not None
        assert end is not None
        length = end.column - start.column if start.line == end.line else 1
        return Mark(start.line + 1 + self.offset, start.column + 1, max(1, length))

    def note(self, node: yaml.Node | yaml.Event, code: str, text: str, hint: str = "") -> None:
        mark = self.mark(node)
        self.problems.append(self.source.problem(mark.line, mark.column, code, text, hint, mark.length))

    def character_problem(self, character: str) -> Problem:
        before = self.text[: max(0, self.text.find(character))]
        line, column = before.count("\n") + 1 + self.offset, len(before) - before.rfind("\n")
        said = f"the character {character!r} cannot be in a text file"
        return self.source.problem(line, column, "yaml-character", said, "take it out")

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        line, column, text, hint = explain(error, self.lines)
        return self.source.problem(line + 1 + self.offset, column + 1, "yaml-syntax", text, hint)


def _plain_value(text: str) -> object:
    if text in CONSTANTS:
        return CONSTANTS[text]
    return int(text) if WHOLE_NUMBER.match(text) else text


def _about(issue: Issue) -> str:
    """Name the field where the text alone would not."""
    name = next((part for part in reversed(issue.path) if isinstance(part, str)), "")
    return f"{name}: {issue.text}" if name and name not in issue.text else issue.text
