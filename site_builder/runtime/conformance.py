"""Requests that every Python must answer alike, with the answers of this one."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from scoring import Catalogue, handle


@dataclass(frozen=True)
class ConformanceSuite:
    """Requests, and the answers of this Python, which are only worked out where something is to be compared."""

    requests: Sequence[str]
    answer: Callable[[str], str]

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """What this Python answers."""
        return tuple(map(self.answer, self.requests))

    def inputs(self) -> dict[str, bytes]:
        """What decides about the answers, beside `scoring` and the catalogue.

        Not which Python this is: the bytes do not depend on it, and a host's is not that of whoever proved them.
        """
        return {"requests": json.dumps(self.requests).encode()}

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
    return ConformanceSuite(tuple(requests), lambda request: handle(request, catalogue))
