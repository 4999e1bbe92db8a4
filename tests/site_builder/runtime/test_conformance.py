"""The requests that every Python is tried with reach everything that the gateway can say."""

import json

import pytest

from scoring import Catalogue
from scoring.gateway import REQUESTS
from site_builder.runtime.conformance import Rehearsal, rehearse
from site_builder.runtime.sample_requests import COUNT, sample_requests

CODES = {
    "code-length",
    "code-mistyped",
    "newer",
    "duplicate-key",
    "missing-key",
    "no-answer",
    "not-allowed",
    "not-json",
    "repeated",
    "too-deep",
    "too-long",
    "unknown-key",
    "wrong-type",
}


@pytest.fixture(scope="module")
def rehearsal(catalogue: Catalogue) -> Rehearsal:
    return rehearse(sample_requests(catalogue), catalogue)


def test_every_request_and_every_code_comes_up(rehearsal: Rehearsal) -> None:
    answers = [json.loads(answer) for answer in rehearsal.answers]
    assert {issue["code"] for answer in answers if not answer["ok"] for issue in answer["issues"]} >= CODES
    good = [json.loads(q)["do"] for q, a in zip(rehearsal.requests, answers, strict=True) if a["ok"]]
    assert set(good) == set(REQUESTS)
    assert COUNT / 4 < len(good) < COUNT * 3 / 4


def test_they_are_the_same_each_time_and_others_with_another_seed(rehearsal: Rehearsal, catalogue: Catalogue) -> None:
    assert tuple(sample_requests(catalogue)) == rehearsal.requests
    assert len(rehearsal.requests) == COUNT
    assert tuple(sample_requests(catalogue, seed=1))[-1] != rehearsal.requests[-1]


def test_the_first_is_a_full_score(rehearsal: Rehearsal) -> None:
    assert json.loads(rehearsal.answers[0])["result"]["score"] == 75


@pytest.mark.parametrize("answers", [("1", "x"), ("1",), ("1", "2", "3")])
def test_another_answer_or_number_of_answers_is_told(answers: tuple[str, ...]) -> None:
    with pytest.raises(RuntimeError, match="Some Python"):
        Rehearsal(("a", "b"), ("1", "2")).compare(answers, "Some Python")


def test_the_same_answers_are_good() -> None:
    Rehearsal(("a", "b"), ("1", "2")).compare(["1", "2"], "Some Python")
