"""Cards that somebody shares: the answers, and the two moves that are on it."""

from hypothesis import strategies as st

from scoring import Answers, Catalogue, Move, Refused, advise, decode, encode, score_answers
from scoring.share_code import ALPHABET, SharedCard

type Moves = tuple[Move | None, Move | None]

NO_MOVES: Moves = (None, None)


def moves_of(who: Answers, catalogue: Catalogue) -> Moves:
    """The two moves that somebody with an answer is offered."""
    advice = advise(who, score_answers(who.values, who.set_aside), catalogue)
    return advice.invitation, advice.contribution


def code_of(who: Answers, catalogue: Catalogue) -> str:
    """The code of the card that somebody sees: without an answer there are no moves."""
    silent = all(value is None for value in who.values)
    return encode(who, NO_MOVES if silent else moves_of(who, catalogue))


def read(code: str, catalogue: Catalogue) -> SharedCard | str:
    """What a code holds, or the kind of fault."""
    try:
        return decode(code, catalogue)
    except Refused as refused:
        [issue] = refused.issues
        return issue.code


def with_each_check(start: str, catalogue: Catalogue) -> dict[str, SharedCard | str]:
    """What happens to a code without its check character, whichever is put there."""
    return {start + character: read(start + character, catalogue) for character in ALPHABET}


def sound(start: str, catalogue: Catalogue) -> tuple[str, SharedCard | str]:
    """The code with the one check character that fits, and what happens to it."""
    [fit] = [(code, what) for code, what in with_each_check(start, catalogue).items() if what != "code-mistyped"]
    return fit


def any_moves(catalogue: Catalogue) -> st.SearchStrategy[Moves]:
    """Any two moves, or none."""
    move = st.none() | st.sampled_from([move for strand in catalogue.strands for move in strand.moves])
    return st.tuples(move, move)
