"""The bands at the heads of the chapters: one each, drawn from the catalogue, small, colored by classes only."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from scoring import Catalogue
from site_builder.graphics.openers import OPENERS, opener
from site_builder.graphics.svg import steps
from site_builder.pages.assemble import NEEDED_CHAPTERS

COLORS = ("fill", "stroke", "style", "color", "opacity", "id")


def drawn(slug: str, catalogue: Catalogue) -> str:
    band = opener(slug, catalogue)
    assert band is not None
    return band


def without_move(catalogue: Catalogue, strand_id: str, kind: str) -> Catalogue:
    """The catalogue with one move fewer."""
    strand = catalogue.strand(strand_id)
    gone = next(move for move in strand.moves if move.kind == kind)
    fewer = replace(strand, moves=tuple(move for move in strand.moves if move is not gone))
    return replace(catalogue, strands=tuple(fewer if one is strand else one for one in catalogue.strands))


def test_every_chapter_that_a_site_needs_has_a_band() -> None:
    assert sorted(OPENERS) == sorted(NEEDED_CHAPTERS)


def test_a_chapter_of_somebodys_own_has_none(catalogue: Catalogue) -> None:
    assert opener("choirs", catalogue) is None


@pytest.mark.parametrize("slug", NEEDED_CHAPTERS)
def test_a_band_is_a_small_ornament_without_colors_or_ids(slug: str, catalogue: Catalogue) -> None:
    band = drawn(slug, catalogue)
    root = ElementTree.fromstring(band)
    assert len(band) < 4000
    assert root.get("aria-hidden") == "true"
    assert root.get("viewBox") == "0 0 720 200"
    assert [name for element in root.iter() for name in element.attrib if name in COLORS] == []
    assert band == drawn(slug, catalogue)


@pytest.mark.parametrize(("slug", "kind"), [("weak-ties", "invitation"), ("contribution", "contribution")])
def test_threads_and_roots_are_as_many_as_the_moves(slug: str, kind: str, catalogue: Catalogue) -> None:
    assert drawn(slug, catalogue) != drawn(slug, without_move(catalogue, slug, kind))


def test_coordinates_are_short() -> None:
    assert steps("M", 1.25, -0.04, "h", 3.0, -2) == "M1.2 0h3-2"
