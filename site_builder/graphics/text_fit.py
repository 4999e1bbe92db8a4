"""A text into lines of even length, in the largest size that fits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

type Measure = Callable[[str, float], float]
"""The width of a text in a size."""

MORE = "..."


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines and the size they are to be set in."""

    size: float
    lines: tuple[str, ...]


def fit_text(text: str, measure: Measure, width: float, most_lines: dict[float, int]) -> Fitted:
    """Break a text to lines no wider than `width`.

    `most_lines` has how many lines there is room for in each size, largest size first. What is too long even for the
    smallest size loses its end, and a word that is wider than a line in that size is cut.
    """
    for size, most in most_lines.items():
        if all(measure(word, size) <= width for word in text.split()):
            lines = _lines(text.split(), measure, size, width)
            if len(lines) <= most:
                return Fitted(size, _even(text.split(), measure, size, width, len(lines)))
    size, most = list(most_lines.items())[-1]
    words = [part for word in text.split() for part in _parts(word, measure, size, width)]
    lines = _lines(words, measure, size, width)
    return Fitted(size, lines if len(lines) <= most else _ended(lines[:most], measure, size, width))


def _lines(words: Sequence[str], measure: Measure, size: float, width: float) -> tuple[str, ...]:
    """Fill each line as far as it goes."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _even(words: Sequence[str], measure: Measure, size: float, width: float, count: int) -> tuple[str, ...]:
    """Give the same number of lines with the narrowest widest line, so that no word is left alone at the end."""
    narrow, wide = 0.0, width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(_lines(words, measure, size, middle)) > count or any(measure(word, size) > middle for word in words):
            narrow = middle
        else:
            wide = middle
    return _lines(words, measure, size, wide)


def _parts(word: str, measure: Measure, size: float, width: float) -> list[str]:
    """Cut a word into pieces that are no wider than a line."""
    parts = [""]
    for character in word:
        if parts[-1] and measure(parts[-1] + character, size) > width:
            parts.append("")
        parts[-1] += character
    return parts


def _ended(lines: Sequence[str], measure: Measure, size: float, width: float) -> tuple[str, ...]:
    """Show on the last line that there is more."""
    last = lines[-1]
    while last and measure(last + MORE, size) > width:
        last = last[:-1]
    return (*lines[:-1], last.rstrip() + MORE)
