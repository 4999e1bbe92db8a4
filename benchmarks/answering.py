"""How long a real browser takes from a press to what is painted then: answers, steps, and the ledger's pages."""

from shutil import which
from statistics import median, quantiles
from threading import Thread

from playwright.sync_api import Page, sync_playwright

from scoring.model import STRAND_IDS
from site_builder.build import build
from site_builder.core.project import Project
from site_builder.ebook import BROWSERS
from site_builder.preview import make_server
from tests.browser.conftest import ARGUMENTS, DESK, PHONE, open_builder
from tests.browser.mounted import Mounted
from tests.browser.people import bring, open_people
from tests.scoring.ledger.neighbors import crowd

CLICKS = 100
VISITS = 20

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


STEPS = """
async (rounds) => {
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const times = [];
    const press = async (name) => {
        await painted();
        const start = performance.now();
        document.querySelector(`[data-do=${name}]`).click();
        await painted();
        times.push(performance.now() - start);
    };
    for (let round = 0; round < rounds; round += 1) {
        for (let step = 0; step < 9; step += 1) await press("continue");
        await new Promise((done) => { addEventListener("popstate", done, { once: true }); history.go(-9); });
    }
    return times;
}
"""
TOUCHES = """
async (presses) => {
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const times = [];
    for (const { id } of [...document.querySelectorAll("#entries > li")].slice(0, presses)) {
        const now = () => document.querySelector(`#${id} .about`).textContent;
        const about = now();
        await painted();
        const start = performance.now();
        document.querySelector(`#${id} [data-do=in-touch]`).click();
        while (now() === about) await new Promise((resolve) => setTimeout(resolve));
        await painted();
        times.push(performance.now() - start);
    }
    return times;
}
"""
OPENED = "() => performance.now() - performance.getEntriesByType('navigation')[0].responseStart"
"""Milliseconds since the page began to arrive."""

PEOPLE = 60
SLOWER = 4
"""A phone's processor, about."""


def measure(project: Project) -> dict[str, str]:
    """Milliseconds over many presses, each as the median and as the 95th of 100."""
    mounted = Mounted(build(project, print).files)
    server = make_server(mounted, 0)
    mounted.origin = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    path = next((found for name in BROWSERS if (found := which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        times = {name: take(browser.new_page(viewport=PHONE), mounted) for name, take in MEASURES.items()}
        browser.close()
    server.shutdown()
    return {name: f"{median(all_):.1f}, {quantiles(all_, n=100)[94]:.1f}" for name, all_ in times.items()}


def click_times(page: Page, mounted: Mounted) -> list[float]:
    """Milliseconds for each click, with all questions and the result on one page."""
    page.set_viewport_size(DESK)
    open_builder(page, mounted)
    for strand in STRAND_IDS:
        page.check(f'input[name="answers.{strand}"][value="2"]')
    page.wait_for_selector("#result[data-state=complete]")
    return page.evaluate(MEASURE, [list(STRAND_IDS), CLICKS])


def step_times(page: Page, mounted: Mounted) -> list[float]:
    """Milliseconds from question to question, on a slower processor."""
    open_builder(page, mounted)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page.evaluate(STEPS, 10)


def touch_times(page: Page, mounted: Mounted) -> list[float]:
    """Milliseconds from "In touch today" to the row that says so."""
    open_people(page, mounted)
    bring(page, crowd(PEOPLE))
    page.wait_for_selector("html[data-python=ready]")
    return page.evaluate(TOUCHES, PEOPLE)


def open_times(page: Page, mounted: Mounted) -> list[float]:
    """Milliseconds until a ledger of sixty people and its week are shown, in visits after the first."""
    open_people(page, mounted)
    bring(page, crowd(PEOPLE))
    times = []
    for _ in range(VISITS):
        page.goto(mounted.url("ledger.html"))
        page.wait_for_selector(".ledger[data-shown]")
        times.append(page.evaluate(OPENED))
    return times


MEASURES = {
    "click to painted result, median and 95 of 100 (ms)": click_times,
    f"step to step, {SLOWER} times slower, the same (ms)": step_times,
    f"in touch today, {PEOPLE} people, the same (ms)": touch_times,
    "ledger opened again, the same (ms)": open_times,
}
