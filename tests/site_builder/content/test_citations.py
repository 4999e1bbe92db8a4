import pytest

from scoring import Catalogue
from site_builder.content.citations import check_citations, check_moves, check_use, used_sources
from site_builder.content.located_yaml import parse_yaml
from site_builder.core.model import Page
from site_builder.core.problems import Problem, Source
from tests.site_builder.samples import make_page, make_reference

KNOWN = {name: make_reference(name) for name in ("hall-2019", "jacobs-1961")}


def problems_of(*pages: Page) -> list[Problem]:
    return list(check_citations(pages, KNOWN))


def unused(catalogue: Catalogue, *pages: Page) -> list[tuple[int, str, str]]:
    yaml, _ = parse_yaml(Source("content/sources.yaml", "".join(f"- id: {name}\n" for name in KNOWN)))
    return [
        (problem.line, problem.code, problem.text)
        for problem in check_use(yaml, KNOWN, used_sources(catalogue, pages))
    ]


def test_a_cited_source_must_be_known() -> None:
    near, far = problems_of(make_page("weak-ties", "One [@hall-2018].\n\nTwo [@nobody].\n"))
    assert (near.code, near.line, near.column, near.length) == ("no-source", 1, 6, 10)
    assert near.text == 'no source "hall-2018"'
    assert near.hint.startswith('did you mean "hall-2019"?')
    assert (far.line, far.column, far.length) == (3, 6, 7)
    assert far.hint == "add it to content/sources.yaml"


def test_a_listed_source_must_be_known() -> None:
    (problem,) = problems_of(make_page("weak-ties", further=("hall-2018", "jacobs-1961")))
    assert (problem.code, problem.text) == ("no-source", 'no source "hall-2018"')


def test_a_draft_is_checked_too() -> None:
    (problem,) = problems_of(make_page("night-walks", "One [@nobody].\n", draft=True))
    assert problem.code == "no-source"


def test_sources_of_moves_must_be_known(catalogue: Catalogue) -> None:
    cited = [source for strand in catalogue.strands for move in strand.moves for source in move.sources]
    assert len(cited) > 5
    assert [issue.given for issue in check_moves(catalogue, KNOWN)] == cited
    assert list(check_moves(catalogue, {source: make_reference(source) for source in cited})) == []


@pytest.mark.parametrize(
    "page",
    [make_page("a", "[@hall-2019; @jacobs-1961]\n"), make_page("a", "[@hall-2019]\n", further=("jacobs-1961",))],
)
def test_a_source_is_used_where_it_is_cited_or_listed(catalogue: Catalogue, page: Page) -> None:
    assert unused(catalogue, page) == []


def test_a_source_that_nothing_uses_is_told_at_its_id(catalogue: Catalogue) -> None:
    told = (2, "unused-source", 'id: nothing uses the source "jacobs-1961"')
    assert unused(catalogue, make_page("a", "[@hall-2019]\n")) == [told]
