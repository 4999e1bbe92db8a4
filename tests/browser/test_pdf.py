"""The book as a PDF, which the browser makes."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pypdf import PdfReader

from site_builder.build import build_book
from site_builder.core.project import Project
from site_builder.ebook import outward, write_pdf
from tests.once import Once
from tests.site_builder.samples import EDITION


@pytest.fixture(scope="module")
def pdf(project: Project, once: Once, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The book, opened again."""

    def make() -> Path:
        files, _, settings, _ = build_book(project)
        path = tmp_path_factory.mktemp("book") / "book.pdf"
        page = outward(files["print.html"].decode(), settings.site_url).encode()
        with ThreadPoolExecutor(1) as thread:  # apart from the browser that other tests keep open
            thread.submit(write_pdf, files | {"print.html": page}, EDITION, path).result()
        return path

    return PdfReader(once("pdf", make))


def test_it_is_tagged_and_has_an_outline_and_a_language(pdf: PdfReader) -> None:
    root = pdf.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert len(pdf.outline) > 0


def test_it_says_what_it_is(pdf: PdfReader) -> None:
    told, xmp = pdf.metadata, pdf.xmp_metadata
    assert told is not None
    assert xmp is not None
    assert told.title == xmp.dc_title["x-default"] == EDITION.title
    assert told.author == xmp.dc_creator[0] == EDITION.author
    assert told.creation_date == xmp.xmp_create_date.astimezone(EDITION.date.tzinfo) == EDITION.date
    assert xmp.dc_identifier == EDITION.identifier
    assert xmp.dc_rights["x-default"] == EDITION.license


def test_every_link_leads_to_a_place_in_it_or_to_a_whole_address(pdf: PdfReader) -> None:
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    links = [note for note in notes if note["/Subtype"] == "/Link"]
    places = [str(link["/Dest"]) for link in links if "/Dest" in link]
    addresses = [str(link["/A"]["/URI"]) for link in links if "/A" in link]
    assert len(places) + len(addresses) == len(links)
    assert {place for place in places if place.startswith("/source-")} != set()
    assert [place for place in places if place not in pdf.named_destinations] == []
    assert [address for address in addresses if not address.startswith(("https://", "mailto:"))] == []
