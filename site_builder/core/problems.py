"""Mistakes in the content, told like a compiler: path, line, column, the line itself, a caret and a hint."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

BUG_NOTE = "This is a bug in Community OS, not in your content."
"""What is said after the traceback of an exception that nobody foresaw."""

FOREIGN = '"{}" would be fetched from another host'
"""What is said of an address that no page may load."""

BRING_IN = "put the file into the site, and name it by a relative address"
"""What mends it."""

MOST_SHOWN = 200
"""Problems that are told at once: nobody reads more, and what was made to be wrong could hold thousands."""

SHOWN = 96
"""Characters of a source line that a message repeats at most."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake at one place. Problems sort by place."""

    path: str
    """From the project's root, with forward slashes."""
    line: int
    """From 1; 0 where the whole file is meant."""
    column: int
    code: str
    text: str
    hint: str = ""
    source_line: str = ""
    length: int = 1
    """How many characters the caret marks."""


@dataclass(frozen=True)
class Source:
    """A text file of the content, as read. (Without slots, so that its lines can be kept.)"""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """Its lines, as editors count them; `splitlines` knows ends of lines that nobody sees."""
        return self.text.split("\n")

    def problem(self, line: int, column: int, code: str, text: str, hint: str = "", length: int = 1) -> Problem:
        """Describe a mistake in this file at `line` and `column`, both from 1."""
        lines = self.lines
        source_line = lines[line - 1] if 0 < line <= len(lines) else ""
        return Problem(self.path, line, column, code, text, hint, source_line, length)


class ContentProblems(Exception):  # noqa: N818 - it holds many; the name says what they are
    """The content has mistakes; `problems` holds all that a phase found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(render_problems(self.problems))


class MissingPart(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Something that the machine must have is not there; the text ends with the command that mends it."""


class Gathering:
    """Takes up the problems of several steps, so that all are told at once: one `with` a step, then `finish`.

    What a machine lacks is told only where the content has no problems.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, ContentProblems):
            self.problems += error.problems
            return True
        return isinstance(error, MissingPart) and bool(self.problems)

    def finish(self) -> None:
        """Stop the phase if a step found problems."""
        raise_problems(list(dict.fromkeys(self.problems)))  # editions share files


def tell_refusal(error: OSError) -> str:
    """Say what the machine did not allow: a full disk, a folder that may only be read."""
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}; make room or give leave, and run it again"


def raise_problems(problems: Sequence[Problem]) -> None:
    """Stop the phase if it found problems."""
    if problems:
        raise ContentProblems(problems)


def did_you_mean(word: str, options: Sequence[str], allowed: str = "") -> str:
    """Hint at the nearest option, then say what is allowed."""
    near = nearest(word, options)
    guess = f'did you mean "{near}"?' if near else ""
    return f"{guess} allowed: {allowed}".strip() if allowed else guess


def nearest(word: str, options: Sequence[str], least: float = 0.6) -> str:
    """Find the option most like a word, by a likeness of `least` or more, from 0 to 1; nothing where none is."""
    by_lower = {option.lower(): option for option in options}
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=least) if word else []
    return by_lower[near[0]] if near else ""


def render_problems(problems: Sequence[Problem]) -> str:
    """Write all problems as they are shown in a terminal."""
    shown = "\n".join(render_problem(problem) for problem in problems[:MOST_SHOWN])
    if len(problems) > MOST_SHOWN:
        shown += f"\n... and {len(problems) - MOST_SHOWN} more, to be told when these are mended\n"
    return f"{shown}\n{count_problems(problems)}; nothing was written"


def count_problems(problems: Sequence[Problem]) -> str:
    """Say how many problems there are, and in how many files."""
    files = len({problem.path for problem in problems})
    return f"{_count(len(problems), 'problem')} in {_count(files, 'file')}"


def render_problem(problem: Problem) -> str:
    """Write one problem: the place, the line with a caret, the hint."""
    place = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
    rows = [f"{place}: {problem.text}"]
    if problem.source_line:
        rows += _excerpt(problem)
    if problem.hint:
        rows.append(f"    {problem.hint}")
    return "\n".join(rows) + "\n"


class Excerpt(NamedTuple):
    """As much of a source line as is shown: what is wrong, and what stands before and behind it."""

    before: str
    wrong: str
    after: str


def excerpt(problem: Problem) -> Excerpt:
    """Cut the source line of a problem to a length that can be read."""
    start = max(0, problem.column - 1 - SHOWN // 2) if problem.column > SHOWN else 0
    shown = problem.source_line[start : start + SHOWN].replace("\t", " ")
    at = problem.column - 1 - start
    end = at + max(1, problem.length)
    more = "..." if len(problem.source_line) > start + SHOWN else ""
    return Excerpt(("..." if start else "") + shown[:at], shown[at:end], shown[end:] + more)


def _excerpt(problem: Problem) -> list[str]:
    number, (before, wrong, after) = str(problem.line), excerpt(problem)
    carets = "^" * max(1, len(wrong))
    return [f"    {number} | {before}{wrong}{after}", f"    {' ' * len(number)} | {' ' * len(before)}{carets}"]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
