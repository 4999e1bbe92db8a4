"""The chapters as one document: ids apart, links inside, one list of sources."""

from site_builder.core.model import Page
from site_builder.pages.book import make_book
from tests.site_builder.samples import make_page, make_reference

ONE = make_page(
    "weak-ties", "## Greet\n\nSo it is [@b; @a]. See [this](#greet) and [that](04-friendship.md#start).\n"
)
OTHER = make_page(
    "friendship", "## Start\n\nAgain [@a]. [The tool](../builder.html), [home](https://example.org/).\n"
)
ADDRESSES = {
    ONE.output: {"#greet": "#greet", "04-friendship.md#start": "friendship.html#start"},
    OTHER.output: {"../builder.html": "../builder.html", "https://example.org/": "https://example.org/"},
}
REFERENCES = {source_id: make_reference(source_id) for source_id in "abc"}


def html_of(*pages: Page) -> list[str]:
    return [chapter.html for chapter in make_book(pages, ADDRESSES, REFERENCES).chapters]


def test_headings_keep_apart_and_lie_one_level_deeper() -> None:
    one, other = html_of(ONE, OTHER)
    assert '<h3 id="weak-ties-greet">Greet</h3>' in one
    assert '<h3 id="friendship-start">Start</h3>' in other


def test_links_between_chapters_stay_inside_the_book() -> None:
    one, _ = html_of(ONE, OTHER)
    assert '<a href="#weak-ties-greet">this</a>' in one
    assert '<a href="#friendship-start">that</a>' in one


def test_other_links_lead_out_of_it() -> None:
    _, other = html_of(ONE, OTHER)
    assert '<a href="builder.html">The tool</a>' in other
    assert '<a href="https://example.org/">home</a>' in other


def test_sources_are_numbered_once_for_all_chapters() -> None:
    book = make_book((ONE, OTHER), ADDRESSES, REFERENCES)
    listed = [(cited.number, cited.reference.id, cited.mentions) for cited in book.references]
    assert listed == [(1, "b", 1), (2, "a", 2)]
    assert '<a href="#source-2" id="friendship-cited-2" role="doc-noteref">2</a>' in book.chapters[1].html
