"""Markdown to pieces of HTML and what checks ask for, once a page.

CommonMark with tables, GitHub's alerts and citations: `[@hall-2019]`, `[@hall-2019, page 4; @rohrer-2021]`. A plain
block quote holds words to say. Raw HTML is a mistake: it would tie the content to one stylesheet and get round the
checks.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any
from urllib.parse import unquote

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from site_builder.content.heading_ids import heading_id
from site_builder.content.leftovers import find_leftovers
from site_builder.content.parser import CITATION, MOST_OF_A_BLOCK, PLAIN, TOO_LONG, parser
from site_builder.content.pieces import plain_text, render_pieces
from site_builder.content.spoken import ALERTS
from site_builder.core.model import Citation, Document, Heading, Link, Passage, PassageKind
from site_builder.core.problems import Problem, Source, did_you_mean
from site_builder.core.writing import quotation_marks

NO_CITATION = re.compile(rf"(?!{CITATION.pattern})\[@")
SOURCE_ID = re.compile(r"@[\w-]+")
KINDS: Mapping[str, PassageKind] = {"heading_open": "heading", "th_open": "cell", "td_open": "cell"}
"""What a passage is, by the token before it."""
ALERT = re.compile(r"\[!(\w*)\]")
"""Seen in a text only where the parser did not know the kind; otherwise it has taken the marker away."""

MOST_LEVELS = 12
"""Of lists, their items, and quotes inside each other; the parser goes to twenty."""

CITATION_HINT = "a citation looks like [@hall-2019], [@hall-2019, page 4] or [@hall-2019; @rohrer-2021]"


def parse_markdown(
    source: Source, body: str, body_line: int, words: Mapping[str, str], lang: str
) -> tuple[Document, list[Problem]]:
    """Parse a file's text, which starts at `body_line` of the file; `words` has what `SPOKEN` names.

    `lang` decides about quotation marks.
    """
    env: dict[str, Any] = {}
    tokens = parser(quotation_marks(lang)).parse(body, env)
    _put_words(tokens, words)
    reader = _Reader(source, body_line)
    reader.read(tokens)
    reader.too_long(env.get(TOO_LONG, []))
    if TOO_LONG not in env:
        reader.unused(env)
    document = Document(
        pieces=render_pieces(tokens),
        headings=tuple(reader.headings),
        links=tuple(reader.links),
        citations=tuple(reader.citations),
        passages=tuple(reader.passages),
    )
    return document, reader.problems


def _put_words(tokens: Sequence[Token], words: Mapping[str, str]) -> None:
    """Give tables their name, and boxed remarks their title in place of the parser's English one."""
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            token.attrSet("aria-label", words["table"])
        elif token.type == "alert_title_open":
            title = tokens[index + 1]
            title.content = words[tokens[index - 1].meta["kind"].lower()]
            title.children = [Token("text", "", 0, content=title.content)]


class _Reader:
    """Walks over tokens and notes headings, links, citations and mistakes, with their places."""

    def __init__(self, source: Source, body_line: int) -> None:
        self.source = source
        self.lines = source.lines
        self.body_line = body_line
        self.headings: list[Heading] = []
        self.ids: dict[str, int] = {}
        self.links: list[Link] = []
        self.citations: list[Citation] = []
        self.problems: list[Problem] = []
        self.passages: list[Passage] = []
        self.block = (body_line, body_line)
        """First and last line of the file that the current block covers, from 1."""
        self.seen: Counter[str] = Counter()
        self.quotes = 0
        """How many block quotes the current block stands in."""
        self.found: dict[str, list[tuple[int, int]]] = {}
        """Where in the current block each text stands that was looked for."""

    def read(self, tokens: Sequence[Token]) -> None:
        self.too_deep(tokens)
        for index, token in enumerate(tokens):
            if token.map:
                self.enter((token.map[0] + self.body_line, token.map[1] + self.body_line - 1))
            self.quotes += token.nesting if token.type.startswith("blockquote_") else 0
            if token.type == "tr_open":
                self.row(tokens, index)
            elif token.type == "heading_open":
                self.heading(token, tokens[index + 1])
            elif token.type == "html_block":
                self.raw_html(token.content.strip())
            elif token.type == "inline":
                self.misspelled_alert(token.content)
                self.inline(token.children or [])
                for mark, text, hint in find_leftovers(token.meta[PLAIN]):
                    self.note(mark, "leftover", text, hint)
                kind = "said" if self.quotes else KINDS.get(tokens[index - 1].type, "text")
                self.passages.append(Passage(plain_text(token.children or []), self.block[0], kind))

    def too_deep(self, tokens: Sequence[Token]) -> None:
        """Tell of the first list or quote far inside others: the parser drops what is farther in."""
        nests = (token for token in tokens if token.type.endswith(("list_open", "quote_open")))
        deep = next((token for token in nests if token.level > MOST_LEVELS), None)
        if deep and deep.map:
            text, hint = "lists or quotes stand too deep inside each other", "lift it out, to where a reader follows"
            self.problems.append(self.source.problem(deep.map[0] + self.body_line, 1, "too-deep", text, hint))

    def enter(self, block: tuple[int, int]) -> None:
        """Go on to a block; the cells of a table's row share one."""
        if block != self.block:
            self.block = block
            self.seen.clear()
            self.found.clear()

    def too_long(self, blocks: Sequence[tuple[int, int]]) -> None:
        """Tell of blocks that were held back."""
        for line, length in blocks:
            text, hint = f"{length} characters in one block", f"allowed: at most {MOST_OF_A_BLOCK}; divide it"
            self.problems.append(self.source.problem(line + self.body_line, 1, "too-long", text, hint))

    def row(self, tokens: Sequence[Token], start: int) -> None:
        """Look for more cells in the text than the table has columns: the parser drops them."""
        columns = sum(token.type == "inline" for token in _until("tr_close", tokens, start))
        cells = escapedSplit(self.lines[self.block[0] - 1].lstrip(" >").strip())
        cells = cells[cells[0] == "" : len(cells) - (cells[-1] == "")]
        if len(cells) > columns:
            hint = "where a | is meant as such, write \\|"
            self.note(cells[columns].strip(), "cells", f"a row of {len(cells)} cells in a table of {columns}", hint)

    def unused(self, env: Mapping[str, Any]) -> None:
        """Tell of addresses that no link takes, which would be shown nowhere."""
        used = {link.href for link in self.links}
        unused = [one for one in env.get("references", {}).values() if one["href"] not in used]
        for one in (*unused, *env.get("duplicate_refs", [])):
            line = one["map"][0] + self.body_line
            text, hint = "no link takes this address", "take it out, or write [words](address) where the link is"
            self.problems.append(self.source.problem(line, 1, "unused-address", text, hint))

    def heading(self, token: Token, inline: Token) -> None:
        level = int(token.tag[1])
        text = plain_text(inline.children or [])
        before = self.headings[-1].level if self.headings else 1
        if level == 1:
            self.note("#", "h1-in-text", "the page's title is its only heading of level 1", "start with ##")
        elif level > before + 1:
            hint = f"the heading before it has level {before}; use {'#' * (before + 1)}"
            self.note("#" * level, "heading-jump", f"heading of level {level} skips a level", hint)
        heading = Heading(level, heading_id(text, self.ids), text)
        token.attrSet("id", heading.id)
        self.headings.append(heading)

    def inline(self, children: Sequence[Token]) -> None:
        for index, child in enumerate(children):
            if child.type == "text":
                self.malformed_citations(child.content)
            elif child.type == "link_open":
                self.link(str(child.attrGet("href")), plain_text(list(_until("link_close", children, index))))
            elif child.type == "image":
                self.image(child)
            elif child.type == "html_inline":
                self.raw_html(child.content)
            elif child.type == "citation":
                for source_id, _ in child.meta["cited"]:
                    self.citations.append(Citation(source_id, *self.place(f"@{source_id}", SOURCE_ID)))

    def misspelled_alert(self, text: str) -> None:
        match = ALERT.match(text)
        if match:
            hint = did_you_mean(match.group(1), ALERTS, ", ".join(ALERTS))
            self.note(match.group(), "alert-kind", f'no boxed remark "{match.group(1)}"', hint)

    def link(self, href: str, text: str = "") -> None:
        written = href if self.places(href) else unquote(href)
        self.links.append(Link(href, *self.place(written), text))

    def image(self, token: Token) -> None:
        if not plain_text(token.children or []).strip():
            self.note("![", "no-alt", "an image without a text alternative", "write ![what it shows](address)")
        self.link(str(token.attrGet("src")))

    def raw_html(self, text: str) -> None:
        self.note(
            text.partition("\n")[0],
            "raw-html",
            "raw HTML",
            "write Markdown; a < that is meant as such is written \\<",
        )

    def malformed_citations(self, text: str) -> None:
        for _ in range(text.count("[@")):
            line, column = self.place("[@", NO_CITATION)
            problem = self.source.problem(line, column, "citation-form", "this is not a citation", CITATION_HINT, 2)
            self.problems.append(problem)

    def note(self, at: str, code: str, text: str, hint: str) -> None:
        line, column = self.place(at)
        self.problems.append(self.source.problem(line, column, code, text, hint, max(1, len(at))))

    def place(self, text: str, form: re.Pattern[str] | None = None) -> tuple[int, int]:
        """Find the next such text in the current block, as line and column; else the block's start.

        With a `form` only places count where the form matches just this text.
        """
        wanted = self.seen[text]
        self.seen[text] += 1
        places = self.places(text, form)
        return places[min(wanted, len(places) - 1)] if places else (self.block[0], 1)

    def places(self, text: str, form: re.Pattern[str] | None = None) -> list[tuple[int, int]]:
        if text not in self.found:
            self.found[text] = list(self.look_for(text, form))
        return self.found[text]

    def look_for(self, text: str, form: re.Pattern[str] | None) -> Iterator[tuple[int, int]]:
        first, last = self.block
        for number in range(first, min(last, len(self.lines)) + 1):
            line = self.lines[number - 1]
            start = line.find(text)
            while start >= 0:
                if form is None or ((match := form.match(line, start)) and match.group() == text):
                    yield number, start + 1
                start = line.find(text, start + max(1, len(text)))


def _until(kind: str, tokens: Sequence[Token], start: int) -> Iterator[Token]:
    """The tokens behind one at `start`, up to the next of a kind."""
    following = (tokens[index] for index in range(start + 1, len(tokens)))
    return takewhile(lambda token: token.type != kind, following)
