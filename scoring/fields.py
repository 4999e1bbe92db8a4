"""Small checks on JSON-like values.

Each notes what is wrong and returns something usable, so that one pass finds every fault.
"""

import json
from collections.abc import Callable, Iterable, Sequence

from scoring.issues import SHOWN, Issue, Path, Refused

MOST_ISSUES = 200
"""Nobody reads more, and what was made to be wrong could hold millions: reading ends there."""


class DuplicateKeys(dict[str, object]):
    """A JSON object in which keys stood twice; `repeated` names them."""

    repeated: tuple[str, ...] = ()


def show(value: object) -> str:
    """Repeat a refused value in a message, shortened, as JSON."""
    try:
        text = json.dumps(value)
    except (TypeError, ValueError):
        text = type(value).__name__
    return text if len(text) <= SHOWN else text[: SHOWN - 3] + "..."


class Checker:
    """Collects the issues of one value while it is read."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []

    def note(self, path: Path, code: str, text: str, allowed: str = "") -> None:
        """Add one issue."""
        self._add(Issue(path, code, text, allowed))

    def note_choice(self, path: Path, code: str, text: str, given: object, options: Sequence[str]) -> None:
        """Add an issue of a word that is not among the options."""
        word = given if isinstance(given, str) else ""
        self._add(Issue(path, code, text, ", ".join(options), word, tuple(options)))

    def _add(self, issue: Issue) -> None:
        self.issues.append(issue)
        if len(self.issues) == MOST_ISSUES:
            self.finish()

    def finish(self) -> None:
        """Raise `Refused` with everything noted, if anything was."""
        if self.issues:
            raise Refused(self.issues)

    def mapping(
        self, value: object, path: Path, required: Sequence[str], optional: Sequence[str] = ()
    ) -> dict[str, object]:
        """Return `value` as a dict with known keys only; absent or unknown keys are noted."""
        if not isinstance(value, dict):
            self.note(path, "wrong-type", f"{show(value)} is not a set of fields", "fields with names")
            return {}
        allowed = [*required, *optional]
        for key in getattr(value, "repeated", ()):
            self.note((*path, key), "duplicate-key", "stands twice", "once")
        for key in value:
            if key not in allowed:
                self.note_choice((*path, str(key)), "unknown-key", f"unknown field {show(key)}", key, allowed)
        for key in required:
            if key not in value:
                self.note(path, "missing-key", f'field "{key}" is missing')
        return {key: item for key, item in value.items() if key in allowed}

    def sequence(self, value: object, path: Path, least: int = 0, most: int | None = None) -> list[object]:
        """Return `value` as a list of `least` to `most` items."""
        if not isinstance(value, list):
            self.note(path, "wrong-type", f"{show(value)} is not a list", "a list")
            return []
        if len(value) < least or (most is not None and len(value) > most):
            allowed = f"exactly {least}" if least == most else f"{least} to {most}" if most else f"{least} or more"
            self.note(path, "wrong-length", f"{len(value)} given", allowed)
        return value

    def text(self, value: object, path: Path, most: int) -> str:
        """Return `value` as a non-empty text of at most `most` characters on one line."""
        if not isinstance(value, str):
            self.note(path, "wrong-type", f"{show(value)} is not a text", "a text")
            return ""
        if not value.strip():
            self.note(path, "empty", "is empty", "a text")
        elif len(value) > most:
            self.note(path, "too-long", f"{len(value)} characters", f"at most {most}")
        elif "\n" in value:
            self.note(path, "line-break", "holds a line break", "one line")
        return value

    def whole(self, value: object, path: Path, least: int, most: int, also: str = "") -> int:
        """Return `value` as a whole number from `least` to `most`; booleans are not numbers."""
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        allowed = f"a whole number from {least} to {most}" if least < most else str(least)
        self.note(path, "not-allowed", f"{show(value)} given", allowed + also)
        return least

    def flag(self, value: object, path: Path) -> bool:
        """Return `value` as true or false."""
        if not isinstance(value, bool):
            self.note(path, "wrong-type", f"{show(value)} given", "true or false")
        return value is True

    def address(self, value: object, path: Path) -> str:
        """Return `value` as the address of a page, as browsers write it."""
        text = value if isinstance(value, str) else ""
        if text.startswith(("http://", "https://")) and text.isascii() and text.isprintable() and " " not in text:
            return text
        self.note(path, "not-allowed", f"{show(value)} given", "an address such as https://example.org/community/")
        return ""

    def choice(self, value: object, path: Path, allowed: Sequence[str]) -> str:
        """Return `value` as one of the allowed texts."""
        if isinstance(value, str) and value in allowed:
            return value
        self.note_choice(path, "not-allowed", f"{show(value)} given", value, allowed)
        return allowed[0] if allowed else ""

    def choices(self, value: object, path: Path, allowed: Sequence[str], most: int | None = None) -> tuple[str, ...]:
        """Return `value`, a list, as different allowed texts, at most so many, in the order of `allowed`."""
        chosen: list[str] = []
        for index, item in enumerate(self.sequence(value, path, 0, most)):
            if isinstance(item, str) and item in chosen:
                self.note((*path, index), "repeated", f"{show(item)} stands twice", "once")
            elif isinstance(item, str) and item in allowed:
                chosen.append(item)
            else:
                self.note_choice((*path, index), "not-allowed", f"{show(item)} given", item, allowed)
        return tuple(item for item in allowed if item in chosen)

    def unique(self, texts: Iterable[tuple[Path, str]]) -> None:
        """Note each text that stands twice; `texts` holds each with its place."""
        seen: set[str] = set()
        for path, text in texts:
            if text in seen:
                self.note(path, "repeated", f"{show(text)} stands twice", "once")
            seen.add(text)

    def optional[T](
        self, fields: dict[str, object], path: Path, name: str, read: Callable[[object, Path], T]
    ) -> T | None:
        """Read a field with `read(item, path)` where it is there."""
        return read(fields[name], (*path, name)) if name in fields else None

    def text_of(self, fields: dict[str, object], path: Path, name: str, most: int) -> str:
        """Read a field that is a text; empty where it may be absent, or is noted already as missing."""
        return self.text(fields[name], (*path, name), most) if name in fields else ""

    def each[T](
        self,
        value: object,
        path: Path,
        read: Callable[[object, Path], T],
        least: int = 0,
        most: int | None = None,
    ) -> tuple[T, ...]:
        """Read every item of a list of `least` to `most` items with `read(item, path)`."""
        items = self.sequence(value, path, least, most)
        return tuple(read(item, (*path, index)) for index, item in enumerate(items))


def checked[T](read: Callable[[Checker], T]) -> T:
    """What `read` returns; raise `Refused` with every fault that it noted."""
    checker = Checker()
    value = read(checker)
    checker.finish()
    return value
