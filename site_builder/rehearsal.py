"""Requests that every Python must answer alike: good ones, and good ones with something broken, from a fixed seed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from scoring import Catalogue, handle
from scoring.model import CAPACITIES, LAST_WEEK, MAX_ANSWER, STRAND_IDS

SEED = 20261123
COUNT = 150
"""Enough to reach every code of an issue and every kind of answer; a test proves it."""

ODD_VALUES: Sequence[object] = (
    None, True, False, 0, -1, 5, 1.0, 1.5, -0.0, 1e308, float("nan"), float("inf"), 10**40, "", "x" * 90, "hosting",
    "\ud800", "e\u0301 \u4f60 \U0001f600", "\x00\x1f", "2024-02-30", "2026-W48", "20261123", [], [[]], {}, {"a": [1]},
)  # fmt: skip
ODD_TEXTS = (
    "", " ", "{", "]", ",", ":", '"', "\\", "\\u12", "\\ud83d", "\n", "\ufeff", "\ud83d", "\u00e9", "NaN",
    "-Infinity", "1e999", "-", "01", "tru", "9" * 5_000, "[" * 201, "x" * 20_000, '"do": "score", ',
    '{"do": "score", "do": "builder"}',
)  # fmt: skip

KNOWN_FAULTS = (
    '{"do": "score", "input": {"answers": {"hosting": 1, "hosting": 3}, "week": 1, "week": 2}}',
    '{"do": "score", "input": {"answers": {"hosting": null}, "contexts": ["?", "?"]}}',
    '{"do": "score", "input": {"answers": {"hosting": 1e999, "repair": -1, "groups": "2"}, "capacity": "lots"}}',
    '{"do": "builder", "entries": [], "today": "2026-11-23"}',
    "[" * 200 + "]" * 200,
    "9" * 5_000,
)
"""Faults that chance rarely finds."""

type Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Rehearsal:
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


def rehearse(requests: Iterable[str], catalogue: Catalogue) -> Rehearsal:
    """Let this Python answer."""
    asked = tuple(requests)
    return Rehearsal(asked, tuple(handle(request, catalogue) for request in asked))


def sample_requests(contexts: Sequence[str], count: int = COUNT, seed: int = SEED) -> Iterator[str]:
    """Make up requests, the same in every version of Python: a full score, known faults, then half of them broken."""
    maker = _Maker(contexts, seed)
    full = {"answers": dict.fromkeys(STRAND_IDS, 3), "capacity": "some"}
    first = [
        json.dumps({"do": "score", "input": full}),
        json.dumps({"do": "score", "input": full | {"contexts": [*contexts, *contexts]}}),
        *KNOWN_FAULTS,
    ]
    yield from first
    for number in range(count - len(first)):
        request = maker.request()
        yield maker.broken(request) if number % 2 else json.dumps(request)


class _Maker:
    """Chance with a seed; only `random()` gives the same numbers in every version of Python."""

    def __init__(self, contexts: Sequence[str], seed: int) -> None:
        self.contexts = contexts
        self.chance = Random(seed)

    def below(self, limit: int) -> int:
        return int(self.chance.random() * limit)

    def one[T](self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def request(self) -> Json:
        return self.one((self.score, self.what_if, self.form))()

    def score(self) -> Json:
        return {"do": "score", "input": self.person()}

    def what_if(self) -> Json:
        strand, answer = self.one(STRAND_IDS), self.below(MAX_ANSWER + 1)
        return {"do": "what-if", "input": self.person(), "strand": strand, "answer": answer}

    def form(self) -> Json:
        person = self.person()
        given: Json = person.pop("answers")  # type: ignore[assignment]
        entries = [
            [f"answers.{strand}", "skip" if value is None else str(value)]
            for strand, value in given.items()
            if self.below(5)
        ]
        entries += [["capacity", str(person["capacity"])]] if person["capacity"] else []
        entries += [["contexts", context] for context in self.contexts if not self.below(4)]
        today = f"20{10 + self.below(40)}-{1 + self.below(12):02}-{1 + self.below(28):02}"
        return {"do": "builder", "entries": entries, "today": today}

    def person(self) -> Json:
        skipped = self.one((0.0, 0.0, 0.1, 0.6))
        answers = {
            strand: None if self.chance.random() < skipped else self.below(MAX_ANSWER + 1) for strand in STRAND_IDS
        }
        return {
            "answers": answers,
            "capacity": self.one((None, *CAPACITIES)),
            "contexts": [context for context in self.contexts if not self.below(4)],
            "week": self.below(LAST_WEEK + 1),
        }

    def broken(self, request: Json) -> str:
        if self.below(2):
            holder = self.inside(request)
            self.one((self.replace, self.drop, self.add))(holder)
            return json.dumps(request, ensure_ascii=bool(self.below(2)))
        text = json.dumps(request, indent=self.one((None, 1)))
        start = self.below(len(text) + 1)
        end = min(len(text), start + self.one((0, 0, 1, 5, len(text))))
        return text[:start] + self.one(ODD_TEXTS) + text[end:]

    def inside(self, value: Json) -> Json | list[object]:
        """Some object or list of a request, itself included."""
        found: list[Json | list[object]] = [value]
        for holder in found:
            inner = holder.values() if isinstance(holder, dict) else holder
            found += [one for one in inner if isinstance(one, dict | list)]
        return self.one(found)

    def replace(self, holder: Json | list[object]) -> None:
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        if keys:
            holder[self.one(keys)] = self.one(ODD_VALUES)  # type: ignore[index, call-overload]

    def drop(self, holder: Json | list[object]) -> None:
        if holder:
            del holder[self.one(list(holder) if isinstance(holder, dict) else range(len(holder)))]  # type: ignore[arg-type]

    def add(self, holder: Json | list[object]) -> None:
        if isinstance(holder, dict):
            holder[str(self.one(ODD_VALUES))] = self.one(ODD_VALUES)
        else:
            holder.append(self.one((*ODD_VALUES, *holder)))
