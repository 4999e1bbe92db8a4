"""The village map: all houses in the drawing, the answers in attributes, the same every time."""

import re
from xml.etree import ElementTree

import pytest

from scoring import Catalogue
from scoring.model import MAX_ANSWER, STRAND_IDS
from site_builder.core.worked_example import EXAMPLE
from site_builder.graphics.village import HEIGHT, WIDTH, village_map

VALUES = dict.fromkeys(STRAND_IDS, 2)


def lanes(svg: str) -> list[ElementTree.Element]:
    return [group for group in ElementTree.fromstring(svg).iter("g") if group.get("class") == "strand"]


def test_every_strand_has_a_lane_with_four_houses_and_its_name(catalogue: Catalogue) -> None:
    drawn = lanes(village_map(catalogue))
    assert [lane.get("data-strand") for lane in drawn] == list(STRAND_IDS)
    assert [lane.findtext("text") for lane in drawn] == [strand.label for strand in catalogue.strands]
    for lane in drawn:
        assert [use.get("class") for use in lane.iter("use")] == [f"plot plot-{n}" for n in range(1, MAX_ANSWER + 1)]


def test_answers_and_thin_spot_are_attributes_and_the_drawing_is_the_same(catalogue: Catalogue) -> None:
    answered = village_map(catalogue, EXAMPLE["answers"] | {"repair": None}, "weak-ties")
    found = {lane.get("data-strand"): lane.get("data-value") for lane in lanes(answered)}
    assert found == {strand: str(value) for strand, value in EXAMPLE["answers"].items()} | {"repair": None}
    assert [lane.get("data-strand") for lane in lanes(answered) if lane.get("data-thin") is not None] == ["weak-ties"]
    assert re.sub(r' data-(value|thin)="\d?"', "", answered) == village_map(catalogue)


def test_houses_stand_on_the_sheet_and_apart(catalogue: Catalogue) -> None:
    places = [
        (float(use.get("x", 0)), float(use.get("y", 0)))
        for use in ElementTree.fromstring(village_map(catalogue)).iter("use")
    ]
    assert all(13 <= x <= WIDTH - 13 and 21 <= y <= HEIGHT for x, y in places)
    near = [
        (a, b) for n, a in enumerate(places) for b in places[:n] if abs(a[0] - b[0]) < 25 and abs(a[1] - b[1]) < 22
    ]
    assert near == []


def test_a_map_has_a_name_or_is_an_ornament(catalogue: Catalogue) -> None:
    assert 'role="img" aria-label="Ten &amp; one"' in village_map(catalogue, VALUES, "", "Ten & one")
    assert 'aria-hidden="true"' in village_map(catalogue)


@pytest.mark.parametrize("thin", ["", "weak-ties"])
def test_a_map_is_small(catalogue: Catalogue, thin: str) -> None:
    assert len(village_map(catalogue, VALUES, thin)) < 7000
