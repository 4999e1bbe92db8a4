"""Every move has a mark of its own in share codes."""

from dataclasses import replace

from scoring import Catalogue
from scoring.mark_clashes import check_move_marks
from scoring.share_code import move_mark
from tests.scoring.moves import a_move, with_moves


def found_twins() -> tuple[str, str]:
    """Two ids that have the same mark."""
    seen: dict[str, str] = {}
    number = 0
    while (other := seen.setdefault(move_mark(f"try-it-{number}"), f"try-it-{number}")) == f"try-it-{number}":
        number += 1
    return other, f"try-it-{number}"


def test_the_real_moves_have_marks_of_their_own(catalogue: Catalogue) -> None:
    assert list(check_move_marks(catalogue)) == []
    marks = {move_mark(move.id) for strand in catalogue.strands for move in strand.moves}
    assert len(marks) == sum(len(strand.moves) for strand in catalogue.strands)


def test_two_moves_with_one_mark_are_told_at_the_second(catalogue: Catalogue) -> None:
    one, other = found_twins()
    assert move_mark(one) == move_mark(other)
    clashing = with_moves(catalogue, "groups", a_move("first"), a_move(one))
    clashing = with_moves(clashing, "repair", a_move(other))
    [issue] = check_move_marks(clashing)
    assert str(issue) == (
        f'strands[7].moves[0].id: "{other}" and "{one}" have the same mark in share codes; '
        "allowed: another id for the newer move"
    )
    assert issue.code == "same-mark"


def test_an_id_that_stands_twice_is_told_elsewhere(catalogue: Catalogue) -> None:
    strands = (*catalogue.strands[:1], *catalogue.strands[:1], *catalogue.strands[2:])
    assert list(check_move_marks(replace(catalogue, strands=strands))) == []
