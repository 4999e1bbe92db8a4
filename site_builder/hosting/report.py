"""What was found in a copy of the site: what is wrong, and notes on what could be better."""

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 3
"""So many files a finding names at most."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about one file; `name` is empty where all of the copy is meant."""

    name: str
    text: str
    hint: str = ""
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, and how many files were compared."""

    findings: tuple[Finding, ...]
    files: int

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong; notes are not wrong."""
        return all(finding.is_note for finding in self.findings)

    def lines(self) -> list[str]:
        """Tell each thing once, however many files it is about: what is wrong first."""
        told: dict[tuple[bool, str, str], list[str]] = {}
        for one in sorted(self.findings, key=lambda one: one.is_note):
            told.setdefault((one.is_note, one.text, one.hint), []).append(one.name)
        return [line for (is_note, text, hint), names in told.items() for line in _tell(is_note, text, hint, names)]


def _tell(is_note: bool, text: str, hint: str, names: Iterable[str]) -> list[str]:
    known = sorted(filter(None, names))
    more = f" and {len(known) - SHOWN} more" if len(known) > SHOWN else ""
    place = f"{', '.join(known[:SHOWN])}{more}: " if known else ""
    return [f"{'note: ' if is_note else ''}{place}{text}", *([f"    {hint}"] if hint else [])]
