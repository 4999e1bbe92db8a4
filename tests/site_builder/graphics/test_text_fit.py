import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.graphics.text_fit import Fitted, fit_text

ROOM = {20.0: 2, 10.0: 3}


def measure(text: str, size: float) -> float:
    """Every character is as wide as the size."""
    return len(text) * size


def fit(text: str, width: float = 100) -> Fitted:
    return fit_text(text, measure, width, ROOM)


def test_a_short_text_has_the_largest_size() -> None:
    assert fit("ab cd") == Fitted(20, ("ab cd",))


def test_what_needs_more_lines_than_there_is_room_for_gets_smaller() -> None:
    assert fit("abcd efgh ijkl") == Fitted(10, ("abcd efgh", "ijkl"))


def test_a_word_wider_than_a_line_makes_the_text_smaller() -> None:
    assert fit("a abcdefg") == Fitted(10, ("a abcdefg",))


def test_lines_are_even_and_no_more_than_needed() -> None:
    text = "aa bb cc dd e"  # filled to the end, the lines would be "aa bb cc" and "dd e"
    assert fit_text(text, measure, 80, {10.0: 9}) == Fitted(10, ("aa bb", "cc dd e"))


def test_a_word_that_fits_nowhere_is_cut() -> None:
    assert fit("abcdefghijklm") == Fitted(10, ("abcdefghij", "klm"))
    assert fit("x abcdefghijklm y") == Fitted(10, ("x", "abcdefghij", "klm y"))


def test_a_text_that_is_too_long_loses_its_end_and_shows_it() -> None:
    fitted = fit("abcdefghi " * 9)
    assert fitted == Fitted(10, ("abcdefghi", "abcdefghi", "abcdefg..."))


def test_no_space_is_left_before_the_sign_of_more() -> None:
    assert fit("abcdefghi abcdefghi abcdef ghi abcdef").lines[-1] == "abcdef..."


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_has_no_lines(text: str) -> None:
    assert fit(text).lines == ()


@given(st.text(alphabet="ab  ", max_size=80), st.integers(30, 200))
def test_whatever_the_text_it_fits_and_keeps_its_words_in_order(text: str, width: int) -> None:
    fitted = fit(text, width)
    assert len(fitted.lines) <= ROOM[fitted.size]
    assert all(measure(line, fitted.size) <= width for line in fitted.lines)
    shown = "".join(fitted.lines).replace(" ", "").removesuffix("...")
    whole = "".join(text.split())
    assert whole.startswith(shown)
    assert shown == whole or fitted.lines[-1].endswith("...")
