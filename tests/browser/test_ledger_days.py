"""Weeks are those of the reader's own calendar, whatever the time is elsewhere; a year of them is a printed page."""

from datetime import date, timedelta
from io import BytesIO
from json import loads
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import PHONE, fill_in_worked_example, open_builder, profile, without_python
from tests.browser.kept import fields_of, kept_text
from tests.browser.mounted import Mounted
from tests.browser.week import PUT, begin, go_on, ledger, monday, open_page, rows, week_id

A_YEAR = (Path(__file__).parents[1] / "scoring" / "ledger" / "a_year.json").read_text()
FULL = {
    f"2026-W{number:02}": {
        "line": f"Line {number} of the year, as long as most of them are.",
        "invitation": {"title": "Ask the Okafors to the street table on Thursday."},
        "outcome": "done",
    }
    for number in range(1, 54)
}


@pytest.mark.parametrize(
    ("zone", "moment", "week"),
    [
        ("America/New_York", "2026-11-02T03:30:00Z", "26 October to 1 November"),  # the clocks went back that Sunday
        ("Europe/Berlin", "2026-11-02T03:30:00Z", "2 to 8 November"),
        ("Pacific/Auckland", "2026-09-27T11:30:00Z", "28 September to 4 October"),  # and forward that night
        ("Pacific/Honolulu", "2027-01-04T08:00:00Z", "28 December to 3 January"),
        ("Pacific/Kiritimati", "2027-01-03T10:30:00Z", "4 to 10 January"),
    ],
)
def test_the_week_is_that_of_the_readers_calendar(
    zone: str, moment: str, week: str, browser: Browser, mounted: Mounted
) -> None:
    with profile(browser, timezone_id=zone) as context:
        page = context.new_page()
        page.clock.set_fixed_time(moment)
        open_page(page, mounted)
        expect(page.locator("h1 .range")).to_have_text(week)
        page.click("[data-do=quiet-week]")
        words = week.split()
        month = next(word for word in words if word[0].isupper())
        expect(page.locator(".rows .date")).to_have_text([f"{words[0]} {month}"])


def test_answers_are_counted_again_after_fourteen_days(page: Page, mounted: Mounted) -> None:
    page.clock.set_fixed_time("2026-11-23T10:00:00Z")
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.wait_for_selector("#result[data-state=complete]")
    again = page.get_by_role("link", name="Count the last 14 days")
    for day, offered in ((22, False), (35, False), (36, True)):
        page.clock.set_fixed_time(f"{date(2026, 11, 1) + timedelta(days=day)}T10:00:00Z")
        open_page(page, mounted)
        expect(again).to_be_visible(visible=offered)


def test_who_has_died_since_stays_in_the_week_that_is_written_again(page: Page, mounted: Mounted) -> None:
    page.clock.set_fixed_time("2026-11-26T10:00:00Z")
    people = {"k3f9wq2": {"name": "R.", "state": "died"}, "vx7vnqf": {"name": "Jo"}}
    week = {"people": ["k3f9wq2"], "invitation": {"title": "Call R.", "person": "k3f9wq2"}}
    open_page(page, mounted, kept=ledger(people, {"2026-W48": week}))
    begin(page)
    expect(page.locator("#review").get_by_text("R.", exact=True)).to_have_count(0)
    page.fill("[name=line]", "We went on Sunday.")
    for _ in range(3):
        go_on(page)
    expect(page.locator("#written")).to_be_focused()
    week = fields_of(loads(kept_text(page))["weeks"]["2026-W48"])
    assert week["people"] == ["k3f9wq2"]
    assert week["invitation"] == {"title": "Call R.", "person": "k3f9wq2"}
    assert rows(page) == ["23 November We went on Sunday. Call R."]


def printed(page: Page) -> list[str]:
    """The text of each page of paper."""
    return [one.extract_text() for one in PdfReader(BytesIO(page.pdf(format="A4"))).pages]


def test_a_full_year_of_weeks_is_one_page_of_paper(page: Page, mounted: Mounted) -> None:
    page.clock.set_fixed_time("2027-01-03T10:00:00Z")  # the Sunday of week 53
    open_page(page, mounted, kept=ledger(weeks=FULL))
    [paper] = printed(page)
    assert paper.split()[:2] == ["1", "2026"]  # the number of the page, and the year
    assert paper.count("Line ") == 52
    assert "Line 53" in paper
    assert "Line 1 " not in paper  # its Monday is of the year before


def test_every_year_that_is_open_is_a_page_and_nothing_else_is(page: Page, mounted: Mounted) -> None:
    page.clock.set_fixed_time("2027-07-26T10:00:00Z")
    open_page(page, mounted, kept=A_YEAR)
    [paper] = printed(page)
    assert paper.split()[1] == "2027"
    assert "2026" not in paper
    page.locator(".year > summary", has_text="2026").click()
    papers = printed(page)
    assert [paper.split()[1] for paper in papers] == ["2027", "2026"]
    assert not any("Who needs maintenance" in paper or "Keep nothing" in paper for paper in papers)


def test_the_places_stay_at_the_foot_of_a_phone_unless_it_is_low(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size(PHONE)
    page.goto(mounted.url("ledger.html"))
    places = page.locator(".places")
    expect(places).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(places).to_be_in_viewport(ratio=1)
    page.set_viewport_size({"width": 390, "height": 470})
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(places).not_to_be_in_viewport()


@pytest.mark.parametrize(
    ("before", "row"),
    [
        ({}, "Too early."),
        ({"line": "Rain.", "invitation": {"title": "Call Jo."}}, "Too early. Call Jo."),
    ],
)
def test_a_week_that_is_answered_before_python_is_there_is_written_once_it_is(
    before: dict, row: str, page: Page, mounted: Mounted
) -> None:
    page.goto(mounted.url("404.html"))
    page.evaluate(PUT, ledger(weeks={week_id(): before} if before else {}))
    with without_python(page):
        page.goto(mounted.url("ledger.html"))
        begin(page)
        page.fill("[name=line]", "Too early.")
        for _ in range(3):
            go_on(page)
        expect(page.locator("#ledger")).to_have_attribute("data-at", "3")
    expect(page.locator("#written")).to_be_focused()
    assert rows(page) == [f"{monday().day} {monday():%B} {row}"]


def test_nothing_this_week_pressed_before_python_is_there_takes_nothing_away(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("404.html"))
    page.evaluate(PUT, ledger(weeks={week_id(): {"line": "Rain."}}))
    with without_python(page):
        page.goto(mounted.url("ledger.html"))
        page.click("[data-do=quiet-week]")
    expect(page.locator("#written")).to_be_focused()
    assert rows(page) == [f"{monday().day} {monday():%B} Rain."]
