from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.pages.html import mention_id, render_markdown
from tests.site_builder.fixture_files import Case, read_cases
from tests.site_builder.samples import parse

CASES = list(read_cases("markdown-html.md"))
HARMLESS = {"a", "blockquote", "br", "code", "div", "em", "hr", "img", "li", "ol", "p", "pre", "strong", "sup", "ul"}
HARMLESS |= {"h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
SIGNS = [*"<>&\"'()[]!`\\:#@; \n", "> ", "| ", "- "]
TRICKS = ["<script>", "javascript:", "onclick=", "&#60;", "&lt;", "a", "x.md", "[!TIP]", "[@a]", "](", "http://"]
PIECES = st.sampled_from(SIGNS + TRICKS)


def render(text: str) -> str:
    """Write text as HTML; addresses stay, sources are numbered in the order of their mention."""
    document, _ = parse(text)
    cited = dict.fromkeys(citation.source_id for citation in document.citations)
    numbers = {source_id: number for number, source_id in enumerate(cited, start=1)}
    return render_markdown(document, {link.href: link.href for link in document.links}, numbers)


@pytest.mark.parametrize("case", CASES, ids=[case.place for case in CASES])
def test_markdown_becomes_the_html_of_the_fixture(case: Case) -> None:
    _, problems = parse(case.given)
    assert problems == []
    assert render(case.given) == case.expected


def test_there_are_fixtures_enough() -> None:
    assert len(CASES) >= 25


def test_addresses_come_from_outside() -> None:
    document, _ = parse("[a](03-weak-ties.md) ![b](b.png)\n")
    addresses = {"03-weak-ties.md": "weak-ties.html?a&b", "b.png": "../img/b.png"}
    assert render_markdown(document, addresses, {}) == (
        '<p><a href="weak-ties.html?a&amp;b">a</a> <img src="../img/b.png" alt="b"></p>\n'
    )


def test_numbers_come_from_outside() -> None:
    document, _ = parse("[@a; @b]\n")
    html = render_markdown(document, {}, {"a": 7, "b": 3})
    assert '<a href="#source-7" id="cited-7" role="doc-noteref">7</a>, <a href="#source-3"' in html


def test_the_same_document_can_be_written_twice() -> None:
    document, _ = parse("One [@a], two [@a].\n\n## Three\n")
    first, second = (render_markdown(document, {}, {"a": 1}) for _ in range(2))
    assert first == second
    assert 'id="cited-1-2"' in first


def test_mentions_are_named_so_that_the_first_is_the_shortest() -> None:
    assert [mention_id(4, mention) for mention in (1, 2, 3)] == ["cited-4", "cited-4-2", "cited-4-3"]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_text_without_raw_html_never_becomes_a_tag_or_an_attribute_of_its_own(text: str) -> None:
    _, problems = parse(text)
    if any(problem.code == "raw-html" for problem in problems):
        return  # such a page is refused
    reader = _Tags()
    reader.feed(render(text))
    for tag, attributes in reader.seen:
        assert tag in HARMLESS
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert "script:" not in (attributes.get("href") or attributes.get("src") or "").lower()
