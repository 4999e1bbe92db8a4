"""How the time to read a text grows with its length, for texts that were written to take long.

    .venv/bin/python -m benchmarks.attacks

A text of twice the length should take about twice as long. Each is read in the length that just takes a second, or
as long as a chapter may be, and in half of it; a ratio far above 2 would be a way to stop a build.
"""

from collections.abc import Callable
from time import process_time

from site_builder.content.markdown import parse_markdown
from site_builder.content.spoken import SPOKEN
from site_builder.core.inputs import MOST_BYTES
from site_builder.core.problems import Source

LEAST = 1.0
"""Seconds below which a ratio says little."""

ROUNDS = 1
WORDS = dict.fromkeys(SPOKEN, "word")

ATTACKS: dict[str, Callable[[int], str]] = {
    "words": lambda n: "A plain sentence of a chapter, and one more.\n" * n,
    "brackets [": lambda n: "[" * n,
    "brackets ]": lambda n: "[a](" * n,
    "brackets [[]]": lambda n: "[" * n + "]" * n,
    "images ![": lambda n: "![" * n,
    "links in links": lambda n: "[a](b" * n + ")" * n,
    "citations [@": lambda n: "[@" * n,
    "citations, long": lambda n: "[@a" + "; @a" * n,
    "backticks of many lengths": lambda n: "".join("e" + "`" * length for length in range(int(n**0.5))),
    "backticks without a partner": lambda n: "`a" * n,
    "stars": lambda n: "*a " * n,
    "stars around": lambda n: "*a_ " * n,
    "stars, two by two": lambda n: "**x [a*b**c*](d) " * n,
    "underscores": lambda n: "a__b" * n,
    "quotation marks": lambda n: "\"a' " * n,
    "angle brackets": lambda n: "<" * n,
    "addresses <a:": lambda n: "<a:" * n,
    "declarations <!": lambda n: "a <!A " * n,
    "instructions <?": lambda n: "a <? " * n,
    "entities": lambda n: "&" * n,
    "backslashes": lambda n: "\\" * n,
    "quotes": lambda n: ">" * n + " a",
    "lists": lambda n: "- " * n + "a",
    "lists, indented": lambda n: "".join(f"{' ' * level}- a\n" for level in range(int(n**0.5))),
    "references": lambda n: "".join(f"[a{one}]: b\n" for one in range(n)),
    "references, open": lambda n: "[a]: b 'c\n" * n,
    "tables": lambda n: "| a " * n + "|\n" + "| --- " * n + "|\n" + "| b " * n + "|",
    "rows": lambda n: "| a | b |\n| --- | --- |\n" + "| c |\n" * n,
    "pipes": lambda n: "|" * n + "\n" + "-|" * n,
    "braces": lambda n: "{#" * n,
    "tildes": lambda n: "~~a" * n,
    "headings": lambda n: "## a\n\n" * n,
    "stars at the start": lambda n: "* " * n,
    "spaces": lambda n: "a" + " " * n + "b",
    "line breaks": lambda n: "a  \n" * n,
    "one long word": lambda n: "a" * n,
}


def seconds(make: Callable[[int], str], size: int) -> float:
    """The least time of some rounds to read a text of that size."""
    text = make(size)
    source = Source("content/chapters/03-attack.md", text)

    def once() -> float:
        start = process_time()
        parse_markdown(source, text, 1, WORDS)
        return process_time() - start

    return min(once() for _ in range(ROUNDS))


def measure(make: Callable[[int], str]) -> tuple[int, float, float]:
    """Bytes, seconds, and how many times as long as for half of it."""
    size, taken = 500, 0.0
    before = seconds(make, size)
    while True:
        size *= 2
        taken = seconds(make, size)
        if taken > LEAST or len(make(size * 2)) > MOST_BYTES:
            return len(make(size)), taken, taken / before
        before = taken


def main() -> None:
    """Print a row for each text."""
    for name, make in ATTACKS.items():
        length, taken, ratio = measure(make)
        print(f"| {name} | {length} | {taken:.2f} | {ratio:.1f} |", flush=True)


if __name__ == "__main__":
    main()
