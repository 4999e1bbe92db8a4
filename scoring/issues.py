"""What is wrong with a value that came from outside: where, which rule, and words for a person."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

SHOWN = 40
"""Characters of a value from outside that a message repeats at most."""

WORD_MARKS = dict.fromkeys(map(ord, "-_."))
"""What a plain key may hold besides letters and digits."""

type Path = tuple[str | int, ...]
"""Keys and indexes from the outermost value inward: ("answers", "weak-ties")."""


def path_text(path: Path) -> str:
    """Write a path as people read it: answers.weak-ties, strands[2].moves[0].title."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{_name(part)}" if text else _name(part)
    return text


def _name(key: str) -> str:
    """Write a key that came from outside: as it is where it is a plain word, else quoted, escaped and shortened."""
    if 0 < len(key) <= SHOWN and key.isascii() and key.translate(WORD_MARKS).isalnum():
        return key
    quoted = json.dumps(key)
    return quoted if len(quoted) <= SHOWN else f"{quoted[: SHOWN - 3]}..."


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault in a value."""

    path: Path
    code: str
    """The broken rule in one or two words, for programs: "unknown-key", "not-allowed"."""
    text: str
    """What was given, for people; does not repeat the path."""
    allowed: str = ""
    """What is allowed, for people."""
    given: str = ""
    """The word that was given where one of `options` was meant."""
    options: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = f"{path_text(self.path)}: " if self.path else ""
        return f"{where}{self.text}; allowed: {self.allowed}" if self.allowed else f"{where}{self.text}"


class Refused(ValueError):  # noqa: N818 - reads as a sentence where it is raised and caught
    """A value from outside was refused; `issues` holds every fault that was found, at least one."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        self.issues = tuple(issues)
        super().__init__("; ".join(str(issue) for issue in self.issues))
