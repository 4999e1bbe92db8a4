"""What the tests need of any engine: a window of a browser that knows nothing yet, asked in JavaScript."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from json import dumps
from typing import Literal

from tests.browser.conftest import ANSWER, PATIENCE, WORKED_EXAMPLE
from tests.browser.mounted import Mounted

SECONDS = PATIENCE / 1000
PAUSE = 0.03
PAGE = "[location.href, {...document.documentElement.dataset}, document.querySelector('main')?.innerText]"
"""What a message shows of a page that is not as expected."""

Lack = Literal["", "WebAssembly", "scripts", "storage", "canvas reads"]
"""What a browser was told to do without."""


class Window(ABC):
    """A window with storage of its own. Questions are answered by the elements' own `click`: nothing here is about
    pointers."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Go to an address; returns when the page is loaded."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again."""

    @abstractmethod
    def value(self, expression: str) -> object:
        """What an expression is worth in the page, as JSON would tell it."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make it so many CSS pixels wide and high, about."""

    @abstractmethod
    def close(self) -> None:
        """Forget the window and what it kept."""

    def go_offline(self, mounted: Mounted) -> None:
        """Take the line away. Where the driver cannot, the site breaks off every connection."""
        mounted.down = True

    def wait(self, expression: str, wanted: object = True) -> None:
        """Wait until an expression is worth what is wanted."""
        wait_for(lambda: self.value(expression) == wanted, lambda: f"{expression}: {self.value(PAGE)}")

    def wait_for_python(self, engine: str) -> None:
        """Wait until this engine of ours answers."""
        self.wait("document.documentElement.dataset.python", "ready")
        self.wait("document.documentElement.dataset.engine", engine)

    def is_seen(self, selector: str) -> bool:
        """Whether an element is there and shown."""
        return self.value(f"document.querySelector({dumps(selector)})?.checkVisibility() ?? false") is True

    def wait_to_see(self, selector: str) -> None:
        """Wait until an element is shown."""
        self.wait(f"document.querySelector({dumps(selector)})?.checkVisibility() ?? false")

    def text(self, selector: str) -> str:
        """The text of an element as a reader sees it."""
        return str(self.value(f"document.querySelector({dumps(selector)}).innerText"))

    def click(self, selector: str) -> None:
        """Press a button or tick a box."""
        self.value(f"document.querySelector({dumps(selector)}).click()")

    def choose(self, strand: str, value: int) -> None:
        """Answer one question."""
        self.click(f'input[name="answers.{strand}"][value="{value}"]')

    def fill_in_worked_example(self) -> None:
        """Give the answers of the model's section 5."""
        given = [
            ["capacity", "some"],
            *([f"answers.{strand}", str(value)] for strand, value in WORKED_EXAMPLE.items()),
        ]
        self.value(f"({ANSWER})({dumps(given)})")
        self.wait_for_worked_example()

    def wait_for_worked_example(self) -> None:
        """Wait for the result of the worked example."""
        self.wait_to_see("#result[data-state=complete] [data-out=score]")
        assert self.text("#result [data-out=score]") == "64"
        assert self.text("#result [data-out=thin-spot]") == "Weak ties"


def wait_for(is_so: Callable[[], bool], trouble: Callable[[], str]) -> None:
    """Look again and again until something is so."""
    end = time.monotonic() + SECONDS
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(trouble())
        time.sleep(PAUSE)
