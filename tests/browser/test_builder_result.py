"""What the result says, and what a reader can try out in it."""

import json
import re
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from scoring.model import STRAND_IDS
from tests.browser.conftest import WORKED_EXAMPLE, answer, choose, fill_in_worked_example, open_builder, out
from tests.browser.kept import kept
from tests.browser.mounted import Mounted

LEAST, MOST = 0, 4


def answer_all(page: Page, value: int | str) -> None:
    answer(page, dict.fromkeys(STRAND_IDS, value))


def point(page: Page, label: str) -> Locator:
    """A strand's row in the table of points."""
    return page.locator("[data-out=points] tbody tr").filter(
        has=page.get_by_role("rowheader", name=label, exact=True)
    )


def checked(page: Page) -> list[str]:
    return page.evaluate("() => [...new FormData(document.querySelector('#builder'))].map(String)")


def test_plus_and_minus_show_the_score_that_another_answer_would_give(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.get_by_text("How each point is counted", exact=True).click()
    before = checked(page), kept(page)
    said = point(page, "Weak ties").locator(".tried")
    scores = {}
    page.get_by_role("button", name="One step fewer: Weak ties").click()
    scores[0] = score_in(said)
    for value in (1, 2, 3, 4):
        page.get_by_role("button", name="One step more: Weak ties").click()
        scores[value] = score_in(said)
    page.get_by_role("button", name="One step more: Weak ties").click()
    assert score_in(said) == scores[MOST]
    expect(page.locator("[role=status]")).to_have_text(said.inner_text())
    assert out(page, "score") == "64" == scores[1]
    assert (checked(page), kept(page)) == before
    for value, score in scores.items():
        choose(page, "weak-ties", value)
        expect(page.locator("#result [data-out=score]")).to_have_text(score)
        expect(said).to_be_empty()


def score_in(said: Locator) -> str:
    return re.search(r"the score would be (\d+)\.$", said.inner_text())[1]


def test_a_question_left_out_can_be_tried_too(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    choose(page, "repair", "skip")
    page.get_by_text("How each point is counted", exact=True).click()
    expect(point(page, "Repair")).to_contain_text("not counted")
    page.get_by_role("button", name="One step more: Repair").click()
    lowest = score_in(point(page, "Repair").locator(".tried"))
    choose(page, "repair", LEAST)
    expect(page.locator("#result [data-out=score]")).to_have_text(lowest)


@pytest.mark.parametrize("kind", ["invitation", "contribution"])
def test_another_idea_steps_through_all_and_comes_round(kind: str, page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    choose(page, "hosting", 0)
    expect(page.locator("#result [data-out=thin-spot]")).to_have_text("Invitations")
    move = page.locator(f"#result [data-out={kind}]")
    idea, title = move.locator(".another .small"), move.locator(".move-title")
    other = page.locator(f"#result [data-out={'contribution' if kind == 'invitation' else 'invitation'}] .move-title")
    other_title = other.inner_text()
    count = int(idea.inner_text().split()[-1])
    assert count > 1
    titles = [title.inner_text()]
    for number in range(2, count + 1):
        move.get_by_role("button", name="Another idea").click()
        expect(idea).to_have_text(f"Idea {number} of {count}")
        titles.append(title.inner_text())
    expect(page.locator("[role=status]")).to_have_text(f"Idea {count} of {count}. {titles[-1]}")
    assert len(set(titles)) == count
    move.get_by_role("button", name="Another idea").click()
    expect(idea).to_have_text(f"Idea 1 of {count}")
    assert title.inner_text() == titles[0]
    assert other.inner_text() == other_title


def test_a_change_of_answers_starts_the_ideas_anew(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    fill_in_worked_example(page)
    choose(page, "hosting", 0)
    idea = page.locator("#result [data-out=invitation] .another .small")
    page.locator("#result [data-out=invitation]").locator("[data-do=another]").click()
    expect(idea).to_contain_text("Idea 2 of ")
    choose(page, "belonging", 4)
    expect(idea).to_contain_text("Idea 1 of ")
    assert json.loads(kept(page)["session"]["builder"])["another"] == {}


def test_the_map_and_its_list_follow_every_answer(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    page.get_by_text("The map as a list").click()
    rows = page.locator(".map-list li")
    given = list(WORKED_EXAMPLE.items())
    for number, (strand, value) in enumerate(given[:-1], 1):
        choose(page, strand, value)
        expect(page.locator(".map-list p")).to_have_text(f"Ten strands around you. Counted so far: {number}.")
        assert drawn(page) == dict(given[:number])
        anchor = page.locator(f"label:has([name='answers.{strand}'][value='{value}'])").inner_text()
        expect(rows.nth(STRAND_IDS.index(strand))).to_contain_text(anchor.strip())
    expect(page.locator(".live .village [data-thin]")).to_have_count(0)
    choose(page, *given[-1])
    expect(page.locator(".live .village [data-thin]")).to_have_attribute("data-strand", "weak-ties")
    expect(page.locator(".map-list p")).to_have_text("Ten strands around you. The thin spot is Weak ties.")
    expect(rows.filter(has=page.locator("strong:visible"))).to_contain_text(["Weak ties"])
    choose(page, "weak-ties", "skip")
    expect(rows.nth(1)).to_have_text("Weak ties: not counted Thin spot", use_inner_text=False)
    assert "weak-ties" not in drawn(page)
    expect(page.locator(".live .village [data-thin]")).to_have_attribute("data-strand", re.compile("hosting|repair"))
    expect(rows.filter(has=page.locator("strong:visible"))).to_contain_text([re.compile("Invitations|Repair")])


def drawn(page: Page) -> dict[str, int]:
    lanes = page.locator(".live .village [data-value]").evaluate_all(
        "lanes => lanes.map(lane => [lane.dataset.strand, lane.dataset.value])"
    )
    return {strand: int(value) for strand, value in lanes}


def test_a_low_score_brings_calm_words_and_a_way_to_help(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    answer_all(page, LEAST)
    expect(page.locator("#result [data-out=score]")).to_have_text("0")
    expect(page.locator(".calm")).to_be_visible()
    expect(page.locator(".calm").get_by_role("link", name="Where to find help")).to_be_visible()
    expect(page.locator("#result [data-out=invitation] .move-title")).not_to_be_empty()
    answer_all(page, 2)
    expect(page.locator("#result [data-out=score]")).to_have_text("50")
    expect(page.locator(".calm")).to_be_hidden()


def test_a_full_map_has_no_thin_spot_and_nothing_to_do(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    answer_all(page, MOST)
    expect(page.locator("#result [data-out=score]")).to_have_text("100")
    for hidden in ("thin-spot", "invitation", "contribution", "protocol"):
        expect(page.locator(f"#result [data-out={hidden}]")).to_be_hidden()
    expect(page.locator(".live .village [data-thin]")).to_have_count(0)
    shown = page.locator("#result :is(h3, summary):visible").all_inner_texts()
    assert shown[0] == "Your Community Card"
    assert shown[-2:] == ["Recommended path", "How each point is counted"]
    page.get_by_text("Put it in a calendar").click()
    expect(page.get_by_role("checkbox", name="The move of this week")).to_be_disabled()
    choose(page, "repair", 3)
    expect(page.get_by_role("checkbox", name="The move of this week")).to_be_enabled()


def test_all_not_sure_gives_no_score_and_says_so(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    answer_all(page, "skip")
    sentence = page.locator("#result .sentence")
    expect(sentence).not_to_contain_text("Answer the first question")
    expect(page.locator("#result")).to_have_attribute("data-state", "empty")
    expect(page.locator("#result [data-out=score]")).to_be_hidden()
    assert page.locator("#result h3:visible").count() == 0
    choose(page, "repair", 2)
    expect(page.locator("#result")).to_have_attribute("data-state", "complete")
    expect(page.locator("#result [data-out=thin-spot]")).to_have_text("Repair")


def test_whom_to_leave_out_is_told_before_the_first_question(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    expect(page.locator(".care")).to_contain_text("Leave out whoever frightens you")
    place = "() => document.querySelector('.care').compareDocumentPosition(document.querySelector('#builder'))"
    assert page.evaluate(place) == 4  # the form follows
    page.locator(".care").get_by_role("link").click()
    expect(page).to_have_url(mounted.url("safety.html"))


def test_the_range_never_widens_in_any_order(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    widths = []
    for strand in reversed(STRAND_IDS):
        choose(page, strand, len(widths) % 5)
        if len(widths) == 9:
            page.wait_for_selector("#result[data-state=complete]")
            expect(page.locator("#result [data-out=range]")).to_be_hidden()
            shown = page.locator("#result [data-out=score]")
        else:
            expect(page.locator("#result .sentence")).to_contain_text(str(len(widths) + 1))
            shown = page.locator(".live [data-text=range]")
        ends = [int(number) for number in re.findall(r"\d+", shown.inner_text())]
        widths.append(max(ends) - min(ends))
    assert all(before >= after for before, after in pairwise(widths))
    assert widths[-1] == 0 < widths[0]
