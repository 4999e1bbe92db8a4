"""A thousand made-up people get the same numbers on every machine."""

import json

import pytest

from scoring import Catalogue, handle
from scoring.model import BANDS, CAPACITIES
from tests.scoring.people import CONTEXTS
from tests.scoring.thousand import read_table, rows, thousand_requests

REQUESTS = list(thousand_requests())
GIVEN = [json.loads(request)["input"] for request in REQUESTS]


@pytest.fixture(scope="module")
def responses(catalogue: Catalogue) -> list[str]:
    return [handle(request, catalogue) for request in REQUESTS]


def test_every_row_is_the_one_in_the_table(responses: list[str]) -> None:
    assert rows(REQUESTS, responses) == read_table()


def test_the_thousand_cover_what_people_can_enter() -> None:
    assert len(GIVEN) == 1000
    assert {given.get("capacity") for given in GIVEN} == {None, *CAPACITIES}
    assert {context for given in GIVEN for context in given["contexts"]} == set(CONTEXTS)
    assert {given["week"] for given in GIVEN} == set(range(54))
    skipped = {list(given["answers"].values()).count(None) for given in GIVEN}
    assert skipped == set(range(10))


def test_the_thousand_reach_every_band_and_every_thin_spot(catalogue: Catalogue) -> None:
    table = read_table()
    assert {row["band"] for row in table} == {band for band, _ in BANDS}
    assert {row["thin_spot"] for row in table} == {"", *(strand.id for strand in catalogue.strands)}
    assert any(not row["next_thin"] for row in table)


def test_the_table_notices_the_last_bit(responses: list[str]) -> None:
    answer = json.loads(responses[0])
    answer["result"]["score_exact"] += 2e-14
    assert rows(REQUESTS[:1], [json.dumps(answer)]) != read_table()[:1]
