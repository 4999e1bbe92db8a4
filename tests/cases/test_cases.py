"""Cases from content to HTML: what stands inside <main> of some pages of a tiny site."""

from collections.abc import Callable

import pytest

from site_builder.core.model import Files
from tests.cases.case import HERE, expected_files, main_of

CASES = sorted(path.name for path in HERE.iterdir() if (path / "content").is_dir())


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def built(case: str, built_case: Callable[[str], Files]) -> Files:
    return built_case(case)


def test_pages_hold_what_the_case_expects(case: str, built: Files) -> None:
    expected = {page: path.read_text("utf-8") for page, path in expected_files(case).items()}
    assert expected, f"tests/cases/{case}/expected holds no page"
    assert {page: main_of(built, page) for page in expected} == expected


def test_no_expected_file_is_stale(case: str, built: Files) -> None:
    assert [page for page in expected_files(case) if page not in built] == []


def test_the_tiny_site_has_one_file_for_each_page() -> None:
    assert len(expected_files("tiny")) == 4
