"""What a reader says of their week beside the ten answers, and what becomes of it."""

import re
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Page, expect

from scoring.model import STRAND_IDS
from tests.browser.conftest import WORKED_EXAMPLE, answer, choose, open_builder, out
from tests.browser.hearing import Listener
from tests.browser.kept import kept
from tests.browser.mounted import Mounted
from tests.browser.story import THREE_THIN, TOO_MUCH, card, complete, entries, thin_spot, tick, title

LABELS = {"Weak ties": "weak-ties", "Invitations": "hosting", "Groups": "groups"}
ONE_MORE_CHANGE = """async () => {
    while (document.querySelector("[data-second=too-much]").hidden) await new Promise(requestAnimationFrame);
    document.querySelector("[name=capacity][value=some]").click();
}"""
"""At once after the question appeared, within the second in which it waits to be told."""


def test_another_strand_that_is_just_as_thin_can_be_chosen(page: Page, mounted: Mounted) -> None:
    complete(page, mounted, THREE_THIN)
    ties = page.locator("#result [data-out=ties] button[data-do=choose-thin]")
    before, first = out(page, "thin-spot"), title(page, "invitation").inner_text()
    offered = ties.all_inner_texts()
    assert {before, *offered} == set(LABELS)
    assert len(offered) == 2
    form, storage = entries(page), kept(page)["session"]["builder"]
    for label in offered:
        ties.get_by_text(label).press("Enter")
        expect(thin_spot(page)).to_have_text(label)
        expect(title(page, "invitation")).to_be_focused()
        expect(page.locator("[role=status]")).to_contain_text(f"Thin spot: {label}.")
        expect(page.locator(".live .village [data-thin]")).to_have_attribute("data-strand", LABELS[label])
        expect(card(page)).to_contain_text(f"Thin spot: {label}")
        assert set(ties.all_inner_texts()) == set(LABELS) - {label}
        assert title(page, "invitation").inner_text() != first
    assert (entries(page), kept(page)["session"]["builder"]) == (form, storage)
    choose(page, "friendship", 4)  # a change of the form starts anew
    expect(thin_spot(page)).to_have_text(before)


def test_without_a_tie_there_is_nothing_to_choose(page: Page, mounted: Mounted) -> None:
    complete(page, mounted, dict(WORKED_EXAMPLE))
    expect(page.locator(".ties")).to_be_hidden()


def test_a_wish_breaks_a_tie_and_more_than_two_wait(page: Page, mounted: Mounted) -> None:
    complete(page, mounted, THREE_THIN)
    before = out(page, "thin-spot")
    wish = next(label for label in LABELS if label != before)
    tick(page, "wishes", LABELS[wish])
    expect(thin_spot(page)).to_have_text(wish)
    tick(page, "wishes", "repair")
    expect(thin_spot(page)).to_have_text(wish)
    note = page.locator("#result .note", has_text="that you would like more of")
    expect(note).to_have_count(0)
    tick(page, "wishes", "belonging")
    expect(note).to_contain_text("You ticked 3")
    expect(thin_spot(page)).to_have_text(before)
    page.uncheck('[name="wishes"][value="belonging"]')
    expect(thin_spot(page)).to_have_text(wish)
    expect(note).to_have_count(0)


def test_weeks_that_were_not_ordinary_change_words_and_no_number(page: Page, mounted: Mounted) -> None:
    complete(page, mounted, dict(WORKED_EXAMPLE))
    tick(page, "ordinary", "no")
    expect(page.locator("#result .note")).to_contain_text(["no ordinary two weeks"])
    assert out(page, "score") == "64"


def test_a_second_question_is_told_once_and_changes_the_suggestion(page: Page, mounted: Mounted) -> None:
    listener = Listener(page)
    open_builder(page, mounted)
    question = page.locator("[data-second=too-much]")
    answer(page, {strand: value for strand, value in WORKED_EXAMPLE.items() if strand != "digital-community"})
    page.wait_for_selector("#result[data-state=partial]")
    expect(page.locator("[data-second]:visible")).to_have_count(0)
    last = page.locator('[name="answers.digital-community"][value="3"]')
    last.press("Space")
    page.evaluate(ONE_MORE_CHANGE)
    expect(question).to_be_visible()
    expect(last).to_be_focused()
    words = question.locator("legend").evaluate("legend => legend.lastChild.textContent.trim()")
    expect(page.locator("[role=status]")).to_contain_text(words)
    expect(title(page, "contribution")).to_be_visible()
    yes = question.locator("[value=yes]")
    yes.press("Space")
    expect(title(page, "contribution")).to_be_hidden()
    expect(yes).to_be_focused()
    expect(card(page)).not_to_contain_text("Contribution:")
    expect(page.locator("[role=status]")).not_to_contain_text(words)
    assert sum(words in text for text in listener.heard) == 1
    assert page.locator("#second[aria-live], #second [aria-live]").count() == 0


def test_the_answer_to_a_second_question_stays_after_a_reload(page: Page, mounted: Mounted) -> None:
    complete(page, mounted, dict(WORKED_EXAMPLE))
    page.get_by_role("checkbox", name="Keep my answers on this device").check()
    tick(page, TOO_MUCH, "yes")
    expect(title(page, "contribution")).to_be_hidden()
    page.reload()
    page.wait_for_selector("html[data-python=ready]")
    expect(page.locator("[data-second=too-much] [value=yes]")).to_be_checked()
    expect(page.locator("[data-second=too-much]")).to_be_visible()
    expect(title(page, "invitation")).to_be_visible()
    expect(title(page, "contribution")).to_be_hidden()
    tick(page, TOO_MUCH, "no")
    expect(title(page, "contribution")).to_be_visible()


def test_an_answer_that_can_no_longer_be_seen_leaves_nothing_out(page: Page, mounted: Mounted) -> None:
    complete(page, mounted, dict(WORKED_EXAMPLE))
    tick(page, TOO_MUCH, "yes")
    expect(title(page, "contribution")).to_be_hidden()
    choose(page, "contribution", 2)
    expect(page.locator("[data-second=too-much]")).to_be_hidden()
    expect(title(page, "contribution")).to_be_visible()


def test_a_week_without_room_is_a_rest(page: Page, mounted: Mounted, tmp_path: Path) -> None:
    complete(page, mounted, dict(WORKED_EXAMPLE), capacity="none")
    move = page.locator("#result [data-out=invitation]")
    expect(move.locator("h3")).to_contain_text("For a week without room")
    expect(page.locator("#result [data-out=contribution]")).to_be_hidden()
    expect(page.locator("[data-second]:visible")).to_have_count(0)
    assert out(page, "score") == "64"
    first = title(page, "invitation").inner_text()
    assert f"This week: {first}" in out(page, "card").split("\n")
    for line in ("Invitation:", "Contribution:", "Protocol:"):
        expect(card(page)).not_to_contain_text(line)
    for said, shown in (("say", ".say"), ("easy-no", "p:has([data-out=easy-no])")):
        words = move.locator(f"[data-out={said}]").text_content()
        assert move.locator(shown).is_visible() == bool(words)

    move.get_by_role("button", name="Another idea").click()
    expect(title(page, "invitation")).not_to_have_text(first)
    expect(page.locator("#result [data-out=contribution]")).to_be_hidden()
    page.get_by_text("Put it in a calendar").click()
    page.check("[name=move]")
    page.check("[name=name-the-move]")
    with page.expect_download() as waiting:
        page.click("[data-do=save-ics]")
    waiting.value.save_as(tmp_path / "saved.ics")
    events = Calendar.from_ical((tmp_path / "saved.ics").read_bytes()).events
    assert [event.get("DESCRIPTION") for event in events] == [None, title(page, "invitation").inner_text()]
    with page.expect_download() as waiting:
        page.locator("[data-do=save-svg]").dispatch_event("click")
    drawn = Path(waiting.value.path()).read_text("utf-8")
    assert f"<title>{title(page, 'invitation').inner_text()}</title>" in drawn


def test_with_fewer_than_six_answers_there_is_a_range_and_a_first_idea(page: Page, mounted: Mounted) -> None:
    given = dict(list(WORKED_EXAMPLE.items())[:5])
    complete(page, mounted, {**dict.fromkeys(STRAND_IDS, "skip"), **given})
    expect(page.locator("#result .sentence")).to_contain_text("5 of 10 can be counted so far. A score needs 6")
    expect(page.locator("#result [data-out=score]")).to_be_empty()
    expect(page.locator("#result .score")).to_be_hidden()
    for name in ("score", "band"):
        expect(page.locator(f".live .live-{name}")).to_be_hidden()
    expect(page.locator(".live .live-range")).to_be_visible()
    assert re.fullmatch(r"between \d+ and \d+", out(page, "range"))
    assert out(page, "thin-spot") == "Weak ties"
    expect(title(page, "invitation")).to_be_visible()
    expect(page.locator(".live-link")).to_be_visible()
    expect(card(page)).not_to_contain_text("Connection")
    page.get_by_text("How each point is counted", exact=True).click()
    # A sixth answer would give a score; another one of the five would not.
    expect(page.get_by_role("button", name="One step more: Weak ties")).to_be_hidden()
    page.get_by_role("button", name="One step more: Contribution").click()
    expect(page.locator(".tried").nth(STRAND_IDS.index("contribution"))).to_contain_text("the score would be")
    choose(page, "contribution", 3)
    expect(page.locator("#result [data-out=score]")).to_have_text(re.compile(r"^\d+$"))
    expect(page.locator(".live .live-range")).to_be_hidden()
    page.check("[name=card-score]")
    expect(card(page)).to_contain_text(re.compile(r"Connection score: \d+\+ "))


def test_what_is_not_sure_makes_the_score_what_is_sure(page: Page, mounted: Mounted) -> None:
    complete(page, mounted, {**WORKED_EXAMPLE, "belonging": "skip", "groups": "skip"})
    score = out(page, "score")
    assert out(page, "range").startswith(f"between {score} and ")
    page.check("[name=card-score]")
    expect(card(page)).to_contain_text(f"Connection score: {score}+ (")
    expect(page.locator("[role=status]")).to_contain_text(f"at least {score}")


def test_what_has_nothing_to_count_is_set_aside(page: Page, mounted: Mounted) -> None:
    aside = ("repair", "digital-community")
    complete(page, mounted, {**WORKED_EXAMPLE, **dict.fromkeys(aside, "none")})
    score = out(page, "score")
    expect(page.locator("#result [data-out=range]")).to_be_hidden()
    page.check("[name=card-score]")
    expect(card(page)).to_contain_text(f"Connection score: {score} (")
    for strand in aside:
        expect(page.locator(f".live .village [data-strand={strand}]:not([data-value])")).to_be_attached()
        chosen = page.locator(f'label:has([name="answers.{strand}"][value=none])').inner_text()
        expect(page.locator(".map-list li").nth(STRAND_IDS.index(strand))).to_contain_text(chosen)
        row = page.locator("[data-out=points] tbody tr").nth(STRAND_IDS.index(strand))
        expect(row.locator("td").first).to_have_text(chosen, use_inner_text=False)
    assert page.locator(".live .village [data-value]").count() == 8
    for strand in aside:
        choose(page, strand, "skip")
    expect(page.locator("#result [data-out=score]")).not_to_have_text(score)
    expect(page.locator("#result .note", has_text="“not sure”")).to_contain_text("2 of 10")
