"""The people: added, changed, drawn and taken out, by pointer and by keys, and nothing of them leaves the browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import today
from tests.browser.mounted import Mounted
from tests.browser.people import about, add, kept, names, open_change, row, says
from tests.browser.week import open_page, write


def test_two_fields_add_somebody_and_the_next_name_can_be_typed(people: Page) -> None:
    people.fill("#entry [name=name]", "Jo")
    people.check("#entry [name=ring][value=warm]")
    people.keyboard.press("Enter")
    expect(people.locator("#entry [name=name]")).to_have_value("")
    expect(people.locator("#entry [name=name]")).to_be_focused()
    says(people, "Jo. Person · warm")
    expect(people.locator("[data-out=map-says]")).to_have_text("0 close, 1 warm, 0 weak.")
    people.fill("#entry [name=name]", "R.")
    people.click("#entry >> text=Done")
    expect(people.locator("[data-do=add]")).to_be_focused()
    assert names(people) == ["Jo", "R."]
    people.reload()
    expect(row(people, "R.")).to_be_visible()
    assert set(kept(people)) == {"Jo", "R."}


@pytest.mark.parametrize("width", [390, 1200, 1440])
def test_the_way_back_runs_off_no_page(width: int, people: Page, mounted: Mounted) -> None:
    people.set_viewport_size({"width": width, "height": 900})
    people.fill("#entry [name=name]", "Jo")
    people.keyboard.press("Enter")
    expect(people.locator(".undo")).to_be_visible()
    assert people.evaluate("document.documentElement.scrollWidth") == width
    open_page(people, mounted)
    write(people, "Ask R. for ten minutes.")
    expect(people.locator(".undo")).to_be_visible()
    assert people.evaluate("document.documentElement.scrollWidth") == width


def test_what_is_typed_while_somebody_is_added_stays(people: Page) -> None:
    people.locator("#entry [name=name]").focus()
    people.keyboard.type("Jo")
    people.evaluate("""() => {
        const form = document.querySelector("#entry");
        form.requestSubmit();
        form.requestSubmit();
        form.elements.name.value = "R.";
    }""")
    expect(row(people, "Jo")).to_be_visible()
    expect(people.locator("#entry [name=name]")).to_have_value("R.")
    assert names(people) == ["Jo"]


def test_keys_alone_add_touch_change_and_undo(people: Page) -> None:
    people.locator("#entry [name=name]").focus()
    people.keyboard.type("Jo")
    people.keyboard.press("Enter")
    expect(row(people, "Jo")).to_be_visible()
    row(people, "Jo").locator("[data-do=in-touch]").press("Enter")
    expect(row(people, "Jo")).to_contain_text("in touch today")
    expect(row(people, "Jo").locator("[data-do=in-touch]")).to_be_focused()
    people.keyboard.press("Tab")
    people.keyboard.press("Enter")
    expect(people.locator("#changing")).to_be_visible()
    people.locator("[data-do=undo]").press("Enter")
    expect(row(people, "Jo")).to_contain_text("last contact not noted")


def test_nothing_is_added_without_a_name_and_the_field_says_so(people: Page) -> None:
    people.fill("#entry [name=name]", "  ")
    people.click("#entry >> text=Add, and another")
    field = people.locator("#entry [name=name]")
    expect(people.locator("#entry [data-wrong=name]")).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "Write a name" in field.aria_snapshot()
    assert people.locator("#errors").inner_text() == ""
    add(people, "Jo")
    expect(people.locator("#entry [data-wrong=name]")).to_be_hidden()


def test_a_rhythm_that_is_none_is_told_where_it_stands_though_it_was_folded(people: Page) -> None:
    people.click("#entry .more > summary")
    people.fill("#entry [name=name]", "Jo")
    people.fill("#entry [name=rhythm]", "99")
    people.click("#entry .more > summary")
    people.click("#entry >> text=Add, and another")
    expect(people.locator("#entry [data-wrong=rhythm]")).to_be_visible()
    expect(people.locator("#entry [name=rhythm]")).to_be_focused()


def test_a_name_that_is_there_is_told_and_may_be_added_again(people: Page) -> None:
    add(people, "Jo")
    people.fill("#entry [name=name]", "jo")
    people.keyboard.press("Tab")
    expect(people.locator("#entry .known")).to_contain_text("Jo is in your list already (Person · warm")
    people.click("#entry >> text=Add, and another")
    expect(row(people, "jo")).to_be_visible()
    assert set(names(people)) == {"Jo", "jo"}


def test_what_is_folded_is_kept_as_well(people: Page) -> None:
    people.click("#entry .more > summary")
    people.fill("#entry [name=name]", "The Tuesday table")
    people.check("#entry [name=ring][value=weak]")
    expect(people.locator("#entry [data-usual=weak]")).to_have_text("Usual here: every 8 weeks.")
    expect(people.locator("#entry [data-usual=warm]")).to_be_hidden()
    people.select_option("#entry [name=kind]", "group")
    people.fill("#entry [name=rhythm]", "1")
    people.fill("#entry [name=last]", "2026-11-02")
    people.select_option("#entry [name=last_month]", index=2)
    expect(people.locator("#entry [name=last]")).to_have_value("")
    people.check("#entry [name=repair]")
    month = people.locator("#entry [name=last_month]").input_value()
    people.click("#entry >> text=Add, and another")
    expect(row(people, "The Tuesday table")).to_contain_text("Group · weak · about")
    assert kept(people)["The Tuesday table"] == {
        "name": "The Tuesday table",
        "ring": "weak",
        "kind": "group",
        "rhythm": 1,
        "last": month,
        "state": "active",
        "repair": True,
    }


def test_a_map_starts_with_beginnings_that_can_wait(people: Page) -> None:
    shown = people.locator(".prompts strong:visible")
    expect(shown).to_have_text("Someone who would notice if you were missing.")
    assert people.locator("#entry [name=ring]:checked").input_value() == "close"
    people.click("[data-do=not-now]")
    expect(shown).to_have_text("A door you could knock on for an egg or a charger.")
    says(people, "A door you could knock on")
    assert people.locator("#entry [name=ring]:checked").input_value() == "warm"
    assert people.locator("#entry [name=kind]").input_value() == "household"
    people.fill("#entry [name=name]", "No. 12")
    people.keyboard.press("Enter")
    expect(shown).to_have_text("A place that knows you.")
    assert kept(people)["No. 12"]["kind"] == "household"
    for _ in range(4):
        people.click("[data-do=not-now]")
    expect(people.locator(".prompts")).to_be_hidden()
    expect(people.locator("#entry [name=name]")).to_be_focused()


def test_in_touch_today_is_one_tap_and_one_to_take_it_back(street: Page) -> None:
    button = row(street, "Jo").locator("[data-do=in-touch]")
    button.click()
    expect(row(street, "Jo")).to_contain_text("in touch today")
    expect(button).to_be_focused()
    says(street, "Jo. Person · warm · in touch today")
    assert kept(street)["Jo"]["last"] == str(today())
    street.click("[data-do=undo]")
    expect(row(street, "Jo")).not_to_contain_text("in touch today")
    expect(street.locator("main")).to_be_focused()
    says(street, "Taken back.")


def test_a_change_fills_in_what_is_there_and_leads_back_to_its_row(street: Page) -> None:
    panel = open_change(street, "Mrs K., no. 12")
    panel.locator(".more > summary").click()
    assert panel.locator("[name=kind]").input_value() == "household"
    assert panel.locator("[name=last_month]").input_value() == "2026-10"
    panel.locator("[name=name]").fill("Mrs Kay")
    panel.locator("[name=last_month]").select_option("")
    panel.locator("text=Save").click()
    expect(row(street, "Mrs Kay").locator(".name")).to_be_focused()
    assert "last contact not noted" in about(street, "Mrs Kay")
    expect(panel).to_be_hidden()
    says(street, "Mrs Kay. Household")
