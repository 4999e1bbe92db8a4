from pathlib import Path

import pytest

from site_builder.content.located_yaml import parse_yaml
from site_builder.core.problems import Problem, Source
from site_builder.core.project import Project
from site_builder.pages import words_check
from site_builder.pages.words_check import NEEDED, check_templates

WORDS = "home:\n  title: Start\n  steps:\n    - Walk\n    - Talk\n"
TEMPLATE = "{{ words.home.title }}{% for step in words.home.steps %}{{ step }}{% endfor %}"


@pytest.fixture(autouse=True)
def nothing_is_needed_by_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_check, "NEEDED", {})


def problems_of(tmp_path: Path, words: str, **templates: str) -> list[Problem]:
    """What is said of words and of templates, by their names without the ending."""
    (tmp_path / "templates").mkdir(exist_ok=True)
    for name, text in templates.items():
        (tmp_path / "templates" / f"{name}.j2").write_text(text, "utf-8")
    yaml, problems = parse_yaml(Source("content/words.yaml", words))
    assert problems == []
    wrong, unshown = check_templates(Project(tmp_path), yaml)
    return wrong + unshown


def told(tmp_path: Path, words: str, **templates: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.text) for problem in problems_of(tmp_path, words, **templates)]


def test_what_is_there_and_named_is_fine(tmp_path: Path) -> None:
    assert told(tmp_path, WORDS, home=TEMPLATE) == []
    assert told(tmp_path, WORDS) == []  # as kept by the look before


def test_a_field_that_nobody_wrote_is_told_with_the_template_and_what_may_have_been_meant(tmp_path: Path) -> None:
    missing, unknown = problems_of(tmp_path, WORDS.replace("title", "titel"), first=TEMPLATE)
    assert (missing.code, missing.line) == ("missing-key", 2)
    assert missing.text == 'field "home.title" is missing; templates/first.j2:1 shows it'
    assert missing.hint == 'did you mean "titel"?'
    assert (unknown.code, unknown.line, unknown.text) == ("unknown-key", 2, 'nothing shows the field "home.titel"')


def test_a_list_in_the_place_of_a_text_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "a: {b: [c]}\n", home="{{ words.a.b }}") == [(1, 'b: ["c"] is not a text')]


@pytest.mark.parametrize(
    "template",
    [
        "{% set say = words.a %}{{ say.b }}",
        "{% with say = words.a %}{{ say.b | upper }}{% endwith %}",
        '{{ words["a"].b }}',
        "{{ words.a.b.format(1) }}",
        "{% for name, text in words.a.items() %}{{ text }}{% endfor %}",
        "{% set say = words.a %}{{ say[name] }}",
        "{{ show(words.a) }}",
        "{% if words.a.b %}yes{% endif %}",
        "{% set say = words %}{% set said = say.a %}{{ said.b }}",
    ],
)
def test_every_way_to_name_a_field_is_known(tmp_path: Path, template: str) -> None:
    assert told(tmp_path, "a: {b: c}\n", home=template) == []


def test_a_short_name_may_come_from_a_template_that_takes_another_in(tmp_path: Path) -> None:
    outer = "{% with say = words.a %}{% include 'inner.j2' %}{% endwith %}"
    assert told(tmp_path, "a: {b: c}\n", outer=outer, inner="{{ say.b }}") == []
    own = "{% set say = words.d %}{{ say.e }}{% block more %}{{ say.b }}{% endblock %}"
    assert told(tmp_path, "a: {b: c}\nd: {e: f}\n", outer=outer, inner=own) == []


def test_a_short_name_for_itself_is_followed_to_an_end(tmp_path: Path) -> None:
    assert told(tmp_path, "a: b\n", home="{% set say = say.more %}{{ say.b }}{{ words.a }}") == []


def test_what_code_needs_is_looked_for_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"markdown.table", "markdown.note", "markdown.caution", "chapter.sources", "builder.title"} < set(NEEDED)
    monkeypatch.setattr(words_check, "NEEDED", {"a.b": "the book needs it", "a.c": "the book needs it"})
    assert told(tmp_path, "a: {c: [d]}\n") == [
        (1, 'c: ["d"] is not a text'),
        (1, 'field "a.b" is missing; the book needs it'),
    ]


def test_a_template_that_does_not_end_is_told_and_nothing_else(tmp_path: Path) -> None:
    assert told(tmp_path, "a: b\n", home="\n  {{ words.x", other="{{ words.y }}") == [
        (2, "template: unexpected end of template, expected 'end of print statement'.")
    ]


def test_a_template_that_is_not_there_is_told_with_one_that_may_have_been_meant(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "a: b\n", home="{{ words.a }}\n{% include 'parts.j2' %}", part="x")
    assert (problem.path, problem.line, problem.text) == ("templates/home.j2", 2, 'template: no template "parts.j2"')
    assert problem.hint == 'did you mean "part.j2"?'
    taken_in = "{% include 'part.j2' %}{% import 'part.j2' as p %}{% from 'part.j2' import q %}{% include any %}"
    assert told(tmp_path, "a: b\n", home="{{ words.a }}" + taken_in) == []


def test_without_words_the_templates_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "home.j2").write_text("{{ words.x", "utf-8")
    (problem,), unshown = check_templates(Project(tmp_path), None)
    assert (problem.path, problem.code) == ("templates/home.j2", "template")
    assert unshown == []
