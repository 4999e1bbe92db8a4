"""The whole text of what authors are told, for every kind of mistake."""

import ast
import re
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.core.problems import ContentProblems
from site_builder.core.project import Project
from tests.cases.case import lay_out, read_no_python
from tests.once import Once
from tests.site_builder.fixture_files import Case, read_cases
from tests.site_builder.mistakes import make_mistakes

type Told = tuple[str, set[str]]
"""The whole message, and the codes of the problems in it."""

CASES = [
    case for name in ("messages-pages.md", "messages-site.md", "messages-newcomers.md") for case in read_cases(name)
]
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
MAKERS = ("Problem", "Issue", "problem", "_problem", "_at", "note", "note_choice")
"""The functions that are given the code of a problem, as their first argument that looks like one."""

SCORING_OF_CONTENT = (
    "catalogue.py",
    "catalogue_rules.py",
    "catalogue_words.py",
    "fields.py",
    "mark_clashes.py",
)
ELSEWHERE = {
    "character": "core/test_inputs.py",
    "encoding": "content/test_load.py",
    "few-moves": "content/test_load.py",
    "same-mark": "content/test_load.py",
    "wrong-length": "content/test_load.py",
    "wrong-place": "content/test_load.py",
    "yaml-character": "content/test_located_yaml.py",
    "avoid": "lint/test_prose.py",
    "header": "pages/test_header_pages.py",
    "grade": "lint/test_prose.py",
    "long-sentence": "lint/test_prose.py",
    "repeated-words": "lint/test_prose.py",
    "svg-attribute": "graphics/test_sanitize.py",
    "svg-class": "graphics/test_sanitize.py",
    "straight-quote": "lint/test_typography.py",
    "twice": "assets/test_marks.py",
    "picture-broken": "graphics/test_photos.py",
    "braces": "test_languages.py",
    "missing-text": "test_languages.py",
    "not-translated": "test_languages.py",
    "unknown-id": "test_languages.py",
    "too-heavy": "output/test_budget.py",
    "vague-link": "lint/test_prose.py",
}
"""Codes of mistakes that a fixture cannot hold, or only with the real practices, and the file that tests them."""


@pytest.fixture(scope="module")
def told(project: Project, once: Once, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    """What is told about each case, by its place."""

    def tell(case: Case) -> Told:
        tiny = lay_out("tiny", project, tmp_path_factory.mktemp("case") / "tiny")
        make_mistakes(tiny.root, case.given)
        with pytest.raises(ContentProblems) as caught:
            build(tiny, print, read_no_python)
        return str(caught.value), {problem.code for problem in caught.value.problems}

    return once("messages", lambda: {case.place: tell(case) for case in CASES})


def without_trailing_spaces(text: str) -> str:
    """Editors take spaces at the ends of lines out of fixture files; test_problems.py forbids them in messages."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


@pytest.mark.parametrize("case", CASES, ids=[case.place for case in CASES])
def test_the_message_is_that_of_the_fixture(case: Case, told: dict[str, Told]) -> None:
    assert without_trailing_spaces(told[case.place][0]) == case.expected


def test_there_are_fixtures_enough() -> None:
    assert len(CASES) >= 25


def codes_of(path: Path) -> set[str]:
    """The codes that a module gives to problems."""
    found = set()
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        given = call.args[3:] if name == "Problem" else call.args  # a path, a line and a column come first
        texts = [item.value for item in given if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        codes = [text for text in texts if CODE.fullmatch(text)]
        if name in MAKERS and codes:
            found.add(codes[0])
    return found


@pytest.fixture(scope="session")
def codes(project: Project) -> set[str]:
    """Every code of the generator and of the checks on the content."""
    modules = sorted((project.root / "site_builder").rglob("*.py"))
    modules += [project.root / "scoring" / name for name in SCORING_OF_CONTENT]
    return set().union(*(codes_of(path) for path in modules))


def test_every_code_is_in_a_fixture_or_in_a_test_of_its_own(codes: set[str], told: dict[str, Told]) -> None:
    shown = set().union(*(codes for _, codes in told.values()))
    assert len(codes) > 25
    assert codes - shown == set(ELSEWHERE)


@pytest.mark.parametrize("code", ELSEWHERE)
def test_the_codes_that_are_tested_elsewhere_are(codes: set[str], code: str) -> None:
    assert code in codes
    assert f'"{code}"' in (Path(__file__).parent / ELSEWHERE[code]).read_text("utf-8")
