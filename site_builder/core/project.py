"""Where things are: the project's folders."""

from dataclasses import dataclass
from pathlib import Path


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
        return (path.relative_to(self.root) if path.is_relative_to(self.root) else path).as_posix()


def find_project(start: Path) -> Project | None:
    """Find the project that `start` lies in, by its content folder."""
    folders = [start.resolve(), *start.resolve().parents]
    root = next((folder for folder in folders if (folder / "content" / "site.yaml").is_file()), None)
    return Project(root) if root else None
