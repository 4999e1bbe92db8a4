"""Taking the result along: the card as text, a link, and a calendar file."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import choose, fill_in_worked_example, into, open_builder, out, today, without_path
from tests.browser.mounted import Mounted
from tests.browser.story import promise

REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
MISSING = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
"""As on a page without https."""


def open_complete(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)


def done(page: Page) -> Locator:
    return page.locator(".card-actions .done")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_the_card_can_be_copied(page: Page, mounted: Mounted) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=mounted.origin)
    open_complete(page, mounted)
    press(page, "Copy as text")
    expect(done(page)).to_have_text("Copied.")
    expect(page.locator("[role=status]")).to_have_text("Copied.")
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text == page.locator("#result [data-out=card]").text_content()
    assert text.startswith("Community Card\nThis week needs one warm weak tie.\nThin spot: Weak ties\n")
    choose(page, "weak-ties", 4)
    expect(done(page)).to_be_hidden()


@pytest.mark.parametrize("clipboard", [REFUSED, MISSING])
def test_where_copying_is_refused_the_card_is_marked(clipboard: str, page: Page, mounted: Mounted) -> None:
    page.add_init_script(clipboard)
    open_complete(page, mounted)
    press(page, "Copy as text")
    expect(done(page)).to_contain_text("The card is marked")
    expect(page.locator("[role=status]")).to_contain_text("The card is marked")
    assert page.evaluate("() => String(getSelection())").startswith("Community Card")


def test_a_copied_link_opens_the_same_card_elsewhere(page: Page, mounted: Mounted, browser: Browser) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=mounted.origin)
    open_complete(page, mounted)
    page.get_by_text("As text, as a link").click()
    press(page, "Copy a link")
    expect(done(page)).to_have_text("Link copied.")
    expect(page.locator(".link-shown")).to_be_hidden()
    link = page.evaluate("() => navigator.clipboard.readText()")
    assert link.startswith(mounted.url("builder.html#"))
    elsewhere = browser.new_context(service_workers="block")
    other = elsewhere.new_page()
    other.goto(link)
    shown = other.locator("#shared [data-text=card]")
    expect(shown).to_be_visible()
    assert without_path(shown.inner_text()) == without_path(out(page, "card"))
    elsewhere.close()


@pytest.mark.parametrize("clipboard", [REFUSED, MISSING])
def test_where_copying_is_refused_the_link_is_shown(clipboard: str, page: Page, mounted: Mounted) -> None:
    page.add_init_script(clipboard)
    open_complete(page, mounted)
    page.get_by_text("As text, as a link").click()
    press(page, "Copy a link")
    expect(done(page)).to_contain_text("Here is the link")
    shown = page.get_by_role("textbox", name="Copy a link")
    expect(shown).to_be_focused()
    link = shown.input_value()
    assert link.startswith(mounted.url("builder.html#"))
    assert page.evaluate(
        "() => { const i = document.activeElement; return i.selectionEnd - i.selectionStart }"
    ) == len(link)
    choose(page, "weak-ties", 4)
    expect(shown).to_be_hidden()


def calendar(page: Page, tmp_path: Path) -> list[Event]:
    """Press the button and read the file as a calendar program would."""
    with page.expect_download() as waiting:
        press(page, "Save the calendar file")
    assert waiting.value.suggested_filename == "weekly-review.ics"
    waiting.value.save_as(tmp_path / "saved.ics")
    expect(done(page)).to_have_text("Calendar file saved.")
    read = Calendar.from_ical((tmp_path / "saved.ics").read_bytes())
    assert read.errors == []
    assert all(event.errors == [] for event in read.events)
    return read.events


def test_the_calendar_file_holds_what_was_chosen_and_nothing_that_tells(
    page: Page, mounted: Mounted, tmp_path: Path
) -> None:
    open_complete(page, mounted)
    page.get_by_text("Put it in a calendar").click()
    page.get_by_role("combobox").select_option("wednesday")
    page.fill("[name=review-time]", "07:45")
    (review,) = calendar(page, tmp_path)
    assert review["SUMMARY"] == "Weekly review"
    assert review["RRULE"] == {"FREQ": ["WEEKLY"], "BYDAY": ["WE"]}
    start = review["DTSTART"].dt
    assert (start.weekday(), start.time(), start.tzinfo) == (2, time(7, 45), None)
    assert today() <= start.date() < today() + timedelta(days=7)

    day = today() + timedelta(days=3)
    page.get_by_role("checkbox", name="The move of this week").check()
    page.fill("[name=date]", str(day))
    page.fill("[name=move-time]", "19:10")
    _, move = calendar(page, tmp_path)
    assert move["SUMMARY"] == "Small thing for this week"
    assert move["DTSTART"].dt == datetime.combine(day, time(19, 10))
    assert not {"DESCRIPTION", "LOCATION", "URL"} & set(move)
    assert [ring.trigger for ring in move.alarms.times] == [move.start]


def test_the_calendar_file_holds_more_only_where_it_is_ticked(page: Page, mounted: Mounted, tmp_path: Path) -> None:
    open_complete(page, mounted)
    promise(page)
    page.fill("[name=when]", "the kettle is on")
    page.fill("[name=where]", "by the oak")
    page.get_by_text("Put it in a calendar").click()
    page.get_by_role("checkbox", name="The weekly review").uncheck()
    page.get_by_role("checkbox", name="The move of this week").check()
    (plain,) = calendar(page, tmp_path)
    assert not {"DESCRIPTION", "LOCATION", "URL"} & set(plain)

    page.get_by_role("checkbox", name="Ring at that time").uncheck()
    page.get_by_role("checkbox", name="Add a link to this page").check()
    page.get_by_role("checkbox", name="Name the move").check()
    (named,) = calendar(page, tmp_path)
    title = page.locator("#result [data-out=invitation] .move-title").inner_text()
    assert (named["DESCRIPTION"], named["LOCATION"]) == (f"{title}\nthe kettle is on", "by the oak")
    assert named["URL"] == mounted.url("builder.html")
    assert named.walk("VALARM") == []
    assert named["UID"] == plain["UID"]


def test_a_calendar_file_of_nothing_is_not_made(page: Page, mounted: Mounted) -> None:
    open_complete(page, mounted)
    page.get_by_text("Put it in a calendar").click()
    page.get_by_role("checkbox", name="The weekly review").uncheck()
    saved: list[object] = []
    page.on("download", into(saved))
    press(page, "Save the calendar file")
    expect(done(page)).to_have_text("Choose the review, the move, or both.")
    expect(page.locator("[role=status]")).to_have_text("Choose the review, the move, or both.")
    assert saved == []


def test_a_day_that_has_passed_is_not_taken(page: Page, mounted: Mounted) -> None:
    open_complete(page, mounted)
    page.get_by_text("Put it in a calendar").click()
    page.get_by_role("checkbox", name="The move of this week").check()
    page.fill("[name=date]", "2020-02-02")
    press(page, "Save the calendar file")
    expect(page.locator("[name=date]")).to_be_focused()
    expect(done(page)).to_be_hidden()
    choose(page, "belonging", 4)
    expect(page.locator("[name=date]")).not_to_have_value("2020-02-02")
