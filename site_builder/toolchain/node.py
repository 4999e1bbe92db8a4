"""Scripts run by Node, with the npm package that they use and the cache of what they made."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from site_builder.core.problems import MissingPart
from site_builder.toolchain.cache import Cache


@dataclass(frozen=True, slots=True)
class NodeRunner:
    """Runs scripts; what they make is kept."""

    cache: Cache
    package: Path
    """The npm package that the scripts use; Node may stand near it."""
    say: Callable[[str], None]

    def run(self, script: Path, *arguments: object, given: str) -> str:
        """Run a script under Node with text as its input; what it prints. Raises `RuntimeError` with its errors."""
        command = [_find_node(self.package), str(script), *map(str, arguments)]
        environment = os.environ | {"TZ": "UTC"}  # Python notes the zone when it imports time
        done = subprocess.run(
            command, input=given, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise RuntimeError(f"{script.name} failed under Node ({arguments[0]}):\n{done.stderr}")
        return done.stdout


def _find_node(package: Path) -> str:
    """Node of the system, or the one that the set-up put into the project's environment."""
    beside = package.parents[1] / ".venv" / "bin" / "node"
    node = which("node") or (str(beside) if beside.is_file() else None)
    if node is None:
        raise MissingPart("Node.js is missing; run: make setup")
    return node
