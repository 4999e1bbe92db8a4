"""What a browser fetches on its own, from pages, style sheets and drawings, stays on the site and is there."""

import pytest

from tests.site_builder.output.test_audit import GOOD, check, found, told

FOREIGN = "https://a.example/x.png"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "element",
    [
        '<object data="{}"></object>',
        '<embed src="{}">',
        '<video poster="{}"></video>',
        '<track src="{}">',
        '<input type="image" src="{}" alt="">',
        '<img alt="" src="b.html" srcset="b.html 1x, {} 2x">',
        '<source srcset="{} 480w">',
        '<link rel="preload" as="image" imagesrcset="{} 1x">',
        '<svg><use href="{}"/></svg>',
        '<svg><image xlink:href="{}"/></svg>',
        '<base href="{}">',
        '<form action="{}"></form>',
        '<button formaction="{}"></button>',
        '<a href="b.html" ping="{}">x</a>',
        '<table background="{}"></table>',
    ],
)
def test_whatever_a_browser_fetches_or_sends_stays_on_the_site(element: str) -> None:
    assert found(element.format(FOREIGN)) == [("foreign", f'"{FOREIGN}" would be fetched from another host')]
    assert ("broken-address", '"nothing.png" leads nowhere') in found(element.format("nothing.png"))
    assert found(element.format("b.html")) == []


@pytest.mark.parametrize(
    "address", ["HTTPS://a.example/", " https://a.example/", "ht\ntps://a.example/", "\\\\a.example/"]
)
def test_a_foreign_address_is_found_however_it_is_written(address: str) -> None:
    assert [code for code, _ in found(f'<script src="{address}"></script>')] == ["foreign"]


@pytest.mark.parametrize(
    "rule",
    [
        '@import "{}";',
        "@import url({}) screen;",
        "@import URL('{}');",
        "a {{ background: red url( '{}' ) }}",
        "a {{ background: image-set('{}' 1x) }}",
        "@media print {{ a {{ cursor: url({}), auto }} }}",
        "@font-face {{ src: local('x'), url(\"{}\") format('woff2') }}",
        "a {{ b: u\\72l({}) }}",
        "@supports (x: y) {{ @layer z {{ a {{ mask: src('{}') }} }} }}",
    ],
)
def test_what_a_style_sheet_fetches_stays_on_the_site(rule: str) -> None:
    sheet = {"css/a.css": rule.format(FOREIGN).encode()}
    (problem,) = told(sheet)
    assert (problem.path, problem.code, problem.line) == ("dist/css/a.css", "foreign", 1)
    (problem,) = told({"css/a.css": b"a {}\n" + rule.format("../x.png").encode()})
    assert (problem.code, problem.line, problem.text) == ("broken-address", 2, '"../x.png" leads nowhere')
    assert told({"css/a.css": rule.format("../x.png").encode(), "x.png": b""}) == []


def test_comments_and_texts_of_a_style_sheet_are_no_addresses() -> None:
    style = (
        b"/* @import url(https://a.example/); */ a::after { content: 'https://a.example/'; b: url(data:image/png,x) }"
    )
    assert told({"a.css": style}) == []


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<image href="https://a.example/x.png"/>', "foreign"),
        ('<use xlink:href="https://a.example/x.svg#a"/>', "foreign"),
        ('<a href="nothing.html"><path/></a>', "broken-address"),
        ("<script>alert(1)</script>", "inline-script"),
        ("<style>a{}</style>", "inline-style"),
        ('<path onclick="x()"/>', "inline-script"),
    ],
)
def test_drawings_are_looked_at_too(inside: str, code: str) -> None:
    assert [problem.code for problem in told({"pictures/a.svg": SVG.format(inside).encode()})] == [code]
    assert told({"pictures/a.svg": SVG.format('<path d="M0 0"/>').encode()}) == []


def test_a_page_that_leads_on_by_itself_leads_somewhere() -> None:
    assert found('<meta http-equiv="Refresh" content="0; URL=b.html">') == []
    assert found('<meta http-equiv="refresh" content="0; url=c.html">') == [
        ("broken-address", '"c.html" leads nowhere')
    ]


def test_the_place_of_a_tag_over_several_lines_is_found() -> None:
    (problem,) = check(GOOD.replace("Text", 'Text <a\n  class="x"\n  href="x.html"\n>x</a>'))
    assert (problem.line, problem.source_line.strip()) == (6, 'href="x.html"')
