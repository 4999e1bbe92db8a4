"""Stories of the ledger's week: three questions, the card, how it went, and the weeks that were."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, fill_in_worked_example, open_builder, today
from tests.browser.mounted import Mounted
from tests.browser.story import promise
from tests.browser.week import (
    FOUR,
    JO,
    R,
    ago,
    asked,
    begin,
    card,
    go_on,
    ledger,
    monday,
    open_page,
    own_words,
    rows,
    week_id,
    write,
)


def test_the_first_week_is_written_on_a_phone(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, mounted)
    expect(page.get_by_role("heading", name="Nothing written yet.")).to_be_visible()
    for name in ("Write this week", "Nothing this week"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    write(page, "Ask R. for ten minutes on speaker.", "Return the casserole dish", line="R., it has been five weeks")
    expect(card(page)).to_contain_text("Ask R. for ten minutes on speaker.")
    expect(card(page)).to_contain_text("Return the casserole dish")
    expect(page.locator(".card-picture")).to_contain_text("Ask R. for ten")
    page.reload()
    expect(page.locator("#written")).to_be_visible()
    assert rows(page) == [
        f"{today_row()} R., it has been five weeks. Ask R. for ten minutes on speaker. Return the casserole dish."
    ]
    assert page.url == mounted.url("ledger.html")


def today_row() -> str:
    first = monday()
    return f"{first.day} {first:%B}"


def test_nothing_this_week_is_a_full_answer(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted)
    page.click("[data-do=quiet-week]")
    expect(page.locator("#written")).to_be_focused()
    expect(page.get_by_text("A quiet week. That is a full answer.")).to_be_visible()
    assert rows(page) == [f"{today_row()} Quiet week"]


def test_three_questions_without_an_answer_are_a_quiet_week(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted)
    write(page)
    expect(page.get_by_text("A quiet week. That is a full answer.")).to_be_visible()


def test_those_who_need_maintenance_are_named_with_the_reason(page: Page, mounted: Mounted) -> None:
    resting = {"name": "Old M.", "ring": "close", "last": ago(400), "state": "resting"}
    open_page(page, mounted, kept=ledger({**FOUR, "22222": resting}))
    begin(page)
    due = page.locator("[data-each=due] .option")
    assert due.all_inner_texts() == [
        "R.\nYou like every 2 weeks; it has been 5.",
        "The Tuesday table\nYou like every 4 weeks; it has been 5.",
        "Mrs K., no. 12\nYou like every 8 weeks; it has been 10.",
    ]
    page.get_by_text("Someone else").click()
    assert page.locator("[data-each=others] .option").all_inner_texts() == ["Jo"]
    assert "Old M." not in page.content()


def test_nobody_and_somebody_take_turns(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=ledger(FOUR))
    begin(page)
    page.get_by_role("checkbox", name=re.compile("^R[.]")).check()
    page.get_by_label("Nobody this week").check()
    expect(page.get_by_role("checkbox", name=re.compile("^R[.]"))).not_to_be_checked()
    page.get_by_role("checkbox", name=re.compile("^The Tuesday")).check()
    expect(page.get_by_label("Nobody this week")).not_to_be_checked()
    go_on(page)
    own_words(page, "invitation", "Bring bread on Tuesday")
    assert page.locator("[data-part='2'] [data-person]").input_value() == "2nzc9ju"


def test_the_move_of_the_builder_is_taken_over(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.check('[name="capacity"][value="some"]')
    promise(page)
    title = page.locator("#result [data-out=invitation] .move-title").inner_text()
    page.get_by_role("link", name="Write it into this week").click()
    page.wait_for_selector(".ledger[data-shown]")
    begin(page)
    go_on(page)
    expect(page.locator("[name=invitation][value=offered]")).to_be_checked()
    expect(page.locator("[data-part='2']")).to_contain_text("From your builder result")
    page.get_by_label("Today").check()
    go_on(page)
    page.check("[name=contribution][value=none]")
    go_on(page)
    expect(card(page)).to_contain_text(title)
    expect(card(page)).to_contain_text(f"{today():%A}, {today().day} {today():%B}")
    expect(page.locator(".bars rect")).to_have_count(1)  # the score of the builder is that of this week now


def test_another_idea_keeps_what_was_chosen(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.check('[name="capacity"][value="some"]')
    page.wait_for_selector("#result[data-state=complete]")
    open_page(page, mounted, kept=ledger(FOUR))
    begin(page)
    page.get_by_role("checkbox", name=re.compile("^R[.]")).check()
    go_on(page)
    first = page.locator("[data-part='2'] strong").first.inner_text()
    page.check("[name=invitation][value=offered]")
    page.get_by_label("No day yet").check()
    page.locator("[data-part='2'] [data-do=another]").click()
    expect(page.locator("[data-part='2'] strong").first).not_to_have_text(first)
    expect(page.locator("[name=invitation][value=offered]")).to_be_checked()
    expect(page.get_by_label("No day yet")).to_be_checked()
    page.go_back()
    expect(page.get_by_role("checkbox", name=re.compile("^R[.]"))).to_be_checked()


def test_a_repair_is_asked_about_first(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=ledger({"k3f9wq2": {**R, "repair": True}, "vx7vnqf": JO}))
    begin(page)
    go_on(page)
    go_on(page)
    part = page.locator("[data-part='3']")
    part.get_by_label("A repair").check()
    expect(part.get_by_text("Is it safe, and is it wanted?")).to_be_visible()
    expect(part.get_by_label("The first word")).to_be_hidden()
    part.get_by_label("No, or I am not sure").check()
    expect(part.get_by_text("Then leave it.")).to_be_visible()
    part.get_by_label("Yes, both").check()
    assert part.locator("[data-for='safe=yes'] optgroup option").all_inner_texts() == ["R."]
    part.get_by_label("The first word").fill("Sorry about Friday, R.")
    go_on(page)
    expect(card(page)).to_contain_text("Sorry about Friday, R.")
    page.get_by_role("button", name="Change this week").click()
    go_on(page)
    go_on(page)
    expect(part.get_by_label("The first word")).to_have_value("Sorry about Friday, R.")


def test_own_words_are_needed_where_they_were_chosen(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted)
    begin(page)
    go_on(page)
    page.check("[name=invitation][value=own]")
    go_on(page)
    expect(page.locator(".step-count")).to_have_text("2 of 3")
    expect(page.locator("[data-for='invitation=own'] [data-words]")).to_be_focused()


def test_how_it_went_is_asked_once(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=ledger(FOUR, asked(1)))
    how = page.locator(".how")
    expect(how).to_contain_text("How did this go?")
    expect(how).to_contain_text("Ask R. for ten minutes.")
    how.get_by_label("What became of it").fill("Ten minutes became forty.")
    how.get_by_role("button", name="Did it").click()
    expect(how).to_be_hidden()
    assert "Did it" in rows(page)[1]
    assert "Ten minutes became forty." in rows(page)[1]
    page.reload()
    expect(page.locator(".rows > li")).to_have_count(2)
    expect(how).to_be_hidden()
    begin(page)
    assert page.locator("[data-each=due] strong").all_inner_texts() == ["The Tuesday table", "Mrs K., no. 12"]


def test_after_two_invitations_without_an_answer_the_name_rests(page: Page, mounted: Mounted) -> None:
    weeks = asked(3, outcome="no-answer") | asked(1)
    open_page(page, mounted, kept=ledger(FOUR, weeks))
    page.get_by_role("button", name="No answer").click()
    expect(page.get_by_text("R.: two invitations had no answer. Leave it with them; the name rests.")).to_be_visible()
    begin(page)
    assert page.locator("[data-part='1'] .option").all_inner_texts()[:2] == [
        "The Tuesday table\nYou like every 4 weeks; it has been 5.",
        "Mrs K., no. 12\nYou like every 8 weeks; it has been 10.",
    ]


def test_blank_weeks_stay_blank(page: Page, mounted: Mounted) -> None:
    weeks = asked(4, outcome="done", score=40) | {week_id(1): {"quiet": True, "score": 61}}
    open_page(page, mounted, kept=ledger(FOUR, weeks))
    expect(page.get_by_text("Blank weeks stay blank. Nothing to catch up on.")).to_be_visible()
    page.evaluate("() => { for (const year of document.querySelectorAll('.year')) year.open = true; }")
    texts = [re.sub(r"^[0-9]+ [A-Z][a-z]+ ?", "", row) for row in rows(page)]
    assert texts == ["", "Quiet week", "", "", "Ask R. for ten minutes. Did it"]
    expect(page.locator(".bars rect")).to_have_count(2)
    page.get_by_text("The scores as a table").click()
    assert page.locator(".bars tbody tr:visible td").all_inner_texts() == ["40", "61"]


def test_a_week_can_be_removed_and_brought_back(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=ledger(FOUR, asked(1, outcome="done") | asked(0)))
    page.locator(".rows summary").nth(1).click()
    page.locator("[data-do=remove]").nth(1).click()
    expect(page.locator(".rows > li")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".rows > li")).to_have_count(2)
    assert "Did it" in rows(page)[1]


def test_what_became_of_it_can_be_changed_later(page: Page, mounted: Mounted) -> None:
    open_page(page, mounted, kept=ledger(FOUR, asked(1, outcome="done", note="It rained.")))
    page.locator(".rows summary:visible").click()
    note = page.locator(".row-edit[open]").get_by_label("What became of it")
    expect(note).to_have_value("It rained.")
    note.fill("It rained, we laughed.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".rows")).to_contain_text("It rained, we laughed.")


def test_the_landing_page_opens_on_this_week_where_something_is_kept(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("index.html"))
    expect(page.get_by_role("link", name="Open the Map Builder")).to_be_visible()
    open_page(page, mounted)
    page.click("[data-do=quiet-week]")
    expect(page.locator("#written")).to_be_visible()
    page.goto(mounted.url("index.html"))
    page.get_by_role("link", name="Open this week").click()
    expect(page.locator("#written")).to_be_visible()


def test_the_ledger_suggests_answers_to_the_builder(page: Page, mounted: Mounted) -> None:
    people = {"k3f9wq2": {**R, "last": ago(2)}, "vx7vnqf": {**JO, "ring": "close", "last": ago(3)}}
    open_page(page, mounted, kept=ledger(people, asked(1, outcome="done")))
    open_builder(page, mounted)
    friends = page.locator("fieldset:has([name='answers.friendship'])")
    expect(friends.get_by_text("Noted in your ledger in the last 14 days: 2.")).to_be_visible()
    friends.get_by_role("button", name="Take it: Two people").click()
    expect(page.locator("[name='answers.friendship'][value='2']")).to_be_checked()
    expect(page.locator("[name='answers.hosting']:checked")).to_have_count(0)  # each is confirmed by itself
