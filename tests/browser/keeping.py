"""What the tests of the service worker share: waiting for it, and other editions of the site."""

from playwright.sync_api import BrowserContext, Page

from site_builder.core.model import Files, Runtime
from site_builder.core.project import Project
from site_builder.output.parse import parse_files
from site_builder.output.service_worker import WORKER, render_worker
from tests.browser.conftest import PATIENCE, open_builder
from tests.browser.mounted import Mounted


def wait_until_kept(page: Page) -> None:
    """Wait until the service worker has kept the site and is in charge of this page."""
    page.evaluate(
        """async () => {
            const container = navigator.serviceWorker;
            await container.ready;
            if (!container.controller) await new Promise((go) => container.addEventListener("controllerchange", go));
        }"""
    )


def kept_page(context: BrowserContext, mounted: Mounted, name: str) -> Page:
    """A page of a first visit, with the site kept."""
    page = context.new_page()
    page.goto(mounted.url(name))
    wait_until_kept(page)
    return page


def kept_builder(context: BrowserContext, mounted: Mounted) -> Page:
    """The builder in a first visit, with the site and Python kept."""
    page = context.new_page()
    open_builder(page, mounted)
    wait_for_python_kept(page)
    return page


def wait_for_python_kept(page: Page) -> None:
    """Wait until the builder's page has Python kept as well."""
    page.wait_for_selector("[data-offline=kept]", state="visible", timeout=PATIENCE)


def caches_of(page: Page) -> list[str]:
    """The names of all caches."""
    return page.evaluate("() => caches.keys()")


def another_edition(project: Project, files: Files, page: str, old: str, new: str) -> Files:
    """The same site with other words on one page."""
    text = files[page].decode()
    assert old in text
    return with_worker(project, files | {page: text.replace(old, new).encode()})


def with_other_runtime(project: Project, files: Files) -> Files:
    """The same site with its Python in another folder, as after a change of `scoring`."""
    folder = runtime_of(files).folder
    moved = {name.replace(folder, "runtime/other/"): data for name, data in files.items()}
    pages = {
        name: data.replace(folder.encode(), b"runtime/other/") for name, data in moved.items() if ".html" in name
    }
    return with_worker(project, moved | pages)


def with_worker(project: Project, files: Files) -> Files:
    """Write the service worker anew."""
    others = {name: data for name, data in files.items() if name != WORKER}
    return others | render_worker(project, parse_files(others), runtime_of(files))


def runtime_of(files: Files) -> Runtime:
    """The browser's Python of a finished site."""
    folder = next(name for name in files if name.endswith("/frozen.wasm")).removesuffix("frozen.wasm")
    inside = {name.removeprefix(folder): data for name, data in files.items() if name.startswith(folder)}
    return Runtime(folder, inside, "")
