"""The texts in Markdown, parsed; those without mistakes are kept, for parsing is most of the time of reading them.

A text with a mistake is parsed again by each build, which so tells of it in the same words.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import starmap
from pathlib import Path
from typing import Any

from site_builder.content.front_matter import FrontMatter
from site_builder.core import problems
from site_builder.core.model import Citation, Document, Heading, Link, Passage, Placeholder
from site_builder.core.problems import Problem, Source
from site_builder.core.project import Project
from site_builder.toolchain.facts import Facts, read_code, rows

PACKAGES = (Path(__file__).parent, Path(problems.__file__).parent)
LIBRARIES = ("markdown_it", "mdurl")
LISTS: Mapping[str, type[Any]] = {"headings": Heading, "links": Link, "citations": Citation, "passages": Passage}
"""The parts of a document that `marshal` cannot write as they are."""


class Documents:
    """Reads texts of a language; `words` has what `SPOKEN` names."""

    def __init__(self, project: Project, words: Mapping[str, str], lang: str) -> None:
        self.words = words
        self.lang = lang
        inputs = read_code(PACKAGES, LIBRARIES) | {"words": json.dumps(words).encode()}
        self.facts = Facts(project, "documents", inputs)

    def read(self, source: Source, file: FrontMatter, lang: str = "") -> tuple[Document, list[Problem]]:
        """Give the document of a file: as an earlier build found it in the same text, or parsed now.

        `lang` is its language where that is another one.
        """
        lang = lang or self.lang
        text = f"{lang}\n{source.text}".encode()
        kept: Any = self.facts.read(text)
        if kept is not None:
            return _unpack(*kept), []
        from site_builder.content.markdown import parse_markdown  # noqa: PLC0415 - 3 % of a build without a new text

        document, found = parse_markdown(source, file.body, file.body_line, self.words, lang)
        if not found:
            self.facts.note(text, _pack(document))
        return document, found

    def keep(self) -> None:
        """Keep what was found."""
        self.facts.write()


def _pack(document: Document) -> tuple[object, ...]:
    lists = (rows(getattr(document, name), kind) for name, kind in LISTS.items())
    return document.pieces, *lists


def _unpack(pieces: tuple[str | Placeholder, ...], *lists: Iterable[tuple[Any, ...]]) -> Document:
    return Document(pieces, *(tuple(starmap(kind, rows)) for kind, rows in zip(LISTS.values(), lists, strict=True)))
