"""A host's own name, words, notice and pages in the header have room in every window."""

import pytest
from playwright.sync_api import BrowserContext

from site_builder.build import build
from site_builder.core.model import Files
from site_builder.core.project import Project
from tests.browser.checked import page_with_checks
from tests.browser.conftest import serve
from tests.browser.mounted import Mounted
from tests.cases.case import lay_out, read_no_python

WORD = "Kraftfahrzeughaftpflichtversicherungsx"
SETTINGS = f"""\
name: {WORD} Ledger
headline: {WORD} for everybody.
description: A site.
lang: en
notice:
  text: {WORD} is closed on Thursday.
  link: hours.html
  link_text: When we are open
"""
FIELDS = f"title: {WORD} in a title.\nsummary: {WORD}.\n"
TEXT = f"## {WORD}\n\nText.\n"
PAGES = {
    "pages/hours.md": "label: Opening hours at\norder: 20\nnavigation: header\n",
    "pages/rooms.md": "label: Rooms to borrow.\norder: 21\nnavigation: header\n",
    "chapters/choirs.md": f"label: {WORD}\norder: 20\n",
}
WIDTHS = (320, 390, 640, 820, 1000, 1440, 1920)


@pytest.fixture(scope="module")
def hers(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Files:
    site = lay_out("tiny", project, tmp_path_factory.mktemp("hers") / "site")
    (site.content / "site.yaml").write_text(SETTINGS, "utf-8")
    for name, own in PAGES.items():
        (site.content / name).write_text(f"---\n{FIELDS}{own}---\n\n{TEXT}", "utf-8")
    return build(site, print, read_no_python).files


@pytest.mark.parametrize("name", ["index", "builder", "hours", "chapters/index", "chapters/choirs", "print"])
def test_all_of_it_fits(name: str, hers: Files, context: BrowserContext) -> None:
    page = page_with_checks(context)
    for mounted in serve(Mounted(hers)):
        page.goto(mounted.url(f"{name}.html"))
        page.evaluate("document.fonts.ready")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            assert (width, page.evaluate("checks.reflow()")) == (width, [])
        assert page.locator("nav.local a").all_inner_texts() == ["Opening hours at", "Rooms to borrow."]
