"""What goes no further than this visit: the reader's own words; answers and numbers that nobody is to see."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import WORKED_EXAMPLE, choose, fill_in_worked_example, out
from tests.browser.hearing import Listener
from tests.browser.kept import kept
from tests.browser.mounted import Mounted
from tests.browser.story import TOO_MUCH, card, complete, entries, link, promise, tick, title

EVER_KEPT = """
    globalThis.everKept = new Set();
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
        everKept.add(`${key}: ${text}`);
        setItem.call(this, key, text);
    };
"""


def test_the_readers_own_moment_is_on_the_card_and_kept_nowhere(page: Page, mounted: Mounted) -> None:
    listener = Listener(page)
    page.add_init_script(EVER_KEPT)
    complete(page, mounted, dict(WORKED_EXAMPLE))
    page.get_by_role("checkbox", name="Keep my answers on this device").check()
    expect(page.locator("[role=status]")).to_contain_text("64 of 100")
    promise(page)
    shared, heard, before = link(page, mounted), len(listener.heard), out(page, "card")
    assert "the moment that you choose" in out(page, "plan")
    # A space that does not break, and a sign that nobody sees, are no fault of the reader.
    page.locator("[name=when]").press_sequentially(" it is\u00a0canary-noon\u200b")
    page.locator("[name=where]").press_sequentially("by the canary-oak")
    then = title(page, "invitation").inner_text().removesuffix(".")
    plan = f"When it is canary-noon, by the canary-oak, {then[0].lower()}{then[1:]}."
    expect(page.locator("#result [data-out=plan]")).to_have_text(plan)
    expect(card(page)).to_contain_text(f"Protocol: {plan}")
    expect(page.locator("#errors")).to_be_empty()
    expect(page.locator("[name=where]")).to_be_focused()
    expect(page.locator(".card-picture [data-slot=moment]")).to_contain_text("canary-oak")
    page.wait_for_timeout(1200)  # what is announced waits a second
    assert listener.heard[heard:] in ([], ["Link copied."])  # the result sounds as before: nobody hears it again
    assert link(page, mounted) == shared

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save my answers as a file").click()
    assert "canary" not in Path(waiting.value.path()).read_text("utf-8")
    assert page.evaluate("() => everKept.size") > 2
    assert "canary" not in str(page.evaluate("() => [...everKept]"))
    assert "canary" not in str([kept(page), page.url, page.evaluate("() => history.state")])
    page.reload()
    page.wait_for_selector("html[data-python=ready]")
    expect(page.locator("#result")).to_have_attribute("data-state", "complete")
    assert out(page, "card") == before
    for name in ("when", "where"):
        expect(page.locator(f"[name={name}]")).to_have_value("")


def test_what_was_just_written_is_on_the_card_that_is_copied(page: Page, mounted: Mounted) -> None:
    complete(page, mounted, dict(WORKED_EXAMPLE))
    promise(page)
    page.clock.install()  # the pause between letters never ends
    page.locator("[name=where]").press_sequentially("by the oak")
    page.keyboard.press("Tab")
    expect(card(page)).to_contain_text("by the oak")


def test_starting_over_takes_the_readers_own_words_away(page: Page, mounted: Mounted) -> None:
    complete(page, mounted, dict(WORKED_EXAMPLE))
    promise(page)
    page.locator("[name=when]").fill("it is noon")
    expect(card(page)).to_contain_text("it is noon")
    page.click("[data-do=start-over]")
    page.wait_for_selector("#result[data-state=empty]")
    fill_in_worked_example(page)
    expect(page.locator("[name=when]")).to_have_value("")
    expect(card(page)).not_to_contain_text("it is noon")


def test_what_is_to_be_kept_nowhere_from_the_first_question_on_is_not(page: Page, mounted: Mounted) -> None:
    page.add_init_script(EVER_KEPT)
    page.goto(mounted.url("builder.html"))
    page.locator(".beforehand").get_by_role("checkbox", name="Keep nothing at all").check()
    page.wait_for_selector("html[data-python=ready]")
    fill_in_worked_example(page)
    tick(page, TOO_MUCH, "no")
    page.click("#result [data-do=another]")
    expect(page.locator("#result")).to_contain_text("Idea 2 of ")
    assert kept(page) == {"local": {}, "session": {"memory-only": "1"}}
    assert page.evaluate("() => [...everKept]") == ["memory-only /: 1"]
    page.reload()
    assert entries(page) == []


def test_numbers_can_be_off_before_the_first_of_them(page: Page, mounted: Mounted) -> None:
    listener = Listener(page)
    page.goto(mounted.url("builder.html"))
    page.get_by_role("checkbox", name="Words instead of numbers").check()
    page.wait_for_selector("html[data-python=ready]")
    for number, (strand, value) in enumerate(WORKED_EXAMPLE.items(), 1):
        choose(page, strand, value)
        if number < 10:
            expect(page.locator("#result .sentence")).to_contain_text(f"{number} of 10")
            assert not re.search(r"\d", page.locator(".live-line").inner_text() + out(page, "range"))
    page.wait_for_selector("#result[data-state=complete]")
    expect(page.locator("#result [data-out=band]")).to_have_text("Warming")
    expect(page.locator(".live-link")).to_be_visible()
    numbers = page.locator("#result [data-out=score], .live .live-score, .live .live-range")
    expect(numbers).to_have_count(3)
    for number in numbers.all():
        expect(number).to_be_hidden()
    shown = page.locator(".live-line, #result .sentence, #result .in-short, #result .after, #result [data-out=card]")
    own_address = mounted.url("")
    assert not re.search(r"\d", "".join(shown.all_inner_texts()).replace(own_address, ""))
    expect(page.locator("[role=status]")).to_contain_text("Thin spot: Weak ties.")
    assert not re.search(r"\d", re.sub(r"\d+ of 10 questions", "", "".join(listener.heard)))
