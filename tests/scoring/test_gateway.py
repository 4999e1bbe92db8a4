"""The one way in: JSON text in, JSON text out."""

import json
from dataclasses import replace
from datetime import date

import pytest

from scoring import Catalogue, builder_view, handle, result_data
from scoring.choosing import fitting_moves
from scoring.model import STRAND_IDS
from scoring.plan import Moment
from tests.scoring.cards import code_of
from tests.scoring.people import EXAMPLE, as_form, as_input, history, person

MONDAY = Moment(asked_on=date(2026, 11, 23))
STRANDS = ", ".join(STRAND_IDS)
REQUESTS = ("score", "what-if", "builder", "open-link", "export", "import-preview", "calendar")
REQUESTS += ("ledger", "people", "people-name", "people-join", "ledger-change", "ledger-import", "ledger-file")
REQUESTS += ("ledger-names", "ledger-answers")


def ask(request: object, catalogue: Catalogue) -> dict:
    return json.loads(handle(json.dumps(request), catalogue))


def result(request: object, catalogue: Catalogue) -> object:
    answer = ask(request, catalogue)
    assert answer.keys() == {"ok", "result"}
    assert answer["ok"] is True
    return answer["result"]


def issues(request: object, catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """Path, code and words of every issue, with what is allowed."""
    answer = ask(request, catalogue)
    assert answer.keys() == {"ok", "issues"}
    assert answer["ok"] is False
    assert all(issue.keys() == {"path", "code", "text", "allowed"} for issue in answer["issues"])
    return [
        (issue["path"], issue["code"], "; allowed: ".join(filter(None, [issue["text"], issue["allowed"]])))
        for issue in answer["issues"]
    ]


def as_json(value: object) -> object:
    return json.loads(json.dumps(value))


def test_a_score_is_the_result_of_the_command_line_contract(catalogue: Catalogue) -> None:
    assert result({"do": "score", "input": as_input(EXAMPLE)}, catalogue) == as_json(result_data(EXAMPLE, catalogue))


def test_a_what_if_is_the_result_of_the_changed_answers(catalogue: Catalogue) -> None:
    request = {"do": "what-if", "input": as_input(EXAMPLE), "strand": "weak-ties", "answer": 4}
    changed = person({"weak-ties": 4, "hosting": 2, "repair": 2}, 3)
    assert result(request, catalogue) == as_json(result_data(changed, catalogue))


@pytest.mark.parametrize("answer", [0, 4])
def test_a_what_if_may_go_to_either_end(answer: int, catalogue: Catalogue) -> None:
    request = {"do": "what-if", "input": as_input(person(rest=4)), "strand": "hosting", "answer": answer}
    assert result(request, catalogue)["score"] == {0: 81, 4: 100}[answer]


def test_a_what_if_counts_a_strand_that_was_set_aside(catalogue: Catalogue) -> None:
    request = {"do": "what-if", "input": as_input(person({"repair": "none"}, 4)), "strand": "repair", "answer": 0}
    changed = result(request, catalogue)
    assert (changed["score"], changed["answered"], changed["strands"][7]["set_aside"]) == (81, 10, False)


def test_the_builder_is_shown_its_view(catalogue: Catalogue) -> None:
    request = {"do": "builder", "entries": as_form(EXAMPLE), "today": "2026-11-23"}
    who = person({"weak-ties": 1, "hosting": 2, "repair": 2}, 3, week=48)
    expected = builder_view(who, 10, catalogue, moment=MONDAY)
    assert result(request, catalogue) == as_json(expected)


def test_the_builder_goes_on_to_the_ideas_that_were_asked_for(catalogue: Catalogue) -> None:
    another = {"invitation": 2, "contribution": 1}
    request = {"do": "builder", "entries": as_form(EXAMPLE), "today": "2026-11-23", "another": another}
    view = result(request, catalogue)
    asked = replace(EXAMPLE, week=48, ideas=(2, 1))
    assert view == as_json(builder_view(asked, 10, catalogue, moment=MONDAY))
    assert (
        view["invitation"]["id"] == fitting_moves(catalogue.strand("weak-ties"), "invitation", asked, catalogue)[2].id
    )


def test_the_builder_takes_the_choice_among_the_thinnest(catalogue: Catalogue) -> None:
    tied = person({"hosting": 1, "groups": 1}, 3, week=48)
    request = {"do": "builder", "entries": as_form(tied), "today": "2026-11-23"}
    for chosen, first in ((None, "hosting"), ("groups", "groups"), ("belonging", "hosting")):
        view = result(request | {"thin_spot": chosen}, catalogue)
        assert view["chapter"] == [first]
        assert view == as_json(builder_view(replace(tied, thin_spot=chosen), 10, catalogue, moment=MONDAY))
    assert issues(request | {"thin_spot": "fun"}, catalogue)[0][:2] == ("thin_spot", "not-allowed")


def test_the_move_that_was_promised_stays_in_other_weeks_and_with_other_answers(catalogue: Catalogue) -> None:
    request = {"do": "builder", "entries": as_form(EXAMPLE), "today": "2026-11-23"}
    for strand in catalogue.strands:
        for move in strand.moves:
            view = result(request | {"promised": move.id, "today": "2027-03-01"}, catalogue)
            slot = "contribution" if move.kind == "contribution" else "invitation"
            assert view[slot]["id"] == move.id
            assert view["plan"] is not None
            assert (view["thin_spot"], view["chapter"]) == (strand.label, [strand.id])
            beside = view["contribution" if slot == "invitation" else "invitation"]
            assert (beside is not None) == (strand.id == "weak-ties")  # only the thin spot's own are beside it


def test_a_promise_that_the_site_no_longer_has_is_let_go(catalogue: Catalogue) -> None:
    request = {"do": "builder", "entries": as_form(EXAMPLE), "today": "2026-11-23"}
    assert result(request | {"promised": "gone"}, catalogue) == result(request, catalogue)
    assert issues(request | {"promised": 7}, catalogue)[0][:2] == ("promised", "wrong-type")


def test_the_builder_takes_the_readers_own_moment(catalogue: Catalogue) -> None:
    request = {"do": "builder", "entries": as_form(EXAMPLE), "today": "2026-11-23"}
    view = result(request | {"moment": {"when": " at  noon ", "where": "", "day": "2026-11-26"}}, catalogue)
    moment = replace(MONDAY, when="at noon", day=date(2026, 11, 26))
    assert view == as_json(builder_view(replace(EXAMPLE, week=48), 10, catalogue, moment=moment))
    assert view["plan"]["when"] == "at noon"
    assert view["card_parts"]["day"] == "Thursday, 26 November"
    assert issues(request | {"moment": {"when": "x" * 61, "who": 1}}, catalogue) == [
        ("moment.who", "unknown-key", 'unknown field "who"; allowed: when, where, day'),
        ("moment.when", "too-long", "61 characters; allowed: at most 60"),
    ]


def test_a_history_of_the_command_line_changes_the_moves(catalogue: Catalogue) -> None:
    first = result({"do": "score", "input": as_input(EXAMPLE)}, catalogue)["invitation"]["id"]
    tried = replace(EXAMPLE, history=history((1, first, "not-for-me")))
    again = result({"do": "score", "input": as_input(tried)}, catalogue)
    assert again == as_json(result_data(tried, catalogue))
    assert again["invitation"]["id"] != first


def test_a_choice_that_is_not_among_the_thinnest_is_answered(catalogue: Catalogue) -> None:
    request = {"do": "score", "input": as_input(EXAMPLE) | {"thin_spot": "hosting"}}
    assert issues(request, catalogue) == [
        ("thin_spot", "not-allowed", '"hosting" is not among the thinnest; allowed: weak-ties')
    ]


SITE = "https://here.example/community/"


@pytest.mark.parametrize(
    ("built_with", "site", "last"),
    [
        ("", SITE, SITE),
        ("", "", "Path: "),
        ("", None, "Path: "),
        ("", f"https://{'x' * 71}", "Path: "),
        ("", f"https://{'x' * 70}", f"https://{'x' * 70}"),
        ("", "http://192.0.2.7/", "http://192.0.2.7/"),
        ("https://built.example/", SITE, "https://built.example/"),
        ("https://built.example/", None, "https://built.example/"),
    ],
)
def test_the_card_names_the_address_of_the_page_where_the_build_knew_none(
    built_with: str, site: str | None, last: str, catalogue: Catalogue
) -> None:
    built = replace(catalogue, address=built_with)
    extra = {} if site is None else {"site": site}
    builder = {"do": "builder", "entries": as_form(EXAMPLE), "today": "2026-11-23"}
    link = {"do": "open-link", "code": code_of(EXAMPLE, catalogue)}
    for card in (result(builder | extra, built)["card"], result(link | extra, built)["view"]["card"]):
        assert card.split("\n")[-1].startswith(last)
        assert last == "Path: " or card.endswith(f"\n{last}")


@pytest.mark.parametrize("site", [7, True, "ledger.example", "javascript:x", "https://a.example/\nx", ["https://x/"]])
def test_what_is_no_address_of_a_page_is_refused(site: object, catalogue: Catalogue) -> None:
    request = {"do": "builder", "entries": [], "today": "2026-11-23", "site": site}
    allowed = "an address such as https://example.org/community/"
    assert issues(request, catalogue) == [("site", "not-allowed", f"{json.dumps(site)} given; allowed: {allowed}")]


def test_the_builder_counts_only_what_was_dealt_with(catalogue: Catalogue) -> None:
    request = {"do": "builder", "entries": as_form(EXAMPLE)[:4], "today": "2026-11-23"}
    view = result(request, catalogue)
    assert (view["state"], view["score"]) == ("partial", "")


@pytest.mark.parametrize(
    ("request_value", "shown"),
    [({"do": "sing"}, '"sing"'), ({}, "null"), ([], "null"), ("score", "null"), (None, "null"), ({"do": 1}, "1")],
)
def test_an_unknown_request_is_answered_with_the_known_ones(
    request_value: object, shown: str, catalogue: Catalogue
) -> None:
    assert issues(request_value, catalogue) == [
        ("do", "not-allowed", f"{shown} given; allowed: {', '.join(REQUESTS)}")
    ]


@pytest.mark.parametrize(
    ("request_value", "missing"),
    [
        ({"do": "score"}, ["input"]),
        ({"do": "builder"}, ["entries", "today"]),
        ({"do": "builder", "today": ""}, ["entries"]),
    ],
)
def test_a_request_with_a_part_missing_is_refused(
    request_value: object, missing: list[str], catalogue: Catalogue
) -> None:
    assert issues(request_value, catalogue) == [("", "missing-key", f'field "{name}" is missing') for name in missing]


def test_a_field_that_no_request_has_is_refused(catalogue: Catalogue) -> None:
    extra = {"name": "Ada"}
    for request, allowed in (
        ({"do": "score", "input": as_input(EXAMPLE)}, "do, input"),
        (
            {"do": "builder", "entries": [], "today": "2026-11-23"},
            "do, entries, today, another, thin_spot, promised, history, moment, counted, site, left_out, numbers, "
            "card_score",
        ),
        ({"do": "open-link", "code": "4"}, "do, code, site, left_out, numbers, card_score"),
        (
            {"do": "what-if", "input": as_input(EXAMPLE), "strand": "hosting", "answer": 1},
            "do, input, strand, answer",
        ),
    ):
        assert issues(request | extra, catalogue) == [
            ("name", "unknown-key", f'unknown field "name"; allowed: {allowed}')
        ]


def test_faults_of_the_input_are_answered_all_at_once(catalogue: Catalogue) -> None:
    request = {"do": "score", "input": {"answers": {"hosting": 7}, "week": 60}}
    assert issues(request, catalogue) == [
        ("answers.hosting", "not-allowed", "7 given; allowed: a whole number from 0 to 4 or null"),
        ("week", "not-allowed", "60 given; allowed: a whole number from 0 to 53"),
    ]


def test_faults_of_a_what_if_are_answered_all_at_once(catalogue: Catalogue) -> None:
    request = {"do": "what-if", "input": as_input(EXAMPLE), "strand": "host", "answer": True}
    assert issues(request, catalogue) == [
        ("strand", "not-allowed", f'"host" given; allowed: {STRANDS}'),
        ("answer", "not-allowed", "true given; allowed: a whole number from 0 to 4"),
    ]


@pytest.mark.parametrize("answer", [None, -1, 5, "1", 1.0])
def test_a_what_if_needs_a_real_answer(answer: object, catalogue: Catalogue) -> None:
    request = {"do": "what-if", "input": as_input(EXAMPLE), "strand": "hosting", "answer": answer}
    assert [path for path, _, _ in issues(request, catalogue)] == ["answer"]


def test_faults_in_the_input_of_a_what_if_are_answered(catalogue: Catalogue) -> None:
    request = {"do": "what-if", "input": {"answers": {}}, "strand": "hosting", "answer": 1}
    assert issues(request, catalogue) == [
        ("answers", "no-answer", "no answer given; allowed: at least one answered question")
    ]


def test_a_fault_in_the_form_is_answered(catalogue: Catalogue) -> None:
    request = {"do": "builder", "entries": [["answers.hosting", "9"]], "today": "2026-11-23"}
    assert issues(request, catalogue) == [
        ("entries[0].answers.hosting", "not-allowed", '"9" given; allowed: 0, 1, 2, 3, 4, skip')
    ]


def test_a_request_with_a_field_twice_is_refused(catalogue: Catalogue) -> None:
    text = '{"do": "score", "do": "score", "input": {"answers": {"hosting": 1}, "answers": {"hosting": 2}}}'
    answer = json.loads(handle(text, catalogue))
    assert answer == {
        "ok": False,
        "issues": [{"path": "do", "code": "duplicate-key", "text": "stands twice", "allowed": "once"}],
    }


def test_text_that_is_not_json_is_answered(catalogue: Catalogue) -> None:
    assert json.loads(handle("hello", catalogue)) == {
        "ok": False,
        "issues": [
            {"path": "", "code": "not-json", "text": "line 1 is not JSON", "allowed": "a JSON object"},
        ],
    }


@pytest.mark.parametrize("absent", ["input", "strand", "answer"])
def test_a_missing_part_of_a_what_if_is_told_once(absent: str, catalogue: Catalogue) -> None:
    request = {"do": "what-if", "input": as_input(EXAMPLE), "strand": "hosting", "answer": 1}
    del request[absent]
    assert issues(request, catalogue) == [("", "missing-key", f'field "{absent}" is missing')]
