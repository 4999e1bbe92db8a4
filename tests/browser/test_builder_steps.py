"""One question at a time, on a phone."""

import json
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from scoring.model import STRAND_IDS
from tests.browser.canaries import CODE
from tests.browser.conftest import PHONE, WORKED_EXAMPLE, answer, choose, today
from tests.browser.kept import kept
from tests.browser.mounted import Mounted
from tests.browser.story import THREE_THIN, card, entries, promise, title

WHOLE = {"width": 390, "height": 844}
MOST_TAPS = 14


@pytest.fixture
def phone(page: Page, mounted: Mounted) -> Page:
    """The builder on a phone, with Python running."""
    page.set_viewport_size(PHONE)
    page.goto(mounted.url("builder.html"))
    page.wait_for_selector("html[data-python=ready]")
    return page


def legend(page: Page) -> Locator:
    """The question that is shown."""
    return page.locator("#builder legend:visible").first


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Continue").click()


def answer_all(page: Page) -> None:
    """Answer and continue, as far as the answers to check."""
    for strand, value in WORKED_EXAMPLE.items():
        choose(page, strand, value)
        go_on(page)
    page.check("[name=capacity][value=some]")
    go_on(page)


def test_from_the_landing_page_to_the_result_in_fourteen_taps_without_scrolling(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size(WHOLE)
    page.goto(mounted.url("index.html"))
    taps = 0

    def tap(target: Locator) -> None:
        nonlocal taps
        taps += 1
        expect(target).to_be_in_viewport(ratio=1)
        assert page.evaluate("scrollY") == 0
        target.click()

    tap(page.locator(".hero a[href$='builder.html']").first)
    tap(page.get_by_text("Go on by itself"))
    for number, (strand, value) in enumerate(WORKED_EXAMPLE.items(), 1):
        expect(page.locator(".step-count")).to_have_text(f"{number} of 10")
        tap(page.locator(f'label:has([name="answers.{strand}"][value="{value}"])'))
    expect(page.get_by_role("heading", name="Your week")).to_be_visible()
    tap(page.locator("label:has([name=capacity][value=some])"))
    tap(page.get_by_role("link", name="See your next move"))
    assert taps <= MOST_TAPS
    page.wait_for_selector("#result[data-state=complete]")
    assert page.evaluate("scrollY") == 0
    expect(title(page, "invitation")).to_be_in_viewport(ratio=1)
    expect(page.locator("#result [data-out=invitation] [data-out=say]")).to_be_in_viewport(ratio=1)


def test_the_first_screen_is_the_first_question(phone: Page) -> None:
    expect(phone.locator("#builder .step:visible")).to_have_count(1)
    expect(legend(phone)).to_be_in_viewport()
    for before in (".care", "[name=memory-only]"):
        expect(phone.locator(before)).to_be_in_viewport()
    expect(phone.locator("#result")).to_be_hidden()


def test_every_step_has_its_place_in_the_history_and_no_answer_in_the_address(phone: Page) -> None:
    address = phone.url
    first = legend(phone).inner_text()
    choose(phone, STRAND_IDS[0], 2)
    go_on(phone)
    expect(legend(phone)).not_to_have_text(first, use_inner_text=True)
    expect(legend(phone)).to_be_focused()
    phone.go_back()
    expect(legend(phone)).to_have_text(first, use_inner_text=True)
    phone.go_forward()
    second = legend(phone).inner_text()
    assert second != first
    phone.reload()
    expect(legend(phone)).to_have_text(second, use_inner_text=True)
    phone.get_by_role("button", name="Back").click()
    expect(legend(phone)).to_have_text(first, use_inner_text=True)
    expect(phone.locator(f'[name="answers.{STRAND_IDS[0]}"][value="2"]')).to_be_checked()
    assert phone.url == address


def test_the_browsers_own_back_leads_from_the_result_to_the_answers_and_agrees_with_the_map(phone: Page) -> None:
    answer_all(phone)
    phone.get_by_role("link", name="See your next move").click()
    expect(phone.locator("#result [data-out=score]")).to_have_text("64")
    phone.go_back()
    expect(phone.get_by_role("heading", name="Check your answers")).to_be_visible()
    phone.get_by_role("button", name="Weak ties").click()
    choose(phone, "weak-ties", 4)
    phone.go_forward()  # there is nothing: going back to the question was a step of its own
    phone.go_back()
    expect(phone.locator(".check-list")).to_contain_text("Five people or more")
    phone.get_by_role("link", name="See your next move").click()
    expect(phone.locator("#result [data-out=score]")).not_to_have_text("64")
    expect(phone.locator('.live .village [data-strand="weak-ties"]')).to_have_attribute("data-value", "4")


def test_what_was_left_open_is_named_before_the_result(phone: Page) -> None:
    for _ in range(11):
        go_on(phone)
    rows = phone.locator(".check-list li")
    expect(rows).to_have_count(11)
    expect(rows.first).to_contain_text("Not answered")
    phone.get_by_role("link", name="See your next move").click()
    expect(phone.locator("#result .sentence")).to_be_visible()
    phone.get_by_role("button", name="Change answers").click()
    expect(rows.first).to_be_visible()


def test_arrow_keys_and_the_enter_key_stay_at_a_question(phone: Page) -> None:
    phone.get_by_text("Go on by itself").click()
    first = legend(phone).inner_text()
    phone.locator("#builder input:visible").first.press("ArrowDown")
    phone.keyboard.press("ArrowDown")
    phone.wait_for_timeout(600)  # longer than a tap would take to lead on
    expect(legend(phone)).to_have_text(first, use_inner_text=True)
    address = phone.url
    phone.keyboard.press("Enter")
    phone.wait_for_timeout(600)
    expect(legend(phone)).to_have_text(first, use_inner_text=True)
    assert phone.url == address


def test_all_ten_on_one_page_is_remembered(phone: Page) -> None:
    phone.get_by_role("link", name="All ten on one page").click()
    expect(phone.locator("#builder fieldset.step:visible")).to_have_count(10)
    phone.reload()
    expect(phone.locator("#builder fieldset.step:visible")).to_have_count(10)
    phone.get_by_role("button", name="One question at a time").click()
    expect(phone.locator("#builder .step:visible")).to_have_count(1)
    phone.reload()
    expect(phone.locator("#builder .step:visible")).to_have_count(1)


def test_where_the_script_did_not_load_one_link_shows_all_questions(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size(PHONE)
    page.route("**/builder.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(mounted.url("builder.html"))
    expect(page.locator("#builder .step:visible")).to_have_count(1)
    page.get_by_role("link", name="All ten on one page").click()
    expect(page.locator("#builder fieldset.step:visible")).to_have_count(10)


def test_a_wide_window_shows_the_whole_form(phone: Page) -> None:
    go_on(phone)
    phone.set_viewport_size({"width": 1100, "height": 800})
    expect(phone.locator("#builder fieldset.step:visible")).to_have_count(10)
    expect(phone.locator(".step-foot")).to_be_hidden()
    phone.set_viewport_size(PHONE)
    expect(phone.locator(".step-count")).to_have_text("2 of 10")


def test_the_promise_stays_with_the_answers_and_goes_with_another_idea(phone: Page) -> None:
    answer_all(phone)
    phone.get_by_role("link", name="See your next move").click()
    phone.wait_for_selector("#result[data-state=complete]")
    shown = title(phone, "invitation").inner_text()
    promise(phone)
    day = str(today() + timedelta(days=1))
    expect(phone.locator("[name=day]")).to_have_value(day)
    promised = json.loads(kept(phone)["session"]["builder"])["promised"]
    assert promised["day"] == day
    phone.reload()
    expect(phone.locator(".promise")).to_be_visible()
    expect(phone.locator("[name=day]")).to_have_value(day)
    expect(title(phone, "invitation")).to_have_text(shown)
    phone.click("#result [data-out=invitation] [data-do=another]")
    expect(title(phone, "invitation")).not_to_have_text(shown)
    expect(phone.locator(".promise")).to_be_hidden()
    assert "promised" not in json.loads(kept(phone)["session"]["builder"])


def test_starting_over_can_be_undone(phone: Page) -> None:
    answer_all(phone)
    before, text = entries(phone), card(phone).text_content()
    phone.get_by_role("button", name="Start over").click()
    expect(phone.locator(".step-count")).to_have_text("1 of 10")
    assert entries(phone) == []
    phone.get_by_role("button", name="Put them back").click()
    expect(phone.locator("#result [data-out=score]")).to_have_text("64")
    assert entries(phone) == before
    expect(card(phone)).to_have_text(text or "")


def test_with_everything_answered_the_builder_opens_on_the_result(phone: Page, mounted: Mounted) -> None:
    answer(phone, WORKED_EXAMPLE)
    phone.goto(mounted.url("index.html"))
    phone.goto(mounted.url("builder.html"))
    expect(phone.locator("#result [data-out=score]")).to_have_text("64")
    expect(phone.locator("#builder")).to_be_hidden()


def test_coming_back_another_day_shows_when_it_was_counted_and_both_villages(phone: Page) -> None:
    answer_all(phone)
    phone.get_by_role("link", name="See your next move").click()
    phone.wait_for_selector("#result[data-state=complete]")
    expect(phone.get_by_role("button", name="Count again")).to_be_hidden()
    form = json.loads(kept(phone)["session"]["builder"])
    earlier = json.dumps(form | {"counted": "2026-11-14"})
    phone.evaluate("text => sessionStorage.setItem('builder /', text)", earlier)
    phone.reload()
    expect(phone.locator("#result .in-short", has_text="Counted on Saturday, 14 November.")).to_be_visible()
    phone.get_by_role("button", name="Count again").click()
    expect(phone.locator(".step-count")).to_have_text("1 of 10")
    assert entries(phone) == []
    answer(phone, {**WORKED_EXAMPLE, "weak-ties": 4})
    phone.eval_on_selector("[data-do=see-result]", "link => link.click()")
    expect(phone.locator(".last-time")).to_contain_text("Last time: Saturday, 14 November")
    for name, value in (("then", "1"), ("now", "4")):
        lane = phone.locator(f'.last-time [data-map={name}] [data-strand="weak-ties"]')
        expect(lane).to_have_attribute("data-value", value)
    assert json.loads(kept(phone)["session"]["builder"])["before"]["counted"] == "2026-11-14"


def test_a_shared_card_leads_to_the_first_question_or_to_its_result(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size(PHONE)
    page.goto(mounted.url(f"builder.html#{CODE}"))
    page.get_by_role("button", name="Use these answers").click()
    expect(page.locator("#result")).to_be_focused()
    expect(page.locator("#result [data-out=score]")).to_have_text("20")
    page.evaluate("code => { location.hash = code }", CODE)
    page.get_by_role("button", name="Make your own").click()
    expect(page.locator(".step-count")).to_have_text("1 of 10")
    expect(legend(page)).to_be_focused()


def test_another_strand_is_offered_only_where_no_move_is_promised(phone: Page) -> None:
    answer(phone, THREE_THIN)
    phone.eval_on_selector("[data-do=see-result]", "link => link.click()")
    expect(phone.locator("details.ties")).to_be_visible()
    promise(phone)
    expect(phone.locator("details.ties")).to_be_hidden()
    phone.get_by_role("button", name="Not this one after all").click()
    phone.locator("details.ties > summary").click()
    phone.locator("[data-do=choose-thin]").first.click()
    expect(title(phone, "invitation")).to_be_focused()
