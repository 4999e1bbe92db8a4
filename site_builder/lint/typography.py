"""Straight quotation marks and apostrophes in texts of YAML files. In Markdown the build sets the right ones."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt

from scoring.issues import Path
from site_builder.content.located_yaml import Yaml
from site_builder.content.signs import set_signs
from site_builder.core.problems import Problem
from site_builder.core.writing import quotation_marks

STRAIGHT = frozenset("'\"")


@cache
def _signs(marks: tuple[str, ...]) -> MarkdownIt:
    """The library's rule for Markdown and nothing else, so that YAML and Markdown get the same signs."""
    return MarkdownIt("zero", {"typographer": True, "quotes": marks}).enable("smartquotes")


def typographic(text: str, lang: str) -> str:
    """Set quotation marks and apostrophes; a quotation mark without its other half stays straight."""
    marks = quotation_marks(lang)
    [line] = _signs(marks).parseInline(set_signs(text, marks))
    return "".join(child.content for child in line.children or [])


def check_quotes(yaml: Yaml, lang: str) -> Iterator[Problem]:
    """Tell of every word with a straight sign, and how to write it in a language."""
    lines = yaml.source.lines
    for path, text in _texts(yaml.value, ()):
        mark = yaml.values[path]
        line, start = mark.line, mark.column - 1
        last = line if mark.length > 1 else len(lines)  # only a text on one line has a length
        for word, right in _words(text, lang):
            if STRAIGHT & set(word):
                line, column = _find(word, lines[:last], line, start)
                start = column + len(word) - 1
                hint = f"write {right}" if word != right else f"use the signs {' '.join(quotation_marks(lang))}"
                told = f"a straight quotation mark or apostrophe: {word}"
                yield yaml.source.problem(line, column, "straight-quote", told, hint, len(word))


def _words(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """Each word of a text as it is, and with its signs set."""
    space = re.compile(r"[ \t\n]+")  # the space inside French marks parts no words
    yield from zip(space.split(text.strip()), space.split(typographic(text, lang).strip()), strict=True)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from _texts(inside, (*path, name))
    elif isinstance(value, list):
        for index, inside in enumerate(value):
            yield from _texts(inside, (*path, index))


def _find(word: str, lines: Sequence[str], line: int, start: int) -> tuple[int, int]:
    """Find line and column of a word from a place on; that place where YAML writes the word in another way."""
    for number, text in enumerate(lines[line - 1 :], start=line):
        found = text.find(word, start if number == line else 0)
        if found >= 0:
            return number, found + 1
    return line, start + 1
