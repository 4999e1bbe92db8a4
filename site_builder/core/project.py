"""Where things are: the project's folders, and addresses inside the finished site."""

from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname as url_dirname
from posixpath import normpath, relpath


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project; the site's content is in one, the finished site in another."""

    root: Path

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

    def name(self, path: Path) -> str:
        """Name a file in messages: from the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()


def find_project(start: Path) -> Project | None:
    """Find the project that `start` lies in, by its content folder."""
    folders = [start.resolve(), *start.resolve().parents]
    root = next((folder for folder in folders if (folder / "content" / "site.yaml").is_file()), None)
    return Project(root) if root else None


def page_slug(stem: str) -> str:
    """03-weak-ties.md is the page weak-ties; the number only sorts the folder."""
    number, _, rest = stem.partition("-")
    return rest if number.isdigit() and rest else stem


def relative_url(target: str, page: str) -> str:
    """Address a file of the site as seen from a page; both are paths from the site's root.

    >>> relative_url("assets/site.css", "chapters/weak-ties.html")
    '../assets/site.css'
    """
    address = relpath(target, url_dirname(page) or ".")
    return f"{address}/" if target.endswith("/") else address


def join_url(page: str, href: str) -> str | None:
    """Follow a relative address from a page; None where it leaves the site.

    >>> join_url("chapters/weak-ties.html", "../builder.html")
    'builder.html'
    """
    if href.startswith("/"):
        return None
    joined = normpath(f"{url_dirname(page) or '.'}/{href}")
    return None if joined.startswith(("..", "/")) else joined
