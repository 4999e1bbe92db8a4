"""The Content-Security-Policy holds, with headers and with the meta element alone."""

from html import escape

from playwright.sync_api import BrowserContext, Page

from site_builder import policy
from site_builder.model import Files
from tests.browser.conftest import fill_in_worked_example, open_builder, out
from tests.browser.mounted import Mounted


def test_the_meta_policy_alone_is_enough_and_blocks_nothing_of_ours(
    page: Page, mounted: Mounted, monkeypatch: object
) -> None:
    monkeypatch.setattr("site_builder.serve.HEADERS", {})  # a host that sends no headers
    open_builder(page, mounted)
    fill_in_worked_example(page)
    assert out(page, "score") == "64"


def test_inline_code_and_foreign_requests_are_blocked(context: BrowserContext, mounted: Mounted) -> None:
    page = context.new_page()
    page.goto(mounted.url("builder.html"))
    added = "script => { const element = document.createElement('script'); element.textContent = script; "
    page.evaluate(added + "document.head.append(element); }", "globalThis.broken = true")
    assert page.evaluate("() => globalThis.broken") is None
    assert page.evaluate("() => fetch('https://example.org/').then(() => 'sent', () => 'blocked')") == "blocked"


def test_every_page_carries_the_policy(files: Files) -> None:
    pages = [data.decode() for name, data in files.items() if name.endswith(".html")]
    wanted = f'content="{escape(policy.CONTENT_SECURITY_POLICY).replace("&#x27;", "&#39;")}"'
    assert all(wanted in text for text in pages)
    assert "unsafe-inline" not in policy.CONTENT_SECURITY_POLICY
    assert "'unsafe-eval'" not in policy.CONTENT_SECURITY_POLICY
