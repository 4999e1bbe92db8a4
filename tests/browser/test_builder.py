"""What a reader does with the Map Builder."""

import json

from playwright.sync_api import Page, expect

from tests.browser.conftest import WORKED_EXAMPLE, choose, fill_in_worked_example, open_builder, out
from tests.browser.mounted import Mounted

OUTPUTS = ("score", "range", "band", "thin-spot", "invitation", "contribution", "protocol", "path", "card", "points")


def test_the_worked_example_gives_the_seeds_outputs(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    expect(page.locator("#result [data-out=score]")).to_have_text("64")
    assert out(page, "thin-spot") == "Weak ties"
    expect(page.locator("#result [data-out=invitation]")).to_contain_text("Send one low-pressure invitation.")
    expect(page.locator("#result [data-out=contribution]")).to_contain_text(
        "Offer one useful action within capacity."
    )
    expect(page.locator("#result [data-out=card]")).to_contain_text("This week needs one warm weak tie.")
    assert out(page, "path").split("\n") == ["Weak Ties", "Hosting", "Weekly Review"]
    assert page.locator("#result [data-out=protocol] [data-pick=chapter] a").all_inner_texts() == ["Weak Ties"]


def test_the_example_on_the_landing_page_says_what_the_builder_says(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.locator("#result details.points summary").click()
    in_builder = {name: " ".join(out(page, name).split()) for name in OUTPUTS}
    page.goto(mounted.url("index.html"))
    page.locator("#example summary").click()
    assert {name: " ".join(out(page, name, "#example").split()) for name in OUTPUTS} == in_builder
    assert all(in_builder.values())


def test_the_range_comes_first_and_narrows(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    expect(page.locator("#result")).to_have_attribute("data-state", "empty")
    expect(page.locator("#result [data-out=score]")).to_be_hidden()
    widths = []
    for strand, value in list(WORKED_EXAMPLE.items())[:9]:
        before = page.locator("#result [data-out=range]").text_content()
        choose(page, strand, value)
        expect(page.locator("#result [data-out=range]")).not_to_have_text(before or "")
        low, high = (int(word) for word in out(page, "range").split() if word.isdigit())
        widths.append(high - low)
        expect(page.locator("#result")).to_have_attribute("data-state", "partial")
        expect(page.locator("#result [data-out=score]")).to_be_hidden()
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < widths[0]


def test_not_sure_is_left_out_and_said(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    for strand, value in WORKED_EXAMPLE.items():
        choose(page, strand, "skip" if strand == "weak-ties" else value)
    page.wait_for_selector("#result[data-state=complete]")
    assert out(page, "thin-spot") == "Invitations"
    assert out(page, "range").startswith("between ")
    assert "“not sure”" in page.locator("#result").inner_text()


def test_changing_an_answer_changes_the_result(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    choose(page, "weak-ties", 4)
    expect(page.locator("#result [data-out=thin-spot]")).to_have_text("Invitations")
    assert int(out(page, "score")) > 64


def test_a_context_changes_the_suggestion_and_never_the_score(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    before = out(page, "invitation")
    page.check('input[name="contexts"][value="caring-for-someone"]')
    expect(page.locator("#result [data-out=invitation]")).not_to_contain_text(before.split("\n")[2])
    assert out(page, "score") == "64"


def test_nothing_sticks_out_of_a_small_phone_with_everything_open(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.locator("#result details.points summary").click()
    expect(page.locator("#result [data-out=points]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_before_the_first_answer_no_empty_heading_is_shown(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    assert page.locator("#result h3:visible").count() == 0


def test_the_card_can_be_copied(page: Page, mounted: Mounted) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=mounted.origin)
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.get_by_role("button", name="Copy the card").click()
    expect(page.locator(".copied")).to_have_text("Copied.")
    expect(page.locator("[role=status]")).to_have_text("Copied.")
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.startswith("Community Card\nThis week needs one warm weak tie.\nConnection score: 64")
    choose(page, "weak-ties", 4)
    expect(page.locator(".copied")).to_be_hidden()


def test_where_copying_is_refused_the_card_is_marked(page: Page, mounted: Mounted) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.click("[data-do=copy-card]")
    expect(page.locator(".copied")).to_contain_text("The card is marked")
    assert page.evaluate("() => String(getSelection())").startswith("Community Card")


def test_start_over_clears_everything(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.click("[data-do=start-over]")
    page.wait_for_selector("#result[data-state=empty]")
    assert page.locator("#builder input:checked").count() == 0
    expect(page.locator("#result [data-out=score]")).to_be_hidden()


def test_a_reload_forgets_the_answers_and_works_again(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.reload()
    page.wait_for_selector("html[data-python=ready]")
    assert page.locator("#builder input:checked").count() == 0
    fill_in_worked_example(page)
    assert out(page, "score") == "64"


def test_answers_given_before_python_is_ready_are_not_lost(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("builder.html"))
    for strand, value in WORKED_EXAMPLE.items():
        choose(page, strand, value)
    page.wait_for_selector("#result[data-state=complete]")
    assert out(page, "score") == "64"


def test_nothing_that_is_answered_leaves_the_page(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    asked = len(mounted.asked)
    fill_in_worked_example(page)
    page.check('input[name="contexts"][value="caring-for-someone"]')
    page.wait_for_timeout(300)
    assert mounted.asked[asked:] == []
    assert page.url == mounted.url("builder.html")
    stored = page.evaluate("() => JSON.stringify([localStorage.length, sessionStorage.length, document.cookie])")
    assert json.loads(stored) == [0, 0, ""]
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0


def test_the_result_is_spoken(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    expect(page.locator("[role=status]")).to_have_text("Connection score 64 of 100, Warming. Thin spot: Weak ties.")


def test_questions_can_be_answered_with_the_keyboard(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    page.focus('input[name="answers.belonging"][value="0"]')
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator('input[name="answers.belonging"][value="1"]')).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator('input[name="answers.weak-ties"][value="0"]')).to_be_checked()
    expect(page.locator("#result [data-out=range]")).to_contain_text("between")
