"""Straight quotation marks in YAML texts: where they stand, and how to write them."""

import pytest

from site_builder.content.load import TEXTS, read_texts
from site_builder.content.located_yaml import Yaml, parse_yaml
from site_builder.core.problems import Source, render_problem
from site_builder.core.project import Project
from site_builder.lint.typography import check_quotes, typographic


def parsed(text: str) -> Yaml:
    yaml, problems = parse_yaml(Source("content/words.yaml", text))
    assert problems == []
    return yaml


def told(text: str) -> list[tuple[int, int, str, str]]:
    """Line, column, the word, and the hint."""
    problems = list(check_quotes(parsed(text), "en"))
    assert {problem.code for problem in problems} <= {"straight-quote"}
    return [
        (p.line, p.column, p.text.removeprefix("a straight quotation mark or apostrophe: "), p.hint) for p in problems
    ]


def test_a_straight_sign_is_told_with_its_place_and_the_right_one() -> None:
    [problem] = check_quotes(parsed("a: Fine.\nb: See, I don't know.\n"), "en")
    assert render_problem(problem) == (
        "content/words.yaml:2:11: a straight quotation mark or apostrophe: don't\n"
        "    2 | b: See, I don't know.\n"
        "      |           ^^^^^\n"
        "    write don’t\n"
    )


def test_every_word_is_told_at_its_own_place() -> None:
    assert told("I'm: I'm here, and I'm late.\n") == [(1, 6, "I'm", "write I’m"), (1, 20, "I'm", "write I’m")]


def test_a_text_of_several_lines_is_told_line_by_line() -> None:
    text = "a:\n  - >-\n    Say \"hello\n    there\" to the dogs' owner.\n\n    I'm off.\n  - I'm\n"
    assert told(text) == [
        (3, 9, '"hello', "write “hello"),
        (4, 5, 'there"', "write there”"),
        (4, 19, "dogs'", "write dogs’"),
        (6, 5, "I'm", "write I’m"),
        (7, 5, "I'm", "write I’m"),
    ]


def test_a_word_that_yaml_writes_in_another_way_is_told_at_its_text() -> None:
    assert told("a: 'It''s'\nb: It's\n") == [(1, 4, "It's", "write It’s"), (2, 4, "It's", "write It’s")]
    assert told('a: "say \\"yes\\""\n') == [(1, 4, '"yes"', "write “yes”")]


def test_half_a_pair_is_left_to_the_writer() -> None:
    assert told('a: Say "yes\n') == [(1, 8, '"yes', "use the signs “ ” ‘ ’")]


@pytest.mark.parametrize(
    "text",
    ['a: "x"\n', "a: 'x'\n", "# don't\na: x\n", "'don''t': x\n", "a: 7\nb: true\n", "a: “I’m ‘in’.”\n", "{}\n"],
)
def test_what_is_yaml_and_no_text_passes(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("straight", "right"),
    [
        ("it's", "it’s"),
        ("\"I said 'no', twice.\"", "“I said ‘no’, twice.”"),
        ("the neighbors' dog", "the neighbors’ dog"),
        ("*a* <b> & `c` [d](e) ![f] \\'", "*a* <b> & `c` [d](e) ![f] \\’"),
        ("“as it is”", "“as it is”"),
        ("", ""),
    ],
)
def test_signs_are_set_as_in_markdown_and_nothing_else_is_touched(straight: str, right: str) -> None:
    assert typographic(straight, "en") == right


def test_the_texts_of_the_site_hold_no_straight_sign(project: Project) -> None:
    files = read_texts(project)
    assert [yaml.source.path for yaml in files] == [f"content/{name}" for name in TEXTS]
    assert [render_problem(problem) for yaml in files for problem in check_quotes(yaml, "en")] == []


def test_the_right_signs_are_those_of_the_language() -> None:
    text = 'a: Er sagt "ja".\nb: "Il dit \\"bon jour\\"."\n'
    hints = {lang: [problem.hint for problem in check_quotes(parsed(text), lang)] for lang in ("de", "fr")}
    assert hints["de"] == ["write „ja“.", "write „bon", "write jour“."]
    assert hints["fr"] == ["write «\u00a0ja\u00a0».", "write «\u00a0bon", "write jour\u00a0»."]
    [lone] = check_quotes(parsed('a: 5 " wide\n'), "de")
    assert lone.hint == "use the signs „ “ ‚ ‘"
