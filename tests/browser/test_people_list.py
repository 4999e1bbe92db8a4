"""The people: several at once, made one, out of contacts, left out, drawn; by pointer, and nothing of them leaves."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.mounted import Mounted
from tests.browser.people import add, kept, names, open_change, open_people, row, says

MARKUP = "<img src=x onerror=alert(1)>"


def test_buttons_move_somebody_closer_and_further(street: Page) -> None:
    panel = open_change(street, "Jo")
    panel.get_by_role("button", name="Closer").click()
    expect(row(street, "Jo")).to_contain_text("Person · close")
    expect(panel.get_by_role("button", name="Closer")).to_be_hidden()
    expect(panel.get_by_role("button", name="Further")).to_be_focused()
    panel.get_by_role("button", name="Further").click()
    panel.get_by_role("button", name="Further").click()
    expect(row(street, "Jo")).to_contain_text("Person · weak")
    expect(panel.locator("[name=ring]:checked")).to_have_value("weak")


def test_two_that_are_the_same_become_one_after_a_look(street: Page) -> None:
    panel = open_change(street, "Jo")
    panel.locator(".join > summary").click()
    panel.locator("[name=join]").select_option(label="D.")
    expect(panel.locator(".join .note")).to_contain_text("Jo stays: Person · warm")
    expect(panel.locator(".join .note")).to_contain_text("not safe. D. leaves the list")
    panel.get_by_role("button", name="Make them one").click()
    expect(street.locator(".others > summary")).to_be_focused()
    assert names(street) == ["Mrs K., no. 12", "R.", "The Tuesday table"]
    assert kept(street)["Jo"]["state"] == "not-safe"
    street.click("[data-do=undo]")
    expect(row(street, "Jo")).to_be_visible()
    assert "D." in kept(street)


def test_who_is_removed_comes_back_by_undo(street: Page) -> None:
    open_change(street, "Jo").get_by_role("button", name="Remove").click()
    expect(row(street, "Jo")).to_have_count(0)
    expect(street.locator("#list")).to_be_focused()
    says(street, "Removed.")
    street.click("[data-do=undo]")
    expect(row(street, "Jo")).to_be_visible()


def test_who_is_not_to_be_suggested_is_apart_with_a_word_on_it(street: Page) -> None:
    expect(row(street, "D.")).to_be_hidden()
    street.click(".others > summary")
    expect(row(street, "D.")).to_contain_text("A wish or a court order decides here, not this list.")
    expect(row(street, "D.").get_by_role("link")).to_have_attribute("href", "safety.html")
    expect(row(street, "D.").locator("[data-do=in-touch]")).to_have_count(0)
    assert "D." not in street.locator("#rings").text_content()


@pytest.mark.parametrize(("name", "there"), [("jo", "Jo"), ("Somebody", "Somebody")])
def test_no_reason_is_asked_for_whom_not_to_suggest(name: str, there: str, street: Page) -> None:
    street.get_by_text("Is there anyone you do not want suggested?").click()
    street.fill("#leave [name=name]", name)
    street.click("#leave button")
    says(street, "Not suggested from now on.")
    assert there not in names(street)
    assert kept(street)[there]["state"] == "resting"


def test_several_are_changed_at_once(street: Page) -> None:
    street.click("[data-do=several]")
    for name in ("Jo", "R."):
        street.get_by_role("checkbox", name=name, exact=True).check()
    street.select_option("#several [name=ring]", "weak")
    street.fill("#several [name=rhythm]", "26")
    street.click("#several >> text=Change these")
    expect(street.locator("[data-out=map-says]")).to_have_text("0 close, 1 warm, 3 weak.")
    assert [kept(street)[name]["rhythm"] for name in ("Jo", "R.")] == [26, 26]
    assert "rhythm" not in kept(street)["Mrs K., no. 12"]
    expect(street.get_by_role("checkbox", name="Jo", exact=True)).not_to_be_checked()
    street.click("#several >> text=Change these")
    says(street, "Nobody is ticked.")
    street.click("[data-do=several-done]")
    expect(street.locator("[data-do=several]")).to_be_focused()
    street.click("[data-do=undo]")
    expect(street.locator("[data-out=map-says]")).to_have_text("1 close, 2 warm, 1 weak.")


CARDS = "BEGIN:VCARD\nFN:Ann\nTEL:123\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\nNOTE:secret\nEND:VCARD\n"


@pytest.mark.parametrize("way", ["paste", "file"])
def test_only_ticked_names_of_contacts_stay(way: str, people: Page) -> None:
    people.get_by_text("Take names from contacts").click()
    if way == "paste":
        people.fill(".contacts textarea", CARDS)
        people.click("[data-do=find-names]")
    else:
        file = {"name": "all.vcf", "mimeType": "text/vcard", "buffer": CARDS.encode()}
        people.set_input_files(".contacts input[type=file]", file)
    expect(people.locator("#found legend").first).to_be_focused()
    expect(people.locator(".contacts textarea")).to_have_value("")
    assert people.locator("#found [type=checkbox]:checked").count() == 0
    people.check("#found >> text=Bob")
    people.check("#found [name=ring][value=weak]")
    people.click("#found >> text=Add these")
    says(people, "The other names are forgotten.")
    assert names(people) == ["Bob"]
    assert kept(people)["Bob"]["ring"] == "weak"
    assert "Ann" not in people.content()
    assert "secret" not in people.content()


def test_contacts_without_a_name_are_told_in_words(people: Page) -> None:
    people.get_by_text("Take names from contacts").click()
    people.click("[data-do=find-names]")
    expect(people.locator(".contacts .wrong")).to_contain_text("There is no name in it.")


def test_a_dot_leads_to_its_row(street: Page) -> None:
    assert street.locator("#rings a").count() == 4
    assert street.locator("#rings .ghost").count() == 0
    street.locator("#rings a[href='#row-jjj']").dispatch_event("click")
    expect(row(street, "Jo").locator(".name")).to_be_focused()
    assert street.evaluate("location.hash") == ""


def test_an_empty_map_shows_where_there_is_room(people: Page) -> None:
    expect(people.locator("#rings use.ghost")).to_have_count(3)
    expect(people.locator("[data-out=map-says]")).to_have_text("Nobody is written down yet.")
    expect(people.locator("#list")).to_be_hidden()


def test_on_paper_there_are_rings_and_names_and_no_buttons(street: Page) -> None:
    street.emulate_media(media="print")
    expect(street.locator("#rings")).to_be_visible()
    expect(row(street, "Jo")).to_be_visible()
    assert street.locator("main :is(button, form, summary):visible").all_inner_texts() == ["Not suggested"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_forced_colors_dots_and_ghosts_have_the_color_of_text(scheme: str, people: Page) -> None:
    people.emulate_media(forced_colors="active", color_scheme=scheme)
    add(people, "Jo")
    ink = people.eval_on_selector("h1", "one => getComputedStyle(one).color")
    assert people.eval_on_selector("#rings a use", "one => getComputedStyle(one).fill") == ink
    assert people.eval_on_selector("#rings .ghost", "one => getComputedStyle(one).stroke") == ink


def test_names_are_text_wherever_they_stand(people: Page) -> None:
    people.on("dialog", lambda _: pytest.fail("a name ran"))
    add(people, MARKUP, "close")
    assert MARKUP in names(people)
    panel = open_change(people, MARKUP)
    expect(panel.locator("[name=name]")).to_have_value(MARKUP)
    people.fill("#entry [name=name]", MARKUP)
    people.keyboard.press("Tab")
    expect(people.locator("#entry .known")).to_contain_text(MARKUP)
    people.click("#entry >> text=Add, and another")
    panel.locator(".join > summary").click()
    panel.locator("[name=join]").select_option(index=1)
    expect(panel.locator(".join .note")).to_contain_text(MARKUP)
    assert people.locator("#people img").count() == 0


def test_after_its_own_files_the_page_asks_for_nothing(street: Page, mounted: Mounted) -> None:
    street.wait_for_load_state("networkidle")
    number = len(mounted.asked)
    row(street, "Jo").locator("[data-do=in-touch]").click()
    expect(row(street, "Jo")).to_contain_text("in touch today")
    open_change(street, "R.").get_by_role("button", name="Further").click()
    expect(row(street, "R.")).to_contain_text("Person · warm")
    assert mounted.asked[number:] == []


def test_an_open_change_stays_open_with_what_was_typed(
    street: Page, context: BrowserContext, mounted: Mounted
) -> None:
    panel = open_change(street, "Jo")
    panel.locator("[name=name]").fill("Joan")
    other = context.new_page()
    open_people(other, mounted)
    row(other, "R.").locator("[data-do=in-touch]").click()
    expect(row(other, "R.")).to_contain_text("in touch today")
    expect(row(street, "R.")).to_contain_text("in touch today")
    expect(panel.locator("[name=name]")).to_have_value("Joan")
    expect(panel.locator("[name=name]")).to_be_focused()


def test_add_in_the_address_opens_the_form(street: Page, mounted: Mounted) -> None:
    expect(street.locator("#entry")).to_be_hidden()
    street.goto("about:blank")
    open_people(street, mounted, "#add")
    expect(street.locator("#entry")).to_be_visible()


def test_without_scripts_the_page_leads_to_the_sheet_for_it(browser, mounted: Mounted) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(mounted.url("people.html"))
        link = page.locator("noscript a")
        expect(link).to_have_attribute("href", "worksheets.html#rings")
        expect(page.locator("#people")).to_be_hidden()
        link.click()
        expect(page.locator("#rings")).to_be_visible()


SMALL = """() => [...document.querySelectorAll("#people :is(button, summary, input, select, textarea, label.option)")]
    .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden, label.option > *, .tick"))
    .filter((one) => !one.matches(".option input, .tick input, .visually-hidden"))
    .filter((one) => one.getBoundingClientRect().height < 43.9)
    .map((one) => `${one.localName} ${one.dataset.do ?? one.name ?? ""} ${one.textContent.slice(0, 20)}`)"""


def test_everything_to_press_is_large_enough_on_a_phone(street: Page) -> None:
    street.set_viewport_size(PHONE)
    street.click("[data-do=add]")
    street.click("[data-do=several]")
    street.eval_on_selector_all("#people details:not(.row-edit)", "all => all.forEach(one => { one.open = true; })")
    assert street.evaluate(SMALL) == []
    street.click("[data-do=several]")
    open_change(street, "Jo")
    assert street.evaluate(SMALL) == []
    assert street.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
