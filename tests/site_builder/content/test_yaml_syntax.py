"""What writers are told where a file is not YAML: the place and the words, for every kind of slip that we met."""

import pytest

from site_builder.content.located_yaml import parse_yaml
from site_builder.content.yaml_syntax import FIELD, MERGE_MARKS, QUOTE
from site_builder.core.problems import Source

OTHERWISE = "this line is indented otherwise than what it belongs to"
NO_COLON = "no colon behind the name of a field"
BEHIND = "words behind the quotation mark that ends the text"
STARTS = "a text cannot start with "

SLIPS = {
    "a:\n\tb: c\n": (2, 1, "a tab at the start of a line", "indent with spaces"),
    "a:\n  b: c\n\td: e\n": (3, 1, "a tab at the start of a line", "indent with spaces"),
    'a: "b\nc: d\n': (1, 4, "this quotation mark has no partner", "end the text with the same mark"),
    "a: 'b\n\n\n": (1, 4, "this quotation mark has no partner", "end the text with the same mark"),
    "a: [b, c\nd: e\n": (1, 4, "this list is not closed", "end it with ]"),
    "a: {b: c\nd: e\n": (1, 4, "these fields are not closed", "end them with }"),
    "a: b\nc d\ne: f\n": (2, 1, NO_COLON, FIELD),
    "a\nb: c\n": (1, 1, NO_COLON, FIELD),
    "a:b\nc: d\n": (1, 1, NO_COLON, FIELD),
    "- a\n-b\n": (2, 1, NO_COLON, FIELD),
    "a: b: c\n": (1, 5, "a second colon in one line", QUOTE),
    "a: b\n c: d\n": (2, 2, OTHERWISE, 'what belongs together starts in the same column; see "a: b"'),
    "a:\n  - b\n - c\n": (3, 2, OTHERWISE, 'what belongs together starts in the same column; see "a:"'),
    "a:\n  - b: c\n     d: e\n": (3, 6, OTHERWISE, 'what belongs together starts in the same column; see "- b: c"'),
    "a:\n  b: c\n d: e\n": (3, 2, OTHERWISE, 'what belongs together starts in the same column; see "a:"'),
    "a: b\n---\nc: d\n": (2, 1, "a second set of fields begins here", "take out the line ---"),
    "- a\nb: c\n": (2, 1, "a field among the items of a list", "start it with a hyphen, or indent it"),
    "a:\n- b\nc: d\n- e\n": (
        4,
        1,
        "an item of a list among fields",
        "start it below the hyphen of the item before, or indent it under its field",
    ),
    "a: @b\n": (1, 4, f"{STARTS}@", QUOTE),
    "a: `b`\n": (1, 4, f"{STARTS}`", QUOTE),
    "a: *b\n": (1, 4, f"{STARTS}*", QUOTE),
    "a: & b\n": (1, 5, f"{STARTS}& or *", QUOTE),
    "a: > b\n": (1, 6, f"{STARTS}> or |", QUOTE),
    "a: ]\n": (1, 4, f"{STARTS}this sign", QUOTE),
    "a: ! b\n": (1, 4, "YAML takes ! at the start for a mark of its own", QUOTE),
    "a: !!python/object:os.system b\n": (1, 4, "YAML takes ! at the start for a mark of its own", QUOTE),
    "a: &b !c d\n": (1, 4, "YAML takes ! at the start for a mark of its own", QUOTE),
    "a: - b\n": (
        1,
        4,
        "a list cannot start on the line of its field",
        "put each item on a line of its own, after a hyphen and a space",
    ),
    'a: "\\q"\n': (
        1,
        5,
        "between double quotation marks a backslash has a meaning of its own",
        "put the text between single quotation marks, or write two backslashes",
    ),
    "a: 'it's'\n": (
        1,
        8,
        BEHIND,
        "put the whole text between marks of the other kind, or write a mark inside it twice",
    ),
    "a: [b] c\n": (1, 8, "words behind what ends the text", QUOTE),
    "a: #b\n": (
        1,
        4,
        "YAML takes what stands behind # for a comment, which nobody would read",
        "put the text between quotation marks, or the comment on a line of its own",
    ),
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_in_plain_words_where_it_is(text: str) -> None:
    _, (problem,) = parse_yaml(Source("a.yaml", text))
    assert (problem.line, problem.column, problem.text, problem.hint) == SLIPS[text]


@pytest.mark.parametrize("mark", MERGE_MARKS)
def test_a_mark_of_git_is_told_as_such(mark: str) -> None:
    _, (problem,) = parse_yaml(Source("a.yaml", f"a: b\n{mark} ours\nc: d\n"))
    assert (problem.line, problem.text) == (2, "git left this mark where two changes met")


@pytest.mark.parametrize("text", ['a: "!b"\n', "a: b!\n", "a: 'c' # why\n", "a:  # why\n  b: c\n", "", "# why\n"])
def test_what_is_right_is_not_told(text: str) -> None:
    assert parse_yaml(Source("a.yaml", text))[1] == []
