"""What was found in texts that have not changed since: one file for all, as opening files takes time.

Only what follows from the text alone can be kept so, and only by all that decides it: the text, our code, libraries.
"""

import marshal
import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields
from importlib.util import find_spec
from operator import attrgetter
from pathlib import Path
from typing import Any

from site_builder.core.inputs import find_inputs
from site_builder.core.project import Project
from site_builder.toolchain.cache import content_hash, open_cache


def read_code(packages: Iterable[Path], libraries: Iterable[str]) -> dict[str, bytes]:
    """What makes findings, and no more of libraries than the files that name their versions: nothing is imported."""
    code = {"python": sys.version.encode()}
    for package in packages:
        code |= {f"{package.name}/{path.name}": path.read_bytes() for path in find_inputs(package, "*.py")}
    for library in libraries:
        spec = find_spec(library)
        assert spec is not None
        assert spec.origin is not None
        code[library] = Path(spec.origin).read_bytes()
    return code


def rows(values: Iterable[object], kind: type[Any]) -> list[tuple[object, ...]]:
    """Make plain tuples of values of a dataclass, which `marshal` cannot write."""
    return list(map(attrgetter(*(field.name for field in fields(kind))), values))


class Facts:
    """Findings of one kind, as values that `marshal` can write."""

    def __init__(self, project: Project, kind: str, inputs: Mapping[str, bytes]) -> None:
        """Read what an earlier build found under the same `inputs`, which decide about all texts alike."""
        self.cache = open_cache(project, "facts")
        self.kind = kind
        self.inputs = inputs
        kept = self.cache.read(kind, inputs)
        self.known: dict[str, object] = {} if kept is None else marshal.loads(kept)
        self.used: dict[str, object] = {}

    def read(self, text: bytes) -> object | None:
        """What was found in the text, where it was kept."""
        key = content_hash({"": text})
        if key in self.known:
            self.used[key] = self.known[key]
        return self.known.get(key)

    def note(self, text: bytes, found: object) -> None:
        """Take up what was found in the text now."""
        self.used[content_hash({"": text})] = found

    def write(self) -> None:
        """Keep what this build used, and nothing else, for the next one."""
        if self.used.keys() != self.known.keys():
            self.cache.keep(self.kind, self.inputs, marshal.dumps(self.used))
