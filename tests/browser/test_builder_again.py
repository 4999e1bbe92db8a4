"""A reader who comes back sees the last result before Python has started, and nothing that Python did not say."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.canaries import CODE
from tests.browser.conftest import NEXT_THIN, choose, fill_in_worked_example, into, open_builder, out
from tests.browser.kept import kept
from tests.browser.mounted import Mounted

KEPT = "builder-result"
MARKUP = "<img src=x onerror=document.title='caught'>"
NO_VIEWS: tuple[object, ...] = (
    None,
    1,
    "x",
    [],
    {},
    {"state": 1, "ring": 1},
    {"state": "complete", "chapter": 1},
    {"state": "complete"},
)
LACKS: dict[str, Callable[[Page], None]] = {
    "failed": lambda page: page.route("**/runtime/**", lambda route: route.abort()),
    "unavailable": lambda page: page.add_init_script("delete globalThis.WebAssembly"),
}
"""What takes Python from a page, by the state that it leads to."""


@pytest.fixture
def again(page: Page, mounted: Mounted) -> Page:
    """The builder with the worked example's result."""
    open_builder(page, mounted)
    fill_in_worked_example(page)
    return page


def come_back(page: Page) -> list[Route]:
    """Load the page again; Python's file is held until the test lets it go."""
    held: list[Route] = []
    page.route("**/*.wasm", into(held))
    with page.expect_request("**/*.wasm"):
        page.reload()
    page.wait_for_selector("html[data-python=loading]")
    return held


def kept_result(page: Page) -> dict[str, Any]:
    """What is kept of the result."""
    found: dict[str, Any] = json.loads(kept(page)["session"][KEPT])
    return found


def write(page: Page, text: str, name: str = KEPT) -> None:
    """Put a text in its place."""
    page.evaluate("([name, text]) => sessionStorage.setItem(`${name} /`, text)", [name, text])


def expect_python_alone_to_show(page: Page) -> None:
    """On the way back nothing is shown before Python answers."""
    held = come_back(page)
    expect(page.locator("#result")).to_have_attribute("data-state", "empty")
    held.pop().continue_()
    expect(page.locator("#result [data-out=score]")).to_have_text("64")


def test_the_last_result_is_there_before_python(again: Page) -> None:
    before = out(again, "invitation")
    heard = again.locator("[role=status]")
    expect(heard).not_to_be_empty()
    said = heard.inner_text()
    again.clock.install()
    held = come_back(again)
    expect(again.locator("#result [data-out=score]")).to_have_text("64")
    assert out(again, "invitation") == before
    expect(again.locator(".python-state:visible, .python-progress:visible")).to_have_count(0)
    again.clock.fast_forward(2500)  # announcements wait a second; Python has been starting all the time
    expect(heard).to_have_text(said)
    again.evaluate("() => { document.querySelector('#result [data-each] :not(template)').id = 'marked'; }")
    held.pop().continue_()
    again.wait_for_selector("html[data-python=ready]")
    expect(heard).to_have_text(said)
    again.get_by_role("button", name="Save my answers as a file").click()  # one more answer has come back
    expect(heard).to_have_text("File saved.")
    assert again.locator("#marked").count() == 1  # the same view is not drawn again


def test_an_answer_given_before_python_waits_for_it(again: Page) -> None:
    held = come_back(again)
    choose(again, "weak-ties", 4)
    expect(again.locator("#result")).to_have_attribute("data-state", "empty")
    expect(again.locator(".python-state[data-when=loading]")).to_be_visible()
    held.pop().continue_()
    expect(again.locator("#result [data-out=thin-spot]")).to_have_text(NEXT_THIN)


def test_a_result_of_other_answers_another_day_or_another_edition_is_not_shown(again: Page) -> None:
    for asked, other in (
        ('["answers.repair","2"]', '["answers.repair","1"]'),
        ('"today":"', '"today":"1'),
        ("", "x"),
    ):
        old = kept_result(again)
        assert asked in old["asked"]
        write(again, json.dumps(old | {"asked": old["asked"].replace(asked, other, 1)}))
        expect_python_alone_to_show(again)


def test_what_another_page_wrote_there_is_text_and_gives_way(again: Page) -> None:
    old = kept_result(again)
    write(again, json.dumps(old | {"view": old["view"] | {"score": MARKUP, "sentence": MARKUP}}))
    held = come_back(again)
    expect(again.locator("#result [data-out=score]")).to_have_text(MARKUP)
    held.pop().continue_()
    expect(again.locator("#result [data-out=score]")).to_have_text("64")
    assert again.locator("#result img[src=x]").count() == 0
    assert kept_result(again) == old


def test_what_is_no_view_does_no_harm(again: Page) -> None:
    for view in NO_VIEWS:
        write(again, json.dumps(kept_result(again) | {"view": view}))
        come_back(again).pop().continue_()
        expect(again.locator("#result [data-out=score]"), f"after {view}").to_have_text("64")
        expect(again.locator("#errors"), f"after {view}").to_be_empty()
        assert kept_result(again)["view"] != view


def test_a_damaged_text_does_no_harm(again: Page) -> None:
    write(again, json.dumps(kept_result(again))[:-1])
    expect_python_alone_to_show(again)


def test_a_text_far_longer_than_a_result_is_not_shown(again: Page) -> None:
    old = kept_result(again)
    assert len(json.dumps(old)) < 20_000
    write(again, json.dumps(old | {"view": old["view"] | {"points": old["view"]["points"] * 100}}))
    expect_python_alone_to_show(again)


def test_the_result_goes_where_the_answers_go(again: Page) -> None:
    before = kept_result(again)
    again.get_by_role("checkbox", name="Keep my answers on this device").check()
    assert kept(again)["session"] == {}
    assert json.loads(kept(again)["local"][KEPT]) == before
    again.click("[data-do=start-over]")
    again.wait_for_selector("#result[data-state=empty]")
    assert KEPT not in kept(again)["local"]


def test_a_result_that_python_refuses_does_not_stay(again: Page) -> None:
    old = kept_result(again)
    form = json.loads(kept(again)["session"]["builder"])
    asked = old["asked"].replace('"another":{}', '"another":{"invitation":-1}')
    assert asked != old["asked"]
    write(again, json.dumps(form | {"another": {"invitation": -1}}), "builder")
    write(again, json.dumps(old | {"asked": asked}))
    held = come_back(again)
    expect(again.locator("#result [data-out=score]")).to_have_text("64")
    held.pop().continue_()
    expect(again.locator("#errors")).not_to_be_empty()
    expect(again.locator("#result")).to_have_attribute("data-state", "empty")


def test_a_form_that_cannot_be_read_does_not_stop_python(again: Page) -> None:
    write(again, json.dumps({"entries": [[{"toString": 1, "valueOf": 1}, "x"]]}), "builder")
    come_back(again).pop().continue_()
    again.wait_for_selector("html[data-python=ready]")


def test_what_another_tab_cleared_is_not_put_back(again: Page, mounted: Mounted, context: BrowserContext) -> None:
    again.get_by_role("checkbox", name="Keep my answers on this device").check()
    other = context.new_page()
    open_builder(other, mounted)
    other.click("[data-do=start-over]")
    other.wait_for_selector("#result[data-state=empty]")
    again.check("[name=hide-numbers]")
    expect(again.locator("#result [data-out=score]")).to_be_hidden()
    assert KEPT not in kept(again)["local"]


@pytest.mark.parametrize("state", LACKS)
def test_without_python_no_result_stays(context: BrowserContext, mounted: Mounted, state: str) -> None:
    page = context.new_page()
    open_builder(page, mounted)
    fill_in_worked_example(page)
    LACKS[state](page)
    page.reload()
    expect(page.locator(f".python-state[data-when={state}]")).to_be_visible()
    expect(page.locator("#result [data-out=score]")).to_be_hidden()


def test_a_shared_card_opens_beside_the_kept_result(again: Page, mounted: Mounted) -> None:
    again.goto(mounted.url("index.html"))
    again.goto(mounted.url(f"builder.html#{CODE}"))
    expect(again.locator("#result [data-out=score]")).to_have_text("64")
    expect(again.locator("#shared [data-text=card]")).to_contain_text("Thin spot: Weak ties")


def test_where_nothing_is_to_be_kept_no_result_is(again: Page) -> None:
    assert KEPT in kept(again)["session"]
    again.get_by_role("checkbox", name="Keep nothing at all").check()
    assert KEPT not in kept(again)["session"]
    again.click("#result [data-do=another]")
    expect(again.locator("#result")).to_contain_text("Idea 2 of ")
    assert kept(again) == {"local": {}, "session": {"memory-only": "1"}}
