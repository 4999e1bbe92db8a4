"""Where things are: the project's folders, and the book below it where it does not bring all of that itself."""

from dataclasses import dataclass
from os.path import lexists
from pathlib import Path

PACKED = Path(__file__).parents[1] / "book"
"""The book inside the installed package."""

BOOK = PACKED if PACKED.is_dir() else Path(__file__).parents[2]
"""The book that the program brings; where it runs from its repository, the repository itself."""

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

    @property
    def content(self) -> Path:
        """Everything that is written for readers."""
        return self.root / "content"

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
        return next((path for place in self.places if lexists(path := place / name)), self.root / name)

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
    root = next((folder for folder in folders if (folder / "content" / "site.yaml").is_file()), None)
    if root is None:
        return None
    return Project(root) if (root / WHOLE).is_file() else Project(root, BOOK)
