"""A card that somebody shared by a link."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.canaries import CODE
from tests.browser.conftest import (
    WORKED_EXAMPLE,
    choose,
    fill_in_worked_example,
    open_builder,
    out,
    without_path,
    without_python,
)
from tests.browser.kept import kept
from tests.browser.mounted import Mounted
from tests.browser.story import THREE_THIN, complete, entries, link, thin_spot, tick, title


def test_a_link_shows_the_card_at_once_and_changes_nothing(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url(f"builder.html#{CODE}"))
    expect(page.locator("#shared")).to_be_visible()
    expect(page.locator("#shared [data-text=card]")).to_contain_text("Thin spot: Weak ties")
    expect(page.locator(".shared-state")).to_be_hidden()
    expect(page.locator("#shared")).to_be_focused()
    expect(page.locator("[role=status]")).to_have_text("A card that was shared with you")
    assert entries(page) == []
    expect(page.locator("#result")).to_have_attribute("data-state", "empty")


def test_the_address_is_clean_again_in_the_bar_and_in_the_history(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("index.html"))
    page.goto(mounted.url(f"builder.html#{CODE}"))
    expect(page.locator("#shared [data-text=card]")).to_be_visible()
    assert page.url == mounted.url("builder.html")
    page.goto(mounted.url("about.html"))
    page.go_back()
    assert page.url == mounted.url("builder.html")
    page.wait_for_selector("html[data-python=ready]")
    expect(page.locator("#shared")).to_be_hidden()
    page.go_back()
    assert page.url == mounted.url("index.html")
    assert not any(CODE in path for path in mounted.asked)


def test_the_answers_of_a_link_can_be_used(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url(f"builder.html#{CODE}"))
    page.get_by_role("button", name="Use these answers").click()
    expect(page.locator("#result [data-out=score]")).to_have_text("20")
    expect(page.locator("#shared")).to_be_hidden()
    expect(page.locator("#result")).to_be_focused()
    expect(page.locator("[role=status]")).to_have_text("The answers of the shared card are in the form now.")
    assert ["answers.hosting", "2"] in entries(page)
    assert ["answers.friendship", "skip"] in entries(page)
    assert {name.partition(".")[0] for name, _ in entries(page)} == {"answers"}
    assert len(entries(page)) == 10


def test_the_answers_that_a_link_replaced_can_be_put_back(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    before = entries(page)
    page.goto(mounted.url(f"builder.html#{CODE}"))
    page.get_by_role("button", name="Use these answers").click()
    expect(page.locator("#result [data-out=score]")).to_have_text("20")
    expect(page.locator(".undo")).to_contain_text("Your own answers were replaced.")
    page.get_by_role("button", name="Put them back").click()
    expect(page.locator("#result [data-out=score]")).to_have_text("64")
    assert entries(page) == before
    expect(page.locator(".undo")).to_be_hidden()


def test_where_there_were_no_answers_there_is_nothing_to_put_back(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url(f"builder.html#{CODE}"))
    page.get_by_role("button", name="Use these answers").click()
    expect(page.locator("#result [data-out=score]")).to_have_text("20")
    expect(page.locator(".undo")).to_be_hidden()


def test_a_link_that_waits_for_an_answer_outlasts_a_reload(page: Page, mounted: Mounted) -> None:
    with without_python(page):
        page.goto(mounted.url(f"builder.html#{CODE}"))
        expect(page.locator(".shared-state")).to_be_visible()
    page.reload()
    expect(page.locator("#shared [data-text=card]")).to_contain_text("Thin spot: Weak ties")
    assert page.url == mounted.url("builder.html")


def test_make_your_own_leads_to_the_first_question_with_the_form_as_it_is(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("builder.html"))
    choose(page, "hosting", WORKED_EXAMPLE["hosting"])
    page.goto(mounted.url(f"builder.html#{CODE}"))
    page.get_by_role("button", name="Make your own").click()
    expect(page.locator("#shared")).to_be_hidden()
    first = page.locator("#builder fieldset").first
    expect(first.locator("input").first).to_be_focused()
    expect(first.locator("legend")).to_be_in_viewport()
    assert entries(page) == [["answers.hosting", "2"]]


def test_a_card_shows_its_words_and_what_to_do_and_no_more(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url(f"builder.html#{CODE}"))
    expect(page.locator("#shared button")).to_have_text(["Make your own", "Use these answers"])
    main, other = page.locator("#shared button").all()
    colors = [button.evaluate("button => getComputedStyle(button).backgroundColor") for button in (main, other)]
    assert colors[0] != colors[1] == "rgba(0, 0, 0, 0)"


ARRIVED = [
    f"?utm_source=chat&fbclid=IwAR0#{CODE}&fbclid=IwAR0_x-9",
    f"?utm_source=chat%23{CODE}",
    f"#%E2%80%9C{CODE[:5]}%20{CODE[5:].replace('j', '%6A')}%E2%80%9D).",
]
"""Links as they arrive: tracked twice, with an escaped "#", and broken, quoted and escaped within a sentence."""


@pytest.mark.parametrize("link", ARRIVED)
def test_a_link_that_a_messenger_changed_opens_and_the_address_is_clean(
    link: str, page: Page, mounted: Mounted
) -> None:
    page.goto(mounted.url(f"builder.html{link}"))
    expect(page.locator("#shared [data-text=card]")).to_contain_text("This week needs one warm weak tie.")
    assert page.url == mounted.url("builder.html")
    page.reload()
    page.wait_for_selector("html[data-python=ready]")
    expect(page.locator("#shared")).to_be_hidden()


def test_a_query_without_a_card_opens_none(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("builder.html?utm_source=chat#result"))
    page.wait_for_selector("html[data-python=ready]")
    expect(page.locator("#shared")).to_be_hidden()


def test_a_link_pasted_into_the_open_page_leaves_the_readers_own_answers(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    before = entries(page), kept(page)
    page.goto(mounted.url(f"builder.html#{CODE}"))
    expect(page.locator("#shared [data-text=card]")).to_contain_text("Thin spot: Weak ties")
    assert page.url == mounted.url("builder.html")
    assert (entries(page), kept(page)) == before
    assert out(page, "score") == "64"
    page.goto(mounted.url(f"builder.html#{CODE[:-1]}"))
    expect(page.locator(".shared-state")).to_contain_text("not whole")
    expect(page.locator("#shared .shared-card")).to_be_hidden()


BROKEN = {
    CODE[:-1]: "This link is not whole.",
    CODE[:-1] + "8": "One sign in this link is wrong",
    "<img src=x onerror=alert(1)>": "This link holds a sign that no link of this site has.",
    "%00%ff": "This link is not whole.",
    f"{CODE[:-1]}%C3%A9": "This link holds a sign that no link of this site has.",
    "2" * 100_000: "This link is not whole.",
}
"""What may stand after "#", and the first words about it."""


def test_a_broken_link_is_explained_and_changes_nothing(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("builder.html"))
    choose(page, "hosting", WORKED_EXAMPLE["hosting"])
    page.wait_for_selector("#result[data-state=partial]", state="attached")  # what is shown is kept as well
    before = kept(page)
    assert "builder-result" in before["session"]
    for code, words in BROKEN.items():
        page.goto(mounted.url(f"builder.html#{code}"))
        state = page.locator(".shared-state")
        expect(state).to_contain_text(words)
        expect(state).to_contain_text("Copy the whole link once more, or ask for a new one.")
        expect(page.locator("[role=status]")).to_contain_text(words)
        expect(page.locator("#shared button:visible")).to_have_count(0)
        assert page.url == mounted.url("builder.html")
    assert entries(page) == [["answers.hosting", "2"]]
    assert kept(page) == before


def test_a_place_on_the_page_is_no_code(page: Page, mounted: Mounted) -> None:
    page.goto(mounted.url("builder.html#result"))
    page.wait_for_selector("html[data-python=ready]")
    expect(page.locator("#shared")).to_be_hidden()
    assert page.url.endswith("#result")
    page.get_by_role("link", name="See your next move").first.click()
    expect(page.locator("#shared")).to_be_hidden()


def test_a_shared_link_shows_its_own_moves_and_tells_nothing_of_the_life_behind(
    page: Page, mounted: Mounted, browser: Browser
) -> None:
    complete(page, mounted, dict(WORKED_EXAMPLE), capacity="plenty")
    plain = title(page, "invitation").inner_text()
    tick(page, "contexts", "caring-for-someone")
    expect(title(page, "invitation")).not_to_have_text(plain)
    own = out(page, "card")
    address = link(page, mounted)
    elsewhere = browser.new_context(service_workers="block")
    other = elsewhere.new_page()
    open_builder(other, mounted)
    other.check('[name="capacity"][value="low"]')  # of the one who opens it
    other.goto(address)
    shown = other.locator("#shared [data-text=card]")
    expect(shown).to_be_visible()
    assert without_path(shown.inner_text()) == without_path(own)
    other.get_by_role("button", name="Use these answers").click()
    other.wait_for_selector("#result[data-state=complete]")
    assert {name.partition(".")[0] for name, _ in entries(other)} == {"answers"}
    assert len(entries(other)) == 10
    assert json.loads(kept(other)["session"]["builder"])["another"] == {}
    elsewhere.close()


def test_a_link_made_after_choosing_a_tie_shows_the_chosen_strand(
    page: Page, mounted: Mounted, browser: Browser
) -> None:
    complete(page, mounted, THREE_THIN)
    chosen = page.locator("#result [data-out=ties] button").last
    label = chosen.inner_text()
    chosen.click()
    expect(thin_spot(page)).to_have_text(label)
    own, address = out(page, "card"), link(page, mounted)
    elsewhere = browser.new_context(service_workers="block")
    other = elsewhere.new_page()
    other.goto(address)
    shown = other.locator("#shared [data-text=card]")
    expect(shown).to_contain_text(f"Thin spot: {label}\n", use_inner_text=True)
    moves = [line for line in own.split("\n") if line.startswith(("Invitation", "Contribution"))]
    assert set(moves) <= set(shown.inner_text().split("\n"))
    elsewhere.close()
