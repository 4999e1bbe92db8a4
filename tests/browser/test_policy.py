"""The Content-Security-Policy holds, with headers and with the meta element alone; what the latter lacks is told."""

from html import escape

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Worker

from site_builder.core import policy
from site_builder.core.model import Files
from tests.browser.conftest import fill_in_worked_example, open_builder, out
from tests.browser.keeping import kept_page, wait_until_kept
from tests.browser.mounted import Mounted

SINKS = {
    "innerHTML": "document.body.innerHTML = text",
    "outerHTML": "document.body.outerHTML = text",
    "insertAdjacentHTML": "document.body.insertAdjacentHTML('beforeend', text)",
    "document.write": "document.write(text)",
    "DOMParser": "new DOMParser().parseFromString(text, 'text/html')",
    "fragment": "document.createRange().createContextualFragment(text)",
    "srcdoc": "document.createElement('iframe').srcdoc = text",
    "text of a script": "document.createElement('script').textContent = text",
    "address of a script": "document.createElement('script').src = 'assets/other.js'",
    "handler": "document.body.setAttribute('onclick', text)",
    "eval": "eval(text)",
    "Function": "new Function(text)",
    "timer": "setTimeout(text)",
    "foreign worker": "new Worker('https://example.org/worker.js')",
    "worker of this site": "new Worker(new URL('sw.js', document.baseURI))",
    "shared worker": "new SharedWorker(new URL('sw.js', document.baseURI))",
    "our policy again": "trustedTypes.createPolicy('community-os', {})",
    "another policy": "trustedTypes.createPolicy('another', {})",
    "default policy": "trustedTypes.createPolicy('default', {})",
}
"""Ways by which a text becomes HTML, code or a worker, and ways around the check."""

TRY = """(text) => new Promise((tell) => setTimeout(() => {
    try { %s; tell("worked"); } catch (error) { tell(error.name); }
}))"""
"""Tried later, because what a test runs at once in a page is free of the policy."""
SENDS = "(url) => fetch(url, { mode: 'no-cors' }).then(() => 'worked', (error) => error.name)"


@pytest.fixture(params=["headers", "meta alone"])
def host(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A host that sends the headers, and one that sends none."""
    if request.param == "meta alone":
        monkeypatch.setattr("site_builder.preview.HEADERS", {})
    return request.param


def test_the_meta_policy_alone_is_enough_and_blocks_nothing_of_ours(
    page: Page, mounted: Mounted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.preview.HEADERS", {})
    open_builder(page, mounted)
    fill_in_worked_example(page)
    assert out(page, "score") == "64"


@pytest.mark.usefixtures("host")
def test_inline_code_and_foreign_requests_are_blocked(context: BrowserContext, mounted: Mounted) -> None:
    page = context.new_page()
    page.goto(mounted.url("builder.html"))
    added = "code => { const element = document.createElement('script'); element.append(code); "
    page.evaluate(added + "document.head.append(element); }", "globalThis.broken = true")
    assert page.evaluate("() => globalThis.broken") is None
    assert page.evaluate(SENDS, "https://example.org/") == "TypeError"


@pytest.mark.usefixtures("host")
def test_no_text_becomes_html_code_or_a_worker(context: BrowserContext, mounted: Mounted) -> None:
    page = context.new_page()
    open_builder(page, mounted)
    tried = {name: page.evaluate(TRY % way, "<b>globalThis.broken = true</b>") for name, way in SINKS.items()}
    assert tried == dict.fromkeys(SINKS, "TypeError") | {"eval": "EvalError", "Function": "EvalError"}


def test_every_page_carries_the_policy(files: Files) -> None:
    pages = [data.decode() for name, data in files.items() if name.endswith(".html")]
    wanted = f'content="{escape(policy.CONTENT_SECURITY_POLICY).replace("&#x27;", "&#39;")}"'
    assert all(wanted in text for text in pages)
    assert "unsafe-inline" not in policy.CONTENT_SECURITY_POLICY
    assert "'unsafe-eval'" not in policy.CONTENT_SECURITY_POLICY


def what_works(worker: Worker, elsewhere: str) -> list[str]:
    """What becomes of running a text, of making a policy, and of asking another host."""
    tried = [worker.evaluate(TRY % way) for way in ("eval('1')", "trustedTypes.createPolicy('another', {})")]
    return [*tried, worker.evaluate(SENDS, elsewhere)]


def test_a_worker_has_the_policy_of_its_own_response_only(
    keeping: BrowserContext, mounted: Mounted, host: str
) -> None:
    page = keeping.new_page()
    open_builder(page, mounted)
    wait_until_kept(page)
    elsewhere = mounted.url("about.html").replace("127.0.0.1", "localhost")  # another host, on this machine
    for worker in (page.workers[0], keeping.service_workers[0]):
        refused = ["EvalError", "TypeError", "TypeError"]
        assert what_works(worker, elsewhere) == (refused if host == "headers" else ["worked"] * 3), worker.url


@pytest.mark.usefixtures("host")
def test_once_the_site_is_kept_its_workers_are_held_back_on_any_host(
    keeping: BrowserContext, mounted: Mounted
) -> None:
    page = kept_page(keeping, mounted, "about.html")
    open_builder(page, mounted)
    elsewhere = mounted.url("about.html").replace("127.0.0.1", "localhost")
    assert what_works(page.workers[0], elsewhere) == ["EvalError", "TypeError", "TypeError"]
    fill_in_worked_example(page)
    assert out(page, "score") == "64"


def test_a_service_worker_is_started_by_our_own_policy_only(keeping: BrowserContext, mounted: Mounted) -> None:
    page = kept_page(keeping, mounted, "about.html")
    with pytest.raises(Error, match="TrustedScriptURL"):
        page.evaluate("() => navigator.serviceWorker.register('sw.js')")


def test_a_browser_without_trusted_types_gets_the_plain_address(
    context: BrowserContext, mounted: Mounted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.preview.HEADERS", {})
    mounted.files["builder.html"] = mounted.files["builder.html"].replace(b"require-trusted-types-for", b"unknown")
    context.add_init_script("delete globalThis.trustedTypes")
    page = context.new_page()
    open_builder(page, mounted)
    assert page.evaluate("() => globalThis.trustedTypes") is None


@pytest.mark.parametrize("place", ["header", "meta"])
def test_only_a_header_keeps_other_sites_from_framing_a_page(
    context: BrowserContext, mounted: Mounted, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    rule = policy.HEADERS["Content-Security-Policy"].rpartition("; ")[2]
    monkeypatch.setattr(
        "site_builder.preview.HEADERS", {"Content-Security-Policy": rule} if place == "header" else {}
    )
    meta = f'<title>Framed</title><meta http-equiv="Content-Security-Policy" content="{rule}">'
    framed = mounted.url("framed.html").replace("127.0.0.1", "localhost")  # another host, on this machine
    mounted.files["framed.html"] = meta.encode()
    mounted.files["around.html"] = f'<title>Around</title><iframe src="{framed}"></iframe>'.encode()
    page = context.new_page()
    page.goto(mounted.url("around.html"))
    page.wait_for_load_state("networkidle")
    assert rule == "frame-ancestors 'none'"
    assert page.frames[1].url == ("chrome-error://chromewebdata/" if place == "header" else framed)
