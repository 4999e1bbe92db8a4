"""The table of faults says what the tests show and what the page says."""

import re

import pytest

from site_builder.core.project import Project
from tests.repository.ours import tracked

NUMBERED = re.compile(r"^\| (\d+) \| (.+) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
QUOTED = re.compile(r"“([^”]+)”")
NAMED = re.compile(r"`(test_\w+)`")
AT_LEAST = 30


@pytest.fixture(scope="module")
def rows(project: Project) -> list[tuple[str, ...]]:
    """Number, fault, what is seen, what is lost, and tests of each row."""
    return NUMBERED.findall((project.root / "docs" / "faults.md").read_text("utf-8"))


def test_there_are_enough_and_none_is_left_out_or_told_twice(rows: list[tuple[str, ...]]) -> None:
    assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
    assert len({row[1] for row in rows}) == len(rows) >= AT_LEAST


def test_every_row_has_a_test_that_exists(rows: list[tuple[str, ...]], project: Project) -> None:
    code = "\n".join(path.read_text("utf-8") for path in tracked(project.root) if path.suffix == ".py")
    written = set(re.findall(r"^def (test_\w+)\(", code, re.MULTILINE))
    assert [row[0] for row in rows if not NAMED.findall(row[4])] == []
    assert sorted({name for row in rows for name in NAMED.findall(row[4])} - written) == []


def test_what_the_page_is_said_to_say_it_says(rows: list[tuple[str, ...]], project: Project) -> None:
    files = (project.root / "content" / name for name in ("words.yaml", "practices.yaml"))
    words = " ".join(" ".join(path.read_text("utf-8") for path in files).split())
    quoted = {text for row in rows for text in QUOTED.findall(row[2])}
    assert len(quoted) > AT_LEAST / 2
    assert sorted(text for text in quoted if text not in words) == []
