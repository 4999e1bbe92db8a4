import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from jinja2.meta import find_referenced_templates

from site_builder.content.heading_ids import heading_id
from site_builder.content.markdown import _Reader
from site_builder.core.model import Citation, Heading, Link
from site_builder.core.project import Project
from tests.site_builder.samples import parse


def problems_of(text: str, body_line: int = 1) -> list[tuple[str, int, int, int]]:
    _, problems = parse(text, body_line)
    return [(problem.code, problem.line, problem.column, problem.length) for problem in problems]


def links_of(text: str) -> list[tuple[str, int, int]]:
    return [(link.href, link.line, link.column) for link in parse(text)[0].links]


def test_headings_are_listed_with_level_id_and_words() -> None:
    document, problems = parse("## One *soft* word\n\ntext\n\n### Two `code`\n\n## Three\n")
    assert problems == []
    assert document.headings == (
        Heading(2, "one-soft-word", "One soft word"),
        Heading(3, "two-code", "Two code"),
        Heading(2, "three", "Three"),
    )


def test_a_heading_over_two_lines_has_a_space_between_them() -> None:
    document, _ = parse("One\ntwo\n---\n")
    assert document.headings == (Heading(2, "one-two", "One two"),)


def test_a_citation_is_not_among_the_words_of_a_heading() -> None:
    assert parse("## Known [@hall-2019]\n")[0].headings[0].text.strip() == "Known"


@given(st.lists(st.text(max_size=12), max_size=12))
def test_heading_ids_are_never_empty_never_twice_and_hold_no_space(texts: list[str]) -> None:
    taken: dict[str, int] = {}
    ids = [heading_id(text, taken) for text in texts]
    assert len(set(ids)) == len(ids)
    assert all(
        name and not any(character.isspace() or character in "#%\"'<>&_" for character in name) for name in ids
    )


def test_a_second_heading_does_not_take_the_id_of_one_that_is_named_so() -> None:
    ids = [heading.id for heading in parse("## Try\n\n## Try 2\n\n## Try\n")[0].headings]
    assert ids == ["try", "try-2", "try-3"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("### Three\n", ("heading-jump", 1, 1, 3)),
        ("## Two\n\n#### Four\n", ("heading-jump", 3, 1, 4)),
        ("## Two\n\n### Three\n\n##### Five\n", ("heading-jump", 5, 1, 5)),
    ],
)
def test_a_heading_that_skips_a_level_is_refused(text: str, place: tuple[str, int, int, int]) -> None:
    assert problems_of(text) == [place]


def test_headings_may_go_back_up_by_any_number_of_levels() -> None:
    assert problems_of("## Two\n\n### Three\n\n#### Four\n\n## Two\n\n### Three\n") == []


@pytest.mark.parametrize("text", ["# One\n", "One\n===\n"])
def test_a_heading_of_level_1_is_refused(text: str) -> None:
    assert problems_of(text) == [("h1-in-text", 1, 1, 1)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("One <b>two\n", ("raw-html", 1, 5, 3)),
        ("text\n\n<div class='x'>\nx\n</div>\n", ("raw-html", 3, 1, 15)),
        ("text\n\n<!-- a\ncomment -->\n", ("raw-html", 3, 1, 6)),
        ("- one\n- <script>x</script>\n", ("raw-html", 2, 3, 18)),
        ("> <br>\n", ("raw-html", 1, 3, 4)),
    ],
)
def test_raw_html_is_refused_where_it_stands(text: str, place: tuple[str, int, int, int]) -> None:
    assert place in problems_of(text)


def test_an_image_needs_words() -> None:
    assert problems_of("Text ![](a.png) and ![ ](b.png), ![a street](c.png)\n") == [
        ("no-alt", 1, 6, 2),
        ("no-alt", 1, 21, 2),
    ]


def test_links_and_images_are_listed_with_their_places() -> None:
    text = "[a](one.md), [b](two.md)\nand ![c](three.png)\n\n> [d](one.md#x)\n"
    assert parse(text)[0].links == (
        Link("one.md", 1, 5),
        Link("two.md", 1, 18),
        Link("three.png", 2, 10),
        Link("one.md#x", 4, 7),
    )


def test_the_same_address_twice_has_two_places() -> None:
    assert links_of("[a](one.md) [b](one.md)\n\n[c](one.md)\n") == [
        ("one.md", 1, 5),
        ("one.md", 1, 17),
        ("one.md", 3, 5),
    ]


def test_a_link_inside_a_list_or_a_table_is_placed_in_its_line() -> None:
    text = "- x\n  - [a](one.md)\n\n| h | i |\n|---|---|\n| x | [b](two.md) |\n"
    assert links_of(text) == [("one.md", 2, 9), ("two.md", 6, 11)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("more [a](<b c.md>)\n", ("b%20c.md", 1, 11)),
        ("more [a](b%20c.md)\n", ("b%20c.md", 1, 10)),
        ("more [a](b&amp;c.md)\n", ("b&c.md", 1, 1)),
    ],
)
def test_an_address_that_is_written_otherwise_is_found_decoded_or_placed_at_its_paragraph(
    text: str, place: tuple[str, int, int]
) -> None:
    assert links_of(text) == [place]


def test_citations_are_listed_with_their_places() -> None:
    document, problems = parse("One [@a-1].\n\nTwo\n[@b; @c] three [@a-1].\n")
    assert problems == []
    assert document.citations == (
        Citation("a-1", 1, 6),
        Citation("b", 4, 2),
        Citation("c", 4, 6),
        Citation("a-1", 4, 17),
    )


def test_places_are_lines_of_the_file_not_of_its_body() -> None:
    text = "---\ntitle: A\n---\n\n## Two\n\nOne [a](one.md) [@b].\n\n#### Four\n"
    document, problems = parse(text, body_line=4)
    assert document.links == (Link("one.md", 7, 9),)
    assert document.citations == (Citation("b", 7, 18),)
    assert [(problem.line, problem.source_line) for problem in problems] == [(9, "#### Four")]


def test_the_same_words_above_a_paragraph_do_not_draw_its_places_up() -> None:
    text = "---\nsummary: See one.md and @b.\n---\n\nFirst one.md\nand `@b`.\n\nThen [a](one.md) [@b].\n"
    document, _ = parse(text, body_line=4)
    assert document.links == (Link("one.md", 8, 10),)
    assert document.citations == (Citation("b", 8, 19),)


@pytest.mark.parametrize("citation", ["[@]", "[@a b]", "[@a, @b]", "[@a; b]", "[@a;]", "[@ä.b]", "[@a; @]"])
def test_what_is_almost_a_citation_is_refused(citation: str) -> None:
    assert problems_of(f"So it is {citation}.\n") == [("citation-form", 1, 10, 2)]


def test_passages_hold_the_words_as_a_reader_reads_them() -> None:
    document, _ = parse(
        "## Two words\n\nThree *more* words `and code` [Link text](a.md)\n\n- item\n\n```\nnot this\n```\n"
    )
    assert [passage.text for passage in document.passages] == [
        "Two words",
        "Three more words and code Link text",
        "item",
    ]


@pytest.mark.parametrize(
    ("lang", "written", "shown"),
    [
        ("de", "Er sagte: \"Sag 'ja'.\"", "Er sagte: „Sag ‚ja‘.“"),
        ("fr-CA", 'Il dit "oui".', "Il dit «\u00a0oui\u00a0»."),
        ("ja", '彼は"はい"と言った。', "彼は「はい」と言った。"),
        ("zh", '他说"好"。"好"，"很好"。', "他说“好”。“好”，“很好”。"),
        ("en", 'He said "yes", 5\'10" tall.', "He said “yes”, 5′10″ tall."),
    ],
)
def test_quotation_marks_are_those_of_the_language(lang: str, written: str, shown: str) -> None:
    document, problems = parse(f"{written}\n", lang=lang)
    assert ([passage.text for passage in document.passages], problems) == ([shown], [])


def test_a_citation_whose_id_starts_like_another_is_placed_at_itself() -> None:
    document, _ = parse("One [@hall-2019b] and [@hall-2019].\n")
    assert document.citations == (Citation("hall-2019b", 1, 6), Citation("hall-2019", 1, 24))


def test_a_malformed_citation_after_a_good_one_is_placed_at_itself() -> None:
    assert problems_of("One [@a] and [@b c].\n") == [("citation-form", 1, 14, 2)]


def test_every_malformed_citation_of_a_line_is_told() -> None:
    assert problems_of("One [@a b] and [@c d].\n") == [("citation-form", 1, 5, 2), ("citation-form", 1, 16, 2)]


def test_the_same_link_in_two_cells_of_a_row_has_two_places() -> None:
    assert links_of("| a | b |\n|---|---|\n| [x](one.md) | [y](one.md) |\n") == [("one.md", 3, 7), ("one.md", 3, 21)]


def test_a_citation_can_carry_a_note() -> None:
    document, problems = parse("So it is [@hall-2019, page 4; @rohrer-2021].\n")
    assert problems == []
    assert [citation.source_id for citation in document.citations] == ["hall-2019", "rohrer-2021"]


def ids_beside_texts(templates: Path) -> set[str]:
    """Every id that a template gives on a page with a text in Markdown; 1 stands for what is filled in."""
    environment = Environment(loader=FileSystemLoader(templates), autoescape=True)
    waiting, met, ids = (
        ["chapter.html.j2", "page.html.j2", *(f"pages/{path.name}" for path in (templates / "pages").iterdir())],
        set(),
        set(),
    )
    while waiting:
        name = waiting.pop()
        if name in met:
            continue
        met.add(name)
        text = (templates / name).read_text("utf-8")
        waiting += [found for found in find_referenced_templates(environment.parse(text)) if found]
        ids |= {re.sub(r"\{\{.*?\}\}", "1", found) for found in re.findall(r'\bid="([^"]+)"', text)}
    return ids


def test_no_heading_takes_an_id_that_its_page_gives(project: Project) -> None:
    ids = ids_beside_texts(project.templates)
    assert {"main", "contents", "source-1", "page-sources", "help"} <= ids
    assert {name for name in ids if heading_id(name, {}) == name} == set()


def test_thousands_of_equal_headings_and_mistakes_are_told_apart_in_one_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    walks: list[str] = []
    look_for = _Reader.look_for

    def counting(reader: _Reader, text: str, form: re.Pattern[str] | None) -> Iterator[tuple[int, int]]:
        walks.append(text)
        return look_for(reader, text, form)

    monkeypatch.setattr(_Reader, "look_for", counting)
    document, _ = parse("## Same\n\n" * 3000)
    assert document.headings[-1].id == "same-3000"
    _, problems = parse("[@a; " * 900 + "\n")
    assert [problem.column for problem in problems] == list(range(1, 4500, 5))
    assert walks == ["[@"]
