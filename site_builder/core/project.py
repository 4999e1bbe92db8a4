"""Where things are: the project's folders, and the book below it where it does not bring all of that itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from os.path import lexists
from pathlib import Path

PACKED = Path(__file__).parents[1] / "book"
"""The book inside the installed package."""

BOOK = PACKED if PACKED.is_dir() else Path(__file__).parents[2]
"""The book that the program brings; where it runs from its repository, the repository itself."""

CONTENT = "content"

WHOLE = "web/python/entry.py"
"""Who has this file has everything: no host has a reason to write one of her own."""


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project; the site's content is in one, the finished site in another.

    A site of a host's own holds only what is different there. A file that it does not have comes from the book, so
    files are listed by `find_files`, and found by `find`; nobody else needs to know that there are two places.
    """

    root: Path
    book: Path | None = None
    """Where the rest comes from; nothing where the project is a whole book itself."""
    language: str = ""
    """Of which further language this is the edition; nothing for the first one. What is written in that language is
    in a folder of its own in the content, and stands over what the first language has.
    """

    @property
    def content(self) -> Path:
        """Everything that is written for readers."""
        return self.root / CONTENT

    @property
    def templates(self) -> Path:
        """Jinja templates."""
        return self.root / "templates"

    @property
    def web(self) -> Path:
        """The browser side: style sheets and scripts."""
        return self.root / "web"

    @property
    def cache(self) -> Path:
        """Fetched and prepared files; safe to delete."""
        return self.root / ".cache"

    @property
    def dist(self) -> Path:
        """The finished site."""
        return self.root / "dist"

    @property
    def places(self) -> tuple[Path, ...]:
        """Where a file may be, the first that has it decides."""
        return (self.root,) if self.book is None else (self.root, self.book)

    def find(self, name: str) -> Path:
        """The file or folder of that name, such as content/help.yaml; where nobody has it, the place for it.

        A link that leads nowhere is there: whoever reads it tells of it.
        """
        return next((path for path in self.candidates(name) if lexists(path)), self.root / name)

    def candidates(self, name: str) -> Iterator[Path]:
        """Where a file may be, in the order in which it is looked for: in its language first, then the site's own."""
        top, _, inside = name.partition("/")
        if self.language and top == CONTENT:
            yield from (place / CONTENT / self.language / inside for place in self.places)
        yield from (place / name for place in self.places)

    def in_language(self, language: str) -> "Project":
        """The edition of a further language."""
        return replace(self, language=language)

    def is_translated(self, path: Path) -> bool:
        """Whether a file of the content is in the language of this edition."""
        return not self.language or any(path.is_relative_to(place / CONTENT / self.language) for place in self.places)

    def original(self, path: Path) -> str:
        """The name that a file of the content has, or would have, in the first language."""
        name = self.name(path)
        prefix = f"{CONTENT}/{self.language}/"
        return f"{CONTENT}/{name.removeprefix(prefix)}" if self.language and name.startswith(prefix) else name

    def below(self, name: str) -> Path | None:
        """The file of the book that one of the site's own stands over; nothing where only one of them has it."""
        if self.book is None or not lexists(self.root / name) or not (self.book / name).is_file():
            return None
        return self.book / name

    def name(self, path: Path) -> str:
        """Name a file in messages: from the root or that of the book, with forward slashes."""
        place = next((place for place in self.places if path.is_relative_to(place)), None)
        return (path.relative_to(place) if place else path).as_posix()


def find_project(start: Path) -> Project | None:
    """Find the project that `start` lies in, by its content folder."""
    folders = [start.resolve(), *start.resolve().parents]
    root = next((folder for folder in folders if (folder / CONTENT / "site.yaml").is_file()), None)
    if root is None:
        return None
    return Project(root) if (root / WHOLE).is_file() else Project(root, BOOK)
