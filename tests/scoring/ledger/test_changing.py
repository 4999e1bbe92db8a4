"""Changes, what takes them back, and what is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Catalogue
from scoring.ledger.document import LAST_STAMP, Document, read_document, write_document
from scoring.ledger.merging import merge
from tests.scoring.ledger.ledgers import (
    NOW,
    TODAY,
    ask,
    change,
    changes_of,
    document,
    documents,
    ledger,
    refusal,
    visible,
)

LATER = "2026-11-24T09:12:44Z"
TWO = ledger(
    {"aaa": {"name": "R.", "ring": "close"}, "bbb": {"name": "Ruth", "last": "2026-11-20"}},
    {
        "2026-W46": {"people": ["bbb", "aaa"], "invitation": {"title": "Ask", "person": "bbb"}},
        "2026-W47": {"people": ["bbb"], "contribution": {"kind": "repair", "title": "Say sorry", "person": "bbb"}},
    },
)


def read(text: str, catalogue: Catalogue) -> Document:
    return read_document(text, catalogue)


@given(documents(), st.data())
def test_every_change_can_be_taken_back(catalogue: Catalogue, start: Document, data: st.DataObject) -> None:
    text = write_document(start)
    changed, undo = change(catalogue, text, *data.draw(changes_of(start)))
    if not undo:
        assert visible(read(changed, catalogue)) == visible(start)
    else:
        back, redo = change(catalogue, changed, *undo)
        assert visible(read(back, catalogue)) == visible(start)
        again, _ = change(catalogue, back, *redo)
        assert visible(read(again, catalogue)) == visible(read(changed, catalogue))


@given(documents(), st.data())
def test_what_is_written_can_be_read(catalogue: Catalogue, start: Document, data: st.DataObject) -> None:
    changed, undo = change(catalogue, write_document(start), *data.draw(changes_of(start)))
    assert write_document(read(changed, catalogue)) == changed
    assert len({(one["in"], one["id"]) for one in undo}) == len(undo)


@given(documents(), st.data(), st.sampled_from(["2000-01-03T00:00:00Z", NOW, LAST_STAMP]))
def test_a_change_is_later_than_all_before_whatever_the_clock_says(
    catalogue: Catalogue, start: Document, data: st.DataObject, now: str
) -> None:
    changed, _ = change(catalogue, write_document(start), *data.draw(changes_of(start)), now=now)
    after = read(changed, catalogue)
    assert visible(merge(after, start)) == visible(after)


def test_somebody_is_added_with_an_id_that_tells_nothing(catalogue: Catalogue) -> None:
    text, undo = change(catalogue, "", {"in": "people", "fields": {"name": "Jo", "ring": "close"}})
    [(name, entry)] = read(text, catalogue).people.items()
    assert (entry.get("name"), len(name), "jo" in name) == ("Jo", 7, False)
    assert undo == [{"in": "people", "id": name, "remove": True}]
    twice, _ = change(
        catalogue, text, {"in": "people", "fields": {"name": "Jo"}}, {"in": "people", "fields": {"name": "Jo"}}
    )
    assert len(read(twice, catalogue).people) == 3


def test_a_field_that_stays_as_it_is_keeps_its_moment(catalogue: Catalogue) -> None:
    """So a form that sends all fields does not win over a change on another device."""
    text, undo = change(
        catalogue,
        TWO,
        {"in": "people", "id": "aaa", "fields": {"name": "R.", "ring": "close", "rhythm": None}},
        now=LATER,
    )
    assert (read(text, catalogue), undo) == (read(TWO, catalogue), [])


def test_a_removed_entry_stays_removed_until_it_is_taken_back(catalogue: Catalogue) -> None:
    removed, undo = change(catalogue, TWO, {"in": "people", "id": "bbb", "remove": True}, now=LATER)
    merged = merge(read(removed, catalogue), read(TWO, catalogue))
    assert "Ruth" not in write_document(merged)
    assert merged.people["bbb"].removed == LATER
    back, _ = change(catalogue, write_document(merged), *undo, now=LATER)
    assert visible(read(back, catalogue)) == visible(read(TWO, catalogue))
    assert visible(merge(read(back, catalogue), read(removed, catalogue))) == visible(read(TWO, catalogue))


def test_of_somebody_who_was_removed_no_late_change_brings_back_a_nameless_one(catalogue: Catalogue) -> None:
    removed, _ = change(catalogue, TWO, {"in": "people", "id": "bbb", "remove": True}, now=LATER)
    elsewhere, _ = change(
        catalogue, TWO, {"in": "people", "id": "bbb", "fields": {"last": TODAY}}, now="2026-11-25T09:12:44Z"
    )
    text = write_document(merge(read(removed, catalogue), read(elsewhere, catalogue)))
    view = ask(catalogue, "people", text=text, today=TODAY)
    assert [row["name"] for row in (*view["active"], *view["others"])] == ["R."]
    named, undo = change(catalogue, text, {"in": "people", "id": "bbb", "fields": {"name": "Ruth"}})
    back, _ = change(catalogue, named, *undo)
    assert ask(catalogue, "people", text=back, today=TODAY) == view


def test_two_entries_become_one_and_weeks_name_the_one_that_is_left(catalogue: Catalogue) -> None:
    text, undo = change(catalogue, TWO, {"in": "people", "id": "aaa", "join": "bbb"}, now=LATER)
    after = visible(read(text, catalogue))
    assert set(after["people"]) == {"aaa"}
    assert after["weeks"]["2026-W46"]["people"] == ["aaa"]
    assert after["weeks"]["2026-W46"]["invitation"]["person"] == "aaa"
    assert after["weeks"]["2026-W47"]["contribution"] == {"kind": "repair", "title": "Say sorry", "person": "aaa"}
    back, _ = change(catalogue, text, *undo)
    assert visible(read(back, catalogue)) == visible(read(TWO, catalogue))


def test_two_pairs_become_one_each_in_one_week(catalogue: Catalogue) -> None:
    four = ledger(
        {name: {"name": name} for name in ("aaa", "bbb", "ccc", "ddd")}, {"2026-W47": {"people": ["bbb", "ddd"]}}
    )
    text, _ = change(
        catalogue, four, {"in": "people", "id": "ccc", "join": "ddd"}, {"in": "people", "id": "aaa", "join": "bbb"}
    )
    assert visible(read(text, catalogue))["weeks"]["2026-W47"]["people"] == ["aaa", "ccc"]


@pytest.mark.parametrize(
    ("given_change", "where", "code"),
    [
        ({"in": "people", "id": "zzz", "fields": {"last": TODAY}}, "[0].id", "not-allowed"),
        ({"in": "people", "id": "aaa", "fields": {"name": None}}, "[0].fields", "missing-key"),
        ({"in": "people", "fields": {"ring": "close"}}, "[0].fields", "missing-key"),
        ({"in": "people", "id": "aaa", "join": "zzz"}, "[0].join", "not-allowed"),
        ({"in": "people", "id": "zzz", "join": "aaa"}, "[0].id", "not-allowed"),
        ({"in": "people", "id": "aaa", "join": "aaa"}, "[0]", "repeated"),
        ({"in": "weeks", "id": "2026-W47", "join": "aaa"}, "[0].join", "not-allowed"),
        ({"in": "weeks", "fields": {"quiet": True}}, "[0]", "missing-key"),
        ({"in": "weeks", "id": "2026-W54", "fields": {"quiet": True}}, "[0].id", "not-allowed"),
        ({"in": "weeks", "id": "2027-W53", "fields": {"quiet": True}}, "[0].id", "not-allowed"),
        ({"in": "dogs", "id": "aaa"}, "[0].in", "not-allowed"),
        ({"in": "people", "id": "AAA", "remove": True}, "[0].id", "not-allowed"),
        ({"in": "people", "id": "aaa", "remove": 1}, "[0].remove", "wrong-type"),
        ({"in": "people", "id": "aaa", "fields": {"ring": "closest"}}, "[0].fields.ring", "not-allowed"),
        ({"in": "people", "id": "aaa", "fields": {"notes": "tall"}}, "[0].fields.notes", "unknown-key"),
        ({"in": "people", "id": "aaa", "fields": {"name": "x" * 41}}, "[0].fields.name", "too-long"),
        ({"in": "people", "id": "aaa", "fields": {"name": "\u202e"}}, "[0].fields.name", "not-allowed"),
        ({"in": "people", "id": "aaa", "fields": {"name": " \n"}}, "[0].fields.name", "empty"),
        ({"in": "people", "id": "aaa", "fields": {"last": "2026-13"}}, "[0].fields.last", "not-allowed"),
        ({"in": "weeks", "id": "2026-W47", "fields": {"invitation": {"title": "x", "move": "\ud800"}}},
         "[0].fields.invitation.move", "not-allowed"),
        ({"in": "weeks", "id": "2026-W47", "fields": {"people": ["aaa"] * 2}}, "[0].fields.people[1]", "repeated"),
        ({"in": "weeks", "id": "2026-W47", "fields": {"people": ["aaa", "bbb", "ccc", "ddd"]}},
         "[0].fields.people", "wrong-length"),
        ({"in": "weeks", "id": "2026-W47", "fields": {"score": 101}}, "[0].fields.score", "not-allowed"),
    ],
)  # fmt: skip
def test_a_change_that_makes_no_sense_is_refused_with_its_place(
    given_change: dict, where: str, code: str, catalogue: Catalogue
) -> None:
    found = refusal(catalogue, "ledger-change", text=TWO, changes=[given_change], now=NOW)
    assert (f"changes{where}", code) in found


def test_an_entry_stands_once_in_a_request(catalogue: Catalogue) -> None:
    changes = [{"in": "people", "id": "aaa", "fields": {"last": day}} for day in ("2026-11-23", "2026-11-02")]
    assert refusal(catalogue, "ledger-change", text=TWO, changes=changes, now=NOW) == [("changes[1]", "repeated")]


@pytest.mark.parametrize("now", ["", "2026-11-23", "2199-01-01T00:00:00Z", None, "2026-11-23T09:12:44+01:00"])
def test_the_moment_is_checked(now: object, catalogue: Catalogue) -> None:
    found = refusal(catalogue, "ledger-change", text="", changes=[{"in": "weeks", "id": "2026-W48"}], now=now)
    assert found == [("now", "not-allowed")]


def test_a_file_from_the_end_of_time_does_not_lock_the_ledger(catalogue: Catalogue) -> None:
    text = ledger({"aaa": {"name": "R."}}, at=LAST_STAMP)
    for name in ("Ruth", "R.", "Ruth"):
        text, _ = change(catalogue, text, {"in": "people", "id": "aaa", "fields": {"name": name}})
        assert read(text, catalogue).people["aaa"].get("name") == name


def test_there_is_room_for_so_many_entries_and_no_more(catalogue: Catalogue) -> None:
    signs = "23456789abcdefghjkmnpqrstuvwxyz"
    full = {f"{a}{b}{c}x": {"name": "R."} for a in signs for b in signs for c in signs[:13]}
    people = dict(list(full.items())[:12_000])
    new = {"in": "people", "fields": {"name": "Jo"}}
    text = ledger(people)
    assert refusal(catalogue, "ledger-change", text=text, changes=[new], now=NOW) == [("changes", "too-long")]
    change(catalogue, text, {"in": "people", "id": "222x", "fields": {"name": "Jo"}})
    other = ledger({"zzzzzzz": {"name": "Jo"}})
    assert refusal(catalogue, "ledger-import", text=text, file=other) == [("file", "too-long")]
    assert json.loads(text)["people"].keys() == document(people).people.keys()
