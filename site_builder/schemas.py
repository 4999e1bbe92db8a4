"""JSON Schemas of the files in `content/`, for editors that help while a file is written.

No rule stands here. The checks that read a file run on one that has every field, with a checker that writes down what
they ask for. A schema knows one value at a time: what hangs on other values, only a build tells.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any

from scoring.catalogue import read_catalogue
from scoring.issues import Issue, Path
from scoring.model import KINDS, STRAND_IDS
from site_builder.content.front_matter import read_fields
from site_builder.content.help_lines import read_help_lines
from site_builder.content.interface_text import MARKUP, TAKEN
from site_builder.content.located_yaml import parse_yaml
from site_builder.content.merging import MERGED
from site_builder.content.references import read_references
from site_builder.content.schema import YamlChecker
from site_builder.content.settings import read_settings
from site_builder.core.inputs import read_text
from site_builder.core.project import Project
from site_builder.lint.prose import read_limits

type Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that the YAML extension of the usual editors knows whole."""

FOLDER = ".cache/schemas"

READERS: Mapping[str, Callable[[YamlChecker, object], object]] = {
    "site": read_settings,
    "help": read_help_lines,
    "sources": read_references,
    "practices": read_catalogue,
    "wording": read_limits,
    "front-matter": read_fields,
}

CASES: Sequence[Mapping[str, object]] = [{"id": strand, "kind": kind} for strand in STRAND_IDS for kind in KINDS]
"""Values of fields that decide which others belong beside them."""


class Anything(dict[str, object]):
    """A value that nobody has written: whatever it is taken for, it has what is asked for."""


class Recorder(YamlChecker):
    """A checker that finds nothing wrong, and writes down what would be right; `case` has values of some fields."""

    def __init__(self) -> None:
        super().__init__()
        self.case: Mapping[str, object] = {}
        self.asked: dict[tuple[str, ...], Schema] = {}

    def _add(self, issue: Issue) -> None:
        """Find nothing wrong."""

    def mapping(
        self, value: object, path: Path, required: Sequence[str], optional: Sequence[str] = ()
    ) -> dict[str, object]:
        """Write down the fields, and give all of them."""
        names = [*required, *optional]
        known = self.at(path, {"type": "object", "properties": {}, "required": list(required)})
        known["properties"] |= {name: {} for name in names if name not in known["properties"]}
        known["required"] = [name for name in known["required"] if name in required]
        return {name: self.case.get(name, Anything(self.case)) for name in names}

    def sequence(self, value: object, path: Path, least: int = 0, most: int | None = None) -> list[object]:
        """Write down the number of items, and give one."""
        limits = {"minItems": least} if most is None else {"minItems": least, "maxItems": most}
        self.at(path, {"type": "array", "items": {}} | limits)
        return [Anything(self.case)]

    def text(self, value: object, path: Path, most: int) -> str:
        """Write down the length of a text on one line that is not empty; give one of the case, or none."""
        known = self.at(path, {"type": "string", "maxLength": most, "pattern": r"\S", "not": {"pattern": r"\n"}})
        known["maxLength"] = max(known["maxLength"], most)
        return value if isinstance(value, str) else ""

    def form(self, text: str, path: Path, form: re.Pattern[str], allowed: str) -> None:
        """Write down what a text has to look like, and how that is said."""
        pattern = f"^(?:{form.pattern.replace(r'\Z', '')})$"
        self.at(path).update(pattern=pattern, patternErrorMessage=allowed)

    def whole(self, value: object, path: Path, least: int, most: int, also: str = "") -> int:
        """Write down the limits of a number; those of all cases together."""
        known = self.at(path, {"type": "integer", "minimum": least, "maximum": most})
        known |= {"minimum": min(known["minimum"], least), "maximum": max(known["maximum"], most)}
        return least

    def flag(self, value: object, path: Path) -> bool:
        """Write down that it is true or false."""
        self.at(path, {"type": "boolean"})
        return False

    def choice(self, value: object, path: Path, allowed: Sequence[str]) -> str:
        """Write down the texts that are allowed."""
        self.offer(path, allowed)
        return value if isinstance(value, str) and value in allowed else allowed[0]

    def choices(self, value: object, path: Path, allowed: Sequence[str], most: int | None = None) -> tuple[str, ...]:
        """Write down the texts that are allowed in a list."""
        self.sequence(value, path, 0, most)
        self.at(path)["uniqueItems"] = True
        self.offer((*path, 0), allowed)
        return ()

    def offer(self, path: Path, allowed: Sequence[str]) -> None:
        """Write down texts to choose from; any text where the file itself says which, so that the case decides."""
        known = self.at(path, {"type": "string", "enum": list(allowed)})
        if known.get("enum") != list(allowed):
            known.pop("enum", None)

    def at(self, path: Path, first: Schema | None = None) -> Schema:
        """What is known of a place; of all items of a list together."""
        return self.asked.setdefault(tuple("*" if isinstance(part, int) else part for part in path), first or {})

    def schema(self, path: tuple[str, ...] = ()) -> Schema:
        """Put together what was written down of a place and all that is in it."""
        known = dict(self.asked.get(path, {}))
        if "properties" in known:
            known["properties"] = {name: self.schema((*path, name)) for name in known["properties"]}
            known["additionalProperties"] = False
        if "items" in known:
            known["items"] = self.schema((*path, "*"))
        return known


def record(read: Callable[[YamlChecker, object], object]) -> Schema:
    """The schema of what a function reads."""
    recorder = Recorder()
    for case in CASES:
        recorder.case = case
        read(recorder, Anything(case))
    return recorder.schema()


def words_schema(written: object) -> Schema:
    """The schema of the words of the interface: the fields of those that are there, and plain texts in them."""
    if isinstance(written, dict):
        fields = {name: words_schema(inside) for name, inside in written.items() if name not in TAKEN}
        return {"type": "object", "properties": fields, "additionalProperties": False}
    if isinstance(written, list):
        return {"type": "array", "items": words_schema(written[0] if written else "")}
    return {"type": "string", "not": {"pattern": MARKUP.pattern}}


def make_schemas(project: Project) -> Iterator[tuple[str, Schema]]:
    """Name and schema of each kind of file."""
    for name, read in READERS.items():
        schema = record(read)
        if project.book and f"{name}.yaml" in MERGED:  # the book has what hers leaves out
            del schema["required"]
        yield name, schema
    source, unread = read_text(project, project.below("content/words.yaml") or project.find("content/words.yaml"))
    yaml, problems = parse_yaml(source)
    if not unread and not problems:
        yield "words", words_schema(yaml.value)


def editor_settings() -> str:
    """What `.vscode/settings.json` says: which schema is for which file."""
    files = [name for name in (*READERS, "words") if name != "front-matter"]
    schemas = {f"{FOLDER}/{name}.json": f"content/{name}.yaml" for name in files}
    return f"{json.dumps({'yaml.schemas': schemas}, indent=2)}\n"


def write_schemas(project: Project) -> list[FilePath]:
    """Write the schemas to where the settings say that they are."""
    folder = project.root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in make_schemas(project):
        written.append(folder / f"{name}.json")
        written[-1].write_text(json.dumps({"$schema": DIALECT, **schema}, indent=1, ensure_ascii=False), "utf-8")
    return written
