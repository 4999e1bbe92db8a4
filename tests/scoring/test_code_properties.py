"""What must hold for every share code (section 7 of the model)."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Catalogue, Refused, decode, encode
from scoring.model import CAPACITIES, MAX_ANSWER, STRAND_IDS
from scoring.share_code import ALPHABET
from tests.scoring.people import CONTEXTS
from tests.scoring.strategies import silent_people, texts

LENGTHS = {False: 10, True: 12}
"""By whether other ideas were asked for."""

LENGTH = 10
FAULTS = ("code-character", "code-length", "code-mistyped", "code-version", "code-range")
ANY_VALUE = (None, *range(MAX_ANSWER + 1))


def sampled_people(count: int) -> list[Answers]:
    """The same made-up people every time."""
    random = Random(20261123)
    return [
        Answers(
            tuple(random.choice(ANY_VALUE) for _ in STRAND_IDS),
            random.choice((None, *CAPACITIES)),
            tuple(context for context in CONTEXTS if random.random() < 0.3),
            random.randrange(54),
            random.choice(((0, 0), (random.randrange(31), random.randrange(31)))),
        )
        for _ in range(count)
    ]


def read(code: str, catalogue: Catalogue) -> Answers | str:
    """The answers, or the kind of fault."""
    try:
        return decode(code, catalogue)
    except Refused as refused:
        [issue] = refused.issues
        return issue.code


@given(silent_people)
def test_decoding_gives_back_what_was_encoded(catalogue: Catalogue, who: Answers) -> None:
    code = encode(who, catalogue)
    assert decode(code, catalogue) == who
    assert decode(code.upper(), catalogue) == who
    assert len(code) == LENGTHS[any(who.ideas)]


@given(silent_people, silent_people)
def test_different_answers_have_different_codes(catalogue: Catalogue, who: Answers, other: Answers) -> None:
    assert (encode(who, catalogue) == encode(other, catalogue)) == (who == other)


def test_one_changed_character_is_always_detected(catalogue: Catalogue) -> None:
    for who in sampled_people(40):
        code = encode(who, catalogue)
        for place in range(len(code)):
            for character in set(ALPHABET) - {code[place]}:
                mistyped = code[:place] + character + code[place + 1 :]
                assert read(mistyped, catalogue) == "code-mistyped"


def test_two_swapped_neighbours_are_always_detected(catalogue: Catalogue) -> None:
    for who in sampled_people(1000):
        code = encode(who, catalogue)
        for place in range(len(code) - 1):
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            assert swapped == code or read(swapped, catalogue) == "code-mistyped"


@given(silent_people, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_a_lost_or_added_character_is_detected(catalogue: Catalogue, who: Answers, place: int, added: str) -> None:
    code = encode(who, catalogue)
    assert read(code[:place] + code[place + 1 :], catalogue) == "code-length"
    assert read(code[:place] + added + code[place:], catalogue) == "code-length"


@given(st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH) | st.text(ALPHABET, max_size=12) | texts)
def test_any_text_is_refused_or_is_the_code_of_what_was_read(catalogue: Catalogue, text: str) -> None:
    happened = read(text, catalogue)
    assert happened in FAULTS or encode(happened, catalogue) == text.strip().lower()


@given(st.text(ALPHABET, min_size=LENGTH - 2, max_size=LENGTH - 2))
def test_of_all_check_characters_one_fits_at_most(catalogue: Catalogue, body: str) -> None:
    codes = [f"2{body}{check}" for check in ALPHABET]
    happened = [read(code, catalogue) for code in codes]
    assert happened.count("code-mistyped") == len(ALPHABET) - 1
    [(code, other)] = [(code, what) for code, what in zip(codes, happened, strict=True) if what != "code-mistyped"]
    assert other == "code-range" or encode(other, catalogue) == code
