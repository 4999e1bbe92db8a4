"""What a reader does with the Map Builder."""

from datetime import datetime

from playwright.sync_api import Page, expect

from scoring import Catalogue, builder_view
from scoring.form import parse_form
from tests.browser.conftest import (
    NEXT_THIN,
    WORKED_EXAMPLE,
    choose,
    fill_in_worked_example,
    open_builder,
    out,
    see_result,
)
from tests.browser.mounted import Mounted
from tests.scoring.people import EXAMPLE, as_form


def test_the_worked_example_gives_the_seeds_outputs(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    page.check('input[name="capacity"][value="some"]')
    for strand, value in WORKED_EXAMPLE.items():
        choose(page, strand, value)
    page.wait_for_selector("#result[data-state=complete]")
    expect(page.locator("#result [data-out=score]")).to_have_text("64")
    assert out(page, "thin-spot") == "Weak ties"
    step_to(page, "invitation", "Send one low-pressure invitation.")
    step_to(page, "contribution", "Offer one useful action within capacity.")
    expect(page.locator("#result [data-out=card]")).to_contain_text("This week needs one warm weak tie.")
    assert out(page, "path").split("\n") == ["Weak Ties", "Hosting", "Weekly Review"]
    assert page.locator("#result [data-pick=chapter] a").all_inner_texts() == ["Weak Ties"]


def step_to(page: Page, kind: str, title: str) -> None:
    """Ask for other ideas until this one is there: the first one changes with the week."""
    move = page.locator(f"#result [data-out={kind}]")
    for _ in range(int(move.locator(".another .small").inner_text().split()[-1])):
        shown = move.locator(".move-title").inner_text()
        if shown == title:
            return
        move.locator("[data-do=another]").click()
        expect(move.locator(".move-title")).not_to_have_text(shown)
    raise AssertionError(f"{title} is not on offer")


def test_the_example_on_the_landing_page_says_what_the_builder_says(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("index.html"))
    example = parts(page, "#example")
    open_builder(page, mounted)
    fill_in_worked_example(page)
    step_to(page, "invitation", "Send one low-pressure invitation.")
    step_to(page, "contribution", "Offer one useful action within capacity.")
    page.check("[name=card-score]")
    expect(page.locator("#result [data-out=card]")).to_contain_text("Connection score: 64 (Warming)")
    in_builder = parts(page, "#result")
    in_builder["card"].remove(mounted.url(""))  # only the open page knows where it stands
    assert example == in_builder
    assert all(example.values())


IN_EXAMPLE = {
    "score": "[data-out=score]",
    "thin spot": "[data-out=thin-spot]",
    "invitation": "[data-out=invitation] .move-title",
    "say": "[data-out=invitation] [data-out=say]",
    "easy no": "[data-out=invitation] [data-out=easy-no]",
    "card": "[data-out=card]",
    "path": "[data-out=path]",
}
"""What the example shows of a result."""


def parts(page: Page, inside: str) -> dict[str, list[str]]:
    """The texts that the example and the builder's result have in common."""
    found = {name: page.locator(f"{inside} {place}") for name, place in IN_EXAMPLE.items()}
    return {name: (part.inner_text() or part.text_content() or "").split() for name, part in found.items()}


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
    assert NEXT_THIN.match(out(page, "thin-spot"))
    assert out(page, "range").startswith("between ")
    assert "“not sure”" in page.locator("#result").inner_text()


def test_changing_an_answer_changes_the_result(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    choose(page, "weak-ties", 4)
    expect(page.locator("#result [data-out=thin-spot]")).to_have_text(NEXT_THIN)
    assert int(out(page, "score")) > 64


def test_a_context_changes_the_suggestion_and_never_the_score(
    page: Page, mounted: Mounted, catalogue: Catalogue
) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    title = page.locator("#result [data-out=invitation] .move-title")
    before = title.inner_text()
    today = str(datetime.now().astimezone().date())

    def shown(*contexts: str) -> str:
        entries = [*as_form(EXAMPLE), *(["contexts", context] for context in contexts)]
        return builder_view(parse_form(entries, today, catalogue).answers, 10, catalogue)["invitation"]["id"]

    other = next(context.id for context in catalogue.contexts if shown(context.id) != shown())
    page.check(f'input[name="contexts"][value="{other}"]')
    expect(title).not_to_have_text(before)
    assert out(page, "score") == "64"


def test_nothing_sticks_out_of_a_small_phone_with_everything_open(page: Page, mounted: Mounted) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_builder(page, mounted)
    fill_in_worked_example(page)
    see_result(page)
    for details in page.locator("main details:visible").all():
        details.locator("> summary").click()
    expect(page.locator("#result [data-out=points]")).to_be_visible()
    expect(page.locator("#calendar")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_before_the_first_answer_no_empty_heading_is_shown(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    assert page.locator("#result h3:visible").count() == 0


def test_answers_given_before_python_is_ready_are_not_lost(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("builder.html"))
    for strand, value in WORKED_EXAMPLE.items():
        choose(page, strand, value)
    page.wait_for_selector("#result[data-state=complete]")
    assert out(page, "score") == "64"


def test_the_result_is_spoken(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    expect(page.locator("[role=status]")).to_contain_text(
        "Connection score 64 of 100, Warming. Thin spot: Weak ties."
    )


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
