"""A thousand made-up people get the same numbers on every machine."""

import json

import pytest

from scoring import Catalogue, handle
from scoring.model import BANDS, CAPACITIES
from tests.scoring.people import CONTEXTS
from tests.scoring.thousand import EXPECTED, digest, thousand_requests

INPUTS = [json.loads(request)["input"] for request in thousand_requests()]


@pytest.fixture(scope="module")
def responses(catalogue: Catalogue) -> list[str]:
    return [handle(request, catalogue) for request in thousand_requests()]


def changed(response: str, place: list, value: object) -> str:
    """The response with another value at a place of its result."""
    answer = json.loads(response)
    holder = answer["result"]
    for part in place[:-1]:
        holder = holder[part]
    holder[place[-1]] = value
    return json.dumps(answer)


def test_the_hash_of_all_responses_is_the_one_in_the_file(responses: list[str]) -> None:
    assert digest(responses) == EXPECTED


def test_the_thousand_cover_what_people_can_enter() -> None:
    assert len(INPUTS) == 1000
    assert {given["capacity"] for given in INPUTS} == {None, *CAPACITIES}
    assert {context for given in INPUTS for context in given["contexts"]} == set(CONTEXTS)
    assert {given["week"] for given in INPUTS} == set(range(54))
    skipped = {list(given["answers"].values()).count(None) for given in INPUTS}
    assert skipped == set(range(10))


def test_the_thousand_reach_every_band_and_every_thin_spot(responses: list[str], catalogue: Catalogue) -> None:
    results = [json.loads(response)["result"] for response in responses]
    assert {result["band"] for result in results} == {band for band, _ in BANDS}
    thin = {result["thin_spot"] and result["thin_spot"]["id"] for result in results}
    assert thin == {None, *(strand.id for strand in catalogue.strands)}
    assert any(result["next_thin"] is None for result in results)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (["score"], 101),
        (["score_exact"], 1e-300),
        (["range"], [0, 1]),
        (["band"], "other"),
        (["answered"], 11),
        (["strands", 3, "points"], 1e-300),
        (["strands", 3, "gain"], 1e-300),
        (["thin_spot"], {"id": "other"}),
        (["next_thin"], {"id": "other"}),
        (["path", 0], "other"),
        (["code"], "other"),
    ],
)
def test_the_hash_notices_every_part(place: list, value: object, responses: list[str]) -> None:
    one = responses[0]
    assert digest([changed(one, place, value)]) != digest([one])


def test_the_hash_notices_the_last_bit(responses: list[str]) -> None:
    exact = json.loads(responses[0])["result"]["score_exact"]
    assert digest([changed(responses[0], ["score_exact"], exact + 2e-14)]) != digest(responses[:1])


def test_the_hash_leaves_texts_out(responses: list[str]) -> None:
    one = next(text for text in responses if json.loads(text)["result"]["invitation"])
    for place in (["invitation", "title"], ["card", "text"], ["strands", 0, "label"], ["thin_spot", "label"]):
        assert digest([changed(one, place, "other")]) == digest([one])


def test_the_hash_notices_the_order(responses: list[str]) -> None:
    assert digest(responses[::-1]) != digest(responses)
