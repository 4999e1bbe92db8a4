"""This week: the questions, what was written, and how the last one went."""

import pytest

from scoring import Catalogue
from tests.scoring.ledger.ledgers import TODAY, ask, ledger
from tests.scoring.people import EXAMPLE, as_form

MOVE = {"title": "Ask someone for one song to play this week.", "move": "one-song-for-tonight"}
FORM = {"entries": as_form(EXAMPLE)}


def view(catalogue: Catalogue, people: dict | None = None, weeks: dict | None = None, **more: object) -> dict:
    return ask(catalogue, "ledger", **{"text": ledger(people, weeks), "today": TODAY, **more})


def test_an_empty_ledger(catalogue: Catalogue) -> None:
    shown = ask(catalogue, "ledger", text="", today=TODAY)
    assert (shown["state"], shown["week"], shown["range"]) == ("empty", "2026-W48", "23 to 29 November")
    assert (shown["due"], shown["years"], shown["since"], shown["last_written"]) == ([], [], "", "")


@pytest.mark.parametrize(
    ("rhythm", "last", "reason"),
    [
        (2, "2026-10-19", "You like every 2 weeks; it has been 5."),
        (1, "2026-11-16", "You like every week; weeks since then: 1."),
        (1, "2026-11-09", "You like every week; weeks since then: 2."),
    ],
)
def test_the_reason_is_said_in_words(rhythm: int, last: str, reason: str, catalogue: Catalogue) -> None:
    [row] = view(catalogue, {"aaa": {"name": "R.", "rhythm": rhythm, "last": last}})["due"]
    assert row == {"id": "aaa", "name": "R.", "reason": reason}


@pytest.mark.parametrize(
    ("week", "today", "asked"),
    [
        ("2026-W47", TODAY, True),
        ("2026-W48", TODAY, False),
        ("2026-W53", "2027-01-04", True),
        ("2020-W53", "2021-01-03", False),
        ("2026-W39", TODAY, True),
        ("2026-W38", TODAY, False),
        ("2026-W49", TODAY, False),
    ],
)
def test_how_an_earlier_week_went_is_asked_for_a_while(
    week: str, today: str, asked: bool, catalogue: Catalogue
) -> None:
    """Not of this week, nor of a later one, which a clock set back leaves behind."""
    last = view(catalogue, weeks={week: {"invitation": {"title": "Soup"}}}, today=today)["last"]
    assert (last and (last["week"], last["title"])) == ((week, "Soup") if asked else None)


@pytest.mark.parametrize("outcome", ["done", "not-yet", "let-go", "no-answer", "not-for-me"])
def test_it_is_asked_once(outcome: str, catalogue: Catalogue) -> None:
    assert view(catalogue, weeks={"2026-W47": {"invitation": {"title": "Soup"}, "outcome": outcome}})["last"] is None


@pytest.mark.parametrize(("state", "asked"), [("active", True), ("not-safe", False), ("died", False)])
def test_it_is_not_asked_about_somebody_who_is_not_active_any_more(
    state: str, asked: bool, catalogue: Catalogue
) -> None:
    weeks = {"2026-W47": {"invitation": {"title": "Soup with R.", "person": "aaa"}}}
    assert (view(catalogue, {"aaa": {"name": "R.", "state": state}}, weeks)["last"] is not None) is asked


def test_the_card_of_a_week_ends_with_the_address_that_the_page_brings(catalogue: Catalogue) -> None:
    weeks = {"2026-W48": {"invitation": MOVE}}
    site = "https://example.org/village/"
    assert view(catalogue, weeks=weeks, site=site)["card"].endswith(f"\n{site}")
    assert "https" not in view(catalogue, weeks=weeks)["card"]


def test_a_written_week_is_a_card(catalogue: Catalogue) -> None:
    week = {"people": ["aaa"], "invitation": MOVE, "day": "2026-11-26"}
    week["contribution"] = {"kind": "repair", "title": "Return the casserole dish"}
    shown = view(catalogue, {"aaa": {"name": "R."}}, {"2026-W48": week})
    assert (shown["state"], shown["written"]["names"]) == ("written", ["R."])
    assert (shown["written"]["invitation"]["title"], shown["written"]["contribution"]["kind"]) == (
        MOVE["title"], "repair",
    )  # fmt: skip
    assert shown["card_parts"]["headline"] == MOVE["title"]
    assert shown["card_parts"]["day"] == "Thursday, 26 November"
    assert shown["card_parts"]["line"] == "Return the casserole dish"
    assert shown["card_parts"]["say"].startswith("“")
    assert "R." not in shown["card"]


def test_a_quiet_week_is_a_full_answer(catalogue: Catalogue) -> None:
    shown = view(catalogue, weeks={"2026-W48": {"quiet": True}})
    assert (shown["state"], shown["card_parts"]["headline"]) == ("written", "Quiet week")


def test_a_score_alone_is_no_written_week(catalogue: Catalogue) -> None:
    assert view(catalogue, weeks={"2026-W48": {"score": 41}})["state"] == "open"


def test_what_was_made_is_counted_whatever_was_answered(catalogue: Catalogue) -> None:
    weeks = {
        f"2026-W{41 + number}": {"invitation": {"title": "Soup"}, "outcome": outcome}
        for number, outcome in enumerate(("done", "no-answer", "let-go", "not-yet"))
    }
    assert view(catalogue, weeks=weeks)["since"] == "Weeks written: 4. Invitations made: 2."


def test_days_are_today_and_the_next_thursday_and_saturday(catalogue: Catalogue) -> None:
    for today, days in (
        (TODAY, [TODAY, "2026-11-26", "2026-11-28"]),
        ("2026-12-31", ["2026-12-31", "2027-01-02"]),
        ("2199-12-29", ["2199-12-29", "2200-01-02", "2200-01-04"]),
    ):
        assert [day["id"] for day in view(catalogue, today=today)["days"]] == days


def test_a_move_that_is_not_for_the_reader_never_comes_back(catalogue: Catalogue) -> None:
    first = view(catalogue, **FORM)["invitation"]
    assert first["title"]
    for week in ("2026-W47", "2025-W48", "2020-W53"):
        weeks = {week: {"invitation": {"title": first["title"], "move": first["id"]}, "outcome": "not-for-me"}}
        assert view(catalogue, weeks=weeks, **FORM)["invitation"]["id"] != first["id"]


def test_two_unanswered_invitations_close_invitations_now_and_not_a_year_later(catalogue: Catalogue) -> None:
    def invited(first: str, second: str) -> bool:
        weeks = {week: {"invitation": MOVE, "outcome": "no-answer"} for week in (first, second)}
        move = catalogue.move(view(catalogue, weeks=weeks, **FORM)["invitation"]["id"])
        return move is not None and move.kind == "invitation"

    assert not invited("2026-W46", "2026-W47")
    assert invited("2025-W47", "2025-W48")


def test_a_promise_counts_until_a_week_has_taken_it_over(catalogue: Catalogue) -> None:
    promise = {**FORM, "promised": "one-song-for-tonight"}
    shown = view(catalogue, **promise)
    assert (shown["promised"], shown["invitation"]["id"]) == (True, "one-song-for-tonight")
    assert not view(catalogue, weeks={"2026-W47": {"invitation": MOVE, "outcome": "done"}}, **promise)["promised"]
    assert view(catalogue, weeks={"2026-W48": {"invitation": MOVE}}, **promise)["promised"]


@pytest.mark.parametrize(
    ("weeks", "counted", "told"),
    [
        ({}, "2026-11-19", {"week": "2026-W47", "score": 64}),
        ({"2026-W47": {"score": 40}}, "2026-11-19", {"week": "2026-W47", "score": 64}),
        ({"2026-W47": {"score": 64}}, "2026-11-19", None),
        ({}, None, None),
    ],
)
def test_a_score_belongs_to_the_week_in_which_it_was_counted(
    weeks: dict, counted: str | None, told: dict | None, catalogue: Catalogue
) -> None:
    assert view(catalogue, weeks=weeks, counted=counted, **FORM)["counted"] == told


def test_without_answers_or_with_too_few_there_is_no_score(catalogue: Catalogue) -> None:
    few = {"entries": as_form(EXAMPLE)[:1]}
    for form in ({}, few):
        assert view(catalogue, counted="2026-11-19", **form)["counted"] is None


def test_a_last_week_of_another_year_says_its_year(catalogue: Catalogue) -> None:
    def said(week: str, today: str) -> str:
        return view(catalogue, weeks={week: {"line": "Soup."}}, today=today)["last_written"]

    assert said("2026-W47", TODAY) == "Last written: 16 to 22 November"
    assert said("2025-W47", TODAY) == "Last written: 17 to 23 November, 2025"
    assert said("2026-W53", "2027-01-05") == "Last written: 28 December to 3 January"


def test_that_a_name_rests_is_said_until_the_next_week_is_written(catalogue: Catalogue) -> None:
    asked = {"invitation": {"title": "Soup", "person": "aaa"}, "outcome": "no-answer"}
    weeks = {"2026-W45": asked, "2026-W46": asked}
    people = {"aaa": {"name": "R."}}
    sentence = "R.: two invitations had no answer. Leave it with them; the name rests."
    assert view(catalogue, people, weeks)["resting"] == [sentence]
    assert view(catalogue, people, {"2026-W46": asked})["resting"] == []
    assert view(catalogue, people, weeks | {"2026-W47": {"line": "Walked."}})["resting"] == []
    assert view(catalogue, people, weeks | {"2026-W48": {"line": "Walked."}})["resting"] == []
