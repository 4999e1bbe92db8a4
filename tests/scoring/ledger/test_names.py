"""Names out of contacts, whatever wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Catalogue, Refused
from scoring.ledger.names import MOST_CHARACTERS, MOST_NAMES, read_names
from scoring.plan import shortened
from tests.scoring.real import real_catalogue


def card(*lines: str, end: str = "\r\n") -> str:
    return end.join(("BEGIN:VCARD", *lines, "END:VCARD", ""))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (card("VERSION:3.0", "N:Ito;Jun;;;", "FN:Jun Ito", "TEL:1"), ["Jun Ito"]),
        (card("VERSION:4.0", "FN;PREF=1:Jun", "FN:Juni"), ["Jun"]),
        (card("VERSION:3.0", "FN:Jun", "  Ito"), ["Jun Ito"]),
        (card("VERSION:3.0", "FN:Jun", "\t Ito", end="\n"), ["Jun Ito"]),
        (card("item1.FN:Jun", end="\r"), ["Jun"]),
        (card("item1.FN;X=a.b:Jun"), ["Jun"]),
        (card("fn:Jun").replace("END:VCARD", "end:vcard").lower(), ["jun"]),
        (card("N:Ito;Jun;;;"), ["Jun Ito"]),
        (card("N:Ito"), ["Ito"]),
        (card("FN:", "N:Ito;Jun"), ["Jun Ito"]),
        (card("VERSION:2.1", "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller;J=C3=B6rg"), ["Jörg Müller"]),
        (card("VERSION:2.1", "FN;QUOTED-PRINTABLE:M=C3=BC=", "ller"), ["Müller"]),
        (card("VERSION:2.1", "FN;ENCODING=QUOTED-PRINTABLE:M=C3=", "=BCller"), ["Müller"]),
        (card("VERSION:2.1", "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller"), ["Müller"]),
        (card("VERSION:2.1", "FN;ENCODING=QUOTED-PRINTABLE:Jo=ZZ =4"), ["Jo=ZZ =4"]),
        (card("VERSION:2.1", "FN;ENCODING=QUOTED-PRINTABLE:Jo\ud800"), ["Jo?"]),
        (card("FN:a\\, b\\; c\\\\n\\nd"), ["a, b; c\\n d"]),
        (card("FN:<b>Jo</b>"), ["<b>Jo</b>"]),
        (card("FN:Jo") + card("FN:R.") + card("FN:Jo"), ["Jo", "R."]),
        (card("FN:Jo") + card("TEL:1"), ["Jo"]),
        ("\ufeff" + card("FN:Jo"), ["Jo"]),
        ("R.\n Jo \n\n\tAda\nJo", ["Ada", "Jo", "R."]),
        ("émile\nAda\nzoë", ["Ada", "zoë", "émile"]),
        ("Jo\x00\nR.", ["R."]),
        ("Jo\u202e\nR.", ["R."]),
        ("\ud800\nR.", ["R."]),
        ("x" * 50, ["x" * 40]),
        ("e\u0301" * 30, ["e\u0301" * 20]),
        ("x" * 39 + "e\u0301", ["x" * 39]),
    ],
)
def test_the_names_are_found(text: str, names: list[str], catalogue: Catalogue) -> None:
    assert read_names(text, catalogue) == names


@pytest.mark.parametrize("text", ["", "\n \n", card(), card("TEL:1"), "BEGIN:VCARD", "\u200d", None, 7, ["Jo"]])
def test_where_there_is_no_name_it_is_said(text: object, catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as refused:
        read_names(text, catalogue)
    assert refused.value.issues[0].path == ("names",)
    assert refused.value.issues[0].allowed == catalogue.words["ledger_names_allowed"]


def test_a_whole_address_book_is_too_much(catalogue: Catalogue) -> None:
    with pytest.raises(Refused):
        read_names("x" * (MOST_CHARACTERS + 1), catalogue)
    assert len(read_names("\n".join(f"Name {number}" for number in range(999)), catalogue)) == MOST_NAMES


@given(st.text(st.characters(exclude_categories=[])), st.booleans())
def test_whatever_comes_in_names_are_short_lines_that_can_be_shown(text: str, is_card: bool) -> None:
    try:
        names = read_names(card(f"FN:{text}") if is_card else text, real_catalogue())
    except Refused:
        return
    for name in names:
        assert 0 < len(name) <= 40
        assert name.translate({0x200C: None, 0x200D: None}).isprintable()
        assert name == " ".join(name.split())


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The library", "The library"),
        ("The Tuesday table", "The Tuesday…"),
        ("Mrs K., no. 12", "Mrs K., no.…"),
        ("abcdefghij\u0301\u0301\u0301", "abcdefghi…"),
        ("\U0001f469\u200d\U0001f467" * 5, "\U0001f469\u200d\U0001f467" * 3 + "…"),
        ("e" + "\u0301" * 20, "e" + "\u0301" * 10 + "…"),
    ],
)
def test_no_sign_is_cut_in_two(text: str, short: str) -> None:
    assert shortened(text, 12, "…") == short
