"""A ledger goes out as a file and comes back, after a look at what it would change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Catalogue
from scoring.ledger.document import Document, read_document, write_document
from scoring.ledger.merging import merge
from tests.scoring.ledger.ledgers import TODAY, ask, change, changes_of, documents, ledger, refusal, visible


@given(documents())
def test_out_erased_and_in_again_is_equal(catalogue: Catalogue, document: Document) -> None:
    text = write_document(document)
    file = ask(catalogue, "ledger-file", **{"as": "json"}, text=text, today=TODAY)
    assert file["file"] == f"weekly-review-{TODAY}.json"
    assert ask(catalogue, "ledger-import", text="", file=file["text"])["text"] == text


@given(documents(), documents())
def test_a_second_import_changes_nothing(catalogue: Catalogue, one: Document, other: Document) -> None:
    file = write_document(other)
    first = ask(catalogue, "ledger-import", text=write_document(one), file=file)
    again = ask(catalogue, "ledger-import", text=first["text"], file=file)
    assert (again["text"], again["changes"]) == (first["text"], [])
    assert again["said"] == catalogue.words["ledger_same"]


@given(documents(), documents())
def test_the_preview_has_a_line_for_every_entry_that_changes(
    catalogue: Catalogue, one: Document, other: Document
) -> None:
    before, after = visible(one), visible(merge(one, other))
    changed = [
        (kind, name)
        for kind in before
        for name in before[kind].keys() | after[kind].keys()
        if before[kind].get(name) != after[kind].get(name)
    ]
    shown = ask(catalogue, "ledger-import", text=write_document(one), file=write_document(other))
    assert len(shown["changes"]) == len(changed)
    assert (shown["said"] == catalogue.words["ledger_same"]) is (not changed)


@given(documents(), st.data())
def test_what_another_device_did_comes_over(catalogue: Catalogue, start: Document, data: st.DataObject) -> None:
    text = write_document(start)
    changed, _ = change(catalogue, text, *data.draw(changes_of(start)))
    shown = ask(catalogue, "ledger-import", text=text, file=changed)
    assert visible(read_document(shown["text"], catalogue)) == visible(read_document(changed, catalogue))


@pytest.mark.parametrize(
    ("kind", "fields", "line"),
    [
        ("people", {"rhythm": 3}, "name: R. · kind: Person · nearness: weak · weeks between: 3 · state: active"),
        ("people", {"repair": True},
         "name: R. · kind: Person · nearness: weak · weeks between: 8 · state: active · repair: something to mend"),
        ("weeks", {"outcome": "done"}, "week: 2026-W48 · Monday: 2026-11-23 · what became of it: Did it"),
        ("weeks", {"note": "Good"}, "week: 2026-W48 · Monday: 2026-11-23 · note: Good"),
        ("weeks", {"score": 41}, "week: 2026-W48 · Monday: 2026-11-23 · score: 41"),
    ],
)  # fmt: skip
def test_each_change_is_seen(kind: str, fields: dict, line: str, catalogue: Catalogue) -> None:
    name = "aaa" if kind == "people" else "2026-W48"
    here = {"people": {"aaa": {"name": "R."}}, "weeks": {"2026-W48": {"people": []}}}
    there = {kind: {name: fields}}
    shown = ask(catalogue, "ledger-import", text=ledger(**here), file=ledger(**there))
    assert [change["after"] for change in shown["changes"]] == [line]
    assert shown["changes"][0]["before"] != line
    assert shown["changes"][0]["label"] == ("R." if kind == "people" else "23 to 29 November")


def test_what_the_file_lacks_is_said(catalogue: Catalogue) -> None:
    shown = ask(catalogue, "ledger-import", text="", file=ledger({"aaa": {"name": "R."}}))
    assert shown["changes"][0]["before"] == "none"


@pytest.mark.parametrize("file", ["", "{}", "BEGIN:VCARD", ledger().replace("1", "2", 1)])
def test_what_is_no_ledger_changes_nothing(file: str, catalogue: Catalogue) -> None:
    if file:
        [(path, _)] = refusal(catalogue, "ledger-import", text="", file=file)
        assert path == "file"
    else:
        assert ask(catalogue, "ledger-import", text=ledger(), file=file)["changes"] == []
