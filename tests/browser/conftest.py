"""A real browser on the real site: built once, served from memory, watched for anything that goes wrong."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from shutil import which
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from site_builder.core.model import Files
from site_builder.core.project import Project
from site_builder.core.worked_example import EXAMPLE
from site_builder.ebook import BROWSERS
from site_builder.preview import make_server
from tests.browser.checked import page_with_axe
from tests.browser.mounted import Mounted
from tests.browser.people import bring, open_people
from tests.browser.typefaces import SETS, with_typefaces
from tests.scoring.ledger.neighbors import STREET

type Wrap = Callable[[type[BaseHTTPRequestHandler]], type[BaseHTTPRequestHandler]]

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # the headless shell would widen letters to whole pixels, as no window does
]

WORKED_EXAMPLE: Mapping[str, int] = EXAMPLE["answers"]

NEXT_THIN = re.compile("^(Invitations|Repair)$")
"""The thin spot of the worked example without weak ties: two strands are just as thin, and the week decides."""

ANSWER = """given => {
    for (const [name, value] of given) document.querySelector(`[name='${name}'][value='${value}']`).click();
}"""

PATIENCE = 60_000
"""Milliseconds that any test waits for a state. A machine that many programs share is no fault of the site."""

PHONE: ViewportSize = {"width": 390, "height": 800}

DESK: ViewportSize = {"width": 1100, "height": 800}
"""Wide enough for all questions of the builder on one page."""

HERE = Path(__file__).parent

SOON = 0.01
"""Seconds after which a server at the latest sees that its test is over."""

with_both = pytest.mark.parametrize("browser", SETS, indirect=True)
"""For tests of what hangs on the typefaces that a reader has."""

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a browser test that fails try once more: the report names it as RERUN. See docs/decisions/0051."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.flaky(reruns=1))


def browser_path() -> str | None:
    """The system's Chromium; None where there is only the one that the set-up installed."""
    return next((found for name in BROWSERS if (found := which(name))), None)


def edition_of(files: Files) -> str:
    """The edition of Python that the builder's page wants."""
    return files["builder.html"].decode().split('data-edition="')[1].split('"')[0]


def shell_path() -> str | None:
    """Chromium without its windows, where the system has that: a page opens in a quarter of the time."""
    return which("chromium-headless-shell") or browser_path()


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The system's Chromium, or the one that the set-up installed, with one set of typefaces: see `with_both`."""
    environment = with_typefaces(getattr(request, "param", "liberation"), tmp_path_factory.mktemp("typefaces"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shell_path(), args=ARGUMENTS, env=dict(environment))
        yield browser
        browser.close()


@pytest.fixture
def mounted(files: Files) -> Iterator[Mounted]:
    """The site on a server of its own, at the root."""
    yield from serve(Mounted(files))


@contextmanager
def profile(browser: Browser, **options: object) -> Iterator[BrowserContext]:
    """A browser profile that knows nothing yet."""
    context = browser.new_context(viewport=DESK, **options)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A profile without a service worker: what a test asks comes from the server."""
    with profile(browser, service_workers="block") as context:
        yield context


@pytest.fixture
def keeping(browser: Browser) -> Iterator[BrowserContext]:
    """A profile that may keep the site."""
    with profile(browser) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext, mounted: Mounted) -> Iterator[Page]:
    """A page on which nothing may go wrong unseen."""
    page = context.new_page()
    with without_trouble(page, mounted):
        yield page


@pytest.fixture
def people(page: Page, mounted: Mounted) -> Page:
    """The page of the people as it opens for the first time."""
    open_people(page, mounted)
    return page


@pytest.fixture
def street(people: Page) -> Page:
    """The page with the people of a street."""
    bring(people, STREET)
    return people


@pytest.fixture(scope="session")
def tab(browser: Browser, project: Project) -> Iterator[Page]:
    """A tab with all checks, for `sheet`."""
    with profile(browser, service_workers="block") as context:
        yield page_with_axe(context, project)


@pytest.fixture
def sheet(tab: Page) -> Page:
    """A page to put HTML on: always the same tab, which is there much sooner than a new one, made as new."""
    tab.set_viewport_size(PHONE)
    tab.emulate_media(media="null", color_scheme="light", forced_colors="none", reduced_motion="no-preference")
    tab.goto("about:blank")
    return tab


@contextmanager
def without_python(page: Page) -> Iterator[None]:
    """Python starts only afterward."""
    page.route("**/runtime/**", lambda _: None)
    yield
    page.unroute("**/runtime/**")  # lets the requests go that waited


@contextmanager
def without_trouble(page: Page, mounted: Mounted) -> Iterator[None]:
    """Hold that a page makes no foreign request, and that there is no error and no blocked resource."""
    requests: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    yield
    assert [url for url in requests if not url.startswith((mounted.origin, "data:"))] == []
    assert troubles == []


def serve(mounted: Mounted, wrap: Wrap = lambda handler: handler) -> Iterator[Mounted]:
    """Serve files while a test runs, by a handler of its own where the test has one."""
    server = make_server(mounted, 0)
    server.RequestHandlerClass = wrap(server.RequestHandlerClass)
    mounted.origin = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(SOON,), daemon=True)
    thread.start()
    try:
        yield mounted
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def into[Heard](found: list[Heard]) -> Callable[[Heard], None]:
    """A listener that collects what it hears. Playwright takes no built-in function, such as `found.append`."""

    def listen(heard: Heard) -> None:
        found.append(heard)

    return listen


def today() -> date:
    """The reader's own day, as the browser counts it."""
    return datetime.now().astimezone().date()


def open_builder(page: Page, mounted: Mounted) -> None:
    """Open the builder, wait for Python, and unfold what the result folds away."""
    page.goto(mounted.url("builder.html"))
    page.wait_for_selector("html[data-python=ready]")
    unfold(page)


def unfold(page: Page) -> None:
    """Open what the result folds away, but for the table of points."""
    folded = "#result > details:not(.points)"
    page.eval_on_selector_all(folded, "all => all.forEach(one => { one.open = true; })")


def choose(page: Page, strand: str, value: int | str) -> None:
    """Answer one question with the pointer."""
    page.check(f'input[name="answers.{strand}"][value="{value}"]')


def answer(page: Page, answers: Mapping[str, int | str]) -> None:
    """Answer questions one after the other without a pointer, which takes its time; `choose` has one."""
    page.evaluate(ANSWER, [[f"answers.{strand}", str(value)] for strand, value in answers.items()])


def fill_in_worked_example(page: Page) -> None:
    """Give the answers of the model's section 5: the room first, so that the last answer brings the whole result."""
    page.evaluate(ANSWER, [["capacity", "some"]])
    answer(page, WORKED_EXAMPLE)
    page.wait_for_selector("#result[data-state=complete]", state="attached")


def see_result(page: Page) -> None:
    """Go to the result, where a phone shows one step at a time."""
    page.eval_on_selector("[data-do=see-result]", "link => link.click()")


def without_path(card: str) -> list[str]:
    """The lines of a card but the path: among strands that are just as thin the week of who opens a link decides."""
    lines = card.strip().split("\n")
    assert sum(line.startswith("Path: ") for line in lines) == 1
    return [line for line in lines if not line.startswith("Path: ")]


def out(page: Page, name: str, inside: str = "#result") -> str:
    """The text of one output, as it is seen; of a folded one, as it is."""
    output = page.locator(f"{inside} [data-out={name}]")
    return output.inner_text() or output.text_content() or ""


def open_card(page: Page, mounted: Mounted) -> None:
    """Open the builder with the worked example and wait for the card's picture, which comes after the words."""
    open_builder(page, mounted)
    fill_in_worked_example(page)
    page.wait_for_selector(".card-picture [data-thin]", state="attached")


@pytest.fixture
def card(page: Page, mounted: Mounted) -> Page:
    """The builder with the card of the worked example."""
    page.set_viewport_size({"width": 1280, "height": 900})
    open_card(page, mounted)
    return page
