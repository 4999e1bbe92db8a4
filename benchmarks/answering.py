"""How long it takes in a real browser from a click on an answer to the painted result."""

from shutil import which
from statistics import median, quantiles
from threading import Thread

from playwright.sync_api import Page, sync_playwright

from scoring.model import STRAND_IDS
from site_builder.build import build
from site_builder.core.project import Project
from site_builder.ebook import BROWSERS
from site_builder.preview import make_server
from tests.browser.conftest import ARGUMENTS, open_builder
from tests.browser.mounted import Mounted

CLICKS = 100

MEASURE = """
async ([strands, clicks]) => {
    const score = document.querySelector("#result [data-out=score]");
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const choose = (strand, value) => document.querySelector(`[name="answers.${strand}"][value="${value}"]`).click();
    const changed = (part) => new Promise((resolve) => {
        const observer = new MutationObserver(() => { observer.disconnect(); resolve(); });
        observer.observe(part, { childList: true, characterData: true, subtree: true });
    });
    const times = [];
    for (let click = 0; click < clicks; click += 1) {
        const strand = strands[click % strands.length];
        const isLow = document.querySelector(`[name="answers.${strand}"]:checked`).value === "0";
        await painted();
        const start = performance.now();
        const shown = changed(score);
        choose(strand, isLow ? 4 : 0);
        await shown;
        await painted();
        times.push(performance.now() - start);
    }
    return times;
}
"""
"""Each click moves an answer from one end to the other, so that the score changes. A frame counts as painted in the
task after it, which is a little late and never too early."""


def measure(project: Project) -> dict[str, str]:
    """Milliseconds over many clicks, with the whole result shown."""
    mounted = Mounted(build(project, print).files)
    server = make_server(mounted, 0)
    mounted.origin = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    path = next((found for name in BROWSERS if (found := which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        times = click_times(browser.new_page(viewport={"width": 390, "height": 800}), mounted)
        browser.close()
    server.shutdown()
    return {
        "click to painted result, median (ms)": f"{median(times):.1f}",
        "click to painted result, 95 of 100 (ms)": f"{quantiles(times, n=100)[94]:.1f}",
    }


def click_times(page: Page, mounted: Mounted) -> list[float]:
    """Milliseconds for each click."""
    open_builder(page, mounted)
    for strand in STRAND_IDS:
        page.check(f'input[name="answers.{strand}"][value="2"]')
    page.wait_for_selector("#result[data-state=complete]")
    return page.evaluate(MEASURE, [list(STRAND_IDS), CLICKS])
