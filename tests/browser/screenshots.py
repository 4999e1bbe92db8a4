"""Pictures of the site to look at: `make screenshots`, or `make screenshots ARGS="landing --width 390 --theme dark"`.

They go to `.cache/screenshots/<page>-<width>-<theme>.png`.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from itertools import product
from pathlib import Path
from shutil import which

from playwright.sync_api import Page, sync_playwright

from site_builder.build import build
from site_builder.core.project import find_project
from site_builder.ebook import BROWSERS
from tests.browser.conftest import ARGUMENTS, WORKED_EXAMPLE, serve
from tests.browser.mounted import Mounted

WIDTHS = (390, 820, 1440)
TALLEST = 12_000  # pixels; the whole book is far longer
THEMES = ("light", "dark", "print")


def _answer(answers: dict[str, int]) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        for strand, value in answers.items():
            page.check(f'[name="answers.{strand}"][value="{value}"]')
        page.wait_for_selector("#result[data-state=partial], #result[data-state=complete]")
        page.evaluate("scrollTo(0, 0)")

    return act


def _search(page: Page) -> None:
    page.fill("input[type=search]", "weak tie")
    page.wait_for_selector(".search-results li")


def _nothing(page: Page) -> None:
    """The page as it opens."""


VIEWS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "landing": ("index.html", _nothing),
    "chapters": ("chapters/index.html", _nothing),
    "chapter": ("chapters/weak-ties.html", _nothing),
    "builder": ("builder.html", _nothing),
    "builder-partial": ("builder.html", _answer(dict(list(WORKED_EXAMPLE.items())[:3]))),
    "builder-complete": ("builder.html", _answer(WORKED_EXAMPLE)),
    "builder-low": ("builder.html", _answer(dict.fromkeys(WORKED_EXAMPLE, 0))),
    "builder-full": ("builder.html", _answer(dict.fromkeys(WORKED_EXAMPLE, 4))),
    "sources": ("sources.html", _nothing),
    "method": ("method.html", _nothing),
    "privacy": ("privacy.html", _nothing),
    "safety": ("safety.html", _nothing),
    "search": ("search.html", _nothing),
    "search-found": ("search.html", _search),
    "worksheets": ("worksheets.html", _nothing),
    "print": ("print.html", _nothing),
    "missing": ("404.html", _nothing),
}


def main() -> None:
    """Take the pictures."""
    parser = ArgumentParser(prog="make screenshots")
    parser.add_argument("views", nargs="*", choices=[*VIEWS, []], help="all when none is named")
    parser.add_argument("--width", type=int, choices=WIDTHS, action="append")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--fold", action="store_true", help="only what shows without scrolling")
    chosen = parser.parse_args()
    project = find_project(Path.cwd())
    if project is None:
        sys.exit("screenshots: no project here")
    target = project.cache / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    files = build(project, print).files
    views = [name for name in chosen.views or VIEWS if VIEWS[name][0] in files]
    with sync_playwright() as playwright:
        path = next((found for name in BROWSERS if (found := which(name))), None)
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for mounted in serve(Mounted(files)):
            for name, width, theme in product(views, chosen.width or WIDTHS, chosen.theme or THEMES):
                page = browser.new_page(
                    viewport={"width": width, "height": round(width * 0.7) if width > 900 else 844}
                )
                page.emulate_media(
                    color_scheme="dark" if theme == "dark" else "light",
                    media="print" if theme == "print" else "screen",
                )
                address, act = VIEWS[name]
                page.goto(mounted.url(address))
                act(page)
                page.evaluate("document.fonts.ready")
                picture = target / f"{name}-{width}-{theme}.png"
                tall = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
                clip = None if chosen.fold else {"x": 0, "y": 0, "width": width, "height": tall}
                page.screenshot(path=picture, full_page=not chosen.fold, clip=clip)
                page.close()
                print(picture)
        browser.close()


if __name__ == "__main__":
    main()
