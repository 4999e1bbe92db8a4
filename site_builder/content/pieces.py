"""Tokens of a text to pieces of HTML, between which stands what depends on the page that shows them."""

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from itertools import chain
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from site_builder.core.model import Placeholder

MARK = "\0"
"""Stands for a placeholder while HTML is written; a parser of Markdown lets no such character through."""

ALIGNED = {"text-align:center": "center", "text-align:right": "right"}
"""The classes of cells; all others start at the left."""

PLACEHOLDERS = "placeholders"
"""Their place in `env`, which the library hands to each rule."""


def render_pieces(tokens: Sequence[Token]) -> tuple[str | Placeholder, ...]:
    """Write tokens as HTML, as far as it is the same on every page."""
    env: dict[str, list[Placeholder]] = {PLACEHOLDERS: []}
    parser = _parser()
    first, *rest = str(parser.renderer.render(tokens, parser.options, env)).split(MARK)
    between: Iterator[tuple[Placeholder, str]] = zip(env[PLACEHOLDERS], rest, strict=True)
    return tuple(piece for piece in chain([first], *between) if piece)


def plain_text(children: Sequence[Token]) -> str:
    """The words of inline tokens, without marks."""
    return "".join(
        plain_text(token.children) if token.children else " " if token.type == "softbreak" else token.content
        for token in children
        if token.type != "citation"
    )


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", renderer_cls=_Renderer)


class _Renderer(RendererHTML):
    """Writes tokens, and notes placeholders."""

    def heading_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return _put(env, ("heading", int(tokens[idx].tag[1]), str(tokens[idx].attrGet("id"))))

    def heading_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return _put(env, ("heading-end", int(tokens[idx].tag[1])))

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return _put(env, ("link", str(tokens[idx].attrGet("href")), str(tokens[idx].attrGet("title") or "")))

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return _put(env, ("image", str(tokens[idx].attrGet("src")), plain_text(tokens[idx].children or [])))

    def citation(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return _put(env, ("citation", tuple(tokens[idx].meta["cited"])))

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        name = escape(str(tokens[idx].attrGet("aria-label")))
        return f'<div class="table" tabindex="0" role="group" aria-label="{name}"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return _cell(tokens[idx])

    def td_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return _cell(tokens[idx])

    def blockquote_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return '<blockquote class="say">\n'

    def alert_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        kind = str(tokens[idx].meta["kind"]).lower()
        return f'<div class="alert alert-{kind}" role="note">\n'

    def alert_title_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return '<p class="alert-title">'


def _cell(token: Token) -> str:
    """Give a cell its class; the parser would write a style, which the policy blocks."""
    name = ALIGNED.get(str(token.attrGet("style")))
    return f'<{token.tag} class="{name}">' if name else f"<{token.tag}>"


def _put(env: Any, placeholder: Placeholder) -> str:
    env[PLACEHOLDERS].append(placeholder)
    return MARK
