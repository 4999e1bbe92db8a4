"""The Community Card as a picture: a sheet with room for every part, apart from each other."""

import re
from itertools import combinations
from xml.etree import ElementTree

from scoring import Catalogue, result_view
from site_builder.graphics.card import FOOT, HEIGHT, MAP_LEFT, MAP_SCALE, WIDTH, card_picture
from site_builder.graphics.village import HEIGHT as MAP_HEIGHT
from site_builder.graphics.village import WIDTH as MAP_WIDTH
from tests.scoring.people import EXAMPLE

type Room = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def drawn() -> ElementTree.Element:
    return ElementTree.fromstring(card_picture("A & B"))


def slots(picture: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {name: text for text in picture.iter("text") if (name := text.get("data-slot"))}


def room(slot: ElementTree.Element) -> Room:
    """What a text outside of the blocks may fill."""
    x, y, width, size = (float(slot.get(name, 0)) for name in ("x", "y", "data-width", "data-size"))
    below = float(slot.get("data-height", 0)) - size if slot.get("data-height") else 0.25 * size
    return x, y - 0.75 * size, x + width, y + below


def test_a_sheet_has_its_exact_size_and_what_is_around_it_names_it() -> None:
    picture = drawn()
    assert picture.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}" == "0 0 1080 1350"
    assert picture.get("aria-hidden") == "true"


def test_there_is_room_for_every_part_of_the_card(catalogue: Catalogue) -> None:
    parts = result_view(EXAMPLE, catalogue)["card_parts"]
    assert isinstance(parts, dict)
    assert slots(drawn()).keys() == parts.keys()


def test_no_room_of_the_foot_leaves_the_sheet_or_reaches_into_the_map_or_another() -> None:
    picture = drawn()
    rooms = [room(text) for text in picture.findall("text")]
    assert len(rooms) == 5  # the week, and the foot
    rooms += [(MAP_LEFT, FOOT + 12, MAP_LEFT + MAP_SCALE * MAP_WIDTH, FOOT + 12 + MAP_SCALE * MAP_HEIGHT)]
    assert [one for one in rooms if one[0] < 0 or one[1] < 0 or one[2] > WIDTH or one[3] > HEIGHT] == []
    assert [one for one in rooms[1:] if one[1] < FOOT] == []
    named = [one for one in rooms if one != room(slots(picture)["address"])]  # an address is seldom that long
    apart = [a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1] for a, b in combinations(named, 2)]
    assert all(apart), [pair for pair, good in zip(combinations(named, 2), apart, strict=True) if not good]


def test_blocks_stand_below_the_head_and_a_box_only_beside_a_day() -> None:
    blocks = [block for block in drawn().iter("g") if block.get("data-after") is not None]
    assert [block.get("data-show") for block in blocks] == [None, None, "say", "day"]
    assert [len(block.findall("rect")) for block in blocks] == [0, 0, 0, 1]


def test_the_site_signs() -> None:
    assert "A & B" in {text.text for text in drawn().iter("text")}


def test_a_sheet_is_drawn_with_classes_alone_and_is_small() -> None:
    picture = card_picture("")
    assert not re.search(r' (?:style|fill|stroke|on\w+)="', picture)
    assert len(picture) < 3_500
