"""`scoring.ledger.people_questions`: a name that is there already, and two entries made one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Catalogue
from scoring.fields import Checker
from scoring.issues import Refused
from scoring.ledger.changing import apply, read_changes
from scoring.ledger.document import Document
from scoring.ledger.fields import STATES
from scoring.ledger.people import read_people
from scoring.ledger.people_questions import join_preview, known_name
from tests.scoring.ledger.neighbors import TODAY, ledger

LATER = "2026-11-24T09:12:44Z"


@pytest.mark.parametrize("name", ["Jo", "jo", " JO "])
def test_a_name_that_is_there_is_told(name: str, catalogue: Catalogue) -> None:
    found = known_name(ledger(jjj={"name": "Jo", "ring": "warm"}), name, TODAY, catalogue)
    assert found["leave"] == {"in": "people", "id": "jjj", "fields": {"state": "resting"}}
    assert found["said"].startswith("Jo is in your list already (Person · warm")


@pytest.mark.parametrize("name", ["Joan", "", " ", "\u0007", "x" * 99, None, 3])
def test_what_is_not_there_or_no_name_is_not(name: object, catalogue: Catalogue) -> None:
    found = known_name(ledger(jjj={"name": "Jo"}), name, TODAY, catalogue)
    assert found == {"said": "", "leave": {"in": "people", "fields": {"name": name, "state": "resting"}}}


@pytest.mark.parametrize("state", STATES[1:])
def test_who_is_not_suggested_anyway_stays_as_it_is(state: str, catalogue: Catalogue) -> None:
    found = known_name(ledger(jjj={"name": "Jo", "state": state}), "Jo", TODAY, catalogue)
    assert found["leave"] == {"in": "people", "id": "jjj", "fields": {}}


def joined(document: Document, kept: str, other: str, catalogue: Catalogue) -> Document:
    checker = Checker()
    changes = read_changes(
        checker, [join_preview(document, kept, other, TODAY, catalogue)["change"]], ("changes",), document
    )
    assert checker.issues == []
    return apply(document, changes, LATER)[0]


days = st.sampled_from([{}, {"last": "2026-11-01"}, {"last": "2026-11"}, {"last": "2025-03-02"}])
somebody = st.builds(
    lambda last, state, repair: {**last, "state": state, "repair": repair},
    days,
    st.sampled_from(STATES),
    st.booleans(),
)


@given(one=somebody, other=somebody)
def test_of_two_the_later_contact_and_the_greater_distance_stay(
    one: dict[str, object], other: dict[str, object], catalogue: Catalogue
) -> None:
    (person,) = read_people(joined(ledger(aaa=one, bbb=other), "aaa", "bbb", catalogue))
    before = read_people(ledger(aaa=one, bbb=other))
    assert (person.id, person.name) == ("aaa", "aaa")
    assert person.last == max((each.last for each in before if each.last), default=None)
    assert STATES.index(person.state) == max(STATES.index(each.state) for each in before)
    assert person.repair is (one["repair"] or other["repair"])


def test_it_says_what_becomes_of_them(catalogue: Catalogue) -> None:
    document = ledger(aaa={"name": "Jo", "ring": "warm"}, bbb={"name": "Joan", "state": "not-safe"})
    said = join_preview(document, "aaa", "bbb", TODAY, catalogue)["said"]
    assert said.startswith("Jo stays: Person · warm · last contact not noted · not safe. Joan leaves the list")


@pytest.mark.parametrize(("kept", "other"), [("aaa", "aaa"), ("aaa", "zzz"), ("zzz", "aaa"), (None, []), ("aaa", 3)])
def test_nobody_is_made_one_with_nobody(kept: object, other: object, catalogue: Catalogue) -> None:
    with pytest.raises(Refused):
        join_preview(ledger(aaa={}, bbb={}), kept, other, TODAY, catalogue)
