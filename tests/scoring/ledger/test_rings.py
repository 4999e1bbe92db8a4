"""Places in the picture: stable, and one for everybody."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Catalogue
from scoring.ledger.fields import ID_SIGNS, RINGS
from scoring.ledger.people import read_people
from scoring.ledger.rings import ghosts, spots
from tests.scoring.ledger.ledgers import TODAY, ask, change, document, ledger

ids = st.text(sorted(ID_SIGNS), min_size=1, max_size=12)
rings = st.dictionaries(ids, st.sampled_from(RINGS), min_size=1, max_size=60)


def places(by_ring: dict[str, str]) -> dict[str, tuple[float, float]]:
    people = read_people(document({name: {"name": name, "ring": ring} for name, ring in by_ring.items()}))
    return {name: (spot.x, spot.y) for name, spot in spots(people).items()}


@given(rings)
def test_everybody_has_a_place_within_the_picture(by_ring: dict) -> None:
    found = places(by_ring)
    assert found.keys() == by_ring.keys()
    assert all(0 < x < 200 and 0 < y < 200 for x, y in found.values())
    assert all(dist(one, other) > 5 for one, other in combinations(found.values(), 2))


@pytest.mark.parametrize("ring", RINGS)
def test_sixty_in_one_ring_do_not_stand_on_each_other(ring: str) -> None:
    signs = sorted(ID_SIGNS)
    found = places({f"{signs[number % 31]}{signs[number // 31]}": ring for number in range(60)})
    assert min(dist(one, other) for one, other in combinations(found.values(), 2)) > 5


def spots_of(text: str, catalogue: Catalogue) -> dict[str, object]:
    view = ask(catalogue, "people", text=text, today=TODAY)
    return {row["id"]: row["spot"] for row in (*view["active"], *view["others"])}


@given(rings, st.sampled_from(RINGS))
def test_nobody_moves_when_one_is_added_renamed_or_rests(catalogue: Catalogue, by_ring: dict, ring: str) -> None:
    text = ledger({name: {"name": "R.", "ring": ring} for name, ring in by_ring.items()})
    before = spots_of(text, catalogue)
    one = min(by_ring)
    for fields in ({"name": "Jo", "ring": ring}, {"name": "Ruth"}, {"state": "resting"}):
        who = {"id": one} if len(fields) == 1 else {}
        text, _ = change(catalogue, text, {"in": "people", **who, "fields": fields})
        after = spots_of(text, catalogue)
        kept = {name for name in before if "state" not in fields or name != one}
        assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert after[one] is None


def test_a_ring_without_anybody_has_a_ghost() -> None:
    people = read_people(document({"aaa": {"name": "R.", "ring": "warm"}}))
    assert (len(ghosts([])), len(ghosts(people))) == (3, 2)
