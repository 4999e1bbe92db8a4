"""SVG pictures of the text: put into the page, refused with their line where they hold what a page must not."""

import pytest

from site_builder.assets.pictures import read_pictures
from site_builder.core.colors import LIGHT
from site_builder.core.problems import Source
from site_builder.core.project import Project
from site_builder.ebook import epub_source
from site_builder.graphics.sanitize import parse_drawing, parse_drawings
from site_builder.graphics.standalone import standalone
from site_builder.graphics.svg import Drawing
from site_builder.pages.book import make_book
from site_builder.pages.html import render_markdown
from site_builder.pages.links import drawn_images
from tests.site_builder.samples import EDITION, make_page

GOOD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 90">\n<!-- a ring -->\n'
    '<circle class="d-ghost" cx="9" cy="9" r="4"/>\n<text class="d-text" x="1" y="2">a &amp; b</text>\n</svg>\n'
)
PAGE = make_page("weak-ties", "![A “ring”](../pictures/ring.svg)\n")
ADDRESSES = {"../pictures/ring.svg": "../pictures/ring.svg"}
RING = Drawing(
    360, 90, '<circle class="d-ghost" cx="9" cy="9" r="4"></circle><text class="d-text" x="1" y="2">a &amp; b</text>'
)


def parse(text: str) -> tuple[Drawing, list[tuple[int, str, str]]]:
    drawing, problems = parse_drawing(Source("content/pictures/ring.svg", text))
    return drawing, [(problem.line, problem.code, problem.text) for problem in problems]


def test_a_picture_keeps_its_shapes_and_words_and_nothing_else() -> None:
    assert parse(GOOD) == (RING, [])


@pytest.mark.parametrize(
    ("row", "code", "text"),
    [
        ("<script>alert(1)</script>", "svg-element", "<script> cannot stand in a picture"),
        ("<style>a {}</style>", "svg-element", "<style> cannot stand in a picture"),
        ("<foreignObject/>", "svg-element", "<foreignObject> cannot stand in a picture"),
        ('<g onclick="x()"/>', "svg-attribute", "onclick cannot stand in a picture"),
        ('<g style="fill: red"/>', "svg-attribute", "style cannot stand in a picture"),
        ('<path fill="red"/>', "svg-attribute", "fill cannot stand in a picture"),
        ('<path id="a"/>', "svg-attribute", "id cannot stand in a picture"),
        ('<image href="https://example.org/x.png"/>', "svg-attribute", "href cannot stand in a picture"),
        ('<path class="d-inky"/>', "svg-class", 'no class "d-inky"'),
        ("words", "svg-form", "words outside of <text>"),
        ("<g></path>", "svg-form", "not well-formed: mismatched tag"),
    ],
)
def test_what_a_page_must_not_hold_is_refused_with_its_line(row: str, code: str, text: str) -> None:
    _, problems = parse(GOOD.replace("<!-- a ring -->", row))
    assert (2, code, text) in problems


@pytest.mark.parametrize("start", ["<svg>", '<svg viewBox="1 0 9 9">', '<g viewBox="0 0 9 9">'])
def test_a_picture_says_the_size_of_its_sheet(start: str) -> None:
    _, problems = parse(f"{start}</{start[1:4].strip()}>" if start[1] == "s" else f"{start}</g>")
    assert problems == [(1, "svg-form", "the size of the sheet is missing")]


def test_a_document_type_is_refused() -> None:
    _, problems = parse(f"<!DOCTYPE svg>{GOOD}")
    assert problems == [(1, "svg-form", "a document type cannot stand in a picture")]


def test_mistakes_of_all_pictures_are_told_at_once() -> None:
    bad = GOOD.replace("<circle", "<image").encode()
    latin = GOOD.replace("a &amp; b", "caf\xe9").encode("latin-1")
    pictures = {"a.svg": bad, "b.png": b"\x89", "c.svg": bad, "d.svg": latin}
    _, problems = parse_drawings({f"pictures/{name}": data for name, data in pictures.items()})
    assert [(p.path.rpartition("/")[2], p.line, p.code) for p in problems] == [
        ("a.svg", 3, "svg-element"),
        ("c.svg", 3, "svg-element"),
        ("d.svg", 4, "encoding"),
    ]


def test_an_image_becomes_a_drawing_named_by_its_text() -> None:
    drawn = drawn_images(PAGE, {"pictures/ring.svg": RING})
    html = render_markdown(PAGE.document, ADDRESSES, {}, drawn)
    assert (
        '<svg class="drawing diagram" viewBox="0 0 360 90" focusable="false" role="img" aria-label="A “ring”"' in html
    )
    assert RING.body in html
    assert "<img" not in html


def test_a_book_for_readers_without_our_style_names_the_file() -> None:
    book = make_book((PAGE,), {PAGE.output: ADDRESSES}, {}, {"pictures/ring.svg": RING})
    source = epub_source(book, EDITION)
    assert '<img src="pictures/ring.svg" alt="A “ring”">' in source
    assert "<svg" not in source


def test_a_file_of_its_own_has_colors_instead_of_classes() -> None:
    alone = standalone(RING, LIGHT)
    assert "class=" not in alone
    assert f'stroke="{LIGHT.strong_rule}" stroke-dasharray="4 4"' in alone
    assert f'fill="{LIGHT.ink}" font-family="serif"' in alone


def test_the_pictures_of_the_site_are_small_and_narrow_enough_for_a_phone(project: Project) -> None:
    drawings, problems = parse_drawings(read_pictures(project)[0])
    assert problems == []
    assert len(drawings) >= 9
    assert {name: drawing.width for name, drawing in drawings.items() if drawing.width > 400} == {}
    assert {name: len(drawing.body) for name, drawing in drawings.items() if len(drawing.body) > 6000} == {}
