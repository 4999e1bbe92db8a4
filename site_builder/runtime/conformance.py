"""Requests that every Python must answer alike, with the answers of this one."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scoring import Catalogue, handle


@dataclass(frozen=True, slots=True)
class ConformanceSuite:
    """Requests, and the answers of this Python."""

    requests: Sequence[str]
    answers: Sequence[str]

    def packed(self) -> bytes:
        """All of it as bytes, for a hash."""
        return json.dumps([*self.requests, *self.answers]).encode()

    def compare(self, answers: Sequence[str], who: str) -> None:
        """Raise `RuntimeError` for the first answer that is not as expected."""
        if len(answers) != len(self.requests):
            raise RuntimeError(f"{who} gave {len(answers)} answers to {len(self.requests)} requests")
        for request, wanted, given in zip(self.requests, self.answers, answers, strict=True):
            if wanted != given:
                raise RuntimeError(
                    f"{who} answers differently.\nrequest: {request[:1000]!r}\nexpected: {wanted}\ngiven: {given}"
                )


def make_suite(requests: Iterable[str], catalogue: Catalogue) -> ConformanceSuite:
    """Let this Python answer: the suite that every other one has to pass."""
    asked = tuple(requests)
    return ConformanceSuite(asked, tuple(handle(request, catalogue) for request in asked))
