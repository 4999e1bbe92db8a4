"""What a share code means belongs to its version: codes are in people's bookmarks, and no site can take them back."""

from collections.abc import Iterator
from hashlib import sha256

from scoring import Answers, encode
from scoring.model import MAX_ANSWER, MAY_BE_SET_ASIDE, STRAND_IDS
from tests.scoring.cards import Moves
from tests.scoring.moves import a_move
from tests.scoring.people import person

MEANINGS = {
    "4": "0facabfe638d714f",
}
"""A hash of what the codes of each version stand for."""

SOME_MOVES = ("a", "greet-whoever-is-up-at-six", "send-one-low-pressure-invitation", "x" * 60)
"""A mark is made of the id alone."""

ADVICE = """
Share codes that start with "{version}" no longer stand for what they stood for: the strands or answers are others, or
stand in another order, or codes or the marks of moves are written otherwise. Somebody's bookmark would open as
another person's card. If you did not want that, undo it. If you did, give the codes another first character (VERSION
in scoring/share_code.py), so that old ones are refused, or read by code of their own; enter the new character in
MEANINGS with {meaning!r}; name it in CHANGELOG.md.
"""


def each_choice() -> Iterator[tuple[str, Answers, Moves]]:
    """Everything that a card can hold, alone, by its name."""
    yield "nothing", person(), (None, None)
    for strand in STRAND_IDS:
        for value in (*range(MAX_ANSWER + 1), *(["none"] if strand in MAY_BE_SET_ASIDE else [])):
            yield f"{strand} {value}", person({strand: value}), (None, None)
    for move in map(a_move, SOME_MOVES):
        yield f"first {move.id}", person(), (move, None)
        yield f"second {move.id}", person(), (None, move)


def meanings() -> dict[str, str]:
    """A hash of all codes of each version, with what each stands for."""
    lines: dict[str, list[str]] = {}
    for name, who, moves in each_choice():
        code = encode(who, moves)
        lines.setdefault(code[0], []).append(f"{code} {name}\n")
    return {version: sha256("".join(texts).encode()).hexdigest()[:16] for version, texts in lines.items()}


def test_what_the_codes_of_a_version_stand_for_never_changes() -> None:
    for version, meaning in meanings().items():
        assert MEANINGS.get(version) == meaning, ADVICE.format(version=version, meaning=meaning)


def test_the_hash_notices_another_order_of_strands(monkeypatch) -> None:
    monkeypatch.setattr("scoring.share_code.STRAND_IDS", STRAND_IDS[::-1])
    assert meanings() != MEANINGS
