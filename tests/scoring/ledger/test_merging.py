"""Copies of a ledger become one, whatever the order and however often."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.fields import Checker
from scoring.ledger.changing import apply, read_changes
from scoring.ledger.document import KINDS, Document, read_document, write_document
from scoring.ledger.merging import merge
from tests.scoring.ledger.ledgers import STAMPS, changes_of, document, documents, visible
from tests.scoring.real import real_catalogue

NOTHING = Document({}, {})


@given(documents(), documents())
def test_the_order_of_two_copies_does_not_matter(one: Document, other: Document) -> None:
    assert write_document(merge(one, other)) == write_document(merge(other, one))


@given(documents(), documents(), documents())
def test_the_order_of_three_copies_does_not_matter(one: Document, two: Document, three: Document) -> None:
    assert write_document(merge(merge(one, two), three)) == write_document(merge(one, merge(two, three)))


@given(documents(), documents())
def test_a_second_time_changes_nothing(one: Document, other: Document) -> None:
    assert merge(one, one) == one
    once = merge(one, other)
    assert merge(once, other) == once
    assert merge(once, one) == once


@given(documents())
def test_an_empty_copy_changes_nothing(one: Document) -> None:
    assert merge(one, NOTHING) == one
    assert merge(NOTHING, one) == one


@given(documents(), documents())
def test_a_merged_ledger_is_read_as_it_is(one: Document, other: Document) -> None:
    merged = merge(one, other)
    assert read_document(write_document(merged), real_catalogue()) == merged


@given(documents(), documents())
def test_of_each_field_the_latest_is_left(one: Document, other: Document) -> None:
    merged = merge(one, other)
    for kind in KINDS:
        for name, entry in merged.of(kind).items():
            copies = [copy.of(kind)[name] for copy in (one, other) if name in copy.of(kind)]
            assert entry.removed == max(copy.removed for copy in copies)
            for field, (value, stamp) in entry.fields.items():
                given_stamps = [copy.fields[field][1] for copy in copies if field in copy.fields]
                assert stamp == max(given_stamps) > entry.removed
                assert any(copy.fields.get(field) == (value, stamp) for copy in copies)


@given(documents(), st.data())
def test_a_copy_that_stayed_behind_changes_nothing(start: Document, data: st.DataObject) -> None:
    """Changes of one device in a row are what a merge with any older copy gives, too."""
    copies = [start]
    for now in ("2026-11-09T08:00:00Z", STAMPS[0], "2026-11-09T08:00:00Z"):  # the clock is set back in between
        checker = Checker()
        changes = read_changes(checker, data.draw(changes_of(copies[-1])), ("changes",), copies[-1])
        checker.finish()
        copies.append(apply(copies[-1], changes, now)[0])
    for older in copies:
        assert visible(merge(copies[-1], older)) == visible(copies[-1])
        assert merge(older, copies[-1]) == merge(copies[-1], older)


def test_the_newer_wins_per_field() -> None:
    phone = document({"aaa": {"name": "R.", "ring": "close"}}, at="2026-11-01T08:00:00Z")
    laptop = document({"aaa": {"ring": "warm", "last": "2026-11-02"}}, at="2026-11-02T08:00:00Z")
    merged = merge(phone, laptop).people["aaa"]
    assert {name: merged.get(name) for name in merged.fields} == {"name": "R.", "ring": "warm", "last": "2026-11-02"}


def test_two_changes_of_one_moment_have_the_same_order_everywhere() -> None:
    one, other = (document({"aaa": {"name": name}}) for name in ("R.", "Ruth"))
    assert merge(one, other) == merge(other, one) == other
