"""The words of the interface and the templates together: what is named is there, what is there is named."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import starmap, takewhile
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError

from scoring.fields import show
from scoring.issues import Issue
from site_builder.content.interface_text import TAKEN
from site_builder.content.located_yaml import Yaml
from site_builder.content.spoken import SPOKEN
from site_builder.core.inputs import find_inputs, read_text
from site_builder.core.page_registry import PAGES
from site_builder.core.problems import Problem, Source
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
NEEDED |= {"chapter.sources": "the e-book needs it"}
"""What code needs without a template, and why."""

KNOWN = {name for spec in PAGES for name in (spec.called_by, f"{spec.words}.heading")}
"""What code shows where it is there."""


def check_templates(project: Project, words: Yaml | None) -> list[Problem]:
    """Check that templates can be read, and what they and the words, where these could be read, say of each other."""
    templates, problems = _read_templates(project)
    if words is not None and not problems:
        problems += map(words.problem, _Comparison(words.value, templates).issues())
    return problems


def template_problem(source: Source, line: int, text: str) -> Problem:
    """Describe a mistake in a line of a template."""
    row = source.lines[line - 1]
    return source.problem(line, len(row) - len(row.lstrip()) + 1, "template", f"template: {text}")


def _read_templates(project: Project) -> tuple[dict[str, Template], list[Problem]]:
    """Look through all templates; of those that did not change since, an earlier build has kept what is in them."""
    facts = Facts(project, "template-words", read_code(PACKAGES, LIBRARIES))
    templates: dict[str, Template] = {}
    problems: list[Problem] = []
    for path in find_inputs(project.templates, "**/*.j2"):
        source, unread = read_text(project, path)
        problems += unread
        kept: Any = facts.read(source.text.encode())
        if kept is not None:
            called, used = kept
            templates[source.path] = Template(
                tuple((name, Chain(*chain)) for name, chain in called), tuple(starmap(Chain, used))
            )
            continue
        try:
            found = templates[source.path] = read_template(source.text)
        except TemplateSyntaxError as error:
            problems.append(template_problem(source, error.lineno, error.message or ""))
        else:
            called = tuple((name, tuple(chain)) for name, chain in found.called)
            facts.note(source.text.encode(), (called, tuple(map(tuple, found.used))))
    facts.write()
    return templates, problems


class _Comparison:
    """Words and templates side by side."""

    def __init__(self, words: object, templates: Mapping[str, Template]) -> None:
        self.words = words
        self.templates = templates
        self.everywhere = _by_name(called for template in templates.values() for called in template.called)
        self.used = {tuple(name.split(".")) for name in KNOWN}
        self.missing: dict[FieldPath, str] = {}
        """Each with what wants it."""
        self.wrong: list[Issue] = []

    def issues(self) -> list[Issue]:
        """What is missing, of the wrong kind, or never shown."""
        for name, template in self.templates.items():
            own = _by_name(template.called)
            for chain in template.used:
                self.look(chain, own, f"{name}:{chain.line} shows it")
        for name, why in NEEDED.items():
            self.look(Chain(WORDS, tuple(name.split(".")), 0, is_shown=True), {}, why)
        unknown = list(_unknown(self.words, self.used))
        for path, why in self.missing.items():
            text = f'field "{path[-1]}" is missing; {why}'
            self.wrong.append(Issue(path[:-1], "missing-key", text, "", *_near(path, unknown)))
        for path in unknown:
            text = f'nothing shows the field "{path[-1]}"'
            self.wrong.append(Issue(path, "unknown-key", text, TAKE_OUT, *_near(path, self.missing)))
        return self.wrong

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


def _near(path: FieldPath, others: Iterable[FieldPath]) -> tuple[str, tuple[str, ...]]:
    """A name, and those beside it that it may have been meant for."""
    return path[-1], tuple(other[-1] for other in others if other[:-1] == path[:-1])


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
