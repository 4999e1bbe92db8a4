"""What is wrong with a value from outside, in words."""

import pytest

from scoring import Issue, Refused
from scoring.issues import Path, path_text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("week",), "week"),
        (("answers", "weak-ties"), "answers.weak-ties"),
        (("strands", 2, "moves", 0, "title"), "strands[2].moves[0].title"),
        ((0, "a"), "[0].a"),
        ((0, 1), "[0][1]"),
    ],
)
def test_a_path_is_written_as_people_read_it(path: Path, text: str) -> None:
    assert path_text(path) == text


@pytest.mark.parametrize(
    ("issue", "text"),
    [
        (Issue(("week",), "not-allowed", "99 given", "0 to 53"), "week: 99 given; allowed: 0 to 53"),
        (Issue(("week",), "missing-key", "is missing"), "week: is missing"),
        (Issue((), "not-json", "line 1 is not JSON", "a JSON object"), "line 1 is not JSON; allowed: a JSON object"),
        (Issue((), "x", "is missing"), "is missing"),
    ],
)
def test_an_issue_reads_as_place_fault_and_what_is_allowed(issue: Issue, text: str) -> None:
    assert str(issue) == text


def test_a_plain_issue_has_no_options_to_choose_from() -> None:
    issue = Issue(("week",), "missing-key", "is missing")
    assert (issue.allowed, issue.given, issue.options) == ("", "", ())


def test_refused_holds_every_issue_and_says_them_all() -> None:
    issues = [Issue(("a",), "x", "one"), Issue(("b",), "y", "two", "three")]
    refused = Refused(issues)
    assert refused.issues == tuple(issues)
    assert str(refused) == "a: one; b: two; allowed: three"
    assert isinstance(refused, ValueError)


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("weak-ties", "weak-ties"),
        ("answers.hosting", "answers.hosting"),
        ("a\nb", '"a\\nb"'),
        ("\x1b[31m", '"\\u001b[31m"'),
        ("", '""'),
        ("x" * 41, '"' + "x" * 36 + "..."),
    ],
)
def test_keys_from_outside_are_plain_or_quoted_on_one_line(key: str, written: str) -> None:
    assert path_text((key,)) == written
