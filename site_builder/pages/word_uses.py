"""Which fields of `content/words.yaml` a template names, found without filling it in.

Templates give groups of words short names (`{% set say = words.builder %}`), which their parts use as well.
"""

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, nodes

WORDS = "words"


class Chain(NamedTuple):
    """A name and the fields behind it, as in say.steps.first."""

    root: str
    path: tuple[str, ...]
    line: int
    is_shown: bool = False
    """Whether it stands by itself between double braces, so that a reader sees it."""


class Template(NamedTuple):
    """What one template names."""

    called: tuple[tuple[str, Chain], ...]
    """Short names, and what they are short for."""
    used: tuple[Chain, ...]
    taken_in: tuple[tuple[str, int], ...] = ()
    """Other templates that it names, each with the line."""


def read_template(source: str) -> Template:
    """Look through a template. Raises `TemplateSyntaxError`."""
    tree = Environment(autoescape=True).parse(source)
    return Template(tuple(_called(tree)), tuple(_used(tree)), tuple(_taken_in(tree)))


def _called(tree: nodes.Node) -> Iterator[tuple[str, Chain]]:
    pairs = [(node.target, node.node) for node in tree.find_all(nodes.Assign)]
    for node in tree.find_all(nodes.With):
        pairs += zip(node.targets, node.values, strict=True)
    for target, value in pairs:
        chain = _chain(value)
        if chain and isinstance(target, nodes.Name):
            yield target.name, chain


def _taken_in(tree: nodes.Node) -> Iterator[tuple[str, int]]:
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        for part in node.iter_child_nodes(only=("template",)):
            if isinstance(part, nodes.Const):
                yield str(part.value), node.lineno


def _used(node: nodes.Node, is_shown: bool = False) -> Iterator[Chain]:
    """Every chain; a name for a whole group is none yet, for its fields are used one by one."""
    chain = _chain(node)
    if chain:
        yield chain._replace(is_shown=is_shown)
        return
    for child in node.iter_child_nodes():
        renamed = _chain(child) if isinstance(node, (nodes.Assign, nodes.With)) else None
        if not (renamed and renamed.root == WORDS and len(renamed.path) == 1):
            yield from _used(child, isinstance(node, nodes.Output))


def _chain(node: nodes.Node) -> Chain | None:
    """Take a node for a chain, if it is nothing else."""
    path: list[str] = []
    line = node.lineno
    while not isinstance(node, nodes.Name):
        if isinstance(node, nodes.Getattr):
            path.append(node.attr)
        elif (
            isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str)
        ):
            path.append(node.arg.value)
        else:
            return None
        node = node.node
    return Chain(node.name, tuple(reversed(path)), line) if node.ctx == "load" else None
