"""The requests that every Python is tried with reach everything that the gateway can say."""

import json

import pytest

from scoring import Catalogue
from scoring.gateway import REQUESTS
from site_builder.runtime.conformance import ConformanceSuite, make_suite
from site_builder.runtime.sample_requests import COUNT, sample_requests

CODES = {
    "code-character",
    "code-length",
    "code-mistyped",
    "code-version",
    "line-break",
    "not-ours",
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
    "wrong-length",
    "empty",
}


@pytest.fixture(scope="module")
def suite(catalogue: Catalogue) -> ConformanceSuite:
    return make_suite(sample_requests(catalogue), catalogue)


def test_every_request_and_every_code_comes_up(suite: ConformanceSuite) -> None:
    answers = [json.loads(answer) for answer in suite.answers]
    assert {issue["code"] for answer in answers if not answer["ok"] for issue in answer["issues"]} >= CODES
    good = [json.loads(q)["do"] for q, a in zip(suite.requests, answers, strict=True) if a["ok"]]
    assert set(good) == set(REQUESTS)
    assert COUNT / 4 < len(good) < COUNT * 3 / 4


def test_they_are_the_same_each_time_and_others_with_another_seed(
    suite: ConformanceSuite, catalogue: Catalogue
) -> None:
    assert tuple(sample_requests(catalogue)) == suite.requests
    assert len(suite.requests) == COUNT
    assert tuple(sample_requests(catalogue, seed=1))[-1] != suite.requests[-1]


def test_the_first_is_a_full_score(suite: ConformanceSuite) -> None:
    assert json.loads(suite.answers[0])["result"]["score"] == 75


@pytest.mark.parametrize("answers", [("1", "x"), ("1",), ("1", "2", "3")])
def test_another_answer_or_number_of_answers_is_told(answers: tuple[str, ...]) -> None:
    with pytest.raises(RuntimeError, match="Some Python"):
        ConformanceSuite(("a", "b"), {"a": "1", "b": "2"}.__getitem__).compare(answers, "Some Python")


def test_the_same_answers_are_good() -> None:
    ConformanceSuite(("a", "b"), {"a": "1", "b": "2"}.__getitem__).compare(["1", "2"], "Some Python")
