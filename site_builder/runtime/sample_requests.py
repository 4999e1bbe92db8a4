"""Requests to try a Python with: good ones, and good ones with something broken, made up from a fixed seed."""

import json
from collections.abc import Callable, Iterator, Sequence
from random import Random

from scoring import Answers, Catalogue, Strand, encode
from scoring.answers import MOST_DEPTH
from scoring.form import answer_options
from scoring.history import OUTCOMES
from scoring.model import CAPACITIES, LAST_WEEK, MAX_ANSWER, MAY_BE_SET_ASIDE, MODEL_VERSION, SLOTS, STRAND_IDS
from scoring.second_questions import SECOND_QUESTIONS
from site_builder.runtime.sample_ledgers import LedgerMaker, known_ledgers

SEED = 20261123
COUNT = 700
"""Enough to reach every code of an issue and every kind of answer; a test proves it."""

ODD_VALUES: Sequence[object] = (
    None, True, False, 0, -1, 5, 1.0, 1.5, -0.0, 1e308, float("nan"), float("inf"), 10**40, "", "x" * 90, "hosting",
    "\ud800", "e\u0301 \u4f60 \U0001f600", "\x00\x1f", "2024-02-30", "2026-W48", "20261123", [], [[]], {}, {"a": [1]},
)  # fmt: skip
ODD_TEXTS = (
    "", " ", "{", "]", ",", ":", '"', "\\", "\\u12", "\\ud83d", "\n", "\ufeff", "\ud83d", "\u00e9", "NaN",
    "-Infinity", "1e999", "-", "01", "tru", "9" * 5_000, "[" * (MOST_DEPTH + 1), "x" * 20_000, '"do": "score", ',
    '{"do": "score", "do": "builder"}',
)  # fmt: skip

KNOWN_FAULTS = (
    '{"do": "score", "input": {"answers": {"hosting": 1, "hosting": 3}, "week": 1, "week": 2}}',
    '{"do": "score", "input": {"answers": {"hosting": null}, "contexts": ["?", "?"]}}',
    '{"do": "score", "input": {"answers": {"hosting": 1e999, "repair": -1, "groups": "2"}, "capacity": "lots"}}',
    '{"do": "builder", "entries": [], "today": "2026-11-23"}',
    "[" * MOST_DEPTH + "]" * MOST_DEPTH + "[",
    '{"do": "import-preview", "text": "{\\"format\\": \\"community-map-builder\\", \\"version\\": 99}",'
    ' "entries": [], "today": "2026-11-23"}',
    "9" * 5_000,
)
"""Faults that chance rarely finds."""

MOMENTS = ("", "", "it is Thursday at five", "at the library", "x" * 61, "two\nlines")
YES_OR_NO = ("yes", "no")
SITES = ("", "https://example.org/community/", "https://example.org/" + "x" * 80, "nowhere")
DAYS = ("monday", "saturday", "sunday", "Sunday")

type Json = dict[str, object]


def sample_requests(catalogue: Catalogue, count: int = COUNT, seed: int = SEED) -> Iterator[str]:
    """Make up requests, the same in every version of Python: a full score, known faults, then half of them broken."""
    contexts = [context.id for context in catalogue.contexts]
    full = {"answers": dict.fromkeys(STRAND_IDS, 3), "capacity": "some"}
    first = [
        json.dumps({"do": "score", "input": full}),
        json.dumps({"do": "score", "input": full | {"contexts": [*contexts, *contexts]}}),
        *KNOWN_FAULTS,
        *map(json.dumps, known_ledgers([move.id for move in catalogue.moves])),
    ]
    yield from first
    maker = _Maker(catalogue, seed)
    for number in range(count - len(first)):
        request = maker.request()
        yield maker.broken(request) if number % 2 else json.dumps(request)


def _code(strand: Strand) -> str:
    """The code of a card with a strand's first moves."""
    values = tuple(index % (MAX_ANSWER + 1) for index in range(len(STRAND_IDS)))
    first = [next(move for move in strand.moves if move.kind == kind) for kind in SLOTS]
    return encode(Answers(values, None, (), 0), (first[0], first[1]))


class _Maker:
    """Chance with a seed; only `random()` gives the same numbers in every version of Python."""

    def __init__(self, catalogue: Catalogue, seed: int) -> None:
        self.contexts = [context.id for context in catalogue.contexts]
        self.moves = [move.id for move in catalogue.moves]
        self.codes = [_code(strand) for strand in catalogue.strands]
        self.chance = Random(seed)
        ledgers = LedgerMaker(self, self.moves)
        rare: list[Callable[[], Json]] = [
            self.link,
            self.export,
            self.saved_form,
            self.calendar,
            *4 * [ledgers.request],
        ]
        self.kinds = [self.score, self.what_if, self.builder, self.builder, *rare]

    def below(self, limit: int) -> int:
        return int(self.chance.random() * limit)

    def one[T](self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def request(self) -> Json:
        return self.one(self.kinds)()

    def score(self) -> Json:
        return {"do": "score", "input": self.person()}

    def what_if(self) -> Json:
        strand, answer = self.one(STRAND_IDS), self.below(MAX_ANSWER + 1)
        return {"do": "what-if", "input": self.person(), "strand": strand, "answer": answer}

    def builder(self) -> Json:
        form = self.form()
        moment = {"when": self.one(MOMENTS), "where": self.one(MOMENTS), "day": self.one((form["today"], self.day()))}
        own: Json = {"moment": moment} if self.below(2) else {}
        own |= {"thin_spot": self.one(STRAND_IDS)} if not self.below(3) else {}
        own |= {"promised": self.one((*self.moves[:5], "two\nlines"))} if not self.below(3) else {}
        own |= {"counted": {"now": self.day(), "before": self.day()}} if not self.below(3) else {}
        return {"do": "builder", **form, **self.phrasing(), **own}

    def link(self) -> Json:
        whole = self.one(self.codes)
        broken = (whole, whole.upper(), whole[:-1] + self.one("23"), whole[:6], "o" + whole[1:], "2jj3m2heem", "")
        return {"do": "open-link", "code": self.one(broken), **self.phrasing()}

    def export(self) -> Json:
        return {"do": "export", **self.form()}

    def saved_form(self) -> Json:
        person = self.person()
        for name in ("week", "history"):
            del person[name]
        head = {
            "format": "community-map-builder",
            "version": 1 + (not self.below(9)),
            "model": MODEL_VERSION - (not self.below(9)),
            "date": self.day(),
        }
        text = json.dumps(head | person | {"another": self.ideas()}, indent=2)
        return {"do": "import-preview", "text": text if self.below(9) else self.one(ODD_TEXTS), **self.form()}

    def calendar(self) -> Json:
        today, time = self.day(), f"{self.below(25):02}:{self.below(60):02}"
        request: Json = {"do": "calendar", "today": today, "stamp": f"{today}T08:00:0{self.below(10)}.000Z"}
        if self.below(3):
            request["review"] = {"weekday": self.one(DAYS), "time": time}
        if self.below(3):
            request |= {"move": {"id": self.one(self.moves), "date": today, "time": time}, "name_the_move": True}
        return request

    def phrasing(self) -> Json:
        flags = {name: bool(self.below(2)) for name in ("numbers", "card_score")}
        gone = {"left_out": [self.one(STRAND_IDS)]} if self.below(5) == 0 else {}
        return {"site": self.one(SITES), **gone, **flags} if self.below(2) else {}

    def form(self) -> Json:
        entries = [[f"answers.{strand}", self.one(answer_options(strand))] for strand in STRAND_IDS if self.below(5)]
        entries += [["capacity", self.one(CAPACITIES)]] if self.below(3) else []
        entries += [["contexts", context] for context in self.contexts if not self.below(4)]
        entries += [["wishes", strand] for strand in STRAND_IDS if not self.below(6)]
        entries += [["ordinary", self.one(YES_OR_NO)]] if self.below(3) else []
        entries += [[f"second.{name}", self.one(YES_OR_NO)] for name in SECOND_QUESTIONS if not self.below(4)]
        ideas = {} if self.below(3) else {"another": self.ideas()}
        return {"entries": entries, "today": self.day(), **ideas}

    def ideas(self) -> Json:
        return {"invitation": self.below(12), "contribution": self.below(12)}

    def day(self) -> str:
        return f"20{10 + self.below(40)}-{1 + self.below(12):02}-{1 + self.below(28):02}"

    def person(self) -> Json:
        skipped = self.one((0.0, 0.0, 0.1, 0.6))
        answers: dict[str, int | str | None] = {
            strand: None if self.chance.random() < skipped else self.below(MAX_ANSWER + 1) for strand in STRAND_IDS
        }
        answers |= {strand: "none" for strand in MAY_BE_SET_ASIDE if not self.below(5)}
        return {
            "answers": answers,
            "capacity": self.one((None, *CAPACITIES)),
            "contexts": [context for context in self.contexts if not self.below(4)],
            "week": self.below(LAST_WEEK + 1),
            "wishes": [strand for strand in STRAND_IDS if not self.below(9)][:2],
            "second": {name: self.one(YES_OR_NO) for name in SECOND_QUESTIONS if not self.below(4)},
            "history": [self.past() for _ in range(self.below(6))],
            **({"ordinary": bool(self.below(2))} if self.below(2) else {}),
        }

    def past(self) -> Json:
        return {"move": self.one(self.moves), "week": self.below(LAST_WEEK + 1), "outcome": self.one(OUTCOMES)}

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
