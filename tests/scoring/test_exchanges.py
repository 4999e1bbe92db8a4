"""The exchanges in CPython, and the comparison that the browser's tests share."""

import json
from pathlib import Path

import pytest

from scoring import Catalogue, handle
from scoring.gateway import REQUESTS
from tests.scoring import exchange_files
from tests.scoring.exchange_files import FOLDER, differences, read_exchanges

EXCHANGES = read_exchanges()


@pytest.mark.parametrize(("name", "request_text", "expected"), EXCHANGES, ids=[name for name, _, _ in EXCHANGES])
def test_the_response_is_the_expected_one(
    name: str, request_text: str, expected: object, catalogue: Catalogue
) -> None:
    assert differences(expected, json.loads(handle(request_text, catalogue))) == [], name


def test_every_file_of_the_folder_is_an_exchange_the_table_or_the_guide() -> None:
    names = {path.name for path in FOLDER.iterdir()}
    assert names - {f"{name}.json" for name, _, _ in EXCHANGES} <= {"README.md", "thousand.csv"}


def test_every_expected_response_says_whether_it_is_good_and_more() -> None:
    for name, _, expected in EXCHANGES:
        assert expected.keys() == {"ok", "result" if expected["ok"] else "issues"}, name
        assert expected["result"] if expected["ok"] else expected["issues"], name


def test_every_kind_of_request_is_among_the_exchanges() -> None:
    asked = "".join(text for _, text, expected in EXCHANGES if expected["ok"])
    assert [kind for kind in REQUESTS if f'"do": "{kind}"' not in asked] == []


@pytest.mark.parametrize(
    ("expected", "actual", "told"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, []),
        ({"a": {}}, {"a": {"b": 2}}, []),
        ([{"a": 1}], [{"a": 1, "b": 2}], []),
        (25.0, 25, []),
        ({"a": 1}, {"b": 1}, ["response.a: 1 expected, nothing there"]),
        ({"a": None}, {}, ["response.a: None expected, nothing there"]),
        ({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}, ["response.a[1].b: 2 expected, 3 there"]),
        ([1, 2], [1], ["response: [1, 2] expected, [1] there"]),
        ([], [1], ["response: [] expected, [1] there"]),
        ([1, 2], [2, 1], ["response[0]: 1 expected, 2 there", "response[1]: 2 expected, 1 there"]),
        ({}, [], ["response: {} expected, [] there"]),
        ({"a": None}, {"a": 0}, ["response.a: None expected, 0 there"]),
        (1, True, ["response: 1 expected, True there"]),
        (False, 0, ["response: False expected, 0 there"]),
        (0.1, 0.1 + 2e-17, ["response: 0.1 expected, 0.10000000000000002 there"]),
        ("1", 1, ["response: '1' expected, 1 there"]),
    ],
)
def test_differences_are_told_with_their_place(expected: object, actual: object, told: list[str]) -> None:
    assert differences(expected, actual) == told


@pytest.mark.parametrize("content", [{"request": 1}, {"request": 1, "request_text": "1", "response": {}}, {}])
def test_a_file_that_is_no_exchange_is_a_mistake(
    content: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "odd.json").write_text(json.dumps(content), "utf-8")
    monkeypatch.setattr(exchange_files, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r'odd\.json holds .*, not "request"'):
        read_exchanges()


def test_a_request_is_sent_as_json_or_as_the_text_that_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.json").write_text('{"request": {"do": "ä"}, "response": {"ok": false}}', "utf-8")
    (tmp_path / "a.json").write_text('{"request_text": "NaN", "response": {"ok": false}}', "utf-8")
    monkeypatch.setattr(exchange_files, "FOLDER", tmp_path)
    assert read_exchanges() == [("a", "NaN", {"ok": False}), ("b", '{"do": "\\u00e4"}', {"ok": False})]
