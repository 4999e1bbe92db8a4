import pytest

from site_builder.core.model import Files
from site_builder.core.problems import Problem
from site_builder.output.audit import check_site
from site_builder.output.parse import parse_files

GOOD = '<!DOCTYPE html>\n<html lang="en"><body>\n<h1>Title</h1>\n<p id="here">Text</p>\n</body></html>\n'


def told(files: Files, base: str = "") -> list[Problem]:
    return list(check_site(parse_files(files), base))


def check(html: str, **others: bytes) -> list[Problem]:
    """Check a site of the page chapters/a.html and other files (site_css stands for site.css)."""
    files = {"chapters/a.html": html.encode(), "chapters/b.html": GOOD.encode(), "index.html": GOOD.encode()}
    files |= {name.replace("_", "."): data for name, data in others.items()}
    return told(files)


def found(body: str, **others: bytes) -> list[tuple[str, str]]:
    """What is wrong with a page that is good apart from `body`."""
    return [(problem.code, problem.text) for problem in check(GOOD.replace("Text", body), **others)]


def test_a_good_page_has_no_problems() -> None:
    assert check(GOOD) == []


def test_a_problem_has_the_line_and_column_of_the_finished_page() -> None:
    (problem,) = check(GOOD.replace("Text", 'Text <a href="x.html">x</a>'))
    assert (problem.path, problem.line, problem.column) == ("dist/chapters/a.html", 4, 19)
    assert problem.source_line == '<p id="here">Text <a href="x.html">x</a></p>'


@pytest.mark.parametrize(
    "address",
    [
        "b.html",
        "b.html#here",
        "../index.html",
        "../index.html#here",
        "#here",
        "../chapters/",
        "../site.css",
        "https://example.org/x",
        "http://example.org/x",
        "mailto:a@b.example",
        "",
    ],
)
def test_addresses_that_lead_somewhere(address: str) -> None:
    assert found(f'<a href="{address}">x</a>', site_css=b"") == []


@pytest.mark.parametrize(
    "element",
    [
        '<a href="{}">x</a>',
        '<img src="{}" alt="">',
        '<script src="{}"></script>',
        '<link rel="stylesheet" href="{}">',
        '<iframe src="{}"></iframe>',
        '<video src="{}"></video>',
        '<audio src="{}"></audio>',
        '<source src="{}">',
        '<img src="{}" alt="" />',
    ],
)
def test_an_address_that_leads_nowhere_is_found_in_every_element(element: str) -> None:
    assert found(element.format("c.html")) == [("broken-address", '"c.html" leads nowhere')]
    assert found(element.format("b.html")) == []


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("c.html#here", '"c.html#here" leads nowhere'),
        ("../no-folder/", '"../no-folder/" leads nowhere'),
        ("B.html", '"B.html" leads nowhere'),
        ("javascript:alert(1)", '"javascript:alert(1)" leads nowhere'),
        ("../../x.html", '"../../x.html" leads out of the site'),
        ("../../", '"../../" leads out of the site'),
        ("#there", '"#there" leads to no element with that id'),
        ("b.html#there", '"b.html#there" leads to no element with that id'),
        ("../index.html#Here", '"../index.html#Here" leads to no element with that id'),
    ],
)
def test_an_address_that_leads_nowhere_is_told(address: str, text: str) -> None:
    assert found(f'<a href="{address}">x</a>') == [("broken-address", text)]


def site_with_missing_page(address: str) -> dict[str, bytes]:
    """A site whose page 404.html has a link to this address."""
    return {"404.html": GOOD.replace("Text", f'<a href="{address}">x</a>').encode(), "index.html": GOOD.encode()}


def test_an_address_from_the_root_is_good_only_where_the_root_is_known() -> None:
    files = site_with_missing_page("/c/index.html#here")
    assert told(files, "/c/") == []
    for base in ("", "/d/"):
        assert [problem.code for problem in told(files, base)] == ["broken-address"]


@pytest.mark.parametrize("address", ["/c/nothing.html", "/c/index.html#nothing", "/c/../x.html"])
def test_an_address_from_a_known_root_must_lead_somewhere(address: str) -> None:
    assert [problem.code for problem in told(site_with_missing_page(address), "/c/")] == ["broken-address"]


def test_where_the_root_is_known_other_addresses_start_at_their_page_all_the_same() -> None:
    files = {"chapters/a.html": GOOD.replace("Text", '<a href="b.html">x</a>').encode()}
    assert told(files | {"chapters/b.html": GOOD.encode()}, "/c/") == []
    assert [problem.code for problem in told(files | {"b.html": GOOD.encode()}, "/c/")] == ["broken-address"]


def test_the_root_itself_is_the_index_page() -> None:
    assert told(site_with_missing_page("/c/"), "/c/") == []


@pytest.mark.parametrize(
    ("body", "code", "text"),
    [
        ('<b id="here"></b>', "double-id", 'the id "here" stands twice'),
        ("<style>p{}</style>", "inline-style", "inline style, which the policy blocks"),
        ('<b style="color:red">x</b>', "inline-style", "inline style, which the policy blocks"),
        ("<script>1</script>", "inline-script", "inline script, which the policy blocks"),
        ('<script type="module">1</script>', "inline-script", "inline script, which the policy blocks"),
        ('<b onclick="x()">x</b>', "inline-script", "inline handler onclick, which the policy blocks"),
        ('<b ONLOAD="x()">x</b>', "inline-script", "inline handler onload, which the policy blocks"),
        ('<img src="b.html">', "no-alt", "an image without alt"),
        ("<h3>x</h3>", "heading-jump", "heading of level 3 after level 1"),
        ("<h2>x</h2><h4>y</h4>", "heading-jump", "heading of level 4 after level 2"),
        ("<h1>x</h1>", "title-count", "2 headings of level 1; one is needed"),
        *(
            (text, "python-text", "words of Python in the place of a text; a template names a method")
            for text in (
                "&lt;built-in method copy of dict object at 0x7f10&gt;",
                "<b title='&lt;built-in function len&gt;'>x</b>",
                "&#60;bound method Undefined.x of y&#62;",
                "&#60;function name&#62;",
                "<built-in method copy of dict object at 0x7f10>",
                "&lt;function name at 0x7f10&gt;",
                "&lt;generator object render at 0x7f10&gt;",
                "&lt;class &#39;str&#39;&gt;",
                "&lt;site_builder.core.model.Page object at 0x7f10&gt;",
                "dict_items([(1, 2)])",
                "dict_keys([&#39;a&#39;])",
            )
        ),
        (
            '<script src="https://cdn.example/x.js"></script>',
            "foreign",
            '"https://cdn.example/x.js" would be fetched from another host',
        ),
        (
            '<link rel="stylesheet" href="//cdn.example/x.css">',
            "foreign",
            '"//cdn.example/x.css" would be fetched from another host',
        ),
        (
            '<img src="http://a.example/x.png" alt="">',
            "foreign",
            '"http://a.example/x.png" would be fetched from another host',
        ),
        (
            '<iframe src="https://a.example/"></iframe>',
            "foreign",
            '"https://a.example/" would be fetched from another host',
        ),
    ],
)
def test_what_a_browser_or_its_reader_would_stumble_over_is_told(body: str, code: str, text: str) -> None:
    assert found(body) == [(code, text)]


@pytest.mark.parametrize(
    "body",
    [
        '<img src="data:image/svg+xml,x" alt="">',
        '<script type="application/ld+json">{}</script>',
        '<link rel="canonical" href="https://example.org/a.html">',
        "<h2>x</h2><h3>y</h3><h2>z</h2>",
        '<img src="b.html" alt="">',
        "<template><p id='other'></p></template>",
        "<hr><header>x</header>",
        "A built-in method, a class, a function (x &lt; y), &lt;classes&gt; and a dictionary.",
    ],
)
def test_what_is_allowed(body: str) -> None:
    assert found(body) == []


def test_a_page_without_a_title_is_told() -> None:
    assert [(problem.code, problem.text) for problem in check(GOOD.replace("h1", "p"))] == [
        ("title-count", "0 headings of level 1; one is needed")
    ]


def test_a_page_that_starts_below_level_1_is_told() -> None:
    assert "heading-jump" in [problem.code for problem in check(GOOD.replace("h1", "h2"))]


@pytest.mark.parametrize("lang", ["<html>", '<html lang="">'])
def test_a_page_says_its_language(lang: str) -> None:
    assert [problem.text for problem in check(GOOD.replace('<html lang="en">', lang))] == [
        "the page does not say its language"
    ]


def test_the_problems_of_all_pages_are_told() -> None:
    bad = GOOD.replace("Text", "<style></style>").encode()
    assert [problem.path for problem in told({"a.html": bad, "b.html": bad, "site.css": b"<style>"})] == [
        "dist/a.html",
        "dist/b.html",
    ]


@pytest.mark.parametrize("tag", ["script", "iframe"])
def test_only_images_may_be_written_into_their_address(tag: str) -> None:
    assert found(f'<{tag} src="data:text/plain,x"></{tag}>') != []


def test_an_address_from_an_unknown_root_is_told_on_the_first_page_too() -> None:
    files = {"index.html": GOOD.replace("Text", '<a href="/b.html">x</a>').encode(), "b.html": GOOD.encode()}
    assert [problem.code for problem in told(files)] == ["broken-address"]
