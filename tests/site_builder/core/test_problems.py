import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.core.problems import (
    MOST_SHOWN,
    SHOWN,
    ContentProblems,
    Gathering,
    MissingPart,
    Problem,
    Source,
    did_you_mean,
    raise_problems,
    render_problem,
    render_problems,
)
from site_builder.core.project import Project

LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=3 * SHOWN)


def test_a_problem_shows_place_line_caret_and_hint() -> None:
    source = Source("content/a.md", "---\ntitle: A\nordr: 1\n---\n")
    problem = source.problem(3, 1, "unknown-key", 'unknown field "ordr"', 'did you mean "order"?', 4)
    assert render_problem(problem) == (
        'content/a.md:3:1: unknown field "ordr"\n    3 | ordr: 1\n      | ^^^^\n    did you mean "order"?\n'
    )


def test_the_caret_moves_with_the_width_of_the_line_number() -> None:
    source = Source("a.md", "\n" * 99 + "x y\n")
    assert render_problem(source.problem(100, 3, "code", "text")) == (
        "a.md:100:3: text\n    100 | x y\n        |   ^\n"
    )


def test_a_problem_of_a_whole_file_shows_its_path_only() -> None:
    assert render_problem(Problem("content/chapters", 0, 0, "code", "text")) == "content/chapters: text\n"


@pytest.mark.parametrize("line", [0, 3, 99])
def test_a_place_outside_the_file_has_no_line_to_show(line: int) -> None:
    problem = Source("a.md", "one\ntwo\n").problem(line, 1, "code", "text")
    assert problem.source_line == ""
    assert "|" not in render_problem(problem)


def test_a_place_after_the_end_of_a_line_gets_a_caret_there() -> None:
    rows = render_problem(Source("a.md", "abc").problem(1, 4, "code", "text")).splitlines()
    assert rows[1:] == ["    1 | abc", "      |    ^"]


def test_carets_end_with_the_line() -> None:
    rows = render_problem(Source("a.md", "abc").problem(1, 2, "code", "text", "", 50)).splitlines()
    assert rows[1:] == ["    1 | abc", "      |  ^^"]


def test_a_tab_takes_one_place_so_that_the_caret_fits() -> None:
    rows = render_problem(Source("a.md", "\t\tabc").problem(1, 3, "code", "text")).splitlines()
    assert rows[1:] == ["    1 |   abc", "      |   ^"]


def test_a_long_line_is_cut_after_what_is_marked() -> None:
    rows = render_problem(Source("a.md", "x" * 200).problem(1, 2, "code", "text")).splitlines()
    assert rows[1:] == [f"    1 | {'x' * SHOWN}...", "      |  ^"]


def test_a_long_line_is_cut_on_both_sides_of_what_is_marked() -> None:
    line = "a" * 150 + "HERE" + "b" * 150
    rows = render_problem(Source("a.md", line).problem(1, 151, "code", "text", "", 4)).splitlines()
    assert rows[1:] == [f"    1 | ...{'a' * 48}HERE{'b' * 44}...", f"      |    {' ' * 48}^^^^"]


@given(LINES, st.data())
def test_the_first_caret_stands_under_the_character_that_is_meant(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line)))
    length = data.draw(st.integers(1, 2 * SHOWN))
    _, shown, carets = render_problem(Problem("a.md", 7, column, "code", "text", "", line, length)).split("\n")[:3]
    assert shown[carets.index("^")] == line[column - 1]
    assert len(carets) <= len(shown)
    assert len(shown) <= len("    7 | ...") + SHOWN + len("...")


def test_problems_are_sorted_by_path_line_and_column_and_told_once() -> None:
    places = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 9, 5), ("a.md", 9, 2), ("b.md", 1, 1)]
    problems = ContentProblems(Problem(*place, "code", "text") for place in places).problems
    assert [(problem.path, problem.line, problem.column) for problem in problems] == [
        ("a.md", 9, 2),
        ("a.md", 9, 5),
        ("a.md", 10, 1),
        ("b.md", 1, 1),
    ]


def test_the_text_of_the_exception_is_what_a_terminal_shows() -> None:
    problems = [Problem("b.md", 0, 0, "code", "second"), Problem("a.md", 0, 0, "code", "first")]
    assert str(ContentProblems(problems)) == (
        "a.md: first\n\nb.md: second\n\n2 problems in 2 files; nothing was written"
    )


@pytest.mark.parametrize(
    ("paths", "count"),
    [
        (["a"], "1 problem in 1 file; nothing was written"),
        (["a", "a"], "2 problems in 1 file; nothing was written"),
        (["a", "b", "b"], "3 problems in 2 files; nothing was written"),
    ],
)
def test_the_last_line_counts_problems_and_files(paths: list[str], count: str) -> None:
    problems = [Problem(path, line, 1, "code", "text") for line, path in enumerate(paths, start=1)]
    assert render_problems(problems).splitlines()[-1] == count


def test_no_problems_raise_nothing() -> None:
    raise_problems([])
    with pytest.raises(ContentProblems, match=r"^a\.md: text"):
        raise_problems([Problem("a.md", 0, 0, "code", "text")])


def test_the_nearest_option_is_named_before_what_is_allowed() -> None:
    assert did_you_mean("sumary", ["title", "summary"], "title, summary") == (
        'did you mean "summary"? allowed: title, summary'
    )


def test_a_capital_letter_does_not_hide_the_nearest_option() -> None:
    assert did_you_mean("Title", ["title"], "title").startswith('did you mean "title"?')


@pytest.mark.parametrize("word", ["", "zzz"])
def test_without_a_near_option_only_what_is_allowed_is_said(word: str) -> None:
    assert did_you_mean(word, ["title"], "title") == "allowed: title"
    assert did_you_mean(word, ["title"]) == ""


def test_a_hint_of_the_nearest_option_alone_ends_with_the_question_mark() -> None:
    assert did_you_mean("sumary", ["summary"]) == 'did you mean "summary"?'


def test_lines_are_those_that_editors_count() -> None:
    source = Source("a.md", "one\u2028still one\x0c\x85\ntwo")
    assert source.lines == ["one\u2028still one\x0c\x85", "two"]
    assert source.problem(2, 1, "code", "text").source_line == "two"


def test_no_stage_splits_lines_in_another_way(project: Project) -> None:
    modules = sorted((project.root / "site_builder").rglob("*.py"))
    assert [path.name for path in modules if ".splitlines(" in path.read_text("utf-8")] == []


def test_thousands_of_problems_are_counted_but_not_all_written() -> None:
    problems = [Problem("a", line, 1, "code", "text") for line in range(1, MOST_SHOWN + 42)]
    *_, last, _, more, _, count = render_problems(problems).splitlines()
    assert last == f"a:{MOST_SHOWN}:1: text"
    assert more == "... and 41 more, to be told when these are mended"
    assert count == f"{MOST_SHOWN + 41} problems in 1 file; nothing was written"
    assert "more" not in render_problems(problems[:MOST_SHOWN])


def test_a_gathering_tells_the_problems_of_all_its_steps() -> None:
    gathering = Gathering()
    gathering.finish()
    for path in ("b", "a"):
        with gathering:
            raise ContentProblems([Problem(path, 1, 1, "code", "text")])
    with pytest.raises(ContentProblems) as caught:
        gathering.finish()
    assert [problem.path for problem in caught.value.problems] == ["a", "b"]


def test_what_a_machine_lacks_is_told_only_where_nothing_is_wrong() -> None:
    gathering = Gathering()
    with pytest.raises(MissingPart), gathering:
        raise MissingPart("Node.js is missing; run: make setup")
    with gathering:
        raise ContentProblems([Problem("a", 1, 1, "code", "text")])
    with gathering:
        raise MissingPart("Node.js is missing; run: make setup")
    with pytest.raises(ContentProblems):
        gathering.finish()


def test_a_bug_in_a_step_stays_a_bug() -> None:
    with pytest.raises(ZeroDivisionError), Gathering():
        raise ZeroDivisionError
