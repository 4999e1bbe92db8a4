"""The print edition as files: a PDF by Chromium, an EPUB by pandoc. `make book` runs it before a build.

Kept in `.cache/book/` by the hash of the book, so that a changed chapter never ships with an old file. Not part of
a build: it needs a browser and takes some seconds.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from threading import Thread

import pypandoc
from playwright.sync_api import sync_playwright
from pypdf import PdfWriter

from site_builder.build import build_book
from site_builder.core.model import Book, Files
from site_builder.core.page_registry import BOOK
from site_builder.core.policy import MEDIA_TYPES
from site_builder.core.project import Project, find_project
from site_builder.core.settings import Settings
from site_builder.edition import Edition, describe_pdf, read_edition
from site_builder.pages.book import EPUB, PDF, book_cache, book_inputs
from site_builder.preview import make_server

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SITE_LINK = re.compile(r'<a [^>]*href="(?!#|https:|mailto:)([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
DRAWN = re.compile(
    r'<svg class="drawing diagram"[^>]* aria-label="([^"]*)" data-picture="([^"]*)">.*?</svg>', re.DOTALL
)
NOTE_ROLE = ' role="doc-noteref"'
"""In the page it says what a number is; pandoc takes its link for a footnote that nobody wrote."""

PAGE_NUMBER = '<div style="font-size: 8px; width: 100%; text-align: center"><span class="pageNumber"></span></div>'


class _Memory:
    """Serves a site from memory, to a browser of our own."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def answer(self, path: str) -> tuple[int, str, bytes]:
        name = path.removeprefix("/").partition("?")[0]
        if name not in self.files:
            return 404, MEDIA_TYPES[".txt"], b"not found"
        return 200, MEDIA_TYPES[Path(name).suffix], self.files[name]


def outward(html: str, site_url: str) -> str:
    """Mend links to pages that a file does not hold: to the site where its address is known, else to plain words."""
    replacement = rf'<a href="{site_url}\1">\2</a>' if site_url else r"\2"
    return SITE_LINK.sub(replacement, html)


def write_pdf(files: Files, edition: Edition, target: Path) -> None:
    """Print the book's page as a tagged PDF with an outline, and say what it is."""
    server = make_server(_Memory(files), 0)
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        path = next((found for name in BROWSERS if (found := which(name))), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/{BOOK.output}")
        page.pdf(
            path=target,
            format="A5",
            tagged=True,
            outline=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=PAGE_NUMBER,
            margin={"top": "16mm", "bottom": "18mm", "left": "15mm", "right": "15mm"},
        )
        browser.close()
    server.shutdown()
    server.server_close()
    pdf = PdfWriter(clone_from=target)
    describe_pdf(pdf, edition)
    pdf.write(target)


def write_epub(book: Book, settings: Settings, edition: Edition, pictures: Files, target: Path) -> None:
    """Bind the book as EPUB 3 with contents and metadata."""
    with TemporaryDirectory() as folder:
        for name, data in pictures.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        source = Path(folder) / "book.html"
        source.write_text(outward(epub_source(book, edition), settings.site_url), "utf-8")
        _run_pandoc(source, edition, target)


def _run_pandoc(source: Path, edition: Edition, target: Path) -> None:
    """Raises `RuntimeError` with all that pandoc has to say: what it only warns of is missing in the book."""
    command = [pypandoc.get_pandoc_path(), str(source), "--to=epub3", f"--output={target}", "--fail-if-warnings"]
    command += ["--toc", "--toc-depth=2", "--split-level=1", f"--resource-path={source.parent}"]
    command += [f"--metadata=identifier:{edition.identifier}", f"--metadata=date:{edition.date:%Y-%m-%d}"]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(edition.date.timestamp()))}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"pandoc does not bind the book:\n{done.stderr}")


def epub_source(book: Book, edition: Edition) -> str:
    """Write the book as plain HTML for pandoc: a chapter is a heading of level 1, its sections of level 2."""
    chapters = "".join(
        f'<h1 id="{chapter.slug}">{escape(chapter.label)}</h1>\n'
        f"<p><strong>{escape(chapter.title)}</strong></p>\n<p><em>{escape(chapter.summary)}</em></p>\n"
        f"{_invented(book) if chapter.is_invented and not book.is_invented else ''}"
        f"{_as_images(_raised(chapter.html)).replace(NOTE_ROLE, '')}"
        for chapter in book.chapters
    )
    sources = "".join(
        f'<li id="source-{cited.number}">{escape(cited.reference.authors)} ({cited.reference.year}). '
        f"<em>{escape(cited.reference.title)}</em>. {escape(cited.reference.publisher)}. "
        f"{escape(cited.reference.finding)}</li>\n"
        for cited in book.references
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{edition.lang}"><head><meta charset="utf-8">'
        f"<title>{escape(edition.title)}</title>"
        f'<meta name="author" content="{escape(edition.author)}">'
        f'<meta name="rights" content="{escape(edition.license)}">'
        f'<meta name="description" content="{escape(edition.description)}"></head><body>\n'
        f"{_invented(book) if book.is_invented else ''}"
        f'{chapters}<h1 id="sources">{escape(book.sources)}</h1>\n<ol>\n{sources}</ol>\n</body></html>\n'
    )


def _invented(book: Book) -> str:
    return f"<p><em>{escape(book.invented)}</em></p>\n"


def _as_images(html: str) -> str:
    """Name the pictures that stand in the page as files: few readers of books know our style sheet."""
    return DRAWN.sub(r'<img src="\2" alt="\1">', html)


def _raised(html: str) -> str:
    """Lift headings by one level: the book's page has them under the chapter's own."""
    for level in (3, 4, 5):
        html = html.replace(f"<h{level} ", f"<h{level - 1} ").replace(f"</h{level}>", f"</h{level - 1}>")
    return html


def main() -> int:
    """Bind the book of the project in this folder."""
    project = find_project(Path())
    if project is None:
        print("bookbinder: no content/site.yaml here or above; run it in the project", file=sys.stderr)
        return 2
    _bind(project)
    return 0


def _bind(project: Project) -> None:
    files, book, settings, pictures = build_book(project)
    inputs = book_inputs(book, pictures, settings)
    edition = read_edition(project, settings)
    page = outward(files[BOOK.output].decode(), settings.site_url)
    with TemporaryDirectory() as folder:
        pdf, epub = (Path(folder) / name for name in (PDF, EPUB))
        write_pdf(files | {BOOK.output: page.encode()}, edition, pdf)
        write_epub(book, settings, edition, pictures, epub)
        for path in (pdf, epub):
            book_cache(project).keep(path.name, inputs, path.read_bytes())
            print(f"{path.name}  {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    raise SystemExit(main())
