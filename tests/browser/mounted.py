"""A finished site under some path, with files that a test can take away or change."""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from site_builder.assets.bundle import bundle_scripts
from site_builder.core.model import Files
from site_builder.core.policy import MEDIA_TYPES
from site_builder.core.project import Project


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

    def add_script(self, project: Project, module: str) -> str:
        """Put a script made of one module beside those of the site, for a test to import; its address."""
        assets = next(name for name in self.files if name.endswith("js/page.js")).removesuffix("js/page.js")
        ((name, script),) = bundle_scripts(project, [module], print).items()
        self.files[assets + name] = script
        return self.url(assets + name)

    def remove(self, ending: str) -> None:
        """Take away every file whose name ends so."""
        gone = [name for name in self.files if name.endswith(ending)]
        assert gone, f"no file ends in {ending}"
        for name in gone:
            del self.files[name]
