"""What is kept is read and written as it is; what cannot be read is refused with its place."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from scoring import Catalogue, Refused, handle
from scoring.ledger.document import KINDS, MOST_CHARACTERS, MOST_ENTRIES, Document, read_document, write_document
from tests.scoring.ledger.ledgers import NOW, TODAY, documents, ledger, refusal

FOLDER = Path(__file__).parent
EVERY_VERSION = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.json"))}
"""Files that must open for ever. A new version of the format adds one; none is changed or taken away."""


def test_every_version_has_a_file() -> None:
    assert set(EVERY_VERSION) == {"a_year.json", "version_1.json"}


@pytest.mark.parametrize("text", EVERY_VERSION.values(), ids=EVERY_VERSION)
def test_a_file_of_every_version_opens_and_loses_nothing(text: str, catalogue: Catalogue) -> None:
    document = read_document(text, catalogue)
    assert write_document(document) == text
    assert read_document("\ufeff" + text.replace("\n", "\r\n"), catalogue) == document


def test_the_file_of_version_1_holds_every_field(catalogue: Catalogue) -> None:
    document = read_document(EVERY_VERSION["version_1.json"], catalogue)
    for kind, (_, fields) in KINDS.items():
        assert {name for entry in document.of(kind).values() for name in entry.fields} == set(fields)


@given(documents())
def test_what_is_written_is_read_as_it_was(catalogue: Catalogue, document: Document) -> None:
    assert read_document(write_document(document), catalogue) == document


def test_nothing_is_a_ledger_without_anything(catalogue: Catalogue) -> None:
    assert read_document("", catalogue).is_empty
    assert not read_document(ledger({"aaa": {"name": "R."}}), catalogue).is_empty


def test_of_a_removed_entry_nothing_is_read_that_is_older(catalogue: Catalogue) -> None:
    """A file that was put together by hand could hold it."""
    data = json.loads(ledger({"aaa": {"name": "R."}}))
    data["people"]["aaa"]["removed"] = NOW
    assert read_document(json.dumps(data), catalogue).people["aaa"].fields == {}


def broken(change: dict) -> str:
    return json.dumps(json.loads(ledger({"aaa": {"name": "R."}})) | change)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (None, ("text", "wrong-type")),
        (" ", ("text", "not-json")),
        ("[]", ("text", "not-ours")),
        ("{", ("text", "not-json")),
        (ledger()[:-1], ("text", "not-json")),
        ('{"format": "community-map-builder", "version": 1}', ("text", "not-ours")),
        (broken({"version": 2}), ("text", "newer")),
        (broken({"version": 0}), ("text.version", "not-allowed")),
        (broken({"version": True}), ("text.version", "not-allowed")),
        (broken({"version": "1"}), ("text.version", "not-allowed")),
        (broken({"dogs": {}}), ("text.dogs", "unknown-key")),
        (broken({"people": []}), ("text.people", "wrong-type")),
        (broken({"people": {"A": {}}}), ("text.people.A", "not-allowed")),
        (broken({"people": {"aaa": []}}), ("text.people.aaa", "wrong-type")),
        (broken({"people": {"aaa": {"name": "R."}}}), ("text.people.aaa.name", "wrong-type")),
        (broken({"people": {"aaa": {"name": ["R."]}}}), ("text.people.aaa.name", "wrong-type")),
        (broken({"people": {"aaa": {"name": ["R.", []]}}}), ("text.people.aaa.name", "not-allowed")),
        (ledger({"aaa": {"name": "R."}}, at="2199-01-01T00:00:00Z"), ("text.people.aaa.name", "not-allowed")),
        (broken({"people": {"aaa": {"name": [7, NOW]}}}), ("text.people.aaa.name", "wrong-type")),
        (broken({"people": {"aaa": {"removed": 7}}}), ("text.people.aaa.removed", "not-allowed")),
        (broken({"weeks": {"2026-W54": {}}}), ("text.weeks.2026-W54", "not-allowed")),
        (ledger().replace('"people"', '"weeks"'), ("text.weeks", "duplicate-key")),
        (broken({"people": {"aaa": {}, "bbb": {}}}).replace("bbb", "aaa"), ("text.people.aaa", "duplicate-key")),
        ("x" * (MOST_CHARACTERS + 1), ("text", "too-long")),
        ("[" * 100_000, ("text", "not-json")),
    ],
)  # fmt: skip
def test_what_is_no_ledger_is_refused_with_its_place(text: object, found: tuple, catalogue: Catalogue) -> None:
    assert refusal(catalogue, "people", text=text, today=TODAY) == [found]


@pytest.mark.parametrize(
    "people",
    [
        {f"x{number}": 1 for number in range(MOST_ENTRIES)},
        {"aaa": dict.fromkeys(map(str, range(400_000)), 1)},
        {"aaa": {"name": [[1] * 1_500_000, NOW]}},
    ],
    ids=["entries", "fields", "values"],
)
def test_a_file_with_nothing_but_faults_tells_a_few_of_them(people: dict, catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as refused:
        read_document(broken({"people": people}), catalogue)
    assert 1 <= len(refused.value.issues) <= 200


def test_one_entry_too_many_is_refused_with_none_of_them_read(catalogue: Catalogue) -> None:
    text = broken({"people": {f"x{number}": 1 for number in range(MOST_ENTRIES + 1)}})
    assert refusal(catalogue, "people", text=text, today=TODAY) == [("text.people", "wrong-length")]


def test_a_week_with_millions_of_people_is_not_read_to_its_end(catalogue: Catalogue) -> None:
    text = json.dumps(json.loads(ledger()) | {"weeks": {"2026-W48": {"people": [[1] * 1_500_000, NOW]}}})
    found = refusal(catalogue, "people", text=text, today=TODAY)
    assert found[0] == ("text.weeks.2026-W48.people", "wrong-length")
    assert len(found) == 200


def test_fifty_megabytes_are_refused_unread(catalogue: Catalogue) -> None:
    [issue] = json.loads(handle("x" * 50_000_000, catalogue))["issues"]
    assert issue["code"] == "too-long"


def test_ten_thousand_entries_are_read(catalogue: Catalogue) -> None:
    signs = "23456789abcdefghjkmnpqrstuvwxyz"
    ids = [f"{a}{b}{c}x" for a in signs for b in signs for c in signs][:10_000]
    document = read_document(ledger({name: {"name": "R.", "ring": "weak", "last": TODAY} for name in ids}), catalogue)
    assert len(document.people) == 10_000
