"""The Community Card as a picture: sheets of two sizes with room for every part, apart from each other."""

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from scoring import Catalogue, result_view
from site_builder.graphics.card import SHAPES, card_picture
from site_builder.graphics.svg import number
from site_builder.graphics.village import HEIGHT, WIDTH
from tests.scoring.people import EXAMPLE

LABELS = {
    name: f"<{name}>"
    for name in ("score", "of", "thin_spot", "invitation", "contribution", "rest", "path", "protocol")
}
SIZES = {"wide": (1200, 630), "square": (1080, 1080)}


def drawn(shape: str) -> ElementTree.Element:
    return ElementTree.fromstring(card_picture(shape, LABELS, "A & B"))


def slots(picture: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {name: text for text in picture.iter("text") if (name := text.get("data-slot"))}


def room(slot: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what a slot may fill; figures have nothing below their line."""
    x, y, width, size, lines = (float(slot.get(name, 0)) for name in ("x", "y", *_NUMBERS))
    below = 0 if slot.get("data-slot") == "score" else 0.25 * size
    if slot.get("data-from") == "foot":
        return x, y - float(slot.get("data-height", 0)), x + width, y + below
    return x, y - 0.75 * size, x + width, y + (lines - 1) * float(slot.get("data-pitch", 0)) + below


_NUMBERS = ("data-width", "data-size", "data-lines")


@pytest.mark.parametrize("shape", SIZES)
def test_a_sheet_has_its_exact_size_and_is_an_illustration(shape: str) -> None:
    picture = drawn(shape)
    assert picture.get("viewBox") == f"0 0 {SIZES[shape][0]} {SIZES[shape][1]}"
    assert picture.get("aria-hidden") == "true"
    assert f"card-{shape}" in (picture.get("class") or "")


def test_there_is_room_for_every_part_of_the_card(catalogue: Catalogue) -> None:
    parts = result_view(EXAMPLE, catalogue)["card_parts"]
    assert isinstance(parts, dict)
    assert slots(drawn("square")).keys() == parts.keys()
    assert slots(drawn("wide")).keys() == parts.keys() - {"protocol"}


@pytest.mark.parametrize("shape", SIZES)
def test_no_room_leaves_the_sheet_or_reaches_into_the_map_or_another(shape: str) -> None:
    picture, (width, height) = drawn(shape), SIZES[shape]
    x, y = SHAPES[shape].map_at
    rows = {part.get("data-show"): part for part in picture.findall("g/g[@data-show]")}
    rooms = [room(slot) for name, slot in slots(picture).items() if name not in rows]
    first, pitch = SHAPES[shape].head + 14 + SHAPES[shape].pitch, SHAPES[shape].pitch
    entries = (
        SHAPES[shape].text,
        first - pitch + 1,
        SHAPES[shape].end,
        first + (SHAPES[shape].lines - 1) * pitch + 8,
    )
    rooms += [entries, (x, y, x + WIDTH, y + HEIGHT)]
    assert [one for one in rooms if one[0] < 0 or one[1] < 0 or one[2] > width or one[3] > height] == []
    apart = [a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1] for a, b in combinations(rooms, 2)]
    assert all(apart), [pair for pair, good in zip(combinations(rooms, 2), apart, strict=True) if not good]
    assert sorted(rows) == ["contribution", "invitation", "path", "rest", "thin_spot"]


def test_labels_are_text_and_the_site_signs() -> None:
    texts = {text.text for text in drawn("square").iter("text")}
    assert {*LABELS.values(), "A & B"} <= texts


@pytest.mark.parametrize("shape", SIZES)
def test_a_sheet_is_drawn_with_classes_alone_and_is_small(shape: str) -> None:
    picture = card_picture(shape, LABELS, "")
    assert not re.search(r' (?:style|fill|stroke|on\w+)="', picture)
    assert len(picture) < 5_000
    assert number(SHAPES[shape].pitch) in picture
