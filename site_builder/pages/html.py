"""Tokens of a page to HTML. Addresses and numbers come in through `env`; nothing else is looked up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from site_builder.content.markdown import plain_text
from site_builder.core.model import Document
from site_builder.graphics.svg import NO_DRAWINGS, Drawing, framed


def render_markdown(
    document: Document,
    addresses: Mapping[str, str],
    numbers: Mapping[str, int],
    drawings: Mapping[str, Drawing] = NO_DRAWINGS,
    prefix: str = "",
    deeper: int = 0,
    notes: Mapping[str, str] | None = None,
) -> str:
    """Write a document as HTML.

    `addresses` maps each link as written to its address, `numbers` each cited source to its number, `drawings` an
    image's address as written to what stands in the page instead. In a book, `prefix` keeps the ids of its chapters
    apart, and headings are `deeper` by so many levels. `notes` holds, by source, what wide screens show beside its
    first mention.
    """
    env = {
        "addresses": addresses,
        "numbers": numbers,
        "drawings": drawings,
        "mentions": Counter(),
        "prefix": prefix,
        "deeper": deeper,
        "notes": notes or {},
    }
    parser = _parser()
    return str(parser.renderer.render(document.tokens, parser.options, env))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", renderer_cls=Renderer)


class Renderer(RendererHTML):
    """Writes tokens; takes addresses and numbers from `env`, never from anywhere else."""

    def heading_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        level = int(tokens[idx].tag[1]) + env["deeper"]
        return f'<h{level} id="{env["prefix"]}{tokens[idx].attrGet("id")}">'

    def heading_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"</h{int(tokens[idx].tag[1]) + env['deeper']}>\n"

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        href = env["addresses"][str(tokens[idx].attrGet("href"))]
        title = tokens[idx].attrGet("title")
        return f'<a href="{escape(href)}"' + (f' title="{escape(str(title))}">' if title else ">")

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        written = str(tokens[idx].attrGet("src"))
        src = env["addresses"][written]
        alt = plain_text(tokens[idx].children or [])
        if written in env["drawings"]:
            return framed(env["drawings"][written], alt, "drawing diagram", data_picture=src)
        return f'<img src="{escape(src)}" alt="{escape(alt)}">'

    def citation(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        cited = tokens[idx].meta["cited"]
        links = [self._citation_link(source_id, note, env) for source_id, note in cited]
        beside = [self._side_note(source_id, env) for source_id, _ in cited]
        return f'<sup class="cite">{", ".join(links)}</sup>{"".join(beside)}'

    def _citation_link(self, source_id: str, note: str, env: Any) -> str:
        number = env["numbers"][source_id]
        env["mentions"][source_id] += 1
        back = env["prefix"] + mention_id(number, env["mentions"][source_id])
        link = f'<a href="#source-{number}" id="{back}" role="doc-noteref">{number}</a>'
        return f"{link} ({escape(note)})" if note else link

    def _side_note(self, source_id: str, env: Any) -> str:
        """What stands in the margin of a wide screen; the list of sources says it to everybody."""
        if env["mentions"][source_id] > 1 or source_id not in env["notes"]:
            return ""
        number = f'<span class="number">{env["numbers"][source_id]}</span>'
        return f'<span class="side-note" aria-hidden="true">{number} {escape(env["notes"][source_id])}</span>'

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        name = escape(str(tokens[idx].attrGet("aria-label")))
        return f'<div class="table" tabindex="0" role="group" aria-label="{name}"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</table></div>\n"

    def blockquote_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return '<blockquote class="say">\n'

    def alert_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        kind = str(tokens[idx].meta["kind"]).lower()
        return f'<div class="alert alert-{kind}" role="note">\n'

    def alert_title_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return '<p class="alert-title">'


def mention_id(number: int, mention: int) -> str:
    """Name the place in the text where source `number` is mentioned for the `mention`-th time."""
    return f"cited-{number}" if mention == 1 else f"cited-{number}-{mention}"
