"""A reader who uses the keys alone and hears the page: what has the focus, and what the live region says."""

import yaml
from playwright.sync_api import Locator, Page, expect

LISTEN = """
    globalThis.heard = [];
    addEventListener("DOMContentLoaded", () => {
        const region = document.querySelector("[role=status]");
        new MutationObserver(() => heard.push(region.textContent))
            .observe(region, { childList: true, characterData: true, subtree: true });
    });
"""


class Listener:
    """Presses keys. Nothing here is special to one browser, so that others can be added."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.region = page.locator("[role=status]")
        page.add_init_script(LISTEN)

    @property
    def heard(self) -> list[str]:
        """All texts of the live region so far, in their order."""
        return self.page.evaluate("() => heard")

    def stop(self) -> str:
        """Role, name and state of what has the focus, or a part of it, as assistive technology is told."""
        return _first(self.page.locator(":focus, input:focus-within"))

    def group(self) -> str:
        """The question around what has the focus."""
        return _first(self.page.locator("fieldset:focus-within"))

    def press(self, key: str, times: int = 1) -> str:
        """Press a key, and say where that leads."""
        for _ in range(times):
            self.page.keyboard.press(key)
        return self.stop()

    def tab_to(self, words: str, most: int = 60) -> list[str]:
        """Press Tab until something with these words has the focus; all stops on the way, that one last."""
        stops: list[str] = []
        while not stops or words not in stops[-1]:
            assert len(stops) < most, f"no way to {words}: {stops}"
            stops.append(self.press("Tab"))
        return stops

    def hears(self, words: str) -> None:
        """Wait until the live region says it."""
        expect(self.region).to_have_text(words)


def _first(element: Locator) -> str:
    """The first row of the accessibility tree; a summary has no role there, only its text."""
    row = yaml.load(element.aria_snapshot(), yaml.CBaseLoader)[0]
    head, below = next(iter(row.items())) if isinstance(row, dict) else (row, "")
    return f"text: {below}" if head == "text" else head
