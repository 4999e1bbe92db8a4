"""A case is a tiny site: its own pages and sources, and the words, moves and templates of the real site."""

import re
from pathlib import Path
from shutil import copytree

from site_builder.build import build
from site_builder.core.model import Content, Files, Runtime
from site_builder.core.project import Project

HERE = Path(__file__).parent
FRAME = ("site.yaml", "words.yaml", "help.yaml", "practices.yaml", "pages/*.md")
"""What a case takes from the real content where it brings nothing of that name itself."""

SHARED = ("compressed", "figures", "fonts", "raster", "scripts")
"""The kinds of what is kept that hold bytes by the hash of what they are made of, and nothing that was found."""

LEFT_OUT = re.compile(r"^ *(?:sources: \[[^\]]*\]|languages: .*)\n", re.MULTILINE)
FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
MAIN = re.compile(r"<main\b[^>]*>\n(.*)</main>", re.DOTALL)


def lay_out(case: str, project: Project, root: Path) -> Project:
    """Put a whole project into the folder `root`: the case's content in the frame of the real site."""
    copytree(HERE / case / "content", root / "content")
    for path in (path for pattern in FRAME for path in sorted(project.content.glob(pattern))):
        target = root / "content" / path.relative_to(project.content)
        if not target.exists():
            target.write_text(without_sources(path), "utf-8")
    copytree(project.templates, root / "templates")
    copytree(project.web, root / "web")
    (root / "node_modules").symlink_to(project.root / "node_modules")
    share_cache(project, root)
    return Project(root)


def share_cache(project: Project, root: Path) -> None:
    """Let the project in `root` use what was made for others and does not depend on where it lies."""
    (root / ".cache").mkdir()
    for name in SHARED:
        (project.cache / name).mkdir(parents=True, exist_ok=True)
        (root / ".cache" / name).symlink_to(project.cache / name)


def without_sources(path: Path) -> str:
    """A file of the real content that cites nothing, for a case has its own sources; of a page, only its fields.

    A case has its own languages too.
    """
    text = LEFT_OUT.sub("", path.read_text("utf-8"))
    found = FRONT_MATTER.match(text) if path.suffix == ".md" else None
    return f"{found.group()}\nThis page is not part of the case.\n" if found else text


def read_no_python(_project: Project, _content: Content, _say: object) -> Runtime:
    """Stand in for the reader of the browser's Python, which no case is about."""
    return Runtime("runtime/test/", {"pyodide.mjs": b""}, "edition")


def build_case(case: str, project: Project, root: Path) -> Files:
    """Lay a case out and build it."""
    return build(lay_out(case, project, root), print, read_no_python).files


def expected_files(case: str) -> dict[str, Path]:
    """The files that say what a page's <main> holds, by the page's path in the site."""
    folder = HERE / case / "expected"
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}


def main_of(files: Files, page: str) -> str | None:
    """What is inside <main> of a page; None where the site has no such page."""
    found = MAIN.search(files.get(page, b"").decode())
    return found.group(1) if found else None
