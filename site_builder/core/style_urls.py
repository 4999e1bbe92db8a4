"""What a style sheet fetches."""

from collections.abc import Iterable, Iterator

from tinycss2.ast import Node


def style_urls(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    """What a style sheet fetches: url(...), the text of @import, and the texts of image-set(...)."""
    for node in nodes:
        if node.type == "url":
            yield node, node.value
        elif node.type == "function":
            takes_texts = node.lower_name in ("url", "src", "image", "image-set", "-webkit-image-set")
            yield from _texts(node.arguments) if takes_texts else ()
            yield from style_urls(node.arguments)
        elif node.type == "at-rule":
            yield from _texts(node.prelude) if node.lower_at_keyword == "import" else ()
            yield from style_urls([*node.prelude, *(node.content or [])])
        elif node.type == "qualified-rule":
            yield from style_urls([*node.prelude, *node.content])
        elif node.type in ("() block", "[] block", "{} block"):
            yield from style_urls(node.content)


def _texts(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    return ((node, node.value) for node in nodes if node.type == "string")
