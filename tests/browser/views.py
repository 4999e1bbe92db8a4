"""What a reader can have in front of them: every page, in every state that matters, and every way to look at it."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from site_builder.core.model import Files
from tests.browser.conftest import answer, fill_in_worked_example, see_result
from tests.browser.mounted import Mounted
from tests.browser.people import bring, open_change
from tests.browser.story import THREE_THIN
from tests.browser.week import PUT, ago, ledger, seal, week_id
from tests.scoring.ledger.neighbors import STREET

HEIGHT = 700
OTHER = {"light": "dark", "dark": "light"}
A_FEW_WEEKS = ledger(
    {
        "k3f9wq2": {"name": "R.", "ring": "close", "last": ago(40)},
        "2nzc9ju": {"name": "The Tuesday table", "ring": "warm", "kind": "group", "last": ago(3), "repair": True},
        "36ak9fz": {"name": "Mrs K., no. 12", "ring": "weak", "last": ago(70)},
    },
    {
        week_id(1): {"invitation": {"title": "Ask R. for ten minutes.", "person": "k3f9wq2"}, "score": 64},
        week_id(3): {"quiet": True, "score": 40},
        week_id(4): {"line": "Walked with Jo.", "outcome": "done", "note": "It rained, we laughed."},
    },
)
REFRESHES = b'http-equiv="refresh"'
"""In pages that only lead on to another one."""


def _wait_for_python(page: Page) -> None:
    page.wait_for_selector("html[data-python=ready]")


def _answer_one(page: Page) -> None:
    answer(page, {"hosting": 2})
    page.wait_for_selector("#result[data-state=partial]", state="attached")


def _complete(page: Page) -> None:
    fill_in_worked_example(page)
    see_result(page)
    page.wait_for_selector(".card-picture[data-drawn]")


def _tie(page: Page) -> None:
    answer(page, THREE_THIN)
    page.wait_for_selector(".ties:not([hidden])")
    page.wait_for_selector("[data-second]:not([hidden])", state="attached")


def _promise(page: Page) -> None:
    page.eval_on_selector("#result [data-out=invitation] [data-do=promise]", "button => button.click()")
    page.wait_for_selector(".promise:not([hidden])")


def _check(page: Page) -> None:
    page.eval_on_selector("[data-do=change-answers]", "button => button.click()")


def _find(page: Page) -> None:
    page.fill("#query", "neighbor")
    page.wait_for_selector("[data-when=found]:not([hidden]) li")


def _ledger(page: Page) -> None:
    page.wait_for_selector(".ledger[data-shown]")


def _ask(page: Page) -> None:
    _ledger(page)
    page.locator("[data-do=write-week]:visible").click()


def _go_on(page: Page) -> None:
    page.click("[data-do=continue]")


def _ask_for_own_words(page: Page) -> None:
    page.check("[name=invitation][value=own]")
    page.fill("[data-for='invitation=own'] input", "Ask R. for ten minutes.")
    _go_on(page)
    page.check("[name=contribution][value=repair]")
    page.check("[name=safe][value=no]")


def _write(page: Page) -> None:
    _go_on(page)
    page.wait_for_selector(".card-picture[data-drawn]")


def _come_back(page: Page) -> None:
    page.evaluate(PUT, A_FEW_WEEKS)
    page.reload()
    _ledger(page)


def _be_damaged(page: Page) -> None:
    page.evaluate(PUT, "{")
    page.reload()
    page.wait_for_selector(".rescue:not([hidden])")


def _lock(page: Page) -> None:
    seal(page, "kettle mailbox oak tuesday")
    page.get_by_role("button", name="Lock now").click()
    page.wait_for_selector(".ledger[data-kept=locked]")


def _nobody(page: Page) -> None:
    """Nothing is kept any more of what other views wrote."""
    page.evaluate("() => { indexedDB.deleteDatabase('community-os /'); }")
    page.reload()
    page.wait_for_selector("#people:not([hidden])")


def _people(page: Page) -> None:
    """A street, with all that folds open, and all that answers on the page."""
    bring(page, STREET)
    for button in ("add", "several"):
        page.click(f"[data-do={button}]")
    page.locator("#entry [name=name]").fill("Jo")
    page.eval_on_selector_all("#people details:not(.row-edit)", "all => all.forEach(one => { one.open = true; })")
    page.fill("#entry [name=rhythm]", "99")
    page.wait_for_selector("#entry .known:not([hidden])")
    page.locator("#entry .buttons .button").click()
    page.wait_for_selector("#entry-rhythm:not([hidden])")  # it moves the page: a press made meanwhile misses
    page.fill(".contacts textarea", "Ann, no. 3")
    page.click("[data-do=find-names]")
    page.wait_for_selector("#found:not([hidden])")


def _change(page: Page) -> None:
    page.click("[data-do=several-done]")
    open_change(page, "Jo").locator("[name=join]").select_option(label="R.")
    page.wait_for_selector("#changing .join .note:not([hidden])")


STATES: dict[str, dict[str, Callable[[Page], None]]] = {
    "builder.html": {
        "empty": _wait_for_python,
        "partial": _answer_one,
        "complete": _complete,
        "tied": _tie,
        "promised": _promise,
        "check": _check,
    },
    "ledger.html": {
        "empty": _ledger,
        "first question": _ask,
        "second question": _go_on,
        "third question": _ask_for_own_words,
        "written": _write,
        "damaged": _be_damaged,
        "weeks later": _come_back,
        "locked": _lock,
    },
    "people.html": {
        "nobody": _nobody,
        "street": _people,
        "change": _change,
    },
    "search.html": {"unasked": lambda page: page.wait_for_selector("#search:not([hidden])"), "found": _find},
}
"""Pages that change while they are used, with what to do to get there. All other pages are looked at as they open."""


@dataclass(frozen=True)
class View:
    """A page in one state."""

    file: str
    state: str
    prepare: Callable[[Page], None]

    def __str__(self) -> str:
        return f"{self.file} ({self.state})" if self.state else self.file

    def open(self, page: Page, mounted: Mounted) -> None:
        """Load the page, if it is not there in an earlier state, and bring it into this one."""
        if page.url != mounted.url(self.file):
            page.goto(mounted.url(self.file))
        self.prepare(page)


@dataclass(frozen=True)
class Look:
    """A width in CSS pixels, a theme, and where it comes from: the system, the switch, or forced colors."""

    width: int
    theme: str
    forced: bool = False
    switched: bool = False

    def __str__(self) -> str:
        return f"{self.width} px {self.theme}{' forced colors' * self.forced}{' by the switch' * self.switched}"

    def apply(self, page: Page) -> None:
        """Show the page in this way. Forced colors are complete only on a page that is loaded afterward."""
        page.set_viewport_size({"width": self.width, "height": HEIGHT})
        system = OTHER[self.theme] if self.switched else self.theme
        page.emulate_media(color_scheme=system, forced_colors="active" if self.forced else "none")
        page.evaluate("theme => document.documentElement.dataset.theme = theme", self.theme if self.switched else "")


def all_views(files: Files) -> list[View]:
    """Every page that a reader stays on, in every state."""
    names = sorted(name for name, data in files.items() if name.endswith(".html") and REFRESHES not in data)
    missing = STATES.keys() - set(names)
    assert not missing, f"states of pages that do not exist: {missing}"
    opened = {"": lambda _: None}
    views = [View(name, state, do) for name in names for state, do in STATES.get(name, opened).items()]
    assert len(views) > 20
    return views


def views_of_each_kind(files: Files) -> list[View]:
    """The same with one chapter alone: the others have the same parts around their text."""
    views = all_views(files)
    chapters = [view for view in views if view.file.startswith("chapters/") and view.file != "chapters/index.html"]
    return [view for view in views if view not in chapters[1:]]


def told(found: dict[str, list[str]]) -> str:
    """What was found where, a line each, for a person to read; the first few of each place are enough to start."""
    return "".join(f"\n{where} ({len(lines)}): {line}" for where, lines in found.items() for line in lines[:5])
