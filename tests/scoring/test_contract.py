"""The types of the gateway say what it takes and gives."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from scoring import Catalogue, handle
from scoring.contract import EXCHANGES
from scoring.dates import WEEKDAYS
from scoring.gateway import REQUESTS
from scoring.history import OUTCOMES
from scoring.model import CAPACITIES, NO, SLOTS, YES
from scoring.request_types import Capacity, Ideas, Outcome, Weekday, YesOrNo
from scoring.result_types import Refusal
from scoring.seldom import ANSWERS
from site_builder.runtime.sample_requests import sample_requests
from tests.scoring.exchange_files import read_exchanges

GOOD = {
    name: request for name, text, response in read_exchanges() if (request := response["ok"] and json.loads(text))
}
"""Requests that are answered with a result, by the name of their file."""

PERSON = {
    "answers": {"hosting": 2},
    "capacity": "low",
    "contexts": ["new-here"],
    "week": 9,
    "wishes": ["groups"],
    "ordinary": True,
    "second": {"a-group": "yes"},
    "history": [{"move": "gone", "week": 8, "outcome": "not-now"}],
    "thin_spot": "hosting",
}
"""The input of a score, with everything that it may bring."""

WHOLE = [
    {"do": "score", "input": PERSON},
    GOOD["ledger"]
    | {"another": {"invitation": 1, "contribution": 2}, "promised": "send-one-invitation"}
    | {"counted": GOOD["ledger"]["today"], "site": "https://ledger.example/", "left_out": ["groups"]},
    *(
        GOOD[name]
        for name in (
            "people",
            "people-name",
            "people-join",
            "ledger-import",
            "ledger-file",
            "ledger-names",
            "ledger-answers",
        )
    ),
    {"do": "what-if", "input": PERSON, "strand": "hosting", "answer": 1},
    GOOD["export"] | {"another": {"invitation": 1, "contribution": 2}},
    GOOD["import-preview"] | {"another": {"invitation": 1, "contribution": 2}},
    GOOD["calendar"]
    | {"move": GOOD["calendar"]["move"] | {"title": "Bread for Jo"}}
    | {"moment": {"when": "it is noon", "where": "at the stall", "day": GOOD["calendar"]["today"]}},
    GOOD["open-link"]
    | {"site": "https://ledger.example/", "left_out": ["groups"], "numbers": False, "card_score": False},
    GOOD["builder-complete"]
    | {
        "another": {"invitation": 1, "contribution": 2},
        "site": "https://ledger.example/",
        "left_out": ["groups"],
        "numbers": False,
    }
    | {"card_score": False, "thin_spot": "weak-ties", "promised": "send-one-invitation"}
    | {"history": PERSON["history"], "counted": {"now": "2026-11-14", "before": "2026-10-31"}}
    | {"moment": {"when": "it is noon", "where": "at the stall", "day": GOOD["builder-complete"]["today"]}},
]
"""A request of every kind, with everything that it may bring."""


type Place = tuple[str | int, ...]


def fits(value: object, kind: Any) -> bool:
    """Whether a value of JSON is of a type."""
    kind = getattr(kind, "__value__", kind)  # of an alias
    inside = get_args(kind)
    if is_typeddict(kind):
        fields = get_type_hints(kind)
        is_whole = isinstance(value, dict) and kind.__required_keys__ <= value.keys() <= fields.keys()
        return is_whole and all(fits(part, fields[name]) for name, part in value.items())
    if get_origin(kind) is list:
        return isinstance(value, list) and all(fits(item, inside[0]) for item in value)
    if get_origin(kind) is dict:
        return isinstance(value, dict) and all(fits(item, inside[1]) for item in value.values())
    if kind is object:
        return True
    if get_origin(kind) is Literal:
        return value in inside
    if inside:
        return any(fits(value, part) for part in inside)
    return type(value) is kind or (kind is float and type(value) is int)


@pytest.mark.parametrize("name", EXCHANGES)
def test_the_door_takes_and_gives_what_the_types_say(name: str) -> None:
    request, result = EXCHANGES[name]
    respond, required, optional = REQUESTS[name]
    assert request.__required_keys__ == {"do", *required}
    assert request.__optional_keys__ == {*optional}
    assert get_type_hints(request)["do"] == Literal[name]
    answers = ANSWERS.get(name, respond)  # those that few ask for stand in a table of their own
    assert answers.__annotations__["return"] == result.__name__  # mypy has proved the rest


def test_every_request_has_its_types() -> None:
    assert list(EXCHANGES) == list(REQUESTS)


def test_the_words_that_a_request_may_hold_are_those_of_the_model() -> None:
    assert get_args(Capacity.__value__) == CAPACITIES
    assert get_args(Weekday.__value__) == WEEKDAYS
    assert get_args(YesOrNo.__value__) == (YES, NO)
    assert get_args(Outcome.__value__) == OUTCOMES
    assert Ideas.__optional_keys__ == set(SLOTS)


def test_every_answer_is_of_its_type(catalogue: Catalogue) -> None:
    texts = [*(text for _, text, _ in read_exchanges()), *sample_requests(catalogue), *map(json.dumps, WHOLE)]
    seen = set()
    for text in texts:
        answer = json.loads(handle(text, catalogue))
        if answer["ok"]:
            name = json.loads(text)["do"]
            seen.add(name)
            assert fits(answer["result"], EXCHANGES[name][1]), text
        else:
            assert fits(answer, Refusal), text
    assert seen == set(EXCHANGES)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_request_is_of_its_type(name: str) -> None:
    assert fits(GOOD[name], EXCHANGES[GOOD[name]["do"]][0])


def holders(value: Any, kind: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every object of a request that has a type, with its place."""
    if is_typeddict(kind):
        yield place, kind
        for name, part in get_type_hints(kind).items():
            yield from holders(value[name], part, (*place, name))
    elif get_origin(kind) is list and value:
        yield from holders(value[0], get_args(kind)[0], (*place, 0))


@pytest.mark.parametrize("request_", WHOLE, ids=lambda request: request["do"])
def test_what_may_be_absent_may_and_what_must_be_there_must(request_: dict, catalogue: Catalogue) -> None:
    def is_good(place: Place, change: dict, without: str = "") -> bool:
        changed = deepcopy(request_)
        holder = changed
        for name in place:
            holder = holder[name]
        holder.update(change)
        holder.pop(without, None)
        return json.loads(handle(json.dumps(changed), catalogue))["ok"]

    found = list(holders(request_, EXCHANGES[request_["do"]][0]))
    assert found[0][0] == ()
    for place, kind in found:
        assert is_good(place, {})
        assert not is_good(place, {"more": 1})
        for name in kind.__required_keys__:
            assert not is_good(place, {}, name), name
        for name in kind.__optional_keys__:
            assert is_good(place, {}, name), name


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"invitation": "1"}, Ideas),
        ({"more": 1}, Ideas),
        (True, int),
        (None, int | str),
        ("Low", Capacity),
        ([1], list[str]),
        ({"a": "1"}, dict[str, int]),
        ({"ok": False, "issues": [{"path": ""}]}, Refusal),
    ],
)
def test_what_is_of_another_type_does_not_fit(value: object, kind: Any) -> None:
    assert not fits(value, kind)
