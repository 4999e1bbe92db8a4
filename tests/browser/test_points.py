"""The table of points: every part of a row in sight, buttons a thumb can hit, and no column that says nothing."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import fill_in_worked_example, open_builder, see_result
from tests.browser.mounted import Mounted

THUMB = 44
"""Pixels that a button is high and wide."""


@pytest.fixture
def table(page: Page, mounted: Mounted) -> Page:
    """The builder with the table of the worked example open."""
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.eval_on_selector("details.points", "details => { details.open = true; }")
    return page


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_rows_are_in_sight_and_buttons_large(table: Page, width: int) -> None:
    table.set_viewport_size({"width": width, "height": 844})
    see_result(table)
    shown = table.locator("details.points").bounding_box()
    boxes = [button.bounding_box() for button in table.locator(".points [data-step]").all()]
    assert len(boxes) == 20
    for box in boxes:
        assert (box["width"], box["height"]) >= (THUMB, THUMB)
        assert shown["x"] <= box["x"]
        assert box["x"] + box["width"] <= shown["x"] + shown["width"] + 1


@pytest.mark.parametrize("width", [390, 1440])
def test_points_stand_on_one_line(table: Page, width: int) -> None:
    table.set_viewport_size({"width": width, "height": 844})
    see_result(table)
    cell = table.locator(".points tbody td:nth-child(3)").first
    assert "points" in cell.inner_text()
    assert cell.evaluate("cell => { const all = new Range(); all.selectNodeContents(cell); return [...new Set("
                         "[...all.getClientRects()].map(line => line.top))].length; }") == 1  # fmt: skip


def test_in_words_no_column_says_the_same_all_down(table: Page) -> None:
    expect(table.locator(".points tbody td:nth-child(3)").first).to_be_visible()
    table.check("[name=hide-numbers]")
    expect(table.locator(".points tbody td:nth-child(3)").first).to_be_hidden()
    expect(table.locator(".points thead th:nth-child(3)")).to_be_hidden()
    expect(table.locator(".points tbody td:nth-child(4)").first).to_be_visible()
