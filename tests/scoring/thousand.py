"""A thousand made-up people and what `scoring` answers them, kept in `exchanges/thousand.csv`.

CPython and the browser's Python must give every row to the last bit. After a change of the model that is meant, write
the table anew: `.venv/bin/python -m tests.scoring.thousand`.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from scoring.model import CAPACITIES, LAST_WEEK, MAX_ANSWER, STRAND_IDS
from tests.scoring.people import CONTEXTS

COUNT = 1000
SEED = 20261123
TABLE = Path(__file__).parent / "exchanges" / "thousand.csv"
INPUTS = ("answers", "capacity", "contexts", "week")
OUTPUTS = (
    "score",
    "score_exact",
    "low",
    "high",
    "band",
    "points",
    "gains",
    "thin_spot",
    "next_thin",
    "invitation",
    "contribution",
    "path",
    "code",
)

type Row = dict[str, str]


def thousand_requests() -> Iterator[str]:
    """Requests for a score, the same on every machine."""
    random = Random(SEED)
    for _ in range(COUNT):
        yield json.dumps({"do": "score", "input": _person(random)})


def read_table() -> list[Row]:
    """The rows that are kept."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows(requests: Iterable[str], responses: Iterable[str]) -> list[Row]:
    """Write requests and responses as rows; numbers with all their digits, texts left out."""
    return [_row(json.loads(q)["input"], json.loads(r)["result"]) for q, r in zip(requests, responses, strict=True)]


def _row(given: dict, result: dict) -> Row:
    values = (
        "".join("-" if given["answers"][strand] is None else str(given["answers"][strand]) for strand in STRAND_IDS),
        given.get("capacity", ""),
        " ".join(given["contexts"]),
        given["week"],
        result["score"],
        repr(result["score_exact"]),
        *result["range"],
        result["band"],
        _numbers(strand["points"] for strand in result["strands"]),
        _numbers(strand["gain"] for strand in result["strands"]),
        *(_id(result[name]) for name in ("thin_spot", "next_thin", "invitation", "contribution")),
        " ".join(result["path"]),
        result["code"],
    )
    return dict(zip((*INPUTS, *OUTPUTS), map(str, values), strict=True))


def _numbers(values: Iterable[float | None]) -> str:
    return " ".join("-" if value is None else repr(value) for value in values)


def _id(thing: dict | None) -> str:
    return thing["id"] if thing else ""


def _person(random: Random) -> dict[str, object]:
    skipped = (0.0, 0.1, 0.6)[_below(random, 3)]
    answers = {strand: None if random.random() < skipped else _below(random, MAX_ANSWER + 1) for strand in STRAND_IDS}
    if all(answer is None for answer in answers.values()):
        answers[STRAND_IDS[0]] = _below(random, MAX_ANSWER + 1)
    capacity = (None, *CAPACITIES)[_below(random, len(CAPACITIES) + 1)]
    return {
        "answers": answers,
        **({"capacity": capacity} if capacity else {}),
        "contexts": [context for context in CONTEXTS if random.random() < 0.25],
        "week": _below(random, LAST_WEEK + 1),
    }


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
    from scoring import handle
    from site_builder.content.load import read_catalogue
    from site_builder.core.project import Project

    catalogue = read_catalogue(Project(Path(__file__).parents[2]))
    texts = list(thousand_requests())
    write_table(rows(texts, (handle(text, catalogue) for text in texts)))
