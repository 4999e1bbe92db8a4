"""The ledger in the two other engines: people added, touched, moved; a week written, removed and brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.engines import ENGINES, new_window
from tests.browser.mounted import Mounted
from tests.browser.window import Window

ABOUT = "document.querySelector('#entries .about')?.innerText.split(' · ').slice(1).join(', ')"

ROWS = "[...document.querySelectorAll('.rows [data-text=text]')].map((one) => one.textContent)"
CARD = "document.querySelector('.card-picture').textContent.includes('minutes.')"


@pytest.fixture(params=ENGINES.values(), ids=ENGINES)
def window(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Window]:
    """A window that knows nothing yet."""
    with new_window(request.param, tmp_path) as window:
        yield window


def test_somebody_is_added_touched_moved_and_kept(window: Window, mounted: Mounted) -> None:
    window.open(mounted.url("people.html"))
    window.wait_to_see("#entry")
    window.value("document.querySelector('#entry [name=name]').value = 'Jo'")
    window.click("#entry [name=ring][value=warm]")
    window.click("#entry .buttons .button")
    window.wait(ABOUT, "warm, last contact not noted")
    window.wait("document.activeElement.name", "name")
    window.click("#entries [data-do=in-touch]")
    window.wait(ABOUT, "warm, in touch today")
    window.click("#entries .row-edit > summary")
    window.wait_to_see("#changing")
    window.click("#changing [data-do=closer]")
    window.wait(ABOUT, "close, in touch today")
    window.wait("document.querySelectorAll('#rings a').length", 1)
    window.reload()
    window.wait(ABOUT, "close, in touch today")
    window.wait_to_see("#rings a")


def test_a_week_is_written_kept_removed_and_brought_back(window: Window, mounted: Mounted) -> None:
    window.open(mounted.url("ledger.html"))
    window.wait_to_see(".ledger[data-shown] .unwritten [data-do=write-week]")
    window.click(".unwritten [data-do=write-week]")
    window.wait("document.activeElement.closest('[data-part]')?.dataset.part", "1")
    window.value("document.querySelector('[name=line]').value = 'R., it has been five weeks'")
    window.click("[data-do=continue]")
    window.click("[name=invitation][value=own]")
    window.wait_to_see("[data-for='invitation=own'] input")
    window.value("document.querySelector('[data-for=\"invitation=own\"] input').value = 'Ask R. for ten minutes.'")
    window.click("[data-do=continue]")
    window.click("[name=contribution][value=none]")
    window.click("[data-do=continue]")
    window.wait("document.activeElement.id", "written")
    window.wait(ROWS, ["R., it has been five weeks. Ask R. for ten minutes."])
    window.wait(CARD, True)
    window.reload()
    window.wait_to_see("#written")
    window.wait(ROWS, ["R., it has been five weeks. Ask R. for ten minutes."])
    window.click(".rows .row-edit > summary")
    window.click(".rows [data-do=remove]")
    window.wait(ROWS, [])
    window.click("#ledger .undo [data-do=undo]")
    window.wait(ROWS, ["R., it has been five weeks. Ask R. for ten minutes."])
    window.wait_to_see("#written")
