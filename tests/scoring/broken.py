"""Breaking a parsed `practices.yaml`, and what is said about it."""

from collections.abc import Sequence

import pytest

from scoring import Issue, Refused, parse_catalogue
from scoring.issues import path_text

type Place = Sequence[str | int]


def find(data: dict, place: Place) -> object:
    """What stands at a place."""
    for part in place:
        data = data[part]
    return data


def put(data: dict, place: Place, value: object) -> None:
    """Put another value at a place."""
    find(data, place[:-1])[place[-1]] = value


def drop(data: dict, place: Place) -> None:
    """Leave out what stands at a place."""
    del find(data, place[:-1])[place[-1]]


def refusal(data: object) -> tuple[Issue, ...]:
    """Every issue for which the data are refused."""
    with pytest.raises(Refused) as refused:
        parse_catalogue(data)
    return refused.value.issues


def faults(data: object) -> list[tuple[str, str, str, str]]:
    """Path, code, text and what is allowed, of every fault."""
    return [(path_text(issue.path), issue.code, issue.text, issue.allowed) for issue in refusal(data)]
