"""A finished site under some path, with files that a test can take away or change."""

from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from site_builder.core.model import Files
from site_builder.core.policy import MEDIA_TYPES


class Mounted:
    """Answers requests as a static host would."""

    def __init__(self, files: Files, prefix: str = "/") -> None:
        self.files = dict(files)
        self.prefix = prefix
        self.origin = ""
        self.asked: list[str] = []
        self.down = False

    def url(self, name: str) -> str:
        """The address of a file of the site."""
        return f"{self.origin}{self.prefix}{name}"

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, media type and bytes."""
        path = unquote(urlsplit(path).path)
        self.asked.append(path)
        if self.down:
            raise ConnectionAbortedError
        name = path.removeprefix(self.prefix) if path.startswith(self.prefix) else None
        if name is not None and (not name or name.endswith("/")):
            name += "index.html"
        if name in self.files:
            return 200, MEDIA_TYPES.get(PurePosixPath(name).suffix, "application/octet-stream"), self.files[name]
        return 404, MEDIA_TYPES[".txt"], b"not found"

    def add_modules(self, folder: Path) -> str:
        """Put single modules beside the scripts that were made of them; the address of their folder."""
        beside = next(name for name in self.files if name.endswith("js/page.js")).removesuffix("page.js")
        self.files = {beside + path.name: path.read_bytes() for path in folder.glob("*.js")} | self.files
        return self.url(beside)

    def remove(self, ending: str) -> None:
        """Take away every file whose name ends so."""
        gone = [name for name in self.files if name.endswith(ending)]
        assert gone, f"no file ends in {ending}"
        for name in gone:
            del self.files[name]
