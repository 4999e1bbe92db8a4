"""The real Pyodide, as a reader gets it, answers as CPython does: every exchange file, and a thousand inputs."""

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page

from scoring import Catalogue, handle
from site_builder.core.project import Project
from tests.browser.mounted import Mounted
from tests.scoring.exchange_files import read_exchanges
from tests.scoring.thousand import read_table, rows, thousand_requests

type Ask = Callable[[Iterable[str]], list[str]]

ASK = """async ([client, wanted, requests]) => {
  const { ScoringClient } = await import(client);
  const started = new ScoringClient(() => {});
  started.start(wanted);
  const answers = [];
  for (const text of requests) answers.push(await started.askText(text));
  return answers;
}"""


@pytest.fixture
def ask(page: Page, mounted: Mounted, project: Project) -> Ask:
    """Asks the site's own worker and engine, from a page without scripts."""
    page.goto(mounted.url("builder.html"))
    html = page.locator("html")
    wanted = {
        "runtime": mounted.url(html.get_attribute("data-runtime") or ""),
        "edition": html.get_attribute("data-edition"),
    }
    client = mounted.add_script(project, "python/scoring-client.js")
    mounted.files["empty.html"] = b'<!DOCTYPE html><title>Empty</title><link rel="icon" href="data:,">'
    page.goto(mounted.url("empty.html"))
    return lambda requests: page.evaluate(ASK, [client, wanted, list(requests)])


def test_every_exchange_file_gets_the_same_bytes(ask: Ask, catalogue: Catalogue) -> None:
    requests = [request for _, request, _ in read_exchanges()]
    assert len(requests) >= 15
    assert ask(requests) == [handle(request, catalogue) for request in requests]


def test_a_thousand_inputs_get_the_rows_of_the_table(ask: Ask) -> None:
    requests = list(thousand_requests())
    assert rows(requests, ask(requests)) == read_table()
