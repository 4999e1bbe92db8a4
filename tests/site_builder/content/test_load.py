import re
from pathlib import Path

import pytest

from site_builder.content.load import read_catalogue, read_content
from site_builder.core.problems import ContentProblems, Problem, render_problem
from site_builder.core.project import Project


def change(project: Project, name: str, old: str, new: str) -> None:
    """Change the first `old` of a file in `content/`."""
    path = project.content / name
    text = path.read_bytes().decode()
    assert old in text, f"{name} has no {old}"
    path.write_bytes(text.replace(old, new, 1).encode())


def problems_of(project: Project) -> list[Problem]:
    with pytest.raises(ContentProblems) as caught:
        read_content(project)
    return list(caught.value.problems)


def practices_problem(project: Project, old: str, new: str, code: str) -> tuple[int, Problem]:
    """Change practices.yaml; returns the line of the last row of `new`, and the first problem with this code."""
    change(project, "practices.yaml", old, new)
    lines = (project.content / "practices.yaml").read_text("utf-8").splitlines()
    line = lines.index(new.splitlines()[-1]) + 1
    return line, next(problem for problem in problems_of(project) if problem.code == code)


def test_the_content_is_read(tiny: Project) -> None:
    content = read_content(tiny)
    assert content.settings.lang == "en"
    assert len(content.chapters) == 12
    assert list(content.references) == ["hall-2019", "field-guide"]
    assert content.catalogue.address == content.settings.site_url


def test_the_number_of_a_file_is_not_in_its_address(tiny: Project) -> None:
    for name in ("notes.md", "2026.md", "7-a-b.md", "b-7.md"):
        (tiny.content / "pages" / name).write_text("---\ntitle: T\nlabel: L\nsummary: S\norder: 1\n---\n", "utf-8")
    content = read_content(tiny)
    assert {"notes.html", "2026.html", "a-b.html", "b-7.html"} <= {page.output for page in content.pages}
    assert content.chapters[2].output == "chapters/weak-ties.html"


def test_the_card_names_the_address_of_the_site_where_it_is_known(tiny: Project) -> None:
    change(tiny, "site.yaml", "lang: en", "lang: en\nsite_url: https://example.org/c/")
    assert read_catalogue(tiny).address == "https://example.org/c/"


def test_scoring_needs_no_chapter(tiny: Project) -> None:
    change(tiny, "chapters/03-weak-ties.md", "---", "")
    assert len(read_catalogue(tiny).strands) == 10


def test_all_mistakes_of_all_files_are_told_at_once(tiny: Project) -> None:
    change(tiny, "site.yaml", "lang: en", "lang: English")
    change(tiny, "words.yaml", "common:", "common: a: b")
    change(tiny, "sources.yaml", "kind: research", "kind: blog")
    change(tiny, "practices.yaml", "effort: 1", "effort: 9")
    change(tiny, "chapters/03-weak-ties.md", "label:", "lable:")
    change(tiny, "chapters/03-weak-ties.md", "## What to say", "#### What to say")
    change(tiny, "chapters/09-repair.md", "Name it", "<b>Name it")
    change(tiny, "pages/safety.md", "## First", "#### First")
    assert [(problem.path.removeprefix("content/"), problem.code) for problem in problems_of(tiny)] == [
        ("chapters/03-weak-ties.md", "missing-key"),
        ("chapters/03-weak-ties.md", "unknown-key"),
        ("chapters/03-weak-ties.md", "heading-jump"),
        ("chapters/09-repair.md", "raw-html"),
        ("pages/safety.md", "heading-jump"),
        ("practices.yaml", "not-allowed"),
        ("site.yaml", "not-allowed"),
        ("sources.yaml", "not-allowed"),
        ("words.yaml", "yaml-syntax"),
    ]


def test_a_citation_of_nothing_is_told_with_other_mistakes_and_not_also_as_an_unused_source(tiny: Project) -> None:
    change(tiny, "chapters/03-weak-ties.md", "[@hall-2019].", "[@hall-2018].")
    change(tiny, "chapters/03-weak-ties.md", "[@hall-2019;", "[@hall-2018;")
    change(tiny, "chapters/09-repair.md", "Name it", "<b>Name it")
    assert [problem.code for problem in problems_of(tiny)] == ["no-source", "no-source", "raw-html"]


def test_citations_are_not_looked_at_while_the_sources_cannot_be_read(tiny: Project) -> None:
    change(tiny, "sources.yaml", "kind: research", "kind: blog")
    assert [problem.path for problem in problems_of(tiny)] == ["content/sources.yaml"]


@pytest.mark.parametrize("name", ["site.yaml", "sources.yaml", "practices.yaml", "chapters/03-weak-ties.md"])
def test_a_file_that_is_not_utf_8_is_told_with_its_line(tiny: Project, name: str) -> None:
    path = tiny.content / name
    first, _, rest = path.read_bytes().partition(b"\n")
    path.write_bytes(first + b"\n# caf\xe9\n" + rest)
    (problem,) = problems_of(tiny)
    assert (problem.path, problem.line, problem.code) == (f"content/{name}", 2, "encoding")
    assert str(ContentProblems([problem])) == (
        f"content/{name}:2:1: this line is not UTF-8 text\n    save the file as UTF-8\n\n"
        "1 problem in 1 file; nothing was written"
    )


def test_a_byte_order_mark_and_line_ends_of_windows_change_nothing(tiny: Project) -> None:
    before = read_content(tiny)
    for path in tiny.content.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_content(tiny) == before


def test_lines_are_counted_right_with_line_ends_of_windows(tiny: Project) -> None:
    path = tiny.content / "chapters" / "03-weak-ties.md"
    text = path.read_bytes().replace(b"## What to say", b"#### What to say").replace(b"\n", b"\r\n")
    path.write_bytes(text)
    (problem,) = problems_of(tiny)
    assert (problem.code, problem.line) == ("heading-jump", text.split(b"\r\n").index(b"#### What to say") + 1)
    assert problem.source_line == "#### What to say"


def test_words_that_make_the_card_too_long_are_told(tiny: Project) -> None:
    change(tiny, "practices.yaml", "card_title: Community Card", f"card_title: {'x' * 200}")
    [problem] = problems_of(tiny)
    assert (problem.path, problem.code, problem.hint) == (
        "content/practices.yaml",
        "too-long",
        "allowed: at most 600",
    )


@pytest.mark.parametrize("name", ["words.yaml", "sources.yaml", "practices.yaml"])
def test_a_file_that_is_not_there_is_named(tiny: Project, name: str) -> None:
    (tiny.content / name).unlink()
    assert f"content/{name}: this file is missing" in [f"{one.path}: {one.text}" for one in problems_of(tiny)]


def test_an_issue_in_practices_points_at_its_line_and_column(tiny: Project) -> None:
    line, problem = practices_problem(tiny, "    label: Quiet\n", "    lable: Quiet\n", "unknown-key")
    assert (problem.path, problem.line, problem.column, problem.length) == ("content/practices.yaml", line, 5, 5)
    assert problem.text == 'unknown field "lable"'
    assert problem.hint == 'did you mean "label"? allowed: id, label, sentence'
    assert problem.source_line == "    lable: Quiet"


def test_an_unknown_source_in_practices_names_the_nearest(tiny: Project) -> None:
    new = "        effort: 1\n        sources: [field-guide, hall-2018]\n"
    line, problem = practices_problem(tiny, "        effort: 1\n", new, "no-source")
    assert (problem.line, problem.column, problem.length) == (line, 32, 9)
    assert problem.text == 'sources: no source "hall-2018"'
    assert problem.hint == 'did you mean "hall-2019"? allowed: an id of content/sources.yaml'


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        (
            "  - id: quiet\n",
            "  - id: calm\n",
            "wrong-ids",
            "content/practices.yaml:{line}:3: bands: ids are calm, forming, warming, rooted\n"
            "    {line} |   - id: calm\n"
            "    {pad} |   ^\n"
            "    allowed: in this order: quiet, forming, warming, rooted\n",
        ),
        (
            "  range: between {low} and {high}\n",
            "  range: between {low} and {most}\n",
            "placeholder",
            'content/practices.yaml:{line}:10: range: "between {{low}} and {{most}}" uses a name that this sentence '
            "does not have\n"
            "    {line} |   range: between {{low}} and {{most}}\n"
            "    {pad} |          ^^^^^^^^^^^^^^^^^^^^^^^^\n"
            "    allowed: {{low}}, {{high}}\n",
        ),
        (
            "    label: Repair\n",
            "    label: Repair\n    needs: []\n",
            "unknown-key",
            'content/practices.yaml:{line}:5: unknown field "needs"\n'
            "    {line} |     needs: []\n"
            "    {pad} |     ^^^^^\n"
            "    allowed: id, label, chapter, question, hint, card_line, keep_line, answers, protocol, moves, "
            "set_aside\n",
        ),
        (
            "        hint: You moved, changed jobs or schools, or are starting over.\n",
            "        hint: ''\n",
            "empty",
            "content/practices.yaml:{line}:15: hint: is empty\n"
            "    {line} |         hint: ''\n"
            "    {pad} |               ^^\n"
            "    allowed: a text\n",
        ),
    ],
)
def test_the_whole_message_of_a_mistake_in_practices(
    tiny: Project, old: str, new: str, code: str, message: str
) -> None:
    line, problem = practices_problem(tiny, old, new, code)
    assert render_problem(problem) == message.format(line=line, pad=" " * len(str(line)))


def test_too_few_answers_are_told_at_the_list(tiny: Project) -> None:
    path = tiny.content / "practices.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    line = lines.index("    answers:\n") + 2
    path.write_text("".join(lines[: line - 1] + lines[line:]), "utf-8")
    (problem,) = problems_of(tiny)
    assert (problem.code, problem.line, problem.column) == ("wrong-length", line, 7)
    assert (problem.text, problem.hint) == ("answers: 4 given", "allowed: exactly 5")


def test_a_strand_without_choice_enough_is_told_at_its_moves(tiny: Project) -> None:
    path = tiny.content / "practices.yaml"
    before, mark, after = path.read_text("utf-8").partition("    moves:\n")
    strand, next_strand, rest = after.partition("\n  - id: weak-ties\n")
    moves = [
        move for move in re.split(r"(?=^      - id:)", strand, flags=re.MULTILINE) if "kind: invitation" not in move
    ]
    path.write_text(before + mark + "".join(moves) + next_strand + rest, "utf-8")
    told = problems_of(tiny)
    assert {problem.code for problem in told} == {"few-moves"}
    problem = next(one for one in told if one.text.endswith("without a context"))
    assert problem.text == "belonging, invitation: 0 moves of effort 1 fit at answer 0 without a context"
    assert problem.hint == "allowed: at least 6"
    assert problem.source_line.startswith("      - id:")


def test_a_strand_that_is_not_set_aside_must_not_say_how(tiny: Project) -> None:
    line, problem = practices_problem(
        tiny, "    label: Groups\n", "    label: Groups\n    set_aside: Nothing came up\n", "wrong-place"
    )
    assert (problem.line, problem.text) == (line, 'field "set_aside"')
    assert problem.hint == "allowed: in repair and digital-community only, and always there"


def test_two_moves_with_the_same_mark_are_told_at_the_second(tiny: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scoring.mark_clashes.move_mark", lambda move_id: move_id[:4])
    first = problems_of(tiny)[0]
    assert first.code == "same-mark"
    assert first.source_line.startswith("      - id:")
    assert "have the same mark in share codes" in first.text


def test_every_file_of_the_real_content_is_good(project: Project) -> None:
    content = read_content(project)
    assert {Path(page.source.path).name for page in content.chapters} == {
        path.name for path in (project.content / "chapters").glob("*.md")
    }
