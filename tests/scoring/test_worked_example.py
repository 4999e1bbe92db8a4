"""The worked example of the model's section 5, and both ends of the scale."""

import json
from math import sqrt

import pytest

from scoring import Catalogue, handle
from scoring.model import LAST_WEEK, STRAND_IDS
from tests.scoring.people import EXAMPLE, FULL, NOTHING, as_input


def scored(request_input: dict[str, object], catalogue: Catalogue) -> dict:
    answer = json.loads(handle(json.dumps({"do": "score", "input": request_input}), catalogue))
    assert answer["ok"] is True
    return answer["result"]


@pytest.mark.parametrize("week", range(LAST_WEEK + 1))
def test_the_worked_example_holds_in_every_week(week: int, catalogue: Catalogue) -> None:
    result = scored(as_input(EXAMPLE) | {"week": week}, catalogue)
    assert result["score"] == 64
    assert round(sqrt(result["score_exact"] / 100), 5) == 0.79764
    assert result["range"] == [64, 64]
    assert result["band"] == "warming"
    assert result["answered"] == 10
    assert result["thin_spot"] == {"id": "weak-ties", "label": "Weak ties"}
    next_thin = ("repair", "Repair") if week % 10 in (4, 5, 6, 7) else ("hosting", "Invitations")  # both have a 2
    assert result["next_thin"] == dict(zip(("id", "label"), next_thin, strict=True))
    assert result["path"] == ["weak-ties", next_thin[0], "weekly-review"]
    assert result["card"]["line"] == "This week needs one warm weak tie."
    assert (result["invitation"]["kind"], result["contribution"]["kind"]) == ("invitation", "contribution")
    assert result["ties"] == []


def test_the_moves_of_the_worked_example(catalogue: Catalogue) -> None:
    result = scored(as_input(EXAMPLE), catalogue)
    assert result["invitation"]["title"] == "Send one low-pressure invitation."
    assert result["contribution"]["title"] == "Offer one useful action within capacity."


@pytest.mark.parametrize("week", range(LAST_WEEK + 1))
def test_with_every_answer_full_there_is_nothing_to_add(week: int, catalogue: Catalogue) -> None:
    result = scored(as_input(FULL) | {"week": week}, catalogue)
    assert (result["score"], result["score_exact"], result["band"]) == (100, 100.0, "rooted")
    assert result["path"] == ["weekly-review"]
    absent = ("thin_spot", "next_thin", "invitation", "contribution", "protocol", "plan")
    assert {key: result[key] for key in absent} == dict.fromkeys(absent)
    assert result["card"]["line"] in [strand.keep_line for strand in catalogue.strands]


def test_with_every_answer_at_nothing_the_score_is_0(catalogue: Catalogue) -> None:
    result = scored(as_input(NOTHING), catalogue)
    assert (result["score"], result["score_exact"], result["range"]) == (0, 0.0, [0, 0])
    assert result["band"] == "quiet"
    assert result["thin_spot"]["id"] == "belonging"
    assert result["ties"] == list(STRAND_IDS[1:])
    assert result["path"] == ["belonging", "weak-ties", "social-map"]
