"""A shared link, opened, or explained where it cannot be."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, Refused, encode, result_view
from scoring.form import Form, parse_form
from scoring.model import STRAND_IDS
from scoring.share_code import ALPHABET
from scoring.shared_link import MOST_CHARACTERS, WORDS, open_link
from tests.scoring.people import EXAMPLE, as_form, person
from tests.scoring.strategies import people, texts


def told(link: object, catalogue: Catalogue) -> tuple[str, str, str]:
    """Code, what is wrong, and what to do."""
    with pytest.raises(Refused) as refused:
        open_link(link, catalogue)
    [issue] = refused.value.issues
    assert issue.path == ("code",)
    return issue.code, issue.text, issue.allowed


def sound(start: str, code: str, catalogue: Catalogue) -> str:
    """The start with the one check character with which it fails for this reason and not as mistyped."""
    [link] = [start + c for c in ALPHABET if told(start + c, catalogue)[0] == code]
    return link


@given(people)
def test_a_link_gives_the_card_that_was_shared_and_its_answers(catalogue: Catalogue, who: Answers) -> None:
    opened = open_link(encode(who, catalogue), catalogue)
    assert list(opened) == ["entries", "another", "view"]
    assert opened["view"] == result_view(who, catalogue)
    form = parse_form(opened["entries"], "2026-11-23", catalogue, opened["another"])
    assert form == Form(replace(who, week=48), STRAND_IDS)


def test_the_entries_are_those_of_the_form(catalogue: Catalogue) -> None:
    who = person({"repair": None}, 2, "plenty", ("new-here", "tight-budget"), 7, (3, 0))
    opened = open_link(encode(who, catalogue), catalogue)
    assert opened["entries"] == as_form(who)
    assert opened["another"] == {"invitation": 3, "contribution": 0}


@pytest.mark.parametrize("before", ["#", "https://ledger.example/builder.html#", "  #", "x#y#"])
def test_what_stands_before_the_code_is_left_out(before: str, catalogue: Catalogue) -> None:
    assert open_link(f"{before}2jj3m2heem ", catalogue) == open_link(encode(EXAMPLE, catalogue), catalogue)


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("", "code-length"),
        ("#", "code-length"),
        ("2jj3m2hee", "code-length"),
        ("2jj3m2heem2", "code-length"),
        ("2" * MOST_CHARACTERS, "code-length"),
        ("2" * (MOST_CHARACTERS + 1), "code-length"),
        ("#" * 5000 + "2jj3m2heem", "code-length"),
        ("2jj3m2heen", "code-mistyped"),
        ("2jj3m2ehem", "code-mistyped"),
        ("2jj3m2hee0", "code-character"),
        ("<b>", "code-character"),
        ("\ud800", "code-character"),
    ],
)
def test_a_broken_link_is_explained(link: str, code: str, catalogue: Catalogue) -> None:
    again = catalogue.words["link_again"]
    assert told(link, catalogue) == (code, catalogue.words[WORDS[code]], again)


def test_a_link_of_a_newer_site_another_site_or_nobody_is_explained(catalogue: Catalogue) -> None:
    again = catalogue.words["link_again"]
    newer = sound("4jj3m2hee", "code-version", catalogue)
    assert told(newer, catalogue) == ("code-version", catalogue.words["link_version"], again)
    foreign = sound("2zzzzzzzz", "code-range", catalogue)
    assert told(foreign, catalogue) == ("code-range", catalogue.words["link_foreign"], again)
    empty = encode(person(week=7), catalogue)
    assert told(empty, catalogue) == ("code-empty", catalogue.words["link_empty"], again)


@pytest.mark.parametrize("link", [None, 7, True, ["2jj3m2heem"], {"code": "2jj3m2heem"}])
def test_what_is_no_text_is_no_link(link: object, catalogue: Catalogue) -> None:
    assert told(link, catalogue)[0] == "wrong-type"


@given(texts | st.text(ALPHABET + "#", max_size=MOST_CHARACTERS + 5))
@example("#" * 100_000)
@example("\x00")
def test_any_text_is_opened_or_explained(catalogue: Catalogue, text: str) -> None:
    try:
        opened = open_link(text, catalogue)
    except Refused as refused:
        [issue] = refused.issues
        assert issue.text in catalogue.words.values()
        assert issue.allowed == catalogue.words["link_again"]
    else:
        assert opened["view"]["link"] == text.rpartition("#")[2].strip().lower()
