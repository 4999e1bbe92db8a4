"""What is kept of texts is kept by all code that finds it."""

import ast
import sys
from pathlib import Path

import pytest

from site_builder.content import documents
from site_builder.core.project import Project
from site_builder.output import parse
from site_builder.pages import words_check
from tests.repository.ours import imported, modules


@pytest.mark.parametrize(
    ("start", "keeper"),
    [
        ("site_builder.content.markdown", documents),
        ("site_builder.output.page", parse),
        ("site_builder.pages.word_uses", words_check),
        ("site_builder.output.sheet", parse),
    ],
)
def test_all_code_that_finds_something_decides_where_it_is_kept(start: str, keeper: object, project: Project) -> None:
    known = modules(project.root)
    ours, others, waiting = set[str](), set[str](), [start]
    while waiting:
        name = waiting.pop()
        if not name.startswith("site_builder"):
            others.add(name.partition(".")[0])
        elif name not in ours:
            ours.add(name)
            waiting += imported(ast.parse(known[name].read_text("utf-8")), known)
    assert {known[name].parent for name in ours} <= {Path(folder) for folder in keeper.PACKAGES}
    assert others - sys.stdlib_module_names - {"scoring"} <= set(keeper.LIBRARIES)  # of scoring, types only
