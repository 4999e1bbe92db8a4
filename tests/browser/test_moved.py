"""An old address leads to the page that has moved, to the very place in it."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from site_builder.build import build
from site_builder.core.project import Project
from tests.browser.conftest import serve
from tests.browser.mounted import Mounted
from tests.cases.case import lay_out, read_no_python


@pytest.mark.parametrize("anchor", ["", "#friendship-begins"])
def test_an_old_address_takes_the_place_in_the_page_along(
    context: BrowserContext, project: Project, tmp_path: Path, anchor: str
) -> None:
    tiny = lay_out("tiny", project, tmp_path / "tiny")
    chapter = tiny.content / "chapters" / "04-friendship.md"
    text = chapter.read_text("utf-8").replace("\norder:", "\naliases: [old/friends.html]\norder:", 1)
    chapter.write_text(f"{text}\n## Friendship begins\n", "utf-8")
    for mounted in serve(Mounted(build(tiny, print, read_no_python).files)):
        page = context.new_page()
        page.goto(mounted.url(f"old/friends.html{anchor}"))
        expect(page).to_have_url(mounted.url(f"chapters/friendship.html{anchor}"))
