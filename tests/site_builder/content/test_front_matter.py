import pytest

from site_builder.content.front_matter import FrontMatter, parse_front_matter
from site_builder.core.model import UNKNOWN_ORDER
from site_builder.core.problems import Problem, Source

FIELDS = "title: A walk\nlabel: Walks\nsummary: Go out.\norder: 7\n"


def parse(fields: str, body: str = "\nText.\n") -> FrontMatter:
    found, problems = parse_front_matter(Source("content/chapters/07-walks.md", f"---\n{fields}---\n{body}"))
    assert problems == []
    assert found is not None
    return found


def problems_of(text: str) -> list[tuple[str, int, int, str]]:
    _, problems = parse_front_matter(Source("content/chapters/07-walks.md", text))
    return [(problem.code, problem.line, problem.column, problem.text) for problem in problems]


def only_problem(text: str) -> Problem:
    _, (problem,) = parse_front_matter(Source("content/chapters/07-walks.md", text))
    return problem


def test_the_four_fields_that_every_file_has() -> None:
    found = parse(FIELDS)
    assert (found.title, found.label, found.summary, found.order) == ("A walk", "Walks", "Go out.", 7)


def test_there_is_room_for_more_than_a_thousand_chapters_with_gaps_between_their_places() -> None:
    assert parse(FIELDS.replace("order: 7", "order: 12340")).order == 12340


def test_the_other_fields_are_empty_where_they_are_not_given() -> None:
    found = parse(FIELDS)
    assert (found.sources, found.aliases, found.draft, found.has_exit) == ((), (), False, False)
    assert (found.is_invented, found.in_header) == (False, False)


def test_the_other_fields_are_read() -> None:
    assert parse(f"{FIELDS}invented: true\nnavigation: header\n").in_header
    assert parse(f"{FIELDS}invented: true\nnavigation: footer\n").is_invented
    assert not parse(f"{FIELDS}navigation: footer\n").in_header
    found = parse(f"{FIELDS}sources: [hall-2019, jacobs-1961]\naliases: [old/walks.html]\ndraft: true\nexit: true\n")
    assert found.sources == ("hall-2019", "jacobs-1961")
    assert (found.aliases, found.draft, found.has_exit) == (("old/walks.html",), True, True)


def test_the_body_is_what_comes_after_and_keeps_its_line() -> None:
    found = parse(FIELDS, "\nFirst.\n\n---\n\nSecond.\n")
    assert found.body == "\nFirst.\n\n---\n\nSecond.\n"
    assert found.body_line == 7


def test_a_file_without_text_has_an_empty_body() -> None:
    assert parse(FIELDS, "").body.strip() == ""


def test_a_file_must_start_with_its_fields() -> None:
    assert problems_of("Text.\n") == [("no-front-matter", 1, 1, "the file has no front matter")]


def test_an_empty_file_has_no_fields_either() -> None:
    assert problems_of("") == [("no-front-matter", 1, 1, "the file has no front matter")]


def test_the_fields_must_end() -> None:
    assert problems_of(f"---\n{FIELDS}\nText.\n") == [("open-front-matter", 1, 1, "the front matter does not end")]


@pytest.mark.parametrize("text", ["Text.\n", f"---\n{FIELDS}\nText.\n"])
def test_without_both_fences_nobody_can_say_what_is_text(text: str) -> None:
    assert parse_front_matter(Source("content/chapters/07-walks.md", text))[0] is None


@pytest.mark.parametrize(
    "wrong", ["order: 100000\n", "order: x\nextra: 1\n", "order: a: b\n", "order: 7\norder: 7\n"]
)
def test_with_wrong_fields_the_text_is_there_and_no_field_but_draft(wrong: str) -> None:
    draft = "" if "a: b" in wrong else "draft: true\n"
    fields = FIELDS.replace("order: 7\n", f"sources: [hall-2019]\n{draft}{wrong}")
    found, problems = parse_front_matter(Source("content/chapters/07-walks.md", f"---\n{fields}---\nText.\n"))
    assert problems != []
    line = 3 + len(fields.splitlines())
    assert found == FrontMatter("", "", "", UNKNOWN_ORDER, (), (), bool(draft), line, "Text.\n")


def test_every_missing_field_is_named() -> None:
    assert problems_of("---\ntitle: A\n---\n") == [
        ("missing-key", 2, 1, 'field "label" is missing'),
        ("missing-key", 2, 1, 'field "summary" is missing'),
        ("missing-key", 2, 1, 'field "order" is missing'),
    ]


def test_all_fields_are_missing_where_there_are_none() -> None:
    assert [code for code, *_ in problems_of("---\n---\n")] == ["missing-key"] * 4


def test_an_unknown_field_is_marked_and_the_nearest_named() -> None:
    problem = only_problem(f"---\n{FIELDS}drfat: true\n---\n")
    assert (problem.line, problem.column, problem.length) == (6, 1, 5)
    assert problem.hint == (
        'did you mean "draft"? '
        "allowed: title, label, summary, order, sources, aliases, draft, exit, invented, navigation"
    )


@pytest.mark.parametrize(
    ("old", "new", "column", "text"),
    [
        ("title: A walk", "title: 12", 8, "title: 12 is not a text"),
        ("title: A walk", "title: ''", 8, "title: is empty"),
        ("title: A walk", f"title: {'x' * 101}", 8, "title: 101 characters"),
        ("label: Walks", f"label: {'x' * 41}", 8, "label: 41 characters"),
        ("summary: Go out.", f"summary: {'x' * 201}", 10, "summary: 201 characters"),
        ("summary: Go out.", "summary: [a]", 10, 'summary: ["a"] is not a text'),
        ("order: 7", "order: seven", 8, 'order: "seven" given'),
        ("order: 7", "order: 0", 8, "order: 0 given"),
        ("order: 7", "order: 100000", 8, "order: 100000 given"),
        ("order: 7", "order: true", 8, "order: true given"),
        ("order: 7", "order: 1.5", 8, 'order: "1.5" given'),
        ("order: 7", "order: 7\ndraft: yes", 8, 'draft: "yes" given'),
        ("order: 7", "order: 7\nnavigation: top", 13, 'navigation: "top" given'),
        ("order: 7", "order: 7\nsources: hall-2019", 10, 'sources: "hall-2019" is not a list'),
        ("order: 7", "order: 7\nsources: [12]", 11, "sources: 12 is not a text"),
    ],
)
def test_a_value_of_the_wrong_kind_or_size_is_marked(old: str, new: str, column: int, text: str) -> None:
    fields = FIELDS.replace(old, new)
    line = 2 + fields.splitlines().index(new.splitlines()[-1])
    problem = only_problem(f"---\n{fields}---\n")
    assert (problem.line, problem.column, problem.text) == (line, column, text)


@pytest.mark.parametrize(("name", "most"), [("title", 100), ("label", 40), ("summary", 200)])
def test_the_longest_allowed_text_is_allowed(name: str, most: int) -> None:
    rows = [f"{name}: {'x' * most}" if row.startswith(f"{name}:") else row for row in FIELDS.splitlines()]
    assert len(getattr(parse("\n".join(rows) + "\n"), name)) == most


def test_a_summary_is_one_line() -> None:
    fields = FIELDS.replace("summary: Go out.", "summary: |-\n  Go\n  out.")
    assert problems_of(f"---\n{fields}---\n") == [("line-break", 4, 10, "summary: holds a line break")]


def test_all_mistakes_of_the_fields_are_told_at_once() -> None:
    found = problems_of("---\ntitle: ''\nlabel: 1\norder: x\nextra: 1\n---\n")
    assert [code for code, *_ in found] == ["unknown-key", "missing-key", "empty", "wrong-type", "not-allowed"]


def test_fields_that_are_a_list_are_refused() -> None:
    assert problems_of("---\n- title\n---\n") == [("wrong-type", 2, 1, '["title"] is not a set of fields')]
