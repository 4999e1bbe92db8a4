"""The real Pyodide, as a reader gets it, answers as CPython does: every exchange file, and a thousand inputs."""

from collections.abc import Sequence

from playwright.sync_api import Page

from scoring import Catalogue, handle
from tests.browser.conftest import open_builder
from tests.browser.mounted import Mounted
from tests.scoring.exchange_files import read_exchanges
from tests.scoring.thousand import read_table, rows, thousand_requests

ASK = """async ([client, wanted, requests]) => {
  const { ScoringClient } = await import(client);
  const started = new ScoringClient(() => {});
  started.start(wanted);
  const answers = [];
  for (const text of requests) answers.push(await started.askText(text));
  return answers;
}"""


def answers_of_pyodide(page: Page, mounted: Mounted, requests: Sequence[str]) -> list[str]:
    open_builder(page, mounted)
    script = page.locator("script[src$='builder.js']").get_attribute("src") or ""
    client = mounted.url(script.replace("builder.js", "scoring-client.js"))
    html = page.locator("html")
    wanted = {
        "runtime": mounted.url(html.get_attribute("data-runtime") or ""),
        "edition": html.get_attribute("data-edition"),
    }
    return page.evaluate(ASK, [client, wanted, list(requests)])


def test_every_exchange_file_gets_the_same_bytes(page: Page, mounted: Mounted, catalogue: Catalogue) -> None:
    requests = [request for _, request, _ in read_exchanges()]
    assert len(requests) >= 15
    assert answers_of_pyodide(page, mounted, requests) == [handle(request, catalogue) for request in requests]


def test_a_thousand_inputs_get_the_rows_of_the_table(page: Page, mounted: Mounted) -> None:
    requests = list(thousand_requests())
    assert rows(requests, answers_of_pyodide(page, mounted, requests)) == read_table()
