"""A history as it comes from outside."""

import json

import pytest

from scoring import Catalogue, Refused, handle, parse_answers
from scoring.fields import Checker
from scoring.history import MOST_ENTRIES, read_history
from tests.scoring.people import CONTEXTS, as_input, as_past, history, person


def test_a_history_is_read_as_it_is_told(catalogue: Catalogue) -> None:
    past = history((0, "gone-from-the-site", "done"), (53, "host", "no-answer"))
    who = person({"hosting": 1}, history=past)
    assert parse_answers(as_input(who), catalogue).history == past


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (3, "history[1]: 3 is not a set of fields; allowed: fields with names"),
        ({"outcome": "tried"}, 'history[1].outcome: "tried" given; allowed: done, not-now, not-for-me, no-answer'),
        ({"week": 54}, "history[1].week: 54 given; allowed: a whole number from 0 to 53"),
        ({"move": ""}, "history[1].move: is empty; allowed: a text"),
        ({"move": "x" * 61}, "history[1].move: 61 characters; allowed: at most 60"),
        ({"who": "Ada"}, 'history[1].who: unknown field "who"; allowed: move, week, outcome'),
    ],
)
def test_a_broken_history_is_refused_where_it_is_broken(entry: object, fault: str, catalogue: Catalogue) -> None:
    whole = {"move": "host", "week": 3, "outcome": "done"}
    given = {"answers": {"hosting": 1}, "history": [whole, whole | entry if isinstance(entry, dict) else entry]}
    with pytest.raises(Refused) as refused:
        parse_answers(given, catalogue)
    assert str(refused.value.issues[0]) == fault


def test_a_missing_part_of_it_is_told() -> None:
    checker = Checker()
    read_history(checker, [{}], ("history",))
    assert [str(issue) for issue in checker.issues] == [
        f'history[0]: field "{name}" is missing' for name in ("move", "week", "outcome")
    ]


def test_a_history_is_about_a_year_long_at_most(catalogue: Catalogue) -> None:
    entry = as_past(history((3, "host", "done"))[0])
    given = {"answers": {"hosting": 1}}
    assert len(parse_answers(given | {"history": [entry] * MOST_ENTRIES}, catalogue).history) == MOST_ENTRIES == 60
    with pytest.raises(Refused, match="history: 61 given; allowed: 0 to 60"):
        parse_answers(given | {"history": [entry] * 61}, catalogue)


def test_the_longest_history_can_be_sent(catalogue: Catalogue) -> None:
    past = history(*((week % 54, f"{week:060}", "not-for-me") for week in range(MOST_ENTRIES)))
    request = {"do": "score", "input": as_input(person(rest=1, contexts=CONTEXTS, history=past))}
    assert json.loads(handle(json.dumps(request, indent=2), catalogue))["ok"]
