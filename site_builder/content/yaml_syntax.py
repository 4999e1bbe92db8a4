"""What is wrong where a file is not YAML, in the words of somebody who never read about parsers.

The parser tells where it gave up and on what; the mistake is often on the line before. Messages are those of libyaml.
"""

import re
from typing import NamedTuple

import yaml

QUOTE = "put the whole text between quotation marks"
SPACES = "indent with spaces"
FIELD = 'write a field as "name: value", with a space after the colon'
MERGE_MARKS = ("<<<<<<<", "=======", ">>>>>>>")


class Explained(NamedTuple):
    """Where the mistake is, in lines of the YAML and columns, from 0; what it is and what to do."""

    line: int
    column: int
    text: str
    hint: str


SAID = {
    "found undefined alias": ("a text cannot start with *", QUOTE),
    "found unknown escape character": (
        "between double quotation marks a backslash has a meaning of its own",
        "put the text between single quotation marks, or write two backslashes",
    ),
    "did not find expected alphabetic or numeric character": ("a text cannot start with & or *", QUOTE),
    "did not find expected comment or line break": ("a text cannot start with > or |", QUOTE),
    "did not find expected node content": ("a text cannot start with this sign", QUOTE),
    "block sequence entries are not allowed in this context": (
        "a list cannot start on the line of its field",
        "put each item on a line of its own, after a hyphen and a space",
    ),
    "but found another document": ("a second set of fields begins here", "take out the line ---"),
}
"""What the parser says, and what that means to a writer, at the place where the parser gave up."""

UNCLOSED = {
    "found unexpected end of stream": ("this quotation mark has no partner", "end the text with the same mark"),
    "did not find expected ',' or ']'": ("this list is not closed", "end it with ]"),
    "did not find expected ',' or '}'": ("these fields are not closed", "end them with }"),
}
"""The same, at the place where it began to read what does not end."""

MISPLACED = ("did not find expected key", "did not find expected '-' indicator")


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> Explained:
    """Explain an error of the parser in a text of these lines."""
    said = error.problem or error.context or ""
    end = error.problem_mark or error.context_mark
    line, column = _place(end, lines)
    begun, begun_column = _place(error.context_mark or end, lines)
    for number in (begun, line):
        if lines[number].startswith(MERGE_MARKS):
            hint = "keep the lines that are right and take these marks out"
            return Explained(number, 0, "git left this mark where two changes met", hint)
    if "\t" in _indent(lines[line]):
        return Explained(line, 0, "a tab at the start of a line", SPACES)
    if said in UNCLOSED:
        return Explained(begun, begun_column, *UNCLOSED[said])
    if said == "could not find expected ':'":
        return Explained(begun, begun_column, "no colon behind the name of a field", FIELD)
    if said == "mapping values are not allowed in this context":
        return _colon(lines, line, column)
    if said == "did not find expected <document start>":
        return _indented(lines, line, max(0, line - 1))
    if said in MISPLACED:
        return _misplaced(lines, line, column, begun, begun_column)
    if said == "found character that cannot start any token":
        return Explained(line, column, f"a text cannot start with {lines[line][column : column + 1]}", QUOTE)
    return Explained(line, column, *SAID.get(said, (f"not YAML: {said}", QUOTE)))


def _place(mark: yaml.Mark | None, lines: list[str]) -> tuple[int, int]:
    """Line and column of a mark; the parser's last one lies behind the last line."""
    return (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _colon(lines: list[str], line: int, column: int) -> Explained:
    """A colon in a text, or one that only seems to be, because the line belongs to the text above it."""
    if re.search(r":\s", lines[line][:column]):
        return Explained(line, column, "a second colon in one line", QUOTE)
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    if not re.search(r":(?:\s|$)", lines[above]):
        return Explained(above, len(_indent(lines[above])), "no colon behind the name of a field", FIELD)
    return _indented(lines, line, above)


def _misplaced(lines: list[str], line: int, column: int, begun: int, begun_column: int) -> Explained:
    before = lines[line][:column].strip()
    if before and before[-1] not in "'\"":
        return Explained(line, column, "words behind what ends the text", QUOTE)
    if before:
        hint = "put the whole text between marks of the other kind, or write a mark inside it twice"
        return Explained(line, column, "words behind the quotation mark that ends the text", hint)
    is_item = lines[line].lstrip().startswith("- ")
    if column == begun_column and is_item:
        hint = "start it below the hyphen of the item before, or indent it under its field"
        return Explained(line, column, "an item of a list among fields", hint)
    if column == begun_column:
        return Explained(line, column, "a field among the items of a list", "start it with a hyphen, or indent it")
    return _indented(lines, line, begun)


def _indented(lines: list[str], line: int, other: int) -> Explained:
    column = len(_indent(lines[line]))
    text = "this line is indented otherwise than what it belongs to"
    near = lines[other].strip()[:30]
    return Explained(line, column, text, f'what belongs together starts in the same column; see "{near}"')
