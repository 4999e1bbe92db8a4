"""What a share code means belongs to its version: codes are in people's bookmarks, and no site can take them back."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from scoring import Answers, Catalogue, encode
from scoring.model import CAPACITIES, KINDS, LAST_WEEK, MAX_ANSWER, MOST_IDEAS, STRAND_IDS
from tests.scoring.people import person

MEANINGS = {
    "2": "8e2ebb1897687ab7",
    "3": "0ba4b555fb1bd068",
}
"""A hash of what the codes of each version stand for."""

ADVICE = """
Share codes that start with "{version}" no longer stand for what they stood for: the strands, answers, capacities,
contexts, weeks or kinds of ideas are others, or stand in another order, or codes are written otherwise. Somebody's
bookmark would open as another person's answers. If you did not want that, undo it. If you did, give the codes another
first character (PLAIN and WITH_IDEAS in scoring/share_code.py), so that old ones are refused, or read by code of
their own; enter the new character in MEANINGS with {meaning!r}; name it in CHANGELOG.md.
"""


def each_choice(catalogue: Catalogue) -> Iterator[tuple[str, Answers]]:
    """Everything that can be chosen, alone, by its name."""
    nothing = person(capacity=None)
    yield "nothing", nothing
    for strand in STRAND_IDS:
        for value in range(MAX_ANSWER + 1):
            yield f"{strand} {value}", person({strand: value}, capacity=None)
    for capacity in CAPACITIES:
        yield f"capacity {capacity}", replace(nothing, capacity=capacity)
    for context in catalogue.contexts:
        yield f"context {context.id}", replace(nothing, contexts=(context.id,))
    for week in range(1, LAST_WEEK + 1):
        yield f"week {week}", replace(nothing, week=week)


def each_idea() -> Iterator[tuple[str, Answers]]:
    """Every idea that can be asked for, alone, by its name."""
    for place, kind in enumerate(KINDS):
        for number in range(1, MOST_IDEAS):
            ideas = [0, 0]
            ideas[place] = number
            yield f"{kind} {number}", person(capacity=None, ideas=(ideas[0], ideas[1]))


def meanings(catalogue: Catalogue) -> dict[str, str]:
    """A hash of all codes of each version, with what each stands for."""
    lines: dict[str, list[str]] = {}
    for name, who in (*each_choice(catalogue), *each_idea()):
        code = encode(who, catalogue)
        lines.setdefault(code[0], []).append(f"{code} {name}\n")
    return {version: sha256("".join(texts).encode()).hexdigest()[:16] for version, texts in lines.items()}


def test_what_the_codes_of_a_version_stand_for_never_changes(catalogue: Catalogue) -> None:
    for version, meaning in meanings(catalogue).items():
        assert MEANINGS.get(version) == meaning, ADVICE.format(version=version, meaning=meaning)
