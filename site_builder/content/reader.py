"""Reads the files of the content: YAML over the YAML below it, Markdown as text. Collects all problems on the way."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from os.path import lexists
from pathlib import Path

from scoring.issues import Path as FieldPath
from site_builder.content.located_yaml import Yaml, parse_yaml
from site_builder.content.merging import MERGED, check_shape, merge
from site_builder.content.translation import FIXED, check_translation, check_whole
from site_builder.core.inputs import read_text
from site_builder.core.problems import Problem, Source
from site_builder.core.project import Project

SETTINGS = "site.yaml"
NEEDED_IN_EACH_LANGUAGE = ("words.yaml", "practices.yaml")
FIELDS_EXPLAINED = "community-os guide writing, and guide hosting, say what belongs into it"


class Reader:
    """Reads files of one edition, and keeps what is wrong in them."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.problems: list[Problem] = []
        self.misfits: dict[str, list[Problem]] = defaultdict(list)
        """By file, what a host's or a translation says that what is below it does not have."""
        self.translated: dict[str, set[FieldPath]] = defaultdict(set)
        """By file, the paths of all texts in the language of the edition."""
        self.first = ""
        """The first language, where this is the edition of another."""
        self.is_unfinished = False
        """Whether that edition may lack texts."""

    def checked[T](self, name: str, check: Callable[[Yaml], tuple[T | None, list[Problem]]]) -> T | None:
        """Read a YAML file with its check; None where anything was wrong."""
        yaml, problems = self.parsed(name)
        return None if problems else self.keep(check(yaml))

    def parsed(self, name: str) -> tuple[Yaml, list[Problem]]:
        """What a file says over what is below it, and what keeps it from being read."""
        before = len(self.problems)
        found = [path for path in self.project.candidates(f"content/{name}") if lexists(path)]
        if name == SETTINGS:  # what a host says of her site is hers in all languages
            found.sort(key=lambda path: not path.is_relative_to(self.project.root))
        yaml = self.over(name, found or [self.project.find(f"content/{name}")])
        unread = self.problems[before:]
        self.problems += self.misfits[name]
        if not unread and not self.misfits[name] and name != SETTINGS:
            self.problems += self.untranslated(name, yaml)
        return yaml, unread

    def over(self, name: str, paths: list[Path]) -> Yaml:
        """The first of these files over the others, where it holds only what is different or translated."""
        path, *others = paths
        is_translation = bool(self.project.language) and self.project.is_translated(path)
        if not others or name not in (FIXED if is_translation else MERGED):
            return self.yaml(path)
        own, below = self.yaml(path, may_be_empty=True), self.over(name, others)
        merged = merge(own, below, frozenset() if is_translation else MERGED[name])
        if is_translation:
            self.translated[name] |= merged.values.keys()
        if path.is_relative_to(self.project.root):
            if name != SETTINGS:  # their own check knows all fields
                self.misfits[name] += check_shape(own, below)
            if is_translation:
                self.misfits[name] += map(merged.problem, check_translation(merged, name))
        return merged

    def untranslated(self, name: str, yaml: Yaml) -> Iterator[Problem]:
        """What a translation lacks, where it is to be whole."""
        if not self.first or self.is_unfinished:
            return
        if self.translated[name]:
            yield from map(yaml.problem, check_whole(yaml, self.translated[name], name))
        elif name in NEEDED_IN_EACH_LANGUAGE:
            hint = f'translate it, or write "unfinished: true" into content/{self.project.language}/{SETTINGS}'
            path = f"content/{self.project.language}/{name}"
            yield Problem(path, 0, 0, "no-file", "this file is missing", hint)

    def yaml(self, path: Path, may_be_empty: bool = False) -> Yaml:
        """Read one YAML file; an empty value where it cannot be read."""
        source = self.source(path)
        if source is None:
            return Yaml(Source(self.project.name(path), ""), {})
        yaml, problems = _parse(source)
        if not problems and not may_be_empty and yaml.value in ({}, None):
            problems = [source.problem(1, 1, "empty-file", "nothing is in this file", FIELDS_EXPLAINED)]
        self.problems += problems
        return yaml

    def source(self, path: Path) -> Source | None:
        """Read one file as text."""
        source, problems = read_text(self.project, path)
        self.problems += problems
        return None if problems else source

    def keep[T](self, checked: tuple[T | None, list[Problem]]) -> T | None:
        """Take what a check gives, and keep its problems."""
        value, problems = checked
        self.problems += problems
        return value


@lru_cache(maxsize=16)
def _parse(source: Source) -> tuple[Yaml, list[Problem]]:
    """Parse a file, once in a row of builds where it stays as it is: that of the moves takes a quarter of a build."""
    return parse_yaml(source)
