"""The book as files. An EPUB is made and opened again; tests/browser/test_pdf.py does that with the PDF."""

import re
from pathlib import Path
from xml.dom import minidom
from zipfile import ZipFile

import pytest

from site_builder.core.problems import MissingPart
from site_builder.core.project import Project
from site_builder.ebook import epub_source, outward, write_epub
from site_builder.pages.book import BOOK_FILES, book_cache, book_inputs, make_book, read_book_files
from site_builder.toolchain.cache import content_hash
from tests.site_builder.samples import SETTINGS, make_page, make_reference

PAGE = make_page("weak-ties", "## Greet\n\nSo it is [@a]. ![A ring](../pictures/ring.svg) [Tool](../builder.html)\n")
ADDRESSES = {PAGE.output: {"../pictures/ring.svg": "../pictures/ring.svg", "../builder.html": "../builder.html"}}
BOOK = make_book((PAGE,), ADDRESSES, {"a": make_reference("a")}, sources="What it <rests> on")
RING = {"pictures/ring.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'}


def test_links_to_the_site_become_plain_words_where_its_address_is_unknown() -> None:
    assert outward('<a href="builder.html">Tool</a> <a href="#a">a</a>', "") == 'Tool <a href="#a">a</a>'


def test_links_to_the_site_are_whole_where_its_address_is_known() -> None:
    link = '<a href="https://example.org/c/builder.html">Tool</a>'
    assert outward('<a class="x" href="builder.html">Tool</a>', "https://example.org/c/") == link


def test_the_source_of_the_epub_has_a_chapter_on_the_first_level() -> None:
    source = epub_source(BOOK, SETTINGS)
    assert re.findall(r"<h(\d) id=\"([^\"]+)\"", source) == [
        ("1", "weak-ties"),
        ("2", "weak-ties-greet"),
        ("1", "sources"),
    ]
    assert '<h1 id="sources">What it &lt;rests&gt; on</h1>' in source


def test_an_epub_holds_chapters_pictures_and_metadata(tmp_path: Path) -> None:
    write_epub(BOOK, SETTINGS, RING, tmp_path / "book.epub")
    with ZipFile(tmp_path / "book.epub") as epub:
        names = epub.namelist()
        pages = {name: epub.read(name).decode() for name in names if name.endswith(".xhtml")}
        metadata = epub.read("EPUB/content.opf").decode()
    for text in pages.values():
        minidom.parseString(text)
    whole = "".join(pages.values())
    assert any(name.endswith(".svg") for name in names)
    assert 'alt="A ring"' in whole
    assert "builder.html" not in whole
    assert "<dc:language>en</dc:language>" in metadata
    assert "CC BY 4.0" in metadata


def test_a_changed_word_or_picture_is_another_edition() -> None:
    changed = make_book((make_page("weak-ties", "## Greet\n\nOther.\n"),), {PAGE.output: {}}, {})
    made_of = [book_inputs(BOOK, RING), book_inputs(changed, RING), book_inputs(BOOK, {}), book_inputs(BOOK, RING)]
    editions = {content_hash(inputs) for inputs in made_of}
    assert len(editions) == 3


def test_a_build_offers_what_was_made_of_this_edition(tmp_path: Path) -> None:
    inputs = book_inputs(BOOK, RING)
    for name in BOOK_FILES:
        book_cache(Project(tmp_path)).keep(name, inputs, b"data")
    assert read_book_files(Project(tmp_path), inputs) == {f"book/{name}": b"data" for name in BOOK_FILES}


def test_a_book_that_is_not_made_is_told_with_the_command_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="run: make book"):
        read_book_files(Project(tmp_path), {})
