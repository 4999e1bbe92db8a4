"""Where people can turn: read in order, and every mistake at its place."""

from site_builder.content.help_lines import check_help_lines
from site_builder.content.located_yaml import parse_yaml
from site_builder.core.model import HelpLines, HelpRegion, HelpService
from site_builder.core.problems import Source

GOOD = """\
checked: March 2020
regions:
  - name: Any country
    services:
      - name: A helpline
        what: call 1
        url: https://example.org/help
"""


def checked(text: str) -> tuple[HelpLines | None, list[tuple[int, int, str]]]:
    yaml, problems = parse_yaml(Source("content/help.yaml", text))
    assert problems == []
    lines, problems = check_help_lines(yaml)
    return lines, [(problem.line, problem.column, problem.text) for problem in problems]


def test_help_lines_are_read() -> None:
    service = HelpService("A helpline", "call 1", "https://example.org/help")
    assert checked(GOOD) == (HelpLines("March 2020", (HelpRegion("Any country", (service,)),)), [])


def test_an_unsafe_address_is_refused_at_its_place() -> None:
    text = 'url: "http://example.org/help" given'
    assert checked(GOOD.replace("https:", "http:")) == (None, [(7, 14, text)])


def test_a_region_without_services_is_refused() -> None:
    lines, told = checked("checked: today\nregions:\n  - name: Here\n    services: []\n")
    assert lines is None
    assert told == [(4, 15, "services: 0 given")]


def test_what_is_missing_is_told_all_at_once() -> None:
    lines, told = checked("regions:\n  - services:\n      - name: A helpline\n")
    assert lines is None
    assert [text for _, _, text in told] == [
        'field "checked" is missing',
        'regions: field "name" is missing',
        'services: field "what" is missing',
        'services: field "url" is missing',
    ]
