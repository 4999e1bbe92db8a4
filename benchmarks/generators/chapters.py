"""As many chapters as wanted: the real ones again and again, under other names, each time with other words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_builder.content.front_matter import FrontMatter, parse_front_matter
from site_builder.content.parser import CITATION
from site_builder.core.addresses import page_slug
from site_builder.core.problems import Source
from site_builder.core.project import Project

LINK = re.compile(r"(?<=\]\()([^)#\s]+)(?=[)#])")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as a file of one name for all generators."""

    stem: str
    """0015-weak-ties-2"""
    turn: int
    """1 for the real chapter, 2 for its first copy, and so on."""
    number: int
    fields: FrontMatter

    @property
    def slug(self) -> str:
        """The name in addresses: weak-ties-2."""
        return page_slug(self.stem)

    @property
    def title(self) -> str:
        """Different for each chapter, as headings and pictures of links are."""
        return self.fields.title if self.turn == 1 else f"{self.fields.title[:-1]}, part {self.turn}."

    @property
    def label(self) -> str:
        """The short name."""
        return self.fields.label if self.turn == 1 else f"{self.fields.label} {self.turn}"

    def body(self, follow: Callable[[str, str], str], cited: bool = False) -> str:
        """Give the text; `follow` writes each link, given the name of its chapter or else nothing, and the address.

        Without `cited` it has no citations, which the other generators do not know.
        """
        text = self.fields.body if cited else CITATION.sub("", self.fields.body)
        first = f"\nThis is part {self.turn} of {self.fields.label}.\n" if self.turn > 1 else ""
        return first + LINK.sub(lambda link: follow(_chapter_of(link[1]), link[1]), text)


def read_chapters(project: Project, count: int) -> Iterator[Chapter]:
    """Repeat the real chapters until there are so many."""
    paths = sorted((project.content / "chapters").glob("*.md"))
    real = []
    for path in paths:
        fields, problems = parse_front_matter(Source(path.name, path.read_text("utf-8")))
        assert fields is not None, problems
        real.append((page_slug(path.stem), fields))
    for place in range(count):
        slug, fields = real[place % len(real)]
        turn, number = place // len(real) + 1, place + 1
        yield Chapter(_stem(number, slug, turn), turn, number, fields)


def _stem(number: int, slug: str, turn: int) -> str:
    return f"{number:04}-{slug}" + (f"-{turn}" if turn > 1 else "")


def _chapter_of(address: str) -> str:
    """Name the real chapter that a link leads to; nothing where it leads to none."""
    number, _, slug = address.removesuffix(".md").partition("-")
    return _stem(int(number), slug, 1) if number.isdigit() and address.endswith(".md") else ""
