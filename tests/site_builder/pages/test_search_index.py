import gzip
import json
import re
from dataclasses import replace

import pytest

from scoring import Catalogue, Move
from site_builder.assets.pictures import read_pictures
from site_builder.content.load import read_content
from site_builder.core.help_lines import HelpLines, HelpRegion, HelpService
from site_builder.core.model import Content, Files, Page
from site_builder.core.project import Project
from site_builder.pages.search_index import SearchFile, make_search_file
from tests.site_builder.samples import arrange_content, make_chapters, make_content, make_page, make_reference

type Row = list[str]

BODY = """First *words* [@hall-2019] of a [link](hosting.md).

## What to say

> "Morning."

- One
- Two

### Café

| a | b |
| - | - |
| c | d |

## What to say
"""


def make(content: Content) -> SearchFile:
    return make_search_file(content, arrange_content(content))


def rows_of(content: Content) -> list[Row]:
    return json.loads(make(content).data)


@pytest.fixture
def content(catalogue: Catalogue) -> Content:
    """Content whose third chapter has sections, with one more page."""
    chapters = make_chapters(weak_ties=make_page("weak-ties", BODY, label="Weak Ties"))
    pages = [make_page("safety", "Look first.\n\n## Leave\n\nGo.\n", "pages", label="Safety")]
    return make_content(catalogue, chapters, pages, [make_reference("hall-2019")])


def at(rows: list[Row], address: str) -> list[Row]:
    """What leads into one page."""
    return [row for row in rows if row[4].partition("#")[0] == address and row[0] != "move"]


def test_a_chapter_has_an_entry_for_every_section_in_plain_words(content: Content) -> None:
    address = "chapters/weak-ties.html"
    assert at(rows_of(content), address) == [
        ["chapter", "Weak Ties", "Title of weak-ties", "A summary. First words of a link.", address],
        ["chapter", "Weak Ties", "What to say", "“Morning.” One Two", f"{address}#what-to-say"],
        ["chapter", "Weak Ties", "Café", "a b c d", f"{address}#cafe"],
        ["chapter", "Weak Ties", "What to say", "", f"{address}#what-to-say-2"],
    ]


def test_a_page_has_entries_of_its_own_kind(content: Content) -> None:
    assert at(rows_of(content), "safety.html") == [
        ["page", "Safety", "Title of safety", "A summary. Look first.", "safety.html"],
        ["page", "Safety", "Leave", "Go.", "safety.html#leave"],
    ]


def test_drafts_cannot_be_found(catalogue: Catalogue) -> None:
    def has_draft(page: Page) -> bool:
        return "draft-words" in make(make_content(catalogue, [*make_chapters(), page])).data.decode()

    assert has_draft(make_page("night-walks", "draft-words\n", order=13))
    assert not has_draft(make_page("night-walks", "draft-words\n", order=13, draft=True))


def test_every_move_is_there_whole_and_leads_to_the_chapter_of_its_strand(
    content: Content, catalogue: Catalogue
) -> None:
    moves = [row for row in rows_of(content) if row[0] == "move"]
    assert moves == [
        ["move", strand.label, move.title, _whole(move), f"chapters/{strand.id}.html"]
        for strand in catalogue.strands
        for move in strand.moves
    ]
    assert len(moves) > 200
    assert [text for *_, text, _ in moves if "“”" in text] == []
    assert any(text.endswith("”") for *_, text, _ in moves)


def _whole(move: Move) -> str:
    return f"{move.detail}\n“{move.say}”" if move.say else move.detail


def test_a_source_is_found_by_its_authors_year_and_finding(content: Content) -> None:
    assert [row for row in rows_of(content) if row[0] == "source"] == [
        ["source", "Person, A. (2020)", "Title of hall-2019", "A finding.", "sources.html#hall-2019"]
    ]


def test_pages_that_only_templates_write_are_found_by_title_and_summary(content: Content) -> None:
    content.words.update({"builder": {"title": "Map Builder", "summary": "Ten questions."}, "book": "no fields"})
    assert at(rows_of(content), "builder.html") == [
        ["page", "Map Builder", "Map Builder", "Ten questions.", "builder.html"]
    ]


def test_services_that_help_are_found_by_region(content: Content) -> None:
    service = HelpService("A line", "listens", "https://example.org/")
    lines = HelpLines("today", (HelpRegion("Here", (service, service)),))
    found = rows_of(replace(content, help_lines=lines))
    assert ["page", "Safety", "Here", "A line: listens A line: listens", "safety.html#help"] in found
    assert "safety.html#help" not in [row[4] for row in rows_of(replace(content, help_lines=lines, pages=()))]


def test_the_same_content_gives_the_same_file_and_other_content_another_name(
    catalogue: Catalogue, content: Content
) -> None:
    assert make(content) == make(content)
    assert re.fullmatch(r"assets/search/[0-9a-f]{12}\.json", make(content).address)
    other = make_content(catalogue, make_chapters(weak_ties=make_page("weak-ties", "Other text.\n")))
    assert make(other).address != make(content).address


def test_what_can_be_found_is_in_the_site(tiny_files: Files) -> None:
    (name,) = [name for name in tiny_files if name.startswith("assets/search/")]
    assert f'data-entries="{name}"' in tiny_files["search.html"].decode()
    addresses = {row[4] for row in json.loads(tiny_files[name])}
    assert {"builder.html", "print.html", "safety.html#help", "sources.html#hall-2019"} <= addresses
    for address in addresses:
        page, _, anchor = address.partition("#")
        assert not anchor or f' id="{anchor}"' in tiny_files[page].decode(), address


def test_what_the_search_loads_stays_small(project: Project) -> None:
    content = read_content(project)
    file = make_search_file(content, arrange_content(content, list(read_pictures(project)[0])))
    assert 60_000 < len(gzip.compress(file.data, mtime=0)) < 150_000
