"""How long it takes until a writer sees her edit: from the saved file to the painted page, in Chromium.

    .venv/bin/python -m benchmarks.preview

Edits a copy of the content. Each edit is another one, so that nothing is known from an edit before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from os import getloadavg
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, process_time

from playwright.sync_api import Page, sync_playwright

from site_builder.core.project import Project
from site_builder.preview import Preview, make_server
from tests.browser.conftest import ARGUMENTS, browser_path

ROUNDS = 9
EDITS = {
    "a chapter": ("content/chapters/03-weak-ties.md", "chapters/weak-ties.html", "\n## ", "\nSaid {word}.\n\n## "),
    "practices.yaml": (
        "content/practices.yaml",
        "builder.html",
        "label: I work nights",
        "label: {word} I work nights",
    ),
    "a mistake": ("content/chapters/03-weak-ties.md", "chapters/weak-ties.html", "\nlabel:", "\n{word}: x\nlabel:"),
}
"""What is edited, the page that is open, and what is written in place of what."""


@contextmanager
def served(project: Project) -> Iterator[str]:
    """A preview of a copy of the project, which follows changes; its address."""
    preview = Preview(project, lambda _: None)
    server = make_server(preview, 0)
    with preview.following():
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        server.server_close()


def copy_of(project: Project, root: Path) -> Project:
    """The content to be edited, with what was prepared for the project."""
    for name in ("content", "templates", "web"):
        copytree(project.root / name, root / name)
    for name in (".cache", "node_modules"):
        (root / name).symlink_to(project.root / name)
    return Project(root)


def see(page: Page, word: str) -> None:
    """Wait until a frame with a word has been painted, however often the page is loaded anew meanwhile."""
    page.wait_for_function("word => document.documentElement.textContent.includes(word)", arg=word)
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")


def measure(page: Page, path: Path, old: str, new: str) -> Iterator[tuple[float, float]]:
    """Edit a file again and again; seconds from the saved file to the painted page, and those of CPU in the build."""
    text, token = path.read_text("utf-8"), f"{id(page) % 9973}"
    for number in range(ROUNDS):
        word = f"lantern{number}x{token}"
        start, used = perf_counter(), process_time()
        path.write_text(text.replace(old, new.format(word=word), 1), "utf-8")
        see(page, word)
        yield perf_counter() - start, process_time() - used
    path.write_text(text, "utf-8")


def main() -> None:
    """Print a row for each kind of edit."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = copy_of(Project(Path(__file__).parents[1]), Path(folder))
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        with served(project) as address:
            for name, (path, shown, old, new) in EDITS.items():
                page = browser.new_page()
                page.goto(address + shown)
                times, used = zip(*measure(page, project.root / path, old, new), strict=True)
                row = (median(times), min(times), median(used), getloadavg()[0])
                print(f"| {name} | {' | '.join(f'{one:.2f}' for one in row)} |", flush=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
