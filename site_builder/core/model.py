"""The frozen values that pass between the stages: pages as read, pages as shown, the finished files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from scoring import Catalogue
from site_builder.core.help_lines import HelpLines
from site_builder.core.problems import Problem, Source
from site_builder.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image as written, and where."""

    href: str
    line: int
    column: int
    text: str = field(default="", compare=False)
    """The words of a link; nothing for an image."""


type PassageKind = Literal["text", "heading", "cell", "said"]
"""A paragraph or list item, a heading, a cell of a table, or words to say, which stand in a block quote."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The plain words of one block."""

    text: str
    line: int
    """Where its block starts in the file, from 1."""
    kind: PassageKind = "text"


@dataclass(frozen=True, slots=True)
class Citation:
    """One source id inside [@...], and where."""

    source_id: str
    line: int
    column: int


type Placeholder = (
    tuple[Literal["heading"], int, str]
    | tuple[Literal["heading-end"], int]
    | tuple[Literal["link"], str, str]
    | tuple[Literal["image"], str, str]
    | tuple[Literal["citation"], tuple[tuple[str, str], ...]]
)
"""What in the HTML of a text depends on where it is shown: level and id of a heading, address and title of a link,
address and words of an image, the cited sources with what is said beside each number."""


@dataclass(frozen=True, slots=True)
class Document:
    """Parsed Markdown: one parse feeds the page, its contents list and all checks."""

    pieces: tuple[str | Placeholder, ...]
    """Its HTML."""
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    citations: tuple[Citation, ...]
    passages: tuple[Passage, ...]


UNKNOWN_ORDER = 0
"""In the place of the `order` of a page whose fields are wrong; the others are empty then."""


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file of the content: a chapter or another page."""

    source: Source
    slug: str
    output: str
    """Its path in the finished site: chapters/weak-ties.html."""
    title: str
    label: str
    summary: str
    order: int
    further: tuple[str, ...]
    """Ids of sources that are listed without being cited."""
    aliases: tuple[str, ...]
    """Old paths that lead here."""
    draft: bool
    document: Document
    has_exit: bool = False
    """Whether it can be left at once."""
    lang: str = ""
    """Its language where that is not its edition's."""
    original: str = ""
    """The file that the first language has, or would have, in its place; empty where it is that file."""
    is_invented: bool = False
    """Whether the people in it are."""
    in_header: bool = False
    """Whether it stands at the top of every page, and not at the foot."""
    places: Mapping[tuple[str | int, ...], tuple[int, int, int]] = field(default_factory=dict, compare=False)
    """Line, column and length of what is written in its fields, by path: ("aliases", 0)."""

    @property
    def file(self) -> str:
        """Its file as links name it, whatever its language: content/chapters/03-weak-ties.md."""
        return self.original or self.source.path

    def problem(self, path: tuple[str | int, ...], code: str, text: str, hint: str = "") -> Problem:
        """Describe a mistake in a field; in the name of the file where there is no such field."""
        line, column, length = self.places.get(path, (0, 0, 1)) if path else (0, 0, 1)
        return self.source.problem(line, column, code, text, hint, length)


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of `content/sources.yaml`."""

    id: str
    kind: str
    title: str
    authors: str
    publisher: str
    year: int
    url: str
    """Empty for a book that has no page of its own."""
    finding: str
    lang: str = ""
    """Of what is said of it, where that is not its edition's."""

    @property
    def short(self) -> str:
        """One line for a margin."""
        return f"{self.authors}, {self.year}. {self.title}."


@dataclass(frozen=True, slots=True)
class ReadPages:
    """The Markdown files, as far as they could be read."""

    chapters: tuple[Page, ...]
    others: tuple[Page, ...]
    unread: Mapping[str, str]
    """Files of which no more is known than their name, and the pages that they will be."""
    left_out: frozenset[str] = frozenset()
    """Files of chapters that this copy does not have: links to them become plain words."""

    @property
    def all(self) -> tuple[Page, ...]:
        """Chapters and other pages."""
        return (*self.chapters, *self.others)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in `content/`, checked file by file."""

    settings: Settings
    words: dict[str, object]
    catalogue: Catalogue
    catalogue_data: dict[str, object]
    """What the catalogue was made from; packed for the browser."""
    references: dict[str, Reference]
    help_lines: HelpLines
    chapters: tuple[Page, ...]
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class CitedReference:
    """A reference in a page's list: its number and how many times the text points to it."""

    number: int
    reference: Reference
    mentions: int


@dataclass(frozen=True, slots=True)
class UsedReference:
    """A reference in the list of all sources, and who uses it."""

    reference: Reference
    pages: tuple["ShownPage", ...]
    moves: int
    """How many moves of the catalogue rest on it."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """Everything that a template needs of one page."""

    slug: str
    output: str
    title: str
    label: str
    summary: str
    html: str
    headings: tuple[Heading, ...]
    references: tuple[CitedReference, ...]
    aliases: tuple[str, ...]
    minutes: int
    """Reading time."""
    has_exit: bool = False
    lang: str = ""
    """Its language where that is not its edition's."""
    is_invented: bool = False
    in_header: bool = False


@dataclass(frozen=True, slots=True)
class BookChapter:
    """A chapter of the print edition."""

    slug: str
    label: str
    title: str
    summary: str
    html: str
    lang: str = ""
    is_invented: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """All chapters as one document."""

    chapters: tuple[BookChapter, ...]
    references: tuple[CitedReference, ...]
    sources: str
    """The heading of the list of references."""
    invented: str
    """Says that the people in it are invented."""

    @property
    def is_invented(self) -> bool:
        """Whether those of every chapter are; where not, each chapter says so itself."""
        return all(chapter.is_invented for chapter in self.chapters)


@dataclass(frozen=True, slots=True)
class Runtime:
    """The prepared Python of the browser: its files by name, under one folder of the site."""

    folder: str
    """runtime/<hash>/"""
    files: dict[str, bytes] = field(repr=False)
    edition: str
    """What the page and the worker compare, so that old and new files never mix."""


type Files = dict[str, bytes]
"""The finished site: path to bytes."""
