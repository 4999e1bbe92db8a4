"""A thousand made-up people and what `scoring` answers them, kept in `exchanges/thousand.csv`.

CPython and the browser's Python must give every row to the last bit. After a change of the model that is meant, write
the table anew: `.venv/bin/python -m tests.scoring.thousand`.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from scoring import Catalogue, handle
from scoring.history import OUTCOMES
from scoring.model import CAPACITIES, LAST_WEEK, MAX_ANSWER, MAY_BE_SET_ASIDE, MOST_WISHES, NO, STRAND_IDS, YES
from scoring.second_questions import SECOND_QUESTIONS
from tests.scoring.people import CONTEXTS
from tests.scoring.real import real_catalogue

COUNT = 1000
SEED = 20261123
TABLE = Path(__file__).parent / "exchanges" / "thousand.csv"
INPUTS = ("answers", "capacity", "contexts", "week", "wishes", "ordinary", "second", "history")
SIGNS = {None: "-", "none": "x"}
"""How answers are written that are no number: skipped, and set aside."""

OUTPUTS = (
    "score",
    "score_exact",
    "low",
    "high",
    "band",
    "points",
    "gains",
    "thin_spot",
    "ties",
    "next_thin",
    "invitation",
    "contribution",
    "second_asked",
    "path",
    "code",
)

type Row = dict[str, str]


def thousand_requests() -> Iterator[str]:
    """Requests for a score, the same on every machine."""
    random, catalogue = Random(SEED), real_catalogue()
    for _ in range(COUNT):
        yield json.dumps({"do": "score", "input": _person(random, catalogue)})


def read_table() -> list[Row]:
    """The rows that are kept."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows(requests: Iterable[str], responses: Iterable[str]) -> list[Row]:
    """Write requests and responses as rows; numbers with all their digits, texts left out."""
    return [_row(json.loads(q)["input"], json.loads(r)["result"]) for q, r in zip(requests, responses, strict=True)]


def _row(given: dict, result: dict) -> Row:
    values = (
        "".join(str(SIGNS.get(given["answers"][strand], given["answers"][strand])) for strand in STRAND_IDS),
        given.get("capacity", ""),
        " ".join(given["contexts"]),
        given["week"],
        " ".join(given["wishes"]),
        given.get("ordinary", ""),
        " ".join(f"{question}={answer}" for question, answer in given["second"].items()),
        " ".join(f"{past['week']}:{past['move']}={past['outcome']}" for past in given["history"]),
        result["score"],
        repr(result["score_exact"]),
        *result["range"],
        result["band"],
        _numbers(strand["points"] for strand in result["strands"]),
        _numbers(strand["gain"] for strand in result["strands"]),
        _id(result["thin_spot"]),
        " ".join(result["ties"]),
        *(_id(result[name]) for name in ("next_thin", "invitation", "contribution")),
        " ".join(result["second"]),
        " ".join(result["path"]),
        result["code"],
    )
    return dict(zip((*INPUTS, *OUTPUTS), map(str, values), strict=True))


def _numbers(values: Iterable[float | None]) -> str:
    return " ".join("-" if value is None else repr(value) for value in values)


def _id(thing: dict | None) -> str:
    return thing["id"] if thing else ""


def _person(random: Random, catalogue: Catalogue) -> dict[str, object]:
    capacity = _one(random, (None, *CAPACITIES))
    ordinary = _one(random, (None, None, True, False))
    return {
        "answers": _answers(random),
        **({"capacity": capacity} if capacity else {}),
        "contexts": [context for context in CONTEXTS if random.random() < 0.15],
        "week": _below(random, LAST_WEEK + 1),
        "wishes": [strand for strand in STRAND_IDS if random.random() < 0.1][:MOST_WISHES],
        **({} if ordinary is None else {"ordinary": ordinary}),
        "second": {name: _one(random, (YES, NO)) for name in SECOND_QUESTIONS if random.random() < 0.15},
        "history": _history(random, catalogue),
    }


def _answers(random: Random) -> dict[str, int | str | None]:
    skipped = _one(random, (0.0, 0.0, 0.1, 0.6))
    answers: dict[str, int | str | None] = {
        strand: None if random.random() < skipped else _below(random, MAX_ANSWER + 1) for strand in STRAND_IDS
    }
    answers |= {strand: "none" for strand in MAY_BE_SET_ASIDE if random.random() < 0.2}
    if all(answer in (None, "none") for answer in answers.values()):
        answers[STRAND_IDS[0]] = _below(random, MAX_ANSWER + 1)
    return answers


def _history(random: Random, catalogue: Catalogue) -> list[dict[str, object]]:
    """Half have none; the others worked on a strand or two, in weeks that follow each other."""
    if random.random() < 0.5:
        return []
    first = _below(random, LAST_WEEK + 1)
    homes = [_one(random, catalogue.strands) for _ in range(2)]
    return [
        {
            "move": _one(random, _one(random, homes).moves).id,
            "week": (first + week) % (LAST_WEEK + 1),
            "outcome": _one(random, OUTCOMES),
        }
        for week in range(1 + _below(random, 6))
    ]


def _one[T](random: Random, items: Sequence[T]) -> T:
    return items[_below(random, len(items))]


def _below(random: Random, limit: int) -> int:
    """A whole number from 0; only `random()` gives the same numbers in every version of Python."""
    return int(random.random() * limit)


def write_table(table: Sequence[Row]) -> None:
    """Keep the rows."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, (*INPUTS, *OUTPUTS), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


if __name__ == "__main__":
    texts = list(thousand_requests())
    write_table(rows(texts, (handle(text, real_catalogue()) for text in texts)))
