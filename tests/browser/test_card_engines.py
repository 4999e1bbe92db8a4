"""The saved picture of the card in the two other engines: it holds what was drawn, or is not saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.graphics.card import HEIGHT, MARGIN_RULES, WIDTH
from tests.browser.engines import ENGINES, new_window
from tests.browser.firefox import firefox
from tests.browser.mounted import Mounted
from tests.browser.window import Window

CATCH = """(() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    globalThis.caught = file;
    createImageBitmap(file).then((picture) => { globalThis.picture = picture; });
    return make.call(URL, file);
  };
})()"""
"""Look at the file that is saved."""

PIXELS = f"""(() => {{
  const canvas = Object.assign(document.createElement("canvas"), {{ width: picture.width, height: picture.height }});
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const at = (x, y) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
  const wide = {WIDTH - 140};
  const row = context.getImageData(140, 120, wide, 74).data;
  let end = 0;
  for (let place = 0; place < row.length; place += 4) if (row[place] < 80) end = Math.max(end, place / 4 % wide);
  const line = document.querySelector(".card-picture [data-slot=headline] tspan");
  const [paper, margin] = [at(2, 2), at({MARGIN_RULES[0]}, 40)];
  return [picture.width, picture.height, paper, margin[1] - margin[0], 140 + end - Number(line.getAttribute("x"))
    - line.getComputedTextLength()];
}})()"""
"""Size, color of the paper, how green the margin's rule is, and how far the headline ends from where it should."""


@pytest.fixture(params=ENGINES.values(), ids=ENGINES)
def window(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Window]:
    """A window that knows nothing yet."""
    with new_window(request.param, tmp_path) as window:
        yield window


def save(window: Window, mounted: Mounted) -> None:
    """Save the picture of the worked example."""
    window.open(mounted.url("builder.html"))
    window.wait("document.documentElement.dataset.python", "ready")
    window.fill_in_worked_example()
    window.wait("Boolean(document.querySelector('.card-picture [data-thin]'))")
    window.value(CATCH)
    window.click("[data-do=save-png]")
    window.wait_to_see(".card-actions .done")


def test_the_saved_picture_holds_what_was_drawn(window: Window, mounted: Mounted) -> None:
    save(window, mounted)
    assert window.text(".card-actions .done").startswith("Saved as weekly-review-")
    window.wait("Boolean(globalThis.picture)")
    width, height, paper, green, off = window.value(PIXELS)
    assert (width, height) == (WIDTH, HEIGHT)
    assert all(abs(found - wanted) <= 8 for found, wanted in zip(paper, (253, 250, 242), strict=True))
    assert green > 10
    assert abs(off) < 30, off  # with another face it is more


def test_where_firefox_hides_canvases_no_picture_is_saved(mounted: Mounted, tmp_path: Path) -> None:
    with firefox(tmp_path, "canvas reads") as engine:
        window = engine.window()
        save(window, mounted)
        assert "does not let the page make the picture" in window.text(".card-actions .done")
        assert window.value("globalThis.caught === undefined")
