"""A shared link, opened, or explained where it cannot be."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, Refused, encode, result_view
from scoring.form import Form, parse_form
from scoring.model import SLOTS, STRAND_IDS
from scoring.share_code import ALPHABET, LENGTH, NO_MOVE
from scoring.shared_link import MOST_CHARACTERS, WORDS, find_code, open_link
from tests.scoring.cards import NO_MOVES, code_of, moves_of, sound
from tests.scoring.moves import a_move
from tests.scoring.people import EXAMPLE, FULL, as_form, history, in_the_form, on_a_card, person
from tests.scoring.strategies import people, texts

DRAFT = "2jj3m2heem"
"""The code of the worked example in a draft that no reader has seen."""


def told(link: object, catalogue: Catalogue) -> tuple[str, str, str]:
    """Code, what is wrong, and what to do."""
    with pytest.raises(Refused) as refused:
        open_link(link, catalogue)
    [issue] = refused.value.issues
    assert issue.path == ("code",)
    return issue.code, issue.text, issue.allowed


def same_card(view: dict) -> dict[str, object]:
    """What a shared card keeps: all but the second chapter of its path, which may lie with the week."""
    moves = [view[slot] and {name: view[slot][name] for name in ("id", "kind", "title", "say")} for slot in SLOTS]
    parts = view["card_parts"]
    names = ("said", "range", "score", "band", "thin_spot", "protocol", "link", "ring", "picture", "points")
    return {"moves": moves, "parts": parts, "ends": view["path"][::2], **{name: view[name] for name in names}}


@given(people)
def test_a_link_gives_the_card_that_was_shared_and_its_answers(catalogue: Catalogue, who: Answers) -> None:
    shared = result_view(who, catalogue)
    opened = open_link(shared["link"], catalogue)
    assert list(opened) == ["entries", "view"]
    if any(moves_of(who, catalogue)):
        assert same_card(opened["view"]) == same_card(shared)
    else:
        assert opened["view"] == result_view(on_a_card(who), catalogue)
    form = parse_form(opened["entries"], "2026-11-23", catalogue)
    assert form == Form(in_the_form(on_a_card(who), 48), STRAND_IDS)


def test_the_entries_are_those_of_the_form_and_hold_answers_alone(catalogue: Catalogue) -> None:
    who = person({"hosting": None, "repair": "none"}, 2, "plenty", ("new-here", "tight-budget"), 7, (3, 0))
    opened = open_link(code_of(who, catalogue), catalogue)
    assert opened["entries"] == as_form(on_a_card(who))
    assert opened["entries"][7] == ["answers.repair", "none"]
    assert {name.split(".")[0] for name, _ in opened["entries"]} == {"answers"}


def test_the_card_keeps_the_strand_and_the_moves_that_were_shared(catalogue: Catalogue) -> None:
    hosting = catalogue.strand("hosting")
    moves = hosting.moves[0], next(move for move in hosting.moves if move.kind == "contribution")
    tied = person({"hosting": 1, "groups": 1, "belonging": 2}, 3)
    for shown in (moves, (None, moves[1]), (moves[0], None)):
        view = open_link(encode(tied, shown), catalogue)["view"]
        assert (view["thin_spot"], view["path"]) == (hosting.label, ["hosting", "groups", "weekly-review"])
        assert [view["invitation"], view["contribution"]].count(None) == shown.count(None)
        assert (view["ties"], view["second"]) == ([], [])
        assert view["card"].split("\n")[1] == hosting.card_line
    thicker = open_link(encode(replace(tied, values=person({"belonging": 0}, 3).values), moves), catalogue)["view"]
    assert thicker["path"] == ["hosting", "belonging", "weekly-review"]


def test_a_rest_move_is_called_one_though_the_code_holds_no_capacity(catalogue: Catalogue) -> None:
    who = person({"groups": 1}, 3, "none")
    shared, opened = result_view(who, catalogue), open_link(code_of(who, catalogue), catalogue)["view"]
    assert opened["invitation"]["kind"] == shared["invitation"]["kind"] == catalogue.words["kind_rest"]
    assert opened["card_parts"] == shared["card_parts"]
    assert opened["card_parts"]["headline"] == opened["invitation"]["title"]
    assert "Invitation:" not in opened["card"]


@pytest.mark.parametrize("moves", [NO_MOVES, (a_move("gone"), None)])
def test_without_a_known_move_the_card_is_that_of_the_answers(moves: tuple, catalogue: Catalogue) -> None:
    opened = open_link(encode(EXAMPLE, moves), catalogue)
    assert opened["view"] == result_view(on_a_card(EXAMPLE), catalogue)


def test_a_full_map_can_be_shared(catalogue: Catalogue) -> None:
    opened = open_link(code_of(FULL, catalogue), catalogue)
    assert (opened["view"]["score"], opened["view"]["invitation"]) == ("100", None)


def test_what_was_tried_is_not_in_a_link(catalogue: Catalogue) -> None:
    who = replace(EXAMPLE, history=history((1, "gone", "no-answer")), wishes=("repair",), ordinary=False)
    assert code_of(who, catalogue) == code_of(EXAMPLE, catalogue)


@pytest.mark.parametrize("before", ["#", "https://ledger.example/builder.html#", "  #", "x#y#"])
def test_what_stands_before_the_code_is_left_out(before: str, catalogue: Catalogue) -> None:
    code = code_of(EXAMPLE, catalogue)
    assert open_link(f"{before}{code} ", catalogue) == open_link(code, catalogue)


PAGE = "https://ledger.example/builder.html"
BEFORE = [
    "",
    "#",
    "%23",
    f"{PAGE}#",
    f"{PAGE}%23",
    f"{PAGE}?utm_source=chat&fbclid=IwAR0_x-9#",
    f"{PAGE}?fbclid=IwAR0_x-9%23",
    f" <{PAGE}#",
    f"(“{PAGE}#",
]
WITHIN = ["", " ", "\n", "\r\n", "\t", "=\n", "-", "\u00ad", "\u200b", "\u200d", "\ufeff", "%20", "%0A", "%E2%80%8B"]
AFTER = [
    *WITHIN,
    *(".", ",", "!", ":", "…", ")", "].", "}", ">", "%3E", '"', "%22", "'", "”", "’", "»", "*", "_", "`"),
    *("&fbclid=IwAR0_x-9", "?utm_source=chat&utm_medium=social", "%26fbclid%3DIwAR0", "/", "/?x=1", ";", "|", "&gt;"),
]
"""What mail programs and messengers do to a link, around its code and in it."""

codes = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


@given(codes, st.sampled_from(BEFORE), st.sampled_from(AFTER), st.sampled_from(AFTER), st.data())
def test_a_code_is_found_whatever_messengers_do_to_its_link(
    code: str, before: str, after: str, more: str, data: st.DataObject
) -> None:
    place, within = data.draw(st.integers(0, LENGTH)), data.draw(st.sampled_from(WITHIN))
    escaped = data.draw(st.sets(st.integers(0, LENGTH - 1)))
    signs = [f"%{ord(sign):02x}" if at in escaped else sign for at, sign in enumerate(code)]
    link = before + "".join((*signs[:place], within, *signs[place:])) + after + more
    assert find_code(link) == code


@pytest.mark.parametrize("link", [f"{before}CODE{after}" for before in BEFORE for after in AFTER])
def test_each_addition_opens_the_card(link: str, catalogue: Catalogue) -> None:
    assert open_link(link.replace("CODE", CODE), catalogue) == open_link(CODE, catalogue)


CODE = "46jbzg394xwjmg9a"


def test_the_code_that_is_broken_below_is_whole(catalogue: Catalogue) -> None:
    assert code_of(EXAMPLE, catalogue) == CODE


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("", "code-length"),
        ("#", "code-length"),
        (CODE[:-1], "code-length"),
        (CODE + "3", "code-length"),
        ("4" * MOST_CHARACTERS, "code-length"),
        ("4" * (MOST_CHARACTERS + 1), "code-length"),
        ("#" * 5000 + CODE, "code-length"),
        (CODE[:-1] + "n", "code-mistyped"),
        (CODE[:-2] + CODE[:-3:-1], "code-mistyped"),
        (CODE[:-1] + "0", "code-character"),
        (DRAFT, "code-version"),
        (f"https://ledger.example/builder.html#{DRAFT}", "code-version"),
        (CODE[:5] + "l" + CODE[6:], "code-character"),
        (CODE[:-2] + "%C3%A9!", "code-character"),
        (f"{CODE} and more", "code-character"),
        (f"#{CODE[:-1]}&fbclid=4", "code-length"),
        ("<b>", "code-length"),
        ("\ud800", "code-length"),
    ],
)
def test_a_broken_link_is_explained(link: str, code: str, catalogue: Catalogue) -> None:
    again = catalogue.words["link_again"]
    assert told(link, catalogue) == (code, catalogue.words[WORDS[code]], again)


def test_a_link_of_a_newer_site_another_site_or_nobody_is_explained(catalogue: Catalogue) -> None:
    again = catalogue.words["link_again"]
    newer, _ = sound(f"5{CODE[1:-1]}", catalogue)
    assert told(newer, catalogue) == ("code-version", catalogue.words["link_version"], again)
    foreign, _ = sound(f"4zzzzzz{NO_MOVE}{NO_MOVE}", catalogue)
    assert told(foreign, catalogue) == ("code-range", catalogue.words["link_foreign"], again)
    for nobody in (person(), person({"repair": "none"})):
        empty = encode(nobody, NO_MOVES)
        assert told(empty, catalogue) == ("code-empty", catalogue.words["link_empty"], again)


@pytest.mark.parametrize("link", [None, 7, True, [CODE], {"code": CODE}])
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
        assert opened["view"]["link"][:7] == find_code(text).lower()[:7]
