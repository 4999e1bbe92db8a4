"""The book as a PDF, which the browser makes."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from site_builder.build import build_book
from site_builder.core.project import Project
from site_builder.ebook import write_pdf


def test_a_pdf_is_tagged_and_has_an_outline(project: Project, tmp_path: Path) -> None:
    files, _, _, _ = build_book(project)
    with ThreadPoolExecutor(1) as thread:  # apart from the browser that other tests keep open
        thread.submit(write_pdf, files, tmp_path / "book.pdf").result()
    data = (tmp_path / "book.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in data
    assert b"/Outlines" in data
