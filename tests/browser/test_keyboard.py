"""By keyboard everything is reached in its order, is marked, and is in sight. And nothing moves unasked."""

import pytest
from playwright.sync_api import BrowserContext, Page

from site_builder.core.model import Files
from tests.browser.checked import page_with_checks
from tests.browser.mounted import Mounted
from tests.browser.views import Look, all_views, told, views_of_each_kind


def walk(page: Page) -> list[str]:
    """Press Tab until all has been reached, and say what went wrong; one more press judges the last stop."""
    parts = 3 * page.locator("input:is([type=date], [type=time]):visible").count()  # month, day, year: each a stop
    for _ in range(page.evaluate("checks.walk()") + parts + 1):
        page.keyboard.press("Tab")
    return page.evaluate("checks.walked()")


LOOKS = {Look(390, "light"): all_views, Look(1440, "dark", forced=True): views_of_each_kind}
"""Each with the pages that are walked through in it."""


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_tab_reaches_everything_in_order_and_in_sight(
    look: Look, context: BrowserContext, mounted: Mounted, files: Files
) -> None:
    page = page_with_checks(context)
    look.apply(page)
    page.emulate_media(reduced_motion="reduce")
    found: dict[str, list[str]] = {}
    for view in LOOKS[look](files):
        view.open(page, mounted)
        if lines := walk(page):
            found[str(view)] = lines
    assert not found, told(found)


def test_the_skip_link_is_first_and_works_on_every_page(page: Page, mounted: Mounted, files: Files) -> None:
    for name in {view.file for view in all_views(files)}:
        page.goto(mounted.url(name))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('body > a.skip-link:first-child')"), name
        page.keyboard.press("Enter")
        page.wait_for_selector("main#main:focus")
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('body > header, .skip-link')"), name


BUTTONS = "<button>One</button><button {}>Two</button><button>Three</button>"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (BUTTONS.format("style='outline: none'"), 'no mark: button "Two"'),
        (BUTTONS.format("style='outline: 1px solid'"), 'no mark: button "Two"'),
        (BUTTONS.format("style='box-shadow: 0 0 2px red; outline: none'"), 'no mark: button "Two"'),
        (BUTTONS.format("tabindex=1"), 'has a place of its own in the order: button "Two"'),
        (BUTTONS.format("onkeydown='event.preventDefault()'"), 'not reached: button "Three"'),
        (BUTTONS.format("onfocus='this.nextSibling.focus()'"), 'not reached: button "Two"'),
        (
            BUTTONS.format("") + "<div style='position: fixed; inset: 0; background: red'></div>",
            'out of sight: button "Two"',
        ),
        (BUTTONS.format("style='position: fixed; left: -999px'"), 'out of sight: button "Two"'),
    ],
)
def test_a_fault_of_the_order_is_found(body: str, fault: str, sheet: Page) -> None:
    sheet.set_content(f"<!doctype html>{body}")
    assert fault in walk(sheet)


RADIOS = "<label><input type=radio name={0}>One</label><label><input type=radio name={0}>Two</label>"
MARK_AFTER = "<style>a:focus { outline: none } a:focus::after { content: ''; outline: 3px solid }</style>"
HIDDEN_BOX = "<style>input { opacity: 0 } input:focus-visible + b { outline: 2px solid }</style>"


@pytest.mark.parametrize(
    "body",
    [
        BUTTONS.format("disabled"),
        BUTTONS.format("hidden"),
        BUTTONS.format("inert"),
        BUTTONS.format("tabindex=-1"),
        RADIOS.format("a") + RADIOS.format("b") + "<p style='height: 3000px'></p>" + RADIOS.format("c"),
        MARK_AFTER + "<a href=/>One</a>",
        HIDDEN_BOX + "<label><input type=checkbox><b>One</b></label>",
        "<details><summary>One</summary><a href=/>Two</a></details><a href=/>Three</a>",
        "<div tabindex=0 style='overflow: auto; width: 9em'><table><tr><td>" + "wide" * 99 + "</table></div>",
    ],
)
def test_a_good_order_passes(body: str, sheet: Page) -> None:
    sheet.set_content(f"<!doctype html>{body}")
    assert walk(sheet) == []


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("html { scroll-behavior: smooth }", "scrolls smoothly"),
        ("b { transition: color 0.2s }", 'changes slowly: b "One"'),
        ("@keyframes k { to { color: red } } b::after { content: 'x'; animation: k 1s }", 'moves: b::after "One"'),
    ],
)
def test_motion_is_found(style: str, fault: str, sheet: Page) -> None:
    sheet.set_content(f"<!doctype html><style>{style}</style><b>One</b>")
    assert sheet.evaluate("checks.motion()") == [fault]
    sheet.set_content(f"<!doctype html><style>@media print {{ {style} }}</style><b>One</b>")
    assert sheet.evaluate("checks.motion()") == []
