"""A chapter that a site does not have is on no path: not in the list, not on the card."""

import json

import pytest

from scoring import Catalogue, handle
from tests.scoring.people import EXAMPLE, as_form

BUILDER = {"do": "builder", "entries": as_form(EXAMPLE), "today": "2026-11-23"}


def view(catalogue: Catalogue, **given: object) -> dict:
    answer = json.loads(handle(json.dumps(BUILDER | given), catalogue))
    assert answer["ok"]
    return answer["result"]


@pytest.mark.parametrize("place", [0, 1])
def test_it_is_neither_in_the_list_nor_on_the_card(place: int, catalogue: Catalogue) -> None:
    path = view(catalogue)["path"]
    gone = path[place]
    without = view(catalogue, left_out=[gone])
    assert without["path"] == [slug for slug in path if slug != gone]
    chapter = catalogue.strand(gone).chapter
    assert chapter in view(catalogue)["card"].split("\n")[-1]
    assert chapter not in without["card"].split("\n")[-1]


def test_nor_where_the_reader_took_another_move(catalogue: Catalogue) -> None:
    move = catalogue.strands[5].moves[0].id
    assert view(catalogue, promised=move)["path"][0] == catalogue.strands[5].id
    assert catalogue.strands[5].id not in view(catalogue, promised=move, left_out=[catalogue.strands[5].id])["path"]


def test_what_is_no_strand_is_refused(catalogue: Catalogue) -> None:
    answer = json.loads(handle(json.dumps(BUILDER | {"left_out": ["choirs"]}), catalogue))
    assert [(issue["path"], issue["code"]) for issue in answer["issues"]] == [("left_out[0]", "not-allowed")]
