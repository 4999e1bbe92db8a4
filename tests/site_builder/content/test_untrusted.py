"""Texts that somebody wrote to do harm, or that no program was made for."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from lxml.html import fragment_fromstring
from markdown_it.token import Token

from site_builder.content import markdown as markdown_module
from site_builder.content.markdown import MOST_LEVELS
from site_builder.content.parser import MOST_OF_A_BLOCK
from site_builder.core.model import Document
from site_builder.pages.html import render_markdown
from tests.site_builder.samples import parse

RUNS = {"base", "embed", "form", "iframe", "link", "math", "meta", "object", "script", "style", "svg"}
"""Elements that would run something, or fetch it."""

ATTACKS = (
    "<script>alert(1)</script>",
    "<SCRIPT\n>alert(1)</SCRIPT\n>",
    "<img src=x onerror=alert(1)>",
    "a <svg/onload=alert(1)> b",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<!-- a --><base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<style>@import '//evil.example'</style>",
    "<a href='javascript:alert(1)'>a</a>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:msgbox)",
    "[a](file:///etc/passwd)",
    "[a](//evil.example)",
    "![a](javascript:alert(1))",
    '![a" onerror="alert(1)](x.png)',
    "[a](x.html 'b\" onclick=\"alert(1)')",
    "[a]: javascript:alert(1)\n\n[a]",
    "<javascript:alert(1)>",
    '<https://evil.example/"onclick=alert(1)>',
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "```<script>\n<script>alert(1)</script>\n```",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "| <script>alert(1)</script> |\n| --- |\n| <img src=x onerror=alert(1)> |",
    "> [!NOTE]\n> <script>alert(1)</script>",
    "## <img src=x onerror=alert(1)>",
    "[@hall-2019, <script>alert(1)</script>]",
    '[@hall-2019, "onclick=alert(1)]',
)


def html_of(document: Document) -> str:
    """The HTML of a text on a page where every link leads where it says, and every source has a number."""
    addresses = {link.href: link.href for link in document.links}
    numbers = {citation.source_id: 1 for citation in document.citations}
    return render_markdown(document, addresses, numbers, notes=dict.fromkeys(numbers, "A note."))


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_somebody_writes_runs(attack: str) -> None:
    document, problems = parse(f"{attack}\n")
    links = [link.href.lower() for link in document.links]
    elements = list(fragment_fromstring(html_of(document), create_parent=True).iter())
    assert problems or not RUNS & {element.tag for element in elements}
    assert problems or not [name for element in elements for name in element.attrib if name.startswith("on")]
    assert not any(re.match(r"\s*(javascript|vbscript|data|file):", link) for link in links)


def lists(depth: int) -> str:
    return "".join(f"{'  ' * level}- item {level}\n" for level in range(depth))


@pytest.mark.parametrize(
    ("text", "line"),
    [(">" * (MOST_LEVELS + 2) + " deep\n", 1), (lists(30), MOST_LEVELS // 2 + 2), (">" * 5000 + " deep\n", 1)],
    ids=["quotes", "lists", "thousands of quotes"],
)
def test_what_stands_too_deep_is_told_since_it_would_be_dropped(text: str, line: int) -> None:
    _, problems = parse(text)
    assert [(problem.code, problem.line) for problem in problems] == [("too-deep", line)]


@pytest.mark.parametrize(
    "text", [">" * (MOST_LEVELS + 1) + " deep\n", lists(MOST_LEVELS // 2 + 1)], ids=["quotes", "lists"]
)
def test_what_stands_less_deep_is_shown(text: str) -> None:
    document, problems = parse(text)
    assert problems == []
    assert "deep" in html_of(document) or f"item {MOST_LEVELS // 2}" in html_of(document)


LONG = 'It is said that "it\'s so". ' * (MOST_OF_A_BLOCK // 10)


@pytest.mark.parametrize(
    ("text", "line"),
    [(f"{LONG}\n", 1), (f"Short.\n\n- a\n- {LONG}\n", 4), (f"| a |\n| --- |\n| {LONG} |\n", 3), (f"## {LONG}\n", 1)],
    ids=["a paragraph", "an item", "a cell", "a heading"],
)
def test_what_is_too_long_for_one_block_is_told_and_not_parsed(text: str, line: int) -> None:
    document, problems = parse(f"{text}\n[a]\n\n[a]: b.html\n\n[see]: c.html\n")
    assert [(problem.code, problem.line) for problem in problems] == [("too-long", line)]
    assert [link.href for link in document.links] == ["b.html"]


def test_a_block_may_be_as_long_as_it_may_be() -> None:
    assert parse("a" * MOST_OF_A_BLOCK)[1] == []


def test_no_token_is_looked_at_for_each_row_or_link_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the time would grow with the square of their number."""
    looked_at: Counter[str] = Counter()
    until = markdown_module._until

    def counted(kind: str, tokens: Sequence[Token], start: int) -> Iterator[Token]:
        for token in until(kind, tokens, start):
            looked_at[kind] += 1
            yield token

    monkeypatch.setattr(markdown_module, "_until", counted)
    assert parse("| a | b |\n| --- | --- |\n" + "| c | d |\n" * 100 + "\n[a](b.html) " * 100)[1] == []
    assert looked_at == {"tr_close": 101 * 6, "link_close": 100}
