"""Where people can turn: read in order, and every mistake at its place."""

import pytest

from site_builder.content.help_lines import check_help_lines
from site_builder.content.located_yaml import parse_yaml
from site_builder.core.help_lines import HelpLines, HelpRegion, HelpService
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


LOOKED_UP = """\
        looked_up: 2020-03-09
        at: https://example.org/numbers
        year: 2019
"""


def test_where_and_when_a_line_was_looked_up_is_read() -> None:
    looked_up = ("2020-03-09", "https://example.org/numbers", "2019")
    service = HelpService("A helpline", "call 1", "https://example.org/help", *looked_up)
    assert checked(GOOD + LOOKED_UP) == (HelpLines("March 2020", (HelpRegion("Any country", (service,)),)), [])


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "text"),
    [
        ("2020-03-09", "March 2020", 8, 20, 'looked_up: "March 2020" given'),
        ("2020-03-09", "2020-02-30", 8, 20, 'looked_up: "2020-02-30" given'),
        ("2020-03-09", "20200309", 8, 20, "looked_up: 20200309 is not a text"),
        ("2020-03-09", "2020-W10-1", 8, 20, 'looked_up: "2020-W10-1" given'),
        ("https://example.org/numbers", "example.org/numbers", 9, 13, 'at: "example.org/numbers" given'),
        ("2019", "1066", 10, 15, "year: 1066 given"),
    ],
)
def test_a_day_an_address_or_a_year_of_another_form_is_refused(
    old: str, new: str, line: int, column: int, text: str
) -> None:
    lines, told = checked(GOOD + LOOKED_UP.replace(old, new))
    assert lines is None
    assert told == [(line, column, text)]


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (["looked_up"], 'services: field "at" is missing beside looked_up'),
        (["at"], 'services: field "looked_up" is missing beside at'),
        (["at", "year"], 'services: field "looked_up" is missing beside at and year'),
    ],
)
def test_a_day_and_its_page_belong_together(left: list[str], told: str) -> None:
    rows = [row for row in LOOKED_UP.splitlines(keepends=True) if row.split(":")[0].strip() in left]
    lines, problems = checked(GOOD + "".join(rows))
    assert lines is None
    assert [text for _, _, text in problems] == [told]


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
