"""The people in the two other engines: added, touched, moved, and there again after a reload."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.browser.mounted import Mounted
from tests.browser.test_engines import ENGINES, Engine
from tests.browser.window import Lack, Window

ABOUT = "document.querySelector('#entries .about')?.innerText.split(' · ').slice(1).join(', ')"


@pytest.fixture(params=ENGINES.values(), ids=ENGINES)
def window(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Window]:
    """A window that knows nothing yet."""
    start: Callable[[Path, Lack], AbstractContextManager[Engine]] = request.param
    with start(tmp_path, "") as engine:
        yield engine.window()


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
