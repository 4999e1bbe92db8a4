"""Pages that are looked at from the inside, whatever their policy says."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from site_builder.core.project import Project

IN_PAGE = Path(__file__).with_name("in_page")
"""Scripts that look at a page from the inside. Each adds functions to `globalThis.checks`."""


def page_with_checks(context: BrowserContext) -> Page:
    """A page that has the checks of `in_page/` in it."""
    for path in sorted(IN_PAGE.glob("*.js")):
        context.add_init_script(path=path)
    return context.new_page()


def page_with_axe(context: BrowserContext, project: Project) -> Page:
    """A page that has axe in it, too."""
    context.add_init_script(path=project.root / "node_modules" / "axe-core" / "axe.min.js")
    return page_with_checks(context)
