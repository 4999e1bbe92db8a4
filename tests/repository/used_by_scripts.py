"""Which parts of the answers scripts read, by asking TypeScript: a part that is taken out of the types is missed."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from site_builder.core.project import Project
from tests.repository.hooks import Output

MISSED = re.compile(r"Property '(\w+)' (?:does not exist on type '(?:\w+<)?|is missing in type ')(\w+)")
MISSED_TOGETHER = re.compile(r"Type '(\w+)' is missing the following properties from type '\w+': ([\w, ]+)")


def used_by_scripts(project: Project, types: str, asked: set[Output], folder: Path) -> set[Output]:
    """Those of the parts that a script reads. `types` are the types of all of them."""
    shutil.copytree(project.web / "js", folder / "js")
    shutil.copy(project.web / "tsconfig.json", folder)
    (folder / "types").mkdir()
    used: set[Output] = set()
    while True:  # what lies inside of a part is seen once that is back
        (folder / "types" / "scoring.d.ts").write_text(_without(types, asked - used), "utf-8")
        found = asked & set(_missed(project, folder)) - used
        if not found:
            return used
        used |= found


def _without(types: str, parts: set[Output]) -> str:
    lines, owner = [], ""
    for line in types.splitlines():
        if line.startswith("export "):
            owner = line.split()[2]
        if (owner, line.strip().partition(":")[0].rstrip("?")) not in parts:
            lines.append(line)
    return "\n".join(lines)


def _missed(project: Project, folder: Path) -> Iterator[Output]:
    command = [str(project.root / "node_modules/.bin/tsc"), "--project", str(folder), "--pretty", "false"]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    for key, owner in MISSED.findall(told):
        yield owner, key
    for owner, keys in MISSED_TOGETHER.findall(told):
        yield from ((owner, key) for key in keys.split(", "))
