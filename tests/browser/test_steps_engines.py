"""The builder a question at a time in the two other engines: answered, gone back from, loaded again, and agreed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import WORKED_EXAMPLE
from tests.browser.engines import ENGINES, new_window
from tests.browser.mounted import Mounted
from tests.browser.window import Window

SHOWN = "[...document.querySelectorAll('#builder .step')].filter((one) => one.checkVisibility()).length"
COUNT = "document.querySelector('.step-count').textContent"
FOCUSED = "document.activeElement.matches('.step :is(legend, h2)')"
GO_ON = "[data-do=continue]"


@pytest.fixture(params=ENGINES.values(), ids=ENGINES)
def window(request: pytest.FixtureRequest, tmp_path: Path, mounted: Mounted) -> Iterator[Window]:
    """The builder in a window as narrow as a small tablet."""
    with new_window(request.param, tmp_path) as window:
        window.resize(600, 800)
        window.open(mounted.url("builder.html"))
        window.wait("document.documentElement.dataset.python", "ready")
        yield window


def test_a_question_a_screen_leads_to_the_result_and_back(window: Window) -> None:
    window.wait(SHOWN, 1)
    for number, (strand, value) in enumerate(WORKED_EXAMPLE.items(), 1):
        window.wait(COUNT, f"{number} of 10")
        window.choose(strand, value)
        window.click(GO_ON)
        window.wait(FOCUSED, True)
    window.click("[name=capacity][value=some]")
    window.click(GO_ON)
    window.wait_to_see(".check-list")
    window.wait(SHOWN, 1)
    window.click("[data-do=see-result]")
    window.wait_for_worked_example()
    window.wait("document.activeElement.id", "result")
    window.value("history.back()")
    window.wait_to_see(".check-list")
    window.reload()
    window.wait_to_see(".check-list")
    window.wait("document.querySelector('[name=\"answers.hosting\"]:checked').value", str(WORKED_EXAMPLE["hosting"]))
    window.wait(
        "Object.fromEntries([...document.querySelectorAll('.live .village [data-strand]')]"
        ".map((one) => [one.dataset.strand, Number(one.dataset.value)]))",
        dict(WORKED_EXAMPLE),
    )
