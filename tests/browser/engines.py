"""The two other engines, and a window of one."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from tests.browser.firefox import Firefox, firefox
from tests.browser.webkit import WebKit, webkit
from tests.browser.window import Lack, Window

Engine = Firefox | WebKit
Starter = Callable[[Path, Lack], AbstractContextManager[Engine]]
ENGINES: dict[str, Starter] = {"firefox": firefox, "webkit": webkit}


@contextmanager
def new_window(start: Starter, profile: Path, lack: Lack = "") -> Iterator[Window]:
    """Start an engine with an empty profile, and open a window that knows nothing yet."""
    with start(profile, lack) as engine:
        window = engine.window()
        yield window
        window.close()
