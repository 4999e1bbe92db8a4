"""The words of the interface and the templates together: what is named is there, what is there is named."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import starmap, takewhile
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError

from scoring.fields import show
from scoring.issues import Issue
from site_builder.content.filling import NUMBERS
from site_builder.content.interface_text import TAKEN
from site_builder.content.located_yaml import Yaml
from site_builder.content.spoken import SPOKEN
from site_builder.core.inputs import find_files, read_text
from site_builder.core.page_registry import PAGES
from site_builder.core.problems import Problem, Source, did_you_mean
from site_builder.core.project import Project
from site_builder.pages.word_uses import WORDS, Chain, Template, read_template
from site_builder.toolchain.facts import Facts, read_code

PACKAGES = (Path(__file__).parent,)
LIBRARIES = ("jinja2",)

type FieldPath = tuple[str, ...]
type Names = Mapping[str, Sequence[Chain]]
"""What short names are short for."""

MOST_STEPS = 5
"""From a short name to another."""

TAKE_OUT = "fields that a template names; take it out"
NEEDED = {name: f"{spec.output} is named by it" for spec in PAGES for name in spec.needed_words}
NEEDED |= {f"markdown.{name}": "texts in Markdown need it" for name in SPOKEN}
NEEDED |= dict.fromkeys(("chapter.sources", "chapter.invented"), "the e-book needs it")
"""What code needs without a template, and why."""

KNOWN = {name for spec in PAGES for name in (spec.called_by, f"{spec.words}.heading")}
KNOWN.add(".".join(NUMBERS))
"""What code shows where it is there."""


def check_templates(project: Project, words: Yaml | None) -> tuple[list[Problem], list[Problem]]:
    """Check that templates can be read, and what they and the words, where these could be read, say of each other.

    Words that nothing shows come apart: any other mistake may be the reason.
    """
    templates, problems = _read_templates(project)
    if words is None or problems:
        return problems, []
    found = _Comparison(words.value, templates)
    problems += map(words.problem, found.wrong)
    own = words.keys if words.book or project.book is None else {}  # the words of the book below are not hers to mend
    return problems, [words.problem(issue) for issue in found.unshown if issue.path in own]


def template_problem(source: Source, line: int, text: str) -> Problem:
    """Describe a mistake in a line of a template."""
    row = source.lines[line - 1]
    return source.problem(line, len(row) - len(row.lstrip()) + 1, "template", f"template: {text}")


def _read_templates(project: Project) -> tuple[dict[str, Template], list[Problem]]:
    """Look through all templates; of those that did not change since, an earlier build has kept what is in them."""
    facts = Facts(project, "template-words", read_code(PACKAGES, LIBRARIES))
    templates: dict[str, Template] = {}
    problems: list[Problem] = []
    names = list(find_files(project, "templates"))
    for path in find_files(project, "templates", "**/*.j2").values():
        source, unread = read_text(project, path)
        problems += unread
        try:
            template = _read_template(facts, source.text)
        except TemplateSyntaxError as error:
            problems.append(template_problem(source, error.lineno, error.message or ""))
        else:
            templates[source.path] = template
            for name, line in template.taken_in:
                if name not in names:
                    problem = template_problem(source, line, f'no template "{name}"')
                    problems.append(replace(problem, hint=did_you_mean(name, names)))
    facts.write()
    return templates, problems


def _read_template(facts: Facts, text: str) -> Template:
    """What an earlier build has kept, where it saw the same text."""
    kept: Any = facts.read(text.encode())
    if kept is not None:
        called, used, taken_in = kept
        return Template(tuple((name, Chain(*chain)) for name, chain in called), tuple(starmap(Chain, used)), taken_in)
    found = read_template(text)
    called = tuple((name, tuple(chain)) for name, chain in found.called)
    facts.note(text.encode(), (called, tuple(map(tuple, found.used)), found.taken_in))
    return found


class _Comparison:
    """Words and templates side by side."""

    def __init__(self, words: object, templates: Mapping[str, Template]) -> None:
        self.words = words
        self.everywhere = _by_name(called for template in templates.values() for called in template.called)
        self.used = {tuple(name.split(".")) for name in KNOWN}
        self.missing: dict[FieldPath, str] = {}
        """Each with what wants it."""
        self.wrong: list[Issue] = []
        """What is missing or of the wrong kind."""
        for name, template in templates.items():
            own = _by_name(template.called)
            for chain in template.used:
                self.look(chain, own, f"{name}:{chain.line} shows it")
        for name, why in NEEDED.items():
            self.look(Chain(WORDS, tuple(name.split(".")), 0, is_shown=True), {}, why)
        unshown = list(_unknown(words, self.used))
        for path, why in self.missing.items():
            text = f'field "{".".join(path)}" is missing; {why}'
            near = tuple(other[-1] for other in unshown if other[:-1] == path[:-1])
            self.wrong.append(Issue(path[:-1], "missing-key", text, "", path[-1], near))
        self.unshown = [
            Issue(path, "unknown-key", f'nothing shows the field "{".".join(path)}"', TAKE_OUT) for path in unshown
        ]

    def look(self, chain: Chain, own: Names, why: str) -> None:
        """Find what a chain stands for; a short name may also come from a template that takes this one in."""
        paths: list[FieldPath] = []
        for names in (own, self.everywhere):
            paths += _meant(chain, names)
            there = [path for path in paths if _missing(self.words, path) is None]
            if there:
                self.used.update(there)
                if chain.is_shown and isinstance(found := _at(self.words, there[0]), (dict, list)):
                    text, allowed = f"{show(found)} is not a text", f"a text; {why}"
                    self.wrong.append(Issue(there[0], "wrong-type", text, allowed))
                return
        for path in filter(None, (_missing(self.words, path) for path in paths[:1])):
            self.missing.setdefault(path, why)


def _by_name(called: Iterable[tuple[str, Chain]]) -> Names:
    names: dict[str, list[Chain]] = defaultdict(list)
    for name, chain in called:
        names[name].append(chain)
    return names


def _meant(chain: Chain, names: Names, depth: int = 0) -> Iterator[FieldPath]:
    """Follow short names to the words, but not for ever."""
    own = tuple(takewhile(lambda name: name not in TAKEN, chain.path))
    if chain.root == WORDS:
        yield own
    elif depth < MOST_STEPS:
        for meant in names.get(chain.root, []):
            for path in _meant(meant, names, depth + 1):
                yield (*path, *own)


def _at(words: object, path: Sequence[str]) -> object:
    found = words
    for name in path:
        if not isinstance(found, dict):
            return found
        found = found[name]
    return found


def _missing(words: object, path: FieldPath) -> FieldPath | None:
    """The path to the first field that is not there; what is behind a text is a method of it."""
    found = words
    for depth, name in enumerate(path, start=1):
        if not isinstance(found, dict):
            return None
        if name not in found:
            return path[:depth]
        found = found[name]
    return None


def _unknown(words: object, used: set[FieldPath], path: FieldPath = ()) -> Iterator[FieldPath]:
    """The paths of fields that nothing names, nor anything around them or in them."""
    for name, inside in words.items() if isinstance(words, dict) else ():
        here = (*path, name)
        if here in used:
            continue
        if any(use[: len(here)] == here for use in used):
            yield from _unknown(inside, used, here)
        else:
            yield here
