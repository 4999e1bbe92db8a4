"""Faults of finished files, put where they were written if that can be found, and told once each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from site_builder.core.inputs import find_files, read_text
from site_builder.core.problems import Problem, Source
from site_builder.core.project import Project

VALUE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
"""What a template fills in."""

LEAST = 12
"""So many characters of a line have to be its own, or it could be any line."""


class Written(NamedTuple):
    """A line of a template or drawing."""

    source: Source
    number: int
    """From 1."""
    form: re.Pattern[str]
    """What it becomes in a finished file."""
    own: int
    """How many of its characters are not filled in."""


def find_origins(project: Project, problems: Iterable[Problem]) -> list[Problem]:
    """Put a fault at the line of a template or drawing that becomes the line in the finished file, if there is one.

    A fault that many files share is told for the first of them.
    """
    told: dict[tuple[object, ...], list[Problem]] = defaultdict(list)
    lines: list[Written] = []
    for problem in problems:
        lines = lines or list(_written(project))
        found = _origin(problem, lines)
        place = (found.path, found.line) if found is not problem else (problem.text, problem.source_line.strip())
        told[(problem.code, *place)].append(found)
    return [_once(same) for same in told.values()]


def _once(same: list[Problem]) -> Problem:
    first = min(same)
    others = len({problem.path for problem in same}) - 1
    return replace(first, text=f"{first.text}; so in {others} more file{'s'[: others - 1]}") if others else first


def _origin(problem: Problem, lines: list[Written]) -> Problem:
    """Of lines that could become this one, that with the most of its own is meant, unless another has as much."""
    if (problem.line, problem.column) == (1, 1):  # the whole file is meant
        return problem
    found = problem.source_line.strip()
    fitting = sorted((line for line in lines if line.form.fullmatch(found)), key=lambda line: line.own)
    if not fitting or [line.own for line in fitting[-2:]].count(fitting[-1].own) > 1:
        return problem
    source, number, *_ = fitting[-1]
    line = source.lines[number - 1]
    start = problem.source_line[problem.column - 1 :][:LEAST]
    column = max(line.find(start), len(line) - len(line.lstrip())) + 1
    return source.problem(number, column, problem.code, problem.text, problem.hint)


def _written(project: Project) -> Iterator[Written]:
    templates, drawings = find_files(project, "templates"), find_files(project, "web/img", "**/*.svg")
    for path in (*templates.values(), *drawings.values()):
        source, _ = read_text(project, path)
        for number, line in enumerate(source.lines, start=1):
            parts = VALUE.split(line.strip())
            own = len("".join(parts))
            if own >= LEAST or not parts[1:]:
                yield Written(source, number, re.compile(".*".join(map(re.escape, parts))), own)
