"""The Community Card as a picture: what is on it, and whether the score is."""

import re

from playwright.sync_api import Page, expect

from scoring import Catalogue
from scoring.model import STRAND_IDS
from site_builder.core.project import Project
from site_builder.graphics.card import FOOT
from tests.browser.cards import on_picture, saved, texts, without_address
from tests.browser.conftest import PHONE, WORKED_EXAMPLE, answer, choose, open_builder, out, with_both
from tests.browser.kept import kept
from tests.browser.long_cards import catalogue_cards, longest_cards
from tests.browser.mounted import Mounted
from tests.browser.story import card as card_text
from tests.browser.story import promise

pytestmark = with_both

SMALLEST = 11
"""Pixels on a phone."""
SCORE = "Connection score: 64 (Warming)"

DRAW = """
async ([script, views, smallest, foot]) => {
  const { drawCard } = await import(script);
  const picture = document.querySelector(".card-picture");
  const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
  const found = [];
  for (const view of views) {
    drawCard(picture, view);
    for (const slot of picture.querySelectorAll("[data-width]")) {
      const box = slot.getBBox();
      if (!slot.textContent || !slot.getClientRects().length) continue;
      const number = (name) => Number(slot.dataset[name] ?? 0);
      const size = Number(slot.getAttribute("font-size"));
      const bottom = (slot.getBoundingClientRect().bottom - picture.getBoundingClientRect().top) / scale;
      const faults = [
        box.x + box.width > Number(slot.getAttribute("x")) + number("width") + 1 && "too wide",
        slot.children.length > number("lines") && "too many lines",
        number("height") && slot.children.length * size * 1.1 > number("height") + 1 && "too high",
        size * scale < smallest && "too small",
        slot.closest("[data-after]") && bottom > foot && `in the foot: ${bottom}`,
      ];
      for (const fault of faults) if (fault) found.push(`${fault}: ${slot.textContent} (${size})`);
    }
  }
  return found;
}
"""


def test_the_picture_asks_for_one_thing_and_has_no_score(card: Page) -> None:
    move = card.locator("#result [data-out=invitation]")
    assert on_picture(card, "headline") == move.locator(".move-title").inner_text()
    assert on_picture(card, "say") == f"“{move.locator('[data-out=say]').inner_text()}”"
    assert on_picture(card, "line") == "This week needs one warm weak tie."
    assert on_picture(card, "day") == "This week"
    assert re.fullmatch(r"\d+ (\w+ )?to \d+ \w+", on_picture(card, "week"))
    for text in (*texts(saved(card, "svg")), *out(card, "card").split("\n")):
        assert not re.search("score|64|Warming", without_address(card, text))


def test_the_day_and_the_moment_stand_beside_the_box(card: Page) -> None:
    promise(card)
    card.fill("[name=when]", "it is noon")
    card.fill("[name=day]", card.evaluate("new Date(Date.now() + 864e5 * 3).toISOString().slice(0, 10)"))
    expect(card.locator(".card-picture [data-slot=moment]")).to_have_text("When it is noon")
    day = on_picture(card, "day")
    assert re.fullmatch(r"\w+day, \d+ \w+", day)
    expect(card_text(card)).to_contain_text(f"Day: {day}")
    card.fill("[name=day]", "2020-02-02")  # is over
    expect(card.locator(".card-picture [data-slot=day]")).to_have_text("This week")
    expect(card.locator("#errors")).to_be_empty()


def test_the_text_is_the_pictures_alternative_and_folded(card: Page) -> None:
    expect(card.locator("#card-text")).to_be_hidden()
    expect(card.get_by_role("img", name="Your Community Card")).to_have_accessible_description(
        re.compile("^Community Card This week needs one warm weak tie. Thin spot: Weak ties ")
    )


def test_the_score_is_on_the_card_for_those_who_want_it(card: Page) -> None:
    card.check("[name=card-score]")
    expect(card.locator(".card-picture [data-slot=score]")).to_have_text(SCORE)
    expect(card_text(card)).to_contain_text(SCORE)
    choose(card, "weak-ties", 2)
    card.reload()
    expect(card.locator("[name=card-score]")).to_be_checked()
    card.get_by_role("checkbox", name="Keep my answers on this device").check()
    assert kept(card)["local"]["builder-card-score"] == "1"
    card.get_by_role("checkbox", name="Keep nothing at all").last.check()
    assert "builder-card-score" not in str(kept(card))
    card.uncheck("[name=card-score]")
    card.check("[name=card-score]")
    assert "builder-card-score" not in str(kept(card))
    card.reload()
    expect(card.locator("[name=card-score]")).not_to_be_checked()


def test_erasing_takes_the_choice_of_the_score_too(card: Page) -> None:
    card.check("[name=card-score]")
    card.click("[data-do=erase]")
    card.locator("dialog").get_by_role("button", name="Erase everything").click()
    expect(card.locator("[name=card-score]")).not_to_be_checked()
    assert "card-score" not in str(kept(card))


def test_the_picture_has_a_map_of_its_own(card: Page) -> None:
    ids = card.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert {"house-0", "card-house-0"} <= set(ids)
    assert len(ids) == len(set(ids))
    lanes = card.locator(".card-picture [data-strand]")
    found = lanes.evaluate_all("(all) => all.map((one) => [one.dataset.strand, Number(one.dataset.value)])")
    assert dict(found) == WORKED_EXAMPLE
    assert card.locator(".card-picture [data-thin]").get_attribute("data-strand") == "weak-ties"


def test_where_it_does_not_the_card_is_copied(card: Page) -> None:
    assert card.locator(".card-actions button:visible").all_inner_texts() == ["Copy as text", "Save picture", "Print"]


def test_a_full_map_has_a_card_without_a_move(page: Page, mounted: Mounted) -> None:
    open_builder(page, mounted)
    answer(page, dict.fromkeys(WORKED_EXAMPLE, 4))
    page.wait_for_selector("#result[data-state=complete]")
    svg = saved(page, "svg")
    _, headline, *others = [text for text in texts(svg) if text]
    assert headline.startswith("Keep ")
    assert len(others) == 2  # name and address of the site
    drawing = svg.partition(b"</style>")[2]
    assert b"stroke-dasharray" not in drawing
    assert b'width="36"' not in drawing  # no box to tick


def test_where_the_reader_wants_words_the_band_stands_for_the_score(card: Page) -> None:
    card.check("[name=card-score]")
    card.check("[name=hide-numbers]")
    expect(card.locator(".card-picture [data-slot=score]")).to_have_text("Connection: Warming")
    assert "64" not in without_address(card, "".join(texts(saved(card, "svg"))))


def test_all_texts_fit_and_can_be_read_on_a_phone(
    card: Page, mounted: Mounted, project: Project, catalogue: Catalogue
) -> None:
    card.set_viewport_size(PHONE)
    ring = [{"id": strand, "value": 2, "thin": False} for strand in STRAND_IDS]
    sets = [(list(catalogue_cards(catalogue)), SMALLEST), (list(longest_cards()), 1)]
    assert len(sets[0][0]) >= 60
    script = mounted.add_script(project, "card/card-picture.js")
    for cards, smallest in sets:
        views = [{"card_parts": one, "ring": ring} for one in cards]
        assert card.evaluate(DRAW, [script, views, smallest, FOOT]) == []
