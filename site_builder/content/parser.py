"""The parser of Markdown, with what it does beside CommonMark: citations, and notes for whoever reads its tokens."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from site_builder.content.leftovers import HIDDEN
from site_builder.content.signs import set_signs

CITED = r"@[\w-]+(?:,[^;@\]\[]+)?"
CITATION = re.compile(rf"\[({CITED}(?:\s*;\s*{CITED})*)\]")

MOST_OF_A_BLOCK = 5000
"""Characters of a paragraph, a heading or a cell: five times the longest of ours. The time that the parser takes for
quotation marks grows with the square of their number."""

PLAIN = "plain"
"""Where a token has what the parser left as it was written."""

TOO_LONG = "too_long"
"""Where `env` has the blocks that were not read: their first lines and lengths."""

BREAKS = ("softbreak", "hardbreak")


@cache
def parser(marks: tuple[str, ...]) -> MarkdownIt:
    """The parser, made once for each set of quotation marks."""
    made = MarkdownIt("commonmark", {"alerts": True, "typographer": True, "quotes": marks})
    made.enable(["table", "smartquotes"])
    made.inline.ruler.before("link", "citation", _citation_rule)
    made.core.ruler.after("block", "long", _hold_back)
    made.core.ruler.after("inline", "plain", _note_plain)
    made.core.ruler.after("plain", "signs", _set_signs)
    return made


def _hold_back(state: StateCore) -> None:
    """Take the text out of blocks that nobody should have to read, before it is parsed."""
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > MOST_OF_A_BLOCK:
            assert token.map is not None
            state.env.setdefault(TOO_LONG, []).append((token.map[0], len(token.content)))
            token.content = ""


def _note_plain(state: StateCore) -> None:
    """Note what the parser left as it was written, before quotes are set and backslashes forgotten."""
    for token in state.tokens:
        if token.type == "inline":
            token.meta[PLAIN] = "".join(map(_plain_part, token.children or []))


def _set_signs(state: StateCore) -> None:
    for token in state.tokens:
        for child in token.children or []:
            if child.type == "text":
                child.content = set_signs(child.content, state.md.options["quotes"])


def _plain_part(token: Token) -> str:
    return token.content if token.type == "text" else "\n" if token.type in BREAKS else HIDDEN


def _citation_rule(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")  # the number stands at its word
        token = state.push("citation", "", 0)
        token.content = match.group()
        token.meta = {"cited": [_id_and_note(part) for part in match.group(1).split(";")]}
    state.pos = match.end()
    return True


def _id_and_note(part: str) -> tuple[str, str]:
    """Split "@hall-2019, page 4" into the source and what is said beside its number."""
    source_id, _, note = part.strip().removeprefix("@").partition(",")
    return source_id.strip(), note.strip()
