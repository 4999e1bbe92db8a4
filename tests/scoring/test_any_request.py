"""Whatever text is sent through the gateway, an answer comes back."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoring import Catalogue, handle
from scoring.gateway import MOST_CHARACTERS
from tests.scoring.request_strategies import request_like
from tests.scoring.strategies import json_values, texts

CODES = {
    "code-character",
    "code-empty",
    "code-length",
    "code-mistyped",
    "code-range",
    "code-version",
    "duplicate-key",
    "line-break",
    "missing-key",
    "newer",
    "no-answer",
    "not-allowed",
    "not-json",
    "not-ours",
    "empty",
    "repeated",
    "too-deep",
    "too-long",
    "unknown-key",
    "wrong-type",
    "wrong-length",
}
"""Every code that an answer may have."""


def no_constant(name: str) -> None:
    raise AssertionError(f"{name} is not JSON")


def assert_is_an_answer(text: str) -> bool:
    """The answer is strict JSON in plain ASCII, with a result or with issues for people; say whether it is good."""
    assert text.isascii()
    answer = json.loads(text, parse_constant=no_constant)
    if answer["ok"] is True:
        assert answer.keys() == {"ok", "result"}
        assert isinstance(answer["result"], dict)
        return True
    assert answer["ok"] is False
    assert answer.keys() == {"ok", "issues"}
    assert answer["issues"]
    for issue in answer["issues"]:
        assert list(issue) == ["path", "code", "text", "allowed"]
        assert all(isinstance(words, str) for words in issue.values())
        assert issue["code"] in CODES
        assert issue["text"]
        assert len(issue["text"]) < 120
    return False


@given(texts | st.text())
@example("\ud800")
@example("\x00")
@example('{"do": "score", "input": {"answers": {"hosting": 1e999}}}')
@example('{"do": "score", "input": {"answers": {"hosting": -0}}}')
def test_any_text_gets_an_answer(catalogue: Catalogue, text: str) -> None:
    assert_is_an_answer(handle(text, catalogue))


@given(json_values)
def test_any_json_gets_an_answer_and_a_bad_one(catalogue: Catalogue, value: object) -> None:
    assert not assert_is_an_answer(handle(json.dumps(value), catalogue))


@given(request_like)
def test_anything_that_looks_like_a_request_gets_an_answer(catalogue: Catalogue, value: object) -> None:
    assert_is_an_answer(handle(json.dumps(value), catalogue))
    assert_is_an_answer(handle(json.dumps(value, ensure_ascii=False), catalogue))


@given(request_like, st.data())
def test_a_request_cut_short_gets_an_answer(catalogue: Catalogue, value: object, data: st.DataObject) -> None:
    text = json.dumps(value)
    cut = data.draw(st.integers(0, len(text) - 1))
    assert not assert_is_an_answer(handle(text[:cut], catalogue))


@pytest.mark.parametrize("depth", [1, 50, 99, 100, 101, 299, 300, 301, 1_000, 9_000, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"answers": ', "}"), ('{"do": [', "]}")])
def test_deep_nesting_gets_an_answer(depth: int, opening: str, closing: str, catalogue: Catalogue) -> None:
    assert not assert_is_an_answer(handle(opening * depth, catalogue))
    assert not assert_is_an_answer(handle(f"{opening * depth}1{closing * depth}", catalogue))
    within = f'{{"do": "score", "input": {opening * depth}1{closing * depth}}}'
    assert not assert_is_an_answer(handle(within, catalogue))


@pytest.mark.parametrize("length", [19_999, 20_000, 20_001, 1_000_000])
def test_long_text_gets_an_answer(length: int, catalogue: Catalogue) -> None:
    assert not assert_is_an_answer(handle("x" * length, catalogue))
    assert not assert_is_an_answer(handle('"' + "x" * (length - 2) + '"', catalogue))
    assert not assert_is_an_answer(handle("9" * length, catalogue))
    entries = '{"do": "builder", "entries": [' + "1," * (length // 4) + '1], "today": "2026-11-23"}'
    assert not assert_is_an_answer(handle(entries, catalogue))


def test_space_around_a_request_does_no_harm_while_it_is_short(catalogue: Catalogue) -> None:
    request = '{"do": "score", "input": {"answers": {"hosting": 1}}}'
    assert assert_is_an_answer(handle(request.ljust(MOST_CHARACTERS), catalogue))
    assert not assert_is_an_answer(handle(request.ljust(MOST_CHARACTERS + 1), catalogue))
