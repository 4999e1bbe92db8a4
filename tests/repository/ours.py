"""What belongs to this repository, and how its modules import each other."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

PACKAGES = ("scoring", "site_builder")


def tracked(root: Path) -> list[Path]:
    """All files that git keeps or would keep if they were added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    paths = [root / name for name in listed.split("\0") if name]
    return sorted(path for path in set(paths) if path.is_file())


def modules(root: Path) -> dict[str, Path]:
    """Our modules by name: scoring, scoring.answers, site_builder.build."""
    return {
        module_name(path.relative_to(root)): path for package in PACKAGES for path in (root / package).rglob("*.py")
    }


def module_name(path: Path) -> str:
    """The name of the module in a file, given from the root."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imported(tree: ast.Module, known: dict[str, Path]) -> Iterator[str]:
    """The modules that a module imports anywhere: in functions and for types only, too.

    `from package import name` is the module package.name where that is one of ours, else the package.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level or node.module is None:
                yield "." * node.level + (node.module or "")
                continue
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield name if name in known else node.module
