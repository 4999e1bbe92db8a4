"""A thousand made-up people get the same numbers on every machine."""

import json
from itertools import product

import pytest

from scoring import Catalogue, handle
from scoring.history import OUTCOMES
from scoring.model import BANDS, CAPACITIES, KINDS, NO, REST, SLOTS, STRAND_IDS, YES
from scoring.second_questions import SECOND_QUESTIONS
from tests.scoring.people import CONTEXTS
from tests.scoring.thousand import read_table, rows, thousand_requests


@pytest.fixture(scope="module")
def requests() -> list[str]:
    return list(thousand_requests())


@pytest.fixture(scope="module")
def responses(requests: list[str], catalogue: Catalogue) -> list[str]:
    return [handle(request, catalogue) for request in requests]


def test_every_row_is_the_one_in_the_table(requests: list[str], responses: list[str]) -> None:
    assert rows(requests, responses) == read_table()


def test_the_thousand_cover_what_people_can_enter(requests: list[str]) -> None:
    people = [json.loads(request)["input"] for request in requests]
    assert len(people) == 1000
    assert {given.get("capacity") for given in people} == {None, *CAPACITIES}
    assert {given.get("ordinary") for given in people} == {None, True, False}
    assert {context for given in people for context in given["contexts"]} == set(CONTEXTS)
    assert {wish for given in people for wish in given["wishes"]} == set(STRAND_IDS)
    assert {pair for given in people for pair in given["second"].items()} == set(product(SECOND_QUESTIONS, (YES, NO)))
    assert {past["outcome"] for given in people for past in given["history"]} == set(OUTCOMES)
    assert {given["week"] for given in people} == set(range(54))
    for answer in (None, "none"):
        counts = {list(given["answers"].values()).count(answer) for given in people}
        assert counts == set(range(10 if answer is None else 3))


def test_the_thousand_reach_every_band_and_every_thin_spot(catalogue: Catalogue) -> None:
    table = read_table()
    assert {row["band"] for row in table} == {"None", *(band for band, _ in BANDS)}
    assert {row["thin_spot"] for row in table} == {"", *(strand.id for strand in catalogue.strands)}
    assert any(not row["next_thin"] for row in table)
    assert any(row["second_asked"] for row in table)
    kinds = {move.id: move.kind for strand in catalogue.strands for move in strand.moves}
    offered = {kinds.get(row[slot], "") for row in table for slot in SLOTS}
    assert offered == {"", *KINDS}
    rests = [row for row in table if kinds.get(row["invitation"]) == REST]
    assert {bool(row["history"]) for row in rests if row["capacity"] != "none"} == {True}


def test_the_table_notices_the_last_bit(requests: list[str], responses: list[str]) -> None:
    place = next(n for n, response in enumerate(responses) if json.loads(response)["result"]["score"])
    answer = json.loads(responses[place])
    answer["result"]["score_exact"] += 2e-14
    assert rows([requests[place]], [json.dumps(answer)]) != [read_table()[place]]
